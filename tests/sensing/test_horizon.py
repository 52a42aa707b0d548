import jax
import jax.numpy as jnp
import numpy as np
import pytest
import scipy.integrate

from boostglide.core import cite
from boostglide.planet import MEAN_RADIUS
from boostglide.sensing import (
    FOUR_THIRDS,
    STRAIGHT,
    EffectiveRadius,
    ExponentialAtmosphere,
    horizon_range,
    minimum_visible_altitude,
)

MODELS = [STRAIGHT, FOUR_THIRDS, ExponentialAtmosphere()]

# Independent hand calculation on R = 6371 km: altitude, geometric and 4/3-Earth ground range [km]
HORIZON = [
    (20, 504, 582), (30, 617, 713), (40, 712, 823), (50, 796, 919), (60, 871, 1007),
    (100, 1121, 1297), (350, 2065, 2398), (700, 2859, 3336), (1300, 3764, 4427),
]  # fmt: skip
MASKED = [(30, 395), (40, 490), (60, 655), (350, 1993)]


@pytest.mark.parametrize(("altitude", "geometric", "refracted"), HORIZON)
def test_horizon_distances(altitude, geometric, refracted):
    assert float(horizon_range(altitude * 1e3, refraction=STRAIGHT)) / 1e3 == pytest.approx(
        geometric, abs=0.6
    )
    assert float(horizon_range(altitude * 1e3)) / 1e3 == pytest.approx(refracted, abs=0.6)


@pytest.mark.parametrize(("altitude", "expected"), MASKED)
def test_horizon_distances_with_a_mask_of_three_degrees(altitude, expected):
    assert float(horizon_range(altitude * 1e3, mask=np.radians(3.0))) / 1e3 == pytest.approx(
        expected, abs=0.6
    )


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("mask", [0.0, 0.02, 0.3])
@pytest.mark.parametrize("sensor_altitude", [0.0, 2000.0])
def test_minimum_altitude_is_the_inverse(model, mask, sensor_altitude):
    for altitude in (15e3, 300e3):
        reach = horizon_range(altitude, mask, model, sensor_altitude)
        back = minimum_visible_altitude(reach, mask, model, sensor_altitude)
        assert float(back) == pytest.approx(altitude, rel=1e-6)


@pytest.mark.parametrize("model", MODELS)
def test_a_point_on_the_horizon_ray_appears_at_the_mask(model):
    for elevation in (0.001, 0.05, 0.7, 1.5):
        angle = model.central_angle(jnp.asarray(elevation), jnp.asarray(100.0), jnp.asarray(8e4))
        back = model.apparent_elevation(angle, jnp.asarray(100.0), jnp.asarray(8e4))
        assert float(back) == pytest.approx(elevation, abs=1e-9)


def test_no_refractivity_is_a_straight_line():
    bare = ExponentialAtmosphere(refractivity=0.0)
    for altitude in (5e3, 5e4, 1.3e6):
        straight = horizon_range(altitude, refraction=STRAIGHT)
        assert float(horizon_range(altitude, refraction=bare)) == pytest.approx(float(straight), rel=1e-7)


def test_exponential_ray_against_an_adaptive_integral_of_bouguers_formula():
    model, elevation, altitude = ExponentialAtmosphere(), 0.01, 6e4

    def slope(height):
        index = (1 + 315e-6 * np.exp(-height / 7350.0)) / (1 + 315e-6)
        cosine = np.cos(elevation) * MEAN_RADIUS / ((MEAN_RADIUS + height) * index)
        return cosine / np.sqrt(1 - cosine**2) / (MEAN_RADIUS + height)

    expected, _ = scipy.integrate.quad(slope, 0.0, altitude, epsabs=1e-13, epsrel=1e-11, limit=200)
    computed = model.central_angle(jnp.asarray(elevation), jnp.asarray(0.0), jnp.asarray(altitude))
    assert float(computed) == pytest.approx(expected, abs=1e-9)


def test_gradient_of_the_lowest_air_gives_about_four_thirds():
    # dN/dh = -315e-6 / 7350 m, effective radius factor 1 / (1 + R dn/dh) = 1.38 at the ground
    low = 100.0
    exponential = float(horizon_range(low, refraction=ExponentialAtmosphere()))
    factor = 1 / (1 - MEAN_RADIUS * 315e-6 / 7350.0)
    assert exponential == pytest.approx(
        float(horizon_range(low, refraction=EffectiveRadius(factor))), rel=2e-3
    )


def test_four_thirds_sees_high_targets_too_far():
    for altitude, excess in ((20e3, 1.03), (50e3, 1.06), (1300e3, 1.15)):
        ratio = horizon_range(altitude) / horizon_range(altitude, refraction=ExponentialAtmosphere())
        assert float(ratio) == pytest.approx(excess, abs=0.01)


def test_out_of_sight_whatever_the_altitude():
    assert np.isinf(float(minimum_visible_altitude(1.9e7, refraction=STRAIGHT)))
    assert np.isinf(float(minimum_visible_altitude(1.9e7, refraction=ExponentialAtmosphere())))


def test_compiled_and_batched():
    heights = jnp.asarray([2e4, 5e4])
    batch = jax.jit(jax.vmap(lambda height: horizon_range(height)))(heights)
    np.testing.assert_allclose(batch, [horizon_range(2e4), horizon_range(5e4)], rtol=1e-14)


def test_sources_are_in_the_bibliography():
    for model in MODELS:
        assert cite(*model.references)


def test_impossible_input_is_refused():
    with pytest.raises(ValueError, match="altitude"):
        horizon_range(-1.0)
    with pytest.raises(ValueError, match="mask"):
        horizon_range(1e4, mask=3.0)
