"""Vibrational relaxation times of N2 and O2 by the theory of Schwartz, Slawsky and Herzfeld.

With these Thivet, Perrin and Candel computed inert air behind a shock. Symbols follow them: alpha and beta
describe the repulsion; the steric, vibrational, translational and attractive factors divide the probability.
"""

from __future__ import annotations

import dataclasses
import math
from typing import ClassVar, Literal, Self

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import AVOGADRO, BOLTZMANN, GAS_CONSTANT, Array, Float, Scalar, load_yaml
from boostglide.gas.kinetics.relaxation_data import DATA
from boostglide.gas.kinetics.vibration import AbstractRelaxation
from boostglide.gas.species import load_species

PLANCK = 6.62607015e-34
"""Planck constant [J s], exact."""

_K = float(BOLTZMANN)
Factors = Literal["cfcfd", "gdtk"]


@dataclasses.dataclass(frozen=True)
class Oscillator:
    """A diatomic molecule as a truncated harmonic oscillator with a Lennard-Jones potential round it.

    Parameters
    ----------
    name
        Name of the species.
    mass
        Mass of the molecule [kg].
    distance, equilibrium_distance
        Zero of the intermolecular potential [m] and distance of the nuclei [m].
    depth
        Depth of the intermolecular potential [J].
    mass_factor
        Factor f_m of the vibrational steric factor [-].
    vibrational_temperature, dissociation_temperature
        Characteristic temperatures of vibration [K] and dissociation [K].
    """

    name: str
    mass: float
    distance: float
    equilibrium_distance: float
    depth: float
    mass_factor: float
    vibrational_temperature: float
    dissociation_temperature: float
    references: ClassVar[tuple[str, ...]] = ("thivet1991", "schwartz1952", "cfcfd")

    @classmethod
    def load(cls, name: str) -> Oscillator:
        """The oscillator `N2` or `O2`; ValueError for any other."""
        molecules = load_yaml(DATA)["schwartz_slawsky_herzfeld"]["molecules"]
        if name not in molecules:
            raise ValueError(f"There are constants for {' and '.join(molecules)}, but not for `{name}`.")
        (species,) = load_species((name,))
        numbers = {key: float(value) for key, value in molecules[name].items()}
        return cls(name, species.molar_mass / float(AVOGADRO), **numbers)

    def energy(self, temperature: Scalar) -> Scalar:
        """Vibrational energy over the gas constant [K], truncated at dissociation.

        Parameters
        ----------
        temperature
            Vibrational temperature [K].
        """
        return self.harmonic_energy(temperature) - self._mean(temperature, self.dissociation_temperature)

    def harmonic_energy(self, temperature: Scalar) -> Scalar:
        """Vibrational energy of the oscillator without end, over the gas constant [K].

        Parameters
        ----------
        temperature
            Vibrational temperature [K].
        """
        return self._mean(temperature, self.vibrational_temperature)

    @staticmethod
    def _mean(temperature: Scalar, level: float) -> Scalar:
        return level / jnp.expm1(level / temperature)


def translation_time(
    molecule: Oscillator, collider: Oscillator, temperature: Scalar, number_density: Scalar | float
) -> Scalar:
    """Time in which collisions bring vibration to the translational temperature.

    Parameters
    ----------
    molecule, collider
        Who relaxes, and in which gas.
    temperature
        Translational temperature [K].
    number_density
        Number density of the collider [1/m^3].

    Returns
    -------
    Relaxation time [s].

    References
    ----------
    thivet1991; schwartz1952; cfcfd
    """
    theta = molecule.vibrational_temperature
    pair = _Pair.of(molecule, collider, _K * theta, temperature)
    steric = _steric(pair, molecule) * _vibrational(pair, molecule, 1.0)
    probability = pair.probability / steric
    return 1.0 / (pair.frequency(number_density) * probability * -jnp.expm1(-theta / temperature))


def exchange_time(
    molecule: Oscillator,
    partner: Oscillator,
    temperature: Scalar,
    number_density: Scalar | float,
    factors: Factors = "cfcfd",
) -> Scalar:
    """Time in which a molecule exchanges vibration with that of another kind.

    Parameters
    ----------
    molecule, partner
        Who relaxes, and with whom.
    temperature
        Translational temperature [K].
    number_density
        Number density of the partner [1/m^3].
    factors
        Divisors of the vibrational steric factors: 3 and 3 in ``"cfcfd"``, 3 and 2 in its port to ``"gdtk"``.

    Returns
    -------
    Exchange time [s].

    References
    ----------
    thivet1991; cfcfd; gdtk
    """
    first, second = load_yaml(DATA)["schwartz_slawsky_herzfeld"]["vibration_factors"][factors]["values"]
    difference = molecule.vibrational_temperature - partner.vibrational_temperature
    pair = _Pair.of(molecule, partner, _K * difference, temperature)
    steric = _steric(pair, molecule) * _steric(pair, partner)
    vibrational = _vibrational(pair, molecule, first) * _vibrational(pair, partner, second)
    probability = pair.probability / (steric * vibrational)
    return jnp.exp(-difference / temperature) / (pair.frequency(number_density) * probability)


def exchange_rate(
    molecule: Oscillator,
    partner: Oscillator,
    temperature: Scalar,
    vibrational_temperature: Scalar,
    partner_temperature: Scalar,
    time: Scalar,
) -> Scalar:
    """Vibrational energy that a molecule gains from another kind.

    Parameters
    ----------
    molecule, partner
        Who gains, and with whom it exchanges.
    temperature, vibrational_temperature, partner_temperature
        Translational temperature, vibrational temperatures of the molecule and of its partner [K].
    time
        Exchange time [s].

    Returns
    -------
    Energy over the gas constant and time, per mole of the molecule [K/s].

    References
    ----------
    thivet1991; cfcfd
    """
    own, other = molecule.energy(vibrational_temperature), partner.energy(partner_temperature)
    own_end, other_end = molecule.energy(temperature), partner.energy(temperature)
    filled = jnp.expm1(-molecule.vibrational_temperature / temperature) / jnp.expm1(
        -partner.vibrational_temperature / temperature
    )
    gained = filled * other * (own_end - own) - own * (other_end - other)
    return gained / (partner.harmonic_energy(temperature) * time)


class SchwartzSlawskyHerzfeld(AbstractRelaxation):
    """Relaxation of the vibration of N2 and O2 towards translation and, if wanted, towards each other.

    Energies are those of truncated harmonic oscillators; other species of the gas take no part.

    Parameters
    ----------
    vibrators
        Numbers of the molecules among the species.
    oscillators
        Their constants.
    species_count
        Number of species of the gas [-].
    coupled
        Whether the molecules exchange vibration.
    factors
        Divisors of the vibrational steric factors of that exchange.
    """

    vibrators: tuple[int, ...] = eqx.field(static=True)
    oscillators: tuple[Oscillator, ...] = eqx.field(static=True)
    species_count: int = eqx.field(static=True)
    coupled: bool = eqx.field(static=True)
    factors: Factors = eqx.field(static=True)
    references: ClassVar[tuple[str, ...]] = ("thivet1991", "schwartz1952", "cfcfd")

    @classmethod
    def of(cls, names: tuple[str, ...], coupled: bool = True, factors: Factors = "cfcfd") -> Self:
        """Relaxation of those of the named species that are N2 or O2."""
        vibrators = tuple(number for number, name in enumerate(names) if name in ("N2", "O2"))
        oscillators = tuple(Oscillator.load(names[number]) for number in vibrators)
        return cls(vibrators, oscillators, len(names), coupled, factors)

    def exchange(
        self, temperature: Scalar, vibrational_temperature: Float[Array, " molecule"]
    ) -> Float[Array, "molecule species"]:
        """What collisions with each species give to each molecule, over both concentrations [W m^3/mol^2].

        Parameters
        ----------
        temperature
            Of translation [K].
        vibrational_temperature
            Of each molecule [K].

        References
        ----------
        thivet1991; cfcfd
        """
        found = jnp.zeros((len(self.vibrators), self.species_count))
        for row, one in enumerate(self.oscillators):
            for column, other in enumerate(self.oscillators):
                temperatures = vibrational_temperature[row], vibrational_temperature[column]
                gain = self._gain(one, other, temperature, *temperatures)
                found = found.at[row, self.vibrators[column]].set(gain)
        return float(GAS_CONSTANT) * float(AVOGADRO) * found

    def _gain(
        self, one: Oscillator, other: Oscillator, temperature: Scalar, own: Scalar, its: Scalar
    ) -> Scalar:
        """Energy over the gas constant that one gains from the other, at one particle of it in a volume."""
        lag = one.energy(temperature) - one.energy(own)
        gain = lag / translation_time(one, other, temperature, 1.0)
        if not self.coupled or one == other:
            return gain
        time = exchange_time(one, other, temperature, 1.0, self.factors)
        return gain + exchange_rate(one, other, temperature, own, its, time)


@dataclasses.dataclass(frozen=True)
class _Pair:
    """The interaction of two molecules at one temperature; `probability` lacks the steric factors."""

    temperature: Scalar
    mass: float
    distance: float
    energy: float
    steepness: Scalar
    alpha: Scalar
    probability: Scalar

    @classmethod
    def of(cls, one: Oscillator, other: Oscillator, energy: float, temperature: Scalar) -> _Pair:
        mass = one.mass * other.mass / (one.mass + other.mass)
        distance = 0.5 * (one.distance + other.distance)
        depth = math.sqrt(one.depth * other.depth)
        length = 3 * PLANCK * mass / (math.pi**2 * distance * _K * energy)
        beta = (0.5 * (2 * depth / mass) ** 9 * length**6 * temperature**-6.0) ** (1 / 19)
        root = (2 * beta) ** (1 / 6)
        reached = root / (1 + 2 / 19 * beta)  # closest approach over the distance
        steepness = 12 / root * (1 + 21 / 19 * beta) / distance
        alpha = 16 * math.pi**4 * mass * energy**2 / (steepness**2 * (PLANCK**2 * _K))
        well = depth / (_K * temperature)
        chi = 0.5 * (alpha / temperature) ** (1 / 3)
        attraction = jnp.exp(-4 / math.pi * jnp.sqrt(well * chi) - 16 / (3 * math.pi**2) * well)
        exponent = 1.5 * (alpha / temperature) ** (1 / 3) - energy / (2 * _K * temperature)
        translation = math.pi**2 * math.sqrt(1.5 / math.pi) * (energy / (_K * alpha)) ** 2
        translation = translation * (temperature / alpha) ** (1 / 6) * jnp.exp(exponent)
        return cls(
            temperature, mass, distance, energy, steepness, alpha, reached**2 / (translation * attraction)
        )

    def frequency(self, number_density: Scalar | float) -> Scalar:
        """Collisions of one molecule per time."""
        speed = jnp.sqrt(2 * math.pi * _K * self.temperature / self.mass)
        return 2 * number_density * self.distance**2 * speed


def _steric(pair: _Pair, molecule: Oscillator) -> Scalar:
    reach = pair.steepness * molecule.equilibrium_distance
    return reach + 2.5 / reach**2


def _vibrational(pair: _Pair, molecule: Oscillator, divisor: float) -> Scalar:
    theta = molecule.vibrational_temperature
    factor = molecule.mass_factor / (divisor * math.pi**2) * (0.5 * molecule.mass / pair.mass)
    return factor * pair.alpha / theta * (_K * theta / pair.energy) ** 2
