"""Which parameter decides: the threshold that best separates satisfied from unsatisfied sets."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

REFERENCES = ("brodersen2010",)

ACCEPTED = 0.7
GAIN_OF_A_SECOND = 0.05
FEWEST_OF_EACH = 5
FEWEST_FOR_TWO = 40
_CHANCE = {1: 1.1, 2: 1.5}
_CANDIDATES = 6
_BINS = 32


@dataclass(frozen=True)
class Threshold:
    """One side of one parameter.

    Parameters
    ----------
    parameter
        Name of the parameter in the study.
    at_least
        True for values at or above `value`, False for values at or below it.
    value
        The threshold, in the unit of the parameter.
    """

    parameter: str
    at_least: bool
    value: float

    def holds(self, values: np.ndarray) -> np.ndarray:
        """For which values the threshold is met."""
        return values >= self.value if self.at_least else values <= self.value


@dataclass(frozen=True)
class Condition:
    """One threshold or two that hold together, and how well they separate.

    Parameters
    ----------
    thresholds
        One or two.
    balanced_accuracy
        Mean of the share of satisfied sets inside and of unsatisfied sets outside [-]; 0.5 is chance.
    """

    thresholds: tuple[Threshold, ...]
    balanced_accuracy: float


def find_condition(parameters: Mapping[str, np.ndarray], satisfied: np.ndarray) -> Condition | None:
    """The simplest condition on sampled parameters that separates the satisfied sets well enough.

    The best threshold on one parameter is the one of greatest balanced accuracy over all cuts between
    neighbouring samples and both sides. Two thresholds that hold together replace it only where they gain
    0.05 and at least 40 sets are there. A condition counts from a balanced accuracy of 0.7, with at least 5
    sets satisfied (n1) and 5 not (n0), and only above what a search among unrelated parameters finds by
    chance: 0.5 + 1.1 sqrt(1/n1 + 1/n0), the 0.01 % point of the two-sample Kolmogorov-Smirnov test; with 1.5
    in place of 1.1 for two thresholds. Otherwise there is none.

    Parameters
    ----------
    parameters
        Sampled values of each parameter, (n,) each, any unit [-].
    satisfied
        Which sets satisfy the claim, (n,) [-].

    Returns
    -------
    Condition or None
        The best condition, with its balanced accuracy [-].

    References
    ----------
    brodersen2010
    """
    satisfied = np.asarray(satisfied, dtype=bool)
    if min(satisfied.sum(), (~satisfied).sum()) < FEWEST_OF_EACH:
        return None
    usable = {name: v for name, v in parameters.items() if np.all(np.isfinite(v)) and np.ptp(v) > 0.0}
    singles = sorted(
        (best_threshold(name, values, satisfied) for name, values in usable.items()),
        key=lambda found: (-found.balanced_accuracy, found.thresholds[0].parameter),
    )
    if not singles:
        return None
    best = singles[0]
    if satisfied.size >= FEWEST_FOR_TWO:
        names = [found.thresholds[0].parameter for found in singles[:_CANDIDATES]]
        for pair in itertools.combinations(names, 2):
            found = _best_pair(pair, usable, satisfied)
            needed = best.balanced_accuracy + (GAIN_OF_A_SECOND if len(best.thresholds) == 1 else 0.0)
            best = found if found.balanced_accuracy > needed else best
    return best if best.balanced_accuracy >= _needed(len(best.thresholds), satisfied) else None


def best_threshold(name: str, values: np.ndarray, satisfied: np.ndarray) -> Condition:
    """The threshold on one parameter of greatest balanced accuracy.

    Parameters
    ----------
    name
        Name of the parameter.
    values
        Its sampled values, (n,), any unit [-].
    satisfied
        Which sets satisfy the claim, (n,) [-].

    Returns
    -------
    Condition
        One threshold, with its balanced accuracy [-].
    """
    order = np.argsort(values, kind="stable")
    ordered, inside = values[order], satisfied[order]
    below = np.concatenate([[0], np.cumsum(inside)]) / max(inside.sum(), 1)
    outside = np.concatenate([[0], np.cumsum(~inside)]) / max((~inside).sum(), 1)
    at_least = 0.5 * ((1.0 - below) + outside)
    at_least[1:-1][np.diff(ordered) == 0.0] = 0.5  # no cut between equal values
    cut = int(np.argmax(np.abs(at_least - 0.5)))
    return Condition(
        (Threshold(name, bool(at_least[cut] >= 0.5), _between(ordered, cut)),),
        float(max(at_least[cut], 1.0 - at_least[cut])),
    )


def _needed(thresholds: int, satisfied: np.ndarray) -> float:
    spread = float(np.sqrt(1.0 / satisfied.sum() + 1.0 / (~satisfied).sum()))
    return max(ACCEPTED, min(0.5 + _CHANCE[thresholds] * spread, 1.0))


def _between(ordered: np.ndarray, cut: int) -> float:
    if cut in (0, ordered.size):
        return float(ordered[min(cut, ordered.size - 1)])
    return float(0.5 * (ordered[cut - 1] + ordered[cut]))


def _best_pair(
    names: tuple[str, str], parameters: Mapping[str, np.ndarray], satisfied: np.ndarray
) -> Condition:
    edges = [np.unique(np.quantile(parameters[name], np.linspace(0.0, 1.0, _BINS + 1))) for name in names]
    bins = [
        np.clip(np.searchsorted(e, parameters[n], "right") - 1, 0, e.size - 2)
        for e, n in zip(edges, names, strict=True)
    ]
    shape = tuple(edge.size - 1 for edge in edges)
    best = Condition((), 0.0)
    for sides in itertools.product((True, False), repeat=2):
        flipped = [b if side else size - 1 - b for b, side, size in zip(bins, sides, shape, strict=True)]
        index = np.ravel_multi_index(flipped, shape)
        inside, outside = (_cumulated(index[mask], shape) for mask in (satisfied, ~satisfied))
        accuracy = 0.5 * (inside + 1.0 - outside)
        place = np.unravel_index(int(np.argmax(accuracy)), shape)
        if accuracy[place] > best.balanced_accuracy:
            thresholds = tuple(
                Threshold(name, side, float(edge[at] if side else edge[size - at]))
                for name, side, edge, at, size in zip(names, sides, edges, place, shape, strict=True)
            )
            best = Condition(thresholds, float(accuracy[place]))
    return best


def _cumulated(index: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Share of the sets at or beyond each pair of bins."""
    counts = np.bincount(index, minlength=shape[0] * shape[1]).reshape(shape)
    return counts[::-1, ::-1].cumsum(0).cumsum(1)[::-1, ::-1] / max(index.size, 1)
