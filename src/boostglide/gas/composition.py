"""Mixtures of gases by mole fraction: standard air, and any other."""

import math
from collections.abc import Mapping

from boostglide.gas.species import load_species

STANDARD_AIR = {"N2": 0.78084, "O2": 0.209476, "Ar": 0.009684}
"""Air of the US Standard Atmosphere 1976, all but nitrogen and oxygen counted as argon (of 0.934 per cent).

Carbon dioxide (0.0314 per cent), neon and the rest are part of the argon. The molar mass is 28.96382 g/mol,
0.002 per cent below the 28.9644 of the atmosphere.
"""

AIR_WITHOUT_ARGON = {"N2": 0.79, "O2": 0.21}
"""Air of textbooks and of most mechanisms of high-temperature air."""


def normalised(composition: Mapping[str, float]) -> dict[str, float]:
    """Mole fractions that sum to one, without the species that are absent.

    Parameters
    ----------
    composition
        Amounts by species, in any one unit.

    Returns
    -------
    Mole fractions [-].

    Raises
    ------
    ValueError
        If a species is unknown, an amount is negative or not a number, all are zero, or the gas has a charge.
    """
    species = load_species(composition)
    for name, amount in composition.items():
        if not (math.isfinite(amount) and amount >= 0.0):
            raise ValueError(f"The amount of {name} must be zero or more, but it is {amount:g}.")
    total = sum(composition.values())
    if not (math.isfinite(total) and total > 0.0):
        raise ValueError("A composition must hold some gas, but all amounts are zero.")
    charge = sum(each.charge * composition[each.name] for each in species) / total
    if abs(charge) > 1e-9:
        raise ValueError(f"A composition must be neutral, but it holds {charge:g} charges per particle.")
    return {name: amount / total for name, amount in composition.items() if amount > 0.0}


def mean_molar_mass(composition: Mapping[str, float]) -> float:
    """Mean molar mass of a mixture.

    Parameters
    ----------
    composition
        Amounts by species, in any one unit.

    Returns
    -------
    Molar mass [kg/mol].
    """
    fractions = normalised(composition)
    return sum(each.molar_mass * fractions[each.name] for each in load_species(fractions))


def mass_fractions(composition: Mapping[str, float]) -> dict[str, float]:
    """Mass fractions of a mixture given by amounts of substance.

    Parameters
    ----------
    composition
        Amounts by species, in any one unit.

    Returns
    -------
    Mass fractions [-].
    """
    fractions = normalised(composition)
    masses = {each.name: each.molar_mass * fractions[each.name] for each in load_species(fractions)}
    total = sum(masses.values())
    return {name: mass / total for name, mass in masses.items()}
