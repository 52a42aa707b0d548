import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas import normal_shock, stagnation_behind_shock
from boostglide.plasma import (
    RadioBand,
    blackout_along,
    blackout_at,
    blackout_stretches,
    critical_density,
)

L1, S, KA = (RadioBand.named(name) for name in ("l1", "s", "ka"))
history = jax.jit(blackout_along)


@pytest.mark.parametrize(
    ("altitude", "ratios"),
    [
        (30e3, (0.07, 12, 200, 7e3, 9e4)),
        (40e3, (0.09, 5, 76, 3e3, 2e4)),
        (50e3, (0.06, 1.9, 37, 1e3, 7e3)),
        (60e3, (0.009, 0.27, 4.2, 240, 1.5e3)),
    ],
)
def test_electron_density_at_the_nose(air, atmosphere, point, altitude, ratios):
    """Earlier estimate with Cantera, in critical densities of GPS L1, at Mach 8, 10, 12, 15 and 20."""
    sound = float(atmosphere(jnp.asarray(altitude)).sound_speed)
    nose = jax.jit(stagnation_behind_shock)
    for mach, ratio in zip((8, 10, 12, 15, 20), ratios, strict=True):
        density = nose(point(altitude, mach * sound), air).electron_density / critical_density(L1.frequency)
        assert ratio / 1.5 < float(density) < ratio * 1.5


@pytest.mark.parametrize(
    ("altitude", "measured", "ratio"),
    [(84.77e3, 8.76e16, 25.0), (80.77e3, 7.88e17, 5.7), (71.93e3, 9.57e18, 2.2)],
)
def test_equilibrium_is_an_upper_bound_in_flight(air, point, altitude, measured, ratio):
    """Reflectometer on a sphere-cone at 7.65 km/s, NASA TN D-6062 Table X, station 1, as transcribed."""
    density = float(jax.jit(normal_shock)(point(altitude, 7650.0), air).electron_density)
    assert density > measured
    assert density / measured == pytest.approx(ratio, rel=0.05)


def test_history_along_a_path(air, path, point):
    """A vehicle slows from 7 to 1 km/s at 45 km: first blocked, then open; Ka opens first."""
    time = np.linspace(0.0, 600.0, 61)
    trajectory = path(time, 7000.0 - 10.0 * time)
    found = history(trajectory, 0.1, L1, air)
    assert found.attenuation.shape == (61,)
    assert bool(found.blocked[0]) and not bool(found.blocked[-1])
    assert bool(jnp.all(found.within))
    assert not bool(jnp.any(found.blocked & found.degraded))
    stretches = blackout_stretches(trajectory.time, found.excess)
    assert len(stretches) == 1 and stretches[0].is_cut
    coarse = blackout_stretches(trajectory.time, found.blocked)
    assert coarse[0].end == pytest.approx(stretches[0].end, abs=5.0)
    speed = 7000.0 - 10.0 * stretches[0].end
    edge = blackout_at(point(45e3, speed), jnp.asarray(0.1), L1, air)
    assert float(edge.attenuation) == pytest.approx(float(L1.margin), rel=0.05)
    high = history(trajectory, 0.1, KA, air)
    assert blackout_stretches(trajectory.time, high.excess)[0].end < stretches[0].end


def test_thicker_nose_blocks_more(air, point):
    at = jax.jit(blackout_at)
    thin, thick = (at(point(45e3, 4000.0), jnp.asarray(radius), L1, air) for radius in (0.02, 0.2))
    assert float(thick.thickness) == pytest.approx(10.0 * float(thin.thickness))
    assert float(thick.absorption) == pytest.approx(10.0 * float(thin.absorption))
