"""Tunnel streams and flight total conditions against independent calculations and the T4 reference case.

Published columns: the stream of a supply of 900 K (perfect gas and variable heat capacity), total
temperatures of flight at 48 km, air and supply of a 1 m tunnel, worked out independently by hand and with
Cantera for N2 0.79 and O2 0.21, which is what they are compared in; the T4 Mach 4 condition from the report
of ESTCj of 2011 (CEA2, air with argon and carbon dioxide, in equilibrium), compared in the same gas.
"""

import jax.numpy as jnp

from boostglide.core import Freestream
from boostglide.facility import (
    TunnelSupply,
    condensation,
    matching_supply,
    shock_tube_supply,
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
from verification.row import Row

STREAMS = [(4, 214, 1174, 222, 1197), (5, 150, 1228, 155, 1252), (6, 110, 1260, 114, 1285),
           (7, 83, 1281, 86, 1306), (8, 65, 1295, 68, 1321)]  # fmt: skip
FLIGHT = [(4, 1137, 1077, 1077), (5, 1624, 1487, 1484), (6, 2219, 1970, 1947), (7, 2923, 2525, 2385),
          (8, 3735, 3153, 2711)]  # fmt: skip


def flight(mach: float) -> Freestream:
    """Flight at 48 km: 102 Pa, 270.65 K."""
    sound_speed = (1.4 * 287.05287 * 270.65) ** 0.5
    values = (102.0 / 287.05287 / 270.65, 102.0, 270.65, sound_speed, mach * sound_speed)
    return Freestream(*(jnp.asarray(value, dtype=float) for value in values))


def compare() -> list[Row]:
    """Published and computed values."""
    return _streams() + _flight_temperatures() + _supply_of_mach_8() + _shock_tube()


def _row(words: str, published: float, computed: object, unit: str, tolerance: float, source: str) -> Row:
    return Row(words, published, float(computed), unit, tolerance, source)  # type: ignore[arg-type]


def _streams() -> list[Row]:
    """Streams of a supply of 900 K."""
    rows = []
    for mach, *published in STREAMS:
        for air, name, values in (
            (PerfectAir(), "perfect gas", published[:2]),
            (FrozenAir.of(AIR_WITHOUT_ARGON), "vibrating", published[2:]),
        ):
            stream = tunnel_stream(TunnelSupply(900.0, 1e6), mach, air).freestream
            words = f"900 K, Mach {mach}, {name}"
            rows.append(_row(f"{words}, temperature", values[0], stream.temperature, "K", 8e-3, "hand"))
            rows.append(_row(f"{words}, speed", values[1], stream.speed, "m/s", 1e-3, "hand"))
    return rows


def _flight_temperatures() -> list[Row]:
    """Total temperatures of flight at 48 km in three kinds of air."""
    frozen, equilibrium = FrozenAir.of(AIR_WITHOUT_ARGON), EquilibriumMixture.of(AIR_WITHOUT_ARGON)
    rows = []
    for mach, *published in FLIGHT:
        air = flight(mach)
        computed = (
            perfect_gas_total_temperature(air),
            total_conditions(air, frozen).temperature,
            stagnation_behind_shock(air, equilibrium).temperature,
        )
        for name, value, result in zip(
            ("perfect", "vibrating", "equilibrium"), published, computed, strict=True
        ):
            rows.append(
                _row(f"48 km, Mach {mach}, total temperature, {name}", value, result, "K", 2e-3, "hand")
            )
    return rows


def _supply_of_mach_8() -> list[Row]:
    """Supply, nozzle and air of a 1 m tunnel at 900 K."""
    perfect = PerfectAir()
    supply = matching_supply(900.0, 8.0, 102.0, perfect)
    stream = tunnel_stream(supply, 8.0, perfect)
    low = tunnel_stream(matching_supply(900.0, 4.0, 5529.3, perfect), 4.0, perfect)
    gap = condensation(stream.freestream).margin
    return [
        _row("supply pressure for 102 Pa at Mach 8", 1.0e6, supply.total_pressure, "Pa", 0.01, "hand"),
        _row("area ratio at Mach 8", 190.0, stream.area_ratio, "-", 2e-3, "naca1135-nozzle"),
        _row("mass flow at Mach 8, 102 Pa, 1 m", 5.6, stream.mass_flow(1.0), "kg/s", 0.015, "hand"),
        _row("margin over condensation, Mach 8, 102 Pa", 15.0, gap, "K", 0.1, "hand"),
        _row("mass flow at Mach 4, 20 km, 1 m", 83.0, low.mass_flow(1.0), "kg/s", 0.01, "hand"),
    ]


def _shock_tube() -> list[Row]:
    """The T4 Mach 4 condition, from the fill to the nozzle exit."""
    air = EquilibriumMixture.of({"N2": 0.78084, "O2": 0.20948, "Ar": 0.00936, "CO2": 0.00032})
    tube = shock_tube_supply(
        fill_pressure=125e3, fill_temperature=300.0, shock_speed=2414.0, supply_pressure=34.37e6, air=air
    )
    nozzle = tunnel_stream(tube.supply, 4.236, air)
    values = (
        ("p2", 7.3158e6, tube.incident.pressure, "Pa"),
        ("T2", 2629.98, tube.incident.temperature, "K"),
        ("p5", 59.5e6, tube.reflected.pressure, "Pa"),
        ("T5", 4551.12, tube.reflected.temperature, "K"),
        ("T5s", 4161.9, tube.relaxed.temperature, "K"),
        ("enthalpy 5s - 1", 5.43114e6, tube.relaxed.enthalpy - tube.fill.enthalpy, "J/kg"),
        ("area ratio", 27.0, nozzle.area_ratio, "-"),
        ("pressure", 93566.0, nozzle.freestream.pressure, "Pa"),
        ("temperature", 1283.91, nozzle.freestream.temperature, "K"),
        ("speed", 2950.67, nozzle.freestream.speed, "m/s"),
    )
    return [
        _row(f"T4, Mach 4 condition, {name}", published, computed, unit, 2e-3, "estcn")
        for name, published, computed, unit in values
    ]
