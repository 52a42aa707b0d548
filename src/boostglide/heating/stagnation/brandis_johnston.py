"""Brandis and Johnston: fitted to computations of Earth entry."""

from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar
from boostglide.heating.stagnation.base import AbstractStagnationHeating, as_factor


class BrandisJohnston(AbstractStagnationHeating):
    """Brandis and Johnston (2014), convective part, fitted to computed flow fields.

    In W/cm^2 and SI units 7.455e-9 rho^0.4705 V^3.089 R^-0.52 from 3 to 9.5 km/s and
    1.270e-6 rho^0.4678 V^2.524 R^-0.52 from 9.5 to 17 km/s. Outside the ranges the formula still returns a
    number and `contains` is false; nose radii below 0.2 m, as on slender gliders, are outside. The hot-wall
    factor of the base class is applied to it too, which is our reading of the fit.

    References
    ----------
    brandis2014

    Parameters
    ----------
    factor
        Factor on the published flux [-].
    """

    factor: Scalar = eqx.field(default=1.0, converter=as_factor)
    name: ClassVar[str] = "brandis-johnston"
    speed_range: ClassVar[tuple[float, float]] = (3000.0, 17000.0)
    density_range: ClassVar[tuple[float, float]] = (1e-5, 5e-3)
    nose_radius_range: ClassVar[tuple[float, float]] = (0.2, 10.0)
    cold_wall_temperature: ClassVar[float] = 0.0
    stated_error: ClassVar[str] = (
        "Its cold-wall value reads 8 to 16 % below the supercatalytic computations for FIRE II "
        "(AIAA 2007-605)."
    )
    references: ClassVar[tuple[str, ...]] = ("brandis2014", "hash2007")

    def cold_wall(self, freestream: Freestream, nose_radius: Scalar) -> Scalar:
        """Heat flux to a cold wall.

        Parameters
        ----------
        freestream
            Air ahead of the body.
        nose_radius
            Nose radius [m].

        Returns
        -------
        Scalar
            Heat flux [W/m^2].
        """
        slow = 7.455e-5 * freestream.density**0.4705 * freestream.speed**3.089
        fast = 1.270e-2 * freestream.density**0.4678 * freestream.speed**2.524
        return self.factor * jnp.where(freestream.speed <= 9500.0, slow, fast) * nose_radius**-0.52
