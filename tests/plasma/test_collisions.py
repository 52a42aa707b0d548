import jax.numpy as jnp
import pytest

from boostglide.plasma import (
    collision_frequency,
    ion_collision_frequency,
    neutral_collision_frequency,
    nicolet_collision_frequency,
)


def banks(nitrogen, oxygen, temperature):
    """Rates of Banks 1966 for N2 and O2 [1/s], densities in 1/cm^3."""
    return 2.33e-11 * nitrogen * (1 - 1.21e-4 * temperature) * temperature + (
        1.82e-10 * oxygen * (1 + 3.6e-2 * temperature**0.5) * temperature**0.5
    )


@pytest.mark.parametrize("temperature", [1500.0, 3000.0, 4000.0])
def test_neutrals_against_banks(temperature):
    density, kelvin = jnp.asarray(1e23), jnp.asarray(temperature)
    expected = banks(0.79e17, 0.21e17, temperature)
    assert 0.5 < float(neutral_collision_frequency(density, kelvin)) / expected < 2.0
    assert 0.5 < float(nicolet_collision_frequency(density, kelvin)) / expected < 2.0


def test_hard_spheres_at_3000_kelvin():
    assert float(neutral_collision_frequency(jnp.asarray(1e23), jnp.asarray(3000.0))) == pytest.approx(
        1.10 * banks(0.79e17, 0.21e17, 3000.0), rel=0.03
    )


def test_ions_by_the_formulary():
    """2.91e-6 n L T^(-3/2) with n 1e14 per cm^3 and T 1 eV: L = 23 - 16.12 = 6.88."""
    expected = 2.91e-6 * 1e14 * 6.8819
    assert float(ion_collision_frequency(jnp.asarray(1e20), jnp.asarray(11604.518))) == pytest.approx(
        expected, rel=1e-4
    )


def test_hot_air_against_a_computed_conductivity(air):
    """7000 K and 0.1 atm: 9.3e9 per second from the conductivity of Mutation++."""
    state = air.state_from_temperature(pressure=jnp.asarray(10132.5), temperature=jnp.asarray(7000.0))
    collisions = collision_frequency(state)
    assert float(collisions.total) == pytest.approx(9.3e9, rel=0.45)
    assert float(collisions.total_nicolet) == pytest.approx(9.3e9, rel=0.2)


def test_no_electrons_no_trouble(air):
    state = air.state_from_temperature(pressure=jnp.asarray(100.0), temperature=jnp.asarray(250.0))
    assert float(collision_frequency(state).ion) == pytest.approx(0.0, abs=1e-9)
