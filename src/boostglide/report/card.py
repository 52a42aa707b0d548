"""One claim as the page shows it: every text ready, nothing left to decide in the template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from boostglide.claims import ClaimAssessment, Evidence, Ledger, RangeAssertion
from boostglide.core import Outcome
from boostglide.report.axis import ONE_VALUE
from boostglide.report.citations import OWN_CHOICE, Citation, citations
from boostglide.report.links import safe_link
from boostglide.report.numbers import alike, for_people, number, readable_unit, single, spread
from boostglide.report.pictures import File, Picture
from boostglide.report.short_names import study_name
from boostglide.report.verdict_words import VerdictWord, verdict_word
from boostglide.study import Parameter, StudyResult


class Said(NamedTuple):
    """A text with the source it comes from."""

    text: str
    name: str
    when: str
    url: str | None


class EvidenceRow(NamedTuple):
    """A line of the table "computed against claimed"."""

    quantity: str
    model: str
    low: str
    median: str
    high: str
    claimed: str
    counted: str
    decides: bool


class ParameterRow(NamedTuple):
    """A parameter: what it is, as it is stated, what was drawn, where it comes from."""

    label: str
    text: str
    drawn: str
    source: tuple[Citation, ...]


class Ending(NamedTuple):
    """How many calculations ended in one way."""

    number: str
    sentence: str


@dataclass(frozen=True)
class StudyCard:
    """What a claim rests on: parameters, ends, assumptions; `first_use` is the claim that shows it first.

    `parameters` have a source; `fixed` are plain settings of the scenario.
    """

    title: str
    samples: str
    seed: int
    parameters: tuple[ParameterRow, ...]
    fixed: tuple[ParameterRow, ...]
    outcomes: tuple[Ending, ...]
    assumptions: tuple[str, ...]
    first_use: str


@dataclass(frozen=True)
class Card:
    """One claim, ready to be set."""

    id: str
    topic: str
    statement: str
    word: VerdictWord
    share: str
    origin_words: str
    grade: str
    quotes: tuple[Said, ...]
    reads_as: str
    physics: str
    confidence_level: str
    confidence_because: str
    sourcing: str
    refused: str | None
    pictures: tuple[Picture, ...]
    rows: tuple[EvidenceRow, ...]
    would_change: str
    documents: tuple[tuple[str, Said], ...]
    notes: str | None
    appearances: tuple[Said, ...]
    mutations: tuple[str, ...]
    studies: tuple[StudyCard, ...]
    command: str
    files: tuple[File, ...]

    @property
    def is_short(self) -> bool:
        """Whether it is a matter of record and nothing was computed, so that the card can be brief."""
        return self.word.key == "not-a-physics-question" and not self.rows


def studies_of(claim: ClaimAssessment) -> list[str]:
    """Keys of the studies that the evidence of a claim rests on, deciding ones first."""
    return list(dict.fromkeys(row.study for row in claim.evidence if row.study))


def card_of(
    claim: ClaimAssessment, ledger: Ledger, *, studies: Mapping[str, StudyCard], pictures: Sequence[Picture],
    files: Sequence[File], command: str,
) -> Card:  # fmt: skip
    """Set one claim.

    Parameters
    ----------
    claim, ledger
        The verdict, and the ledger that the claim stands in.
    studies
        Cards of the studies, by key.
    pictures, files
        Charts of the claim, and the data behind them.
    command
        What to type to get the same again.
    """
    stated = claim.claim
    origins, reports = claim.sourcing.independent_origins, len(claim.sourcing.appearances)
    return Card(
        id=claim.id, topic=stated.topic, statement=claim.statement, word=verdict_word(claim.physics),
        share=share_words(claim),
        origin_words=f"{_counted(origins, 'origin')}, {_counted(reports, 'report')}",
        grade=claim.sourcing.admiralty,
        quotes=tuple(said(ledger, quote.source, quote.text) for quote in stated.quotes),
        reads_as=stated.assertion.reads_as if isinstance(stated.assertion, RangeAssertion) else "",
        physics=claim.physics_text,
        confidence_level=claim.confidence.level.capitalize() if is_computed(claim) else "",
        confidence_because=claim.confidence.because, sourcing=claim.sourcing_text, refused=claim.refused,
        pictures=tuple(pictures), rows=evidence_rows(claim),
        would_change=claim.would_change,
        documents=tuple((each.bearing, said(ledger, each.source, each.says)) for each in stated.documents),
        notes=stated.notes,
        appearances=tuple(said(ledger, each.source, each.stated) for each in stated.appearances),
        mutations=tuple(_mutation(ledger, each) for each in stated.mutations),
        studies=tuple(studies[key] for key in studies_of(claim) if key in studies), command=command,
        files=tuple(files),
    )  # fmt: skip


def is_computed(claim: ClaimAssessment) -> bool:
    """Whether a calculation or dates decide the claim, so that a level of confidence says something."""
    return any(row.decides for row in claim.evidence)


def share_words(claim: ClaimAssessment) -> str:
    """The share of parameter sets that meet the claim, and the likelihood word for it."""
    if claim.satisfied is None:
        return ""
    deciding = [row for row in claim.evidence if row.decides]
    if deciding and all(row.study is None for row in deciding):
        return "by dates" if deciding[0].unit == "year" else "by arithmetic"
    percent = 100 * claim.satisfied
    share = "under 1 %" if 0 < percent < 1 else "over 99 %" if 99 < percent < 100 else f"{percent:.0f} %"
    return f"{share}: {claim.likelihood}" if claim.likelihood else share


def said(ledger: Ledger, key: str, text: str) -> Said:
    """A text with the publisher, date and address of its source."""
    source = ledger.find_source(key)
    return Said(text, source.publisher, source.when, safe_link(source.url))


def evidence_rows(claim: ClaimAssessment) -> tuple[EvidenceRow, ...]:
    """All rows of a claim; where they come from several studies, each names its own."""
    by_study = len(set(studies_of(claim))) > 1
    return tuple(evidence_row(row, by_study) for row in claim.evidence)


def evidence_row(row: Evidence, by_study: bool = False) -> EvidenceRow:
    """Numbers of one quantity, in its unit."""
    low, middle, high = spread(row.samples)
    is_one = row.completed.size > 0 and high - low <= ONE_VALUE * abs(middle)
    first, median, last = ("", single(row.completed), "") if is_one else alike((low, middle, high))
    unit = readable_unit(row.unit)
    quantity = row.quantity[:1].upper() + row.quantity[1:] + (f" [{unit}]" if unit else "")
    counted = f"{row.completed.size:,} of {row.samples.size:,}"
    model = f"{study_name(row.study)}: {row.model}" if by_study and row.study else row.model
    return EvidenceRow(quantity, model, first, median, last, row.claimed or "", counted, row.decides)


def study_card(result: StudyResult, first_use: str) -> StudyCard:
    """What a study rests on; parameters that vary come first."""
    ordered = sorted(result.parameters.values(), key=lambda each: not each.varies)
    stated = [each for each in ordered if each.source != OWN_CHOICE]
    fixed = [each for each in ordered if each.source == OWN_CHOICE]
    return StudyCard(
        result.title, f"{result.samples:,}", result.seed, tuple(map(_parameter, stated)),
        tuple(map(_parameter, fixed)), _endings(result), result.assumptions, first_use,
    )  # fmt: skip


def _parameter(parameter: Parameter) -> ParameterRow:
    values, unit = for_people(parameter.values, parameter.unit)
    low, _, high = spread(values)
    drawn = number(low) if not parameter.varies else " to ".join(alike((low, high)))
    close = "" if unit.startswith("°") else " "
    label = parameter.label[:1].upper() + parameter.label[1:]
    return ParameterRow(
        label, readable_text(parameter.text), f"{drawn}{close}{unit}".strip(), citations(parameter.source)
    )


def readable_text(text: str) -> str:
    """A distribution with raised exponents and degree signs: 2,000 kg/m^3 becomes 2,000 kg/m³."""
    words = (readable_unit(word) if "^" in word else word for word in text.split())
    return " ".join(words).replace(" deg", "°")


def _endings(result: StudyResult) -> tuple[Ending, ...]:
    counts = result.outcome_counts
    if set(counts) == {Outcome.COMPLETED}:
        return (Ending(f"{counts[Outcome.COMPLETED]:,}", "All parameter sets reached a result."),)
    return tuple(
        Ending(f"{count:,}", outcome.sentence + ("" if outcome.is_complete else " Not counted."))
        for outcome, count in counts.items()
    )


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _mutation(ledger: Ledger, mutation) -> str:
    origin, to = (ledger.find_source(key).publisher for key in (mutation.origin, mutation.to))
    return f"{mutation.kind.capitalize()}, from {origin} to {to}: {mutation.detail}"
