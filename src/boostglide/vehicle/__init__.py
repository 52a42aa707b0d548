"""What flies: lift and drag over mass, and the rocket that brings it up to speed."""

from boostglide.vehicle.aerodynamics import AbstractAerodynamics as AbstractAerodynamics
from boostglide.vehicle.aerodynamics import GlideAerodynamics as GlideAerodynamics
from boostglide.vehicle.delta_wing import BluntedDeltaWing as BluntedDeltaWing
from boostglide.vehicle.free_molecular import free_molecular_coefficients as free_molecular_coefficients
from boostglide.vehicle.free_molecular import rarefaction_share as rarefaction_share
from boostglide.vehicle.free_molecular import speed_ratio as speed_ratio
from boostglide.vehicle.friction import Edge as Edge
from boostglide.vehicle.friction import friction_coefficient as friction_coefficient
from boostglide.vehicle.friction import newtonian_edge as newtonian_edge
from boostglide.vehicle.hinge import HingeSum as HingeSum
from boostglide.vehicle.inclination import leeward_pressure_coefficient as leeward_pressure_coefficient
from boostglide.vehicle.inclination import newtonian_pressure_coefficient as newtonian_pressure_coefficient
from boostglide.vehicle.inclination import stagnation_pressure_coefficient as stagnation_pressure_coefficient
from boostglide.vehicle.inclination import (
    tangent_cone_pressure_coefficient as tangent_cone_pressure_coefficient,
)
from boostglide.vehicle.linear_table import LinearTable as LinearTable
from boostglide.vehicle.mach_table import TabulatedAerodynamics as TabulatedAerodynamics
from boostglide.vehicle.mesh import panels_from_stl as panels_from_stl
from boostglide.vehicle.motor import AbstractPropulsion as AbstractPropulsion
from boostglide.vehicle.motor import AirBreathingEngine as AirBreathingEngine
from boostglide.vehicle.motor import RocketMotor as RocketMotor
from boostglide.vehicle.panel_forces import force_coefficients as force_coefficients
from boostglide.vehicle.panel_forces import reynolds_of_knudsen as reynolds_of_knudsen
from boostglide.vehicle.panels import Panels as Panels
from boostglide.vehicle.propulsion import RocketStage as RocketStage
from boostglide.vehicle.propulsion import burnout_speed as burnout_speed
from boostglide.vehicle.propulsion import equal_stages_speed_gain as equal_stages_speed_gain
from boostglide.vehicle.propulsion import ideal_speed_gain as ideal_speed_gain
from boostglide.vehicle.rocket import RocketAerodynamics as RocketAerodynamics
from boostglide.vehicle.shape_table import table_from_panels as table_from_panels
from boostglide.vehicle.shape_table import table_from_shape as table_from_shape
from boostglide.vehicle.shapes import AbstractRevolution as AbstractRevolution
from boostglide.vehicle.shapes import Biconic as Biconic
from boostglide.vehicle.shapes import Capsule as Capsule
from boostglide.vehicle.shapes import SphereCone as SphereCone
from boostglide.vehicle.surface import SurfaceSettings as SurfaceSettings
from boostglide.vehicle.table import AerodynamicTable as AerodynamicTable
