import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas import CollisionIntegrals
from tests.gas.transport.conftest import numbers

NAMES = ("N2", "O2", "N", "O", "Ar", "N+", "O+", "e-")
AREA = np.pi * 1e-20


@pytest.fixture(scope="module")
def wright():
    return CollisionIntegrals.of(NAMES)


def test_published_values_are_met(wright):
    """wright2005 at 2000 K and levin2004 at 10000 K, pi times square angstrom."""
    hot = wright.between_heavy(*numbers(2000.0, 1e10, 2000.0))
    at = wright.names.index
    assert float(hot.diffusion[at("N2"), at("O2")]) == pytest.approx(6.42 * AREA, rel=3e-4)
    assert float(hot.viscosity[at("N2"), at("N2")]) == pytest.approx(9.82 * AREA, rel=3e-4)
    hotter = wright.between_heavy(*numbers(10000.0, 1e10, 10000.0))
    assert float(hotter.diffusion[at("N"), at("N+")]) == pytest.approx(26.2 * AREA, rel=3e-4)
    electrons = wright.with_electrons(*numbers(10000.0, 1e10, 8000.0))
    assert float(electrons.first[at("O2")]) == pytest.approx(2.06 * AREA, rel=3e-4)
    assert float(electrons.second[at("O2")]) == pytest.approx(0.99 * 2.06 * AREA, rel=3e-4)


def test_pairs_are_symmetric_and_positive(wright):
    found = wright.between_heavy(*numbers(300.0, 1e20, 20000.0))
    for matrix in (found.diffusion, found.viscosity, found.b_star):
        assert jnp.allclose(matrix, matrix.T)
        assert bool(jnp.all(matrix > 0.0))


def test_heavy_tables_go_on_and_electron_tables_end(wright):
    at = wright.names.index
    cold = wright.with_electrons(*numbers(300.0, 1e10, 400.0))
    assert float(cold.first[at("N")]) == pytest.approx(9.04 * AREA, rel=3e-4)
    hot = wright.between_heavy(*numbers(20000.0, 1e10, 20000.0))
    slope = np.log(25.6 / 26.2) / np.log(12.0 / 10.0)
    beyond = 25.6 * (20.0 / 12.0) ** slope
    assert float(hot.diffusion[at("N"), at("N+")]) == pytest.approx(beyond * AREA, rel=1e-3)


def test_the_older_set_is_that_of_its_fits():
    """gupta1990: N2 with N2 at 2000 K, electrons with N everywhere 5 square angstrom."""
    gupta = CollisionIntegrals.of(NAMES, "gupta1990")
    found = gupta.between_heavy(*numbers(2000.0, 1e10, 2000.0))
    x = np.log(2000.0)
    expected = np.exp(-0.0112 * x**2 - 0.1182 * x + 4.8464) * 1e-20
    assert float(found.diffusion[0, 0]) == pytest.approx(expected, rel=1e-4)
    electrons = gupta.with_electrons(*numbers(2000.0, 1e20, 2000.0))
    assert float(electrons.first[gupta.names.index("N")]) == pytest.approx(np.exp(1.6094) * 1e-20, rel=1e-4)
    assert gupta.from_other == tuple(
        sorted({f"Ar {b}" for b in (*gupta.names, "e-")} | {f"{a} Ar" for a in gupta.names})
    )
    assert gupta.valid_temperatures == (1000.0, 30000.0)


def test_charges_of_the_older_set_have_its_coulomb_logarithm():
    """gupta1990, equation 24b, at one atmosphere of electrons and 10000 K."""
    gupta = CollisionIntegrals.of(NAMES, "gupta1990")
    density = 101325.0 / (1.380649e-23 * 10000.0)
    found = gupta.with_electrons(*numbers(10000.0, density, 10000.0))
    logarithm = 0.5 * np.log(2.09e-2 * 10.0**4 + 1.52 * 10.0 ** (8 / 3))
    expected = np.exp(23.8237) / 10000.0**2 * 1e-20 * logarithm
    assert float(found.first[gupta.names.index("N+")]) == pytest.approx(expected, rel=1e-6)


def test_the_sets_disagree():
    """Viscosity of atoms that exchange charge with their ion, at 10000 K."""
    sets = [CollisionIntegrals.of(("N", "N+"), name) for name in ("wright2005", "gupta1990")]
    found = [each.between_heavy(*numbers(10000.0, 1e10, 10000.0)).viscosity[0, 1] for each in sets]
    assert float(found[1] / found[0]) == pytest.approx(
        np.exp(6.9078) * 1e4**-0.4146 / (np.pi * 5.84), rel=1e-3
    )


def test_unknown_pairs_and_sets_are_refused():
    with pytest.raises(ValueError, match=r"no collision integrals for N2 with He; .*pairs of Ar,"):
        CollisionIntegrals.of(("N2", "He"))
    with pytest.raises(ValueError, match=r"`variant` must be one of wright2005, gupta1990"):
        CollisionIntegrals.of(("N2",), "yos1963")
