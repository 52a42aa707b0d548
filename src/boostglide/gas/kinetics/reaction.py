"""Reactions and mechanisms as plain data: what reacts, how fast, at which temperature, by which source."""

from __future__ import annotations

import dataclasses
import math
from typing import Literal

Kind = Literal[
    "dissociation",
    "electron-impact-dissociation",
    "exchange",
    "charge-exchange",
    "associative-ionisation",
    "heavy-impact-ionisation",
    "electron-impact-ionisation",
]


@dataclasses.dataclass(frozen=True)
class ArrheniusRate:
    """Rate coefficient `factor * T**exponent * exp(-activation_temperature / T)`.

    Parameters
    ----------
    factor
        In m^3, mol, s and K; the power of m^3/mol is the number of colliding particles less one [any unit].
    exponent
        Power of the temperature [-].
    activation_temperature
        Activation energy over the gas constant [K].
    """

    factor: float
    exponent: float
    activation_temperature: float

    def __call__(self, temperature: float) -> float:
        """The coefficient at a controlling temperature.

        Parameters
        ----------
        temperature
            Controlling temperature [K].

        Returns
        -------
        The coefficient, in the unit of the factor [any unit].
        """
        return math.exp(self.logarithm(temperature))

    def logarithm(self, temperature: float) -> float:
        """Natural logarithm of the coefficient, which neither overflows nor vanishes.

        Parameters
        ----------
        temperature
            Controlling temperature [K].

        Returns
        -------
        Logarithm of the coefficient in the unit of the factor [-].
        """
        power = self.exponent * math.log(temperature)
        return math.log(self.factor) + power - self.activation_temperature / temperature


@dataclasses.dataclass(frozen=True)
class ControllingTemperature:
    """The temperature `T**a * Tv**b` at which a rate coefficient of a two-temperature gas is taken.

    Parameters
    ----------
    translational_exponent, vibrational_exponent
        Powers a of the translational and b of the vibrational-electronic temperature [-]; they sum to one.
    """

    translational_exponent: float
    vibrational_exponent: float


AIR_SPECIES: dict[int, tuple[str, ...]] = {
    5: ("N2", "O2", "NO", "N", "O"),
    7: ("N2", "O2", "NO", "N", "O", "NO+", "e-"),
    11: ("N2", "O2", "NO", "N", "O", "N2+", "O2+", "NO+", "N+", "O+", "e-"),
}
"""Species of the subsets of air: neutral, with the first ion, and singly ionised."""

TRANSLATIONAL = ControllingTemperature(1.0, 0.0)
VIBRATIONAL = ControllingTemperature(0.0, 1.0)


@dataclasses.dataclass(frozen=True)
class Reaction:
    """One reversible reaction; its backward rate follows from the forward rate and the equilibrium constant.

    Parameters
    ----------
    equation
        As published, for example ``"N2 + M = N + N + M"``.
    reactants, products
        Number of particles by species, without the third body `M`.
    rate
        Forward rate coefficient; with third bodies, that of a collider of efficiency one.
    third_body
        Efficiency by species, for every species of the mechanism [-]; None without `M`.
    kind
        What happens; it sets the controlling temperatures unless the file gives them.
    forward_temperature, backward_temperature
        Controlling temperatures of the two directions.
    references
        Keys of the bibliography.
    valid_temperatures
        Lowest and highest temperature of the fit [K]; None where the publication states none.
    note
        What to know about the numbers: misprints, other values in circulation, second-hand sources.
    """

    equation: str
    reactants: dict[str, int]
    products: dict[str, int]
    rate: ArrheniusRate
    third_body: dict[str, float] | None
    kind: Kind
    forward_temperature: ControllingTemperature
    backward_temperature: ControllingTemperature
    references: tuple[str, ...]
    valid_temperatures: tuple[float, float] | None = None
    note: str = ""

    @property
    def species(self) -> frozenset[str]:
        """Species that are made or consumed."""
        return frozenset(self.reactants) | frozenset(self.products)

    @property
    def order(self) -> int:
        """Number of particles that collide in the forward direction, the third body included."""
        return sum(self.reactants.values()) + (self.third_body is not None)


@dataclasses.dataclass(frozen=True)
class Option:
    """One of the values that publications or transcriptions give for the same thing.

    Parameters
    ----------
    name
        What selects it.
    note
        Where it comes from.
    references
        Keys of the bibliography.
    """

    name: str
    note: str
    references: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Variant:
    """A choice that a mechanism leaves open because its sources differ.

    Parameters
    ----------
    name
        Name of the choice.
    title
        What differs, in words.
    options
        What can be chosen; the first is the default.
    """

    name: str
    title: str
    options: tuple[Option, ...]

    @property
    def default(self) -> str:
        """Name of the option that holds where none is chosen."""
        return self.options[0].name


@dataclasses.dataclass(frozen=True)
class Mechanism:
    """Reactions among a set of species.

    Parameters
    ----------
    name, title
        Short name, and name for people.
    species
        All species, inert ones included.
    reactions
        Balanced reactions among them.
    references
        Keys of the bibliography, for the mechanism as a whole.
    variants
        Name of the option taken, by variant.
    available_variants
        What could have been chosen.
    dissociation_exponent
        Power s of the translational temperature in T^s Tv^(1-s), which controls dissociation [-].
    note
        What to know about the whole.
    """

    name: str
    title: str
    species: tuple[str, ...]
    reactions: tuple[Reaction, ...]
    references: tuple[str, ...]
    variants: dict[str, str]
    available_variants: tuple[Variant, ...]
    dissociation_exponent: float = 0.5
    note: str = ""

    def air(self, species_count: int) -> Mechanism:
        """The subset for 5, 7 or 11 species of air.

        Parameters
        ----------
        species_count
            5 for neutral air, 7 with NO+ and electrons, 11 for singly ionised air [-].

        Raises
        ------
        ValueError
            If there is no such subset, or the mechanism lacks one of its species.
        """
        if species_count not in AIR_SPECIES:
            raise ValueError(f"Argument `species_count` must be 5, 7 or 11, but is {species_count}.")
        return self.subset(AIR_SPECIES[species_count])

    def subset(self, species: tuple[str, ...]) -> Mechanism:
        """The reactions whose species are all among the given ones; third bodies likewise.

        Parameters
        ----------
        species
            Species to keep, in the order of the result.

        Raises
        ------
        ValueError
            If a species is not one of the mechanism.
        """
        unknown = [name for name in species if name not in self.species]
        if unknown:
            known, found = ", ".join(self.species), ", ".join(unknown)
            raise ValueError(f"Argument `species` must name species of `{self.name}` ({known}), not {found}.")
        kept = tuple(_restricted(each, species) for each in self.reactions if each.species <= set(species))
        return dataclasses.replace(self, species=tuple(species), reactions=kept)


def _restricted(reaction: Reaction, species: tuple[str, ...]) -> Reaction:
    if reaction.third_body is None:
        return reaction
    return dataclasses.replace(reaction, third_body={name: reaction.third_body[name] for name in species})
