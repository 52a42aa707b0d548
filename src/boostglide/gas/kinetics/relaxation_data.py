"""Published constants of the relaxation of molecular vibration in collisions."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable
from typing import Any, ClassVar, Literal, get_args

from boostglide.core import BOLTZMANN, GAS_CONSTANT, load_yaml
from boostglide.gas.kinetics.reaction import AIR_SPECIES
from boostglide.gas.species import Species, load_species

DATA = "gas/vibrational_relaxation.yaml"
ATMOSPHERE = 101325.0
"""Pressure in which the correlation of Millikan and White counts [Pa]."""

Constants = Literal["park1993", "millikan-white"]
LimitingCrossSection = Literal["park1993", "gdtk", "gnoffo1989", "none"]
CollisionMass = Literal["species", "reduced", "mean"]


@dataclasses.dataclass(frozen=True)
class RelaxationPair:
    """How one collider brings the vibration of one molecule to the translational temperature.

    Millikan and White give `p tau = exp[slope (T**(-1/3) - offset) - 18.42]` atm s, with p the partial
    pressure of the collider. Park adds the time between collisions of a cross section that falls with
    temperature, `1 / (cross_section (50000 K / T)**exponent * sqrt(8 R T / (pi speed_mass)) * n)`, with n the
    number density of the collider: no collision relaxes more than once.

    Parameters
    ----------
    molecule, collider
        Names of the species.
    slope
        Constant of Millikan and White [K^(1/3)].
    offset
        Constant of Millikan and White [K^(-1/3)].
    cross_section
        Limiting cross section at 50000 K [m^2]; infinite without correction.
    exponent
        Power with which it falls with temperature [-].
    speed_mass
        Mass in the mean speed [kg/mol].
    """

    molecule: str
    collider: str
    slope: float
    offset: float
    cross_section: float
    exponent: float
    speed_mass: float

    def time(self, temperature: float, pressure: float) -> float:
        """Relaxation time of the molecule in the pure collider.

        Parameters
        ----------
        temperature
            Translational temperature [K].
        pressure
            Pressure of the collider [Pa].

        Returns
        -------
        Relaxation time [s].
        """
        logarithm = self.slope * (temperature ** (-1 / 3) - self.offset) - _constant()
        section = self.cross_section * (_reference_temperature() / temperature) ** self.exponent
        speed = math.sqrt(8 * float(GAS_CONSTANT) * temperature / (math.pi * self.speed_mass))
        density = pressure / (float(BOLTZMANN) * temperature)
        return math.exp(logarithm) * ATMOSPHERE / pressure + 1 / (section * speed * density)


@dataclasses.dataclass(frozen=True)
class VibrationalRelaxationData:
    """Relaxation of the molecules of a gas in collisions with its heavy species.

    Parameters
    ----------
    molecules, colliders
        Names of the species.
    pairs
        Constants by molecule and collider.
    vibrational_temperature
        Characteristic temperature of vibration by molecule [K].
    constants, limiting_cross_section, collision_mass
        The variants that were chosen.
    """

    molecules: tuple[str, ...]
    colliders: tuple[str, ...]
    pairs: dict[tuple[str, str], RelaxationPair]
    vibrational_temperature: dict[str, float]
    constants: Constants
    limiting_cross_section: LimitingCrossSection
    collision_mass: CollisionMass
    references: ClassVar[tuple[str, ...]] = ("millikan1963", "park1993", "gnoffo1989", "mutationpp2020")


def load_vibrational_relaxation(
    species: Iterable[str] = AIR_SPECIES[11],
    constants: Constants = "park1993",
    limiting_cross_section: LimitingCrossSection = "park1993",
    collision_mass: CollisionMass = "species",
) -> VibrationalRelaxationData:
    """Constants of vibrational relaxation for the species of a gas.

    Parameters
    ----------
    species
        Names; those that vibrate become molecules, all but the electron colliders.
    constants
        ``"park1993"`` for the pairs of that paper and the formula of Millikan and White for others, or
        ``"millikan-white"`` for the formula alone.
    limiting_cross_section
        ``"park1993"`` for 3e-21 m^2 at 50000 K, ``"gdtk"`` for 1e-21 m^2, ``"gnoffo1989"`` for 1e-20 m^2
        at any temperature, ``"none"`` for no correction.
    collision_mass
        Mass in the mean speed of the correction: that of the molecule (``"species"``), the ``"reduced"``
        one of the pair, or the ``"mean"`` of both. Codes differ, and with like partners the added time by the
        square root of 2.

    Raises
    ------
    ValueError
        If a species or variant does not exist.

    References
    ----------
    millikan1963; park1993; gnoffo1989
    """
    check_option("constants", constants, Constants)
    check_option("limiting_cross_section", limiting_cross_section, LimitingCrossSection)
    check_option("collision_mass", collision_mass, CollisionMass)
    whole = [each for each in load_species(tuple(species)) if each.atoms]
    molecules = [each for each in whole if each.vibrational_temperature is not None]
    section = load_yaml(DATA)["limiting_cross_section"]["options"][limiting_cross_section]
    pairs = {}
    for molecule in molecules:
        for collider in whole:
            slope, offset = _slope_and_offset(molecule, collider, constants)
            pairs[molecule.name, collider.name] = RelaxationPair(
                molecule.name,
                collider.name,
                slope,
                offset,
                float(section["value"]),
                float(section["exponent"]),
                _speed_mass(molecule.molar_mass, collider.molar_mass, collision_mass),
            )
    return VibrationalRelaxationData(
        tuple(each.name for each in molecules),
        tuple(each.name for each in whole),
        pairs,
        {each.name: each.vibrational_temperature or 0.0 for each in molecules},
        constants,
        limiting_cross_section,
        collision_mass,
    )


def _slope_and_offset(molecule: Species, collider: Species, constants: str) -> tuple[float, float]:
    content = load_yaml(DATA)
    if constants == "park1993":
        # ions collide like their neutrals; a vibrating ion follows the formula
        found = content["park1993"]["pairs"].get(molecule.name, {}).get(collider.name.rstrip("+"))
        if found is not None:
            return float(found[0]), float(found[1])
    formula = content["millikan_white"]
    mass = 1e3 * molecule.molar_mass * collider.molar_mass / (molecule.molar_mass + collider.molar_mass)
    slope = formula["slope_factor"] * math.sqrt(mass) * (molecule.vibrational_temperature or 0.0) ** (4 / 3)
    return slope, formula["offset_factor"] * mass**0.25


def _speed_mass(molecule: float, collider: float, which: str) -> float:
    if which == "species":
        return molecule
    if which == "mean":
        return 0.5 * (molecule + collider)
    return molecule * collider / (molecule + collider)


def _constant() -> float:
    return load_yaml(DATA)["millikan_white"]["constant"]


def _reference_temperature() -> float:
    return float(load_yaml(DATA)["limiting_cross_section"]["reference_temperature"])


def check_option(name: str, value: object, options: Any) -> None:
    """Refuse a value that is not one of a literal type.

    Parameters
    ----------
    name
        Name of the argument.
    value
        What was given.
    options
        Literal type.

    Raises
    ------
    ValueError
        If the value is no option.
    """
    if value not in get_args(options):
        known = ", ".join(get_args(options))
        raise ValueError(f"Argument `{name}` must be one of {known}, but is `{value}`.")
