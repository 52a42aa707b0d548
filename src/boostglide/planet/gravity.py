"""Gravity of an oblate planet: the central term and the zonal harmonics up to degree 4."""

from __future__ import annotations

from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Scalar, Vector3


class ZonalGravity(eqx.Module):
    """Newtonian attraction without the effect of rotation; a coefficient of zero leaves its term out.

    The default is WGS84's gravitational parameter and radius with the J2 of EGM96, the usual choice of entry
    codes. `degree_4` adds J3 and J4, `central` drops all three. Valid outside the planet.

    Parameters
    ----------
    gravitational_parameter
        Gravitational constant times mass, air included [m^3/s^2].
    equatorial_radius
        Radius that the harmonics refer to [m].
    j2, j3, j4
        Zonal coefficients, unnormalised [-]. EGM96 refers them to 6378136.3 m; the difference to the radius
        used here changes their effect by 2 to 6 parts in ten million.
    """

    gravitational_parameter: float = eqx.field(static=True, default=3.986004418e14)
    equatorial_radius: float = eqx.field(static=True, default=6378137.0)
    j2: float = eqx.field(static=True, default=1.08262668e-3)
    j3: float = eqx.field(static=True, default=0.0)
    j4: float = eqx.field(static=True, default=0.0)
    references: ClassVar[tuple[str, ...]] = ("nima_wgs84", "lemoine1998")

    def __check_init__(self):
        if not (self.gravitational_parameter > 0 and self.equatorial_radius > 0):
            raise ValueError("Arguments `gravitational_parameter` and `equatorial_radius` must be positive.")

    @classmethod
    def central(cls) -> ZonalGravity:
        """Attraction of a point mass."""
        return cls(j2=0.0)

    @classmethod
    def degree_4(cls) -> ZonalGravity:
        """J2, J3 and J4 of EGM96."""
        return cls(j3=-2.53265649e-6, j4=-1.61962159e-6)

    def acceleration(self, position: Vector3) -> Vector3:
        """Attraction at a position.

        Parameters
        ----------
        position
            Earth-fixed or inertial position, z along the axis [m]; not the centre.

        Returns
        -------
        Vector3
            Acceleration in the axes of the position [m/s^2].

        References
        ----------
        montenbruck2000, section 3.2: the gradient of `potential`, written out for order zero.
        """
        inverse_squared = 1 / position.dot(position)
        inverse = jnp.sqrt(inverse_squared)
        sine = position.z * inverse
        radial, axial = self._factors(self.equatorial_radius * inverse, sine)
        strength = self.gravitational_parameter * inverse_squared
        outward, north = -strength * radial * inverse, strength * axial
        return Vector3(outward * position.x, outward * position.y, outward * position.z + north)

    def potential(self, position: Vector3) -> Scalar:
        """Potential whose gradient is the acceleration.

        Parameters
        ----------
        position
            Earth-fixed or inertial position, z along the axis [m]; not the centre.

        Returns
        -------
        Scalar
            Potential [J/kg], positive, zero at infinity.

        References
        ----------
        montenbruck2000, section 3.2, for order zero.
        """
        inverse = 1 / position.norm()
        q, s = self.equatorial_radius * inverse, position.z * inverse
        legendre_2 = 0.5 * (3 * s**2 - 1)
        legendre_3 = 0.5 * s * (5 * s**2 - 3)
        legendre_4 = 0.125 * (35 * s**4 - 30 * s**2 + 3)
        harmonics = self.j2 * legendre_2 * q**2 + self.j3 * legendre_3 * q**3 + self.j4 * legendre_4 * q**4
        return self.gravitational_parameter * inverse * (1 - harmonics)

    def _factors(self, q: Scalar, s: Scalar) -> tuple[Scalar, Scalar]:
        """Share of the attraction along the radius and along the axis, in units of the central term [-]."""
        s2, q2 = s * s, q * q
        radial, axial = jnp.ones_like(q), jnp.zeros_like(q)
        if self.j2:
            radial = radial + self.j2 * q2 * (1.5 - 7.5 * s2)
            axial = axial - self.j2 * q2 * (3 * s)
        if self.j3:
            radial = radial + self.j3 * q * q2 * s * (7.5 - 17.5 * s2)
            axial = axial - self.j3 * q * q2 * (7.5 * s2 - 1.5)
        if self.j4:
            radial = radial + self.j4 * q2 * q2 * (-1.875 + s2 * (26.25 - 39.375 * s2))
            axial = axial - self.j4 * q2 * q2 * s * (17.5 * s2 - 7.5)
        return radial, axial
