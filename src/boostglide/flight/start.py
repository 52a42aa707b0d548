"""The first state of a flight, from the way people state it."""

from collections.abc import Sequence

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Scalar, Vector3
from boostglide.flight.state import FlightState
from boostglide.planet import (
    EARTH_ROTATION_RATE,
    WGS84,
    Ellipsoid,
    geodetic_to_fixed,
    inertial_to_fixed_velocity,
    local_axes,
)


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
    mass: Scalar | None = None,
    figure: Ellipsoid = WGS84,
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
    mass
        Mass at the start [kg], for flights that carry one.
    figure
        Shape of the Earth that the altitude refers to.

    Returns
    -------
    FlightState
        NumPy leaves of shape (members,); JAX scalars where every argument is a scalar, so that derivatives
        pass through.
    """
    columns = (altitude, latitude, longitude, speed, flight_path_angle, heading)
    if all(np.ndim(column) == 0 for column in columns):
        return _one(columns, mass, inertial, rotation_rate, integrals, figure)
    members = max(np.size(column) for column in (*columns, mass if mass is not None else 0.0))
    spread = [np.broadcast_to(np.asarray(column, float), (members,)) for column in columns]
    weights = None if mass is None else np.broadcast_to(np.asarray(mass, float), (members,))
    states = jax.jit(
        jax.vmap(lambda each, weight: _one(each, weight, inertial, rotation_rate, integrals, figure))
    )(tuple(spread), weights)
    return jax.tree.map(np.asarray, states)


def _one(
    columns: Sequence[Scalar],
    mass: Scalar | None,
    inertial: bool,
    rotation_rate: Scalar | float,
    integrals: int,
    figure: Ellipsoid,
) -> FlightState:
    altitude, latitude, longitude, *motion = (jnp.asarray(each, dtype=float) for each in columns)
    position = geodetic_to_fixed(latitude, longitude, altitude, figure)
    velocity = _velocity(latitude, longitude, *motion)
    if inertial:
        velocity = inertial_to_fixed_velocity(position, velocity, rotation_rate)
    return FlightState(position, velocity, (jnp.zeros_like(altitude),) * integrals, mass)


def _velocity(
    latitude: Scalar, longitude: Scalar, speed: Scalar, flight_path_angle: Scalar, heading: Scalar
) -> Vector3:
    axes = local_axes(latitude, longitude)
    level, climb = speed * jnp.cos(flight_path_angle), speed * jnp.sin(flight_path_angle)
    return axes.east * (level * jnp.sin(heading)) + axes.north * (level * jnp.cos(heading)) + axes.up * climb
