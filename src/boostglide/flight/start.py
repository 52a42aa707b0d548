"""The first state of a flight, from the way people state it."""

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Scalar, Vector3
from boostglide.flight.state import FlightState
from boostglide.planet import EARTH_ROTATION_RATE, geodetic_to_fixed, inertial_to_fixed_velocity, local_axes


def start_state(
    *,
    altitude: Scalar,
    latitude: Scalar,
    longitude: Scalar,
    speed: Scalar,
    flight_path_angle: Scalar,
    heading: Scalar,
    inertial: bool = False,
    rotation_rate: Scalar | float = EARTH_ROTATION_RATE,
    integrals: int = 0,
) -> FlightState:
    """First states of an ensemble in Earth-fixed axes.

    Parameters
    ----------
    altitude
        Geodetic altitude [m], shape (members,) as all that follow.
    latitude, longitude
        Geodetic latitude and longitude [rad].
    speed
        Speed [m/s].
    flight_path_angle
        Angle above the geodetic horizontal [rad].
    heading
        Direction clockwise from north [rad].
    inertial
        Whether speed and angles are inertial instead of relative to the turning Earth.
    rotation_rate
        Spin of the Earth [rad/s].
    integrals
        How many quadratures the flight carries; they start at zero [-].

    Returns
    -------
    FlightState
        NumPy leaves of shape (members,).
    """
    columns = np.broadcast_arrays(altitude, latitude, longitude, speed, flight_path_angle, heading)

    def one(altitude: Scalar, latitude: Scalar, longitude: Scalar, *motion: Scalar) -> FlightState:
        position = geodetic_to_fixed(latitude, longitude, altitude)
        velocity = _velocity(latitude, longitude, *motion)
        if inertial:
            velocity = inertial_to_fixed_velocity(position, velocity, rotation_rate)
        return FlightState(position, velocity, (jnp.zeros_like(altitude),) * integrals)

    states = jax.jit(jax.vmap(one))(*(jnp.asarray(column, dtype=float) for column in columns))
    return jax.tree.map(np.asarray, states)


def _velocity(
    latitude: Scalar, longitude: Scalar, speed: Scalar, flight_path_angle: Scalar, heading: Scalar
) -> Vector3:
    axes = local_axes(latitude, longitude)
    level, climb = speed * jnp.cos(flight_path_angle), speed * jnp.sin(flight_path_angle)
    return axes.east * (level * jnp.sin(heading)) + axes.north * (level * jnp.cos(heading)) + axes.up * climb
