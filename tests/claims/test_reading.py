"""Numbers as people write them; every example of the reference page is read here."""

import math
import pathlib
import re

import pytest

from boostglide.claims import UnclearNumber, possible_readings, read
from boostglide.claims.number_words_german import compound_parts
from boostglide.claims.unit_words import COUNTED, SYMBOLS, UNCLEAR, WORDS
from boostglide.claims.units import kind_of_unit

PAGE = pathlib.Path(__file__).parents[2] / "docs" / "reference" / "ledger-files.md"
NUMBER = r"-?\d[\d,]*(?:\.\d+)?(?:e\d+)?"
MEANING = re.compile(rf"(at least|at most)?\s*({NUMBER})(?: to ({NUMBER}))?\s*(.*)")


def documented_examples():
    """Text, low, high and unit of each example in the table of rules."""
    section = PAGE.read_text(encoding="utf-8").split("## Numbers as people write them")[1].split("\n## ")[0]
    for row in re.findall(r"^\|[^|]*\| (`.*) \|$", section, re.M):
        for text, meaning in re.findall(r"`([^`]+)`: ([^;|]+)", row):
            yield text, meaning.strip()


EXAMPLES = list(documented_examples())


@pytest.mark.parametrize(("text", "meaning"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_documented_examples(text, meaning):
    """`text`: 35 to 45 km | at least Mach 5 | at most 2,000 mile | unclear | refused."""
    if meaning in ("unclear", "refused"):
        with pytest.raises(UnclearNumber if meaning == "unclear" else ValueError, match="Argument `text`"):
            read(text)
        return
    bound, first, last, unit = MEANING.fullmatch(meaning).groups()
    low = -math.inf if bound == "at most" else float(first.replace(",", ""))
    high = math.inf if bound == "at least" else float((last or first).replace(",", ""))
    found = read(text)
    assert (found.low, found.high) == pytest.approx((low, high), rel=1e-9)
    assert found.unit == unit


def test_the_table_has_examples():
    assert len(EXAMPLES) > 90


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
        ("5 x 10^3 km", 4500.0, 5500.0, "km"),
        ("at a speed of about Mach 6", 5.5, 6.5, "Mach"),
        ("between one hundred and two hundred miles", 100.0, 200.0, "mile"),
        ("one hundred and five km", 104.5, 105.5, "km"),
        ("not more than about 5 km", -math.inf, 5.0, "km"),
        ("mit mehr als fünffacher Schallgeschwindigkeit", 5.0, math.inf, "Mach"),
        ("ueber dreissig Kilometer", 30.0, math.inf, "km"),
        ("zweitausenddreihundert Meilen", 2250.0, 2350.0, "mile"),
        ("two hundred thousand km", 150e3, 250e3, "km"),
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
    assert read("0.05 km", significant=2).half_width == pytest.approx(0.0005)
    assert read("up to 2,000 miles", significant=4).high == 2000.0


@pytest.mark.parametrize(
    "text",
    [
        *(
            "fast",
            "",
            "12 parsecs",
            "up to many miles",
            "10 to 5 km",
            "3 km to 5 s",
            "many",
            "DF-17",
            "1/0 km",
        ),
        *("2,00,000 km", "5 km 3 m", "Mach", "()", "(5 km)", "2021-01-27", "10.5.2022", "-", "x" * 201),
    ],
)
def test_refuses_what_it_cannot_read(text):
    with pytest.raises(ValueError, match="Argument `text`"):
        read(text)


@pytest.mark.parametrize("arguments", [{"significant": 0}, {"decimals": "dot"}, {"unit": "km"}])
def test_refuses_settings_that_do_not_fit(arguments):
    with pytest.raises(ValueError, match=f"Argument `{next(iter(arguments))}`"):
        read("5 miles", **arguments)


@pytest.mark.parametrize(
    "text", ["2.000 km", "rund 2.000 Kilometer", "rund 2,000 Kilometer", "bis zu 2.000 km"]
)
def test_thousands_or_decimals_are_never_guessed(text):
    with pytest.raises(UnclearNumber, match="state `language` or `decimals`") as raised:
        read(text)
    assert {each.value for each in raised.value.readings} == {2.0, 2000.0}
    point = 2.0 if "." in text else 2000.0
    assert read(text, language="en").value == read(text, decimals="point").value == point
    for language in ("de", "it", "de-AT"):
        assert read(text, language=language).value == 2002.0 - point
    assert read(text, language="de", decimals="point").value == point


def test_an_unknown_language_settles_nothing():
    assert len(possible_readings("2,000 km", language="xx")) == 2
    assert len(possible_readings("38,6 km", language="xx")) == 1


def test_another_number_of_the_text_settles_it():
    assert read("2.000 to 3.5 km").low == 2.0
    assert read("2.000 km (1.242,7 miles)").value == 2000.0


def test_units_with_several_meanings_are_named_by_the_ledger():
    with pytest.raises(UnclearNumber, match="name the unit in full, or state `unit`") as raised:
        read("3,000 degrees")
    assert {each.unit for each in raised.value.readings} == {"degC", "degF", "deg"}
    assert read("3,000 degrees", unit="degF").unit == "degF"
    assert {each.unit for each in possible_readings("20 g")} == {"g", "standard_gravity"}
    assert len(possible_readings("3.000 Grad")) == 6


def test_original_words_unit_and_precision_are_kept():
    found = read("nur rund 2.000 Seemeilen", language="de")
    assert (found.text, found.qualifier, found.written_unit) == (
        "nur rund 2.000 Seemeilen",
        "nur rund",
        "Seemeilen",
    )
    assert (found.value, found.step, found.unit) == (2000.0, 1000.0, "nautical_mile")
    share = read("up to a third of all tests")
    assert (share.share_of, share.high, share.unit) == ("tests", pytest.approx(1 / 3), "")


def test_conversions_in_brackets_are_kept():
    found = read("90 K (626.8 °C)")
    assert (found.value, found.unit) == (90.0, "kelvin")
    (other,) = found.also
    assert (other.value, other.unit, other.low) == (626.8, "degC", pytest.approx(626.75))
    assert [each.unit for each in read("48,000 m (157,480 ft; 29.8 miles)").also] == ["foot", "mile"]
    assert [each.unit for each in read("Mach 5 (6,125 km/h)").also] == ["km/h"]
    assert read("900 K (simulated)").also == ()


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("zweihundertfuenfzig", ("zwei", "hundert", "fuenfzig")),
        ("fuenfundzwanzig", ("zwanzig", "fuenf")),
        ("dreiundvierzigtausend", ("vierzig", "drei", "tausend")),
        ("tausendeins", ("tausend", "eins")),
        ("kilometer", None),
    ],
)
def test_german_numerals_are_taken_apart(word, parts):
    assert compound_parts(word) == parts


def test_every_unit_is_known_or_a_count():
    units = {*SYMBOLS, *WORDS, *(unit for units in UNCLEAR.values() for unit in units)}
    assert {unit for unit in units if kind_of_unit(unit) is None} <= COUNTED


def test_every_spelling_of_a_unit_is_read():
    for unit, spellings in (*SYMBOLS.items(), *WORDS.items()):
        for spelling in spellings:
            found = possible_readings(f"3 {spelling}")
            expected = "" if unit == "orders of magnitude" else unit
            assert expected in {each.unit for each in found}, spelling
