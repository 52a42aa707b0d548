"""The mechanisms that come with the package, by name, for 11, 7 or 5 species of air."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Literal

from boostglide.core import data_path, load_yaml
from boostglide.gas.kinetics.fault import near, shown
from boostglide.gas.kinetics.reaction import Mechanism
from boostglide.gas.kinetics.reading import mechanism_from

FOLDER = "gas/mechanisms"


@functools.cache
def mechanism_names() -> tuple[str, ...]:
    """Names of the mechanisms that come with the package."""
    folder = data_path(f"{FOLDER}/park1993.yaml").parent
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


def load_mechanism(
    name: str,
    species_count: Literal[5, 7, 11] | None = None,
    variants: Mapping[str, str] | None = None,
    exponent: float = 0.5,
) -> Mechanism:
    """A mechanism that comes with the package.

    Parameters
    ----------
    name
        One of `mechanism_names`.
    species_count
        5 for neutral air, 7 with NO+ and electrons, 11 for singly ionised air; all species if not given.
    variants
        Option by variant, where the default shall not hold; `Mechanism.available_variants` lists them.
    exponent
        Power s of the translational temperature in T^s Tv^(1-s), which controls dissociation [-]; Park uses
        0.5, and 0.7 where he calls the power of the vibrational temperature 0.3.

    Raises
    ------
    ValueError
        If there is no such mechanism, subset, variant or option.
    """
    if name not in mechanism_names():
        raise ValueError(f"There is no mechanism {shown(name)}; {near(name, mechanism_names())}.")
    whole = mechanism_from(load_yaml(f"{FOLDER}/{name}.yaml"), variants, exponent)
    return whole if species_count is None else whole.air(species_count)
