import pytest

from boostglide.facility import shock_tube_supply, tunnel_stream
from boostglide.gas import EquilibriumAir

# ESTCj report of 2011, T4 Mach 4 condition, air with argon and carbon dioxide by CEA2: fill 125 kPa and
# 300 K, shock 2414 m/s, supply 34.37 MPa, area ratio 27
T4 = {"fill_pressure": 125e3, "fill_temperature": 300.0, "shock_speed": 2414.0, "supply_pressure": 34.37e6}


def test_chain_of_the_t4_mach_4_condition():
    states = shock_tube_supply(**T4)
    assert float(states.incident.pressure) == pytest.approx(7.3158e6, rel=1e-3)
    assert float(states.incident.temperature) == pytest.approx(2629.98, rel=1e-3)
    assert float(states.reflected.pressure) == pytest.approx(59.5e6, rel=2e-3)
    assert float(states.reflected.temperature) == pytest.approx(4551.12, rel=2e-3)
    assert float(states.relaxed.temperature) == pytest.approx(4161.9, rel=2e-3)
    assert float(states.relaxed.enthalpy - states.fill.enthalpy) == pytest.approx(5.43114e6, rel=2e-3)
    assert bool(states.within)
    stream = tunnel_stream(states.supply, 4.236, EquilibriumAir.load())
    assert float(stream.area_ratio) == pytest.approx(27.0, rel=5e-3)
    assert float(stream.freestream.speed) == pytest.approx(2950.67, rel=2e-3)


def test_impossible_fill_is_refused():
    with pytest.raises(ValueError, match="shock_speed"):
        shock_tube_supply(**{**T4, "shock_speed": -1.0})
