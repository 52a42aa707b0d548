"""Assess a ledger: run what it needs, decide each claim, write the sentences."""

from collections.abc import Callable, Collection, Mapping

from boostglide import __version__
from boostglide.claims.assertion import (
    ChronologyAssertion,
    ConversionAssertion,
    DocumentaryAssertion,
    RangeAssertion,
    RefusalAssertion,
    quantities_of,
)
from boostglide.claims.assessment import Assessment, ClaimAssessment
from boostglide.claims.confidence import (
    IN_ARITHMETIC,
    IN_DOCUMENTARY,
    IN_ILL_POSED,
    IN_REFUSAL,
    Confidence,
    confidence_in_dates,
    confidence_in_study,
)
from boostglide.claims.evidence import Evidence, condition_of, gather, margin, tallies
from boostglide.claims.ledger import Claim, Ledger
from boostglide.claims.likelihood import likelihood_word
from boostglide.claims.lint import checked
from boostglide.claims.refusal import Refusal, refusal
from boostglide.claims.sourcing import sourcing
from boostglide.claims.verdict import Decision, Physics, Tally, decide
from boostglide.claims.wording import (
    condition_text,
    confidence_statement,
    physics_statement,
    short_summary,
    sourcing_statement,
    what_would_change,
)
from boostglide.study import StudyResult

Progress = Callable[[str], None]


def assess(
    ledger: Ledger,
    study_runner: Callable[[str], StudyResult],
    samples: int,
    seed: int,
    only: Collection[str] | None = None,
    progress: Progress | None = None,
) -> Assessment:
    """Assess the claims of a ledger.

    Parameters
    ----------
    ledger
        The ledger.
    study_runner
        Runs a study by name with `samples` parameter sets and `seed`; called once for each study needed.
    samples, seed
        What the runner uses; stored in the result [-].
    only
        IDs of the claims to assess; all if none are given.
    progress
        Called with one line before each study.

    Returns
    -------
    Assessment
        Verdicts in the order of the ledger [text and numbers with units].

    Raises
    ------
    ValueError
        If `only` names an unknown claim, or a study lacks a quantity that the ledger names.
    """
    claims = _chosen(ledger, only)
    results: dict[str, StudyResult] = {}
    names = studies_needed(claims)
    for number, name in enumerate(names, start=1):
        if progress is not None:
            progress(f"Study {number} of {len(names)}: {name}")
        results[name] = study_runner(name)
    verdicts = tuple(assess_claim(ledger, claim, results) for claim in claims)
    return Assessment(ledger, __version__, seed, samples, verdicts)


def studies_needed(claims: Collection[Claim]) -> tuple[str, ...]:
    """The studies that claims name, each once, in the order of their first use."""
    return tuple(dict.fromkeys(each.study for claim in claims for each in quantities_of(claim.assertion)))


def assess_claim(ledger: Ledger, claim: Claim, results: Mapping[str, StudyResult]) -> ClaimAssessment:
    """The verdict on one claim.

    Parameters
    ----------
    ledger, claim
        The claim and its ledger.
    results
        Results of the studies that it names.

    Raises
    ------
    ValueError
        If a study lacks a quantity, or a sentence fails the linter.
    """
    rows = gather(claim.assertion, results)
    counts = tallies(rows)
    decision, condition = _decide(claim, rows, counts, results)
    confidence = _confidence(ledger, claim, rows, counts, decision)
    sources = sourcing(ledger, claim, decision.physics)
    physics_text = checked(physics_statement(claim, rows, counts, decision, condition))
    refused = _refused(claim)
    return ClaimAssessment(
        claim=claim,
        physics=decision.physics,
        satisfied=decision.satisfied,
        likelihood=None if decision.satisfied is None else likelihood_word(decision.satisfied),
        condition=condition,
        confidence=confidence,
        sourcing=sources,
        evidence=rows,
        would_change=checked(what_would_change(claim, rows, decision, condition)),
        refused=None if refused is None else refused.text,
        physics_text=physics_text if refused is None else f"{physics_text} {refused.text}",
        confidence_text=checked(confidence_statement(confidence)),
        sourcing_text=checked(sourcing_statement(sources)),
        summary=checked(short_summary(physics_text, "" if refused is None else refused.why)),
    )


def _chosen(ledger: Ledger, only: Collection[str] | None) -> tuple[Claim, ...]:
    if only is None:
        return ledger.claims
    unknown = sorted(set(only) - {claim.id for claim in ledger.claims})
    if unknown:
        raise ValueError(
            f"Argument `only` must name claims of the ledger, but {', '.join(unknown)} is not one."
        )
    return tuple(claim for claim in ledger.claims if claim.id in only)


def _decide(
    claim: Claim, rows: tuple[Evidence, ...], counts: tuple[Tally, ...], results: Mapping[str, StudyResult]
) -> tuple[Decision, str | None]:
    assertion = claim.assertion
    if isinstance(assertion, (ConversionAssertion, ChronologyAssertion)):
        return decide(counts, separable=False), None
    if not isinstance(assertion, RangeAssertion):
        fixed = {
            "documentary": Physics.NOT_PHYSICS,
            "ill-posed": Physics.ILL_POSED,
            "refusal": Physics.OUT_OF_SCOPE,
        }
        return Decision(fixed[assertion.kind], None, assertion.kind), None
    deciding = [row for row in rows if row.decides]
    found = [condition_of(row, results[row.study or ""]) for row in deciding]
    decision = decide(counts, separable=all(each is not None for each in found))
    if decision.physics is not Physics.POSSIBLE_IF or found[0] is None:
        return decision, None
    return decision, condition_text(found[0], results[deciding[0].study or ""].parameters)


def _confidence(
    ledger: Ledger, claim: Claim, rows: tuple[Evidence, ...], counts: tuple[Tally, ...], decision: Decision
) -> Confidence:
    assertion = claim.assertion
    if isinstance(assertion, ConversionAssertion):
        return IN_ARITHMETIC
    if isinstance(assertion, ChronologyAssertion):
        keys = {event.source for order in assertion.orders for event in (order.first, order.then)}
        return confidence_in_dates(any(ledger.find_source(key).read != "yes" for key in keys))
    if isinstance(assertion, RangeAssertion):
        deciding = [row for row in rows if row.decides]
        grounds = [ledger.studies[row.study or ""] for row in deciding]
        completed = min(tally.completed / max(tally.tried, 1) for tally in counts)
        clear = decision.physics in (Physics.CONSISTENT, Physics.INCONSISTENT)
        error = assertion.model_error or max(each.model_error for each in grounds)
        return confidence_in_study(grounds, completed, error, min(map(margin, deciding)) if clear else None)
    if isinstance(assertion, RefusalAssertion):
        return IN_REFUSAL
    return IN_DOCUMENTARY if isinstance(assertion, DocumentaryAssertion) else IN_ILL_POSED


def _refused(claim: Claim) -> Refusal | None:
    assertion = claim.assertion
    if isinstance(assertion, RefusalAssertion):
        return refusal(assertion.refusal)
    if isinstance(assertion, RangeAssertion) and assertion.refused_part is not None:
        return refusal(assertion.refused_part)
    return None
