"""Vacuum, exponential air and tables over altitude, against exact solutions and the standard atmosphere."""

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy.interpolate import PchipInterpolator

from boostglide.planet import (
    AbstractAtmosphere,
    ExponentialAtmosphere,
    ProfileAtmosphere,
    StandardAtmosphere1976,
    Vacuum,
)

STANDARD = jax.jit(jax.vmap(StandardAtmosphere1976()))
KNOTS = np.linspace(0.0, 80e3, 161)
TABLE = STANDARD(jnp.asarray(KNOTS))
GAS = 8.31446261815324 / 28.9644e-3  # [J/kg/K]


@eqx.filter_jit
def over(model, altitude):
    return jax.vmap(model)(altitude)


@eqx.filter_jit
def slopes_of(model, altitude):
    """Derivatives of density, pressure, temperature and speed of sound, a row for each altitude."""
    return jax.vmap(jax.jacfwd(lambda z: jnp.stack(model(z))))(altitude)


def profile(**others):
    return ProfileAtmosphere.from_points(KNOTS, TABLE.density, TABLE.temperature, TABLE.pressure, **others)


@pytest.mark.parametrize(
    "model", [StandardAtmosphere1976(), Vacuum(), ExponentialAtmosphere(), profile(name="a table")]
)
def test_every_atmosphere_keeps_the_contract(model):
    assert isinstance(model, AbstractAtmosphere)
    assert model.name
    assert isinstance(model.references, tuple)
    low, high = model.altitude_range
    altitude = jnp.asarray([low - 1.0, low, 30e3, high, high + 1.0])
    assert np.array(jax.vmap(model.contains)(altitude[1:4])).all()
    assert not model.contains(jnp.asarray(jnp.nan))
    if np.isfinite(float(low)):
        assert np.array(jax.vmap(model.contains)(altitude)).tolist() == [False, True, True, True, False]
    inside = jnp.clip(altitude, -1e4, 1.1e6)
    air = over(model, inside)
    assert all(np.isfinite(value).all() for value in air)
    assert (np.array(air.sound_speed) > 100).all()


def test_vacuum_has_no_air_and_a_mach_number():
    air = Vacuum(temperature=288.15)(jnp.asarray(30e3))
    assert float(air.density) == float(air.pressure) == 0.0
    assert float(air.sound_speed) == pytest.approx(340.294, abs=1e-3)


def test_exponential_air_is_the_exact_isothermal_solution():
    gravity, temperature = 9.80665, 250.0
    scale_height = GAS * temperature / gravity
    model = ExponentialAtmosphere(1.2, scale_height, temperature, GAS)
    altitude = jnp.linspace(-4.9e3, 150e3, 32)
    air = over(model, altitude)
    np.testing.assert_allclose(air.density, 1.2 * np.exp(-np.asarray(altitude) / scale_height), rtol=1e-14)
    np.testing.assert_allclose(air.pressure, air.density * GAS * temperature, rtol=1e-14)
    slope = slopes_of(model, altitude)[:, 1]
    np.testing.assert_allclose(slope, -air.density * gravity, rtol=1e-13)


def test_exponential_air_is_as_coarse_as_stated():
    altitude = jnp.linspace(0.0, 90e3, 181)
    share = np.array(over(ExponentialAtmosphere(), altitude).density / STANDARD(altitude).density)
    assert 0.72 < share.min() < 0.74
    assert 1.3 < share.max() < 1.34


def test_an_ensemble_of_exponential_atmospheres():
    models = eqx.filter_vmap(lambda density: ExponentialAtmosphere(surface_density=density))(
        jnp.asarray([1.0, 2.0])
    )
    density = eqx.filter_jit(eqx.filter_vmap(lambda model: model(jnp.asarray(7.2e3)).density))(models)
    np.testing.assert_allclose(density, np.array([1.0, 2.0]) / np.e, rtol=1e-14)


def test_profile_passes_through_its_points():
    air = over(profile(), jnp.asarray(KNOTS))
    for computed, given in zip(air, TABLE, strict=True):
        np.testing.assert_allclose(computed, given, rtol=1e-12)


def test_profile_is_the_monotone_cubic_of_an_independent_code():
    random = np.random.default_rng(5)
    altitudes = np.cumsum(random.uniform(50.0, 4000.0, 40)) - 3000.0
    densities, temperatures = (
        np.exp(-altitudes / 7e3 + random.normal(0, 0.3, 40)),
        random.uniform(180, 300, 40),
    )
    model = ProfileAtmosphere.from_points(altitudes, densities, temperatures, molar_mass=28.9644e-3)
    within = random.uniform(altitudes[0], altitudes[-1], 300)
    air = over(model, jnp.asarray(within))
    expected = np.exp(PchipInterpolator(altitudes, np.log(densities))(within))
    np.testing.assert_allclose(air.density, expected, rtol=1e-12)
    np.testing.assert_allclose(
        air.temperature, PchipInterpolator(altitudes, temperatures)(within), rtol=1e-12
    )
    np.testing.assert_allclose(air.pressure, air.density * GAS * air.temperature, rtol=1e-12)
    np.testing.assert_allclose(air.sound_speed, np.sqrt(1.4 * air.pressure / air.density), rtol=1e-12)


def test_profile_of_the_standard_atmosphere_gives_it_back():
    altitude = jnp.asarray(np.random.default_rng(6).uniform(0.0, 80e3, 1000))
    air, expected = over(profile(), altitude), STANDARD(altitude)
    # The standard atmosphere has corners; a cell of 500 m that holds one is off by up to 2e-3.
    for computed, exact in zip(air, expected, strict=True):
        difference = np.abs(np.array(computed / exact) - 1)
        assert difference.max() < 2.5e-3
        assert np.quantile(difference, 0.9) < 1e-5


def test_profile_of_an_isothermal_atmosphere_is_exact_and_hydrostatic():
    model = ExponentialAtmosphere(1.2, 7e3, 239.0)
    altitude = jnp.linspace(0.0, 100e3, 11)
    air = over(model, altitude)
    table = ProfileAtmosphere.from_points(altitude, air.density, air.temperature, air.pressure)
    between = jnp.linspace(1.0, 100e3 - 1.0, 333)
    for computed, exact in zip(over(table, between), over(model, between), strict=True):
        np.testing.assert_allclose(computed, exact, rtol=1e-12)
    slope = slopes_of(table, between)[:, 1]
    np.testing.assert_allclose(slope, -over(table, between).pressure / 7e3, rtol=1e-10)


def test_profile_holds_below_and_thins_out_above():
    model = profile()
    below, first = over(model, jnp.asarray([-3e3, 0.0])), TABLE
    for values, table in zip(below, first, strict=True):
        np.testing.assert_allclose(values, table[0], rtol=1e-12)
    top, step, higher = (
        np.array(each) for each in zip(*over(model, jnp.asarray([80e3, 90e3, 100e3])), strict=True)
    )
    np.testing.assert_allclose(higher[0] / step[0], step[0] / top[0], rtol=1e-12)
    assert 0.1 < step[0] / top[0] < 0.25  # a scale height between 4 and 7 km
    np.testing.assert_allclose(step[2:], top[2:], rtol=1e-12)
    slope = slopes_of(model, jnp.asarray([80e3 - 1e-3, 80e3 + 1e-3]))[:, 0]
    assert float(slope[0]) == pytest.approx(float(slope[1]), rel=1e-5)
    assert float(over(model, jnp.asarray([1e9])).density[0]) == 0.0


def test_density_that_rises_at_the_top_stays_constant_above():
    model = ProfileAtmosphere.from_points([0.0, 1.0, 2.0, 3.0], [1.0, 2.0, 3.0, 4.0], [250.0] * 4)
    assert float(model(jnp.asarray(1e5)).density) == pytest.approx(4.0, rel=1e-14)


def test_derivatives_between_the_points():
    altitude, step = jnp.asarray(np.random.default_rng(8).uniform(1e3, 79e3, 50)), 1.0
    model = profile()
    slopes = slopes_of(model, altitude)
    assert np.isfinite(slopes_of(model, jnp.asarray([-1e3, 0.0, 500.0, 80e3, 90e3]))).all()
    high, low, scale = (np.array(over(model, altitude + d)).T for d in (step, -step, 0.0))
    np.testing.assert_array_less(np.abs(slopes - (high - low) / (2 * step)), 1e-6 * scale)


def test_members_share_the_table_and_have_their_own_factor():
    factors = jnp.asarray([0.8, 1.0, 1.2])
    model = profile(density_factor=factors)
    axes = jax.tree.map(lambda leaf: 0 if leaf.ndim == 1 else None, model)
    density = jax.jit(lambda m: jax.vmap(lambda each: each(jnp.asarray(20e3)).density, (axes,))(m))(model)
    np.testing.assert_allclose(density, np.array(factors) * profile()(jnp.asarray(20e3)).density, rtol=1e-14)


def test_a_profile_of_another_name_is_not_compiled_anew():
    passes = []

    @eqx.filter_jit
    def density(model, altitude):
        passes.append(None)
        return model(altitude).density

    altitude = jnp.asarray(10e3)
    first, second = profile(name="one"), profile(name="two", density_factor=2.0)
    assert float(2 * density(first, altitude)) == pytest.approx(float(density(second, altitude)))
    assert len(passes) == 1
    assert (first.name, second.name) == ("one", "two")


@pytest.mark.parametrize(
    "change, message",
    [
        ({"altitudes": [0.0, 1.0, 2.0]}, "`altitudes` must hold 4 to 10,000"),
        ({"altitudes": np.zeros((2, 2))}, "`altitudes` must hold"),
        ({"altitudes": np.arange(10_001.0)}, "`altitudes` must hold"),
        ({"altitudes": [0.0, 2.0, 1.0, 3.0]}, "rise from point to point, but point 3 is 1 m"),
        ({"altitudes": [0.0, 1.0, np.nan, 3.0]}, "point 3 is nan"),
        ({"densities": [1.0, 1.0, 1.0]}, "`densities` must hold one number for each of the 4"),
        ({"densities": [1.0, 0.0, 1.0, 1.0]}, "`densities` must be finite and positive, but is 0 at point 2"),
        ({"temperatures": [1.0, 1.0, 1.0, np.inf]}, "`temperatures` must be finite and positive"),
        ({"pressures": [1.0, 1.0, 1.0, -2.0]}, "`pressures` must be finite and positive"),
        ({"molar_mass": 0.0}, "`molar_mass` must be positive"),
    ],
)
def test_malformed_profiles_are_refused(change, message):
    points = {"altitudes": [0.0, 1.0, 2.0, 3.0], "densities": [1.0] * 4, "temperatures": [250.0] * 4}
    with pytest.raises(ValueError, match=message):
        ProfileAtmosphere.from_points(**{**points, **change})
