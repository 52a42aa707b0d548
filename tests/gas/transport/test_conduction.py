import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas.transport.collisions import HeavyIntegrals
from boostglide.gas.transport.conduction import internal_conductivity, translational_conductivity
from boostglide.gas.transport.viscosity import species_viscosity

K = 1.380649e-23


def test_a_monatomic_gas_has_its_prandtl_number():
    """Conductivity 15/4 of k/m times viscosity, so a Prandtl number of two thirds."""
    mass, temperature = jnp.asarray([6.63e-26, 2e-26]), jnp.asarray(900.0)
    q = HeavyIntegrals(*(jnp.full((2, 2), value) for value in (3e-19, 3.4e-19, 1.15)))
    found = jax.jit(translational_conductivity)(jnp.asarray([1.0, 0.0]), mass, q, temperature)
    viscosity = species_viscosity(mass, q.viscosity, temperature)[0]
    assert float(found) == pytest.approx(float(3.75 * K / mass[0] * viscosity), rel=1e-12)


def test_equal_particles_mix_to_the_conductivity_of_one():
    mass, temperature = jnp.full(3, 4e-26), jnp.asarray(2000.0)
    q = HeavyIntegrals(*(jnp.full((3, 3), value) for value in (3e-19, 3.4e-19, 1.1)))
    mixed = jax.jit(translational_conductivity)(jnp.asarray([0.2, 0.5, 0.3]), mass, q, temperature)
    pure = jax.jit(translational_conductivity)(jnp.asarray([1.0, 0.0, 0.0]), mass, q, temperature)
    assert float(mixed) == pytest.approx(float(pure), rel=1e-12)


def test_two_monatomic_gases_by_their_formula():
    """Rigid spheres: the system of two unknowns solved by hand, with A* = B* = 1."""
    mass, diameter = np.array([6.6465e-27, 6.6335e-26]), np.array([2.2e-10, 3.6e-10])
    x, t = np.array([0.4, 0.6]), 300.0
    section = np.pi * ((diameter[:, None] + diameter[None, :]) / 2) ** 2
    total = mass.sum()
    spread = 3 / 16 * np.sqrt(2 * np.pi * K * t * total / mass.prod()) / section[0, 1]
    own = 5 / 16 * np.sqrt(np.pi * mass * K * t) / np.diag(section)
    scale = x.prod() / (25 * K * spread * total**2)
    a, b = mass
    system = np.diag(4 / (15 * K) * x**2 * mass / own)
    system[0, 0] += scale * (30 * a**2 + 16 * a * b + 13 * b**2)
    system[1, 1] += scale * (30 * b**2 + 16 * a * b + 13 * a**2)
    system[0, 1] = system[1, 0] = scale * a * b * (16 + 12 - 55)
    expected = x @ np.linalg.solve(system, x)
    q = HeavyIntegrals(jnp.asarray(section), jnp.asarray(section), jnp.ones((2, 2)))
    found = jax.jit(translational_conductivity)(jnp.asarray(x), jnp.asarray(mass), q, jnp.asarray(t))
    assert float(found) == pytest.approx(expected, rel=1e-12)


def test_internal_energy_diffuses():
    """One species: density times heat capacity times self-diffusion."""
    resistance, capacity = 1e-21, 1.7
    found = internal_conductivity(jnp.asarray([1.0]), jnp.asarray([capacity]), jnp.asarray([resistance]))
    assert float(found) == pytest.approx(K * capacity / resistance)
