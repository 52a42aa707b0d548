"""A text as qualifier, number, unit and remark, under one language and one convention of digits."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from boostglide.claims.digits import Decimals
from boostglide.claims.number_interval import Reading, bounded
from boostglide.claims.number_phrases import Count, Patterns, Words, count_at, patterns
from boostglide.claims.unit_words import unit_at, written_out
from boostglide.claims.units import convertible, stated

_PLAIN = str.maketrans(
    {**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("\t\n\r\u00a0\u2007\u2009\u200a\u202f", " ")}
)
_MACH = re.compile(
    r"(?:mach(?:\s*number|zahl)?(?:\s+of|\s+von)?\s*[=-]?\s*|(?-i:Ma?)\s?=?\s?(?=\d))", re.IGNORECASE
)
_SPEED_NAMES = {"hypersonic": 5.0, "hyperschall": 5.0, "supersonic": 1.0, "ueberschall": 1.0}
_NAMED = re.compile(
    r"(?:at\s+|with\s+|mit\s+)?(?P<name>hypersonic|supersonic|hyperschall|überschall|ueberschall)"
    r"(?:\s*-?\s*(?:speeds?|velocity|velocities|geschwindigkeit(?:en)?))?\.?",
    re.IGNORECASE,
)
_SOUND = re.compile(
    r"(?:the\s+)?speed of sound|sound|(?:die\s+|der\s+)?schall(?:geschwindigkeit)?", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]")
_ARTICLE = re.compile(r"(?:an?|eine[nrms]?)\s+(?=\d)", re.IGNORECASE)
_SEPARATORS = (
    re.compile(r"(?!)"),
    re.compile(r"\s*(?:;|=|,\s|\s/\s|\bor\b|\boder\b)\s*"),
    re.compile(r"\s*(?:;|/|=|,\s|\bor\b|\boder\b)\s*"),
)
_OTHER = re.compile(
    r"\s*(?:,?\s+(?:or|oder|i\.e\.|that is|das sind|d\.h\.),?\s+|\s?/\s?|\s?=\s?)", re.IGNORECASE
)
_SPACE, _WHAT = re.compile(r"\s+"), re.compile(r"[^\d.,;:()\[\]!?]{1,60}")
_SPREAD = re.compile(
    r"\s*(?:±|\+\s?/\s?-|plus or minus|plus/minus|plus oder minus|plusminus)\s*", re.IGNORECASE
)
_PLUS = re.compile(r"\s?\+(?![\d/-])")
_END = re.compile(r"[\s.,;:!?\"'“”’»«]*")


@dataclass(frozen=True)
class Measure:
    """A number with its units and where both end; several units where their words are unclear."""

    count: Count
    units: tuple[str, ...]
    written_unit: str
    share_of: str
    end: int


def plain(text: str) -> str:
    """A text of the same length with one kind of dash and of space.

    Parameters
    ----------
    text
        Any text.
    """
    return text.translate(_PLAIN)


def parse(text: str, words: Words, decimals: Decimals) -> tuple[Reading, ...]:
    """The readings of a text that is one number and nothing else.

    Parameters
    ----------
    text
        The text.
    words
        Vocabulary of its words.
    decimals
        What "2.000" and "2,000" mean.

    Raises
    ------
    ValueError
        If it is no number, has no known unit, or is more than a number.
    """
    found = read_at(plain(text), 0, words, decimals)
    if found is None:
        raise ValueError(_why_not(text, words))
    readings, end = found
    rest = plain(text)[end:]
    if not _END.fullmatch(rest):
        if patterns(words).joins.match(rest):
            raise ValueError(
                f"Argument `text` must name two numbers of one kind, the lower one first, but is {text!r}."
            )
        raise ValueError(
            f"Argument `text` must end in a known unit, but {text!r} ends in {' '.join(rest.split())!r}."
        )
    return tuple(replace(each, text=text) for each in readings)


def read_at(
    text: str, start: int, words: Words, decimals: Decimals
) -> tuple[tuple[Reading, ...], int] | None:
    """The readings of the number that begins at a place, qualifiers included, and where it ends.

    Parameters
    ----------
    text
        A text with one kind of dash and of space.
    start
        Where to look in it.
    words, decimals
        As for `parse`.
    """
    own = patterns(words)
    start += len(text[start:]) - len(text[start:].lstrip(" \"'“”»«"))
    named = _NAMED.match(text, start)
    if named:
        low = _SPEED_NAMES[written_out(named["name"])]
        return (Reading(named[0], low, low, math.inf, "Mach", 1.0, named[0]),), named.end()
    kinds, place = _qualifiers(text, start, own)
    decade = own.decade.match(text, place)
    if decade:
        return _decade(text, start, decade, own, words, decimals)
    sound = _SOUND.match(text, place)
    if sound and kinds:
        reading = bounded(Reading(text[start : sound.end()], 1.0, 0.5, 1.5, "Mach", 1.0, sound[0]), kinds)
        return (replace(reading, qualifier=text[start:place].strip()),), sound.end()
    found = _core(text, place, own, words, decimals)
    if found is None:
        return None
    readings, end = found
    after, end = _after(text, end, own)
    qualifier = " ".join(filter(None, (text[start:place].strip(), text[found[1] : end].strip())))
    readings = tuple(replace(bounded(each, (*kinds, *after)), qualifier=qualifier) for each in readings)
    end = _tail(text, end, own)
    also, end = _brackets(text, end, words, decimals)
    end = _tail(text, end, own) if also else end
    if not also:
        also, end = _other(text, end, readings[0].unit, words, decimals)
    return tuple(replace(each, text=text[start:end], also=also) for each in readings), end


def _decade(
    text: str, start: int, found: re.Match[str], own: Patterns, words: Words, decimals: Decimals
) -> tuple[tuple[Reading, ...], int]:
    """The decade of an age; "30s" alone may be seconds."""
    low = 10.0 * int(found["tens"]) if found["tens"] else float(own.words.decades[written_out(found["word"])])
    decade = Reading(text[start : found.end()], low + 5.0, low, low + 10.0, "year")
    seconds = _core(text, found.start(), own, words, decimals) if re.fullmatch(r"\d0s", found[0]) else None
    if seconds is None or seconds[1] != found.end():
        return (decade,), found.end()
    return (decade, *seconds[0]), found.end()


def _qualifiers(text: str, place: int, own: Patterns) -> tuple[tuple[str, ...], int]:
    """The kinds of qualifiers before a number, the longest words first, and where they end."""
    kinds: list[str] = []
    for _ in range(8):
        matches = [
            (found.end(), kind) for kind, each in own.qualifiers.items() if (found := each.match(text, place))
        ]
        noun = own.nouns.match(text, place) or _ARTICLE.match(text, place)
        longest = max([*matches, (noun.end() if noun else 0, "noun")])
        if longest[0] <= place or own.decade.match(text, place):
            break
        if longest[1] != "noun":
            kinds.append(longest[1])
        place = longest[0]
    return tuple(kinds), place


def _core(
    text: str, place: int, own: Patterns, words: Words, decimals: Decimals
) -> tuple[tuple[Reading, ...], int] | None:
    """A number, a span, or a number with a spread; each with its unit."""
    opening = own.openings.match(text, place)
    place = opening.end() if opening else place
    mach = _MACH.match(text, place)
    first = _measure(text, mach.end() if mach else place, own, words, decimals, bool(mach))
    if first is None:
        return None
    spread = _SPREAD.match(text, first.end)
    joined = spread or own.joins.match(text, first.end)
    if joined:
        again = _MACH.match(text, joined.end())
        kept = bool(mach or again)
        near = own.qualifiers["near"].match(text, joined.end())
        beginning = again.end() if again else near.end() if near else joined.end()
        second = _measure(text, beginning, own, words, decimals, kept)
        same = second is None or _is_span(joined[0], first, second)
        both = None if second is None or not same else _joined(text, place, first, second, bool(spread))
        if both is not None:
            return both, second.end if second else first.end
    if opening and written_out(opening[0]).strip() in ("between", "zwischen"):
        return None
    return tuple(_reading(text[place : first.end], first, unit) for unit in first.units), first.end


def _is_span(joint: str, first: Measure, second: Measure) -> bool:
    """Whether two numbers are the ends of a span; with "or" and another unit, they are one number twice."""
    twice = first.written_unit and second.written_unit and first.units != second.units
    return not (twice and written_out(joint).strip() in ("or", "oder"))


def _measure(
    text: str, place: int, own: Patterns, words: Words, decimals: Decimals, mach: bool
) -> Measure | None:
    count = count_at(text, place, words, decimals)
    if count is None:
        return None
    if mach:
        return Measure(count, ("Mach",), "Mach", "", count.end)
    here = count.end
    while here < len(text) and text[here] in " -":
        here += 1
    found = unit_at(text, here)
    if found is None and (count.is_share or count.low is not None):
        of = own.of.match(text, count.end)
        found = unit_at(text, of.end()) if of else None
        here = of.end() if of else here
    if found is None and here == count.end and text[here : here + 1].isalnum():
        return None
    units, end = (found.units, found.end) if found else (("",), count.end)
    written = text[here:end] if found else ""
    half = own.and_a_half.match(text, end) if found and count.value == count.step == 1.0 else None
    if half:  # "a mile and a half"
        count, end = replace(count, value=1.5, step=0.5), half.end()
    share_of, end = (
        _share(text, end, own, count.is_ratio)
        if units == ("%",) or (count.is_share and not found)
        else ("", end)
    )
    return Measure(count, units, written, share_of, end)


def _share(text: str, end: int, own: Patterns, is_ratio: bool) -> tuple[str, int]:
    """What a share is one of: the words behind "of", up to the next stop."""
    of = own.of.match(text, end) or (_SPACE.match(text, end) if is_ratio else None)
    if of is None:
        return "", end
    what = _WHAT.match(text, of.end())
    return (what[0].strip(), what.end()) if what and what[0].strip() else ("", end)


def _reading(text: str, measure: Measure, unit: str) -> Reading:
    count = measure.count
    if unit == "orders of magnitude":
        return _magnitudes(text, measure)
    low = count.value - 0.5 * count.step if count.low is None else count.low
    high = count.value + 0.5 * count.step if count.high is None else count.high
    return Reading(text, count.value, low, high, unit, count.step, measure.written_unit, "", measure.share_of)


def _magnitudes(text: str, measure: Measure) -> Reading:
    """So many powers of ten, each half a power either way."""
    count = measure.count
    low, high = (
        (count.value - 0.5, count.value + 0.5) if count.low is None else (count.low, count.high or count.low)
    )
    value, low, high = (10.0 ** min(max(each, -99.0), 99.0) for each in (count.value, low, high))
    return Reading(text, value, low, high, "", 0.0, measure.written_unit)


def _joined(
    text: str, place: int, first: Measure, second: Measure, is_spread: bool
) -> tuple[Reading, ...] | None:
    """A span or a number with a spread, in the unit of its second number; None if the two do not fit."""
    if is_spread and second.units == ("%",) and first.units != ("%",):
        return _relative(text[place : second.end], first, second.count.value)
    readings = []
    for unit in second.units:
        own = unit if not first.written_unit else first.units[0] if len(first.units) == 1 else unit
        edges = _edges(first, second, own, unit, is_spread)
        if edges is not None:
            low, high = edges
            whole = text[place : second.end]
            written = second.written_unit or first.written_unit
            shown = unit if second.written_unit else own
            readings.append(
                Reading(whole, 0.5 * (low + high), low, high, shown, 0.0, written, "", second.share_of)
            )
    return tuple(readings) or None


def _relative(text: str, measure: Measure, percentage: float) -> tuple[Reading, ...] | None:
    """A number with a spread in percent of itself."""
    value, spread = measure.count.value, abs(measure.count.value) * percentage / 100.0
    written = measure.written_unit
    ways = [
        Reading(text, value, value - spread, value + spread, unit, 0.0, written) for unit in measure.units
    ]
    return tuple(ways) if percentage >= 0.0 else None


def _edges(
    first: Measure, second: Measure, unit: str, to: str, is_spread: bool
) -> tuple[float, float] | None:
    one, two = first.count, second.count
    if is_spread:
        middle = _converted(one.value, unit, to) if second.written_unit else one.value
        return None if middle is None or two.value < 0 else (middle - two.value, middle + two.value)
    low = one.value if one.low is None else one.low
    high = two.value if two.high is None else two.high
    if one.is_bare and two.group > 1.0 and one.value * two.group < high:
        low *= two.group
    elif first.written_unit and second.written_unit and unit != to:
        converted = _converted(low, unit, to)
        if converted is None:
            return None
        low = converted
    return (low, high) if low <= high else None


def _converted(value: float, unit: str, to: str) -> float | None:
    if unit == to:
        return value
    try:
        return stated(value, unit, to)
    except ValueError:
        return None


def _after(text: str, end: int, own: Patterns) -> tuple[tuple[str, ...], int]:
    """Qualifiers behind a number: "5+", "or more", "or so"."""
    plus = _PLUS.match(text, end)
    if plus:
        return ("above",), plus.end()
    for kind, each in own.after.items():
        found = each.match(text, end + 1) if text[end : end + 1] in (" ", ",", "-") else None
        if found:
            return (kind.removesuffix("_after"),), found.end()
    return (), end


def _tail(text: str, end: int, own: Patterns) -> int:
    """The end of a harmless word behind a number, such as "away"."""
    found = own.tails.match(text, end + 1) if text[end : end + 1] in ("-", " ") else None
    return found.end() if found else end


def _brackets(text: str, end: int, words: Words, decimals: Decimals) -> tuple[tuple[Reading, ...], int]:
    """Conversions in brackets; a bracket that is no number with a unit is a remark."""
    found = _BRACKET.match(text, end)
    if found is None:
        return (), end
    for separator in _SEPARATORS:
        pieces = separator.split(found["inside"])[:4]
        inner = [_alone(piece, words, decimals) for piece in pieces]
        also = tuple(each for each in inner if each is not None and each.unit)
        if also and (len(also) == len(pieces) or separator is _SEPARATORS[-1]):
            return also, found.end()
    return (), found.end()


def _other(
    text: str, end: int, unit: str, words: Words, decimals: Decimals
) -> tuple[tuple[Reading, ...], int]:
    """The same number in another unit behind "or" or a stroke: "48,000 m or 157,480 ft"."""
    between = _OTHER.match(text, end)
    found = read_at(text, between.end(), words, decimals) if between else None
    if found is None or len(found[0]) != 1:
        return (), end
    (reading,) = found[0]
    fits = bool(unit) and reading.unit not in ("", unit) and convertible(unit, reading.unit)
    return ((reading,), found[1]) if fits else ((), end)


def _alone(piece: str, words: Words, decimals: Decimals) -> Reading | None:
    """The reading of a piece of a bracket; None where it is no number or cannot be read in one way."""
    found = read_at(piece, 0, words, decimals) if piece.strip() else None
    readings, end = found or ((), 0)
    return readings[0] if len(readings) == 1 and _END.fullmatch(piece[end:]) else None


def _why_not(text: str, words: Words) -> str:
    if any(patterns(words).uncountable.search(plain(text)) for words in ("english", "german")):
        return f"Argument `text` must state one number, but {text!r} says many without saying how many."
    return f"Argument `text` must state one number, but {text!r} does not."
