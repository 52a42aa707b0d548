"""Single flights for the tests: scalars, and the integrator that compiles fastest."""

import numpy as np

from boostglide.core import Vector3
from boostglide.flight import Flight, Limits, Phase, PhaseTimeReached, World, fly_dense, start_state
from boostglide.planet import Vacuum, ZonalGravity, sphere
from boostglide.vehicle import LinearTable, RocketAerodynamics, RocketMotor

G0 = 9.80665  # [m/s^2]
RADIUS = 6371008.8  # [m]
MU = 3.986004418e14  # [m^3/s^2]
BALL = sphere(RADIUS)
NOWHERE = 1e12  # [m] so far that gravity is gone


def number(value):
    """A number as the flights take it: plain ones would be compiled in."""
    return np.asarray(value, float)


def no_drag():
    """A rocket that the air does not touch."""
    return RocketAerodynamics(np.zeros((2, 1)), number(0.0), number(1.0))


def drag(coefficient=0.3, area=1.0, slope=2.0):
    """A rocket with one coefficient at all Mach numbers."""
    table = np.array([[0.0, 1.0], [coefficient, coefficient]])
    return RocketAerodynamics(table, number(slope), number(area))


def motor(thrust=100e3, impulse=300.0, exit_area=0.0, profile=None):
    """A motor; the profile as times and shares."""
    table = None if profile is None else LinearTable.from_points(*profile)
    return RocketMotor(number(thrust), number(impulse), number(exit_area), table)


def world(gravity=None, atmosphere=None, rate=0.0, wind=None, figure=BALL):
    """A round Earth at rest without air, unless told otherwise."""
    gravity = ZonalGravity.central() if gravity is None else gravity
    atmosphere = Vacuum() if atmosphere is None else atmosphere
    return World(gravity, atmosphere, number(rate), wind, figure)


def flight(*phases, over=None, aerodynamics=None, time=1e6, ground=0.0, ceiling=1e13):
    """A flight of these phases."""
    limits = Limits(number(ground), number(ceiling), number(time), number(ceiling))
    return Flight(over or world(), aerodynamics or no_drag(), phases, limits)


def burn(command, thrust, least=None, seconds=1e5, name="burn", **more):
    """A phase under thrust."""
    spent = None if least is None else number(least)
    return Phase(
        name, command, PhaseTimeReached(number(seconds)), True, None, thrust, None, None, spent, **more
    )


def at(
    altitude=0.0, speed=0.0, angle=0.0, heading=np.pi / 2, latitude=0.0, longitude=0.0, mass=None, **frame
):
    """A first state."""
    frame.setdefault("figure", BALL)
    frame.setdefault("rotation_rate", 0.0)
    place = dict(altitude=altitude, latitude=latitude, longitude=longitude)
    motion = dict(speed=speed, flight_path_angle=angle, heading=heading)
    return start_state(**place, **motion, mass=None if mass is None else number(mass), **frame)


def end_of(flown):
    """Time, position, velocity and mass at the end of a dense flight."""
    phase = flown.phases[-1]
    row = phase.read(phase.times[-1:])[0]
    mass = row[-1] if phase.motion.carries_mass else None
    return phase.times[-1], row[:3], row[3:6], mass


def flown(*phases, start, **world_and_limits):
    """Fly these phases from a start."""
    return fly_dense(flight(*phases, **world_and_limits), start)


def vector(values):
    """A `Vector3` of three numbers."""
    return Vector3(*(number(each) for each in values))
