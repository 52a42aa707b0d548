"""Numbers as people write them: qualifier, number and unit, read as an interval."""

import math
import re
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:[,\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_COUNTS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_GROUPS = {"dozen": 12, "hundred": 100, "thousand": 1000}
_SPELLINGS = {
    "mile": ("mile", "miles"),
    "km": ("km", "kilometer", "kilometers", "kilometre", "kilometres"),
    "m": ("m", "meter", "meters", "metre", "metres"),
    "foot": ("ft", "foot", "feet"),
    "kelvin": ("k", "kelvin"),
    "degC": ("°c", "degrees celsius"),
    "degF": ("°f", "degrees fahrenheit"),
    "year": ("year", "years"),
    "s": ("s", "second", "seconds"),
    "minute": ("min", "minute", "minutes"),
    "m/s": ("m/s",),
    "km/s": ("km/s", "km per second"),
    "GW": ("gw", "gigawatts"),
    "dB": ("db",),
    "Mach": ("mach", "times the speed of sound", "times faster than the speed of sound", "times faster"),
    "people": ("person", "people", "operatives", "person team"),
    "documents": ("documents", "classified documents"),
    "": ("",),
}
_UNITS = {spelling: unit for unit, spellings in _SPELLINGS.items() for spelling in spellings}

_ABOVE = (
    "in excess of",
    "more than",
    "over",
    "above",
    "beyond",
    "exceeding",
    "greater than",
    "at least",
    "no less than",
)
_BELOW = (
    "up to",
    "at most",
    "no more than",
    "as much as",
    "below",
    "under",
    "less than",
    "fewer than",
    "within",
)
_NEAR = (
    "about",
    "around",
    "approximately",
    "roughly",
    "some",
    "circa",
    "nearly",
    "almost",
    "only around",
    "only",
)


@dataclass(frozen=True)
class Reading:
    """What a stated number claims.

    Parameters
    ----------
    text
        The number as it was written.
    value
        The number itself (the middle of a stated span), in `unit`.
    low, high
        The interval that it is read as, in `unit`; infinite where the statement has one side.
    unit
        The unit in one spelling; "Mach" for Mach numbers, empty for bare numbers.
    """

    text: str
    value: float
    low: float
    high: float
    unit: str

    @property
    def half_width(self) -> float:
        """Half the width of the interval, in `unit`."""
        return 0.5 * (self.high - self.low)


def read(text: str, significant: int | None = None) -> Reading:
    """Read a number as people write it.

    Rules, in this order. "In the 30s" is the decade from 30 to 40. "20 to 30" and "4-8" are the stated span,
    without slack. "Up to", "at most", "under" bound from above; "in excess of", "more than", "at least" bound
    from below; the bound is the stated number, without slack. Any other number, with or without "about", is
    rounded: half the last stated digit either way. Trailing zeros of a whole number are not stated digits
    (40 is 35 to 45, 2,000 is 1,500 to 2,500) unless `significant` counts them; decimals are (626.85 is half
    a hundredth either way). A number counted in dozens, hundreds or thousands is rounded to half of that.

    Parameters
    ----------
    text
        For example "up to 2,000 miles", "about two dozen miles", "Mach 4 to 8".
    significant
        Number of significant digits of the stated number, where the text alone does not show it [-].

    Returns
    -------
    Reading
        Value and interval in the unit of the text.

    Raises
    ------
    ValueError
        If the text is not one number with a known unit.
    """
    rest = " ".join(text.replace("\u2013", "-").replace("-person", " person").lower().split())
    qualifier, rest = _qualifier(rest)
    rest, mach = _without_mach(rest)
    decade = re.fullmatch(r"(?:in )?(?:his |her |their |the )?(\d+)0s", rest)
    if decade:
        low = 10.0 * int(decade.group(1))
        return Reading(text, low + 5.0, low, low + 10.0, "year")
    span = re.fullmatch(rf"(?:between )?({_NUMBER})\s*(?:-|to|and)\s*({_NUMBER})\s*(.*)", rest)
    if span:
        low, high = _plain(span.group(1)), _plain(span.group(2))
        return Reading(text, 0.5 * (low + high), low, high, _unit(span.group(3), mach, text))
    value, step, unit = _number(rest, text, significant)
    unit = _unit(unit, mach, text)
    if qualifier in _ABOVE:
        return Reading(text, value, value, math.inf, unit)
    if qualifier in _BELOW:
        return Reading(text, value, -math.inf, value, unit)
    return Reading(text, value, value - 0.5 * step, value + 0.5 * step, unit)


def _qualifier(text: str) -> tuple[str, str]:
    for word in sorted((*_ABOVE, *_BELOW, *_NEAR), key=len, reverse=True):
        if text.startswith(word + " "):
            inner, rest = _qualifier(text[len(word) + 1 :])
            return (word if word in (*_ABOVE, *_BELOW) else inner or word), rest
    return "", text


def _without_mach(text: str) -> tuple[str, bool]:
    stripped = re.sub(r"^(speeds? of )?mach\s*", "", text)
    return stripped, stripped != text


def _plain(digits: str) -> float:
    return float(digits.replace(",", "").replace("\u202f", ""))


def _unit(words: str, mach: bool, text: str) -> str:
    if mach and not words:
        return "Mach"
    words = words.removeprefix("of ").strip(" .")
    if words not in _UNITS:
        raise ValueError(f"Argument `text` must end in a known unit, but {text!r} ends in {words!r}.")
    return _UNITS[words]


def _number(rest: str, text: str, significant: int | None) -> tuple[float, float, str]:
    """Value, size of the last stated digit, and the words behind the number."""
    digits = re.match(rf"({_NUMBER})(?![\d.,]*\d)\s*", rest)
    if digits:
        number = digits.group(1)
        return _plain(number), _last_digit(number, significant), rest[digits.end() :]
    words = rest.split()
    count = _COUNTS.get(words[0]) if words else None
    if count is None and words and words[0] in _GROUPS:
        count, words = 1, ["a", *words]
    if count is None:
        raise ValueError(f"Argument `text` must state one number, but {text!r} does not.")
    if len(words) > 1 and words[1] in _GROUPS:
        group = float(_GROUPS[words[1]])
        return count * group, group, " ".join(words[2:])
    return float(count), _last_digit(str(count), significant), " ".join(words[1:])


def _last_digit(number: str, significant: int | None) -> float:
    digits = number.replace(",", "").replace("\u202f", "")
    whole, _, decimals = digits.partition(".")
    if significant is not None:
        return 10.0 ** (len(whole.lstrip("0")) - significant)
    if decimals:
        return 10.0 ** -len(decimals)
    return 10.0 ** (len(whole) - len(whole.rstrip("0"))) if whole.strip("0") else 1.0
