import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.facility import TunnelSupply, mach_of_supply, matching_supply, tunnel_stream
from boostglide.gas import AIR_WITHOUT_ARGON, EquilibriumMixture, FrozenAir, PerfectAir

AIR_OF_CEA2 = {"N2": 0.78084, "O2": 0.20948, "Ar": 0.00936, "CO2": 0.00032}
NITROGEN_AND_OXYGEN = FrozenAir.of(AIR_WITHOUT_ARGON)

# Static temperature [K] and speed [m/s] of a supply of 900 K: perfect gas, and O2 0.21, N2 0.79 of a heat
# capacity that varies with temperature and is constant below 200 K; independent calculation
NINE_HUNDRED_KELVIN = [
    (4, 214, 1174, 222, 1197), (5, 150, 1228, 155, 1252), (6, 110, 1260, 114, 1285),
    (7, 83, 1281, 86, 1306), (8, 65, 1295, 68, 1321),
]  # fmt: skip


@pytest.mark.parametrize(("mach", "perfect_t", "perfect_v", "real_t", "real_v"), NINE_HUNDRED_KELVIN)
def test_stream_of_a_supply_of_900_kelvin(mach, perfect_t, perfect_v, real_t, real_v):
    for air, temperature, speed in (
        (PerfectAir(), perfect_t, perfect_v),
        (NITROGEN_AND_OXYGEN, real_t, real_v),
    ):
        stream = tunnel_stream(TunnelSupply(900.0, 1e6), mach, air)
        assert float(stream.freestream.temperature) == pytest.approx(temperature, abs=0.6)
        assert float(stream.freestream.speed) == pytest.approx(speed, abs=0.7)
        assert bool(stream.within)


@pytest.mark.parametrize("mach", [1.5, 4.0, 8.0, 20.0])
def test_perfect_gas_relations(mach):
    stream = tunnel_stream(TunnelSupply(5000.0, 1e7), mach, PerfectAir())
    drop = 1 + 0.2 * mach**2
    assert float(stream.freestream.temperature) == pytest.approx(5000.0 / drop, rel=1e-9)
    assert float(stream.freestream.pressure) == pytest.approx(1e7 / drop**3.5, rel=1e-9)
    assert float(stream.area_ratio) == pytest.approx((drop / 1.2) ** 3 / mach, rel=1e-9)


@pytest.mark.parametrize("air", [PerfectAir(), FrozenAir.load()], ids=["perfect", "frozen"])
def test_energy_mass_and_entropy_are_conserved(air):
    stream = tunnel_stream(TunnelSupply(2500.0, 1e7), 6.0, air)
    flow = stream.freestream
    assert float(stream.static_enthalpy + 0.5 * flow.speed**2) == pytest.approx(
        float(stream.total_enthalpy), rel=1e-9
    )
    assert float(flow.density * flow.speed) == pytest.approx(float(stream.mass_flux), rel=1e-12)
    rest = air.state_from_temperature(pressure=jnp.asarray(1e7), temperature=jnp.asarray(2500.0))
    end = air.state(pressure=flow.pressure, enthalpy=stream.static_enthalpy)
    assert float(end.entropy) == pytest.approx(float(rest.entropy), rel=1e-6)
    assert float(flow.mach) == pytest.approx(6.0, rel=1e-9)


def test_nozzle_of_the_t4_mach_4_condition():
    # ESTCj report of 2011, air with argon and carbon dioxide: T5s 4161.9 K, 34.37 MPa and an area ratio
    # of 27 give 93566 Pa, 1283.91 K, 2950.67 m/s and Mach 4.236
    stream = tunnel_stream(TunnelSupply(4161.9, 34.37e6), 4.236, EquilibriumMixture.of(AIR_OF_CEA2))
    assert float(stream.area_ratio) == pytest.approx(27.0, rel=2e-3)
    assert float(stream.freestream.pressure) == pytest.approx(93566, rel=2e-3)
    assert float(stream.freestream.temperature) == pytest.approx(1283.91, rel=2e-3)
    assert float(stream.freestream.speed) == pytest.approx(2950.67, rel=1e-3)


def test_supply_that_matches_48_kilometres():
    supply = matching_supply(900.0, 8.0, 102.0, PerfectAir())
    stream = tunnel_stream(supply, 8.0, PerfectAir())
    assert float(supply.total_pressure) == pytest.approx(1.0e6, rel=0.01)
    assert float(stream.area_ratio) == pytest.approx(190.0, rel=2e-3)
    assert float(stream.mass_flow(1.0)) == pytest.approx(5.6, rel=0.015)
    assert float(stream.throat_diameter(1.0)) == pytest.approx(1 / 190.0**0.5, rel=1e-3)


def test_supply_that_matches_20_kilometres():
    supply = matching_supply(900.0, 4.0, 5529.3, PerfectAir())  # U.S. Standard Atmosphere 1976 at 20 km
    assert float(supply.total_pressure) == pytest.approx(0.84e6, rel=0.01)
    assert float(tunnel_stream(supply, 4.0, PerfectAir()).mass_flow(1.0)) == pytest.approx(83.0, rel=0.01)


def test_flight_mach_number_of_900_kelvin():
    assert float(mach_of_supply(900.0, 270.65, PerfectAir())) == pytest.approx(3.41, abs=0.005)
    assert float(mach_of_supply(900.0, 270.65, NITROGEN_AND_OXYGEN)) == pytest.approx(3.5, abs=0.01)
    assert float(mach_of_supply(900.0, 216.65, NITROGEN_AND_OXYGEN)) == pytest.approx(4.07, abs=0.01)


def test_batch_and_derivative():
    air = PerfectAir()

    def temperature(total):
        return tunnel_stream(TunnelSupply(total, 1e6), 8.0, air).freestream.temperature

    totals = jnp.asarray([800.0, 900.0])
    np.testing.assert_allclose(
        jax.vmap(temperature)(totals), [temperature(total) for total in totals], rtol=1e-12
    )
    slope = (temperature(901.0) - temperature(899.0)) / 2.0
    derivative = jax.jvp(temperature, (jnp.asarray(900.0),), (jnp.asarray(1.0),))[1]
    assert float(derivative) == pytest.approx(float(slope), rel=1e-3)


def test_stream_below_the_air_model_is_flagged():
    assert not bool(tunnel_stream(TunnelSupply(300.0, 1e6), 8.0).within)


@pytest.mark.parametrize(("supply", "mach", "word"), [
    ((900.0, 1e6), 0.5, "mach"), ((-1.0, 1e6), 5.0, "total_temperature"),
    ((900.0, 0.0), 5.0, "total_pressure"),
])  # fmt: skip
def test_impossible_input_is_refused(supply, mach, word):
    with pytest.raises(ValueError, match=word):
        tunnel_stream(TunnelSupply(*supply), mach)
    with pytest.raises(ValueError, match="static_pressure"):
        matching_supply(900.0, 8.0, 0.0)
