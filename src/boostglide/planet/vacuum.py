"""No air at all: the atmosphere switched off."""

from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Flag, Scalar
from boostglide.planet.atmosphere import AbstractAtmosphere, Air, as_float
from boostglide.planet.us76 import HEAT_CAPACITY_RATIO
from boostglide.planet.us76_layers import SPECIFIC_GAS_CONSTANT


class Vacuum(AbstractAtmosphere):
    """Zero density and pressure at every altitude.

    Temperature and speed of sound stay finite, so that a Mach number still divides; they mean nothing else.

    Parameters
    ----------
    temperature
        Temperature that is reported [K], positive.
    """

    temperature: Scalar = eqx.field(converter=as_float, default=288.15)
    name: ClassVar[str] = "no atmosphere"
    references: ClassVar[tuple[str, ...]] = ()

    def __call__(self, altitude: Scalar) -> Air:
        """Nothing, at any altitude [m]: zero density [kg/m^3] and pressure [Pa].

        Parameters
        ----------
        altitude
            Geometric altitude [m]; any.

        Returns
        -------
        Air
            Zeros, the stated temperature [K] and the speed of sound of air at it [m/s].
        """
        nothing, temperature = jnp.zeros_like(altitude), self.temperature + jnp.zeros_like(altitude)
        sound_speed = jnp.sqrt(HEAT_CAPACITY_RATIO * SPECIFIC_GAS_CONSTANT * temperature)
        return Air(nothing, nothing, temperature, sound_speed)

    def contains(self, altitude: Scalar) -> Flag:
        """Whether an altitude [m] is a number: a vacuum has no end."""
        return ~jnp.isnan(altitude)

    @property
    def altitude_range(self) -> tuple[float, float]:
        """Without end [m]."""
        return -float("inf"), float("inf")
