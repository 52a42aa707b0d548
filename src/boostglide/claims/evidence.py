"""Evidence: what a claim asks of a number, beside the samples of that number."""

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from boostglide.claims.assertion import (
    Alongside,
    Assertion,
    ChronologyAssertion,
    ConversionAssertion,
    Event,
    Interval,
    Order,
    Pair,
    QuantityOf,
    RangeAssertion,
)
from boostglide.claims.conditions import Condition, find_condition
from boostglide.claims.reading import read
from boostglide.claims.units import displayed, stated
from boostglide.claims.verdict import Tally
from boostglide.study import StudyResult

EXACT = "exact arithmetic on the stated numbers"
DATES = "dates of the cited sources"

_PLURAL = {"foot": "feet", "mile": "miles", "degC": "°C", "degF": "°F", "kelvin": "K", "minute": "minutes"}

Bounds = tuple[float | None, float | None]


@dataclass(frozen=True)
class Evidence:
    """One quantity: what is claimed of it and what was computed.

    Parameters
    ----------
    quantity
        What people call it.
    unit
        Unit of interval and samples.
    claimed
        The claim on it in the words and units of the ledger; None where nothing is claimed.
    interval
        Low and high bound in `unit`, each None where open; None where nothing is claimed.
    samples
        One value a parameter set, in `unit`, NaN where the set has no complete outcome, shape (n,).
    model
        The model that computed it.
    decides
        Whether the verdict rests on it.
    study, name
        Keys of study and quantity; None for exact calculations.
    """

    quantity: str
    unit: str
    claimed: str | None
    interval: Bounds | None
    samples: np.ndarray
    model: str
    decides: bool
    study: str | None = None
    name: str | None = None

    @property
    def completed(self) -> np.ndarray:
        """Samples of the parameter sets that have a number, in `unit`."""
        return self.samples[np.isfinite(self.samples)]

    @property
    def satisfied(self) -> np.ndarray:
        """Which samples lie in the claimed interval, bounds included; NaN never does."""
        low, high = self.interval or (None, None)
        above = self.samples >= (-math.inf if low is None else low)
        return above & (self.samples <= (math.inf if high is None else high))

    @property
    def summary(self) -> tuple[float, float, float] | None:
        """The 5 %, 50 % and 95 % quantiles of the completed samples, in `unit`."""
        if not self.completed.size:
            return None
        low, median, high = (float(value) for value in np.quantile(self.completed, [0.05, 0.5, 0.95]))
        return low, median, high


def gather(assertion: Assertion, results: Mapping[str, StudyResult]) -> tuple[Evidence, ...]:
    """The evidence of an assertion, deciding rows first.

    Parameters
    ----------
    assertion
        What decides the claim.
    results
        Results of the studies that it names.

    Raises
    ------
    ValueError
        If a study has no quantity of a name, or it is of another kind than the ledger's unit.
    """
    rows: list[Evidence] = []
    if isinstance(assertion, RangeAssertion):
        rows += [_computed(each, assertion.interval, True, results) for each in assertion.deciding]
    if isinstance(assertion, ConversionAssertion):
        rows += [_conversion(pair) for pair in assertion.pairs]
    if isinstance(assertion, ChronologyAssertion):
        rows += [_chronology(order) for order in assertion.orders]
    shown: tuple[Alongside, ...] = getattr(assertion, "alongside", ()) or getattr(assertion, "instead", ())
    return (*rows, *(_computed(each, each.interval, False, results) for each in shown))


def tallies(rows: tuple[Evidence, ...]) -> tuple[Tally, ...]:
    """How the deciding rows stand to the claim: one tally a model, one for all exact rows together."""
    deciding = [row for row in rows if row.decides]
    if deciding and all(row.study is None for row in deciding):
        return (_exact(deciding),)
    return tuple(Tally(row.samples.size, row.completed.size, int(row.satisfied.sum())) for row in deciding)


def condition_of(row: Evidence, result: StudyResult) -> Condition | None:
    """The condition on the parameters of a study under which a row satisfies the claim."""
    known = np.isfinite(row.samples)
    varying = {key: each.values[known] for key, each in result.parameters.items() if np.size(each.values) > 1}
    return find_condition(varying, row.satisfied[known])


def margin(row: Evidence) -> float:
    """How far the claimed bounds are from the computed range (5 % to 95 %) [-].

    Relative to the larger of bound and end of the range; 0 where a bound lies inside the range.
    """
    bounds = [bound for bound in row.interval or () if bound is not None]
    if not bounds or row.summary is None:
        return 0.0
    low, _, high = row.summary
    if any(low < bound < high for bound in bounds):
        return 0.0
    ends = [(end, bound) for end in (low, high) for bound in bounds]
    return min(abs(end - bound) / (max(abs(end), abs(bound)) or 1.0) for end, bound in ends)


def _computed(
    wanted: QuantityOf, interval: Interval | None, decides: bool, results: Mapping[str, StudyResult]
) -> Evidence:
    found = results[wanted.study].quantities.get(wanted.quantity)
    if found is None:
        known = ", ".join(results[wanted.study].quantities)
        raise ValueError(f"Study `{wanted.study}` must compute `{wanted.quantity}`, but computes {known}.")
    return Evidence(
        quantity=wanted.label or found.label,
        unit=wanted.unit,
        claimed=interval.text if interval else None,
        interval=_open(interval.bounds(wanted.unit)) if interval else None,
        samples=np.asarray(displayed(np.asarray(found.values, dtype=float), found.unit, wanted.unit)),
        model=found.model,
        decides=decides,
        study=wanted.study,
        name=wanted.quantity,
    )


def _open(bounds: tuple[float, float]) -> Bounds:
    low, high = (bound if math.isfinite(bound) else None for bound in bounds)
    return low, high


def _conversion(pair: Pair) -> Evidence:
    first, second = read(pair.stated), read(pair.equals)
    value = stated(first.value, first.unit, second.unit)
    interval = (second.low, second.high)
    return Evidence(
        f"{pair.stated} in {_PLURAL.get(second.unit, second.unit)}",
        second.unit,
        pair.equals,
        interval,
        np.array([value]),
        EXACT,
        True,
    )


def _chronology(order: Order) -> Evidence:
    earliest, latest = (_days(event) for event in (order.first, order.then))
    gaps = np.array([latest[0] - earliest[1], latest[1] - earliest[0]]) / 365.25
    name = f"time from {order.first.what} ({order.first.date}) to {order.then.what} ({order.then.date})"
    return Evidence(name, "year", "at least 0 years", (0.0, None), gaps, DATES, True)


def _days(event: Event) -> tuple[int, int]:
    """First and last day that a date of limited precision can mean."""
    parts = [int(part) for part in event.date.split("-")]
    first = datetime.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    if len(parts) == 3:
        return first.toordinal(), first.toordinal()
    if len(parts) == 1 or first.month == 12:
        return first.toordinal(), datetime.date(first.year + 1, 1, 1).toordinal() - 1
    return first.toordinal(), datetime.date(first.year, first.month + 1, 1).toordinal() - 1


def _exact(rows: list[Evidence]) -> Tally:
    """All exact rows must hold; one that dates cannot settle leaves the tally incomplete."""
    if any(not row.satisfied.any() for row in rows):
        return Tally(1, 1, 0, exact=True)
    if all(row.satisfied.all() for row in rows):
        return Tally(1, 1, 1, exact=True)
    return Tally(1, 0, 0, exact=True)
