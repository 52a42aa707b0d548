"""Elements and charge of the species that a mechanism may name: those with thermodynamic data."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from boostglide.core import load_yaml
from boostglide.gas.species import DATA, load_species


@functools.cache
def known_species() -> tuple[str, ...]:
    """Names of all species with thermodynamic data."""
    return tuple(load_yaml(DATA)["species"])


def elements_and_charge(name: str) -> tuple[Mapping[str, int], int]:
    """Atoms by element and charge number of a species.

    Parameters
    ----------
    name
        One of `known_species`.
    """
    (species,) = load_species((name,))
    return species.elements, species.charge
