"""Verdicts for machines: ClaimReview after schema.org, one entry a claim."""

from typing import Any

from boostglide.claims import Assessment, ClaimAssessment, Ledger, Source
from boostglide.report.links import safe_link
from boostglide.report.plain import plain
from boostglide.report.verdict_words import BEST_RATING, RATING_SCALE, WORST_RATING, verdict_word

REFERENCES = ("claimreview",)


def claim_review(assessment: Assessment, ledger: Ledger, address: str = "") -> dict[str, Any]:
    """ClaimReview entries for all claims as one JSON-LD graph.

    Parameters
    ----------
    assessment, ledger
        Verdicts, and the ledger with date and sources.
    address
        Web address under which the page will stand; without it, links are relative to the page.

    Returns
    -------
    dict
        A document for `json.dumps`.

    References
    ----------
    claimreview
    """
    reviews = [_review(claim, assessment, ledger, address) for claim in assessment.claims]
    return _plain_throughout({"@context": "https://schema.org", "@graph": reviews})


def _plain_throughout(part: Any) -> Any:
    """A document without control characters in any of its texts."""
    if isinstance(part, dict):
        return {key: _plain_throughout(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_plain_throughout(each) for each in part]
    return plain(part) if type(part) is str else part


def _review(claim: ClaimAssessment, assessment: Assessment, ledger: Ledger, address: str) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "@id": f"{address}#{claim.id}",
        "url": f"{address or 'index.html'}#{claim.id}",
        "claimReviewed": claim.statement,
        "datePublished": ledger.assessed,
        "author": {"@type": "Organization", "name": "boostglide"},
        "reviewBody": claim.summary,
        "reviewRating": _rating(claim),
        "itemReviewed": _claim(claim),
        "version": assessment.version,
    }


def _rating(claim: ClaimAssessment) -> dict[str, Any]:
    word = verdict_word(claim.physics)
    rating = {"@type": "Rating", "alternateName": word.words, "ratingExplanation": claim.physics_text}
    if word.rating is not None:
        rating |= {"ratingValue": word.rating, "bestRating": BEST_RATING, "worstRating": WORST_RATING}
        rating["description"] = RATING_SCALE
    return rating


def _claim(claim: ClaimAssessment) -> dict[str, Any]:
    first = claim.sourcing.first
    item = {
        "@type": "Claim",
        "text": claim.statement,
        "author": {"@type": "Organization", "name": first.publisher},
        "firstAppearance": _work(first),
        "appearance": [_work(source) for source, _ in claim.sourcing.appearances],
    }
    return item | _date(first)


def _work(source: Source) -> dict[str, Any]:
    work = {
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "inLanguage": source.language,
    }
    url = safe_link(source.url)
    return work | _date(source) | ({"url": url} if url else {})


def _date(source: Source) -> dict[str, str]:
    return {} if source.date == "undated" else {"datePublished": source.date}
