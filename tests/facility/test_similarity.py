import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.facility import (
    kinetic_power,
    matching_supply,
    run_requirements,
    run_time_of_slug,
    similarity,
    tunnel_stream,
)
from boostglide.gas import (
    AIR_WITHOUT_ARGON,
    EquilibriumMixture,
    FrozenAir,
    PerfectAir,
    perfect_gas_total_temperature,
    stagnation_behind_shock,
    total_conditions,
)

# Flight at 48 km, 270.65 K, 102 Pa: speed [m/s], total temperature [K] of a perfect gas, of vibrating N2 0.79
# and O2 0.21, and of those in equilibrium at the pitot pressure, total pressure of a perfect gas [MPa];
# independent calculation
FLIGHT = [
    (4, 1319, 1137, 1077, 1077, 0.0155), (5, 1649, 1624, 1487, 1484, 0.054),
    (6, 1979, 2219, 1970, 1947, 0.16), (7, 2309, 2923, 2525, 2385, 0.42), (8, 2638, 3735, 3153, 2711, 1.00),
]  # fmt: skip


def test_total_conditions_at_48_kilometres(flight):
    frozen, equilibrium = FrozenAir.of(AIR_WITHOUT_ARGON), EquilibriumMixture.of(AIR_WITHOUT_ARGON)

    @jax.jit
    @jax.vmap
    def compute(mach):
        air = flight(102.0, 270.65, mach)
        return (
            air.speed,
            perfect_gas_total_temperature(air),
            total_conditions(air, frozen).temperature,
            stagnation_behind_shock(air, equilibrium).temperature,
            total_conditions(air, PerfectAir()).pressure / 1e6,
        )

    expected = np.array(FLIGHT, dtype=float).T
    computed = compute(jnp.asarray(expected[0]))
    for column, tolerance in enumerate((1e-3, 1e-3, 1.5e-3, 2e-3, 0.02)):
        np.testing.assert_allclose(computed[column], expected[column + 1], rtol=tolerance)


def test_what_a_supply_of_900_kelvin_duplicates_of_mach_8_at_48_kilometres(flight):
    air = flight(102.0, 270.65, 8.0)
    perfect = PerfectAir()
    stream = tunnel_stream(matching_supply(900.0, 8.0, 102.0, perfect), 8.0, perfect)
    ratios = similarity(air, stream, perfect)
    assert ratios.duplicated() == ("mach", "pressure", "dynamic_pressure")
    assert float(ratios.total_enthalpy) == pytest.approx(0.24, abs=0.005)
    assert float(ratios.speed) == pytest.approx(1295.0 / 2638.0, rel=1e-3)
    real = tunnel_stream(matching_supply(900.0, 8.0, 102.0), 8.0)
    assert 0.18 < float(similarity(air, real).total_enthalpy_above_298) < 0.19
    assert float(ratios.unit_reynolds_number) > 5.0


def test_a_stream_duplicates_itself():
    stream = tunnel_stream(matching_supply(900.0, 6.0, 500.0), 6.0)
    ratios = jax.jit(lambda: similarity(stream.freestream, stream))()
    assert len(ratios.duplicated(1e-12)) == 9


def test_air_of_a_run_of_30_seconds():
    perfect = PerfectAir()
    stream = tunnel_stream(matching_supply(900.0, 8.0, 102.0, perfect), 8.0, perfect)
    run = run_requirements(stream, 1.0, 30.0, perfect)
    assert float(run.air_mass) == pytest.approx(170.0, rel=0.03)
    assert float(run.flow_length) == pytest.approx(1295.0 * 30.0, rel=1e-3)
    # m cp (900 K - 298.15 K)
    assert float(run.heating_power) == pytest.approx(
        float(run.mass_flow) * 3.5 * 287.05287 * 601.85, rel=1e-9
    )
    assert float(run.energy) == pytest.approx(30.0 * float(run.heating_power))
    kinetic = 0.5 * float(run.mass_flow) * float(stream.freestream.speed) ** 2
    assert float(run.kinetic_power) == pytest.approx(kinetic, rel=1e-12)


def test_power_and_slug_in_round_numbers():
    # 10 km/s: 50 MJ/kg; a stream of 1 kg/m^3 through 1 m^2 carries 0.5e12 W
    assert float(kinetic_power(1.0, 1e4, (4 / 3.141592653589793) ** 0.5)) == pytest.approx(5e11)
    assert float(run_time_of_slug(300.0, 3000.0)) == pytest.approx(0.1)


def test_impossible_run_is_refused():
    stream = tunnel_stream(matching_supply(900.0, 6.0, 500.0), 6.0)
    with pytest.raises(ValueError, match="run_time"):
        run_requirements(stream, 1.0, 0.0)
    with pytest.raises(ValueError, match="exit_diameter"):
        run_requirements(stream, -1.0, 30.0)
