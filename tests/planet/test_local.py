"""Local axes and great circles, against the ellipsoid itself and geographiclib."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from boostglide.planet import MEAN_RADIUS, WGS84, geodetic_to_fixed, great_circle_distance, local_axes

DISTANCES = jax.jit(jax.vmap(great_circle_distance))


def test_mean_radius_belongs_to_wgs84():
    assert pytest.approx((2 * WGS84.equatorial_radius + WGS84.polar_radius) / 3, abs=0.05) == MEAN_RADIUS


@pytest.mark.parametrize("latitude, longitude", [(0.0, 0.0), (0.6, -2.0), (-1.2, np.pi), (np.pi / 2, 0.5)])
def test_axes_are_right_handed_and_orthonormal(latitude, longitude):
    axes = local_axes(jnp.asarray(latitude), jnp.asarray(longitude))
    matrix = np.array([list(axis) for axis in axes])
    np.testing.assert_allclose(matrix @ matrix.T, np.eye(3), atol=1e-15)
    np.testing.assert_allclose(np.array(axes.east.cross(axes.north)), np.array(axes.up), atol=1e-15)


def test_axes_are_the_derivatives_of_the_position():
    place = jnp.asarray([0.6, -2.0, 40e3])
    jacobian = np.array(jax.jit(jax.jacfwd(lambda p: jnp.stack(geodetic_to_fixed(p[0], p[1], p[2]))))(place))
    directions = (jacobian / np.linalg.norm(jacobian, axis=0)).T
    axes = local_axes(place[0], place[1])
    for computed, expected in zip((axes.north, axes.east, axes.up), directions, strict=True):
        np.testing.assert_allclose(np.array(computed), expected, atol=1e-14)


def test_distance_agrees_with_an_independent_code_on_the_sphere():
    sphere = Geodesic(MEAN_RADIUS, 0)
    degrees = np.random.default_rng(3).uniform((-90, -180, -90, -180), (90, 180, 90, 180), (60, 4))
    degrees[:3] = [(0, 179.9, 0, -179.9), (90, 0, -90, 0), (10, 20, 10, 20)]
    computed = DISTANCES(*jnp.asarray(np.deg2rad(degrees).T))
    expected = [sphere.Inverse(*row)["s12"] for row in degrees]
    np.testing.assert_allclose(computed, expected, rtol=1e-13, atol=1e-8)


def test_distance_is_well_conditioned_for_near_and_opposite_places():
    near = great_circle_distance(*map(jnp.asarray, (0.5, 1.0, 0.5 + 1e-9, 1.0)))
    assert float(near) == pytest.approx(1e-9 * MEAN_RADIUS, rel=1e-6)
    far = great_circle_distance(*map(jnp.asarray, (0.0, 0.0, 1e-9, np.pi)))
    assert float(far) == pytest.approx((np.pi - 1e-9) * MEAN_RADIUS, rel=1e-15)


def test_distance_has_finite_derivatives_where_the_places_meet():
    gradient = jax.jit(jax.grad(great_circle_distance, argnums=(0, 1, 2, 3)))(
        *map(jnp.asarray, (0.5, 1.0, 0.5, 1.0))
    )
    assert np.isfinite(np.array(gradient)).all()


def test_ellipsoid_departs_from_the_sphere_by_less_than_the_stated_share():
    rows = np.random.default_rng(5).uniform((-90, -180, -90, -180), (90, 180, 90, 180), (60, 4))
    sphere = np.array(DISTANCES(*jnp.asarray(np.deg2rad(rows).T)))
    exact = np.array([Geodesic.WGS84.Inverse(*row)["s12"] for row in rows])
    assert 1e-3 < np.abs(sphere / exact - 1).max() < 5.7e-3
