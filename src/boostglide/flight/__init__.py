"""Equations of motion, commands, phases and ends of flights, flown one at a time or by the million."""

from boostglide.flight.command import AbstractCommand as AbstractCommand
from boostglide.flight.command import ConstantAngle as ConstantAngle
from boostglide.flight.command import EquilibriumGlide as EquilibriumGlide
from boostglide.flight.command import Steering as Steering
from boostglide.flight.ends import AbstractEnd as AbstractEnd
from boostglide.flight.ends import AltitudeAbove as AltitudeAbove
from boostglide.flight.ends import AltitudeBelow as AltitudeBelow
from boostglide.flight.ends import FlightPathAngleAbove as FlightPathAngleAbove
from boostglide.flight.ends import Ground as Ground
from boostglide.flight.ends import SpeedBelow as SpeedBelow
from boostglide.flight.ends import TimeReached as TimeReached
from boostglide.flight.fly import FlightEnds as FlightEnds
from boostglide.flight.fly import PhaseEnds as PhaseEnds
from boostglide.flight.fly import fly as fly
from boostglide.flight.motion import AbstractQuadrature as AbstractQuadrature
from boostglide.flight.motion import PhaseMotion as PhaseMotion
from boostglide.flight.phase import Flight as Flight
from boostglide.flight.phase import Limits as Limits
from boostglide.flight.phase import Phase as Phase
from boostglide.flight.start import start_state as start_state
from boostglide.flight.state import FlightPoint as FlightPoint
from boostglide.flight.state import FlightState as FlightState
from boostglide.flight.state import World as World
from boostglide.flight.state import flight_point as flight_point
from boostglide.flight.trace import trace as trace
