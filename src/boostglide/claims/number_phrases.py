"""Where numbers stand in a text: the words of one language as patterns, and the count that they make."""

import functools
import re
from dataclasses import dataclass
from typing import Literal

from boostglide.claims.digits import Decimals, digits_at
from boostglide.claims.number_words import NumberWords
from boostglide.claims.number_words_english import ENGLISH
from boostglide.claims.number_words_german import GERMAN, compound_parts
from boostglide.claims.unit_words import pattern_of, written_out

Words = Literal["english", "german", "both"]

VOCABULARIES: dict[Words, NumberWords] = {
    "english": ENGLISH,
    "german": GERMAN,
    "both": ENGLISH.joined(GERMAN),
}

FEW, COUPLE, PLURAL = (3.0, 9.0), (2.0, 3.0), (2.0, 10.0)
"""How many "several", "a couple", and a bare plural such as "dozens" are taken to be."""

_TOKEN = re.compile(r"[^\W\d_]+\.?")
_SUFFIX = re.compile(r"(?:fach(?:e[nrs]?)?|mal)$")


@dataclass(frozen=True)
class Count:
    """A number in a text.

    Parameters
    ----------
    value
        The number; the middle of what vague words can mean.
    step
        Size of the last stated digit; 0 for vague words.
    low, high
        What vague words are taken to mean; None for all others.
    is_share
        Whether it is a fraction, which can be one of something.
    is_ratio
        Whether it is stated as so many out of so many, which names the things right behind it.
    is_bare
        Whether a span may lend it the group behind its other end, as in "3 to 5 million".
    group
        The group that it is counted in; 1 if in none.
    end
        Where it ends in the text.
    """

    value: float
    step: float
    end: int
    low: float | None = None
    high: float | None = None
    is_share: bool = False
    is_ratio: bool = False
    is_bare: bool = False
    group: float = 1.0


@dataclass(frozen=True)
class Patterns:
    """The words of a vocabulary as patterns."""

    words: NumberWords
    qualifiers: dict[str, re.Pattern[str]]
    after: dict[str, re.Pattern[str]]
    nouns: re.Pattern[str]
    joins: re.Pattern[str]
    openings: re.Pattern[str]
    vague: tuple[tuple[re.Pattern[str], float, float], ...]
    plurals: re.Pattern[str]
    uncountable: re.Pattern[str]
    halves: re.Pattern[str]
    and_a_half: re.Pattern[str]
    parts: re.Pattern[str]
    out_of: re.Pattern[str]
    multiples: re.Pattern[str]
    groups: re.Pattern[str]
    of: re.Pattern[str]
    tails: re.Pattern[str]
    decade: re.Pattern[str]


@functools.cache
def patterns(words: Words) -> Patterns:
    """The patterns of a vocabulary.

    Parameters
    ----------
    words
        Which vocabulary.
    """
    own = VOCABULARIES[words]
    few, couple = _any(own.several), _any(own.couple)
    return Patterns(
        words=own,
        qualifiers={
            kind: _before(getattr(own, kind))
            for kind in ("above", "below", "near", "little_above", "little_below", "magnitude")
        },
        after={kind: _any(getattr(own, kind)) for kind in ("above_after", "below_after", "near_after")},
        nouns=_before(own.nouns),
        joins=re.compile(rf"\s*-\s*|\s+(?:{_words(own.joins)})\s+", re.IGNORECASE),
        openings=_before(own.openings),
        vague=((few, *FEW), (couple, *COUPLE)),
        plurals=_any(tuple(own.vague_groups)),
        uncountable=_any(own.uncountable),
        halves=_any(own.halves),
        and_a_half=re.compile(rf"\s*(?:{_words(own.and_a_half)})(?!\w)", re.IGNORECASE),
        parts=_any(tuple(own.parts)),
        out_of=re.compile(rf"\s+(?:{_words(own.out_of)})\s+", re.IGNORECASE),
        multiples=_any(tuple(own.multiples)),
        groups=_any(tuple(own.groups)),
        of=re.compile(rf"\s+(?:{_words(own.of)})\s+", re.IGNORECASE),
        tails=_any(own.tails),
        decade=re.compile(
            rf"(?:(?:{_words(own.decade_openings)})\s+)?(?:(?P<tens>[1-9]|[12]\d\d)0(?:s|er|ern)|(?P<word>{_words(tuple(own.decades))}))(?!\w)",
            re.IGNORECASE,
        ),
    )


def count_at(text: str, start: int, words: Words, decimals: Decimals) -> Count | None:
    """The number that begins at a place, in digits or words; None if none does.

    Parameters
    ----------
    text
        The text.
    start
        Where to look in it.
    words
        Vocabulary of its words.
    decimals
        What "2.000" and "2,000" mean.
    """
    own = patterns(words)
    for attempt in (_vague, _multiple, _half):
        found = attempt(text, start, own)
        if found is not None:
            return found
    digits = digits_at(text, start, decimals)
    if digits is not None:
        count = Count(digits.value, digits.step, digits.end, is_bare=True)
        count = _grouped(text, count, digits.step if not digits.is_whole else 1.0, own)
    else:
        count = _cardinal(text, start, own)
    return None if count is None else _ratio(text, _part(text, count, own), own, decimals)


def _vague(text: str, start: int, own: Patterns) -> Count | None:
    for pattern, low, high in own.vague:
        found = pattern.match(text, start)
        if found and found.end() > start:
            group = _group(text, _gap(text, found.end()), own)
            scale, end = group if group else (1.0, found.end())
            return Count(0.5 * (low + high) * scale, 0.0, end, low * scale, high * scale)
    found = own.plurals.match(text, start)
    if not found:
        return None
    scale = own.words.vague_groups[_key(found[0])]
    low, high = (number * scale for number in PLURAL)
    after = re.compile(r"\s+(?:of|von)(?=\s)", re.IGNORECASE).match(text, found.end())
    return Count(0.5 * (low + high), 0.0, after.end() if after else found.end(), low, high)


def _multiple(text: str, start: int, own: Patterns) -> Count | None:
    found = own.multiples.match(text, start)
    if not found:
        return None
    number = own.words.multiples[_key(found[0])]
    return Count(number, 1.0 if number.is_integer() else 0.5, found.end())


def _half(text: str, start: int, own: Patterns) -> Count | None:
    found = own.halves.match(text, start)
    if not found:
        return None
    group = _group(text, _gap(text, found.end()), own)
    if group:
        return Count(0.5 * group[0], 0.5 * group[0], group[1])
    return Count(0.5, 0.5, found.end(), is_share=True)


def _grouped(text: str, count: Count, step: float, own: Patterns) -> Count:
    """A number in digits with the group behind it: "2.5 million", "20 thousand"."""
    group = _group(text, _gap(text, count.end), own)
    if group is None:
        return count
    scale, end = group
    return Count(count.value * scale, step * scale, end, group=scale)


def _part(text: str, count: Count, own: Patterns) -> Count:
    """The number itself, or as many thirds, or with one half more."""
    more = own.and_a_half.match(text, count.end)
    if more:
        return Count(count.value + 0.5, 0.5, more.end())
    place = _gap(text, count.end)
    found = own.parts.match(text, place)
    if not found or not float(count.value).is_integer() or not 0 < count.value <= 1000 or place == count.end:
        return count
    under = own.words.parts[_key(found[0])]
    return Count(count.value / under, 1.0 / under, found.end(), is_share=True)


def _ratio(text: str, count: Count, own: Patterns, decimals: Decimals) -> Count:
    """The number itself, or "two out of three"."""
    between = own.out_of.match(text, count.end)
    if between is None or count.is_share:
        return count
    digits = digits_at(text, between.end(), decimals)
    whole = _cardinal(text, between.end(), own) if digits is None else Count(digits.value, 1.0, digits.end)
    if whole is None or not (float(whole.value).is_integer() and 0 < whole.value <= 1e6):
        return count
    if not (float(count.value).is_integer() and 0 <= count.value <= whole.value):
        return count
    return Count(count.value / whole.value, 1.0 / whole.value, whole.end, is_share=True, is_ratio=True)


def _group(text: str, start: int, own: Patterns) -> tuple[float, int] | None:
    found = own.groups.match(text, start)
    return (own.words.groups[_key(found[0])], found.end()) if found else None


def _cardinal(text: str, start: int, own: Patterns) -> Count | None:
    """A number in words, "two hundred and fifty" or "zweihundertfünfzig"."""
    state = _Spoken()
    best: tuple[_Spoken, int] | None = None
    place = start
    while True:
        token = _TOKEN.match(text, place)
        if token is None or len(token[0]) > 60:
            break
        word, end = written_out(token[0]), token.end()
        if word.endswith(".") and word not in own.words.groups:
            word, end = word[:-1], end - 1
        if word in own.words.additions and best is not None:
            if not state.takes_addition or _starts_group(text, end, own):
                break
            place = _gap(text, end)
            continue
        pieces, suffix = _pieces(word, own)
        following = state
        for piece in pieces:
            following = following.plus(piece, own.words)
            if following is None:
                break
        if not pieces or following is None:
            break
        end -= suffix
        state, best = following, (following, end)
        if suffix or not _follows(text, end):
            break
        place = _gap(text, end)
    if best is None:
        return None
    spoken, end = best
    return Count(spoken.value, spoken.step, end, is_bare=spoken.group == 1.0, group=spoken.group)


def _starts_group(text: str, start: int, own: Patterns) -> bool:
    """Whether "and" leads to a new number, as in "between one hundred and two hundred"."""
    following = [written_out(word) for word in re.split(r"[\s-]+", text[start : start + 80].strip())[:2]]
    return len(following) == 2 and following[1] in own.words.groups


def _follows(text: str, end: int) -> bool:
    return end < len(text) and text[end] in " -"


def _pieces(word: str, own: Patterns) -> tuple[tuple[str, ...], int]:
    """The numerals of a word, and how long its rest is: "fünffache" is a five and six more letters."""
    if word in own.words.cardinals or word in own.words.groups:
        return (word,), 0
    if "zwei" not in own.words.cardinals:
        return (), 0
    suffix = _SUFFIX.search(word)
    stem = word[: suffix.start()] if suffix else word
    parts = (stem,) if stem in own.words.cardinals else compound_parts(stem)
    return (parts, len(word) - len(stem)) if parts else ((), 0)


@dataclass(frozen=True)
class _Spoken:
    """A number in words, as far as it was read."""

    total: float = 0.0
    current: float | None = None
    step: float = 1.0
    group: float = 1.0
    is_closed: bool = False

    @property
    def value(self) -> float:
        return self.total + (self.current or 0.0)

    @property
    def takes_addition(self) -> bool:
        """Whether "and" may follow: behind a hundred or a thousand."""
        return not self.is_closed and (self.current is None or self.current % 100 == 0)

    def plus(self, word: str, words: NumberWords) -> "_Spoken | None":
        """The number with one more word; None where the word does not belong to it."""
        if self.is_closed:
            return None
        if word in words.cardinals:
            return self._with_unit(word, words.cardinals[word])
        return self._with_group(words.groups[word]) if word in words.groups else None

    def _with_unit(self, word: str, number: int) -> "_Spoken | None":
        is_article = word in ("a", "an")
        before = self.current
        step = 10.0 if number and number % 10 == 0 else 1.0
        if before is None:
            return None if is_article and self.total else _Spoken(self.total, number, step)
        after_tens = 20 <= before % 100 and before % 10 == 0 and 0 < number < 10
        if is_article or not (after_tens or (before and before % 100 == 0)):
            return None
        return _Spoken(self.total, before + number, step)

    def _with_group(self, group: float) -> "_Spoken | None":
        count = 1.0 if self.current is None and not self.total else self.current
        if count is None:
            return None
        if group == 12.0:
            return None if self.total else _Spoken(count * group, None, group, group, True)
        if group == 100.0:
            return _Spoken(self.total, 100.0 * count, group, group) if 0 < count < 100 else None
        if self.total and self.total % (1000.0 * group):
            return None
        step = group * (100.0 if count % 100 == 0 else 1.0)
        return _Spoken(self.total + count * group, None, step, group)


def _gap(text: str, place: int) -> int:
    """Where the next word begins, behind one space or hyphen."""
    while place < len(text) and text[place] in " -":
        place += 1
    return place


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", written_out(text))


def _words(words: tuple[str, ...]) -> str:
    return "|".join(pattern_of(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words(words)})(?!\w)", re.IGNORECASE)


def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words that stand before a number, with the space behind them; signs need none."""
    signs = tuple(word for word in words if not word[-1].isalnum())
    spoken = tuple(word for word in words if word[-1].isalnum())
    return re.compile(rf"(?:(?:{_words(spoken)})(?:\s+|(?=\d))|(?:{_words(signs)})\s*)", re.IGNORECASE)
