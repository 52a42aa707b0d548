import jax.numpy as jnp
import pytest

from boostglide.gas import FrozenAir, PerfectAir

frozen = FrozenAir.load()


@pytest.mark.parametrize("temperature", [210.0, 733.0, 1000.0, 3123.0, 6000.0, 15000.0])
def test_frozen_air_against_cantera(reference, temperature):
    gas = reference.gas
    gas.TPX = temperature, 1e4, "O2:0.21,N2:0.79"
    state = frozen.state_from_temperature(pressure=jnp.asarray(1e4), temperature=jnp.asarray(temperature))
    assert float(state.enthalpy) == pytest.approx(gas.h + reference.offset, rel=1e-5)
    assert float(state.entropy) == pytest.approx(gas.s, rel=1e-6)
    assert float(state.density) == pytest.approx(gas.density, rel=1e-6)
    assert float(state.sound_speed) == pytest.approx(gas.sound_speed, rel=1e-4)


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
