import jax
import jax.numpy as jnp
import pytest

from boostglide.gas import stagnation_behind_shock
from boostglide.plasma import RadioBand, critical_density, onset_speed

L1, S = (RadioBand.named(name) for name in ("l1", "s"))
onset = jax.jit(onset_speed)


@pytest.mark.parametrize(
    ("altitude", "speed", "mach"),
    [(30e3, 2660, 8.8), (40e3, 2860, 9.0), (50e3, 3150, 9.6), (60e3, 3470, 11.0)],
)
def test_onset_speed(air, atmosphere, altitude, speed, mach):
    """An earlier estimate with Cantera: nose layer at the critical density of GPS L1."""
    found = float(onset(jnp.asarray(altitude), L1, air, atmosphere))
    assert found == pytest.approx(speed, rel=0.02)
    assert found / float(atmosphere(jnp.asarray(altitude)).sound_speed) == pytest.approx(mach, rel=0.02)


def test_onset_speed_is_the_crossing(air, atmosphere, point):
    found = onset(jnp.asarray(45e3), S, air, atmosphere)
    nose = jax.jit(stagnation_behind_shock)(point(45e3, found), air)
    assert float(nose.electron_density / critical_density(S.frequency)) == pytest.approx(1.0, rel=1e-6)


def test_onset_speed_out_of_reach(air, atmosphere):
    assert bool(jnp.isnan(onset_speed(jnp.asarray(45e3), S, air, atmosphere, (500.0, 2000.0))))
