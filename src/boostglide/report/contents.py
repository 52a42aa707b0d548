"""Everything on the page in reading order, put together from assessment, studies and ledger."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from boostglide.claims import REFUSALS, Assessment, ChronologyAssertion, ClaimAssessment, Ledger, Source
from boostglide.core import bibliography
from boostglide.report.card import Card, StudyCard, card_of, is_computed, studies_of, study_card
from boostglide.report.citations import citations
from boostglide.report.evidence_files import claim_table
from boostglide.report.links import file_name, safe_link
from boostglide.report.methods import METHODS, TOPICS
from boostglide.report.pictures import (
    File,
    Picture,
    altitude_picture,
    dates_picture,
    evidence_picture,
    is_ballistic,
    lineage_picture,
    map_picture,
    of_like_reach,
    with_path,
)
from boostglide.report.verdict_words import VERDICT_WORDS, VerdictWord
from boostglide.study import StudyResult

REFERENCES = ("icd203", "fm2-22.3", "claimreview", "savric2019", "naturalearth", "okabe2008", "silverman1986")


class Section(NamedTuple):
    """Claims of one topic."""

    title: str
    cards: tuple[Card, ...]

    @property
    def short(self) -> tuple[Card, ...]:
        """The claims that physics cannot decide."""
        return tuple(card for card in self.cards if card.is_short)


class Fact(NamedTuple):
    """A number for the head of the page."""

    number: str
    words: str


class SourceLine(NamedTuple):
    """A source in the list below the graph."""

    name: str
    title: str
    when: str
    url: str | None
    read: str
    reliability: str
    debts: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """The page, ready to be set."""

    title: str
    summary: str
    assessed: str
    version: str
    seed: int
    samples: str
    ledger_hash: str
    facts: tuple[Fact, ...]
    words: tuple[VerdictWord, ...]
    tally: tuple[tuple[VerdictWord, int], ...]
    sections: tuple[Section, ...]
    pictures: tuple[Picture, ...]
    lineage: Picture
    lineage_words: str
    sources: tuple[SourceLine, ...]
    methods: tuple[str, ...]
    scope: tuple[tuple[str, str], ...]
    references: tuple[tuple[str, str], ...]
    command: str

    @property
    def count(self) -> int:
        """How many claims."""
        return sum(len(section.cards) for section in self.sections)

    @property
    def files(self) -> list[File]:
        """Every chart and table that goes beside the page, each once."""
        cards = [card for section in self.sections for card in section.cards]
        shown = [*self.pictures, self.lineage, *(drawn for card in cards for drawn in card.pictures)]
        files = [file for drawn in shown for file in drawn.files] + [
            file for card in cards for file in card.files
        ]
        return list({file.path: file for file in files}.values())


def page_of(
    assessment: Assessment, studies: Mapping[str, StudyResult], ledger: Ledger, *, command: str,
    claim_command: str, ledger_hash: str, progress: Callable[[str], None],
) -> Page:  # fmt: skip
    """Put the page together and draw its charts.

    Parameters
    ----------
    assessment, studies, ledger
        Verdicts, results by key, and the ledger.
    command, claim_command
        What to type to get the page, and one claim of it (`{id}` stands for its ID).
    ledger_hash
        Short hash of the ledger.
    progress
        Called with the ID of each claim as it is drawn.
    """
    source = f"Source: boostglide {assessment.version}, seed {assessment.seed}, ledger {ledger_hash}."
    shown = _study_cards(assessment, studies)
    cards = []
    for claim in assessment.claims:
        progress(claim.id)
        cards.append(_card(claim, ledger, studies, shown, claim_command.replace("{id}", claim.id), source))
    return Page(
        title=ledger.title, summary=ledger.summary, assessed=ledger.assessed, version=assessment.version,
        seed=assessment.seed, samples=f"{assessment.samples:,}", ledger_hash=ledger_hash,
        facts=_facts(assessment, ledger), words=tuple(VERDICT_WORDS.values()), tally=_tally(cards),
        sections=_sections(cards), pictures=_pictures(studies, source),
        lineage=lineage_picture(ledger.sources, f"{ledger.title}: who took it from whom", source),
        lineage_words=_lineage_words(ledger),
        sources=tuple(_source_line(each, ledger) for each in ledger.sources),
        methods=METHODS, scope=tuple((each.asked, each.text) for each in REFUSALS.values()),
        references=_references(studies), command=command,
    )  # fmt: skip


def _study_cards(assessment: Assessment, studies: Mapping[str, StudyResult]) -> dict[str, StudyCard]:
    first = {}
    for claim in assessment.claims:
        for key in studies_of(claim):
            first.setdefault(key, claim.id)
    return {key: study_card(studies[key], claim) for key, claim in first.items() if key in studies}


def _card(
    claim: ClaimAssessment, ledger: Ledger, studies: Mapping[str, StudyResult],
    shown: Mapping[str, StudyCard], command: str, source: str,
) -> Card:  # fmt: skip
    name = file_name(claim.id)
    used = [studies[key] for key in studies_of(claim) if key in studies]
    caption = _caption(claim, used, source)
    assertion = claim.claim.assertion
    chart = getattr(assertion, "chart", "histogram")
    drawn = evidence_picture(name, claim.statement, claim.evidence, caption, caption)
    pictures = [drawn] if drawn and chart != "none" else []
    if isinstance(assertion, ChronologyAssertion):
        pictures.insert(0, dates_picture(f"{name}-dates", claim.statement, assertion, source))
    if chart == "path" and (flown := with_path(used)[:4]):
        pictures.append(altitude_picture(f"{name}-path", flown, "Altitude over distance", source))
    table = claim_table(name, claim.evidence)
    return card_of(
        claim, ledger, studies=shown, pictures=pictures,
        files=[table] if table else [], command=command if claim.evidence else "",
    )  # fmt: skip


def _caption(claim: ClaimAssessment, used: list[StudyResult], source: str) -> str:
    """How many results were counted, in which study, with what."""
    if not used:
        return source
    rows = [row for row in claim.evidence if row.decides] or list(claim.evidence)
    fewest = min(rows, key=lambda row: row.completed.size / max(row.samples.size, 1))
    titles = ", ".join(f"“{each.title}”" for each in used)
    counted = f"{fewest.completed.size:,} of {fewest.samples.size:,} results counted."
    ended = " ".join(filter(None, map(_unfinished, used)))
    kind = "Study" if len(used) == 1 else "Studies"
    return " ".join(filter(None, [f"{kind}: {titles}.", counted, ended, source]))


def _unfinished(study: StudyResult) -> str:
    """How many calculations of a study have no complete end, and which."""
    parts = [
        f"{count:,} in “{study.title}” do not count: {outcome.sentence[0].lower()}{outcome.sentence[1:]}"
        for outcome, count in study.outcome_counts.items()
        if not outcome.is_complete
    ]
    return " ".join(parts)


def _sections(cards: list[Card]) -> tuple[Section, ...]:
    """Claims by topic in the order of the ledger; what was not computed comes last."""
    topics: dict[str, list[Card]] = {}
    for card in cards:
        topics.setdefault(card.topic, []).append(card)
    ordered = sorted(topics.items(), key=lambda item: not any(card.rows for card in item[1]))
    return tuple(
        Section(TOPICS.get(topic, topic.capitalize()), tuple(sorted(group, key=lambda card: card.is_short)))
        for topic, group in ordered
    )


def _tally(cards: list[Card]) -> tuple[tuple[VerdictWord, int], ...]:
    counts = Counter(card.word.key for card in cards)
    return tuple((word, counts[key]) for key, word in VERDICT_WORDS.items() if counts[key])


def _facts(assessment: Assessment, ledger: Ledger) -> tuple[Fact, ...]:
    decided = sum(map(is_computed, assessment.claims))
    origins = sum(not source.derives_from for source in ledger.sources)
    return (
        Fact(f"{len(assessment.claims):,}", "claims"),
        Fact(f"{decided:,}", "decided by calculation"),
        Fact(f"{len(ledger.sources):,}", "sources"),
        Fact(f"{origins:,}", "of them draw on no earlier one"),
        Fact(f"{assessment.samples:,}", "parameter sets a study"),
    )


def _pictures(studies: Mapping[str, StudyResult], source: str) -> tuple[Picture, ...]:
    flown = with_path(list(studies.values()))
    if not flown:
        return ()
    drawn = []
    for number, group in enumerate(of_like_reach(flown)):
        name = "altitude-range" + (f"-{number + 1}" if number else "")
        drawn.append(altitude_picture(name, group, _altitude_heading(group), source))
    return tuple(filter(None, [*drawn, map_picture("ground-track", flown, source)]))


def _altitude_heading(group: list[StudyResult]) -> str:
    """What a picture of altitude over range compares."""
    is_mixed = len({is_ballistic(each) for each in group}) == 2
    return "Ballistic and gliding flights side by side" if is_mixed else "How high and how far the flights go"


def _lineage_words(ledger: Ledger) -> str:
    origins = [source for source in ledger.sources if not source.derives_from]
    unread = sum(source.read != "yes" for source in ledger.sources)
    return (
        f"Of {len(ledger.sources)} sources, {len(origins)} draw on no earlier one that is known. "
        f"{unread} were not read in the original and are known through others. Links rest on citations, on "
        "words reused, on errors that travel along, and on traces of translation."
    )


def _source_line(source: Source, ledger: Ledger) -> SourceLine:
    debts = tuple(
        f"From {ledger.find_source(each.source).publisher}, by {each.evidence}: {each.detail.rstrip('.')}."
        for each in source.derives_from
    )
    read = "read in the original" if source.read == "yes" else "known second-hand"
    return SourceLine(
        source.publisher, source.title, source.when, safe_link(source.url), read, source.reliability, debts
    )


def _references(studies: Mapping[str, StudyResult]) -> tuple[tuple[str, str], ...]:
    """Key and full text of every reference that models, parameters and methods name, by first use."""
    known = bibliography()
    keys = [key for study in studies.values() for key in study.references]
    sources = [each.source for study in studies.values() for each in study.parameters.values()]
    keys += [each.key for source in dict.fromkeys(sources) for each in citations(source) if each.key]
    return tuple((key, known[key]) for key in dict.fromkeys([*keys, *REFERENCES]) if key in known)
