"""Suspicious numbers in texts, claims and ledgers."""

from __future__ import annotations

import datetime
import re

from boostglide.claims.dates import days_of
from boostglide.claims.ledger import Claim, ClaimedNumber, Ledger, Source
from boostglide.claims.lines import Place
from boostglide.claims.lint import sentences
from boostglide.claims.number_interval import Reading
from boostglide.claims.number_parser import plain
from boostglide.claims.number_scan import NumberInText, numbers_in
from boostglide.claims.suspicion import Suspicion, suspicions
from boostglide.claims.unit_words import unit_at

_GLIDER = re.compile(r"glid|gleit", re.IGNORECASE)
_NO_WAY = re.compile(
    r"altitude|height|high\b|\bmiss|wide|width|diameter|deep|depth|höhe|hoch\b|verfehl|breit|durchmesser|tief",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"\b(?:between|from|zwischen|von)\s+(?P<first>(?:18|19|20)\d\d)\s+(?:and|to|until|und|bis)\s+"
    r"(?P<then>(?:18|19|20)\d\d)\b|(?<![\w.,-])(?P<one>(?:18|19|20)\d\d)\s?-\s?(?P<two>(?:18|19|20)\d\d)(?![\w-])",
    re.IGNORECASE,
)


def suspicions_in(
    text: str, *, language: str | None = None, glides: bool | None = None
) -> tuple[Suspicion, ...]:
    """What is suspicious about the numbers of a text, sentence by sentence.

    Parameters
    ----------
    text
        One or more sentences.
    language
        Language of the text, which says what "2.000" means.
    glides
        Whether it is about a glider; the words of the text say so if nothing is given.
    """
    is_glider = bool(_GLIDER.search(text)) if glides is None else glides
    found: list[Suspicion] = []
    for sentence in sentences(text):
        numbers = numbers_in(sentence, language)
        clear = [each for each in numbers if len(each.readings) == 1]
        found += [_unclear(each) for each in numbers if len(each.readings) > 1]
        for each in clear:
            found += suspicions(each.readings, glides=is_glider)
        together = [each.readings[0] for each in clear if not _NO_WAY.search(_around(each))]
        found += suspicions(together, glides=is_glider)
        found += _years(sentence)
    return tuple(dict.fromkeys(found))


def suspicions_of(ledger: Ledger, claim: Claim) -> tuple[tuple[Place, Suspicion], ...]:
    """What is suspicious about a claim, with the place of each inside the claim.

    Its texts are looked at one by one, and the numbers that one source states together.

    Parameters
    ----------
    ledger, claim
        The claim and its ledger.
    """
    glides = bool(_GLIDER.search(claim.statement))
    languages = {source.key: source.stated_language for source in ledger.sources}
    texts: list[tuple[Place, str, str | None]] = [(("statement",), claim.statement, None)]
    texts += [
        (("quotes", at, "text"), each.text, languages.get(each.source))
        for at, each in enumerate(claim.quotes)
    ]
    texts += [(("appearances", at, "stated"), each.stated, None) for at, each in enumerate(claim.appearances)]
    found = [
        (place, each)
        for place, text, language in texts
        for each in suspicions_in(text, language=language, glides=glides)
    ]
    for key in dict.fromkeys(each.source for each in claim.claimed):
        readings = [
            (reading, each.means)
            for each in claim.claimed
            if each.source == key and (reading := _reading(each, languages.get(key))) is not None
        ]
        found += [(("claimed",), each) for each in _of_source(readings, glides)]
    return tuple(dict.fromkeys(found))


def suspicious_dates(ledger: Ledger) -> tuple[tuple[Place, Suspicion], ...]:
    """Sources that are older than what they derive from, with the place of each in the ledger.

    Parameters
    ----------
    ledger
        The ledger.
    """
    sources = {source.key: source for source in ledger.sources}
    found: list[tuple[Place, Suspicion]] = []
    for index, source in enumerate(ledger.sources):
        for edge, derivation in enumerate(source.derives_from):
            parent = sources.get(derivation.source)
            if parent is not None and _latest(source) < _earliest(parent):
                older = f"`{source.key}` ({source.when}) is older than `{parent.key}` ({parent.when})"
                why = f"{older}, which it derives from."
                advice = "Check both dates, and which of the two took it from the other."
                remark = Suspicion("dates", why, (source.when, parent.when), advice)
                found.append((("sources", index, "derives_from", edge), remark))
    return tuple(found)


def _reading(number: ClaimedNumber, language: str | None) -> Reading | None:
    try:
        return number.read_in(language)
    except ValueError:
        return None


def _of_source(readings: list[tuple[Reading, str]], glides: bool) -> list[Suspicion]:
    single = [each for reading, _ in readings for each in suspicions([reading], glides=glides)]
    together = [reading for reading, means in readings if not _NO_WAY.search(means)]
    return [*single, *suspicions(together, glides=glides)]


def _around(number: NumberInText) -> str:
    """The words around a number that say of what it is one."""
    before, after = number.before.split()[-4:], number.after.split()[:2]
    return " ".join((*before, number.readings[0].text, *after))


def _unclear(number: NumberInText) -> Suspicion:
    text = number.readings[0].text
    ways = " or ".join(f"{each.value:,.12g} {each.unit}".strip() for each in number.readings)
    return Suspicion(
        "unclear-number",
        f"{text} can be read as {ways}.",
        (text,),
        "State the language of the source, or the unit in full.",
    )


def _years(sentence: str) -> list[Suspicion]:
    found = []
    text = plain(sentence)
    for years in _YEARS.finditer(text):
        first, then = years["first"] or years["one"], years["then"] or years["two"]
        here = years.end() + (text[years.end() : years.end() + 1] == " ")
        if int(first) > int(then) and unit_at(text, here) is None:
            why = f"{years[0]} runs from a later year to an earlier one."
            found.append(Suspicion("dates", why, (first, then), "Check both years."))
    return found


def _latest(source: Source) -> datetime.date:
    if source.date == "undated" or source.date_note == "on or after":
        return datetime.date.max
    slack = 60 if source.date_note == "about" else 0
    days = days_of(source.date)
    return datetime.date.max if days is None else days[1] + datetime.timedelta(slack)


def _earliest(source: Source) -> datetime.date:
    if source.date == "undated" or source.date_note == "on or before":
        return datetime.date.min
    slack = 60 if source.date_note == "about" else 0
    days = days_of(source.date)
    return datetime.date.min if days is None else days[0] - datetime.timedelta(slack)
