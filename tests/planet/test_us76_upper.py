"""The table above 86 km: the script that made it, the report's composition, and the interpolation."""

import hashlib
import importlib.util
import pathlib

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import data_path, load_arrays, load_yaml
from boostglide.planet import StandardAtmosphere1976

SCRIPT = pathlib.Path(__file__).parents[2] / "tools/data/us76_upper.py"

# NOAA-S/T 76-1562, table VIII: number densities [1/m^3] of N2, O, O2, Ar, He, H as printed.
PRINTED = {
    90: (5.547e19, 2.443e17, 1.479e19, 6.574e17, 3.976e14, 0.0),
    100: (9.210e18, 4.298e17, 2.151e18, 9.501e16, 1.133e14, 0.0),
    115: (7.254e17, 1.428e17, 9.646e16, 3.386e15, 4.648e13, 0.0),
    120: (3.726e17, 9.275e16, 4.395e16, 1.366e15, 3.888e13, 0.0),
    200: (2.925e15, 4.050e15, 1.918e14, 1.938e12, 1.310e13, 1.630e11),
    500: (2.592e11, 1.836e13, 4.607e9, 3.445e6, 3.215e12, 8.000e10),
    1000: (4.626e5, 9.562e9, 1.251e3, 2.188e-2, 4.850e11, 4.967e10),
}


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("us76_upper_script", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def segments(script):
    return script.integrate()


@pytest.mark.parametrize("km", PRINTED)
def test_composition_of_the_report(script, segments, km):
    state = script.state_at(script.segment_of(segments, km * 1e3, -1), km * 1e3)
    np.testing.assert_allclose(state["number"], PRINTED[km], rtol=5e-4)


def test_molar_mass_of_the_report(script, segments):
    for km, mass in ((86, 28.95), (120, 26.20), (150, 24.10), (200, 21.30), (500, 14.33)):  # table II
        state = script.state_at(script.segment_of(segments, km * 1e3, 1), km * 1e3)
        assert 28.9644 * state["temperature"] / state["molecular_temperature"] == pytest.approx(
            mass, abs=6e-3
        )


def test_table_is_what_the_script_computes(script, segments):
    stored = load_arrays("planet/us76_upper.npz")["coefficients"]
    np.testing.assert_allclose(stored, script.cubics(segments), rtol=1e-9, atol=1e-9)


def test_file_carries_its_fingerprint():
    about = load_yaml("planet/us76_upper.yaml")
    content = data_path("planet/us76_upper.npz").read_bytes()
    assert hashlib.sha256(content).hexdigest() == about["sha256"]
    assert (SCRIPT.parents[2] / about["generator"]).is_file()


def test_interpolation_is_as_good_as_stated(script, segments):
    stated = load_yaml("planet/us76_upper.yaml")["interpolation_error"]
    worst = script.interpolation_error(segments, load_arrays("planet/us76_upper.npz")["coefficients"])
    assert worst["log_density"] <= 1.1 * stated["density"] < 1e-4
    assert worst["molecular_temperature"] <= 1.1 * stated["molecular_temperature"] < 1e-4


def test_model_follows_the_integrated_equations(script, segments):
    altitude = np.random.default_rng(6).uniform(86e3, 1000e3, 300)
    altitude[:100] = np.random.default_rng(8).uniform(86e3, 130e3, 100)
    air = jax.jit(jax.vmap(StandardAtmosphere1976()))(jnp.asarray(altitude))
    states = [script.state_at(script.segment_of(segments, z, 1), z) for z in altitude]
    np.testing.assert_allclose(air.density, np.exp([s["log_density"] for s in states]), rtol=2e-5)
    np.testing.assert_allclose(air.pressure, [s["pressure"] for s in states], rtol=3e-5)
    np.testing.assert_allclose(air.temperature, [s["temperature"] for s in states], rtol=1e-12)


def test_slope_of_density_is_continuous_between_the_cells():
    model = StandardAtmosphere1976()
    slope = jax.jit(jax.vmap(jax.grad(lambda z: jnp.log(model(z).density))))
    edges = jnp.asarray([87e3, 90.5e3, 97e3, 110e3, 120e3, 122.5e3, 300e3, 310e3, 900e3])
    np.testing.assert_allclose(slope(edges - 1e-6), slope(edges + 1e-6), rtol=1e-6)
