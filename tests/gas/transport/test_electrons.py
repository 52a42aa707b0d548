import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas import CollisionIntegrals
from boostglide.gas.transport.collisions import ElectronIntegrals
from boostglide.gas.transport.electrons import (
    conductivity_frequency,
    electrical_conductivity,
    electron_conductivity,
    momentum_transfer_frequency,
)
from tests.gas.transport.conftest import numbers

E2_OVER_K2 = (1.602176634e-19 / 1.380649e-23) ** 2


def test_the_first_order_is_the_sum_over_partners():
    integrals = CollisionIntegrals.of(("N2", "O", "NO+"))
    density = jnp.asarray([1e23, 3e22, 1e20])
    electrons, hot = numbers(1e20, 7000.0)
    q = integrals.with_electrons(hot, electrons, hot)
    partners = momentum_transfer_frequency(density, q, hot)
    first = conductivity_frequency(density, electrons, q, hot, order=1)
    assert float(jnp.sum(partners)) == pytest.approx(float(first), rel=1e-12)
    speed = np.sqrt(8 * 1.380649e-23 * 7000.0 / (np.pi * 9.1093837139e-31))
    assert float(partners[0]) == pytest.approx(4 / 3 * 1e23 * speed * float(q.first[0]), rel=1e-12)


def test_constant_collision_frequency_knows_no_orders():
    """Maxwell molecules, Q proportional to 1/speed: all orders agree."""
    ratios = [1.0]
    for s in (1, 2, 3, 4):
        ratios.append(ratios[-1] * (s + 1.5) / (s + 2))
    first = jnp.asarray([2e-19])
    zero = jnp.asarray(0.0)
    q = ElectronIntegrals(*(first * ratio for ratio in ratios), first, zero, zero, zero, zero)
    density, electrons, hot = jnp.asarray([1e22]), *numbers(1e10, 5000.0)
    found = [float(conductivity_frequency(density, electrons, q, hot, order=order)) for order in (1, 2, 3)]
    assert np.allclose(found, found[0], rtol=1e-9)


def test_fully_ionised_gas_nears_the_results_of_spitzer():
    """With a large Coulomb logarithm; spitzer1953: 1.95 times the first order, Lorenz number 1.6 (k/e)^2."""
    integrals = CollisionIntegrals.of(("N+",))
    electrons, hot = numbers(1e6, 20000.0)
    density = electrons[None]
    q = integrals.with_electrons(hot, electrons, hot)
    first, third = (
        electrical_conductivity(electrons, conductivity_frequency(density, electrons, q, hot, order=order))
        for order in (1, 3)
    )
    heat = electron_conductivity(density, electrons, q, hot)
    assert float(third / first) == pytest.approx(1.95, rel=0.05)
    assert float(heat / (third * hot)) * E2_OVER_K2 == pytest.approx(1.61, rel=0.02)


def test_no_electrons_conduct_nothing():
    integrals = CollisionIntegrals.of(("N2",))
    nothing, hot = numbers(0.0, 3000.0)
    density = jnp.asarray([1e24])
    q = integrals.with_electrons(hot, nothing, hot)
    frequency = conductivity_frequency(density, nothing, q, hot)
    assert float(electrical_conductivity(nothing, frequency)) == 0.0
    assert float(electron_conductivity(density, nothing, q, hot)) == 0.0
    assert 1e10 < float(frequency) < 1e12
