"""Numbers inside a running text."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from boostglide.claims.number_interval import Reading
from boostglide.claims.number_parser import plain, read_at
from boostglide.claims.number_phrases import VOCABULARIES, Words, patterns
from boostglide.claims.reading import conventions_of, vocabularies_of
from boostglide.claims.unit_words import pattern_of

LONGEST_SCAN, MOST_PLACES = 4_000, 200
"""Characters of a text that are scanned, and places looked at in it; the rest is left out."""

_ARTICLES = frozenset("a an ein eine einen einem einer eines".split())
_BEFORE = 40
_UNSURE = ("times faster", "x", "F", "C")
"""Units that need more around them than a running text gives."""


@dataclass(frozen=True)
class NumberInText:
    """A number with a unit inside a text.

    Parameters
    ----------
    start, end
        Where it stands.
    before
        The words before it, at most 40 characters of the same sentence.
    after
        The words behind it, likewise.
    readings
        Every way in which it can be read; one, unless digits or unit are unclear.
    """

    start: int
    end: int
    before: str
    after: str
    readings: tuple[Reading, ...]


def numbers_in(text: str, language: str | None = None) -> tuple[NumberInText, ...]:
    """The numbers with a unit, Mach numbers and shares of a running text, in its order.

    Bare numbers, such as years, and the names of things, such as DF-17, are passed over.

    Parameters
    ----------
    text
        Any text.
    language
        Language of the text, as for `read`.
    """
    flat = plain(text[:LONGEST_SCAN])
    words = vocabularies_of(language)[-1]
    found: list[NumberInText] = []
    end = places = 0
    for candidate in _starts(words).finditer(flat):
        if candidate.start() < end:
            continue
        places += 1
        if places > MOST_PLACES:
            break
        number = _number(flat, candidate.start(), end, words, language)
        if number is not None:
            found.append(number)
            end = number.end
    return tuple(found)


def _number(flat: str, start: int, last: int, words: Words, language: str | None) -> NumberInText | None:
    """The number that begins at a place, with its qualifier; None if none with a unit does."""
    begin = _with_qualifier(flat, start, last, words)
    sentence = flat[begin : begin + 160]
    readings: dict[tuple[float, float, float, str], Reading] = {}
    end = start
    for convention in conventions_of(flat[start : start + 40], "english", language, None):
        found = read_at(sentence, 0, words, convention)
        for each in found[0] if found else ():
            if (each.unit or each.share_of) and each.written_unit not in _UNSURE:
                readings[each.value, each.low, each.high, each.unit] = each
        end = max(end, begin + found[1] if found and readings else end)
    if not readings:
        return None
    before = re.split(r"[.;:!?]\s", flat[max(0, begin - _BEFORE) : begin])[-1]
    after = re.split(r"[.;:!?](?:\s|$)", flat[end : end + _BEFORE])[0]
    return NumberInText(begin, end, before, after, tuple(readings.values()))


def _with_qualifier(flat: str, start: int, last: int, words: Words) -> int:
    """Where the qualifier in front of a number begins."""
    own = patterns(words)
    begins = [found.start() + last for found in re.finditer(r"(?<![\w-])[\w~≈<>≥≤]", flat[last:start])][-6:]
    for begin in begins:
        decade = own.decade.match(flat, begin)
        if decade and begin < start < decade.end():
            return begin
        place = begin
        for _ in range(6):
            ends = [found.end() for each in own.qualifiers.values() if (found := each.match(flat, place))]
            opening = own.openings.match(flat, place)
            ends += [opening.end()] if opening else []
            if not ends or max(ends) > start:
                break
            place = max(ends)
        if place == start:
            return begin
    return start


@functools.cache
def _starts(words: Words) -> re.Pattern[str]:
    """Where a number can begin: a digit outside of a name, "Mach", or a word for a number."""
    own = VOCABULARIES[words]
    cardinals = [word for word in own.cardinals if word not in _ARTICLES]
    spoken = [
        *cardinals,
        *own.groups,
        *own.vague_groups,
        *own.several,
        *own.couple,
        *own.halves,
        *own.multiples,
    ]
    spoken += [f"{article} {word}" for article in ("a", "an") for word in (*own.groups, *own.parts)]
    either = "|".join(pattern_of(word) for word in sorted(spoken, key=len, reverse=True))
    compounds = (
        r"[a-zäöüß]+(?:hundert|tausend)[a-zäöüß]*|[a-zäöüß]+und(?:zwanzig|drei(?:ß|ss)ig|[a-zäöüß]+zig)"
    )
    folds = r"[a-zäöüß]+(?:fache[nrs]?|mal)"
    return re.compile(
        rf"(?<![\w.,/-])[-+]?\d|(?<!\w)(?:mach\s*\d|(?:{either}|{compounds}|{folds})(?!\w))", re.IGNORECASE
    )
