import pytest
from pydantic import ValidationError

from boostglide.claims import Interval


@pytest.mark.parametrize(
    ("fields", "unit", "low", "high"),
    [
        ({"at_least": "40,000 km"}, "km", 40000.0, float("inf")),
        ({"at_least": "2,000 mi"}, "km", 3218.688, float("inf")),
        ({"at_most": "0 km/s"}, "km/s", -float("inf"), 0.0),
        ({"at_least": "1,000 km", "at_most": "3,000 km"}, "m", 1e6, 3e6),
        ({"about": "40 km"}, "km", 35.0, 45.0),
        ({"about": "40 km", "plus_minus": "2 km"}, "km", 38.0, 42.0),
        ({"as_stated": "900 Kelvin"}, "K", 850.0, 950.0),
        ({"as_stated": "about two dozen miles"}, "km", 28.968192, 48.28032),
        ({"as_stated": "in excess of Mach 5"}, "Mach", 5.0, float("inf")),
        ({"at_most": "1"}, "-", -float("inf"), 1.0),
        ({"at_least": "20 dB"}, "dB", 20.0, float("inf")),
    ],
)
def test_bounds_in_the_unit_asked_for(fields, unit, low, high):
    assert Interval(**fields).bounds(unit) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"about": "40 km", "at_least": "3 km"},
        {"at_least": "3 km", "plus_minus": "1 km"},
        {"as_stated": "a lot"},
        {"at_least": "3 km", "unknown": "1"},
    ],
)
def test_refuses_other_forms(fields):
    with pytest.raises(ValidationError):
        Interval(**fields)


@pytest.mark.parametrize(
    "fields", [{"at_least": "3 s"}, {"at_least": "3"}, {"at_least": "5 km", "at_most": "4 km"}]
)
def test_refuses_other_kinds_and_crossed_bounds(fields):
    with pytest.raises(ValueError, match=r".+"):
        Interval(**fields).bounds("km")
