import numpy as np
import pytest

from boostglide.claims import gather
from boostglide.claims.assertion import ChronologyAssertion, ConversionAssertion, RangeAssertion
from boostglide.claims.evidence import margin, tallies
from tests.claims.fakes import study_result


def range_assertion(**fields):
    base = {
        "kind": "range",
        "study": "a",
        "quantity": "reach",
        "unit": "km",
        "interval": {"at_least": "40 km"},
        "reads_as": "So.",
    }
    return RangeAssertion.model_validate({**base, **fields})


def results(values, unit="m"):
    return {"a": study_result("a", {"reach": (values, unit)}, samples=len(values))}


def test_samples_are_shown_in_the_unit_of_the_claim():
    values = np.array([30e3, 40e3, 50e3, np.nan])
    (row,) = gather(range_assertion(), results(values))
    assert row.samples[:3] == pytest.approx([30.0, 40.0, 50.0])
    assert list(row.satisfied) == [False, True, True, False]
    assert row.interval == (40.0, None)
    (tally,) = tallies((row,))
    assert (tally.tried, tally.completed, tally.satisfied) == (4, 3, 2)


def test_summary_is_the_five_fifty_and_ninety_five_percent_quantile():
    (row,) = gather(range_assertion(), results(np.linspace(0.0, 100e3, 101)))
    assert row.summary == pytest.approx((5.0, 50.0, 95.0))
    (empty,) = gather(range_assertion(), results(np.full(10, np.nan)))
    assert empty.summary is None
    assert margin(empty) == 0.0


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(1e3, 20e3, 0.5), (80e3, 90e3, 0.5), (10e3, 90e3, 0.0)]
)
def test_margin_is_the_distance_from_the_bound(low, high, expected):
    values = np.concatenate([np.full(50, low), np.full(50, high)])
    (row,) = gather(range_assertion(), results(values))
    assert margin(row) == pytest.approx(expected)


def test_refuses_unknown_quantities_and_other_kinds():
    with pytest.raises(ValueError, match="must compute `other`"):
        gather(range_assertion(quantity="other"), results(np.ones(3)))
    with pytest.raises(ValueError, match="same kind"):
        gather(range_assertion(), results(np.ones(3), "s"))


@pytest.mark.parametrize(
    ("stated", "equals", "holds"),
    [
        ("48,000 meters", "157,480 feet", True),
        ("48,000 meters", "157,490 feet", False),
        ("900 Kelvin", "626.85 degrees Celsius", True),
        ("900 Kelvin", "1,160 degrees Fahrenheit", True),
        ("90 Kelvin", "626.8 degrees Celsius", False),
        ("two dozen miles", "38.6 km", True),
    ],
)
def test_conversions(stated, equals, holds):
    assertion = ConversionAssertion.model_validate(
        {"kind": "conversion", "reads_as": "So.", "pairs": [{"stated": stated, "equals": equals}]}
    )
    (tally,) = tallies(gather(assertion, {}))
    assert (tally.exact, tally.satisfied) == (True, int(holds))


@pytest.mark.parametrize(
    ("first", "then", "completed", "satisfied"),
    [
        ("2017-11-01", "2019-10-01", 1, 1),
        ("2021-11", "2019-10-01", 1, 0),
        ("2019", "2019-10-01", 0, 0),
        ("2019-09", "2019-10", 1, 1),
        ("2019-12", "2020", 1, 1),
    ],
)
def test_chronology_knows_the_precision_of_dates(first, then, completed, satisfied):
    def event(date):
        return {"what": "it", "date": date, "source": "a"}

    assertion = ChronologyAssertion.model_validate(
        {
            "kind": "chronology",
            "reads_as": "So.",
            "orders": [{"first": event(first), "then": event(then)}],
        }
    )
    (tally,) = tallies(gather(assertion, {}))
    assert (tally.completed, tally.satisfied) == (completed, satisfied)
