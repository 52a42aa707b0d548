import jax.numpy as jnp
import pytest

from boostglide.gas import STANDARD_AIR, FrozenAir, PerfectAir

frozen = FrozenAir.load()


@pytest.mark.parametrize("temperature", [210.0, 733.0, 1000.0, 3123.0, 6000.0, 15000.0])
def test_frozen_air_against_cantera(reference, temperature):
    gas = reference.gas
    gas.TPX = temperature, 1e4, STANDARD_AIR
    state = frozen.state_from_temperature(pressure=jnp.asarray(1e4), temperature=jnp.asarray(temperature))
    assert float(state.enthalpy) == pytest.approx(gas.h + reference.offset, rel=1e-5)
    assert float(state.entropy) == pytest.approx(gas.s, rel=1e-6)
    assert float(state.density) == pytest.approx(gas.density, rel=1e-6)
    assert float(state.sound_speed) == pytest.approx(gas.sound_speed, rel=1e-4)


@pytest.mark.parametrize("composition", [{"CO2": 0.96, "N2": 0.03, "NO": 0.01}, {"Ar": 2.0}, {"H2O": 1.0}])
@pytest.mark.parametrize("temperature", [150.0, 450.0, 5200.0])
def test_any_frozen_gas_against_cantera(composition, temperature):
    from boostglide.gas.cantera_phase import new_phase

    gas = new_phase(composition)
    gas.TPX = temperature, 2e3, composition
    model = FrozenAir.of(composition)
    state = model.state_from_temperature(pressure=jnp.asarray(2e3), temperature=jnp.asarray(temperature))
    assert float(state.enthalpy - model.enthalpy_datum) == pytest.approx(gas.h, rel=1e-5, abs=50.0)
    assert float(state.entropy) == pytest.approx(gas.s, rel=1e-6)
    assert float(state.density) == pytest.approx(gas.density, rel=1e-9)
    assert float(state.sound_speed) == pytest.approx(gas.sound_speed, rel=1e-4)
    assert float(state.nitric_oxide) == pytest.approx(composition.get("NO", 0.0))


def test_molar_mass_of_standard_air():
    """US Standard Atmosphere 1976: 28.9644 g/mol."""
    assert float(frozen.molar_mass) == pytest.approx(0.0289644, rel=3e-5)
    assert sum(STANDARD_AIR.values()) == pytest.approx(1.0, abs=1e-12)


@pytest.mark.parametrize("model", [frozen, PerfectAir()])
@pytest.mark.parametrize("temperature", [60.0, 199.0, 300.0, 2500.0])
def test_inverses(model, temperature):
    pressure = jnp.asarray(350.0)
    state = model.state_from_temperature(pressure=pressure, temperature=jnp.asarray(temperature))
    from_enthalpy = model.state(pressure=pressure, enthalpy=state.enthalpy)
    from_entropy = model.state_from_entropy(pressure=pressure, entropy=state.entropy)
    assert float(from_enthalpy.temperature) == pytest.approx(temperature, rel=1e-9)
    assert float(from_entropy.temperature) == pytest.approx(temperature, rel=1e-9)
    assert float(model.cold_enthalpy(jnp.asarray(temperature))) == pytest.approx(
        float(state.enthalpy), rel=1e-12
    )


def test_range_of_frozen_air():
    pressure = jnp.asarray(1e3)
    flags = [
        bool(frozen.state_from_temperature(pressure=pressure, temperature=jnp.asarray(t)).within)
        for t in (39.0, 41.0, 19999.0, 20001.0)
    ]
    assert flags == [False, True, True, False]
    assert not bool(frozen.state(pressure=pressure, enthalpy=jnp.asarray(1e8)).within)


def test_perfect_air_of_the_standard_atmosphere():
    state = PerfectAir().state_from_temperature(
        pressure=jnp.asarray(101325.0), temperature=jnp.asarray(288.15)
    )
    assert float(state.density) == pytest.approx(1.2250, rel=1e-4)
    assert float(state.sound_speed) == pytest.approx(340.294, rel=1e-5)
