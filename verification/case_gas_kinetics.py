"""Finite-rate air at one temperature against the reactors of Cantera with the same rates and species data.

A particle of air starts undissociated at 9000 K and 10 kPa, at constant pressure or at constant volume, with
the 11 species of Park (1993). Reference values are Cantera's, at tolerance 1e-10; a difference above 0.05 K
in temperature or 1e-6 in a mass fraction is a miss. Far ends are compared with Cantera's equilibrium.
"""

import cantera
import numpy as np

from boostglide.gas import (
    History,
    Kinetics,
    cantera_gas,
    load_mechanism,
    react_at_constant_pressure,
    react_at_constant_volume,
)
from verification.row import Row

AIR = {"N2": 0.79, "O2": 0.21}
PRESSURE, TEMPERATURE, UNTIL, FAR = 1e4, 9000.0, 1e-3, 1e3
SOURCE = "cantera2025"
SHOWN = ("N2", "NO", "N", "O", "NO+", "N+")


def reactor_rows(name: str, found: History, kind: type) -> list[Row]:
    """Temperatures along the way, and mass fractions at the end."""
    gas = cantera_gas(load_mechanism("park1993"))
    gas.TPX = TEMPERATURE, PRESSURE, AIR
    reactor = kind(gas, clone=False)
    network = cantera.ReactorNet([reactor])
    network.rtol, network.atol, network.max_steps = 1e-10, 1e-18, 200_000
    rows = []
    for time in (1e-6, 1e-5, 1e-4, UNTIL):
        row = int(np.searchsorted(found.time, time * (1.0 - 1e-12)))
        network.advance(float(found.time[row]))
        what = f"temperature after {found.time[row] * 1e6:.3g} us, {name}"
        rows.append(Row(what, reactor.T, float(found.temperature[row]), "K", 0.05 / reactor.T, SOURCE))
    for species in SHOWN:
        number = gas.species_index(species)
        expected, value = float(reactor.phase.Y[number]), float(found.mass_fractions[-1, number])
        rows.append(Row(f"mass fraction of {species}, {name}", expected, value, "-", 1e-6 / expected, SOURCE))
    return rows


def equilibrium_rows(name: str, found: History) -> list[Row]:
    """Mole fractions long after, against equilibrium at the same temperature and pressure."""
    gas = cantera_gas(load_mechanism("park1993"))
    gas.TPX = float(found.temperature[-1]), float(found.pressure[-1]), AIR
    gas.equilibrate("TP", rtol=1e-11)
    last = zip(gas.species_names, gas.X, found.mole_fractions[-1], strict=True)
    return [
        Row(
            f"equilibrium mole fraction of {species}, {name}",
            float(expected),
            float(value),
            "-",
            1e-6,
            SOURCE,
        )
        for species, expected, value in last
        if species in (*SHOWN, "e-")
    ]


def compare() -> list[Row]:
    """Values of Cantera and ours."""
    kinetics = Kinetics.of(load_mechanism("park1993"), "one")
    start = {"pressure": PRESSURE, "temperature": TEMPERATURE, "mole_fractions": AIR}
    pairs = (
        ("constant pressure", react_at_constant_pressure, cantera.IdealGasConstPressureReactor),
        ("constant volume", react_at_constant_volume, cantera.IdealGasReactor),
    )
    rows = []
    for name, react, kind in pairs:
        rows += reactor_rows(name, react(kinetics, until=UNTIL, **start), kind)
        rows += equilibrium_rows(name, react(kinetics, until=FAR, **start))
    return rows
