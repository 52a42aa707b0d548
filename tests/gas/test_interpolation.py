import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas.interpolation import cell, cubic_weights, invert_rising, with_ghosts


def interpolate(nodes, position):
    index, offset = cell(jnp.asarray(position), nodes.size - 1)
    padded = with_ghosts(nodes, 0)
    return float(cubic_weights(offset) @ jnp.asarray(padded[int(index) : int(index) + 4]))


@pytest.mark.parametrize("position", [0.0, 0.3, 4.5, 7.9, 8.0])
def test_parabola_is_exact(position):
    nodes = 2.0 - 3.0 * np.arange(9.0) + 0.5 * np.arange(9.0) ** 2
    assert interpolate(nodes, position) == pytest.approx(2.0 - 3.0 * position + 0.5 * position**2, abs=1e-12)


def test_error_falls_with_the_third_power():
    errors = []
    for count in (21, 41):
        places = np.linspace(0.0, count - 1.0, 333)
        nodes = np.sin(np.linspace(0.0, 3.0, count))
        exact = np.sin(places * 3.0 / (count - 1.0))
        errors.append(max(abs(interpolate(nodes, p) - e) for p, e in zip(places, exact, strict=True)))
    assert errors[0] / errors[1] > 7.0


def test_outside_is_clamped():
    index, offset = cell(jnp.asarray(-2.0), 8)
    assert (int(index), float(offset)) == (0, 0.0)
    index, offset = cell(jnp.asarray(99.0), 8)
    assert (int(index), float(offset)) == (7, 1.0)


@pytest.mark.parametrize("value", [0.25, 0.3, 5.7, 40.0, 72.25])
def test_inverse(value):
    row = jnp.asarray(with_ghosts((np.arange(9.0) + 0.5) ** 2, 0))
    index, offset = invert_rising(row, jnp.asarray(value))
    assert (int(index) + float(offset) + 0.5) ** 2 == pytest.approx(value, abs=1e-9)
