import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import cite
from boostglide.heating import (
    SURFACE_MODELS,
    TauberSweptCylinder,
    TauberTurbulent,
    balance_temperature,
    flat_plate_heating,
)

SLUG_PER_CUBIC_FOOT = 515.3788184
# AIAA 95-2279, Tables 5 and 7, laminar runs, radius 1.5 inch: sweep [deg], speed [ft/s], temperature [deg R],
# density [slug/ft^3], Stanton number times 100
CUBRC_LAMINAR = [
    (60.0, 4756.6, 82.36, 2.563e-05, 0.42),
    (66.5, 5037.8, 94.43, 1.201e-05, 0.43),
    (66.5, 5112.5, 95.32, 3.567e-05, 0.26),
    (66.5, 5114.5, 94.81, 5.239e-05, 0.23),
    (66.5, 8961.2, 255.7, 9.531e-07, 1.8),
    (66.5, 6386.8, 130.5, 2.657e-06, 1.1),
]


def test_swept_cylinder_against_the_cubrc_runs(stream):
    errors = []
    for sweep, speed, temperature, density, stanton in CUBRC_LAMINAR:
        air = stream(density * SLUG_PER_CUBIC_FOOT, temperature / 1.8, speed * 0.3048)
        cold = TauberSweptCylinder()(air, jnp.asarray(1.5 * 0.0254), jnp.radians(sweep), jnp.asarray(294.0))
        capacity = 3.5 * 287.05287
        total = capacity * float(air.temperature) + 0.5 * float(air.speed) ** 2
        driving = total - capacity * 294.0
        errors.append(float(cold) / (float(air.density * air.speed) * driving) / (stanton / 100) - 1)
    assert np.mean(errors) == pytest.approx(0.10, abs=0.02)


def test_branches_meet_only_near_555_kelvin(stream):
    model, place = TauberTurbulent(), (jnp.asarray(1.0), jnp.asarray(0.1))

    def jump(wall):
        slow, fast = (
            model(stream(1e-2, 240.0, speed), *place, jnp.asarray(wall)) for speed in (3960.0, 3960.0001)
        )
        return float(fast / slow - 1)

    assert abs(jump(555.0)) < 0.03
    assert jump(1500.0) > 0.2


def test_scaling_with_distance(stream):
    air = stream(1e-3, 270.0, 6000.0)
    for model, power in (("laminar-plate", -0.5), ("turbulent-plate", -0.2)):
        near, far = (float(flat_plate_heating(air, x, 0.2, 1200.0, model)) for x in (1.0, 4.0))
        assert far / near == pytest.approx(4.0**power, rel=1e-12)


def test_cone_takes_more_than_the_plate(stream):
    air = stream(1e-3, 270.0, 6000.0)
    flux = {name: float(flat_plate_heating(air, 1.0, 0.2, 1200.0, name)) for name in SURFACE_MODELS}
    assert flux["laminar-cone"] / flux["laminar-plate"] == pytest.approx(4.03 / 2.42)
    assert flux["turbulent-cone"] / flux["turbulent-plate"] == pytest.approx(1.15)
    assert flux["laminar-plate-1987"] / flux["laminar-plate"] == pytest.approx(2.53 / 2.42)


def test_wall_one_metre_aft_lies_in_the_published_band(stream):
    # Science and Global Security 28 (2020), Fig. 11: 1200 to 2000 K one metre behind the nose
    air = stream(1.015e-3, 270.65, 6000.0)
    for name in SURFACE_MODELS:
        wall = balance_temperature(
            lambda wall, name=name: flat_plate_heating(air, 1.0, 0.19, wall, name), 0.85
        )
        assert 1200.0 < float(wall) < 2000.0


def test_models_state_their_sources():
    for model in SURFACE_MODELS.values():
        assert cite(*model.references)
        assert model.stated_error.endswith(".")


def test_unknown_model_is_refused(stream):
    with pytest.raises(ValueError, match="laminar-plate"):
        flat_plate_heating(stream(1e-3, 270.0, 6000.0), 1.0, 0.2, 1200.0, "eckert")
