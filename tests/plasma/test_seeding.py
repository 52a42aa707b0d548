import jax
import jax.numpy as jnp
import pytest

from boostglide.plasma import POTASSIUM, RadioBand, blackout_at, saha_density, seeded_electron_density


def hot(air, temperature, pressure=1e4):
    return air.state_from_temperature(pressure=jnp.asarray(pressure), temperature=jnp.asarray(temperature))


def test_saha_against_published_constants():
    """log10 S = 15.3828 + 1.5 log10 T - 5040 E / T in 1/cm^3 for a ratio of weights 2 g1 / g0 of one."""
    for temperature, energy in ((3000.0, 5.13908), (4000.0, POTASSIUM)):
        expected = 10 ** (15.3828 + 1.5 * jnp.log10(temperature) - 5039.9 * energy / temperature) * 1e6
        found = saha_density(jnp.asarray(temperature), energy)
        assert float(found) == pytest.approx(float(expected), rel=1e-3)


@pytest.mark.parametrize("share", [1e-7, 1e-5, 1e-3])
@pytest.mark.parametrize("temperature", [1500.0, 3000.0, 6000.0])
def test_charge_balance(air, share, temperature):
    state = hot(air, temperature)
    electrons = float(seeded_electron_density(state, jnp.asarray(share)))
    clean, metal = float(state.electron_density), share * float(state.number_density)
    saha = float(saha_density(state.temperature))
    ions = clean**2 / electrons + metal * saha / (saha + electrons)
    assert ions == pytest.approx(electrons, rel=1e-9)
    assert electrons > clean


def test_no_alkali_changes_nothing(air):
    state = hot(air, 3000.0)
    assert float(seeded_electron_density(state, jnp.asarray(0.0))) == float(state.electron_density)


def test_alkali_brings_the_blackout_forward(air, point):
    at = jax.jit(blackout_at)
    band, flight = RadioBand.named("l1"), point(45e3, 2500.0)
    clean, dirty = (at(flight, jnp.asarray(0.1), band, air, jnp.asarray(share)) for share in (0.0, 1e-5))
    assert not bool(clean.overdense) and bool(dirty.overdense)
    assert dirty.attenuation > clean.attenuation
