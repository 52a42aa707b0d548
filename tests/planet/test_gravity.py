"""Zonal gravity: gradient of its potential, symmetries, and the drift of an orbit's node."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Vector3
from boostglide.planet import ZonalGravity

MODELS = {"central": ZonalGravity.central(), "j2": ZonalGravity(), "j4": ZonalGravity.degree_4()}
STRONG = ZonalGravity(j2=0.02, j3=-0.03, j4=0.05)  # terms of one size, so that none hides behind another


def positions():
    direction = np.random.default_rng(1).normal(size=(50, 3))
    radius = np.random.default_rng(2).uniform(6.4e6, 4e7, (50, 1))
    special = [(6.4e6, 0, 0), (0, 0, 6.4e6), (0, 0, -7e6), (0, 7e6, 0)]
    points = direction / np.linalg.norm(direction, axis=1, keepdims=True) * radius
    return Vector3(*jnp.asarray(np.concatenate([special, points]).T))


@pytest.mark.parametrize("model", [*MODELS.values(), STRONG], ids=[*MODELS, "strong"])
def test_acceleration_is_the_gradient_of_the_potential(model):
    place = positions()
    computed = np.array(jax.jit(jax.vmap(model.acceleration))(place))
    expected = np.array(jax.jit(jax.vmap(jax.grad(model.potential)))(place))
    np.testing.assert_allclose(computed, expected, rtol=0, atol=1e-13 * np.abs(expected).max())


def test_potential_solves_the_equation_of_laplace():
    place = Vector3(*map(jnp.asarray, (5e6, -3e6, 4e6)))
    jacobian = jax.jit(jax.jacfwd(STRONG.acceleration))(place)
    trace = jacobian.x.x + jacobian.y.y + jacobian.z.z
    assert abs(float(trace)) < 1e-13 * abs(float(jacobian.x.x))


def test_without_coefficients_gravity_is_central():
    place = positions()
    radius = np.sqrt(place.x**2 + place.y**2 + place.z**2)
    expected = -3.986004418e14 * np.array(place) / radius**3
    np.testing.assert_allclose(
        np.array(jax.vmap(MODELS["central"].acceleration)(place)), expected, rtol=1e-15
    )


def test_surface_gravity_matches_normal_gravity_of_wgs84():
    # NIMA TR8350.2, table 3.4: 9.7803253359 and 9.8321849378 m/s^2, the centrifugal part included.
    equator = ZonalGravity.degree_4().acceleration(Vector3(*map(jnp.asarray, (6378137.0, 0.0, 0.0))))
    pole = ZonalGravity.degree_4().acceleration(Vector3(*map(jnp.asarray, (0.0, 0.0, 6356752.3142))))
    assert float(equator.x) + 7.292115e-5**2 * 6378137.0 == pytest.approx(-9.7803253359, abs=4e-5)
    assert float(pole.z) == pytest.approx(-9.8321849378, abs=9e-5)


def test_even_terms_are_symmetric_about_the_equator_and_the_odd_one_is_not():
    north, south = (Vector3(*map(jnp.asarray, (5e6, 1e6, z))) for z in (4e6, -4e6))
    for model, sign in ((ZonalGravity(), 0.0), (ZonalGravity(j2=0.0, j4=-1e-3), 0.0)):
        up, down = model.acceleration(north), model.acceleration(south)
        assert float(up.x - down.x) == sign
        assert float(up.z + down.z) == sign
    odd = ZonalGravity(j2=0.0, j3=-1e-3)
    assert float(odd.acceleration(north).x - odd.acceleration(south).x) != 0


def test_node_of_a_circular_orbit_drifts_at_the_published_rate():
    # Mean torque about the line of nodes over one orbit gives -1.5 n J2 (a_e/a)^2 cos i.
    radius, inclination = 7.0e6, 0.9
    angle = jnp.linspace(0, 2 * jnp.pi, 720, endpoint=False)
    place = Vector3(
        radius * jnp.cos(angle),
        radius * jnp.sin(angle) * np.cos(inclination),
        radius * jnp.sin(angle) * np.sin(inclination),
    )
    model = ZonalGravity()
    pull = jax.jit(jax.vmap(model.acceleration))(place)
    motion = np.sqrt(model.gravitational_parameter / radius**3)
    torque = float(jnp.mean(place.y * pull.z - place.z * pull.y))
    drift = torque / (motion * radius**2 * np.sin(inclination))
    expected = -1.5 * motion * model.j2 * (model.equatorial_radius / radius) ** 2 * np.cos(inclination)
    assert drift == pytest.approx(expected, rel=1e-10)


def test_impossible_planets_are_refused():
    with pytest.raises(ValueError, match="must be positive"):
        ZonalGravity(gravitational_parameter=-1.0)
