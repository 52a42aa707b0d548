"""The result of an assessment: verdicts on three axes, and the contract of `verdicts.json`."""

import math
from dataclasses import dataclass
from typing import Any

from boostglide.claims.confidence import Confidence
from boostglide.claims.evidence import Evidence
from boostglide.claims.ledger import Claim, Ledger
from boostglide.claims.sourcing import Sourcing
from boostglide.claims.verdict import Physics

SCHEMA = "boostglide-verdicts/1"
DIGITS = 4


@dataclass(frozen=True)
class ClaimAssessment:
    """The verdict on one claim.

    Parameters
    ----------
    claim
        The claim as it stands in the ledger.
    physics
        One of the seven answers.
    satisfied
        Share of the sampled parameter sets that satisfy the claim [-]; None where the verdict rests on none.
    likelihood
        ICD-203 word for that share; None with it.
    condition
        The condition in words, of a possible-if verdict.
    confidence, sourcing
        The other two axes.
    evidence
        Rows beside the claim, deciding rows first.
    would_change
        What would change the verdict.
    refused
        What is not answered and why; None where nothing is refused.
    physics_text, confidence_text, sourcing_text
        The three statements.
    summary
        A quotable paragraph of at most 60 words.
    """

    claim: Claim
    physics: Physics
    satisfied: float | None
    likelihood: str | None
    condition: str | None
    confidence: Confidence
    sourcing: Sourcing
    evidence: tuple[Evidence, ...]
    would_change: str
    refused: str | None
    physics_text: str
    confidence_text: str
    sourcing_text: str
    summary: str

    @property
    def id(self) -> str:
        """ID of the claim."""
        return self.claim.id

    @property
    def statement(self) -> str:
        """The claim in the ledger's words."""
        return self.claim.statement

    def to_json_dict(self) -> dict[str, Any]:
        """The claim's entry in `verdicts.json`."""
        return {
            "id": self.id,
            "statement": self.statement,
            "physics": self.physics.value,
            "satisfied": rounded(self.satisfied),
            "likelihood": self.likelihood,
            "confidence": {"level": self.confidence.level, "because": self.confidence.because},
            "sourcing": {
                "independent_origins": self.sourcing.independent_origins,
                "first_appearance": self.sourcing.first_appearance,
                "appearances": [_appearance(source, stated) for source, stated in self.sourcing.appearances],
                "admiralty": self.sourcing.admiralty,
            },
            "evidence": [_evidence(row) for row in self.evidence],
            "would_change": self.would_change,
            "refused": self.refused,
        }


@dataclass(frozen=True)
class Assessment:
    """All verdicts on a ledger.

    Parameters
    ----------
    ledger
        The ledger.
    version
        Version of boostglide.
    seed, samples
        What the studies were run with [-].
    claims
        Verdicts in the order of the ledger.
    """

    ledger: Ledger
    version: str
    seed: int
    samples: int
    claims: tuple[ClaimAssessment, ...]

    def to_json_dict(self) -> dict[str, Any]:
        """The content of `verdicts.json`; numbers are rounded to four significant digits.

        Same ledger, version, seed and number of samples give the same bytes once written with `json.dumps`.
        """
        return {
            "schema": SCHEMA,
            "ledger": self.ledger.name,
            "version": self.version,
            "seed": self.seed,
            "samples": self.samples,
            "claims": [claim.to_json_dict() for claim in self.claims],
        }

    def claim(self, name: str) -> ClaimAssessment:
        """The verdict on the claim with an ID.

        Raises
        ------
        KeyError
            If it was not assessed.
        """
        for claim in self.claims:
            if claim.id == name:
                return claim
        raise KeyError(f"The assessment holds no claim `{name}`.")


def rounded(value: float | None) -> float | None:
    """A number with four significant digits, never a negative zero; None where there is none."""
    if value is None or not math.isfinite(value):
        return None
    return float(f"{value:.{DIGITS}g}") + 0.0


def _appearance(source: Any, stated: str) -> dict[str, Any]:
    return {
        "source": source.key,
        "publisher": source.publisher,
        "date": source.when,
        "url": source.url,
        "stated": stated,
    }


def _evidence(row: Evidence) -> dict[str, Any]:
    low, median, high = row.summary or (None, None, None)
    return {
        "quantity": row.quantity,
        "unit": row.unit,
        "claimed": row.claimed,
        "computed": {"low": rounded(low), "median": rounded(median), "high": rounded(high)},
        "model": row.model,
    }
