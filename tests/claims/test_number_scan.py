"""Numbers inside running texts."""

import pytest

from boostglide.claims import numbers_in


def found(text, **settings):
    return [
        (each.readings[0].text, each.readings[0].value, each.readings[0].unit)
        for each in numbers_in(text, **settings)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The DF-17 flew 1,400 km in 11 minutes in 2017.",
            [("1,400 km", 1400.0, "km"), ("11 minutes", 11.0, "minute")],
        ),
        ("It missed by about two dozen miles.", [("about two dozen miles", 24.0, "mile")]),
        ("A second test had a third stage.", []),
        ("Speeds in excess of Mach 5, he said.", [("in excess of Mach 5", 5.0, "Mach")]),
        ("Between 1,800 and 2,500 km.", [("Between 1,800 and 2,500 km", 2150.0, "km")]),
        (
            "The man in his 30s had five people.",
            [("in his 30s", 35.0, "year"), ("five people", 5.0, "people")],
        ),
        ("Over half of the tests failed.", [("Over half of the tests failed", 0.5, "")]),
        (
            "Er fliegt mit mehr als fünffacher Schallgeschwindigkeit.",
            [("mehr als fünffacher Schallgeschwindigkeit", 5.0, "Mach")],
        ),
        (
            "Nach zwanzig Minuten und zweitausend Kilometern",
            [("zwanzig Minuten", 20.0, "minute"), ("zweitausend Kilometern", 2000.0, "km")],
        ),
        ("Three times faster than a car, at 12 F.", []),
        ("", []),
    ],
)
def test_numbers_of_a_text(text, expected):
    assert found(text) == expected


def test_place_and_words_around():
    text = "First. At an altitude of 48,000 meters (157,480 feet) it is cold."
    (number,) = numbers_in(text)
    assert text[number.start : number.end] == "48,000 meters (157,480 feet)"
    assert number.before == "At an altitude of " and number.after == " it is cold"
    assert [each.unit for each in number.readings[0].also] == ["foot"]


def test_language_decides_what_a_point_means():
    text = "Die Reichweite beträgt rund 2.000 Kilometer."
    assert [each.value for each in numbers_in(text)[0].readings] == [2.0, 2000.0]
    assert found(text, language="de") == [("rund 2.000 Kilometer", 2000.0, "km")]


def test_long_texts_are_cut_and_quick():
    assert len(numbers_in("5 km " * 100_000)) == 200
