import math

import pytest

from boostglide.claims import read


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("up to 2,000 miles", -math.inf, 2000.0, "mile"),
        ("in excess of Mach 5", 5.0, math.inf, "Mach"),
        ("at least 30 seconds", 30.0, math.inf, "s"),
        ("around 40 kilometers", 35.0, 45.0, "km"),
        ("only around 30 seconds", 25.0, 35.0, "s"),
        ("about two dozen miles", 18.0, 30.0, "mile"),
        ("a dozen miles", 6.0, 18.0, "mile"),
        ("48,000 meters", 47500.0, 48500.0, "m"),
        ("157,480 feet", 157475.0, 157485.0, "foot"),
        ("626.85 degrees Celsius", 626.845, 626.855, "degC"),
        ("900 Kelvin", 850.0, 950.0, "kelvin"),
        ("900 K", 850.0, 950.0, "kelvin"),
        ("Mach 4 to 8", 4.0, 8.0, "Mach"),
        ("around 20 to 30 years", 20.0, 30.0, "year"),
        ("in his 30s", 30.0, 40.0, "year"),
        ("five times faster than the speed of sound", 4.5, 5.5, "Mach"),
        ("up to two years", -math.inf, 2.0, "year"),
        ("three-person team", 2.5, 3.5, "people"),
        ("38.6 km", 38.55, 38.65, "km"),
        ("7", 6.5, 7.5, ""),
    ],
)
def test_readings(text, low, high, unit):
    found = read(text)
    assert (found.unit, found.text) == (unit, text)
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


def test_significant_digits_override_trailing_zeros():
    assert read("2,000 miles").half_width == pytest.approx(500.0)
    assert read("2,000 miles", significant=2).half_width == pytest.approx(50.0)
    assert read("2,000 miles", significant=4).half_width == pytest.approx(0.5)


@pytest.mark.parametrize("text", ["fast", "", "12 parsecs", "up to many miles", "3.000.000 km"])
def test_refuses_what_it_cannot_read(text):
    with pytest.raises(ValueError, match="Argument `text`"):
        read(text)
