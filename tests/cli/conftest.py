"""The command in this process, with the JAX settings of the tests left alone."""

import pathlib

import pytest
from typer.testing import CliRunner

from boostglide.cli.main import app

LEDGER = pathlib.Path(__file__).parent / "ledger.yaml"


@pytest.fixture(autouse=True)
def settings_of_the_tests(monkeypatch, tmp_path):
    """`configure` leaves alone what the user has set."""
    monkeypatch.setenv("XLA_FLAGS", "")
    monkeypatch.setenv("JAX_NUM_CPU_DEVICES", "2")
    monkeypatch.setenv("JAX_COMPILATION_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def run():
    """Run `boostglide` with arguments; exceptions that a user would see as a traceback are raised."""

    def call(*arguments):
        result = CliRunner().invoke(app, ["assess", *map(str, arguments)])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def ledger_text():
    """The small ledger; tests break it."""
    return LEDGER.read_text(encoding="utf-8")
