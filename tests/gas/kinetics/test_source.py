"""Sources against Cantera, at equilibrium, and against formulas written out; what is conserved."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import AVOGADRO, BOLTZMANN
from boostglide.gas import (
    ElectronExchange,
    Kinetics,
    VibrationalRelaxation,
    cantera_gas,
    equilibrium_composition,
    load_mechanism,
    load_vibrational_relaxation,
)

MECHANISM = load_mechanism("park1993")
NAMES = MECHANISM.species
DENSITY = jnp.asarray(1e-3)


@pytest.fixture(scope="module")
def one():
    return Kinetics.of(MECHANISM, "one")


@pytest.fixture(scope="module")
def shared():
    return Kinetics.of(MECHANISM, "shared")


@jax.jit
def sources(kinetics, temperature, modes, fractions, log_factor=None, density=DENSITY):
    return kinetics.sources(temperature, modes, density, fractions, log_factor)


def some_fractions():
    amounts = np.random.default_rng(3).uniform(0.1, 1.0, len(NAMES))
    return jnp.asarray(amounts / amounts.sum())


@pytest.mark.parametrize("temperature", [500.0, 3000.0, 9000.0, 19000.0])
def test_production_is_that_of_cantera(one, temperature):
    gas, fractions = cantera_gas(MECHANISM), some_fractions()
    gas.TDY = temperature, float(DENSITY), np.asarray(fractions)
    expected = gas.net_production_rates * gas.molecular_weights
    found, _ = sources(one, jnp.asarray(temperature), jnp.zeros(0), fractions)
    assert np.asarray(found) == pytest.approx(expected, rel=1e-10)


def test_nothing_happens_in_equilibrium(shared):
    temperature = 9000.0
    fractions = equilibrium_composition({"N2": 0.79, "O2": 0.21}, temperature, 1e4, NAMES)
    moles = np.array([fractions[name] for name in NAMES])
    mass = np.asarray(shared.thermodynamics.molar_mass)
    pure = jnp.asarray(moles * mass / (moles @ mass))
    density = jnp.asarray(1e4 * float(moles @ mass) / (8.31446261815324 * temperature))
    at = jnp.asarray(temperature)
    found, gain = sources(shared, at, jnp.full(1, temperature), pure, None, density)
    away = sources(shared, at, jnp.full(1, 0.9 * temperature), pure, None, density)
    assert np.max(np.abs(found)) < 1e-6 * np.max(np.abs(away[0]))
    assert abs(float(gain[0])) < 1e-6 * abs(float(away[1][0]))


def test_elements_charge_and_mass_are_conserved(shared):
    found, _ = sources(shared, jnp.asarray(12000.0), jnp.full(1, 6000.0), some_fractions())
    moles = np.asarray(found / shared.thermodynamics.molar_mass)
    rows = np.vstack([shared.thermodynamics.elements, shared.thermodynamics.charge])
    assert np.max(np.abs(rows @ moles)) < 1e-10 * np.max(np.abs(moles))


def test_every_reaction_scales_with_its_factor(one):
    fractions, temperature = some_fractions(), jnp.asarray(9000.0)
    both, _ = sources(one, temperature, jnp.zeros(0), fractions, jnp.full(one.reactions, np.log(2.0)))
    plain, _ = sources(one, temperature, jnp.zeros(0), fractions)
    assert np.asarray(both) == pytest.approx(2.0 * np.asarray(plain), rel=1e-12)


def test_controlling_temperatures(shared):
    """Of N2 + M: forward at sqrt(T Tv), backward at T, as Park's model has it."""
    temperature, modes = jnp.asarray(16000.0), jnp.full(1, 4000.0)
    forward, backward = shared.rates.coefficients(temperature, modes)
    rate = MECHANISM.reactions[0].rate
    assert MECHANISM.reactions[0].equation.startswith("N2 + M")
    assert float(forward[0]) == pytest.approx(rate(8000.0), rel=1e-12)
    hot, balance = shared.rates.coefficients(temperature, jnp.full(1, 16000.0))
    assert float(backward[0]) == pytest.approx(float(balance[0]), rel=1e-12)
    assert float(hot[0]) == pytest.approx(rate(16000.0), rel=1e-12)


def test_electron_impact_cools_electrons(shared):
    """N + e- = N+ + e- + e- alone: the electrons pay the ionisation energy."""
    number = next(
        row for row, each in enumerate(MECHANISM.reactions) if each.kind == "electron-impact-ionisation"
    )
    atom = next(name for name in MECHANISM.reactions[number].reactants if name != "e-")
    energy = {"N": 1402.3e3, "O": 1313.9e3}[atom]  # ionisation energies [J/mol]
    reference = 2.5 * 8.314462618 * 298.15  # the enthalpy of the electron counts from 298.15 K
    assert float(shared.from_electrons[number]) == pytest.approx(energy + reference, rel=2e-3)


def test_relaxation_times_are_those_of_the_data():
    data = load_vibrational_relaxation(NAMES)
    relaxation = VibrationalRelaxation.of(NAMES, data)
    concentration = jnp.zeros(len(NAMES)).at[NAMES.index("O")].set(0.2)
    times = relaxation.times(jnp.asarray(9000.0), concentration)
    pressure = 0.2 * float(AVOGADRO) * float(BOLTZMANN) * 9000.0
    expected = [data.pairs[NAMES[row], "O"].time(9000.0, pressure) for row in relaxation.vibrators]
    assert np.asarray(times) == pytest.approx(expected, rel=1e-12)


def test_electrons_meet_heavy_particles():
    """Coulomb collisions against the formula in Gaussian units, those with molecules by hand."""
    electrons, temperature = ElectronExchange.of(NAMES), 8000.0
    concentration = jnp.full(len(NAMES), 1e-3)
    found = np.asarray(electrons.collision_frequency(jnp.asarray(temperature), concentration))
    k, e, m, n = 1.380649e-16, 4.80320471e-10, 9.1093837e-28, 1e-3 * 6.02214076e23 * 1e-6
    logarithm = np.log(k**3 * temperature**3 / (np.pi * n * e**6))
    ion = 8 / 3 * np.sqrt(np.pi / m) * n * e**4 / (2 * k * temperature) ** 1.5 * logarithm
    section = 7.5e-16 + 5.5e-20 * temperature - 1e-24 * temperature**2
    neutral = n * section * np.sqrt(8 * k * temperature / (np.pi * m))
    assert found[NAMES.index("O+")] == pytest.approx(ion, rel=1e-6)
    assert found[NAMES.index("N2")] == pytest.approx(neutral, rel=1e-6)
    at = jnp.asarray(temperature)
    assert float(electrons.power(at, at, concentration)) == 0.0
    assert float(electrons.power(2.0 * at, at, concentration)) > 0.0


def test_separate_modes_and_wrong_names():
    kinetics = Kinetics.of(load_mechanism("park1993", 5), "separate")
    fractions = jnp.full(5, 0.2)
    _, gain = sources(kinetics, jnp.asarray(9000.0), jnp.array([3000.0, 4000.0, 9000.0]), fractions)
    assert kinetics.modes == 3 and gain[0] > 0.0 and gain[1] > 0.0
    with pytest.raises(ValueError, match="`one`, `shared` or `separate`"):
        Kinetics.of(MECHANISM, "two")


@pytest.mark.parametrize(("atom", "energy"), [("O", 1.3140e6), ("N", 1.4024e6)])
def test_electrons_pay_for_ionisation_by_impact(shared, atom, energy):
    """What faster ionisation takes from the electrons is its energy [J/mol] (13.618 and 14.534 eV)."""
    number = next(
        row
        for row, each in enumerate(MECHANISM.reactions)
        if each.kind == "electron-impact-ionisation" and atom in each.reactants
    )
    state = (jnp.asarray(12000.0), jnp.asarray([12000.0]), some_fractions())
    plain = sources(shared, *state, jnp.zeros(len(MECHANISM.reactions)))
    faster = sources(shared, *state, jnp.zeros(len(MECHANISM.reactions)).at[number].set(1.0))
    ion = NAMES.index(f"{atom}+")
    events = (faster[0] - plain[0])[ion] / shared.thermodynamics.molar_mass[ion]
    assert float((faster[1] - plain[1])[0] / events) == pytest.approx(-energy, rel=0.03)
