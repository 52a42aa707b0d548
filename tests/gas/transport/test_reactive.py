import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas.transport.reactive import (
    conserved_quantities,
    reactive_conductivity,
    reactive_heat_capacity,
)

K = 1.380649e-23


def test_rows_that_depend_on_others_are_left_out():
    elements = np.array([[2.0, 1.0, 1.0], [4.0, 2.0, 2.0]])
    rows = conserved_quantities(elements, np.array([0.0, 0.0, 0.0]))
    assert rows.tolist() == [[2.0, 1.0, 1.0]]


def test_dissociation_by_its_closed_form():
    """A2 = 2 A: n D (dH / T)^2 x1 x2 / (k (2 x2 + x1)^2), hirschfelder1954, and its heat capacity."""
    x, t = np.array([0.3, 0.7]), 6000.0
    enthalpy = np.array([2.0e-19, 9.0e-19])
    heat = 2 * enthalpy[1] - enthalpy[0]
    resistance = np.array([[1.1e-21, 0.8e-21], [0.8e-21, 0.6e-21]])
    conserved = jnp.asarray([[2.0, 1.0]])
    values = (jnp.asarray(x), jnp.asarray(enthalpy))
    found = jax.jit(reactive_conductivity)(*values, jnp.asarray(resistance), conserved, jnp.asarray(t))
    friction = resistance[0, 1] * x.prod() * (1 / x[0] + 2 / x[1]) ** 2
    assert float(found) == pytest.approx(heat**2 / (K * t**2) / friction, rel=1e-10)
    capacity = jax.jit(reactive_heat_capacity)(*values, conserved, jnp.asarray(t))
    change = (heat / (K * t)) ** 2 / (1 / x[0] + 4 / x[1] - 1.0)
    assert float(capacity) == pytest.approx(change, rel=1e-10)


def test_several_reactions_by_the_formula_of_butler_and_brokaw():
    """Five species of nitrogen and electrons, three reactions; traces of 1e-12 among them."""
    generator = np.random.default_rng(4)
    names = ("N2", "N", "N+", "N2+", "e-")
    conserved = np.array([[2.0, 1.0, 1.0, 2.0, 0.0], [0.0, 0.0, 1.0, 1.0, -1.0]])
    reactions = np.array([[-1.0, 2.0, 0, 0, 0], [0, -1.0, 1.0, 0, 1.0], [-1.0, 0, 0, 1.0, 1.0]])
    x = np.array([0.5, 0.3, 1e-3, 1e-12, 1e-3 + 1e-12])
    x = x / x.sum()
    enthalpy = generator.uniform(1e-19, 3e-18, len(names))
    resistance = generator.uniform(0.5e-21, 2e-21, (5, 5))
    resistance = resistance + resistance.T
    t = 9000.0
    heats = reactions @ enthalpy
    steps = reactions[:, :, None] / x[None, :, None] - reactions[:, None, :] / x[None, None, :]
    weight = np.triu(resistance * x[:, None] * x[None, :], 1)
    matrix = np.einsum("ij,rij,sij->rs", weight, steps, steps)
    expected = heats @ np.linalg.solve(matrix, heats) / (K * t**2)
    values = (jnp.asarray(x), jnp.asarray(enthalpy), jnp.asarray(resistance), jnp.asarray(conserved))
    assert float(jax.jit(reactive_conductivity)(*values, jnp.asarray(t))) == pytest.approx(expected, rel=1e-8)


def test_a_gas_without_reactions_adds_nothing():
    values = (jnp.asarray([0.8, 0.2]), jnp.asarray([1e-20, 2e-20]))
    apart = jnp.eye(2)
    found = jax.jit(reactive_conductivity)(*values, jnp.full((2, 2), 1e-21), apart, jnp.asarray(2000.0))
    assert float(found) == pytest.approx(0.0, abs=1e-20)
    assert float(jax.jit(reactive_heat_capacity)(*values, apart, jnp.asarray(2000.0))) == pytest.approx(
        0.0, abs=1e-12
    )
