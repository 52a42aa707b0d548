import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.heating import (
    STAGNATION_MODELS,
    SuttonGraves,
    balance_temperature,
    heating_along,
    radiative_equilibrium_temperature,
)

SIGMA = 5.670374419e-8


def test_constant_flux_has_a_closed_form():
    for flux in (1.0, 1e3, 1e7):
        wall = balance_temperature(lambda temperature, flux=flux: flux + 0.0 * temperature, 0.8, 250.0)
        assert float(wall) == pytest.approx((flux / 0.8 / SIGMA + 250.0**4) ** 0.25, rel=1e-12)


@pytest.mark.parametrize("model", list(STAGNATION_MODELS.values()), ids=list(STAGNATION_MODELS))
@pytest.mark.parametrize("speed", [3000.0, 6000.0, 7800.0])
def test_wall_radiates_what_it_takes_in(model, speed, stream):
    air = stream(1e-3, 270.65, speed)
    wall = radiative_equilibrium_temperature(air, 0.05, 0.85, model)
    assert float(model(air, jnp.asarray(0.05), wall)) == pytest.approx(
        0.85 * SIGMA * float(wall) ** 4, rel=1e-10
    )


def test_nose_temperature_of_tracy_and_wright(stream):
    # Science and Global Security 28 (2020), Fig. 10: about 3200 K at 6 km/s and 49.7 km
    air = stream(1.015e-3, 270.65, 6000.0)
    assert float(radiative_equilibrium_temperature(air, 0.034, 0.85)) == pytest.approx(3200.0, rel=0.02)


def test_derivative_of_the_wall_temperature(stream):
    air = stream(1e-3, 270.65, 5000.0)

    def wall(radius):
        return radiative_equilibrium_temperature(air, radius, 0.85)

    radius, step = jnp.asarray(0.05), 1e-5
    slope = (wall(radius + step) - wall(radius - step)) / (2 * step)
    assert float(jax.grad(wall)(radius)) == pytest.approx(float(slope), rel=1e-6)


def test_heating_along_a_steady_path(path):
    history = heating_along(path(np.linspace(0.0, 100.0, 11), 6000.0), 0.034, 0.85)
    assert bool(history.valid.all())
    np.testing.assert_allclose(history.heat_load, history.heat_flux * history.time, rtol=1e-12)
    np.testing.assert_allclose(history.heat_flux, 0.85 * SIGMA * history.wall_temperature**4, rtol=1e-9)
    assert bool((history.cold_wall_heat_flux > history.heat_flux).all())
    assert any("sutton-graves" in sentence for sentence in history.assumptions)


def test_path_outside_the_model_is_flagged(path):
    history = heating_along(path([0.0, 1.0, 2.0], [200.0, 6000.0, 6000.0]), 0.034, 0.85)
    assert history.valid.tolist() == [False, True, True]
    assert not heating_along(path([0.0, 1.0], 6000.0), 1e-5, 0.85).valid.any()


@pytest.mark.parametrize("model", list(STAGNATION_MODELS.values()), ids=list(STAGNATION_MODELS))
def test_a_path_from_rest_stays_finite(model, path):
    history = heating_along(path(np.linspace(0.0, 60.0, 61), np.linspace(0.0, 3000.0, 61)), 0.1, 0.85, model)
    assert bool(jnp.isfinite(history.heat_load).all())
    assert bool(jnp.isfinite(history.wall_temperature).all())
    assert not bool(history.valid[0])


def test_batch_over_nose_radii(path):
    radii = jnp.asarray([0.03, 0.1, 0.3])
    batch = eqx.filter_vmap(lambda radius: heating_along(path([0.0, 1.0], 5000.0), radius, 0.85))(radii)
    flux = batch.cold_wall_heat_flux[:, 0]
    np.testing.assert_allclose(flux * jnp.sqrt(radii), flux[0] * 0.03**0.5, rtol=1e-12)


@pytest.mark.parametrize(
    ("radius", "emissivity", "word"), [(0.0, 0.8, "nose_radius"), (0.1, 1.2, "emissivity")]
)
def test_impossible_input_is_refused(radius, emissivity, word, path):
    with pytest.raises(ValueError, match=word):
        heating_along(path([0.0, 1.0], 5000.0), radius, emissivity, SuttonGraves())
