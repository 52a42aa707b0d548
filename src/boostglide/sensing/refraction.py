"""How the air bends a line of sight: rays from a sensor to an altitude over a round Earth."""

import abc
from typing import ClassVar

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Scalar
from boostglide.planet import MEAN_RADIUS


class AbstractRefraction(eqx.Module):
    """Rays over a spherical Earth of mean radius 6371008.8 m; all elevations are those seen at the sensor."""

    references: eqx.AbstractClassVar[tuple[str, ...]]
    assumption: eqx.AbstractClassVar[str]

    @abc.abstractmethod
    def central_angle(self, elevation: Scalar, sensor_altitude: Scalar, altitude: Scalar) -> Scalar:
        """Angle at the centre of the Earth between a sensor and the place where its ray reaches an altitude.

        Parameters
        ----------
        elevation
            Elevation of the ray at the sensor [rad], 0 to pi/2.
        sensor_altitude
            Altitude of the sensor [m].
        altitude
            Altitude that the ray reaches [m], at least that of the sensor.

        Returns
        -------
        Scalar
            Central angle [rad].
        """

    @abc.abstractmethod
    def apparent_elevation(self, central_angle: Scalar, sensor_altitude: Scalar, altitude: Scalar) -> Scalar:
        """Elevation at which a sensor sees a point; below the horizon a negative number.

        Parameters
        ----------
        central_angle
            Angle at the centre of the Earth between sensor and point [rad].
        sensor_altitude
            Altitude of the sensor [m].
        altitude
            Altitude of the point [m].

        Returns
        -------
        Scalar
            Elevation [rad].
        """

    @abc.abstractmethod
    def altitude_on_ray(self, central_angle: Scalar, elevation: Scalar, sensor_altitude: Scalar) -> Scalar:
        """Altitude of a ray above a place.

        Parameters
        ----------
        central_angle
            Angle at the centre of the Earth between sensor and place [rad].
        elevation
            Elevation of the ray at the sensor [rad], 0 to pi/2.
        sensor_altitude
            Altitude of the sensor [m].

        Returns
        -------
        Scalar
            Altitude [m]; infinite where the ray never passes above the place.
        """


class EffectiveRadius(AbstractRefraction):
    """Straight rays over an Earth of `factor` times its radius.

    The refractivity falls at one rate at all heights. With factor 4/3 that holds for the lowest kilometre or
    so of a standard atmosphere; rays that leave the air are bent far too much (a target at 1300 km seems
    visible from 4427 km away, with `ExponentialAtmosphere` from 3845 km). Factor 1 is no refraction.

    Parameters
    ----------
    factor
        Effective over true radius of the Earth [-].

    References
    ----------
    itu-p834, skolnik2001
    """

    factor: Scalar = eqx.field(default=4 / 3, converter=lambda value: jnp.asarray(value, dtype=float))
    references: ClassVar[tuple[str, ...]] = ("itu-p834", "skolnik2001")
    assumption: ClassVar[str] = "Rays are straight over an Earth of a stated multiple of its radius."

    def _radii(self, sensor_altitude: Scalar, altitude: Scalar) -> tuple[Scalar, Scalar]:
        radius = self.factor * MEAN_RADIUS
        return radius + sensor_altitude, radius + altitude

    def central_angle(self, elevation: Scalar, sensor_altitude: Scalar, altitude: Scalar) -> Scalar:
        """Central angle of a ray [rad]; see the abstract class. Zero where the ray never goes as low."""
        near, far = self._radii(sensor_altitude, altitude)
        angle = jnp.arccos(jnp.minimum(near / far * jnp.cos(elevation), 1.0)) - elevation
        return self.factor * jnp.maximum(angle, 0.0)

    def apparent_elevation(self, central_angle: Scalar, sensor_altitude: Scalar, altitude: Scalar) -> Scalar:
        """Elevation of a point [rad]; see the abstract class."""
        near, far = self._radii(sensor_altitude, altitude)
        angle = central_angle / self.factor
        return jnp.arctan2(far * jnp.cos(angle) - near, far * jnp.sin(angle))

    def altitude_on_ray(self, central_angle: Scalar, elevation: Scalar, sensor_altitude: Scalar) -> Scalar:
        """Altitude of a ray above a place [m]; see the abstract class."""
        near, _ = self._radii(sensor_altitude, sensor_altitude)
        angle = elevation + central_angle / self.factor
        cosine = jnp.maximum(jnp.cos(angle), 1e-300)
        height = near * jnp.cos(elevation) / cosine - self.factor * MEAN_RADIUS
        return jnp.where(angle < 0.5 * jnp.pi, height, jnp.inf)


NODES, WEIGHTS = np.polynomial.legendre.leggauss(64)
BISECTIONS = 45
LARGEST_BENDING = 0.05
TOP_OF_AIR = 8.0e4
HIGHEST_ALTITUDE = 4.0e7


class ExponentialAtmosphere(AbstractRefraction):
    """Bent rays through air whose refractivity falls exponentially with altitude.

    The ray keeps n r cos(elevation) constant (Bouguer); its central angle is an integral over the square root
    of height above the sensor, by Gauss and Legendre's rule, and a straight line above 80 km: within 1e-5 rad
    for elevations of 1e-5 to 1e-4 rad, 4e-8 rad for others. Rays start at the horizontal or above. A point
    below the horizon keeps the bending of the horizon.

    Parameters
    ----------
    refractivity
        Refractive index minus one at altitude zero [-].
    scale_height
        Height over which the refractivity falls by a factor e [m].

    References
    ----------
    itu-p453, born1999-rays
    """

    refractivity: Scalar = eqx.field(default=315e-6, converter=lambda value: jnp.asarray(value, dtype=float))
    scale_height: Scalar = eqx.field(default=7350.0, converter=lambda value: jnp.asarray(value, dtype=float))
    references: ClassVar[tuple[str, ...]] = ("itu-p453", "born1999-rays")
    assumption: ClassVar[str] = "Rays are bent by air whose refractivity falls exponentially with altitude."

    def central_angle(self, elevation: Scalar, sensor_altitude: Scalar, altitude: Scalar) -> Scalar:
        """Central angle of a ray [rad]; see the abstract class."""
        edge = jnp.maximum(jnp.minimum(altitude, TOP_OF_AIR), sensor_altitude)
        top = jnp.sqrt(edge - sensor_altitude)
        root = 0.5 * top * (jnp.asarray(NODES) + 1.0)
        near = MEAN_RADIUS + sensor_altitude
        growth = jnp.expm1(2.0 * self._log_ratio(root**2, sensor_altitude))
        slope = jnp.sqrt(growth + jnp.sin(elevation) ** 2)
        integrand = 2.0 * root * jnp.cos(elevation) / ((near + root**2) * slope)
        inside = 0.5 * top * jnp.sum(jnp.asarray(WEIGHTS) * integrand)
        return inside + self._straight_part(elevation, sensor_altitude, edge, jnp.maximum(altitude, edge))

    def _log_ratio(self, height: Scalar, sensor_altitude: Scalar) -> Scalar:
        """Logarithm of n r at a height above the sensor over its value at the sensor [-]."""
        excess = self.refractivity * jnp.exp(-sensor_altitude / self.scale_height)
        fall = jnp.log1p(excess * jnp.exp(-height / self.scale_height)) - jnp.log1p(excess)
        return jnp.log1p(height / (MEAN_RADIUS + sensor_altitude)) + fall

    def _straight_part(
        self, elevation: Scalar, sensor_altitude: Scalar, edge: Scalar, altitude: Scalar
    ) -> Scalar:
        """Central angle from the edge of the air to an altitude [rad]."""
        ratio = self._log_ratio(edge - sensor_altitude, sensor_altitude)
        near, far = MEAN_RADIUS + edge, MEAN_RADIUS + altitude
        nearest = near * jnp.cos(elevation) * jnp.exp(-ratio)
        rise = jnp.sin(elevation) ** 2 - jnp.cos(elevation) ** 2 * jnp.expm1(-2.0 * ratio)
        start = near * jnp.sqrt(jnp.where(rise > 0.0, rise, 0.0))
        end = jnp.sqrt(start**2 + (far - near) * (far + near))
        return jnp.arctan2(end, nearest) - jnp.arctan2(start, nearest)

    def apparent_elevation(self, central_angle: Scalar, sensor_altitude: Scalar, altitude: Scalar) -> Scalar:
        """Elevation of a point [rad]; see the abstract class. By bisection on the bending."""
        straight = EffectiveRadius(1.0)
        geometric = straight.apparent_elevation(central_angle, sensor_altitude, altitude)
        horizon = self.central_angle(jnp.zeros_like(geometric), sensor_altitude, altitude)
        below = geometric - straight.apparent_elevation(horizon, sensor_altitude, altitude)

        def halve(_: int, bounds: tuple[Scalar, Scalar]) -> tuple[Scalar, Scalar]:
            low, high = bounds
            middle = 0.5 * (low + high)
            is_short = self.central_angle(middle, sensor_altitude, altitude) < central_angle
            return jnp.where(is_short, low, middle), jnp.where(is_short, middle, high)

        low = jnp.clip(geometric, 0.0, 0.5 * jnp.pi)
        high = jnp.minimum(low + LARGEST_BENDING, 0.5 * jnp.pi)
        low, high = jax.lax.fori_loop(0, BISECTIONS, halve, (low, high))
        return jnp.where(central_angle > horizon, below, 0.5 * (low + high))

    def altitude_on_ray(self, central_angle: Scalar, elevation: Scalar, sensor_altitude: Scalar) -> Scalar:
        """Altitude of a ray above a place [m]; see the abstract class. Infinite above 40000 km."""

        def halve(_: int, bounds: tuple[Scalar, Scalar]) -> tuple[Scalar, Scalar]:
            low, high = bounds
            middle = 0.5 * (low + high)
            height = sensor_altitude + middle**2
            is_short = self.central_angle(elevation, sensor_altitude, height) < central_angle
            return jnp.where(is_short, middle, low), jnp.where(is_short, high, middle)

        top = jnp.sqrt(jnp.asarray(HIGHEST_ALTITUDE, dtype=float)) + 0.0 * central_angle
        low, high = jax.lax.fori_loop(0, BISECTIONS, halve, (0.0 * top, top))
        height = sensor_altitude + (0.5 * (low + high)) ** 2
        reach = self.central_angle(elevation, sensor_altitude, sensor_altitude + top**2)
        return jnp.where(central_angle > reach, jnp.inf, height)


STRAIGHT = EffectiveRadius(1.0)
"""No refraction."""

FOUR_THIRDS = EffectiveRadius(4 / 3)
"""The customary effective radius of radar work; only fair for targets in the lowest kilometres."""
