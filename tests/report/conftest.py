"""The example ledger and one report of it, written once for all tests of this area."""

import importlib.util
import pathlib

import pytest

from boostglide.report import write_report


def _loaded(name: str):
    """A module of examples beside this file."""
    spec = importlib.util.spec_from_file_location(
        f"report_{name}", pathlib.Path(__file__).with_name(f"{name}.py")
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_EXAMPLE, _FLIGHTS, _GASES = _loaded("example"), _loaded("flight_example"), _loaded("gas_example")


@pytest.fixture(scope="session")
def flights():
    """Made-up flights and ensembles."""
    return _FLIGHTS


@pytest.fixture(scope="session")
def gases():
    """Made-up relaxations and states of a gas."""
    return _GASES


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
