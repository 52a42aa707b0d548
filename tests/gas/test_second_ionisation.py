import pytest

from boostglide.gas import STANDARD_AIR, equilibrium_composition, second_ionisation


def ratio(temperature, pressure):
    found = equilibrium_composition(STANDARD_AIR, temperature, pressure)
    return second_ionisation(found, temperature, pressure)


def test_where_the_model_ends():
    """Second ionisation matters in thin and hot air only."""
    assert ratio(20000.0, 1.0) > 1.0
    assert ratio(20000.0, 1e6) < 0.01
    assert ratio(10000.0, 1.0) < 1e-3


def test_saha_equation_of_nitrogen():
    """S = 2 (6/9) (2 pi m k T / h^2)^1.5 exp(-29.60 eV / k T) over the electron density, by hand."""
    shares = {"N+": 0.5, "e-": 0.5}
    density = 0.5 * 100.0 / (1.380649e-23 * 20000.0)
    right = 2.0 * 6.0 / 9.0 * 6.830e27 * 3.460e-8
    assert second_ionisation(shares, 20000.0, 100.0) == pytest.approx(right / density, rel=5e-3)


def test_gas_without_electrons():
    assert second_ionisation({"N2": 1.0}, 3000.0, 1e5) == 0.0
