"""Derivatives of sampled curves against exact ones."""

import numpy as np
import pytest

from boostglide.study.track_derivative import local_derivative

RATE = 1.1e-3  # [rad/s] of a low orbit
RADIUS = 6.5e6


def circle(time):
    return RADIUS * np.stack([np.cos(RATE * time), np.sin(RATE * time), 0.0 * time], axis=-1)


def test_a_polynomial_of_degree_four_is_met_to_rounding():
    time = np.sort(np.random.default_rng(1).uniform(0.0, 10.0, 40))
    numbers = np.stack([time**4 - time, 3.0 * time**2], axis=-1)
    first, second = (local_derivative(time, numbers, order).values for order in (1, 2))
    np.testing.assert_allclose(first, np.stack([4 * time**3 - 1, 6 * time], axis=-1), atol=1e-7)
    np.testing.assert_allclose(second, np.stack([12 * time**2, 6 + 0 * time], axis=-1), atol=1e-5)


@pytest.mark.parametrize("order", [1, 2])
@pytest.mark.parametrize("noise", [0.0, 20.0])
@pytest.mark.parametrize("step", [2.0, 10.0, 40.0])
def test_the_error_stays_within_the_stated_one(order, noise, step):
    time = np.arange(0.0, 1200.0, step)
    random = np.random.default_rng(5)
    found = local_derivative(time, circle(time) + noise * random.normal(size=(len(time), 3)), order)
    exact = RADIUS * RATE**order
    missed = np.abs(np.linalg.norm(found.values, axis=-1) - exact)
    assert np.mean(missed <= found.error) >= 0.98
    assert found.error.mean() < 0.02 * exact
    if noise:
        assert found.noise == pytest.approx(noise, rel=0.25)


def test_error_falls_with_the_fourth_power_of_the_step():
    errors = []
    for step in (40.0, 20.0, 10.0):
        time = np.arange(0.0, 1200.0, step)
        speed = np.linalg.norm(local_derivative(time, circle(time), 1).values, axis=-1)
        errors.append(np.max(np.abs(speed - RADIUS * RATE)))
    ratios = np.array(errors[:-1]) / errors[1:]
    assert (ratios > 12.0).all()


def test_noise_widens_the_window():
    time = np.arange(0.0, 600.0)
    noisy = circle(time) + 50.0 * np.random.default_rng(2).normal(size=(600, 3))
    assert local_derivative(time, noisy, 1).points > local_derivative(time, circle(time), 1).points


def test_even_steps_take_a_shorter_way_to_the_same_values():
    time = np.arange(0.0, 300.0, 3.0)
    even, uneven = local_derivative(time, circle(time), 1), None
    time = time.copy()
    time[50] += 1e-3
    uneven = local_derivative(time, circle(time), 1)
    np.testing.assert_allclose(even.values[:40], uneven.values[:40], rtol=1e-9)
    np.testing.assert_allclose(even.error[:40], uneven.error[:40], rtol=0.5)
