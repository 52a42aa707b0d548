"""Air in chemical equilibrium against three other codes: composition, thermodynamics, derivatives.

The other codes are NASA cea 3.3.4, Cantera 3.2.0 with its own species file, and Mutation++ 1.2.0; their
numbers were computed with them and are written down here. Cantera's file takes one atmosphere for the
standard pressure, the report of the polynomials one bar; that is most of its difference. Mutation++ has its
own data.
"""

import jax
import jax.numpy as jnp

from boostglide.gas import (
    AIR_WITHOUT_ARGON,
    EquilibriumAir,
    EquilibriumMixture,
    GasState,
    StateDerivatives,
    equilibrium_composition,
)
from boostglide.gas.cantera_phase import phase
from verification.row import Row

ELEVEN = ("N2", "O2", "NO", "N", "O", "N2+", "O2+", "NO+", "N+", "O+", "e-")
TENTH_ATMOSPHERE = 10132.5

ELECTRONS = {
    3000.0: (7.644e-8, 7.689e-8, 7.629e-8),
    5000.0: (7.439e-5, 7.464e-5, 7.277e-5),
    7000.0: (1.498e-3, 1.5071e-3, 1.488e-3),
    10000.0: (7.039e-2, 7.082e-2, 7.035e-2),
    15000.0: (4.689e-1, 4.692e-1, 4.688e-1),
}
"""Mole fraction of electrons by cea, Cantera and Mutation++; N2 0.79, O2 0.21, eleven species, 0.1 atm."""

CODES = (("cea", "cea1994"), ("Cantera", "cantera2025"), ("Mutation++", "mutationpp2020"))
ENTHALPY = {3000.0: 4.536e6, 5000.0: 1.133e7, 7000.0: 3.646e7, 10000.0: 5.401e7, 15000.0: 1.573e8}
"""Enthalpy by Cantera from the elements at 298.15 K [J/kg]."""

CEA = (  # pressure [Pa], temperature [K], electrons [-], density [kg/m^3], enthalpy, heat capacity, exponent
    (1e5, 2500.0, 4.25704602e-10, 0.138897299, 2710949.0, 1665.01888, 1.22702818),
    (1e4, 5000.0, 7.43425405e-05, 0.00554791320, 11241364.2, 5339.60416, 1.14449357),
    (1e4, 7000.0, 1.50445237e-03, 0.00263042045, 36011656.2, 8959.79127, 1.16816368),
    (1e3, 10000.0, 1.89787892e-01, 1.41809972e-4, 70503873.3, 24898.2360, 1.13159397),
    (1e5, 15000.0, 3.40952834e-01, 0.00769014027, 114007897.0, 21510.9275, 1.18748349),
    (1e6, 3000.0, 7.97152669e-09, 1.15243788, 3499314.04, 1885.83943, 1.20995767),
    (1e7, 4000.0, 3.91475247e-07, 8.47419838, 5316436.23, 2289.01074, 1.20284634),
    (1e8, 6000.0, 1.85677883e-05, 53.6926816, 9155516.70, 2291.44123, 1.23521882),
    (1e6, 20000.0, 4.18949637e-01, 0.0508500925, 151394445.0, 13639.7405, 1.25326332),
)
"""Air with argon of the standard atmosphere, all species of cea with ions."""

MARTIAN = (
    (1e4, 3000.0, 3.53705797e-08, 0.0119805736, 378478.121, 10678.2543, 1.10959476),
    (1e3, 6000.0, 3.06282262e-03, 3.35812627e-4, 26599170.6, 23018.2244, 1.11045733),
)
"""The same of CO2 0.96 and N2 0.04."""


def compare() -> list[Row]:
    """Values of the other codes and computed ones."""
    table, martian = EquilibriumAir.load(), EquilibriumMixture.of({"CO2": 0.96, "N2": 0.04})
    return [
        *_three_codes(),
        *(row for values in CEA for row in _against_cea("air", table, values)),
        *(row for values in MARTIAN for row in _against_cea("CO2 with N2", martian, values)),
    ]


def _three_codes() -> list[Row]:
    rows = []
    for temperature, published in ELECTRONS.items():
        found = equilibrium_composition(AIR_WITHOUT_ARGON, temperature, TENTH_ATMOSPHERE, ELEVEN)
        enthalpy = float(phase(ELEVEN).h)
        for value, (code, source) in zip(published, CODES, strict=True):
            name = f"electrons, {temperature:g} K, 0.1 atm, without argon, {code}"
            rows.append(Row(name, value, found["e-"], "-", 0.03, source))
        name = f"enthalpy, {temperature:g} K, 0.1 atm, without argon, Cantera"
        rows.append(Row(name, ENTHALPY[temperature], enthalpy, "J/kg", 0.005, "cantera2025"))
    return rows


@jax.jit
def _at(
    air: EquilibriumAir | EquilibriumMixture, pressure: jax.Array, temperature: jax.Array
) -> tuple[GasState, StateDerivatives]:
    state = air.state_from_temperature(pressure=pressure, temperature=temperature)
    return state, air.derivatives(state)


def _against_cea(gas: str, air: EquilibriumAir | EquilibriumMixture, values: tuple[float, ...]) -> list[Row]:
    pressure, temperature, electrons, density, enthalpy, capacity, exponent = values
    state, slopes = _at(air, jnp.asarray(pressure), jnp.asarray(temperature))
    place = f"{gas}, {temperature:g} K, {pressure:g} Pa, cea"
    rows = (
        ("electrons", electrons, state.electron_density / state.number_density, "-", 0.03),
        ("density", density, state.density, "kg/m^3", 0.005),
        ("enthalpy", enthalpy, state.enthalpy - air.enthalpy_datum, "J/kg", 0.005),
        ("heat capacity", capacity, slopes.heat_capacity_at_constant_pressure, "J/kg/K", 0.005),
        ("isentropic exponent", exponent, slopes.isentropic_exponent, "-", 0.005),
    )
    return [
        Row(f"{name}, {place}", value, float(found), unit, limit, "cea1994")
        for name, value, found, unit, limit in rows
    ]
