import dataclasses

import pytest

from boostglide.gas import STANDARD_AIR, EquilibriumAir
from boostglide.scenario import parse_stream
from boostglide.study import record_air

STATE = {
    "pressure_pa", "temperature_k", "density_kg_m3", "speed_m_s", "enthalpy_j_kg", "mach",
    "electron_density_m3", "mole_fractions",
}  # fmt: skip


@pytest.fixture(scope="module")
def hot():
    return record_air(parse_stream(pressure="0.1atm", temperature="7000K"))


def test_keys_and_units(hot):
    assert set(hot.content) >= STATE
    assert hot.content["pressure_pa"] == 10132.5
    assert hot.content["temperature_k"] == 7000.0
    assert hot.content["speed_m_s"] == hot.content["mach"] == 0.0
    assert hot.composition == STANDARD_AIR


def test_numbers_of_other_codes():
    """Air without argon at 7000 K and 0.1 atm: NASA cea 3.3.4 and Cantera 3.2.0 with the same eleven species;
    conductivity and collision frequency Mutation++ 1.2.0.
    """
    found = record_air(
        parse_stream(pressure="0.1atm", temperature="7000K", composition="N2:0.79,O2:0.21")
    ).content
    assert found["mole_fractions"]["e-"] == pytest.approx(1.498e-3, rel=0.002)
    assert found["enthalpy_j_kg"] == pytest.approx(3.646e7, rel=0.002)
    assert found["electron_density_m3"] == pytest.approx(1.56e20, rel=0.01)
    assert found["transport"]["electrical_conductivity_s_m"] == pytest.approx(473.0, rel=0.1)
    assert found["transport"]["electron_collision_frequency_1_s"] == pytest.approx(9.3e9, rel=0.1)


def test_derivatives_agree_with_the_table(hot):
    import jax.numpy as jnp

    air = EquilibriumAir.load()
    state = air.state_from_temperature(pressure=jnp.asarray(10132.5), temperature=jnp.asarray(7000.0))
    table = air.derivatives(state)
    for key, name in (
        ("heat_capacity_at_constant_pressure_j_kg_k", "heat_capacity_at_constant_pressure"),
        ("heat_capacity_ratio", "heat_capacity_ratio"),
        ("thermal_expansion_1_k", "thermal_expansion"),
    ):
        assert hot.content["derivatives"][key] == pytest.approx(float(getattr(table, name)), rel=5e-3)
    assert hot.content["sound_speed_m_s"] == pytest.approx(float(state.sound_speed), rel=1e-3)
    assert hot.content["frozen_sound_speed_m_s"] > hot.content["sound_speed_m_s"]


def test_cold_air_is_that_of_the_atmosphere():
    """US Standard Atmosphere 1976 at sea level: 1.2250 kg/m^3, 340.294 m/s."""
    found = record_air(parse_stream(altitude="0m")).content
    assert found["density_kg_m3"] == pytest.approx(1.2250, rel=1e-4)
    assert found["sound_speed_m_s"] == pytest.approx(340.294, rel=1e-3)
    assert found["transport"] is None
    assert found["electron_density_m3"] < 1e-30


def test_gas_without_collision_integrals():
    found = record_air(parse_stream(pressure="1kPa", temperature="3000K", composition="CO2:1"))
    assert found.content["transport"] is None
    assert any("lack CO, CO2" in text for text in found.assumptions)
    assert found.content["mole_fractions"]["CO"] > 0.3


def test_limits_are_said():
    words = " ".join(record_air(parse_stream(pressure="10Pa", temperature="20000K")).assumptions)
    assert "second electron" in words
    words = " ".join(record_air(parse_stream(pressure="50MPa", temperature="2000K")).assumptions)
    assert "forces between particles" in words


@pytest.mark.parametrize(
    ("pressure", "temperature", "text"),
    [("1bar", "199K", "--temperature"), ("1bar", "20001K", "--temperature"), ("0.5Pa", "300K", "--pressure"),
     ("200MPa", "300K", "--pressure")],
)  # fmt: skip
def test_outside_the_range(pressure, temperature, text):
    point = dataclasses.replace(parse_stream(pressure=pressure, temperature=temperature))
    with pytest.raises(
        ValueError, match=f"Option `{text}`: expected .* to .*, the range of the model"
    ) as fault:
        record_air(point)
    assert "\n" not in str(fault.value)
