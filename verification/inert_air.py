"""Air without reactions as Thivet, Perrin and Candel computed it: oscillators that end, SSH theory."""

from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import AVOGADRO, GAS_CONSTANT, Array, Float, Scalar
from boostglide.gas import Oscillator

REFERENCE_TEMPERATURE = 298.15
MOLECULES = ("N2", "O2")


class OscillatorThermodynamics(eqx.Module):
    """Rigid rotators with truncated harmonic oscillators and no electronic excitation.

    Parameters
    ----------
    oscillators
        One of each species, in the order of `MOLECULES`.
    molar_mass
        Molar mass [kg/mol].
    """

    oscillators: tuple[Oscillator, ...] = eqx.field(static=True)
    molar_mass: Float[Array, " species"]
    names: ClassVar[tuple[str, ...]] = MOLECULES

    @classmethod
    def load(cls) -> "OscillatorThermodynamics":
        """Nitrogen and oxygen."""
        both = tuple(Oscillator.load(name) for name in MOLECULES)
        return cls(both, jnp.asarray([each.mass * float(AVOGADRO) for each in both]))

    @property
    def gas_constant(self) -> Float[Array, " species"]:
        """Specific gas constant [J/kg/K]."""
        return float(GAS_CONSTANT) / self.molar_mass

    @property
    def thermal_heat_capacity(self) -> Float[Array, " species"]:
        """Of translation and rotation at constant pressure [J/kg/K]."""
        return 3.5 * self.gas_constant

    @property
    def formation_enthalpy(self) -> Float[Array, " species"]:
        """None [J/kg]."""
        return jnp.zeros_like(self.molar_mass)

    def vibronic_enthalpy(self, temperature: Scalar) -> Float[Array, " species"]:
        """Vibrational energy above that at 298.15 K [J/kg]."""
        cold = jnp.asarray(REFERENCE_TEMPERATURE)
        rise = [each.energy(temperature) - each.energy(cold) for each in self.oscillators]
        return self.gas_constant * jnp.stack(rise)

    def vibronic_heat_capacity(self, temperature: Scalar) -> Float[Array, " species"]:
        """Heat capacity of vibration [J/kg/K]."""
        slopes = [_slope(each, temperature) for each in self.oscillators]
        return self.gas_constant * jnp.stack(slopes)

    def gibbs(self, temperature: Scalar) -> Float[Array, " species"]:
        """Nothing reacts, so that any value does [-]."""
        return jnp.zeros_like(self.molar_mass) * temperature


def _slope(oscillator: Oscillator, temperature: Scalar) -> Scalar:
    """Heat capacity over the gas constant [-]."""

    def mean(level: float) -> Scalar:
        half = 0.5 * level / temperature
        return (half / jnp.sinh(half)) ** 2

    return mean(oscillator.vibrational_temperature) - mean(oscillator.dissociation_temperature)
