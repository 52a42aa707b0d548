"""Checked doors to the standard atmosphere: air and free stream at altitudes that a person gives."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
from jax.typing import ArrayLike

from boostglide.core import Array, Float, Freestream
from boostglide.planet.us76 import MAXIMUM_ALTITUDE, MINIMUM_ALTITUDE, Air, StandardAtmosphere1976


def standard_atmosphere(altitude: ArrayLike) -> Air:
    """Air of the US Standard Atmosphere 1976, at one altitude or at many.

    For compiled code and for off-standard density use `StandardAtmosphere1976`.

    Parameters
    ----------
    altitude
        Geometric altitude [m], -5 km to 1000 km, of any shape.

    Returns
    -------
    Air
        Density [kg/m^3], pressure [Pa], temperature [K] and speed of sound [m/s], shaped as the altitude.

    Raises
    ------
    ValueError
        If an altitude is not a number between -5 km and 1000 km.

    References
    ----------
    us76.
    """
    altitude = np.asarray(altitude, dtype=float)
    outside = ~((altitude >= MINIMUM_ALTITUDE) & (altitude <= MAXIMUM_ALTITUDE))
    if outside.any():
        raise ValueError(
            f"Argument `altitude` must lie between {MINIMUM_ALTITUDE:g} m and {MAXIMUM_ALTITUDE:g} m, the "
            f"range of the US Standard Atmosphere 1976, but is {altitude[outside].flat[0]:g} m."
        )
    air = _batch()(jnp.asarray(altitude.ravel()))
    return Air(*(value.reshape(altitude.shape) for value in air))


def freestream_at(altitude: ArrayLike, speed: ArrayLike) -> Freestream:
    """Free stream of a body that flies through standard air at rest.

    Parameters
    ----------
    altitude
        Geometric altitude [m], -5 km to 1000 km, of any shape.
    speed
        Speed relative to the air [m/s], not negative, of a shape that broadcasts with the altitude's.

    Returns
    -------
    Freestream
        Density [kg/m^3], pressure [Pa], temperature [K], speed of sound [m/s] and speed [m/s].

    Raises
    ------
    ValueError
        If an altitude is not a number between -5 km and 1000 km, or a speed is negative or not finite.

    References
    ----------
    us76.
    """
    speed = np.asarray(speed, dtype=float)
    bad = ~(np.isfinite(speed) & (speed >= 0))
    if bad.any():
        raise ValueError(
            f"Argument `speed` must be finite and not negative, but is {speed[bad].flat[0]:g} m/s."
        )
    altitude, speed = np.broadcast_arrays(np.asarray(altitude, dtype=float), speed)
    air = standard_atmosphere(altitude)
    return Freestream(air.density, air.pressure, air.temperature, air.sound_speed, jnp.asarray(speed))


@functools.cache
def _batch():
    """The model over many altitudes, compiled once."""

    def evaluate(altitude: Float[Array, " many"]) -> Air:
        return jax.vmap(StandardAtmosphere1976())(altitude)

    return jax.jit(evaluate)
