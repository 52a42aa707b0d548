"""Theory of Schwartz, Slawsky and Herzfeld: orders of magnitude, limits, conservation."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas import load_vibrational_relaxation
from boostglide.gas.kinetics.schwartz_slawsky_herzfeld import (
    Oscillator,
    SchwartzSlawskyHerzfeld,
    exchange_rate,
    exchange_time,
    translation_time,
)

N2, O2 = Oscillator.load("N2"), Oscillator.load("O2")


def density(temperature):
    """Particles in a volume at 1 atm."""
    return 101325.0 / (1.380649e-23 * temperature)


@pytest.mark.parametrize("molecule", [N2, O2], ids=lambda each: each.name)
@pytest.mark.parametrize("temperature", [1000.0, 3000.0, 8000.0])
def test_within_a_factor_of_three_of_millikan_and_white(molecule, temperature):
    theory = translation_time(molecule, molecule, jnp.asarray(temperature), density(temperature))
    pair = load_vibrational_relaxation(limiting_cross_section="none").pairs[molecule.name, molecule.name]
    assert 1 / 3 < float(theory) / pair.time(temperature, 101325.0) < 3


def test_time_falls_with_density():
    one, two = (float(translation_time(N2, O2, jnp.asarray(5000.0), each)) for each in (1e22, 2e22))
    assert one == pytest.approx(2 * two)


def test_energy_of_the_oscillator():
    """A harmonic oscillator of high temperature has R T, a truncated one half of the dissociation energy."""
    assert float(O2.harmonic_energy(jnp.asarray(1e6))) == pytest.approx(1e6, rel=2e-3)
    limit = 0.5 * (O2.dissociation_temperature - O2.vibrational_temperature)
    assert float(O2.energy(jnp.asarray(1e9))) == pytest.approx(limit, rel=1e-3)


def power(model, temperature, vibrational_temperature, concentration):
    """Power that the molecules of a gas gain [W/m^3]."""
    matrix = model.exchange(jnp.asarray(temperature), jnp.asarray(vibrational_temperature))
    concentration = jnp.asarray(concentration)
    return concentration[np.array(model.vibrators)] * (matrix @ concentration)


@pytest.mark.parametrize("coupled", [False, True])
def test_nothing_changes_in_equilibrium(coupled):
    model = SchwartzSlawskyHerzfeld.of(("N2", "O2"), coupled)
    gain = power(model, 6000.0, [6000.0, 6000.0], [0.5, 0.1])
    scale = power(model, 6000.0, [5000.0, 5000.0], [0.5, 0.1])
    np.testing.assert_allclose(gain, 0.0, atol=1e-9 * float(jnp.max(jnp.abs(scale))))


def test_the_power_is_the_lag_over_the_time():
    """Nitrogen alone: c R (e(T) - e(Tv)) / tau."""
    model = SchwartzSlawskyHerzfeld.of(("N2",))
    (gain,) = power(model, 8000.0, [3000.0], [0.1])
    time = translation_time(N2, N2, jnp.asarray(8000.0), 0.1 * 6.02214076e23)
    lag = N2.energy(jnp.asarray(8000.0)) - N2.energy(jnp.asarray(3000.0))
    assert float(gain) == pytest.approx(float(0.1 * 8.31446261815324 * lag / time))


def test_exchange_pulls_the_molecules_together():
    temperature = jnp.asarray(20000.0)
    time = exchange_time(N2, O2, temperature, 1e22)
    assert float(exchange_rate(N2, O2, temperature, jnp.asarray(6000.0), jnp.asarray(18000.0), time)) > 0
    state = (20000.0, [6000.0, 18000.0], [0.08, 0.02])
    alone = power(SchwartzSlawskyHerzfeld.of(("N2", "O2"), coupled=False), *state)
    gain = power(SchwartzSlawskyHerzfeld.of(("N2", "O2")), *state) - alone
    assert gain[0] > 0 > gain[1]


def test_other_species_take_no_part():
    model = SchwartzSlawskyHerzfeld.of(("O", "N2", "Ar", "O2"))
    assert model.vibrators == (1, 3)
    full = power(model, 9000.0, [3000.0, 5000.0], [0.3, 0.08, 0.01, 0.02])
    bare = power(SchwartzSlawskyHerzfeld.of(("N2", "O2")), 9000.0, [3000.0, 5000.0], [0.08, 0.02])
    np.testing.assert_allclose(full, bare, rtol=1e-12)


def test_slopes_are_finite():
    model = SchwartzSlawskyHerzfeld.of(("N2", "O2"))
    slope = jax.grad(lambda temperature: jnp.sum(model.exchange(temperature, jnp.asarray([3000.0, 5000.0]))))
    assert jnp.isfinite(slope(jnp.asarray(9000.0)))


def test_only_two_molecules_are_known():
    with pytest.raises(ValueError, match="N2 and O2, but not for `NO`"):
        Oscillator.load("NO")
