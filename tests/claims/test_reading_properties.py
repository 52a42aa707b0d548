"""Any text is read or refused with the documented error, quickly; what is written is read back."""

import math
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boostglide.claims import numbers_in, possible_readings, read, suspicions, suspicions_in
from boostglide.claims.dates import days_of
from boostglide.claims.number_words_english import ENGLISH
from boostglide.claims.number_words_german import GERMAN
from boostglide.claims.unit_words import SYMBOLS, WORDS

WORDS_OF_NUMBERS = sorted(
    {
        *(
            word
            for words in (ENGLISH, GERMAN)
            for field in ("cardinals", "groups", "vague_groups", "parts")
            for word in getattr(words, field)
        ),
        *(
            word
            for words in (ENGLISH, GERMAN)
            for field in ("above", "below", "near", "joins", "openings", "halves", "nouns", "of")
            for word in getattr(words, field)
        ),
        *(spelling for table in (SYMBOLS, WORDS) for spellings in table.values() for spelling in spellings),
        *(
            "Mach",
            "M",
            "hypersonic",
            "(",
            ")",
            "[",
            "]",
            "-",
            "–",
            "±",
            "+",
            "%",
            "/",
            "10^",
            "½",
            "1/2",
            "30s",
            "and",
            "e9",
        ),
    }
)
PIECES = st.one_of(
    st.sampled_from(WORDS_OF_NUMBERS),
    st.from_regex(r"-?[0-9]{1,4}([.,' ][0-9]{1,3}){0,3}(e[0-9]{1,3})?", fullmatch=True),
    st.text(max_size=4),
)
NUMBERS = st.lists(PIECES, max_size=9).flatmap(
    lambda pieces: st.sampled_from((" ", "", "-")).map(lambda separator: separator.join(pieces))
)
LANGUAGES = st.sampled_from((None, "en", "de", "it", "xx", ""))
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(text=st.one_of(NUMBERS, st.text(max_size=60)), language=LANGUAGES)
@QUICK
def test_any_text_is_read_or_refused(text, language):
    try:
        found = possible_readings(text, language=language)
    except ValueError as error:
        assert str(error).startswith("Argument `")
        return
    for each in found:
        assert each.low <= each.high and math.isfinite(each.value) and each.step >= 0.0
        assert not math.isnan(each.low) and not math.isnan(each.high)
        assert each.text == text and each.low <= each.value <= each.high
        suspicions([each], glides=True)


@given(text=st.one_of(NUMBERS, st.text(max_size=200)), language=LANGUAGES)
@QUICK
def test_any_text_can_be_looked_through(text, language):
    for number in numbers_in(text, language):
        assert 0 <= number.start < number.end <= len(text)
        assert number.readings
    suspicions_in(text, language=language)


@given(
    digits=st.integers(0, 10**9),
    decimals=st.integers(0, 6),
    unit=st.sampled_from(("km", "mile", "degC", "kg", "m/s", "%")),
)
@QUICK
def test_numbers_are_read_back_in_every_style(digits, decimals, unit):
    """Plain, English and German spellings of a number give one interval, half the last digit wide."""
    value, symbol = digits / 10**decimals, SYMBOLS[unit][0]
    english = f"{value:,.{decimals}f} {symbol}"
    german = english.translate(str.maketrans(",.", ".,"))
    plain = f"{value:.{decimals}f} {symbol}"
    found = read(english, language="en")
    assert found.value == pytest.approx(value, rel=1e-12)
    assert (found.unit, found.low <= value <= found.high) == (unit, True)
    if decimals:
        assert found.half_width == pytest.approx(0.5 * 10.0**-decimals, rel=1e-3)
    same = (found.value, found.low, found.high, found.unit)
    for text, settings_ in ((german, {"language": "de"}), (plain, {"decimals": "point"})):
        other = read(text, **settings_)
        assert (other.value, other.low, other.high, other.unit) == same
    assert found.value in {each.value for each in possible_readings(german, language="xx")}


@given(low=st.integers(1, 10**6), more=st.integers(0, 10**6))
@QUICK
def test_spans_are_read_back(low, more):
    for text in (f"{low} to {low + more} km", f"zwischen {low} und {low + more} km", f"{low}-{low + more}km"):
        assert (read(text).low, read(text).high) == (low, low + more)


@given(date=st.text("0123456789-", max_size=12))
@QUICK
def test_dates_have_a_first_and_a_last_day(date):
    days = days_of(date)
    assert days is None or (days[0] <= days[1] and days[0].isoformat().startswith(date[:4]))


@pytest.mark.parametrize(
    "text",
    [
        "1" * 200,
        "1," * 100,
        "1 000" * 40,
        "(" * 200,
        "about " * 33,
        "und" * 66,
        "hundert" * 28,
        "a" * 200,
        "5 to " * 40,
        "½" * 200,
        " " * 200,
    ],
)
def test_hostile_texts_are_quick(text):
    start = time.process_time()
    for _ in range(3):
        try:
            possible_readings(text + "")
        except ValueError:
            pass
        numbers_in(text * 20)
    assert time.process_time() - start < 3.0
