"""Constants against the CODATA values that SciPy carries."""

import pytest
import scipy.constants

from boostglide import core

CONSTANTS = {name: value for name in core.__dict__ if isinstance(value := getattr(core, name), core.Constant)}


def test_there_are_constants():
    assert len(CONSTANTS) >= 9


@pytest.mark.parametrize("name", CONSTANTS)
def test_value_and_uncertainty_are_those_of_codata(name):
    constant = CONSTANTS[name]
    value, _, uncertainty = scipy.constants.physical_constants[
        {"vacuum permittivity": "vacuum electric permittivity"}.get(constant.name, constant.name)
    ]
    # SciPy may carry an edition of CODATA next to ours: measured constants move by less than 1e-9.
    assert constant.value == pytest.approx(value, rel=1e-9 if uncertainty else 1e-10)
    assert (constant.uncertainty == 0.0) == (uncertainty == 0.0)
    assert constant.uncertainty < 1e-8 * constant.value
    assert float(constant) == constant.value


@pytest.mark.parametrize("name", CONSTANTS)
def test_sources_stand_in_the_bibliography(name):
    assert core.reference(CONSTANTS[name].source)


def test_exact_relations_hold():
    assert core.GAS_CONSTANT.value == pytest.approx(core.BOLTZMANN.value * core.AVOGADRO.value, rel=1e-15)
    radiation = 2 * 3.141592653589793**5 * core.BOLTZMANN.value**4
    planck = 6.62607015e-34
    expected = radiation / (15 * planck**3 * core.SPEED_OF_LIGHT.value**2)
    assert core.STEFAN_BOLTZMANN.value == pytest.approx(expected, rel=1e-9)
