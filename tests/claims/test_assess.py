import json
import math

import numpy as np
import pytest

from boostglide.claims import REFUSALS, assess, lint, studies_needed
from boostglide.claims.likelihood import WORDS
from tests.claims.fakes import SAMPLES, fake_studies, study_result

DIRECTIONS = {
    "S02": "inconsistent",
    "T01": "inconsistent",
    "S08": "consistent",
    "S09": "inconsistent",
    "S14": "consistent",
    "W01": "inconsistent",
    "W02": "consistent",
    "P02": "possible-if",
    "P03": "possible-if",
    "E02": "possible-if",
    "T04": "out-of-scope",
    "S13": "out-of-scope",
    "E01": "out-of-scope",
    "W07": "inconsistent",
    "S07": "inconsistent",
    "S04": "ill-posed",
    "D01": "not-a-physics-question",
}


@pytest.fixture(scope="module")
def assessment(ledger, studies):
    return assess(ledger, studies.__getitem__, SAMPLES, 1)


@pytest.mark.parametrize("name", DIRECTIONS)
def test_verdicts_follow_from_the_numbers(assessment, name):
    assert assessment.claim(name).physics.value == DIRECTIONS[name]


def test_another_number_turns_the_verdict(ledger, studies):
    changed = dict(studies)
    medium = studies["medium-range-boost-glide"]
    quantities = {key: (each.values, each.unit) for key, each in medium.quantities.items()}
    quantities["ground_range"] = (np.full(SAMPLES, 5e7), "m")
    changed["medium-range-boost-glide"] = study_result("medium-range-boost-glide", quantities)
    found = assess(ledger, changed.__getitem__, SAMPLES, 1, only=["S02"])
    assert [claim.physics.value for claim in found.claims] == ["consistent"]


def test_models_that_disagree_leave_it_open(ledger, studies):
    changed = dict(studies)
    orbital = studies["orbital-glide"]
    quantities = {key: (each.values, each.unit) for key, each in orbital.quantities.items()}
    quantities["drift_unaided_blackout"] = (np.full(SAMPLES, 1e5), "m")
    changed["orbital-glide"] = study_result("orbital-glide", quantities)
    found = assess(ledger, changed.__getitem__, SAMPLES, 1, only=["T05"]).claim("T05")
    assert (found.physics.value, found.satisfied, found.likelihood) == ("underdetermined", None, None)
    assert "disagree" in found.physics_text


def test_members_without_an_outcome_leave_it_open(ledger, studies):
    changed = dict(studies)
    quantities = {
        key: (each.values.copy(), each.unit) for key, each in studies["tunnel-fl64"].quantities.items()
    }
    quantities["flight_total_temperature"][0][: SAMPLES // 2] = np.nan
    changed["tunnel-fl64"] = study_result("tunnel-fl64", quantities)
    found = assess(ledger, changed.__getitem__, SAMPLES, 1, only=["W01"]).claim("W01")
    assert found.physics.value == "underdetermined"
    assert "Too few" in found.physics_text


def test_conditions_are_in_words_with_units(assessment):
    assert assessment.claim("E02").condition == "if mach is at least 9.56"
    assert assessment.claim("T03").condition.startswith("if insertion speed error is at least 2")
    assert assessment.claim("T03").condition.endswith("m/s")
    assert assessment.claim("P02").would_change.startswith("It holds if mach is at least")


def test_refusals_say_why_and_offer_numbers_instead(assessment):
    for name in ("S13", "E01"):
        claim = assessment.claim(name)
        assert claim.refused in {entry.text for entry in REFUSALS.values()}
        assert any("warning time" in row.quantity for row in claim.evidence)
        assert not any(row.decides for row in claim.evidence)
    energy = assessment.claim("E02")
    assert energy.refused == REFUSALS["target-damage"].text
    assert energy.satisfied is not None


def test_every_text_passes_the_linter_and_the_summary_is_short(assessment):
    for claim in assessment.claims:
        texts = (
            claim.physics_text,
            claim.confidence_text,
            claim.sourcing_text,
            claim.summary,
            claim.would_change,
        )
        assert not any(lint(text) for text in texts)
        assert 0 < len(claim.summary.split()) <= 60
        assert not any(word in claim.confidence_text for word in WORDS)


def test_each_study_runs_once_and_only_if_needed(ledger, studies):
    runs, lines = [], []

    def runner(name):
        runs.append(name)
        return studies[name]

    assess(ledger, runner, SAMPLES, 1, progress=lines.append)
    assert sorted(runs) == sorted(studies)
    assert len(lines) == len(runs)
    runs.clear()
    found = assess(ledger, runner, SAMPLES, 1, only=["W02", "D01", "E02"])
    assert runs == ["kinetic-energy", "medium-range-boost-glide"]
    assert [claim.id for claim in found.claims] == ["D01", "W02", "E02"]
    assert studies_needed([ledger.find_claim("D01")]) == ()


def test_refuses_claims_that_do_not_exist(ledger, studies):
    with pytest.raises(ValueError, match="Z99"):
        assess(ledger, studies.__getitem__, SAMPLES, 1, only=["Z99"])


KEYS = ["id", "statement", "physics", "satisfied", "likelihood", "confidence", "sourcing", "evidence"]


def test_shape_of_the_contract(assessment):
    document = json.loads(json.dumps(assessment.to_json_dict(), allow_nan=False))
    assert list(document) == ["schema", "ledger", "version", "seed", "samples", "claims"]
    assert (document["schema"], document["ledger"]) == ("boostglide-verdicts/1", "three-reports-2022")
    assert len(document["claims"]) == 68
    for claim in document["claims"]:
        assert list(claim) == [*KEYS, "would_change", "refused"]
        assert claim["physics"] in DIRECTIONS.values() or claim["physics"] == "underdetermined"
        assert (claim["satisfied"] is None) == (claim["likelihood"] is None)
        assert claim["satisfied"] is None or 0.0 <= claim["satisfied"] <= 1.0
        assert claim["likelihood"] in (None, *WORDS)
        assert list(claim["confidence"]) == ["level", "because"]
        assert claim["confidence"]["level"] in ("low", "moderate", "high")
        assert list(claim["sourcing"]) == [
            "independent_origins",
            "first_appearance",
            "appearances",
            "admiralty",
        ]
        assert claim["sourcing"]["independent_origins"] >= 1
        assert claim["would_change"]
        for row in claim["evidence"]:
            assert list(row) == ["quantity", "unit", "claimed", "computed", "model"]
            low, median, high = (row["computed"][key] for key in ("low", "median", "high"))
            assert low <= median <= high


def test_numbers_have_four_significant_digits(assessment):
    for claim in assessment.to_json_dict()["claims"]:
        for row in claim["evidence"]:
            for value in row["computed"].values():
                assert value == float(f"{value:.4g}")
                assert math.copysign(1.0, value) > 0 or value < 0


def test_the_same_seed_gives_the_same_bytes(ledger):
    def document(seed):
        made = fake_studies(seed=seed)
        return json.dumps(assess(ledger, made.__getitem__, SAMPLES, seed).to_json_dict()).encode()

    assert document(3) == document(3)
    assert document(3) != document(4)
