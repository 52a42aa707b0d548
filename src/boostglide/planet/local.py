"""Directions at a place, and distances along the ground."""

from typing import NamedTuple

import jax.numpy as jnp

from boostglide.core import Scalar, Vector3

MEAN_RADIUS = 6371008.8
"""Mean radius of WGS84 [m], (2 a + b) / 3; the sphere on which ground ranges are measured."""


class Axes(NamedTuple):
    """Unit vectors at a place, in Earth-fixed axes.

    Parameters
    ----------
    east, north, up
        Directions [-]; up is the normal of the ellipsoid.
    """

    east: Vector3
    north: Vector3
    up: Vector3


def local_axes(latitude: Scalar, longitude: Scalar) -> Axes:
    """East, north and up at a place.

    Valid everywhere; at a pole the longitude still says which way east and north point.

    Parameters
    ----------
    latitude
        Geodetic latitude [rad].
    longitude
        Longitude [rad], east positive.

    Returns
    -------
    Axes
        Three unit vectors in Earth-fixed axes [-].
    """
    sine, cosine = jnp.sin(latitude), jnp.cos(latitude)
    across, along = jnp.sin(longitude), jnp.cos(longitude)
    return Axes(
        east=Vector3(-across, along, jnp.zeros_like(sine + along)),
        north=Vector3(-sine * along, -sine * across, cosine),
        up=Vector3(cosine * along, cosine * across, sine),
    )


def great_circle_distance(
    latitude_1: Scalar, longitude_1: Scalar, latitude_2: Scalar, longitude_2: Scalar
) -> Scalar:
    """Shortest way over the ground between two places on the sphere of mean radius 6371008.8 m.

    Well conditioned for every pair of places, equal and opposite ones included. The distance on the
    ellipsoid differs by up to 0.56 %.

    Parameters
    ----------
    latitude_1, latitude_2
        Latitudes [rad].
    longitude_1, longitude_2
        Longitudes [rad].

    Returns
    -------
    Scalar
        Distance [m], 0 to 20015 km.

    References
    ----------
    vincenty1975, the inverse formula with zero flattening.
    """
    turn = longitude_2 - longitude_1
    sine_1, cosine_1 = jnp.sin(latitude_1), jnp.cos(latitude_1)
    sine_2, cosine_2 = jnp.sin(latitude_2), jnp.cos(latitude_2)
    across = cosine_2 * jnp.sin(turn)
    along = cosine_1 * sine_2 - sine_1 * cosine_2 * jnp.cos(turn)
    squared = across**2 + along**2
    # The square root has no derivative where the places meet; the guard gives zero there.
    opposite = jnp.where(squared > 0, jnp.sqrt(jnp.where(squared > 0, squared, 1.0)), 0.0)
    return MEAN_RADIUS * jnp.arctan2(opposite, sine_1 * sine_2 + cosine_1 * cosine_2 * jnp.cos(turn))
