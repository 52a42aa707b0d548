import jax.numpy as jnp
import pytest

from boostglide.core import Freestream


@pytest.fixture
def flight():
    """Flight at a pressure, a temperature and a Mach number."""

    def make(pressure, temperature, mach):
        sound_speed = (1.4 * 287.05287 * temperature) ** 0.5
        values = (pressure / 287.05287 / temperature, pressure, temperature, sound_speed, mach * sound_speed)
        return Freestream(*(jnp.asarray(value, dtype=float) for value in values))

    return make
