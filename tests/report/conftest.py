"""The example ledger and one report of it, written once for all tests of this area."""

import importlib.util
import pathlib

import pytest

from boostglide.report import write_report

_FILE = pathlib.Path(__file__).with_name("example.py")
_SPEC = importlib.util.spec_from_file_location("report_example", _FILE)
_EXAMPLE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_EXAMPLE)


@pytest.fixture(scope="session")
def example():
    return _EXAMPLE


@pytest.fixture(scope="session")
def written(example, tmp_path_factory) -> pathlib.Path:
    out = tmp_path_factory.mktemp("report") / "out"
    studies = example.studies(300)
    assessment = example.assessment(example.ledger(), studies)
    write_report(assessment, studies, example.ledger(), out, command="boostglide assess example --seed 7")
    return out
