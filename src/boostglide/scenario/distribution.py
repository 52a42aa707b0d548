"""What is not known exactly: distributions drawn by their quantile function from a uniform column."""

from __future__ import annotations

import abc
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from boostglide.scenario.fault import Refusal

Column = NDArray[np.float64]
_SMALLEST = 2.0**-53


class Distribution(abc.ABC):
    """One uncertain number in SI units.

    `quantile` maps probabilities to values, so that plain and quasi-random uniforms both work.
    """

    references: ClassVar[tuple[str, ...]] = ()

    @abc.abstractmethod
    def quantile(self, probability: Column) -> Column:
        """Values below which the given share of the distribution lies, in its SI unit.

        Parameters
        ----------
        probability
            Shares from 0 to 1 [-].
        """

    @property
    @abc.abstractmethod
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest possible value, in the SI unit; infinite where there is none."""

    @property
    def varies(self) -> bool:
        """Whether more than one value is possible."""
        low, high = self.bounds
        return low < high

    def sample(self, generator: np.random.Generator, size: int) -> Column:
        """Independent values, shape (size,), in the SI unit.

        Parameters
        ----------
        generator
            Source of uniform numbers.
        size
            How many [-].
        """
        return self.quantile(generator.random(size))


@dataclass(frozen=True)
class Fixed(Distribution):
    """A single value."""

    value: float

    def quantile(self, probability: Column) -> Column:
        """The value itself for every probability."""
        return np.full(np.shape(probability), self.value)

    @property
    def bounds(self) -> tuple[float, float]:
        """The value twice."""
        return self.value, self.value


@dataclass(frozen=True)
class Uniform(Distribution):
    """Every value from `low` to `high` equally likely."""

    low: float
    high: float

    def __post_init__(self) -> None:
        _ordered(self.low, self.high)

    def quantile(self, probability: Column) -> Column:
        """Linear between the bounds."""
        values = self.low + (self.high - self.low) * np.asarray(probability, dtype=float)
        return np.clip(values, self.low, self.high)

    @property
    def bounds(self) -> tuple[float, float]:
        """Low and high."""
        return self.low, self.high


@dataclass(frozen=True)
class LogUniform(Distribution):
    """Every ratio equally likely: the logarithm is uniform from `low` to `high`."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if self.low <= 0:
            advice = "use uniform for a range that reaches zero"
            raise Refusal("a positive low for log-uniform", f"{self.low:g}", advice)
        _ordered(self.low, self.high)

    def quantile(self, probability: Column) -> Column:
        """Geometric between the bounds."""
        return np.clip(
            self.low * (self.high / self.low) ** np.asarray(probability, dtype=float), *self.bounds
        )

    @property
    def bounds(self) -> tuple[float, float]:
        """Low and high."""
        return self.low, self.high


@dataclass(frozen=True)
class Triangular(Distribution):
    """Density rising linearly from `low` to `mode` and falling to `high`."""

    low: float
    mode: float
    high: float

    def __post_init__(self) -> None:
        _ordered(self.low, self.high)
        if not self.low <= self.mode <= self.high:
            found = f"{self.mode:g} outside {self.low:g} to {self.high:g}"
            raise Refusal("a mode between low and high", found, "move the mode into the range")

    def quantile(self, probability: Column) -> Column:
        """Inverse of the piecewise quadratic distribution function."""
        share = np.asarray(probability, dtype=float)
        width, left = self.high - self.low, self.mode - self.low
        below = self.low + np.sqrt(share * width * left)
        above = self.high - np.sqrt((1 - share) * width * (self.high - self.mode))
        return np.clip(np.where(share * width < left, below, above), self.low, self.high)

    @property
    def bounds(self) -> tuple[float, float]:
        """Low and high."""
        return self.low, self.high


@dataclass(frozen=True)
class Normal(Distribution):
    """Gaussian with `mean` and `standard_deviation`, cut at `low` and `high` and renormalised."""

    mean: float
    standard_deviation: float
    low: float = -np.inf
    high: float = np.inf

    def __post_init__(self) -> None:
        if not self.standard_deviation > 0:
            found = f"{self.standard_deviation:g}"
            raise Refusal("a positive standard deviation", found, "use a fixed value for no spread")
        _ordered(self.low, self.high)
        if not self.low - 8 * self.standard_deviation < self.mean < self.high + 8 * self.standard_deviation:
            found = f"limits more than 8 standard deviations from the mean {self.mean:g}"
            raise Refusal("limits that leave some of the distribution", found, "move the limits")

    def quantile(self, probability: Column) -> Column:
        """Inverse of the truncated distribution function, taken on the tail that keeps its digits."""
        from scipy.special import ndtr, ndtri

        share = np.clip(np.asarray(probability, dtype=float), _SMALLEST, 1 - _SMALLEST)
        low = (self.low - self.mean) / self.standard_deviation
        high = (self.high - self.mean) / self.standard_deviation
        if low > 0:
            deviation = -ndtri(ndtr(-low) * (1 - share) + ndtr(-high) * share)
        else:
            deviation = ndtri(ndtr(low) * (1 - share) + ndtr(high) * share)
        return np.clip(self.mean + self.standard_deviation * deviation, self.low, self.high)

    @property
    def bounds(self) -> tuple[float, float]:
        """Low and high limits; infinite where not cut."""
        return self.low, self.high


@dataclass(frozen=True)
class Discrete(Distribution):
    """One of several values, with weights that are scaled to a sum of one."""

    values: tuple[float, ...]
    weights: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.values:
            raise Refusal("at least one value", "an empty list", "list the possible values")
        if not self.weights:
            object.__setattr__(self, "weights", (1.0,) * len(self.values))
        if len(self.weights) != len(self.values):
            found = f"{len(self.weights)} weights for {len(self.values)} values"
            raise Refusal("one weight for each value", found, "give as many weights as values")
        _check_weights(self.weights)

    def quantile(self, probability: Column) -> Column:
        """The value whose stretch of the summed weights holds the probability."""
        edges = np.cumsum(self.weights) / sum(self.weights)
        index = np.searchsorted(edges, np.asarray(probability, dtype=float), side="right")
        last = int(np.flatnonzero(self.weights)[-1])
        return np.asarray(self.values, dtype=float)[np.minimum(index, last)]

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest value of positive weight."""
        possible = [value for value, weight in zip(self.values, self.weights, strict=True) if weight > 0]
        return min(possible), max(possible)


def _ordered(low: float, high: float) -> None:
    if not low < high:
        raise Refusal("low below high", f"low {low:g} and high {high:g}", "swap them, or use a fixed value")


def _check_weights(weights: Sequence[float]) -> None:
    if min(weights) < 0 or not 0 < sum(weights) < np.inf:
        found = ", ".join(f"{weight:g}" for weight in weights)
        raise Refusal("weights of zero or more with a positive sum", found, "correct the weights")
