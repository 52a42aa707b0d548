"""The US Standard Atmosphere 1976 from -5 to 1000 km."""

from typing import ClassVar

import equinox as eqx
import jax
import jax.numpy as jnp

from boostglide.core import Flag, Scalar
from boostglide.planet.any_member import any_member
from boostglide.planet.atmosphere import AbstractAtmosphere, Air
from boostglide.planet.us76_layers import JOIN, SPECIFIC_GAS_CONSTANT, layers, molar_mass_ratio
from boostglide.planet.us76_upper import upper, upper_temperature

MINIMUM_ALTITUDE, MAXIMUM_ALTITUDE = -5e3, 1000e3
"""Geometric altitudes between which the model holds [m]."""

HEAT_CAPACITY_RATIO = 1.4
"""Ratio of the heat capacities of air [-]."""


def _float(value) -> Scalar:
    return jnp.asarray(value, dtype=float)


class StandardAtmosphere1976(AbstractAtmosphere):
    """Mean mid-latitude air at moderate solar activity, as a function of geometric altitude.

    Up to 86 km the report's layers are evaluated exactly. From there to 1000 km, cubics interpolate its
    diffusion equations with an error below 1e-5 of the value. Density, pressure and temperature are
    continuous; the gradient of temperature jumps at the layer boundaries and that of density at 100 km, as in
    the report. To meet the layers at 86 km the upper part is multiplied by a factor that differs from one by
    less than 1e-5.

    The temperature is the kinetic one. Density, pressure and speed of sound rest on the molecular-scale
    temperature, which differs from it above 80 km (the report's table I prints the molecular-scale one up to
    86 km).
    The report gives no speed of sound above 86 km: there the value continues the same formula, for Mach
    numbers without a jump, and means little in so thin a gas.

    Parameters
    ----------
    density_factor
        Multiplies density and pressure at every altitude [-]; it lets an ensemble vary the air.
    """

    density_factor: Scalar = eqx.field(converter=_float, default=1.0)
    name: ClassVar[str] = "US Standard Atmosphere 1976"
    references: ClassVar[tuple[str, ...]] = ("us76",)

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

        References
        ----------
        us76, sections 1.2 and 1.3; speed of sound from equation 50.
        """
        altitude = jnp.clip(altitude, MINIMUM_ALTITUDE, MAXIMUM_ALTITUDE)
        # Each part sees only altitudes it is made for, so that neither spoils the other's derivatives.
        is_upper, low, high = altitude > JOIN, jnp.minimum(altitude, JOIN), jnp.maximum(altitude, JOIN)
        layered = layers(low)

        def with_upper() -> tuple[Scalar, ...]:
            return tuple(jnp.where(is_upper, *pair) for pair in zip(upper(high), layered, strict=True))

        # The upper part costs a batch nothing while all of it is in the layers.
        log_density, scale = jax.lax.cond(any_member(is_upper), with_upper, lambda: layered)
        density = self.density_factor * jnp.exp(log_density)
        return Air(
            density=density,
            pressure=density * (SPECIFIC_GAS_CONSTANT * scale),
            temperature=jnp.where(is_upper, upper_temperature(high), scale * molar_mass_ratio(low)),
            sound_speed=jnp.sqrt((HEAT_CAPACITY_RATIO * SPECIFIC_GAS_CONSTANT) * scale),
        )

    def contains(self, altitude: Scalar) -> Flag:
        """Whether the model holds at an altitude.

        Parameters
        ----------
        altitude
            Geometric altitude [m].

        Returns
        -------
        Flag
            True from -5 km to 1000 km [-].
        """
        return (altitude >= MINIMUM_ALTITUDE) & (altitude <= MAXIMUM_ALTITUDE)

    @property
    def altitude_range(self) -> tuple[float, float]:
        """From -5 km to 1000 km [m]."""
        return MINIMUM_ALTITUDE, MAXIMUM_ALTITUDE
