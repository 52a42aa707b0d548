"""Axes at a position without trigonometry, against the axes at latitude and longitude; the sphere."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Vector3
from boostglide.planet import (
    MEAN_RADIUS,
    WGS84,
    fixed_to_geodetic,
    geodetic_altitude,
    geodetic_axes,
    geodetic_to_fixed,
    local_axes,
    sphere,
)

AXES = jax.jit(jax.vmap(geodetic_axes))
JACOBIAN = jax.jit(jax.jacfwd(geodetic_axes))
SPECIAL = [(0.0, 0.0), (np.pi / 2 - 1e-9, 2.0), (1e-12, -np.pi / 2), (-0.3, np.pi), (-1.5707963, -3.0)]


def places(count=2000):
    random = np.random.default_rng(11).uniform((-np.pi / 2, -np.pi), (np.pi / 2, np.pi), (count, 2))
    return jnp.asarray(np.concatenate([SPECIAL, random]).T)


def angle(first, second):
    """Length of the difference, which is the angle [rad] as long as both are units."""
    return np.linalg.norm(np.array(first) - np.array(second), axis=0)


@pytest.mark.parametrize("altitude", [-10e3, 0.0, 100e3, 1000e3])
def test_axes_agree_with_the_trigonometric_ones(altitude):
    latitude, longitude = places()
    position = jax.vmap(geodetic_to_fixed, (0, 0, None))(latitude, longitude, jnp.asarray(altitude))
    expected = jax.vmap(local_axes)(latitude, longitude)
    for computed, exact in zip(AXES(position), expected, strict=True):
        assert angle(computed, exact).max() < 1e-12


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_axes_at_a_pole_are_those_of_longitude_zero(sign):
    pole = Vector3(*map(jnp.asarray, (0.0, 0.0, sign * 6.4e6)))
    expected = local_axes(jnp.asarray(sign * np.pi / 2), jnp.asarray(0.0))
    for computed, exact in zip(geodetic_axes(pole), expected, strict=True):
        np.testing.assert_allclose(np.array(computed), np.array(exact), atol=1e-15)
    jacobian = JACOBIAN(pole)
    assert all(np.isfinite(leaf) for leaf in jax.tree.leaves(jacobian))


def test_up_is_the_gradient_of_the_altitude():
    position = geodetic_to_fixed(*map(jnp.asarray, (0.7, -1.1, 45e3)))
    gradient = jax.grad(lambda p: fixed_to_geodetic(p).altitude)(position)
    np.testing.assert_allclose(np.array(geodetic_axes(position).up), np.array(gradient), atol=1e-11)


@jax.jit
@partial(jax.vmap, in_axes=(0, 0, None))
def around_a_sphere(latitude, longitude, altitude):
    ball = sphere(MEAN_RADIUS)
    position = geodetic_to_fixed(latitude, longitude, altitude, ball)
    axes, exact = geodetic_axes(position, ball), local_axes(latitude, longitude)
    return position, axes, exact, geodetic_altitude(position, ball), fixed_to_geodetic(position, ball)


@pytest.mark.parametrize("altitude", [-5e3, 0.0, 80e3, 1000e3])
def test_a_sphere_has_one_latitude(altitude):
    latitude, longitude = places(200)
    position, axes, exact, height, back = around_a_sphere(latitude, longitude, jnp.asarray(altitude))
    np.testing.assert_allclose(np.linalg.norm(position, axis=0), MEAN_RADIUS + altitude, rtol=1e-15)
    direction = np.array(position) / (MEAN_RADIUS + altitude)
    np.testing.assert_allclose(direction, np.array(exact.up), atol=1e-15)
    for computed, expected in zip(axes, exact, strict=True):
        assert angle(computed, expected).max() < 5e-15
    np.testing.assert_allclose(height, altitude, atol=4e-9)
    np.testing.assert_allclose(back.altitude, altitude, atol=4e-9)
    np.testing.assert_allclose(back.latitude, latitude, atol=1e-13)


def test_spheres_are_checked():
    assert sphere().equatorial_radius == MEAN_RADIUS
    assert sphere().polar_radius == MEAN_RADIUS
    assert sphere(6371e3) != WGS84
    with pytest.raises(ValueError, match="equatorial_radius"):
        sphere(-1.0)
