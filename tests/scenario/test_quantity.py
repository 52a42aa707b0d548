"""Text with units to SI and back."""

import math
import subprocess
import sys
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boostglide.scenario import DIMENSIONS, Refusal, format_quantity, parse_quantity, to_unit, unit_dimension


@pytest.mark.parametrize(
    ("text", "dimension", "value", "half_width"),
    [
        ("2000 mi", "length", 3_218_688.0, 0),
        ("2,000 mi", "length", 3_218_688.0, 0),
        ("24 mi ± 10 %", "length", 38_624.256, 3862.4256),
        ("24 mi +- 2 mi", "length", 38_624.256, 3218.688),
        ("24 ± 2 mi", "length", 38_624.256, 3218.688),
        ("24 mi +/- 1 km", "length", 38_624.256, 1000.0),
        ("900 K", "temperature", 900.0, 0),
        ("626.85 degC", "temperature", 900.0, 0),
        ("626.85 °C ± 5 K", "temperature", 900.0, 5.0),
        ("1160.33 degF", "temperature", 900.0, 0),
        ("Mach 8", "mach", 8.0, 0),
        ("Mach 5 ± 10 %", "mach", 5.0, 0.5),
        ("3.5 km/s", "speed", 3500.0, 0),
        ("-1.5 deg", "angle", math.radians(-1.5), 0),
        ("\u22121.5°", "angle", math.radians(-1.5), 0),
        ("13,000 kg/m^2", "ballistic_coefficient", 13_000.0, 0),
        ("1.2e3 kg/m^2", "ballistic_coefficient", 1200.0, 0),
        ("1 lb/ft^2", "ballistic_coefficient", 4.882427636383051, 0),
        ("1 kg m⁻³", "density", 1.0, 0),
        ("3.08e16 1/m^3", "number_density", 3.08e16, 0),
        ("20 kW/sr", "radiant_intensity", 20_000.0, 0),
        ("1575.42 MHz", "frequency", 1.57542e9, 0),
        ("10 dB", "decibel", 10.0, 0),
        ("2.6", "dimensionless", 2.6, 0),
        ("2.6 [-]", "dimensionless", 2.6, 0),
        (2.6, "dimensionless", 2.6, 0),
        ("85 %", "dimensionless", 0.85, 0),
        ("10 deg/h", "angular_rate", math.radians(10) / 3600, 0),
    ],
)
def test_reads_quantities(text, dimension, value, half_width):
    for asked in (dimension, None):
        amount = parse_quantity(text, asked)
        assert amount.value == pytest.approx(value, rel=1e-9)
        assert amount.half_width == pytest.approx(half_width, rel=1e-9)
        assert (amount.dimension, amount.unit) == (dimension, DIMENSIONS[dimension].unit)


@pytest.mark.parametrize(
    ("text", "dimension", "words"),
    [
        ("2000", "length", "without a unit"),
        (2000, "length", "add the unit"),
        ("3 kg", "length", "which is a mass"),
        ("Mach 8", "speed", "depends on the air"),
        ("3 KM", "length", "did you mean `km`?"),
        ("3 furlongs_per", "length", "unknown unit"),
        ("13,5 kg", "mass", "decimal point"),
        ("nan m", "length", "expected a length"),
        ("inf m", "length", "expected a length"),
        ("1e999 m", None, "finite"),
        ("600 degC ± 5 %", "temperature", "± 5 degC"),
        ("24 mi ± 2 kg", "length", "same kind"),
        ("24 mi ± -2 mi", "length", "positive"),
        ("9**9**9**9 m", None, "unknown unit"),
        ("5 m^999999999", None, "unknown unit"),
        ("5 km^9^9^9", None, "unknown unit"),
        ("__import__('os')", None, "expected a number"),
        ("", "length", "expected a length"),
        (None, "length", "found nothing"),
        (True, "dimensionless", "found True"),
        ([1], "length", "a list of 1 entries"),
        ("1" * 101 + " m", "length", "expected a length"),
        ("2.6 kg", "dimensionless", "which is a mass"),
    ],
)
def test_refuses_what_is_no_such_quantity(text, dimension, words):
    with pytest.raises(Refusal, match=r"^expected .*, found .*; ") as error:
        parse_quantity(text, dimension)
    assert words in str(error.value)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789.,eE+-±%/^*° kmgsKMach_(){}[]'\"\n", max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        assert math.isfinite(parse_quantity(text).value)
    except Refusal:
        pass


@settings(max_examples=50, deadline=None)
@given(st.floats(-1e9, 1e9), st.sampled_from(["mi", "degC", "deg", "km/h", "kg/m^2", "dB", "Mach"]))
def test_there_and_back(value, unit):
    text = f"Mach {value!r}" if unit == "Mach" else f"{value!r} {unit}"
    assert to_unit(parse_quantity(text).value, unit) == pytest.approx(value, rel=1e-9, abs=1e-6)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (3_218_688.0, "mi", "2,000 mi"),
        (900.0, "degC", "626.9 degC"),
        (0.034, "m", "0.034 m"),
        (8.0, "Mach", "Mach 8"),
        (2.6, "-", "2.6"),
        (999.96, "m", "1,000 m"),
        (3.08e16, "1/m^3", "3.08e+16 1/m^3"),
        (0.0, "km", "0 km"),
    ],
)
def test_shows_quantities(value, unit, text):
    assert format_quantity(value, unit) == text


def test_every_kind_has_an_example_that_it_reads():
    for name, kind in DIMENSIONS.items():
        assert parse_quantity(kind.example, name).dimension == name
        assert unit_dimension(kind.unit) == name


def test_is_safe_across_threads():
    results = []
    units = ["ft", "nmi", "yard", "inch", "cm"]
    threads = [
        threading.Thread(target=lambda unit=unit: results.append(parse_quantity(f"1 {unit}").value))
        for unit in units * 4
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 20
    assert set(results) == {parse_quantity(f"1 {unit}").value for unit in units}


def test_pint_is_imported_only_when_a_unit_is_read():
    code = "import sys, boostglide.scenario; assert 'pint' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
