import itertools

import pytest

from boostglide.claims import Claim, Physics, sourcing
from boostglide.claims.sourcing import credibility

DOCUMENTARY = {"kind": "documentary", "reason": "record", "because": "It is."}
OPINION = {"kind": "documentary", "reason": "opinion", "because": "It is."}
ILL_POSED = {"kind": "ill-posed", "because": "It is."}
REFUSED = {"kind": "refusal", "refusal": "engagement"}


def claim(assertion, bearings=()):
    return Claim.model_validate(
        {
            "id": "X01",
            "statement": "A statement.",
            "topic": "system",
            "appearances": [{"source": "a", "stated": "so"}],
            "documents": [{"source": "a", "says": "so", "bearing": each} for each in bearings],
            "assertion": assertion,
        }
    )


@pytest.mark.parametrize(
    ("assertion", "bearings", "physics", "origins", "confirmed", "digit"),
    [
        (REFUSED, (), Physics.OUT_OF_SCOPE, 3, True, 6),
        (ILL_POSED, (), Physics.ILL_POSED, 3, True, 6),
        (OPINION, (), Physics.NOT_PHYSICS, 3, True, 6),
        (DOCUMENTARY, (), Physics.INCONSISTENT, 3, True, 5),
        (DOCUMENTARY, ("contradicts", "supports"), Physics.NOT_PHYSICS, 2, True, 6),
        (DOCUMENTARY, ("contradicts",), Physics.NOT_PHYSICS, 2, False, 4),
        (DOCUMENTARY, ("supports",), Physics.NOT_PHYSICS, 2, True, 1),
        (DOCUMENTARY, ("supports",), Physics.NOT_PHYSICS, 2, False, 2),
        (DOCUMENTARY, ("supports",), Physics.NOT_PHYSICS, 1, True, 3),
        (DOCUMENTARY, (), Physics.NOT_PHYSICS, 1, False, 3),
    ],
)
def test_credibility_table(assertion, bearings, physics, origins, confirmed, digit):
    assert credibility(claim(assertion, bearings), physics, origins, confirmed) == digit


def test_one_origin_is_never_confirmed():
    for assertion, physics, confirmed in itertools.product(
        (DOCUMENTARY, OPINION, ILL_POSED, REFUSED), Physics, (False, True)
    ):
        assert credibility(claim(assertion, ("supports",)), physics, 1, confirmed) >= 3


def test_seven_articles_with_one_origin_stay_at_f3(ledger):
    found = sourcing(ledger, ledger.find_claim("D01"), Physics.NOT_PHYSICS)
    assert (found.independent_origins, len(found.appearances), found.admiralty) == (1, 7, "F3")
    assert "known through quotation" in found.first_appearance


def test_the_bundled_ledger_keeps_the_rule(ledger):
    for each in ledger.claims:
        found = sourcing(ledger, each, Physics.CONSISTENT)
        assert found.independent_origins >= 2 or found.admiralty[1] not in "12"
