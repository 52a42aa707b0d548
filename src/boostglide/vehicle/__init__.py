"""What flies: lift and drag over mass, and the rocket that brings it up to speed."""

from boostglide.vehicle.aerodynamics import AbstractAerodynamics as AbstractAerodynamics
from boostglide.vehicle.aerodynamics import GlideAerodynamics as GlideAerodynamics
from boostglide.vehicle.aerodynamics import TabulatedAerodynamics as TabulatedAerodynamics
from boostglide.vehicle.hinge import HingeSum as HingeSum
from boostglide.vehicle.propulsion import RocketStage as RocketStage
from boostglide.vehicle.propulsion import burnout_speed as burnout_speed
from boostglide.vehicle.propulsion import equal_stages_speed_gain as equal_stages_speed_gain
from boostglide.vehicle.propulsion import ideal_speed_gain as ideal_speed_gain
