"""Numbers as people write them: qualifier, number and unit, read as an interval."""

from __future__ import annotations

import functools
import math
from dataclasses import replace

from boostglide.claims.digits import LANGUAGES, Decimals, clear_convention, unclear_numbers
from boostglide.claims.number_interval import Reading
from boostglide.claims.number_parser import parse
from boostglide.claims.number_phrases import Words

LONGEST_TEXT = 200
"""Most characters of a stated number."""


class UnclearNumber(ValueError):
    """A text that can be read in several ways; `readings` holds all of them.

    Parameters
    ----------
    text
        The text.
    readings
        What it can mean.
    advice
        What settles it.
    """

    def __init__(self, text: str, readings: tuple[Reading, ...], advice: str) -> None:
        self.readings, self.advice = readings, advice
        ways = " or ".join(_in_words(each) for each in readings)
        super().__init__(f"Argument `text` must be read in one way, but {text!r} is {ways}; {advice}.")


def read(
    text: str,
    significant: int | None = None,
    *,
    language: str | None = None,
    decimals: Decimals | None = None,
    unit: str | None = None,
) -> Reading:
    """Read a number as people write it, in English or German.

    The table in `docs/reference/ledger-files.md` has every rule with examples. In short: "up to", "at most"
    bound from above and "more than", "at least" from below, without slack; "20 to 30" is the stated span;
    any other number is rounded, half the last stated digit either way. Trailing zeros of a whole number are
    not stated digits (40 is 35 to 45, 2,000 is 1,500 to 2,500) unless `significant` counts them; decimals
    are. A number counted in dozens, hundreds or thousands is rounded to half of that.

    Parameters
    ----------
    text
        For example "up to 2,000 miles", "about two dozen miles", "Mach 4 to 8", "rund 2.000 Kilometer".
    significant
        Number of significant digits of the stated number, where the text alone does not show it [-].
    language
        Language of the text, such as "en" or "de", which says what "2.000" means.
    decimals
        What stands before decimals, "point" or "comma"; goes before `language`.
    unit
        The unit that is meant, where its words can mean several, as "degrees" can.

    Returns
    -------
    Reading
        Value and interval in the unit of the text.

    Raises
    ------
    UnclearNumber
        If the text can be read in several ways, with all of them.
    ValueError
        If the text is not one number with a known unit.
    """
    found = possible_readings(text, significant, language=language, decimals=decimals, unit=unit)
    first, *others = found
    if others:
        raise UnclearNumber(text, found, _advice(found, language, decimals))
    return first


def possible_readings(
    text: str,
    significant: int | None = None,
    *,
    language: str | None = None,
    decimals: Decimals | None = None,
    unit: str | None = None,
) -> tuple[Reading, ...]:
    """Every way in which a number can be read; one, unless digits or unit are unclear.

    Parameters
    ----------
    text, significant, language, decimals, unit
        As for `read`.

    Raises
    ------
    ValueError
        If the text is not one number with a known unit.
    """
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise ValueError(
            f"Argument `text` must be a text of at most {LONGEST_TEXT} characters, but is longer."
        )
    if significant is not None and not 1 <= significant <= 15:
        raise ValueError(f"Argument `significant` must be from 1 to 15, but is {significant}.")
    if decimals not in (None, "point", "comma"):
        raise ValueError(f"Argument `decimals` must be point or comma, but is {decimals!r}.")
    found = _readings(text, significant, (language or "").lower().partition("-")[0], decimals)
    if unit is not None:
        found = tuple(each for each in found if each.unit == unit)
        if not found:
            raise ValueError(f"Argument `unit` must be a unit that {text!r} can have, but is {unit!r}.")
    return found


@functools.lru_cache(maxsize=4096)
def _readings(
    text: str, significant: int | None, language: str, decimals: Decimals | None
) -> tuple[Reading, ...]:
    last: ValueError | None = None
    for words in vocabularies_of(language):
        found: dict[tuple[float, float, float, str], Reading] = {}
        for convention in conventions_of(text, words, language, decimals):
            try:
                readings = parse(text, words, convention)
            except ValueError as error:
                last = error
                continue
            for reading in readings:
                reading = reading if significant is None else _with_digits(reading, significant)
                found.setdefault((reading.value, reading.low, reading.high, reading.unit), reading)
        if found:
            return tuple(found.values())
    raise last or ValueError(f"Argument `text` must state one number, but {text!r} does not.")


def vocabularies_of(language: str | None) -> tuple[Words, ...]:
    """The vocabularies that a language is read with, one after the other.

    Parameters
    ----------
    language
        Two letters, or nothing where it is not known.
    """
    if language == "de":
        return "german", "both"
    return ("english", "both") if language == "en" else ("english", "german", "both")


def conventions_of(
    text: str, words: Words, language: str | None, decimals: Decimals | None
) -> tuple[Decimals, ...]:
    """What "2.000" may mean in a text.

    A comma between groups of three is a thousands separator where no language is stated, since ledgers are
    written in English; a point there is unclear.

    Parameters
    ----------
    text
        The text.
    words
        The vocabulary that it is read with.
    language, decimals
        What is known of it.
    """
    settled = decimals or LANGUAGES.get(language or "") or clear_convention(text)
    unclear = unclear_numbers(text)
    if settled is not None or not unclear:
        return (settled or "point",)
    grouped_by_comma = not language and words == "english" and all("," in number for number in unclear)
    return ("point",) if grouped_by_comma else ("point", "comma")


def _with_digits(reading: Reading, significant: int) -> Reading:
    """The reading with a stated number of significant digits."""
    if not reading.step or not reading.value:
        return reading
    step = 10.0 ** (math.floor(math.log10(abs(reading.value)) + 1e-12) + 1 - significant)
    ends = (reading.low, reading.high)
    rounded = (reading.value - 0.5 * reading.step, reading.value + 0.5 * reading.step)
    low, high = (
        reading.value + math.copysign(0.5 * step, end - reading.value) if end in rounded else end
        for end in ends
    )
    return replace(reading, step=step, low=low, high=high)


def _in_words(reading: Reading) -> str:
    number = f"{reading.value:,.12g}"
    decimals = reading.step if 0 < reading.step < 1 else 0
    number = f"{reading.value:,.{-math.floor(math.log10(decimals))}f}" if decimals else number
    return f"{number} {reading.unit}".strip()


def _advice(readings: tuple[Reading, ...], language: str | None, decimals: Decimals | None) -> str:
    advice = []
    if len({each.value for each in readings}) > 1:
        state = "`decimals`" if language else "`language` or `decimals`"
        advice.append(f"state {state}, or write the number without a separator")
    if len({each.unit for each in readings}) > 1:
        advice.append("name the unit in full, or state `unit`")
    return " and ".join(advice)
