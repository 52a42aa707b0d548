"""Geodetic altitude without trigonometry: the hot path of every integration."""

import jax.numpy as jnp

from boostglide.core import Scalar, Vector3
from boostglide.planet.ellipsoid import WGS84, Ellipsoid


def geodetic_altitude(position: Vector3, ellipsoid: Ellipsoid = WGS84) -> Scalar:
    """Height above the ellipsoid, by one square root and two divisions.

    The point is projected on the normal of the ellipsoid at the foot of its geocentric radius; the surface
    curves away from the tangent there with the meridional radius of curvature. All factors are series in the
    squared eccentricity. Valid at every latitude, the poles included, from -10 to 1000 km: within 1e-8 m of
    the exact inverse up to 200 km and 1e-6 m up to 1000 km for the Earth's flattening.

    Parameters
    ----------
    position
        Position in Earth-fixed axes [m].
    ellipsoid
        Shape of the planet.

    Returns
    -------
    Scalar
        Altitude [m].

    References
    ----------
    torge2012, section 4.1: radius of the meridian ellipse and radius of its curvature, expanded.
    """
    squared = position.dot(position)
    inverse_squared = 1 / squared
    inverse = jnp.sqrt(inverse_squared)
    radius, sine2 = squared * inverse, position.z * position.z * inverse_squared
    surface = _surface_radius(1 - sine2, ellipsoid)
    above = radius - surface  # along the geocentric radius
    tilt2 = _squared_tilt(sine2, ellipsoid)  # squared sine between radius and normal
    shortening = tilt2 * (0.5 + 0.125 * tilt2)
    curvature = _meridional_radius(sine2, above * inverse, ellipsoid)
    bulge = 0.5 * tilt2 * above * _inverse_sum(inverse, radius, curvature + above)
    # A quotient, not the difference: the compiler computes it once, not anew for each of its users.
    return (squared - surface * surface) * (1 - shortening + bulge) / (radius + surface)


def _surface_radius(cosine2: Scalar, ellipsoid: Ellipsoid) -> Scalar:
    """Polar radius over sqrt(1 - e^2 cos^2) [m], by the binomial series."""
    x = ellipsoid.eccentricity_squared * cosine2
    series = 1 + x * (1 / 2 + x * (3 / 8 + x * (5 / 16 + x * (35 / 128 + x * (63 / 256 + x * (231 / 1024))))))
    return ellipsoid.polar_radius * series


def _squared_tilt(sine2: Scalar, ellipsoid: Ellipsoid) -> Scalar:
    """Squared sine of the angle between the geocentric radius and the normal at its foot [-]."""
    e2 = ellipsoid.eccentricity_squared
    x = e2 * (2 - e2) * (1 - sine2)
    return e2 * e2 * sine2 * (1 - sine2) * (1 + x * (1 + x * (1 + x * (1 + x))))


def _meridional_radius(sine2: Scalar, height: Scalar, ellipsoid: Ellipsoid) -> Scalar:
    """Radius of curvature of the meridian [m], a third of the way from radius to normal.

    The geodetic sine follows from the geocentric one; `height` is the altitude over the radius [-].
    """
    e2 = ellipsoid.eccentricity_squared
    x = e2 * sine2 * (1 + 2 * e2 * (1 - sine2) * (1 - height * (1 / 3)))
    return ellipsoid.equatorial_radius * (1 - e2) * (1 + x * (3 / 2 + x * (15 / 8)))


def _inverse_sum(inverse: Scalar, radius: Scalar, length: Scalar) -> Scalar:
    """One over a length [1/m] that is within one per cent of the radius, without a division."""
    x = (length - radius) * inverse
    return inverse * (1 - x * (1 - x))
