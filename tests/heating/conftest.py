import jax.numpy as jnp
import pytest

from boostglide.core import Freestream, Trajectory


@pytest.fixture
def stream():
    def make(density, temperature, speed):
        pressure = density * 287.05287 * temperature
        sound_speed = (1.4 * 287.05287 * temperature) ** 0.5
        values = (density, pressure, temperature, sound_speed, speed)
        return Freestream(*(jnp.asarray(value, dtype=float) for value in values))

    return make


@pytest.fixture
def path():
    """A made-up path: constant air, any speed history."""

    def make(time, speed, density=1.015e-3, temperature=270.65):
        time = jnp.asarray(time, dtype=float)
        one = jnp.ones_like(time)
        air = (density * one, density * 287.05287 * temperature * one, temperature * one, 330.0 * one)
        zero = jnp.zeros_like(time)
        vector = jnp.zeros((time.size, 3))
        speed = jnp.asarray(speed, dtype=float) * one
        return Trajectory(
            time, vector, vector, zero, zero, 5e4 * one, zero, speed, zero, zero, *air, zero, zero, one, zero
        )

    return make
