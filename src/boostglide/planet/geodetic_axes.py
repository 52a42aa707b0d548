"""East, north and up at an Earth-fixed position, without trigonometry."""

import jax.numpy as jnp

from boostglide.core import Scalar, Vector3
from boostglide.planet.ellipsoid import WGS84, Ellipsoid
from boostglide.planet.local import Axes


def geodetic_axes(position: Vector3, ellipsoid: Ellipsoid = WGS84) -> Axes:
    """East, north and geodetic up at an Earth-fixed position.

    Within 1e-12 rad from -10 to 1000 km at every latitude. On the axis of rotation, where east has no
    meaning, the axes are those of longitude zero; derivatives stay finite there. One pass of Bowring's
    formula from a first guess that knows the altitude.

    Parameters
    ----------
    position
        Position in Earth-fixed axes [m].
    ellipsoid
        Shape of the planet.

    Returns
    -------
    Axes
        Three unit vectors in Earth-fixed axes [-].

    References
    ----------
    bowring1985.
    """
    squared = position.x * position.x + position.y * position.y
    on_axis = squared == 0
    inverse = 1 / jnp.sqrt(jnp.where(on_axis, 1.0, squared))
    along, across = jnp.where(on_axis, 1.0, position.x * inverse), position.y * inverse
    sine, cosine = _normal(squared * inverse, position, ellipsoid)
    return Axes(
        east=Vector3(-across, along, jnp.zeros_like(along)),
        north=Vector3(-sine * along, -sine * across, cosine),
        up=Vector3(cosine * along, cosine * across, sine),
    )


def _normal(distance: Scalar, position: Vector3, ellipsoid: Ellipsoid) -> tuple[Scalar, Scalar]:
    """Sine and cosine of the geodetic latitude at a distance from the axis [m]."""
    a, b, f = ellipsoid.equatorial_radius, ellipsoid.polar_radius, ellipsoid.flattening
    e2, ep2, z = ellipsoid.eccentricity_squared, ellipsoid.second_eccentricity_squared, position.z
    guess = z * ((1 - f) * (1 + ep2 * b / position.norm()))
    sine, cosine = _unit(guess, distance)
    return _unit(z + ep2 * b * sine * sine * sine, distance - e2 * a * cosine * cosine * cosine)


def _unit(opposite: Scalar, adjacent: Scalar) -> tuple[Scalar, Scalar]:
    """Sine and cosine of the angle with these two sides."""
    inverse = 1 / jnp.sqrt(opposite * opposite + adjacent * adjacent)
    return opposite * inverse, adjacent * inverse
