import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas import STANDARD_AIR, EquilibriumMixture, FrozenAir, PerfectAir
from boostglide.gas.cantera_phase import equilibrate
from boostglide.gas.response import response

STEP = 2e-4


@pytest.fixture(scope="module")
def directly(reference):
    """Derivatives at random states by central differences of Cantera's equilibria."""
    generator = np.random.default_rng(8)
    pressure = 10 ** generator.uniform(0, 8, 150)
    temperature = np.exp(generator.uniform(np.log(250), np.log(19900), 150))
    rows = []
    for t, p in zip(temperature, pressure, strict=True):
        gas = reference.gas

        def at(t, p, gas=gas):
            gas.TPX = t, p, STANDARD_AIR
            equilibrate(gas, "TP", t, p)
            return gas.h, np.log(gas.density)

        low, high = at(t * (1 - STEP), p), at(t * (1 + STEP), p)
        thin, thick = at(t, p * (1 - STEP)), at(t, p * (1 + STEP))
        middle = at(t, p)
        capacity = (high[0] - low[0]) / (2 * STEP * t)
        expansion = -(high[1] - low[1]) / (2 * STEP * t)
        compressibility = (thick[1] - thin[1]) / (2 * STEP * p)
        volume = 1.0 / np.exp(middle[1])
        ratio = capacity / (capacity - t * volume * expansion**2 / compressibility)
        rows.append([middle[0] + reference.offset, capacity, expansion, compressibility, ratio])
    return jnp.asarray(pressure), temperature, np.array(rows).T


def test_table_against_differences(air, directly):
    pressure, _, (enthalpy, capacity, expansion, compressibility, ratio) = directly
    found = jax.jit(jax.vmap(lambda p, h: air.derivatives(air.state(pressure=p, enthalpy=h))))(
        pressure, jnp.asarray(enthalpy)
    )
    for computed, direct, tolerance in (
        (found.heat_capacity_at_constant_pressure, capacity, 5e-3),
        (found.thermal_expansion, expansion, 1.5e-3),
        (found.compressibility, compressibility, 5e-4),
        (found.heat_capacity_ratio, ratio, 2e-3),
    ):
        assert np.max(np.abs(computed / direct - 1.0)) < tolerance


def test_response_against_differences(reference, directly):
    pressure, temperature, (_, capacity, expansion, compressibility, _) = directly
    for k in range(0, 150, 5):
        t, p = temperature[k], float(pressure[k])
        reference.gas.TPX = t, p, STANDARD_AIR
        equilibrate(reference.gas, "TP", t, p)
        found = response(reference.gas)
        assert found.heat_capacity == pytest.approx(capacity[k], rel=2e-6)
        assert found.volume_by_temperature / t == pytest.approx(expansion[k], rel=2e-6)
        assert -found.volume_by_pressure / p == pytest.approx(compressibility[k], rel=2e-6)


@jax.jit
def at_4000_kelvin(gas):
    state = gas.state_from_temperature(pressure=jnp.asarray(2e4), temperature=jnp.asarray(4000.0))
    return state, gas.derivatives(state)


def test_sound_speed_is_that_of_the_derivatives(air):
    """In every gas a^2 = gamma / (density times compressibility)."""
    for gas in (air, EquilibriumMixture.of({"CO2": 1.0}), FrozenAir.load(), PerfectAir()):
        state, found = at_4000_kelvin(gas)
        speed = jnp.sqrt(found.heat_capacity_ratio / (state.density * found.compressibility))
        assert float(speed) == pytest.approx(float(state.sound_speed), rel=2e-3)
        exponent = state.density * state.sound_speed**2 / state.pressure
        assert float(found.isentropic_exponent) == pytest.approx(float(exponent), rel=4e-3)


def test_perfect_gas_has_the_textbook_values():
    air = PerfectAir()
    state = air.state_from_temperature(pressure=jnp.asarray(1e5), temperature=jnp.asarray(500.0))
    found = air.derivatives(state)
    assert float(found.heat_capacity_ratio) == pytest.approx(1.4, rel=1e-9)
    assert float(found.thermal_expansion) == pytest.approx(1.0 / 500.0, rel=1e-9)
    assert float(found.compressibility) == pytest.approx(1e-5, rel=1e-9)
    assert float(found.heat_capacity_at_constant_pressure) == pytest.approx(3.5 * 287.05287, rel=1e-9)
