"""One glide of the benchmark case, compiled, as a function of eight inputs."""

import jax
import jax.numpy as jnp
from glide_case import AREA, DRAG, LIFT, MASS, START_ALTITUDE, START_SPEED, motion_of

from boostglide.core import Float, Scalar, Vector3
from boostglide.flight import FlightState
from boostglide.planet import WGS84
from boostglide.solve import Ends, Settings, solve_one

INPUTS = {
    "lift area over mass [m^2/kg]": AREA * LIFT / MASS,
    "drag area over mass [m^2/kg]": AREA * DRAG / MASS,
    "density factor [-]": 1.0,
    "altitude [m]": START_ALTITUDE,
    "speed [m/s]": START_SPEED,
    "flight-path angle [rad]": 0.0,
    "heading from north [rad]": jnp.pi / 2,
    "latitude [rad]": 0.0,
}


def nominal() -> Float:
    """The inputs of the nominal glide, in the order of `INPUTS`."""
    return jnp.asarray(list(INPUTS.values()), dtype=float)


def fly(inputs: Float, settings: Settings) -> Ends:
    """One glide to its end.

    Parameters
    ----------
    inputs
        In the order of `INPUTS`, shape (8,).
    settings
        How to integrate.
    """
    lift, drag, density, *start = inputs
    return solve_one(motion_of(lift, drag, density), 0.0, _start(*start), settings)


def flown_range(inputs: Float, settings: Settings) -> Scalar:
    """Great-circle angle between start and end, times the equatorial radius [m]; smooth in all inputs."""
    begin, end = _start(*inputs[3:]).position, fly(inputs, settings).state.position
    return WGS84.equatorial_radius * jnp.arctan2(begin.cross(end).norm(), begin.dot(end))


def _start(altitude: Scalar, speed: Scalar, angle: Scalar, heading: Scalar, latitude: Scalar) -> FlightState:
    """On the meridian of Greenwich, by the geocentric latitude."""
    sine, cosine = jnp.sin(latitude), jnp.cos(latitude)
    radius = WGS84.equatorial_radius + altitude
    climb, north = speed * jnp.sin(angle), speed * jnp.cos(angle) * jnp.cos(heading)
    east = speed * jnp.cos(angle) * jnp.sin(heading)
    return FlightState(
        Vector3(radius * cosine, jnp.zeros_like(radius), radius * sine),
        Vector3(climb * cosine - north * sine, east, climb * sine + north * cosine),
        (jnp.zeros_like(radius),),
    )


def compiled(function, settings: Settings):
    """A function of the inputs, compiled for one setting."""
    return jax.jit(lambda inputs: function(inputs, settings))
