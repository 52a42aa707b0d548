"""Shape of the Earth: positions as latitude, longitude and altitude, and as Earth-fixed Cartesian vectors."""

from typing import ClassVar, NamedTuple

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Scalar, Vector3

_AXIS_GUARD = 1e-30
"""Added to the squared distance from the axis [m^2]: keeps derivatives finite on it and moves nothing."""


class Geodetic(NamedTuple):
    """A place relative to an ellipsoid.

    Parameters
    ----------
    latitude
        Geodetic latitude [rad], -pi/2 to pi/2.
    longitude
        Longitude [rad], east positive, -pi to pi.
    altitude
        Height above the ellipsoid along its normal [m].
    """

    latitude: Scalar
    longitude: Scalar
    altitude: Scalar


class Ellipsoid(eqx.Module):
    """An ellipsoid of revolution about the axis of rotation.

    Parameters
    ----------
    equatorial_radius
        Semi-major axis [m].
    flattening
        Difference of the semi-axes over the semi-major axis [-].

    Raises
    ------
    ValueError
        If the radius is not positive or the flattening lies outside 0 to 0.007 (Mars).
    """

    equatorial_radius: float = eqx.field(static=True)
    flattening: float = eqx.field(static=True)
    references: ClassVar[tuple[str, ...]] = ("nima_wgs84", "bowring1985")

    def __check_init__(self):
        if not self.equatorial_radius > 0:
            raise ValueError(
                f"Argument `equatorial_radius` must be positive, but is {self.equatorial_radius} m."
            )
        if not 0 <= self.flattening <= 0.007:
            raise ValueError(f"Argument `flattening` must lie in 0 to 0.007, but is {self.flattening}.")

    @property
    def polar_radius(self) -> float:
        """Semi-minor axis [m]."""
        return self.equatorial_radius * (1 - self.flattening)

    @property
    def eccentricity_squared(self) -> float:
        """Square of the first eccentricity [-]."""
        return self.flattening * (2 - self.flattening)

    @property
    def second_eccentricity_squared(self) -> float:
        """Square of the second eccentricity [-]."""
        return self.eccentricity_squared / (1 - self.flattening) ** 2


WGS84 = Ellipsoid(equatorial_radius=6378137.0, flattening=1 / 298.257223563)
"""World Geodetic System 1984, defining parameters of NIMA TR8350.2, table 3.1."""


def geodetic_to_fixed(
    latitude: Scalar, longitude: Scalar, altitude: Scalar, ellipsoid: Ellipsoid = WGS84
) -> Vector3:
    """Earth-fixed position of a place.

    Valid for every latitude and for altitudes above -6300 km. The z axis points north, the x axis to
    latitude and longitude zero.

    Parameters
    ----------
    latitude
        Geodetic latitude [rad].
    longitude
        Longitude [rad], east positive.
    altitude
        Height above the ellipsoid [m].
    ellipsoid
        Shape of the planet.

    Returns
    -------
    Vector3
        Position in Earth-fixed axes [m].

    References
    ----------
    nima_wgs84, equation 4-14.
    """
    sine, cosine = jnp.sin(latitude), jnp.cos(latitude)
    e2 = ellipsoid.eccentricity_squared
    normal = ellipsoid.equatorial_radius / jnp.sqrt(1 - e2 * sine**2)
    return Vector3(
        (normal + altitude) * cosine * jnp.cos(longitude),
        (normal + altitude) * cosine * jnp.sin(longitude),
        (normal * (1 - e2) + altitude) * sine,
    )


def fixed_to_geodetic(position: Vector3, ellipsoid: Ellipsoid = WGS84) -> Geodetic:
    """Latitude, longitude and altitude of an Earth-fixed position.

    Valid at every latitude, the poles included, and for altitudes from -10 km to 50000 km: within 1e-13 rad
    and 5e-8 m. On the axis the longitude is zero. Three passes of Bowring's formula, without branches.

    Parameters
    ----------
    position
        Position in Earth-fixed axes [m].
    ellipsoid
        Shape of the planet.

    Returns
    -------
    Geodetic
        Latitude [rad], longitude [rad] and altitude [m].

    References
    ----------
    bowring1985, iterated.
    """
    distance, sine, cosine = _normal(position, ellipsoid, passes=3)
    on_axis = position.x**2 + position.y**2 == 0
    longitude = jnp.arctan2(position.y, jnp.where(on_axis, 1.0, position.x))
    altitude = _altitude(distance, position.z, sine, cosine, ellipsoid)
    return Geodetic(jnp.arctan2(sine, cosine), longitude, altitude)


def _normal(position: Vector3, ellipsoid: Ellipsoid, passes: int) -> tuple[Scalar, Scalar, Scalar]:
    """Distance from the axis [m], and sine and cosine of the geodetic latitude."""
    a, b, f = ellipsoid.equatorial_radius, ellipsoid.polar_radius, ellipsoid.flattening
    e2, ep2 = ellipsoid.eccentricity_squared, ellipsoid.second_eccentricity_squared
    z = position.z
    squared = position.x**2 + position.y**2 + _AXIS_GUARD
    distance = jnp.sqrt(squared)
    # Reduced latitude of the foot of the normal; the first guess is exact on the surface and far away.
    sine, cosine = _unit(z * ((1 - f) * (1 + ep2 * b / jnp.sqrt(squared + z**2))), distance)
    for turn in range(passes):
        if turn:
            sine, cosine = _unit((1 - f) * sine, cosine)
        sine, cosine = _unit(z + ep2 * b * sine**3, distance - e2 * a * cosine**3)
    return distance, sine, cosine


def _unit(opposite: Scalar, adjacent: Scalar) -> tuple[Scalar, Scalar]:
    """Sine and cosine of the angle with these two sides."""
    inverse = 1 / jnp.sqrt(opposite**2 + adjacent**2)
    return opposite * inverse, adjacent * inverse


def _altitude(distance: Scalar, z: Scalar, sine: Scalar, cosine: Scalar, ellipsoid: Ellipsoid) -> Scalar:
    """Altitude [m]; an error of the latitude enters by its square."""
    surface = ellipsoid.equatorial_radius * jnp.sqrt(1 - ellipsoid.eccentricity_squared * sine**2)
    return distance * cosine + z * sine - surface
