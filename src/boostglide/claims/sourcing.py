"""Where a claim comes from: origins, first appearance, the Admiralty pair, changes on the way."""

from dataclasses import dataclass

from boostglide.claims.assertion import DocumentaryAssertion, IllPosedAssertion, RefusalAssertion
from boostglide.claims.ledger import Claim, Ledger, Mutation, Source
from boostglide.claims.lineage import chain, first_appearance, roots
from boostglide.claims.verdict import Physics

REFERENCES = ("fm2-22.3",)


@dataclass(frozen=True)
class Sourcing:
    """The sourcing axis of a claim.

    Parameters
    ----------
    origins
        Keys of the independent origins.
    first
        The earliest source.
    appearances
        The sources that state the claim, with how they state it.
    admiralty
        Reliability of the origin and credibility of the statement, such as F3.
    mutations
        Changes on the way.
    """

    origins: tuple[str, ...]
    first: Source
    appearances: tuple[tuple[Source, str], ...]
    admiralty: str
    mutations: tuple[Mutation, ...]

    @property
    def independent_origins(self) -> int:
        """Number of independent origins [-]."""
        return len(self.origins)

    @property
    def first_appearance(self) -> str:
        """The earliest source in words."""
        known = "" if self.first.read == "yes" else ", not read, known through quotation"
        return f"{self.first.publisher} ({self.first.when}{known})"


def sourcing(ledger: Ledger, claim: Claim, physics: Physics) -> Sourcing:
    """The sourcing of a claim, from the lineage of its appearances.

    Parameters
    ----------
    ledger, claim
        The claim and its ledger.
    physics
        The verdict on it; a claim that physics contradicts is not credible.
    """
    graph = chain(ledger, claim)
    confirmed = any(
        d.bearing == "supports" and ledger.find_source(d.source).read == "yes" for d in claim.documents
    )
    origins, first = roots(graph), first_appearance(ledger, graph)
    return Sourcing(
        origins=origins,
        first=first,
        appearances=tuple((ledger.find_source(a.source), a.stated) for a in claim.appearances),
        admiralty=f"{first.reliability}{credibility(claim, physics, len(origins), confirmed)}",
        mutations=claim.mutations,
    )


def credibility(claim: Claim, physics: Physics, origins: int, confirmed: bool) -> int:
    """The Admiralty digit, 1 (confirmed) to 6 (cannot be judged).

    The first row that applies counts; 1 and 2 need two independent origins, however often a claim is
    repeated:

    | condition                                                              | digit |
    |------------------------------------------------------------------------|-------|
    | refused, ill-posed, an opinion or a forecast                           | 6     |
    | physics inconsistent                                                   | 5     |
    | documents contradict it and others support it                          | 6     |
    | documents contradict it                                                | 4     |
    | two or more independent origins, and a document read supports it       | 1     |
    | two or more independent origins                                        | 2     |
    | one origin                                                             | 3     |

    Parameters
    ----------
    claim
        The claim.
    physics
        The verdict on it.
    origins
        Number of independent origins [-].
    confirmed
        Whether a document that was read in the original supports it.

    References
    ----------
    fm2-22.3
    """
    if _is_beyond_judgement(claim):
        return 6
    if physics is Physics.INCONSISTENT:
        return 5
    bearings = {document.bearing for document in claim.documents}
    if "contradicts" in bearings:
        return 6 if "supports" in bearings else 4
    if origins < 2:
        return 3
    return 1 if confirmed else 2


def _is_beyond_judgement(claim: Claim) -> bool:
    assertion = claim.assertion
    if isinstance(assertion, DocumentaryAssertion):
        return assertion.reason in ("opinion", "forecast")
    return isinstance(assertion, (IllPosedAssertion, RefusalAssertion))
