"""The US Standard Atmosphere 1976, against its report, an independent code, and its own definitions."""

import equinox as eqx
import fluids
import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.planet import StandardAtmosphere1976, geopotential_altitude

MODEL = StandardAtmosphere1976()
AIR = jax.jit(jax.vmap(MODEL))
# Derivatives of density, pressure, temperature and speed of sound.
SLOPES = jax.jit(jax.vmap(jax.jacfwd(lambda z: jnp.stack(MODEL(z)))))

# NOAA-S/T 76-1562, table I (geometric altitude, metric): km, K, mbar, kg/m^3, as printed. From 80 to 86 km
# the table prints the molecular-scale temperature, so the temperature of 85 km is left to table 8 below.
PRINTED = [
    (-5, "320.676", "1.7776e3", "1.9311e0"),
    (0, "288.150", "1.01325e3", "1.2250e0"),
    (5, "255.676", "5.4048e2", "7.3643e-1"),
    (10, "223.252", "2.6499e2", "4.1351e-1"),
    (15, "216.650", "1.2111e2", "1.9476e-1"),
    (20, "216.650", "5.5293e1", "8.8910e-2"),
    (25, "221.552", "2.5492e1", "4.0084e-2"),
    (30, "226.509", "1.1970e1", "1.8410e-2"),
    (35, "236.513", "5.7459e0", "8.4634e-3"),
    (40, "250.350", "2.8714e0", "3.9957e-3"),
    (45, "264.164", "1.4910e0", "1.9663e-3"),
    (50, "270.650", "7.9779e-1", "1.0269e-3"),
    (55, "260.771", "4.2525e-1", "5.6810e-4"),
    (60, "247.021", "2.1958e-1", "3.0968e-4"),
    (65, "233.292", "1.0929e-1", "1.6321e-4"),
    (70, "219.585", "5.2209e-2", "8.2829e-5"),
    (75, "208.399", "2.3881e-2", "3.9921e-5"),
    (80, "198.639", "1.0524e-2", "1.8458e-5"),
    (85, None, "4.4568e-3", "8.2196e-6"),
    (86, "186.87", "3.7338e-3", "6.958e-6"),
    (90, "186.87", "1.8359e-3", "3.416e-6"),
    (95, "188.42", "7.5966e-4", "1.393e-6"),
    (100, "195.08", "3.2011e-4", "5.604e-7"),
    (110, "240.00", "7.1042e-5", "9.708e-8"),
    (120, "360.00", "2.5382e-5", "2.222e-8"),
    (130, "469.27", "1.2505e-5", "8.152e-9"),
    (140, "559.63", "7.2028e-6", "3.831e-9"),
    (150, "634.39", "4.5422e-6", "2.076e-9"),
    (200, "854.56", "8.4736e-7", "2.541e-10"),
    (300, "976.01", "8.7704e-8", "1.916e-11"),
    (500, "999.24", "3.0236e-9", "5.215e-13"),
    (600, "999.85", "8.2130e-10", "1.137e-13"),
    (750, "999.99", "2.2599e-10", "1.788e-14"),
    (1000, "1000.00", "7.5138e-11", "3.561e-15"),
]

# The same report, table 4: geopotential km, molecular-scale K, mbar.
LEVELS = [
    (11, 216.65, 226.32),
    (20, 216.65, 54.7489),
    (32, 228.65, 8.68019),
    (47, 270.65, 1.10906),
    (51, 270.65, 0.669389),
    (71, 214.65, 0.0395642),
]


@jax.jit
def _compiled(altitude):
    return MODEL(altitude)


def standard(altitude):
    """Air at one altitude, compiled once for all tests."""
    return _compiled(jnp.asarray(altitude))


def unit(printed):
    """One unit of the last printed digit."""
    mantissa, _, power = printed.partition("e")
    return 10.0 ** (int(power or 0) - len(mantissa.partition(".")[2]))


@pytest.mark.parametrize("km, kelvin, millibar, density", PRINTED)
def test_printed_tables(km, kelvin, millibar, density):
    air = standard(km * 1e3)
    if kelvin:
        assert abs(float(air.temperature) - float(kelvin)) <= unit(kelvin)
    assert abs(float(air.density) - float(density)) <= unit(density)
    # Above 86 km the report's own integration differs from an exact one by up to 6e-5.
    assert float(air.pressure) / 100 == pytest.approx(float(millibar), rel=8e-5)


@pytest.mark.parametrize("km, kelvin, millibar", LEVELS)
def test_levels_between_the_layers(km, kelvin, millibar):
    altitude = 6356766.0 * km * 1e3 / (6356766.0 - km * 1e3)
    assert float(geopotential_altitude(altitude)) == pytest.approx(km * 1e3, abs=1e-6)
    air = standard(altitude)
    assert float(air.temperature) == pytest.approx(kelvin, abs=1e-6)
    assert float(air.pressure) == pytest.approx(millibar * 100, rel=5e-6)


def test_kinetic_temperature_between_80_and_86_km_follows_table_8():
    # Ratio of molar masses, 80.5 to 86 km in steps of 0.5 km.
    printed = [0.999996, 0.999989, 0.999971, 0.999941, 0.999909, 0.99987]
    printed += [0.999829, 0.999786, 0.999741, 0.999694, 0.999641, 0.999579]
    altitude = jnp.arange(80.5e3, 86.1e3, 500.0)
    air = AIR(altitude)
    scale = air.sound_speed**2 / (1.4 * 8314.32 / 28.9644)
    np.testing.assert_allclose(air.temperature / scale, printed, atol=2.5e-6)


@pytest.mark.parametrize("altitude", [-4999.0, 0.0, 4321.0, 12e3, 25e3, 40e3, 49e3, 60e3, 79e3, 85e3])
def test_independent_code_below_86_km(altitude):
    air, other = standard(altitude), fluids.ATMOSPHERE_1976(altitude)
    assert float(air.density) == pytest.approx(other.rho, rel=2e-6)
    assert float(air.pressure) == pytest.approx(other.P, rel=2e-6)
    assert float(air.sound_speed) == pytest.approx(other.v_sonic, rel=2e-6)


def test_sea_level_speed_of_sound():
    assert float(standard(0.0).sound_speed) == pytest.approx(340.294, abs=5e-4)  # table III


def test_hydrostatic_equilibrium_in_the_layers():
    altitude = jnp.asarray(np.random.default_rng(4).uniform(-5e3, 86e3, 500))
    slope = SLOPES(altitude)[:, 1]
    gravity = 9.80665 * (6356766.0 / (6356766.0 + altitude)) ** 2
    np.testing.assert_allclose(slope, -AIR(altitude).density * gravity, rtol=1e-12)


def test_hydrostatic_equilibrium_holds_nearly_above_the_layers():
    # The report's species carry empirical fluxes, so that the mixture is in equilibrium only on the whole.
    altitude = jnp.asarray([87e3, 93e3, 98e3, 108e3, 130e3, 250e3, 450e3, 900e3])
    slope = SLOPES(altitude)[:, 1]
    gravity = 9.80665 * (6356766.0 / (6356766.0 + altitude)) ** 2
    np.testing.assert_allclose(slope, -AIR(altitude).density * gravity, rtol=0.03)


@pytest.mark.parametrize("altitude", [11019.07, 86e3, 91e3, 95e3, 100e3, 110e3, 120e3, 150e3, 300e3, 500e3])
def test_continuity(altitude):
    below, above = (np.array(standard(altitude + d)) for d in (-1e-4, 1e-4))
    np.testing.assert_allclose(below, above, rtol=1e-7)


def test_density_falls_everywhere():
    altitude = jnp.linspace(-5e3, 1e6, 20001)
    density = AIR(altitude).density
    assert (np.diff(density) < 0).all()


def test_factor_multiplies_density_and_pressure_alone():
    thick = StandardAtmosphere1976(density_factor=1.2)(jnp.asarray(30e3))
    np.testing.assert_allclose(np.array(thick) / np.array(standard(30e3)), [1.2, 1.2, 1.0, 1.0], rtol=1e-15)


def test_an_ensemble_maps_over_the_factor():
    factor = jnp.asarray([0.8, 1.0, 1.2])
    models = eqx.filter_vmap(StandardAtmosphere1976)(factor)
    density = eqx.filter_jit(eqx.filter_vmap(lambda model: model(jnp.asarray(50e3)).density))(models)
    np.testing.assert_allclose(density, factor * standard(50e3).density, rtol=1e-15)


def test_batch_and_compiled_code_agree_with_single_calls():
    altitude = jnp.asarray([-5e3, 0.0, 11e3, 50e3, 85.9e3, 86.1e3, 120e3, 777e3, 1000e3])
    batch = np.array(AIR(altitude)).T
    single = np.array([np.array(standard(z)) for z in altitude])
    np.testing.assert_allclose(batch, single, rtol=1e-13)


def test_beyond_its_range_the_model_is_clamped_and_says_so():
    for outside, end in ((-6e3, -5e3), (2e6, 1e6)):
        np.testing.assert_array_equal(
            np.array(MODEL(jnp.asarray(outside))), np.array(MODEL(jnp.asarray(end)))
        )
        assert not MODEL.contains(jnp.asarray(outside))
        assert MODEL.contains(jnp.asarray(end))


def test_derivatives_are_finite_everywhere_and_right_between_the_boundaries():
    special = [-5e3, -6e3, 0.0, 11019.0, 80e3, 86e3, 86e3 + 1e-9, 91e3, 100e3, 110e3, 120e3, 1e6, 2e6]
    assert np.isfinite(SLOPES(jnp.asarray(special))).all()
    backward = jax.jit(jax.vmap(jax.grad(lambda z: sum(MODEL(z)))))
    assert np.isfinite(backward(jnp.asarray(special))).all()
    altitude, step = jnp.asarray([3e3, 15e3, 30e3, 60e3, 83e3, 89e3, 105e3, 200e3, 800e3]), 1.0
    high, low, scale = (np.array(AIR(altitude + d)).T for d in (step, -step, 0.0))
    np.testing.assert_array_less(np.abs(SLOPES(altitude) - (high - low) / (2 * step)), 1e-9 * scale)
