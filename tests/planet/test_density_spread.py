"""Random density along altitude, against the stated covariance, scipy's splines and samples."""

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy.interpolate import BSpline

from boostglide.planet import (
    DensitySpread,
    ExponentialAtmosphere,
    PerturbedAtmosphere,
    StandardAtmosphere1976,
)

FLAT = DensitySpread((0.0, 120e3), (0.1, 0.1), correlation_length=10e3)
GROWING = DensitySpread((0.0, 30e3, 120e3), (0.02, 0.05, 0.25), correlation_length=12e3)
STANDARD = StandardAtmosphere1976()


def deviations(spread, normals, altitude):
    """Deviation of each member at each altitude, shape (members, altitudes)."""
    air = spread.perturb(STANDARD, normals)

    @jax.jit
    def evaluate(coefficients):
        def member(weights):
            each = PerturbedAtmosphere(STANDARD, weights, air.bottom, air.top)
            return jax.vmap(each.deviation)(jnp.asarray(altitude))

        return jax.vmap(member)(coefficients)

    return np.array(evaluate(air.coefficients))


def covariance(spread, altitude):
    """Exact covariance of the model: the deviation is linear in the normal numbers."""
    response = deviations(spread, np.eye(spread.columns), altitude)
    return response.T @ response


def test_covariance_is_the_stated_one():
    altitude = np.linspace(0.0, 120e3, 400)
    exact = 0.01 * np.exp(-0.5 * ((altitude[:, None] - altitude) / 10e3) ** 2)
    computed = covariance(FLAT, altitude)
    np.testing.assert_allclose(computed, exact, atol=0.005 * 0.01)
    np.testing.assert_allclose(np.sqrt(np.diag(computed)), 0.1, rtol=0.005)


def test_standard_deviation_follows_its_profile():
    altitude = np.linspace(0.0, 120e3, 200)
    computed = np.sqrt(np.diag(covariance(GROWING, altitude)))
    stated = np.interp(altitude, (0.0, 30e3, 120e3), (0.02, 0.05, 0.25))
    np.testing.assert_allclose(computed, stated, rtol=0.03)  # rounded at the corner at 30 km


def test_samples_have_the_stated_variance_and_correlation():
    members, altitude = 20_000, np.array([20e3, 25e3, 30e3, 50e3, 90e3])
    normals = np.random.default_rng(1).standard_normal((members, FLAT.columns))
    sample = deviations(FLAT, normals, altitude)
    # Four standard errors of the mean, the standard deviation and the correlation.
    np.testing.assert_allclose(sample.mean(axis=0), 0.0, atol=4 * 0.1 / np.sqrt(members))
    np.testing.assert_allclose(sample.std(axis=0), 0.1, rtol=4 / np.sqrt(2 * members) + 0.005)
    expected = np.exp(-0.5 * ((altitude[:, None] - altitude) / 10e3) ** 2)
    np.testing.assert_allclose(np.corrcoef(sample.T), expected, atol=4 / np.sqrt(members) + 0.005)


def test_deviation_is_the_spline_of_an_independent_code():
    normals = np.random.default_rng(2).standard_normal(GROWING.columns)
    air = GROWING.perturb(STANDARD, normals)
    weights = np.array(air.coefficients)
    cell = 120e3 / (len(weights) - 5)
    knots = cell * (np.arange(len(weights) + 4) - 4.0)
    altitude = np.linspace(0.0, 120e3, 301)
    expected = BSpline(knots, weights, 3)(altitude)
    np.testing.assert_allclose(jax.vmap(air.deviation)(jnp.asarray(altitude)), expected, atol=1e-14)


def test_density_and_pressure_are_multiplied_and_the_rest_is_kept():
    air = FLAT.perturb(STANDARD, np.random.default_rng(3).standard_normal(FLAT.columns))
    altitude = jnp.asarray([-4e3, 0.0, 33e3, 119e3, 120e3, 400e3])
    base, varied, deviation = (jax.jit(jax.vmap(each))(altitude) for each in (STANDARD, air, air.deviation))
    factor, same = np.exp(deviation), np.ones(6)
    assert (np.abs(factor - 1) > 1e-3).all()
    np.testing.assert_allclose(np.array(varied) / np.array(base), [factor, factor, same, same], rtol=1e-13)
    assert deviation[0] == deviation[1]
    assert deviation[4] == deviation[5]


def test_no_deviation_is_the_base():
    air = FLAT.perturb(STANDARD, np.zeros(FLAT.columns))
    ratio = jax.jit(lambda z: air(z).density / STANDARD(z).density)(jnp.asarray(50e3))
    assert float(ratio) == pytest.approx(1.0, abs=1e-15)


def test_range_and_name_are_those_of_the_base():
    air = FLAT.perturb(ExponentialAtmosphere(), np.zeros(FLAT.columns))
    assert air.altitude_range == (-5e3, 1000e3)
    assert not air.contains(jnp.asarray(2e6))
    assert air.name.startswith("isothermal atmosphere")
    assert "varied" in air.name
    assert air.references == ("vinh1980", "rasmussen2006")


def test_members_have_one_array_for_each_coefficient():
    normals = np.random.default_rng(4).standard_normal((5, FLAT.columns))
    air = FLAT.perturb(STANDARD, normals)
    assert {each.shape for each in air.coefficients} == {(5,)}
    axes = jax.tree.map(lambda leaf: 0 if leaf.ndim == 1 else None, air)
    density = eqx.filter_jit(lambda a: jax.vmap(lambda each: each(jnp.asarray(40e3)).density, (axes,))(a))(
        air
    )
    alone = eqx.filter_jit(lambda each: each(jnp.asarray(40e3)).density)
    single = [float(alone(FLAT.perturb(STANDARD, row))) for row in normals]
    np.testing.assert_allclose(density, single, rtol=1e-14)


def test_derivatives_are_smooth_to_second_order():
    spread = DensitySpread((0.0, 24e3), (0.1, 0.1), correlation_length=10e3)
    air = spread.perturb(STANDARD, np.random.default_rng(5).standard_normal(spread.columns))
    second = jax.jit(jax.vmap(jax.grad(jax.grad(air.deviation))))
    boundaries = 24e3 / (len(air.coefficients) - 5) * np.arange(1, 4)
    below, above = (np.array(second(jnp.asarray(boundaries + d))) for d in (-1e-3, 1e-3))
    np.testing.assert_allclose(below, above, atol=1e-5 * np.abs(below).max())


@pytest.mark.parametrize(
    "altitudes, deviations, length, message",
    [
        ((0.0,), (0.1,), 1e4, "`altitudes`"),
        ((1.0, 0.0), (0.1, 0.1), 1e4, "`altitudes`"),
        ((0.0, 1e5), (0.1,), 1e4, "`standard_deviations`"),
        ((0.0, 1e5), (0.1, -0.1), 1e4, "`standard_deviations`"),
        ((0.0, 1e5), (0.1, 0.1), 10.0, "`correlation_length` must be at least 833 m"),
        ((0.0, 1e5), (0.1, 0.1), float("nan"), "`correlation_length`"),
    ],
)
def test_malformed_spreads_are_refused(altitudes, deviations, length, message):
    with pytest.raises(ValueError, match=message):
        DensitySpread(altitudes, deviations, length)


def test_a_wrong_number_of_columns_is_refused():
    with pytest.raises(ValueError, match=f"must have {FLAT.columns} columns"):
        FLAT.coefficients(np.zeros((3, 7)))
