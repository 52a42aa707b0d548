"""The bundled ledger and a fake of its studies."""

import pytest

from boostglide.claims import load_ledger
from tests.claims.fakes import fake_studies


@pytest.fixture(scope="session")
def ledger():
    return load_ledger()


@pytest.fixture(scope="session")
def studies():
    return fake_studies()
