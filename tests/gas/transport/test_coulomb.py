import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas.transport.coulomb import ScreenedCoulomb, debye_length
from tests.gas.transport.conftest import numbers


def test_debye_length_in_engineering_units():
    """7.43e2 cm sqrt(T / n) with T in eV and n in 1/cm^3, of the NRL Plasma Formulary."""
    density, temperature = numbers(1e20, 11604.52)
    expected = 7.43e2 * (1.0 / 1e14) ** 0.5 * 1e-2
    assert float(debye_length(density, temperature)) == pytest.approx(expected, rel=1e-3)


def test_ions_shorten_the_debye_length():
    density, temperature = numbers(1e20, 8000.0)
    both = debye_length(density, temperature, temperature)
    assert float(both / debye_length(density, temperature)) == pytest.approx(0.5**0.5)


def lengths(reduced, temperature):
    """Debye length of a reduced temperature."""
    return reduced * 1.671e-5 / temperature


@pytest.mark.parametrize(("reduced", "first", "second"), [(10.0, 1.2130, 1.3473), (1000.0, 3.3289, 3.5699)])
def test_the_table_is_met(reduced, first, second):
    """Attractive integrals of mason1967 as listed."""
    temperature, length = numbers(10000.0, lengths(reduced, 10000.0))
    found = ScreenedCoulomb.load().between_unlike(temperature, length)
    unit = np.pi * (float(length) / reduced) ** 2
    assert float(found[0]) / unit == pytest.approx(first, rel=1e-3)
    assert float(found[5]) / unit == pytest.approx(second, rel=1e-3)


def test_far_beyond_the_table_the_sign_of_charges_does_not_matter():
    """The limit: half the Coulomb logarithm, and Q12 a third of Q11."""
    model = ScreenedCoulomb.load()
    temperature, length = numbers(10000.0, lengths(1e9, 10000.0))
    unlike, like = model.between_unlike(temperature, length), model.between_like(temperature, length)
    assert float(unlike[0] / like[0]) == pytest.approx(1.0, rel=3e-3)
    unit = np.pi * (float(length) / 1e9) ** 2
    assert float(unlike[0]) / unit == pytest.approx(0.5 * np.log(1e9) - 0.13, rel=5e-3)
    assert float(unlike[1] / unlike[0]) == pytest.approx(1 / 3, rel=0.06)


def test_dense_plasma_stays_at_the_end_of_the_table():
    model = ScreenedCoulomb.load()
    temperature = jnp.asarray(10000.0)
    ends = [model.between_like(temperature, jnp.asarray(lengths(r, 10000.0))) for r in (0.1, 0.01)]
    assert float(ends[1][0] / ends[0][0]) == pytest.approx(0.01, rel=1e-6)
