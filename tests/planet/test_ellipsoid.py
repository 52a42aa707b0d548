"""Positions on WGS84, against the definition of the ellipsoid and its normal."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Vector3
from boostglide.planet import WGS84, Ellipsoid, fixed_to_geodetic, geodetic_altitude, geodetic_to_fixed

ALTITUDES = (-10e3, -5e3, 0.0, 20e3, 80e3, 1000e3, 35786e3, 50000e3)
SPECIAL = np.array(
    [
        (0.0, 0.0),  # equator
        (np.pi / 2, 0.0),  # poles
        (-np.pi / 2, 0.0),
        (np.pi / 2 - 1e-9, 2.0),
        (0.3, np.pi),  # date line, from both sides
        (-0.3, np.nextafter(-np.pi, 0)),
        (1e-12, -np.pi / 2),
    ]
)


def places(count=400):
    """Special and random latitudes and longitudes [rad]."""
    random = np.random.default_rng(7).uniform((-np.pi / 2, -np.pi), (np.pi / 2, np.pi), (count, 2))
    return jnp.asarray(np.concatenate([SPECIAL, random]).T)


_fixed = jax.jit(jax.vmap(geodetic_to_fixed, (0, 0, None)))
_back = jax.jit(jax.vmap(fixed_to_geodetic))
_altitude = jax.jit(jax.vmap(geodetic_altitude))
_normals = [jax.jit(jax.grad(f)) for f in (geodetic_altitude, lambda p: fixed_to_geodetic(p).altitude)]


def fixed(latitude, longitude, altitude):
    return _fixed(latitude, longitude, jnp.asarray(altitude))


def test_defining_parameters_of_wgs84():
    assert WGS84.polar_radius == pytest.approx(6356752.3142, abs=5e-5)  # NIMA TR8350.2, table 3.3
    assert WGS84.eccentricity_squared == pytest.approx(6.69437999014e-3, rel=1e-11)
    assert WGS84.second_eccentricity_squared == pytest.approx(6.73949674228e-3, rel=1e-11)


@pytest.mark.parametrize("radius, flattening", [(-1.0, 0.0), (6e6, -1e-3), (6e6, 0.2)])
def test_impossible_ellipsoids_are_refused(radius, flattening):
    with pytest.raises(ValueError, match="Argument `"):
        Ellipsoid(radius, flattening)


def test_position_lies_on_the_normal_of_a_point_of_the_ellipsoid():
    latitude, longitude = places()
    foot, above = fixed(latitude, longitude, 0.0), fixed(latitude, longitude, 3e5)
    a, b = WGS84.equatorial_radius, WGS84.polar_radius
    on_surface = (foot.x**2 + foot.y**2) / a**2 + foot.z**2 / b**2
    np.testing.assert_allclose(on_surface, 1.0, atol=1e-15)
    gradient = np.array([foot.x / a**2, foot.y / a**2, foot.z / b**2])
    normal = gradient / np.linalg.norm(gradient, axis=0)
    np.testing.assert_allclose(np.array(above - foot), 3e5 * normal, atol=5e-9)


@pytest.mark.parametrize("altitude", ALTITUDES)
def test_round_trip(altitude):
    latitude, longitude = places()
    back = _back(fixed(latitude, longitude, altitude))
    np.testing.assert_allclose(back.latitude, latitude, atol=1e-13)
    np.testing.assert_allclose(back.altitude, altitude, atol=5e-8)
    # Close to the axis a longitude is worth little: compare the way along the parallel.
    turn = np.angle(np.exp(1j * np.asarray(back.longitude - longitude)))
    np.testing.assert_allclose(turn * np.cos(latitude), 0.0, atol=1e-14)


@pytest.mark.parametrize(
    "altitude, error", [(-10e3, 1e-8), (0.0, 1e-8), (80e3, 1e-8), (200e3, 1e-8), (1e6, 1e-6)]
)
def test_altitude_without_trigonometry(altitude, error):
    latitude, longitude = places(4000)
    computed = _altitude(fixed(latitude, longitude, altitude))
    np.testing.assert_allclose(computed, altitude, rtol=0, atol=error)


def test_altitude_is_exact_at_pole_and_equator():
    pole = Vector3(*map(jnp.asarray, (0.0, 0.0, -WGS84.polar_radius - 123.0)))
    equator = Vector3(*map(jnp.asarray, (0.0, WGS84.equatorial_radius + 123.0, 0.0)))
    for position in (pole, equator):
        assert float(geodetic_altitude(position)) == pytest.approx(123.0, abs=4e-9)
        assert float(fixed_to_geodetic(position).altitude) == pytest.approx(123.0, abs=4e-9)


@pytest.mark.parametrize("latitude", [0.0, 0.7, -np.pi / 2, np.pi / 2])
def test_gradient_of_altitude_is_the_normal(latitude):
    position = geodetic_to_fixed(jnp.asarray(latitude), jnp.asarray(0.4), jnp.asarray(50e3))
    expected = np.array([np.cos(latitude) * np.cos(0.4), np.cos(latitude) * np.sin(0.4), np.sin(latitude)])
    for normal in _normals:
        np.testing.assert_allclose(np.array(normal(position)), expected, atol=1e-9)


def test_derivatives_on_the_axis_are_finite():
    pole = Vector3(*map(jnp.asarray, (0.0, 0.0, 6.4e6)))
    jacobian = jax.jit(jax.jacrev(fixed_to_geodetic))(pole)
    assert np.isfinite(np.array(jacobian)).all()
