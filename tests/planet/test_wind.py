"""Wind profiles, against numpy and the winds of the NESC check cases."""

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.planet import AbstractWind, ConstantWind, WindProfile

FOOT = 0.3048


def test_constant_wind():
    wind = ConstantWind(eastward=12.0, northward=-3.0)
    for altitude in (-100.0, 0.0, 50e3, 2e6):
        assert [float(each) for each in wind(jnp.asarray(altitude))] == [12.0, -3.0]
        assert wind.contains(jnp.asarray(altitude))
    assert not wind.contains(jnp.asarray(jnp.nan))


def test_still_air_is_the_default():
    assert [float(each) for each in ConstantWind()(jnp.asarray(0.0))] == [0.0, 0.0]


def test_steady_wind_of_nesc_case_7():
    eastward, northward = ConstantWind(eastward=20 * FOOT)(jnp.asarray(5e3))  # 20 ft/s from due west
    assert float(eastward) == pytest.approx(6.096, abs=1e-12)
    assert float(northward) == 0.0


def test_shear_of_nesc_case_8_is_exact():
    # V = 0.003 h - 20 ft/s from the west, h in feet.
    feet = np.array([0.0, 40e3])
    wind = WindProfile.from_points(feet * FOOT, (0.003 * feet - 20) * FOOT, [0.0, 0.0], name="shear")
    height = np.linspace(0.0, 40e3, 77)
    eastward, northward = jax.jit(jax.vmap(wind))(jnp.asarray(height * FOOT))
    np.testing.assert_allclose(eastward, (0.003 * height - 20) * FOOT, atol=1e-12)
    np.testing.assert_array_equal(northward, 0.0)


def test_profile_is_piecewise_linear_and_holds_outside():
    random = np.random.default_rng(3)
    altitudes = np.cumsum(random.uniform(10.0, 5e3, 30))
    east, north = random.normal(0, 30, (2, 30))
    wind = WindProfile.from_points(altitudes, east, north)
    assert isinstance(wind, AbstractWind)
    where = np.concatenate([random.uniform(-5e3, altitudes[-1] + 1e4, 500), altitudes])
    eastward, northward = jax.jit(jax.vmap(wind))(jnp.asarray(where))
    np.testing.assert_allclose(eastward, np.interp(where, altitudes, east), atol=1e-10)
    np.testing.assert_allclose(northward, np.interp(where, altitudes, north), atol=1e-10)
    inside = np.array(jax.vmap(wind.contains)(jnp.asarray(where)))
    np.testing.assert_array_equal(inside, (where >= altitudes[0]) & (where <= altitudes[-1]))


def test_gradient_is_the_shear():
    wind = WindProfile.from_points([0.0, 10e3, 20e3], [0.0, 50.0, 20.0], [5.0, 5.0, -5.0])
    slope = jax.jit(jax.jacfwd(lambda z: jnp.stack(wind(z))))
    np.testing.assert_allclose(slope(jnp.asarray(4e3)), [5e-3, 0.0], atol=1e-15)
    np.testing.assert_allclose(slope(jnp.asarray(14e3)), [-3e-3, -1e-3], atol=1e-15)
    np.testing.assert_allclose(slope(jnp.asarray(24e3)), [0.0, 0.0], atol=1e-15)


def test_members_share_the_table_and_have_their_own_scale():
    wind = WindProfile.from_points([0.0, 10e3], [0.0, 50.0], [4.0, 4.0], scale=jnp.asarray([0.0, 1.0, 2.0]))
    axes = jax.tree.map(lambda leaf: 0 if leaf.ndim == 1 else None, wind)
    evaluate = eqx.filter_jit(lambda w: jax.vmap(lambda each: each(jnp.asarray(5e3)), (axes,))(w))
    eastward, northward = evaluate(wind)
    np.testing.assert_allclose(eastward, [0.0, 25.0, 50.0])
    np.testing.assert_allclose(northward, [0.0, 4.0, 8.0])


@pytest.mark.parametrize(
    "points, message",
    [
        (([0.0], [1.0], [1.0]), "2 to 10,000"),
        (([0.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0]), "`eastward` must hold one finite"),
        (([0.0, 1.0], [1.0, 1.0], [1.0, np.nan]), "`northward` must hold one finite"),
        (([0.0, np.inf], [1.0, 1.0], [1.0, 1.0]), "`altitudes` must hold one finite"),
        (([1.0, 1.0], [1.0, 1.0], [1.0, 1.0]), "must rise"),
    ],
)
def test_malformed_profiles_are_refused(points, message):
    with pytest.raises(ValueError, match=message):
        WindProfile.from_points(*points)
