import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.plasma import bias_for_drift, gyro_bias_for_drift, gyro_drift, inertial_drift
from boostglide.plasma.navigation import EARTH_RADIUS, SCHULER_RATE

G = 9.80665


def march(bias, tilt_rate, duration, rate, steps=20000):
    """x'' = b + g e t - w^2 x from rest, by a leapfrog march."""
    step, place, speed = duration / steps, 0.0, 0.0
    for number in range(steps):
        time = (number + 0.5) * step
        middle = place + 0.5 * step * speed
        speed += step * (bias + G * tilt_rate * time - rate**2 * middle)
        place = middle + 0.5 * step * speed
    return place


@pytest.mark.parametrize("duration", [300.0, 1800.0, 5000.0])
def test_both_models_against_a_march(duration):
    t = jnp.asarray(duration)
    bias, gyro = inertial_drift(jnp.asarray(1e-3), t), gyro_drift(jnp.asarray(1e-7), t)
    assert float(bias.unaided) == pytest.approx(march(1e-3, 0.0, duration, 0.0), rel=1e-6)
    assert float(bias.schuler) == pytest.approx(march(1e-3, 0.0, duration, SCHULER_RATE), rel=1e-4, abs=1.0)
    assert float(gyro.unaided) == pytest.approx(march(0.0, 1e-7, duration, 0.0), rel=1e-6)
    assert float(gyro.schuler) == pytest.approx(march(0.0, 1e-7, duration, SCHULER_RATE), rel=1e-4)


def test_schuler_period():
    """84.4 minutes, the textbook value."""
    assert 2 * np.pi / SCHULER_RATE / 60.0 == pytest.approx(84.4, abs=0.05)


@pytest.mark.parametrize(
    ("minutes", "milli_g", "degrees_per_hour"), [(10, 23, 23), (20, 5.7, 2.9), (30, 2.5, 0.87)]
)
def test_what_forty_kilometres_need(minutes, milli_g, degrees_per_hour):
    """Earlier estimates without aiding: accelerometer bias and gyroscope drift for a 40 km miss."""
    error, duration = jnp.asarray(40e3), jnp.asarray(60.0 * minutes)
    assert float(bias_for_drift(error, duration).unaided) / (1e-3 * G) == pytest.approx(milli_g, rel=0.02)
    drift = float(gyro_bias_for_drift(error, duration).unaided)
    assert np.degrees(drift) * 3600.0 == pytest.approx(degrees_per_hour, rel=0.02)


@pytest.mark.parametrize(("bias", "kilometres"), [(50e-6, (0.09, 0.35, 0.8)), (1e-3, (1.8, 7.0, 16.0))])
def test_known_grades(bias, kilometres):
    for minutes, expected in zip((10, 20, 30), kilometres, strict=True):
        drift = inertial_drift(jnp.asarray(bias * G), jnp.asarray(60.0 * minutes))
        assert float(drift.unaided) / 1e3 == pytest.approx(expected, rel=0.03)
        assert float(drift.schuler) < float(drift.unaided)


def test_inverse_returns_the_error():
    bias = bias_for_drift(jnp.asarray(5e3), jnp.asarray(900.0))
    assert float(inertial_drift(bias.unaided, jnp.asarray(900.0)).unaided) == pytest.approx(5e3)
    assert float(inertial_drift(bias.schuler, jnp.asarray(900.0)).schuler) == pytest.approx(5e3)
    gyro = gyro_bias_for_drift(jnp.asarray(5e3), jnp.asarray(900.0))
    assert float(gyro_drift(gyro.schuler, jnp.asarray(900.0)).schuler) == pytest.approx(5e3)


def test_small_times_are_exact_and_batched():
    drift = jax.jit(jax.vmap(inertial_drift, (None, 0)))(jnp.asarray(1.0), jnp.asarray([1e-3, 1.0, 10.0]))
    assert np.asarray(drift.schuler) == pytest.approx(np.asarray(drift.unaided), rel=2e-5)


def test_gyro_error_grows_without_bound_on_average():
    """60 nautical miles an hour for each degree an hour, seen after one full period."""
    period = jnp.asarray(2 * np.pi / SCHULER_RATE)
    rate = jnp.asarray(np.radians(1.0) / 3600.0)
    assert float(gyro_drift(rate, period).schuler) == pytest.approx(
        EARTH_RADIUS * float(rate * period), rel=1e-9
    )
