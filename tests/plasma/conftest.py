import jax.numpy as jnp
import pytest

from boostglide.core import Freestream, Trajectory
from boostglide.gas import EquilibriumAir
from boostglide.planet import StandardAtmosphere1976


@pytest.fixture(scope="session")
def air():
    return EquilibriumAir.load()


@pytest.fixture(scope="session")
def atmosphere():
    return StandardAtmosphere1976()


@pytest.fixture(scope="session")
def point(atmosphere):
    """A point of flight from altitude and speed."""

    def make(altitude, speed):
        ambient = atmosphere(jnp.asarray(altitude, dtype=float))
        return Freestream(
            ambient.density,
            ambient.pressure,
            ambient.temperature,
            ambient.sound_speed,
            jnp.asarray(speed, dtype=float),
        )

    return make


@pytest.fixture(scope="session")
def path(atmosphere):
    """A made-up path: constant altitude, any speed history."""

    def make(time, speed, altitude=45e3):
        time, speed = jnp.asarray(time, dtype=float), jnp.asarray(speed, dtype=float)
        one = jnp.ones_like(time)
        zero, vector = 0.0 * one, jnp.zeros((time.size, 3))
        ambient = atmosphere(jnp.asarray(altitude))
        density, pressure, temperature, sound = (value * one for value in ambient)
        return Trajectory(
            time=time,
            position=vector,
            velocity=vector,
            latitude=zero,
            longitude=zero,
            altitude=altitude * one,
            ground_range=zero,
            speed=speed,
            flight_path_angle=zero,
            heading=zero,
            density=density,
            pressure=pressure,
            temperature=temperature,
            sound_speed=sound,
            lift_acceleration=zero,
            drag_acceleration=zero,
            mass=one,
            phase=zero,
        )

    return make
