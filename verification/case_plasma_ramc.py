"""Equilibrium electron density behind the nose shock against the reflectometer of a flown sphere-cone.

Source: NASA TN D-6062 Table X, station 1 (RAM-C II, nose radius 0.1524 m, 7.65 km/s), as transcribed from the
scan by others; the measurement carries a factor of two, the Ka row is of low confidence. Equilibrium has too
many electrons at these altitudes: the miss by factors of 25, 6 and 2 is the finding; it is shown.
"""

import jax
import jax.numpy as jnp

from boostglide.core import Freestream
from boostglide.gas import EquilibriumAir, normal_shock
from boostglide.planet import StandardAtmosphere1976
from verification.row import Row

MEASURED = [
    ("S, 3.348 GHz", 84.77e3, 8.76e16),
    ("X, 10.044 GHz", 80.77e3, 7.88e17),
    ("Ka, 35 GHz", 71.93e3, 9.57e18),
]


def compare() -> list[Row]:
    """Measured and computed electron densities; within a factor of two counts as agreement."""
    air, atmosphere, shock = EquilibriumAir.load(), StandardAtmosphere1976(), jax.jit(normal_shock)
    rows = []
    for band, altitude, measured in MEASURED:
        ambient = atmosphere(jnp.asarray(altitude))
        point = Freestream(
            ambient.density, ambient.pressure, ambient.temperature, ambient.sound_speed, jnp.asarray(7650.0)
        )
        computed = float(shock(point, air).electron_density)
        label = f"electron density, station 1, onset of {band}, {altitude / 1e3:.1f} km, equilibrium bound"
        rows.append(Row(label, measured, computed, "1/m^3", 1.0, "grantham1970"))
    return rows
