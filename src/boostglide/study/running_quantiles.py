"""Quantiles of numbers that pass by and are not kept: a histogram of fixed bins at each point."""

from collections.abc import Mapping, Sequence

import numpy as np

BINS = 8192
"""Bins between the bounds of a channel."""


class RunningQuantiles:
    """Quantiles of several channels at several points, over blocks of members that are counted and forgotten.

    Each channel has `bins` bins of one width between bounds that are known in advance. A quantile differs
    from the exact one (linear between order statistics) by no more than half that width. A value beyond the
    bounds is counted in the bin at the bound, and `beyond` says how many there were.

    Parameters
    ----------
    points
        How many points.
    bounds
        Least and greatest value of each channel, in its unit.
    bins
        How many bins; memory is 8 bytes a channel, point and bin.

    Raises
    ------
    ValueError
        If a number is out of range.
    """

    def __init__(self, points: int, bounds: Mapping[str, tuple[float, float]], bins: int = BINS) -> None:
        if points < 1 or bins < 2:
            raise ValueError(f"Arguments must be points >= 1 and bins >= 2, but are {points} and {bins}.")
        for name, (low, high) in bounds.items():
            if not (np.isfinite(low) and np.isfinite(high) and low < high):
                raise ValueError(
                    f"Argument `bounds` must rise for each channel, but {name} has {low} to {high}."
                )
        self.points, self.bins = points, bins
        self.bounds = {name: (float(low), float(high)) for name, (low, high) in bounds.items()}
        self.beyond = dict.fromkeys(bounds, 0)
        self._counts = {name: np.zeros((points, bins), np.int64) for name in bounds}

    @property
    def resolution(self) -> dict[str, float]:
        """Width of a bin of each channel, in its unit."""
        return {name: (high - low) / self.bins for name, (low, high) in self.bounds.items()}

    @property
    def counted(self) -> dict[str, np.ndarray]:
        """How many values each channel has had at each point, shape (points,)."""
        return {name: counts.sum(axis=1) for name, counts in self._counts.items()}

    def add(self, block: Mapping[str, np.ndarray]) -> None:
        """Count a block of members.

        Parameters
        ----------
        block
            Values of every channel, shape (members, points); NaN where a member has none.

        Raises
        ------
        ValueError
            If a channel is missing or unknown, or has another shape.
        """
        if set(block) != set(self.bounds):
            raise ValueError(f"Argument `block` must hold {sorted(self.bounds)}, but holds {sorted(block)}.")
        for name, values in block.items():
            if values.ndim != 2 or values.shape[1] != self.points:
                raise ValueError(
                    f"Argument `block` must hold {self.points} points a member, but {name} has shape "
                    f"{values.shape}."
                )
        for name, values in block.items():
            self._add(name, values)

    def _add(self, name: str, values: np.ndarray) -> None:
        low, high = self.bounds[name]
        member, point = np.nonzero(~np.isnan(values))
        there = values[member, point]
        self.beyond[name] += int(np.count_nonzero((there < low) | (there > high)))
        share = (np.clip(there, low, high) - low) / (high - low)
        bin_ = np.minimum((share * self.bins).astype(np.int64), self.bins - 1)
        np.add.at(self._counts[name], (point, bin_), 1)

    def quantile(self, probabilities: Sequence[float]) -> dict[str, np.ndarray]:
        """Quantiles of every channel, shape (probabilities, points); NaN at points without a value.

        Parameters
        ----------
        probabilities
            From 0 to 1.
        """
        given = np.asarray(probabilities, float)
        if not np.all((given >= 0) & (given <= 1)):
            raise ValueError(
                f"Argument `probabilities` must hold numbers from 0 to 1, but is {probabilities}."
            )
        found = {}
        for name, counts in self._counts.items():
            low, width = self.bounds[name][0], self.resolution[name]
            columns = [_quantiles(row, given) for row in counts]
            found[name] = low + width * np.stack(columns, axis=1)
        return found


def _quantiles(counts: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """Quantiles of one histogram in bins: linear between the middles of the bins of two order statistics."""
    below = np.cumsum(counts)
    total = below[-1]
    if total == 0:
        return np.full(len(probabilities), np.nan)
    rank = probabilities * (total - 1)
    lower = np.floor(rank)
    edges = [np.searchsorted(below, each, side="right") + 0.5 for each in (lower, np.ceil(rank))]
    return edges[0] + (rank - lower) * (edges[1] - edges[0])
