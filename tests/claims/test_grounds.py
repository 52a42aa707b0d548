"""The grounds of confidence are those that `verification/` really holds."""

import pathlib
import re

import pytest

from boostglide.claims import load_ledger

ROOT = pathlib.Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "verification.md"
STUDIES = load_ledger(None).studies


def misses(case: str) -> int:
    """Misses of a case on the page that `tests/verification` holds true."""
    section = re.search(rf"^## {case}\n(.*?)(?=^## |\Z)", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    assert section, case
    return section[1].count("**miss**")


@pytest.mark.parametrize("study", STUDIES)
def test_every_case_exists(study):
    for case in STUDIES[study].cases:
        assert (ROOT / "verification" / f"case_{case}.py").is_file()


@pytest.mark.parametrize("study", [key for key, each in STUDIES.items() if each.validation == "passed"])
def test_passed_means_that_no_row_of_any_case_misses(study):
    assert STUDIES[study].cases
    assert sum(map(misses, STUDIES[study].cases)) == 0


def test_a_study_without_a_case_claims_no_checks():
    assert all(each.validation == "none" for each in STUDIES.values() if not each.cases)
