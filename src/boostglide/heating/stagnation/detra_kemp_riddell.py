"""Detra, Kemp and Riddell: the satellite correlation of 1957."""

from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar
from boostglide.heating.stagnation.base import AbstractStagnationHeating, as_factor


class DetraKempRiddell(AbstractStagnationHeating):
    """Detra, Kemp and Riddell (1957), 17600 Btu/(ft^2 s) at one foot radius, sea level and 26000 ft/s.

    In SI units 199.87e6 (0.3048 / R)^0.5 (rho / 1.225)^0.5 (V / 7924.8)^3.15, for a wall at 300 K. The speed
    range ends at satellite speed, for which the correlation was made; its lower end is a choice of ours.

    References
    ----------
    detra1957

    Parameters
    ----------
    factor
        Factor on the published flux [-].
    """

    factor: Scalar = eqx.field(default=1.0, converter=as_factor)
    name: ClassVar[str] = "detra-kemp-riddell"
    speed_range: ClassVar[tuple[float, float]] = (1800.0, 8000.0)
    density_range: ClassVar[tuple[float, float]] = (0.0, 1.5)
    nose_radius_range: ClassVar[tuple[float, float]] = (1e-3, 10.0)
    cold_wall_temperature: ClassVar[float] = 300.0
    stated_error: ClassVar[str] = (
        "Later users quote 10 to 20 %; its cold-wall value reads 15 % below the supercatalytic computation "
        "for FIRE II at 6.2 km/s (AIAA 2007-605)."
    )
    references: ClassVar[tuple[str, ...]] = ("detra1957", "hash2007")

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
        geometry = jnp.sqrt(0.3048 / nose_radius * freestream.density / 1.225)
        return self.factor * 199.87e6 * geometry * (freestream.speed / 7924.8) ** 3.15
