"""Checks of a ledger across its parts; each fault carries the line that it is about."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from boostglide.claims.assertion import (
    ChronologyAssertion,
    ConversionAssertion,
    Interval,
    QuantityOf,
    RangeAssertion,
    RefusalAssertion,
)
from boostglide.claims.dates import days_of
from boostglide.claims.ledger import Claim, ClaimedNumber, Ledger
from boostglide.claims.lineage import chain
from boostglide.claims.lines import Lines, Place
from boostglide.claims.lint import lint, sentences
from boostglide.claims.reading import UnclearNumber, read
from boostglide.claims.refusal import REFUSALS
from boostglide.claims.units import convertible, kind_of_unit, stated
from boostglide.scenario import DIMENSIONS, Fault

Known = Mapping[str, Collection[str]]
"""Quantities of each study: their names, or a mapping from their names to their SI units."""

LONGEST_TEXT, MOST_ENTRIES = 4_000, 5_000
"""Characters of a text and entries of a list that a ledger may have."""


@dataclass(frozen=True)
class _File:
    """The file behind a ledger, to turn a path into a fault, and the keys of its sources."""

    lines: Lines
    sources: frozenset[str]

    def fault(self, place: Place, expected: str, found: str, advice: str) -> Fault:
        field = ".".join(str(part) for part in place)
        return Fault(self.lines.file, self.lines.line(place), field, expected, found, advice)


def check_ledger(ledger: Ledger, lines: Lines, known: Known | None = None) -> tuple[Fault, ...]:
    """Everything that is wrong with a ledger beyond the form of its fields.

    Parameters
    ----------
    ledger
        The validated ledger.
    lines
        Lines of the file that it was read from.
    known
        Quantities of each study that exists, as names or with their SI units, which are then compared with
        those of the claims; None leaves study names unchecked.
    """
    file = _File(lines, frozenset(source.key for source in ledger.sources))
    data = ledger.model_dump(by_alias=True)
    faults = [*_sizes(data, file)]
    if faults:
        return tuple(faults)
    faults = [*_sources(ledger, file), *_texts(data, file)]
    first: dict[str, int] = {}
    for index, claim in enumerate(ledger.claims):
        place: Place = ("claims", index)
        name = claim.id.casefold()
        if name in first:
            line = lines.line(("claims", first[name], "id"))
            found = f"`{claim.id}` again (first on line {line})"
            faults.append(
                file.fault((*place, "id"), "each claim ID once", found, "give this claim its own ID")
            )
        first.setdefault(name, index)
        faults += _claim(ledger, claim, place, file, known)
    if not faults:
        faults += _circles(ledger, file)
    return tuple(faults)


def _sources(ledger: Ledger, file: _File) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, source in enumerate(ledger.sources):
        if source.key in seen:
            yield file.fault(
                ("sources", index, "key"), "each source once", f"`{source.key}` again", "rename or remove it"
            )
        seen.add(source.key)
        for edge, derivation in enumerate(source.derives_from):
            yield from _key(derivation.source, ("sources", index, "derives_from", edge, "source"), file)


def _key(key: str, place: Place, file: _File) -> Iterator[Fault]:
    if key not in file.sources:
        yield file.fault(place, "a key of `sources`", f"`{key}`", "add the source, or correct the key")


def _sizes(data: object, file: _File, place: Place = ()) -> Iterator[Fault]:
    """Texts and lists that are longer than anything a person writes."""
    if isinstance(data, str) and len(data) > LONGEST_TEXT:
        yield file.fault(place, f"at most {LONGEST_TEXT:,} characters", f"{len(data):,}", "shorten the text")
    elif isinstance(data, (dict, list, tuple)):
        if len(data) > MOST_ENTRIES:
            yield file.fault(place, f"at most {MOST_ENTRIES:,} entries", f"{len(data):,}", "split the ledger")
            return
        entries = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in entries:
            yield from _sizes(value, file, (*place, key))


def _texts(data: object, file: _File, place: Place = ()) -> Iterator[Fault]:
    """Lint every text of the file; quotes are the words of others and stay as they are."""
    if isinstance(data, str):
        for finding in lint(data):
            yield file.fault(place, "text that the linter accepts", finding, "split or reword the sentence")
    elif isinstance(data, dict):
        for key, value in data.items():
            if key != "quotes":
                yield from _texts(value, file, (*place, key))
    elif isinstance(data, (list, tuple)):
        for index, value in enumerate(data):
            yield from _texts(value, file, (*place, index))


def _claim(ledger: Ledger, claim: Claim, place: Place, file: _File, known: Known | None) -> Iterator[Fault]:
    for field in ("appearances", "quotes", "claimed", "documents"):
        for index, entry in enumerate(getattr(claim, field)):
            yield from _key(entry.source, (*place, field, index, "source"), file)
    for index, appearance in enumerate(claim.appearances):
        for parent in appearance.taken_from or ():
            yield from _key(parent, (*place, "appearances", index, "taken_from"), file)
    for index, mutation in enumerate(claim.mutations):
        yield from _key(mutation.origin, (*place, "mutations", index, "from"), file)
        yield from _key(mutation.to, (*place, "mutations", index, "to"), file)
    stating = {appearance.source for appearance in claim.appearances}
    for index, quote in enumerate(claim.quotes):
        here = (*place, "quotes", index, "text")
        if len(sentences(quote.text)) > 1:
            found = f"{len(sentences(quote.text))} sentences"
            yield file.fault(here, "at most one sentence", found, "shorten the quotation")
        if quote.source not in stating:
            found = f"`{quote.source}`, which is not among the appearances"
            yield file.fault(
                (*place, "quotes", index, "source"),
                "a source that states the claim",
                found,
                "add it to `appearances`",
            )
    for index, number in enumerate(claim.claimed):
        yield from _number(ledger, number, (*place, "claimed", index, "text"), file)
    yield from _assertion(ledger, claim, (*place, "assertion"), file, known)


def _number(ledger: Ledger, number: ClaimedNumber, place: Place, file: _File) -> Iterator[Fault]:
    """A number must be read in one way, in the language of its source or by its own fields."""
    if number.source not in file.sources:
        return
    try:
        number.read_in(ledger.find_source(number.source).stated_language)
    except UnclearNumber as error:
        ways = " or ".join(f"{each.value:,.12g} {each.unit}".strip() for each in error.readings)
        advice = f"{error.advice}; the language of a source counts where it is stated"
        yield file.fault(place, "a number that is read in one way", ways, advice)
    except ValueError as error:
        yield file.fault(place, "a number with its unit", str(error), "correct the number")


def _assertion(
    ledger: Ledger, claim: Claim, place: Place, file: _File, known: Known | None
) -> Iterator[Fault]:
    assertion = claim.assertion
    if isinstance(assertion, RangeAssertion):
        yield from _quantity(assertion.deciding[0], place, ledger, file, known)
        yield from _interval(assertion.interval, assertion.unit, (*place, "interval"), file)
        for index, model in enumerate(assertion.models):
            yield from _quantity(model, (*place, "models", index), ledger, file, known)
            yield from _interval(assertion.interval, model.unit, (*place, "interval"), file)
        if assertion.refused_part is not None:
            yield from _refusal(assertion.refused_part, (*place, "refused_part"), file)
    if isinstance(assertion, RefusalAssertion):
        yield from _refusal(assertion.refusal, (*place, "refusal"), file)
    for field in ("alongside", "instead"):
        for index, row in enumerate(getattr(assertion, field, ())):
            yield from _quantity(row, (*place, field, index), ledger, file, known)
            if row.interval is not None:
                yield from _interval(row.interval, row.unit, (*place, field, index, "interval"), file)
    if isinstance(assertion, ConversionAssertion):
        yield from _pairs(assertion, place, file)
    if isinstance(assertion, ChronologyAssertion):
        for index, order in enumerate(assertion.orders):
            for side, event in (("first", order.first), ("then", order.then)):
                here = (*place, "orders", index, side)
                yield from _key(event.source, (*here, "source"), file)
                if days_of(event.date) is None:
                    yield file.fault(
                        (*here, "date"), "a date of the calendar", f"`{event.date}`", "correct it"
                    )


def _quantity(
    wanted: QuantityOf, place: Place, ledger: Ledger, file: _File, known: Known | None
) -> Iterator[Fault]:
    if wanted.study not in ledger.studies:
        yield file.fault(
            (*place, "study"),
            "a study with grounds below `studies`",
            f"`{wanted.study}`",
            "state its grounds",
        )
    if known is None:
        return
    if wanted.study not in known:
        yield file.fault(
            (*place, "study"), f"one of {', '.join(known)}", f"`{wanted.study}`", "correct the name"
        )
    elif wanted.quantity not in known[wanted.study]:
        expected = f"one of {', '.join(known[wanted.study])}"
        yield file.fault((*place, "quantity"), expected, f"`{wanted.quantity}`", "correct the name")
    else:
        yield from _kind(wanted, known[wanted.study], place, file)


def _kind(wanted: QuantityOf, quantities: Collection[str], place: Place, file: _File) -> Iterator[Fault]:
    """The unit of a claim must measure what the study computes."""
    if not isinstance(quantities, Mapping):
        return
    own = quantities[wanted.quantity]
    if own != wanted.unit and not convertible(own, wanted.unit):
        named = DIMENSIONS.get(kind_of_unit(own) or "")
        kind = named.words if named else f"a number in {own}"
        found = f"`{wanted.unit}`" if wanted.unit else "a plain number"
        yield file.fault((*place, "unit"), f"a unit of {kind}", found, "correct the unit or the quantity")


def _interval(interval: Interval, unit: str, place: Place, file: _File) -> Iterator[Fault]:
    try:
        interval.bounds(unit)
    except ValueError as error:
        yield file.fault(place, f"an interval in {unit} or a like unit", str(error), "correct the bounds")


def _refusal(key: str, place: Place, file: _File) -> Iterator[Fault]:
    if key not in REFUSALS:
        yield file.fault(place, f"one of {', '.join(REFUSALS)}", f"`{key}`", "correct the key")


def _pairs(assertion: ConversionAssertion, place: Place, file: _File) -> Iterator[Fault]:
    for index, pair in enumerate(assertion.pairs):
        try:
            first, second = read(pair.stated), read(pair.equals)
            stated(first.value, first.unit, second.unit)
        except ValueError as error:
            here = (*place, "pairs", index)
            yield file.fault(here, "two numbers of one kind", str(error), "correct the numbers")


def _circles(ledger: Ledger, file: _File) -> Iterator[Fault]:
    for index, claim in enumerate(ledger.claims):
        try:
            chain(ledger, claim)
        except ValueError as error:
            yield file.fault(
                ("claims", index, "appearances"), "sources without a circle", str(error), "remove an edge"
            )
