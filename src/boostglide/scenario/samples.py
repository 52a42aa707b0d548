"""Random members of a scenario: one column of numbers for each of its parameters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import scipy.special
from numpy.typing import NDArray

if TYPE_CHECKING:
    from boostglide.planet import DensitySpread
    from boostglide.scenario.air import DensityVariation

Values = NDArray[np.float64]


@dataclass(frozen=True)
class SampledParameter:
    """One parameter of a scenario over all members.

    Parameters
    ----------
    values
        Values in `unit`, shape (n,).
    unit
        SI unit.
    label
        Name for people.
    source
        Bibliography key or free text.
    text
        The distribution in words.
    varies
        Whether members differ in it.
    """

    values: Values
    unit: str
    label: str
    source: str
    text: str
    varies: bool


@dataclass(frozen=True)
class Samples:
    """Members of a scenario; `samples["vehicle.lift_to_drag"]` is a column in SI, shape (n,).

    Parameters
    ----------
    parameters
        Parameters by dotted path.
    size
        Number of members [-].
    seed
        Seed from which the columns were drawn; None where the uniforms were given from outside.
    """

    parameters: Mapping[str, SampledParameter]
    size: int
    seed: int | None

    def __getitem__(self, path: str) -> Values:
        if path not in self.parameters:
            raise KeyError(f"The scenario has no number `{path}`; it has {', '.join(self.parameters)}.")
        return self.parameters[path].values

    def __contains__(self, path: object) -> bool:
        return path in self.parameters

    def __iter__(self) -> Iterator[str]:
        return iter(self.parameters)

    @property
    def paths(self) -> tuple[str, ...]:
        """Dotted paths of all parameters, in the order of the file."""
        return tuple(self.parameters)

    @property
    def varying(self) -> tuple[str, ...]:
        """Paths of the parameters in which members differ."""
        return tuple(path for path, parameter in self.parameters.items() if parameter.varies)


def uniform_column(path: str, size: int, seed: int) -> Values:
    """Uniform numbers of one parameter, which no other parameter and no larger size changes.

    Parameters
    ----------
    path
        Dotted path of the parameter.
    size
        How many [-].
    seed
        Seed of the study, zero or more.

    Returns
    -------
    Numbers from 0 to below 1 [-], shape (size,).
    """
    digest = hashlib.sha256(path.encode("utf-8")).digest()
    sequence = np.random.SeedSequence([seed, int.from_bytes(digest[:16], "big")])
    return np.random.default_rng(sequence).random(size)


def normal_columns(variation: DensityVariation, size: int, seed: int | None) -> dict[str, SampledParameter]:
    """Standard normal numbers that vary the density along altitude, a column for each that the spread needs.

    Without a seed, that is at stated probabilities, all are zero: the density is the undisturbed one.

    Parameters
    ----------
    variation
        The uncertainty of the density.
    size
        Members [-].
    seed
        Zero or more [-], or None.
    """
    columns = density_spread(variation).columns
    text = f"standard normal, correlation length {variation.correlation_length.text}"
    found = {}
    for number in range(columns):
        path = f"world.density_variation.normals.{number}"
        uniforms = np.full(size, 0.5) if seed is None else uniform_column(path, size, seed)
        values = scipy.special.ndtri(np.clip(uniforms, 1e-15, 1 - 1e-15))
        label = f"density variation, number {number + 1}"
        found[path] = SampledParameter(values, "", label, variation.source, text, seed is not None)
    return found


def density_spread(variation: DensityVariation) -> DensitySpread:
    """The spread of density as the planet knows it.

    Parameters
    ----------
    variation
        The uncertainty of the density.
    """
    from boostglide.planet import DensitySpread

    altitudes = [altitude.value for altitude in variation.altitude]
    return DensitySpread(altitudes, variation.standard_deviation, variation.correlation_length.value)
