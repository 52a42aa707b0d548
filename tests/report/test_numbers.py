import math

import numpy as np
import pytest

from boostglide.report.numbers import (
    alike,
    for_people,
    number,
    power_of_ten,
    readable_unit,
    spread,
    with_unit,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3219.4, "3,219"), (0.3456, "0.346"), (7.8, "7.8"), (0.0, "0"), (-2.5, "−2.5"), (999.96, "1,000"),
        (3.08e16, "3.1×10¹⁶"), (1e-8, "10⁻⁸"), (9.99e9, "10¹⁰"), (math.nan, "–"), (450000.0, "450,000"),
    ],
)  # fmt: skip
def test_a_number_has_few_digits(value, text):
    assert number(value) == text


def test_numbers_side_by_side_share_their_decimals():
    assert alike((3.08, 3.9, 4.7)) == ("3.08", "3.90", "4.70")
    assert alike((1e-9, 1e-3, 10.0)) == ("10⁻⁹", "0.001", "10")
    assert alike((-40.0, 3.0)) == ("−40.0", "3.0")


def test_units_are_raised_and_pure_numbers_have_none():
    assert readable_unit("kg/m^3") == "kg/m³"
    assert readable_unit("m^-3") == "m⁻³"
    assert readable_unit("-") == ""
    assert power_of_ten(-12) == "10⁻¹²"
    assert with_unit(900.0, "K") == "900 K"


def test_si_turns_into_units_that_people_use():
    values, unit = for_people(np.array([3.2e6, 1e6]), "m")
    assert unit == "km"
    np.testing.assert_allclose(values, [3200.0, 1000.0])
    assert for_people(np.array([0.034]), "m")[1] == "m"
    angles, degree = for_people(np.array([math.pi]), "rad")
    assert degree == "°"
    np.testing.assert_allclose(angles, 180.0)


def test_spread_ignores_what_did_not_finish():
    values = np.append(np.arange(101.0), np.nan)
    assert spread(values) == (5.0, 50.0, 95.0)
    assert all(math.isnan(value) for value in spread(np.array([np.nan])))
