import jax
import jax.numpy as jnp
import numpy as np
import pytest
from verification.transport_states import NAMES, STATES

from boostglide.gas import CollisionIntegrals
from boostglide.gas.thermodynamics import SpeciesThermodynamics
from boostglide.gas.transport.viscosity import (
    chapman_enskog_viscosity,
    gupta_yos_viscosity,
    species_viscosity,
    wilke_viscosity,
)
from tests.gas.transport.conftest import numbers

RULES = (chapman_enskog_viscosity, gupta_yos_viscosity)


def sphere_viscosity(mass, diameter, temperature):
    """Rigid spheres, 5/16 sqrt(pi m k T) / (pi d^2)."""
    return 5 / 16 * np.sqrt(np.pi * mass * 1.380649e-23 * temperature) / (np.pi * diameter**2)


@pytest.mark.parametrize("rule", RULES)
def test_equal_spheres_mix_to_the_viscosity_of_one(rule):
    mass, diameter, temperature = 4.65e-26, 3.7e-10, 500.0
    integral = jnp.full((2, 2), np.pi * diameter**2)
    found = jax.jit(rule)(
        jnp.asarray([0.3, 0.7]), jnp.full(2, mass), integral, integral, jnp.asarray(temperature)
    )
    assert float(found) == pytest.approx(sphere_viscosity(mass, diameter, temperature), rel=1e-12)


@pytest.mark.parametrize("rule", [*RULES, wilke_viscosity])
def test_a_pure_gas_has_its_own_viscosity_whatever_the_rest_is(rule):
    mass = jnp.asarray([4.65e-26, 2.3e-26])
    integral = jnp.asarray([[4e-19, 3e-19], [3e-19, 2e-19]])
    fraction, temperature = jnp.asarray([1.0, 0.0]), jnp.asarray(1000.0)
    integrals = (integral,) if rule is wilke_viscosity else (0.9 * integral, integral)
    own = species_viscosity(mass, integral, temperature)[0]
    assert float(jax.jit(rule)(fraction, mass, *integrals, temperature)) == pytest.approx(
        float(own), rel=1e-12
    )


def test_helium_and_argon_by_the_formula_for_two_gases():
    """Hirschfelder, Curtiss, Bird, equation 8.2-22, with rigid spheres, where A* = B* = 1."""
    masses, diameters, x = (
        np.array([6.6465e-27, 6.6335e-26]),
        np.array([2.2e-10, 3.6e-10]),
        np.array([0.4, 0.6]),
    )
    t, m12 = 300.0, 2.0 * masses[0] * masses[1] / masses.sum()
    mean = diameters.mean()
    own = sphere_viscosity(masses, diameters, t)
    both = sphere_viscosity(m12, mean, t)
    ratio = masses[0] / masses[1]
    unlike = masses.sum() ** 2 / (4 * masses.prod())
    xx = x[0] ** 2 / own[0] + 2 * x[0] * x[1] / both + x[1] ** 2 / own[1]
    cross = unlike * both**2 / own.prod()
    yy = 0.6 * (x[0] ** 2 / own[0] * ratio + 2 * x[0] * x[1] / both * cross + x[1] ** 2 / own[1] / ratio)
    zz = 0.6 * (
        x[0] ** 2 * ratio
        + 2 * x[0] * x[1] * (unlike * (both / own[0] + both / own[1]) - 1.0)
        + x[1] ** 2 / ratio
    )
    expected = (1.0 + zz) / (xx + yy)
    matrix = jnp.asarray(np.pi * np.array([[diameters[0] ** 2, mean**2], [mean**2, diameters[1] ** 2]]))
    found = jax.jit(chapman_enskog_viscosity)(
        jnp.asarray(x), jnp.asarray(masses), matrix, matrix, jnp.asarray(t)
    )
    assert float(found) == pytest.approx(expected, rel=1e-10)


@jax.jit
def by_all_rules(t, density, share):
    integrals = CollisionIntegrals.of(NAMES)
    mass = SpeciesThermodynamics.load(NAMES).molar_mass[1:] / 6.02214076e23
    q = integrals.between_heavy(t, share[0] * density, t)
    two = [rule(share[1:], mass, q.diffusion, q.viscosity, t) for rule in RULES]
    return (*two, wilke_viscosity(share[1:], mass, q.viscosity, t))


@pytest.mark.parametrize("state", [STATES[place] for place in (1, 6, 11)], ids=["1000", "10000", "20000"])
def test_rules_against_mutation(state):
    """mutationpp2020; the rule of Yos there has electrons among the fractions, see the docstring."""
    density = state.pressure / (1.380649e-23 * state.temperature)
    system, yos, wilke = by_all_rules(*numbers(state.temperature, density, state.fractions))
    assert float(system) == pytest.approx(state.values[0], rel=0.04)
    assert float(wilke) == pytest.approx(state.values[2], rel=0.02)
    assert -0.07 < float(yos / system) - 1.0 < 1e-6
