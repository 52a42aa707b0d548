"""Turning axes, against straight inertial motion."""

import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Vector3
from boostglide.planet import (
    EARTH_ROTATION_RATE,
    fixed_to_inertial_velocity,
    inertial_to_fixed_velocity,
    rotation_acceleration,
)

START, SPEED = np.array([6.5e6, 1e6, -2e6]), np.array([-900.0, 7000.0, 1500.0])


def in_turning_axes(time, rate):
    """Position in axes that turn about z, of a body that coasts in a straight line."""
    x, y, z = START + SPEED * time
    c, s = np.cos(rate * time), np.sin(rate * time)
    return np.array([c * x + s * y, -s * x + c * y, z])


def vector(values):
    return Vector3(*map(jnp.asarray, values))


def test_free_motion_in_turning_axes_has_this_acceleration():
    rate, step = 1e-3, 1.0
    before, now, after = (in_turning_axes(t, rate) for t in (-step, 0.0, step))
    velocity, acceleration = (after - before) / (2 * step), (after - 2 * now + before) / step**2
    computed = np.array(rotation_acceleration(vector(now), vector(velocity), rate))
    np.testing.assert_allclose(computed, acceleration, rtol=2e-6, atol=1e-7)


def test_velocities_convert_both_ways():
    place, inertial = vector(START), vector(SPEED)
    fixed = inertial_to_fixed_velocity(place, inertial)
    np.testing.assert_allclose(np.array(fixed_to_inertial_velocity(place, fixed)), SPEED, rtol=1e-15)


def test_a_body_at_rest_on_the_equator_moves_east():
    zero = vector([0.0, 0.0, 0.0])
    moving = fixed_to_inertial_velocity(vector([6378137.0, 0.0, 0.0]), zero)
    assert float(moving.y) == pytest.approx(465.1011, abs=1e-4)  # equatorial radius times rate
    lifted = rotation_acceleration(vector([6378137.0, 0.0, 0.0]), zero, EARTH_ROTATION_RATE)
    assert float(lifted.x) == pytest.approx(0.033916, abs=1e-6)


def test_coriolis_does_no_work():
    velocity = vector(SPEED)
    coriolis = rotation_acceleration(vector([0.0, 0.0, 6.4e6]), velocity)
    assert abs(float(coriolis.dot(velocity))) < 1e-12
