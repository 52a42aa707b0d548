import jax
import jax.numpy as jnp
import pytest

from boostglide.gas import LOBB, FrozenAir, standoff_distance

distance = jax.jit(standoff_distance)
RADIUS = 31.8e-3


def test_sphere_in_a_ballistic_range(air, stream):
    """Sawada and Dendou 2001, case 3: 2.59 mm measured at 4.68 km/s, 20 kPa, 296 K, radius 31.8 mm."""
    point, radius = stream(20e3, 296.0, 4680.0), jnp.asarray(RADIUS)
    assert float(distance(point, air, radius)) == pytest.approx(2.59e-3, rel=0.05)
    assert float(distance(point, air, radius, LOBB)) == pytest.approx(2.59e-3, rel=0.05)


def test_frozen_layer_is_thicker(air, stream):
    point, radius = stream(75.9, 270.65, 5000.0), jnp.asarray(RADIUS)
    assert distance(point, FrozenAir.load(), radius) > 1.3 * distance(point, air, radius)
