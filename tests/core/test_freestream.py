"""Derived numbers of the free stream and of a path."""

import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Freestream, Trajectory

TIMES = 3


@pytest.fixture
def path():
    """A path with a number of its own in every channel."""
    names = [name for name in Trajectory.__dataclass_fields__ if name != "assumptions"]
    values = {name: jnp.full(TIMES, 1.0 + place) for place, name in enumerate(names)}
    return Trajectory(**(values | {"position": jnp.ones((TIMES, 3)), "velocity": jnp.ones((TIMES, 3))}))


def test_mach_number_and_dynamic_pressure():
    stream = Freestream(*map(jnp.asarray, (0.4, 5.5e3, 217.0, 295.0, 590.0)))
    assert float(stream.mach) == pytest.approx(2.0)
    assert float(stream.dynamic_pressure) == pytest.approx(0.5 * 0.4 * 590.0**2)


def test_a_path_hands_on_its_air(path):
    stream = path.freestream
    for name in ("density", "pressure", "temperature", "sound_speed"):
        np.testing.assert_array_equal(getattr(stream, name), getattr(path, name))
    np.testing.assert_array_equal(stream.speed, path.airspeed)
    np.testing.assert_allclose(path.mach, stream.mach)


def test_load_factor_is_in_units_of_standard_gravity(path):
    expected = np.hypot(path.lift_acceleration, path.drag_acceleration) / 9.80665
    np.testing.assert_allclose(path.load_factor, expected)


def test_a_path_is_frozen(path):
    with pytest.raises(AttributeError):
        path.speed = path.time
