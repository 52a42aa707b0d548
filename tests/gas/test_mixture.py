import dataclasses

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas import (
    AIR_WITHOUT_ARGON,
    STANDARD_AIR,
    EquilibriumMixture,
    FrozenAir,
    equilibrium_composition,
)
from boostglide.gas.cantera_phase import new_phase, possible_species

standard = EquilibriumMixture.of(STANDARD_AIR)
carbon_dioxide = EquilibriumMixture.of({"CO2": 1.0})
by_enthalpy = jax.jit(lambda gas, p, h: gas.state(pressure=p, enthalpy=h))
by_temperature = jax.jit(lambda gas, p, t: gas.state_from_temperature(pressure=p, temperature=t))
by_entropy = jax.jit(lambda gas, p, s: gas.state_from_entropy(pressure=p, entropy=s))


@pytest.mark.parametrize(
    ("pressure", "enthalpy"), [(1e4, 3e7), (0.1, 1e5), (1e5, 6e4), (3e6, 8e6), (10.0, 9e7)]
)
def test_standard_air_is_that_of_the_table(air, pressure, enthalpy):
    direct, table = (
        by_enthalpy(each, jnp.asarray(pressure), jnp.asarray(enthalpy)) for each in (standard, air)
    )
    for field in dataclasses.fields(direct):
        one, other = float(getattr(direct, field.name)), float(getattr(table, field.name))
        assert one == pytest.approx(other, rel=4e-3, abs=1e-6), field.name


@pytest.mark.parametrize("gas", [standard, carbon_dioxide], ids=["air", "CO2"])
@pytest.mark.parametrize("temperature", [90.0, 201.0, 2500.0, 9000.0])
def test_states_return(gas, temperature):
    pressure = jnp.asarray(2e4)
    state = by_temperature(gas, pressure, jnp.asarray(temperature))
    assert bool(state.within)
    assert float(by_enthalpy(gas, pressure, state.enthalpy).temperature) == pytest.approx(
        temperature, rel=1e-7
    )
    assert float(by_entropy(gas, pressure, state.entropy).temperature) == pytest.approx(temperature, rel=1e-7)


@pytest.mark.parametrize("pressure", [50.0, 1e5])
def test_dissociating_carbon_dioxide_against_cea(pressure):
    cea = pytest.importorskip("cea")
    reactants = cea.Mixture(["CO2"], ions=True)
    products = cea.Mixture(["CO2"], products_from_reactants=True, ions=True)
    solver = cea.EqSolver(products, reactants=reactants, ions=True)
    solution = cea.EqSolution(solver)
    for temperature in (2500.0, 5000.0, 12000.0):
        solver.solve(
            solution, cea.TP, temperature, pressure / 1e5, reactants.moles_to_weights(np.array([1.0]))
        )
        assert solution.converged
        state = by_temperature(carbon_dioxide, jnp.asarray(pressure), jnp.asarray(temperature))
        fraction = float(state.electron_density / state.number_density)
        assert float(state.density) == pytest.approx(solution.density, rel=1e-3)
        assert fraction == pytest.approx(solution.mole_fractions["e-"], rel=5e-3)


@pytest.mark.parametrize("temperature", [150.0, 3000.0, 11000.0])
def test_derivatives_are_those_of_differences(temperature):
    pressure, step = 3e4, 1e-4
    middle = by_temperature(standard, jnp.asarray(pressure), jnp.asarray(temperature))

    def numbers(p, h):
        state = standard.state(pressure=p, enthalpy=h)
        return jnp.stack(
            [
                state.temperature, state.density, state.entropy, jnp.log(state.sound_speed),
                jnp.log(state.electron_density + 1e-9), state.molar_mass,
            ]
        )  # fmt: skip

    of = jnp.asarray(pressure), middle.enthalpy
    numbers = jax.jit(numbers)
    slopes = jax.jit(jax.jacfwd(numbers, argnums=(0, 1)))(*of)
    for place in (0, 1):
        low, high = (
            numbers(*(value * (1.0 + sign * step * (place == k)) for k, value in enumerate(of)))
            for sign in (-1, 1)
        )
        difference = (high - low) / (2.0 * step * of[place])
        assert np.allclose(slopes[place], difference, rtol=2e-4, atol=1e-12)


def test_composition_conserves_elements():
    state = by_temperature(carbon_dioxide, jnp.asarray(1e4), jnp.asarray(6500.0))
    found = carbon_dioxide.composition(pressure=state.pressure, enthalpy=state.enthalpy)
    shares = dict(zip(carbon_dioxide.species, np.asarray(found), strict=True))
    atoms = {
        key: sum(share * each for name, share in shares.items() for each in [_atoms(name).get(key, 0)])
        for key in ("C", "O")
    }
    assert atoms["O"] / atoms["C"] == pytest.approx(2.0, rel=1e-8)
    assert sum(shares.values()) == pytest.approx(1.0, abs=1e-8)


def _atoms(name):
    from boostglide.gas import load_species

    return load_species((name,))[0].elements


def test_batches_and_shocks(stream):
    from boostglide.gas import normal_shock

    speeds = jnp.asarray([2000.0, 4000.0])
    upstream = stream(100.0, 250.0, 1.0, molar_mass=0.0440095)
    behind = jax.jit(
        jax.vmap(lambda speed: normal_shock(dataclasses.replace(upstream, speed=speed), carbon_dioxide))
    )(speeds)
    assert behind.temperature.shape == (2,)
    assert bool(jnp.all(behind.within))
    flow = upstream.density * speeds
    assert jnp.allclose(behind.density * behind.speed, flow, rtol=1e-9)


@pytest.mark.parametrize(
    ("pressure", "temperature", "within"),
    [(0.5, 900.0, True), (0.5, 2000.0, False), (2e8, 300.0, False), (1e5, 30.0, False), (1e5, 2.1e4, False)],
)
def test_range_flag(pressure, temperature, within):
    state = by_temperature(standard, jnp.asarray(pressure), jnp.asarray(temperature))
    assert bool(state.within) is within


def test_beyond_the_hottest_state_the_edge_is_given():
    state = by_enthalpy(standard, jnp.asarray(1e5), jnp.asarray(5e8))
    assert not bool(state.within)
    assert float(state.temperature) == pytest.approx(20000.0, rel=1e-9)


def test_stream_that_has_not_reacted():
    """Hydrogen and oxygen: cold enthalpy is that of the mixture, equilibrium burns it."""
    mixture = {"H2": 0.05, "O2": 0.05, "Ar": 0.9}
    gas, frozen = EquilibriumMixture.of(mixture), FrozenAir.of(mixture)
    cold = jnp.asarray(300.0)
    assert float(gas.cold_enthalpy(cold)) == float(frozen.cold_enthalpy(cold))
    burnt = by_enthalpy(gas, jnp.asarray(1333.2), gas.cold_enthalpy(cold))
    assert 800.0 < float(burnt.temperature) < 1000.0


def test_traces_follow_mass_action():
    """N + O = NO+ + e- at 900 K, where the solver alone leaves far too few electrons."""
    names = possible_species(AIR_WITHOUT_ARGON)
    found = equilibrium_composition(AIR_WITHOUT_ARGON, 900.0, 1e4)
    gas = new_phase(names)
    gas.TP = 900.0, 1e4
    potential = dict(zip(names, gas.standard_gibbs_RT, strict=True))
    constant = np.exp(potential["N"] + potential["O"] - potential["NO+"] - potential["e-"])
    assert found["NO+"] * found["e-"] / (found["N"] * found["O"]) == pytest.approx(constant, rel=1e-8)
    charges = {"+": 1.0, "-": -1.0}
    total = sum(share * charges.get(name[-1], 0.0) for name, share in found.items())
    assert abs(total) < 1e-9 * found["NO+"]


def test_eleven_species_can_be_asked_for():
    names = ("N2", "O2", "NO", "N", "O", "N2+", "O2+", "NO+", "N+", "O+", "e-")
    found = equilibrium_composition(AIR_WITHOUT_ARGON, 7000.0, 10132.5, names)
    assert tuple(found) == names
    assert found["e-"] == pytest.approx(1.498e-3, rel=2e-3)  # NASA cea 3.3.4 with the same species
