import hashlib
import time

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import data_path, load_arrays, load_yaml
from boostglide.gas import STANDARD_AIR, EquilibriumAir

by_temperature = jax.jit(lambda air, p, t: air.state_from_temperature(pressure=p, temperature=t))
by_entropy = jax.jit(lambda air, p, s: air.state_from_entropy(pressure=p, entropy=s))
by_enthalpy = jax.jit(lambda air, p, h: air.state(pressure=p, enthalpy=h))


@pytest.fixture(scope="module")
def sample(reference):
    """Random points of the whole table with direct Cantera values."""
    generator = np.random.default_rng(20)
    pressure = 10 ** generator.uniform(0, 8, 700)
    temperature = np.exp(generator.uniform(np.log(200), np.log(20000), 700))
    rows = []
    for t, p in zip(temperature, pressure, strict=True):
        gas = reference.at(t, p)
        direct = [gas.h + reference.offset, gas.density, gas.s, gas["NO"].X[0]]
        electrons, entropy, state = reference.electrons(), gas.s, gas.state
        sides = [reference.compressed(entropy, p * factor).density for factor in (0.999, 1.001)]
        gas.state = state
        rows.append([*direct, electrons, np.sqrt(0.002 * p / (sides[1] - sides[0]))])
    return (jnp.asarray(pressure), jnp.asarray(temperature), *map(jnp.asarray, np.array(rows).T))


def worst(computed, direct):
    return float(jnp.max(jnp.abs(computed / direct - 1.0)))


def test_table_against_cantera(air, sample):
    pressure, temperature, enthalpy, density, entropy, nitric_oxide, electrons, sound = sample
    state = jax.jit(jax.vmap(lambda p, h: air.state(pressure=p, enthalpy=h)))(pressure, enthalpy)
    assert bool(jnp.all(state.within))
    assert worst(state.temperature, temperature) < 1e-3
    assert worst(state.density, density) < 1e-3
    assert worst(state.entropy, entropy) < 1e-4
    assert worst(state.sound_speed, sound) < 3e-3
    assert float(jnp.max(jnp.abs(state.nitric_oxide - nitric_oxide))) < 1e-5
    enough = electrons > 1e10
    assert int(jnp.sum(enough)) > 300
    assert worst(state.electron_density[enough], electrons[enough]) < 0.01


def test_state_from_temperature(air, sample):
    pressure, temperature, enthalpy, *_, electrons, _ = sample
    state = jax.jit(jax.vmap(lambda p, t: air.state_from_temperature(pressure=p, temperature=t)))(
        pressure, temperature
    )
    assert worst(state.temperature, temperature) < 1e-10
    assert worst(state.enthalpy, enthalpy) < 1e-3
    enough = electrons > 1e10
    assert worst(state.electron_density[enough], electrons[enough]) < 0.01


def test_state_from_entropy_returns(air, sample):
    pressure, temperature = sample[:2]
    state = jax.jit(jax.vmap(lambda p, s: air.state_from_entropy(pressure=p, entropy=s)))(pressure, sample[4])
    assert worst(state.temperature, temperature) < 1e-3


@pytest.mark.parametrize("temperature", [50.0, 120.0, 199.0, 201.0, 270.65])
def test_cold_air(air, temperature):
    state = by_temperature(air, jnp.asarray(0.3), jnp.asarray(temperature))
    constant = 8.31446261815324 / 0.0289638203
    assert float(state.temperature) == pytest.approx(temperature, rel=1e-6)
    assert float(state.density) == pytest.approx(0.3 / (constant * temperature), rel=1e-5)
    assert float(state.enthalpy) == pytest.approx(
        (0.990316 * 3.5 + 0.009684 * 2.5) * constant * temperature, rel=5e-4
    )
    assert float(state.sound_speed) == pytest.approx((1.4 * constant * temperature) ** 0.5, rel=2e-3)
    assert float(state.electron_density) < 1.0
    assert bool(state.within)
    back = by_entropy(air, state.pressure, state.entropy)
    assert float(back.temperature) == pytest.approx(temperature, rel=1e-6)


def test_gibbs_relation_in_cold_and_hot_air(air):
    """T ds = dh at constant pressure, from the derivative of the table and of its continuation."""
    pressure = jnp.asarray(2e3)
    slope_of = jax.jit(jax.grad(lambda h: air.state(pressure=pressure, enthalpy=h).entropy))
    for enthalpy in (8e4, 1.9e5, 2.5e5, 2e6, 1e7, 5e7):
        temperature = by_enthalpy(air, pressure, jnp.asarray(enthalpy)).temperature
        assert float(slope_of(jnp.asarray(enthalpy)) * temperature) == pytest.approx(1.0, abs=3e-3)


@pytest.mark.parametrize(
    ("pressure", "temperature", "within"),
    [(0.5, 900.0, True), (0.5, 2000.0, False), (2e8, 300.0, False), (1e5, 30.0, False), (1e5, 2.1e4, False)],
)
def test_range_flag(air, pressure, temperature, within):
    state = by_temperature(air, jnp.asarray(pressure), jnp.asarray(temperature))
    assert bool(state.within) is within


@pytest.mark.parametrize(
    ("pressure", "temperatures", "tolerance"),
    [(10132.5, (3000.0, 5000.0, 7000.0, 10000.0, 15000.0), 1e-3), (1e7, (2500.0, 4000.0, 12000.0), 4e-3)],
)
def test_electron_fraction_against_cea(air, pressure, temperatures, tolerance):
    """The other code has all species of the elements too, negative ions among them."""
    cea = pytest.importorskip("cea")
    names = list(STANDARD_AIR)
    reactants = cea.Mixture(names, ions=True)
    products = cea.Mixture(names, products_from_reactants=True, ions=True)
    solver = cea.EqSolver(products, reactants=reactants, ions=True)
    solution = cea.EqSolution(solver)
    weights = reactants.moles_to_weights(np.array(list(STANDARD_AIR.values())))
    for temperature in temperatures:
        solver.solve(solution, cea.TP, temperature, pressure / 1e5, weights)
        assert solution.converged
        state = by_temperature(air, jnp.asarray(pressure), jnp.asarray(temperature))
        fraction = float(state.electron_density / state.number_density)
        assert fraction == pytest.approx(solution.mole_fractions["e-"], rel=tolerance)
        assert float(state.density) == pytest.approx(solution.density, rel=1e-3)


def test_composition_against_cantera(air, sample, reference):
    pressure, temperature, enthalpy = sample[:3]
    found = jax.jit(jax.vmap(lambda p, h: air.composition(pressure=p, enthalpy=h)))(pressure, enthalpy)
    direct = []
    for t, p in zip(temperature, pressure, strict=True):
        direct.append(reference.at(float(t), float(p)).X)
    direct = np.array(direct)
    assert air.species == tuple(reference.gas.species_names)
    assert np.max(np.abs(np.asarray(found) - direct)) < 1e-3
    enough = direct > 1e-6
    assert np.max(np.abs(np.asarray(found)[enough] / direct[enough] - 1.0)) < 0.005


def test_composition_is_neutral_and_has_the_elements_of_air(air, sample):
    pressure, _, enthalpy = sample[:3]
    found = jax.jit(jax.vmap(lambda p, h: air.composition(pressure=p, enthalpy=h)))(pressure, enthalpy)
    charge = jnp.abs(found @ air.thermodynamics.charge)
    ions = found @ jnp.abs(air.thermodynamics.charge)
    assert float(jnp.max(jnp.where(ions > 1e-9, charge / ions, 0.0))) < 0.01
    atoms = found @ air.thermodynamics.elements.T
    assert air.thermodynamics.element_names == ("N", "O", "Ar")
    assert worst(atoms[:, 0] / atoms[:, 1], 0.78084 / 0.209476) < 0.01


def test_electrons_agree_with_the_composition(air, sample):
    pressure, _, enthalpy, *_, electrons, _ = sample
    found = jax.jit(jax.vmap(lambda p, h: air.composition(pressure=p, enthalpy=h)))(pressure, enthalpy)
    state = jax.jit(jax.vmap(lambda p, h: air.state(pressure=p, enthalpy=h)))(pressure, enthalpy)
    density = found[:, air.species.index("e-")] * state.number_density
    enough = electrons > 1e10
    assert worst(density[enough], electrons[enough]) < 0.01


def test_file_is_the_one_described():
    described = load_yaml("gas/equilibrium_air.yaml")
    path = data_path("gas/equilibrium_air.npz")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == described["sha256"]
    assert path.stat().st_size < 3_000_000


def test_loading_is_quick():
    EquilibriumAir.load()
    times = []
    for _ in range(5):
        load_arrays.cache_clear()
        start = time.perf_counter()
        EquilibriumAir.load()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.05


def test_gradient_is_the_slope(air):
    def temperature(enthalpy):
        return by_enthalpy(air, jnp.asarray(1e4), enthalpy).temperature

    middle, step = jnp.asarray(6e6), 1e3
    difference = (temperature(middle + step) - temperature(middle - step)) / (2 * step)
    assert float(jax.grad(temperature)(middle)) == pytest.approx(float(difference), rel=1e-5)
