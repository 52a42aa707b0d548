import cmath
import math

import jax.numpy as jnp
import pytest

from boostglide.plasma import critical_density, permittivity, plasma_frequency, refractive_index


def test_critical_density_of_gps():
    """n_cr = 1.2404e-2 f^2 in SI units (NRL Plasma Formulary: 8.98 kHz times the root of n in 1/cm^3)."""
    frequency = jnp.asarray(1575.42e6)
    assert float(critical_density(frequency)) == pytest.approx(1.2404e-2 * 1575.42e6**2, rel=1e-4)
    assert float(plasma_frequency(jnp.asarray(1e6))) == pytest.approx(8.98e3, rel=1e-3)
    assert float(plasma_frequency(critical_density(frequency))) == pytest.approx(1575.42e6, rel=1e-12)


@pytest.mark.parametrize(
    ("density", "collisions", "frequency"),
    [(1e15, 1e7, 1e9), (1e18, 1e9, 1.5e9), (1e20, 1e11, 3.5e10), (1.2404e16, 0.0, 1e9), (0.0, 1e9, 1e9)],
)
def test_permittivity_and_index_against_complex_numbers(density, collisions, frequency):
    charge, mass, vacuum = 1.602176634e-19, 9.1093837139e-31, 8.8541878188e-12
    omega = 2 * math.pi * frequency
    expected = 1 - density * charge**2 / (vacuum * mass) / (omega * (omega + 1j * collisions))
    values = tuple(jnp.asarray(v) for v in (density, collisions, frequency))
    assert complex(permittivity(*values)) == pytest.approx(expected, rel=1e-12)
    index = cmath.sqrt(expected)
    index = index if index.imag >= 0 else -index
    assert [float(part) for part in refractive_index(*values)] == pytest.approx(
        [index.real, index.imag], rel=1e-9, abs=1e-12
    )
