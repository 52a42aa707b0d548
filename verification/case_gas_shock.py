"""Normal and reflected shocks in equilibrium air against ESTCn, Huber's table and a ballistic range.

Sources: ESTCn manual (5-species air and 13-species air with argon), NACA TN 4352 Table IV as quoted there,
Shock Waves 11 (2001), case 3, as transcribed in the Eilmer examples. The air here has no argon; that explains
most of the differences to air with argon.
"""

import jax.numpy as jnp

from boostglide.core import Freestream
from boostglide.gas import (
    LOBB,
    SEIFF,
    EquilibriumAir,
    normal_shock,
    reflected_shock,
    shocked,
    standoff_distance,
    upstream_state,
)
from verification.row import Row

MOLAR_GAS = 8.31446261815324 / 0.02885064


def stream(pressure: float, temperature: float, speed: float) -> Freestream:
    """Stream of N2 and O2 from pressure [Pa], temperature [K] and speed [m/s]."""
    density = pressure / (MOLAR_GAS * temperature)
    values = (density, pressure, temperature, (1.4 * MOLAR_GAS * temperature) ** 0.5, speed)
    return Freestream(*(jnp.asarray(value, dtype=float) for value in values))


def compare() -> list[Row]:
    """Published and computed values."""
    air = EquilibriumAir.load()
    ahead = upstream_state(stream(125e3, 300.0, 2414.0), air)
    behind = shocked(ahead, air)
    wall = reflected_shock(ahead, behind, air)
    supply = air.state_from_entropy(pressure=jnp.asarray(34.37e6), entropy=wall.entropy)
    heat = float(supply.enthalpy - ahead.enthalpy)
    chain = [
        ("pressure behind the incident shock, T4", 7.2897e6, behind.pressure, "Pa", 0.001),
        ("temperature behind the incident shock, T4", 2615.79, behind.temperature, "K", 0.001),
        ("pressure behind the reflected shock, T4", 59.375e6, wall.pressure, "Pa", 0.002),
        ("temperature behind the reflected shock, T4", 4529.8, wall.temperature, "K", 0.001),
        ("nozzle supply temperature, T4", 4143.27, supply.temperature, "K", 0.001),
        ("nozzle supply enthalpy above the fill, T4", 5.43258e6, heat, "J/kg", 0.002),
    ]
    hot = normal_shock(stream(59.0, 283.0, 11296.0), air)
    huber = [
        ("pressure behind the shock, 11.3 km/s", 86.5e3, hot.pressure, "Pa", 0.005),
        ("temperature behind the shock, 11.3 km/s", 12000.0, hot.temperature, "K", 0.005),
    ]
    ball, radius = stream(20e3, 296.0, 4680.0), jnp.asarray(31.8e-3)
    gaps = [
        (f"stand-off distance, coefficient {c}", 2.59e-3, standoff_distance(ball, air, radius, c), "m", 0.05)
        for c in (SEIFF, LOBB)
    ]
    groups = [(chain, "estcn"), (huber, "huber1958"), (gaps, "sawada2001")]
    return [
        Row(name, published, float(computed), unit, tolerance, source)
        for group, source in groups
        for name, published, computed, unit, tolerance in group
    ]
