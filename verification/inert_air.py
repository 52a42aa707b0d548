"""Air without reactions as Thivet, Perrin and Candel computed it: oscillators that end, SSH theory."""

from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import AVOGADRO, GAS_CONSTANT, Array, Float, Scalar
from boostglide.gas import AbstractRelaxation, Oscillator, exchange_rate, exchange_time, translation_time

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


class OscillatorRelaxation(AbstractRelaxation):
    """Exchange of vibration with translation and, where asked for, between the molecules.

    Parameters
    ----------
    oscillators
        One of each species, in the order of `MOLECULES`.
    between
        Whether the molecules exchange vibration with each other.
    """

    oscillators: tuple[Oscillator, ...] = eqx.field(static=True)
    between: bool = eqx.field(static=True)
    vibrators: tuple[int, ...] = eqx.field(static=True, default=(0, 1))

    def exchange(
        self, temperature: Scalar, vibrational_temperature: Float[Array, " molecule"]
    ) -> Float[Array, "molecule species"]:
        """What collisions with each species give to each molecule, over both concentrations [W m^3/mol^2]."""
        rows = [
            [self._gain(one, other, temperature, vibrational_temperature) for other in self.vibrators]
            for one in self.vibrators
        ]
        return float(GAS_CONSTANT) * jnp.stack([jnp.stack(row) for row in rows])

    def _gain(self, one: int, other: int, temperature: Scalar, vibrational: Float) -> Scalar:
        """Energy over the gas constant that one gains among 1 mol/m^3 of the other [K/s]."""
        molecule, collider, number = self.oscillators[one], self.oscillators[other], float(AVOGADRO)
        lag = molecule.energy(temperature) - molecule.energy(vibrational[one])
        gain = lag / translation_time(molecule, collider, temperature, number)
        if self.between and one != other:
            time = exchange_time(molecule, collider, temperature, number)
            pair = vibrational[one], vibrational[other]
            gain += exchange_rate(molecule, collider, temperature, *pair, time)
        return gain
