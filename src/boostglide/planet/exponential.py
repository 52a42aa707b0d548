"""An isothermal atmosphere whose density falls exponentially, as closed forms of flight assume it."""

from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Flag, Scalar
from boostglide.planet.atmosphere import AbstractAtmosphere, Air, as_float
from boostglide.planet.us76 import HEAT_CAPACITY_RATIO, MAXIMUM_ALTITUDE, MINIMUM_ALTITUDE
from boostglide.planet.us76_layers import SPECIFIC_GAS_CONSTANT


class ExponentialAtmosphere(AbstractAtmosphere):
    """Density rho_0 exp(-h / H) with one temperature and one scale height, to reproduce publications.

    It holds by definition from -5 km to 1000 km. As a picture of the Earth it is coarse: with the default
    surface density and scale height it gives 0.72 to 1.34 times the density of the US Standard Atmosphere
    1976 up to 90 km, three times that at 120 km, and almost nothing above 200 km. Pressure follows from the
    gas law; it balances the weight of the air only where the scale height is R T / g, as it nearly is with
    the default temperature.

    Parameters
    ----------
    surface_density
        Density at altitude zero [kg/m^3], positive.
    scale_height
        Height over which density falls by a factor e [m], positive.
    temperature
        Temperature at every altitude [K], positive.
    specific_gas_constant
        Gas constant over molar mass [J/kg/K], positive.

    References
    ----------
    vinh1980, chapter 2.
    """

    surface_density: Scalar = eqx.field(converter=as_float, default=1.225)
    scale_height: Scalar = eqx.field(converter=as_float, default=7200.0)
    temperature: Scalar = eqx.field(converter=as_float, default=246.0)
    specific_gas_constant: Scalar = eqx.field(converter=as_float, default=SPECIFIC_GAS_CONSTANT)
    name: ClassVar[str] = "isothermal atmosphere with exponential density"
    references: ClassVar[tuple[str, ...]] = ("vinh1980",)

    def __call__(self, altitude: Scalar) -> Air:
        """State of the air at an altitude.

        Parameters
        ----------
        altitude
            Geometric altitude [m], -5 km to 1000 km. Beyond, the value at the nearer end is returned; ask
            `contains`.

        Returns
        -------
        Air
            Density [kg/m^3], pressure [Pa], temperature [K] and speed of sound [m/s].
        """
        altitude = jnp.clip(altitude, MINIMUM_ALTITUDE, MAXIMUM_ALTITUDE)
        density = self.surface_density * jnp.exp(-altitude / self.scale_height)
        ratio = self.specific_gas_constant * self.temperature
        return Air(
            density=density,
            pressure=density * ratio,
            temperature=self.temperature + jnp.zeros_like(density),
            sound_speed=jnp.sqrt(HEAT_CAPACITY_RATIO * ratio) + jnp.zeros_like(density),
        )

    def contains(self, altitude: Scalar) -> Flag:
        """Whether an altitude [m] lies between -5 km and 1000 km."""
        return (altitude >= MINIMUM_ALTITUDE) & (altitude <= MAXIMUM_ALTITUDE)

    @property
    def altitude_range(self) -> tuple[float, float]:
        """From -5 km to 1000 km [m]."""
        return MINIMUM_ALTITUDE, MAXIMUM_ALTITUDE
