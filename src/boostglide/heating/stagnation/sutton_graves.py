"""Sutton and Graves: one constant for air."""

from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar
from boostglide.heating.stagnation.base import AbstractStagnationHeating, as_factor


class SuttonGraves(AbstractStagnationHeating):
    """Sutton and Graves (1971): 1.7415e-4 (rho / R)^0.5 V^3 in SI units.

    The speed range is that of the comparisons in `verification/` (a wind tunnel at 0.86 km/s, FIRE II at
    11.3 km/s), not one that the report states. Density and nose radius are limited by the Knudsen number.

    References
    ----------
    sutton1971

    Parameters
    ----------
    factor
        Factor on the published flux [-].
    """

    factor: Scalar = eqx.field(default=1.0, converter=as_factor)
    name: ClassVar[str] = "sutton-graves"
    speed_range: ClassVar[tuple[float, float]] = (800.0, 11500.0)
    density_range: ClassVar[tuple[float, float]] = (0.0, 1.5)
    nose_radius_range: ClassVar[tuple[float, float]] = (1e-3, 10.0)
    cold_wall_temperature: ClassVar[float] = 0.0
    stated_error: ClassVar[str] = (
        "Its cold-wall value reads 21 to 23 % below the supercatalytic computations for FIRE II "
        "(AIAA 2007-605) at 6.2 to 11.3 km/s."
    )
    references: ClassVar[tuple[str, ...]] = ("sutton1971", "hash2007")

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
        return self.factor * 1.7415e-4 * jnp.sqrt(freestream.density / nose_radius) * freestream.speed**3
