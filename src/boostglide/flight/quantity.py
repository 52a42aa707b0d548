"""Quantities of a point of flight by name: what events, ends and schedules may refer to."""

from collections.abc import Callable
from dataclasses import dataclass

import jax.numpy as jnp

from boostglide.core import STANDARD_GRAVITY, Scalar
from boostglide.flight.orbit import apsis_altitudes, inertial_speed
from boostglide.flight.state import FlightPoint
from boostglide.planet import Geodetic, fixed_to_geodetic


@dataclass(frozen=True)
class Quantity:
    """A scalar of a point of flight.

    Parameters
    ----------
    of
        Function of the point, in `unit`.
    unit
        SI unit.
    label
        What people call it.
    """

    of: Callable[[FlightPoint], Scalar]
    unit: str
    label: str


def _time(point: FlightPoint) -> Scalar:
    return point.time + jnp.zeros_like(point.speed)


def _phase_time(point: FlightPoint) -> Scalar:
    return point.phase_time + jnp.zeros_like(point.speed)


def _mass(point: FlightPoint) -> Scalar:
    return point.mass + jnp.zeros_like(point.speed)


def _place(point: FlightPoint) -> Geodetic:
    return fixed_to_geodetic(point.position, point.world.figure)


def _energy_height(point: FlightPoint) -> Scalar:
    return point.altitude + point.speed**2 / (2 * STANDARD_GRAVITY.value)


def _flight_path_angle(point: FlightPoint) -> Scalar:
    return jnp.arcsin(jnp.clip(point.along.dot(point.up), -1.0, 1.0))


QUANTITIES: dict[str, Quantity] = {
    "time": Quantity(_time, "s", "time since the start"),
    "phase_time": Quantity(_phase_time, "s", "time since the phase began"),
    "altitude": Quantity(lambda point: point.altitude, "m", "geodetic altitude"),
    "speed": Quantity(lambda point: point.speed, "m/s", "speed relative to the Earth"),
    "airspeed": Quantity(lambda point: point.airspeed, "m/s", "speed relative to the air"),
    "inertial_speed": Quantity(inertial_speed, "m/s", "inertial speed"),
    "vertical_speed": Quantity(lambda point: point.vertical_speed, "m/s", "rate of climb"),
    "flight_path_angle": Quantity(_flight_path_angle, "rad", "angle above the horizontal"),
    "mach": Quantity(lambda point: point.freestream.mach, "", "Mach number"),
    "dynamic_pressure": Quantity(lambda point: point.freestream.dynamic_pressure, "Pa", "dynamic pressure"),
    "density": Quantity(lambda point: point.air.density, "kg/m^3", "density of the air"),
    "energy_height": Quantity(_energy_height, "m", "energy height h + V^2 / (2 g_0)"),
    "perigee_altitude": Quantity(
        lambda point: apsis_altitudes(point)[0], "m", "altitude of the osculating perigee"
    ),
    "apogee_altitude": Quantity(
        lambda point: apsis_altitudes(point)[1], "m", "altitude of the osculating apogee"
    ),
    "mass": Quantity(_mass, "kg", "mass"),
    "latitude": Quantity(lambda point: _place(point).latitude, "rad", "latitude"),
    "longitude": Quantity(lambda point: _place(point).longitude, "rad", "longitude"),
}
"""What a schedule may run over and an end or event may wait for."""
