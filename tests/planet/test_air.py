"""The checked doors of the standard atmosphere."""

import fluids
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.planet import (
    dynamic_viscosity,
    freestream_at,
    mean_free_path,
    standard_atmosphere,
)


@pytest.mark.parametrize("altitude", [-5001.0, 1000001.0, np.nan, np.inf, [0.0, 2e6]])
def test_altitudes_outside_the_model_are_refused(altitude):
    with pytest.raises(ValueError, match="between -5000 m and 1e\\+06 m"):
        standard_atmosphere(altitude)


@pytest.mark.parametrize("shape", [(), (3,), (2, 3)])
def test_air_has_the_shape_of_the_altitude(shape):
    altitude = np.full(shape, 40e3)
    air = standard_atmosphere(altitude)
    assert all(value.shape == shape for value in air)
    np.testing.assert_allclose(air.density, standard_atmosphere(40e3).density, rtol=1e-14)


def test_integers_and_lists_are_welcome():
    assert float(standard_atmosphere(0).pressure) == pytest.approx(101325.0, rel=1e-12)
    assert standard_atmosphere([0, 10000]).density.shape == (2,)


def test_freestream_broadcasts_speed_and_altitude():
    stream = freestream_at([20e3, 40e3], 3000.0)
    air = standard_atmosphere([20e3, 40e3])
    np.testing.assert_allclose(stream.mach, 3000.0 / air.sound_speed, rtol=1e-15)
    np.testing.assert_allclose(stream.dynamic_pressure, 0.5 * air.density * 9e6, rtol=1e-15)
    np.testing.assert_allclose(stream.pressure, air.pressure)
    np.testing.assert_allclose(stream.temperature, air.temperature)


@pytest.mark.parametrize("speed", [-1.0, np.nan, np.inf])
def test_impossible_speeds_are_refused(speed):
    with pytest.raises(ValueError, match="`speed` must be finite and not negative"):
        freestream_at(30e3, speed)


def test_freestream_refuses_altitudes_outside_the_model():
    with pytest.raises(ValueError, match="`altitude`"):
        freestream_at(2e6, 7000.0)


def test_viscosity_and_mean_free_path_at_sea_level():
    # NOAA-S/T 76-1562, table III at zero altitude; mean free path from table II.
    assert float(dynamic_viscosity(jnp.asarray(288.15))) == pytest.approx(1.7894e-5, abs=5e-10)
    path = mean_free_path(jnp.asarray(101325.0), jnp.asarray(288.15))
    assert float(path) == pytest.approx(6.6332e-8, abs=5e-13)


@pytest.mark.parametrize("altitude", [5e3, 20e3, 45e3, 75e3])
def test_viscosity_agrees_with_an_independent_code(altitude):
    air, other = standard_atmosphere(altitude), fluids.ATMOSPHERE_1976(altitude)
    assert float(dynamic_viscosity(air.temperature)) == pytest.approx(other.mu, rel=1e-5)
