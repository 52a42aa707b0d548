"""A thousand relaxations of air in 11 species and two temperatures behind normal shocks, beside Cantera."""

import time

import cantera
import numpy as np
from clock import shortest
from result import Result, timed

from boostglide.gas import Kinetics, cantera_gas, load_mechanism, relax_many
from boostglide.planet import standard_atmosphere
from boostglide.solve import StiffSettings

AIR = {"N2": 0.79, "O2": 0.21}
UNTIL = 0.1
"""Distance behind the shock [m]."""

STATIONS = np.geomspace(1e-4, UNTIL, 30)
TIGHT = StiffSettings(tolerance=1e-7, most_steps=20_000)
COUNTED = 1e15
"""Electron density [1/m^3] from which its error counts."""


def relaxation(members: int = 1000, compared: int = 64) -> list[Result]:
    """Time relaxations to 10 cm at 5 to 9 km/s and 55 to 75 km; the error stands with the program."""
    mechanism = load_mechanism("park1993")
    kinetics, streams = Kinetics.of(mechanism), conditions(members)
    inputs = {"mole_fractions": AIR, "stations": STATIONS}
    seconds = shortest(lambda: relax_many(kinetics, **streams, **inputs), 3)
    few = {name: values[:compared] for name, values in streams.items()}
    found = relax_many(kinetics, **few, **inputs)
    tight = relax_many(kinetics, **few, **inputs, settings=TIGHT)
    error = 100.0 * largest_error(found, tight)
    ours = f"boostglide, error {error:.2f} %"
    alone = cantera_seconds(cantera_gas(mechanism), few, tight, compared)
    ratio = {"ratio": alone * members / seconds, "meaning": "times the seconds of boostglide for as many"}
    peer = "Cantera, one temperature"
    return [
        timed("relaxation", ours, members, seconds),
        timed("relaxation", peer, compared, alone * compared, None, **ratio),
    ]


def conditions(members: int) -> dict[str, np.ndarray]:
    """Streams ahead of the shocks: pressure [Pa], temperature [K], speed [m/s]."""
    random = np.random.default_rng(4)
    airs = [standard_atmosphere(altitude) for altitude in random.uniform(55e3, 75e3, members)]
    return {
        "pressure": np.array([float(air.pressure) for air in airs]),
        "temperature": np.array([float(air.temperature) for air in airs]),
        "speed": random.uniform(5e3, 9e3, members),
    }


def largest_error(found, tight) -> float:
    """Largest relative difference of temperatures, density and electron density [-]."""
    names = ("temperature", "vibrational_temperature", "density", "electron_density")
    counted = tight.electron_density > COUNTED
    errors = [np.abs(getattr(found, name) / getattr(tight, name) - 1.0) for name in names]
    return max(float(np.max(each)) for each in (*errors[:3], errors[3][counted]))


def cantera_seconds(gas, streams, profiles, count: int) -> float:
    """Seconds of one reactor of Cantera at constant pressure, over the same time, from the same enthalpy."""
    begin = time.perf_counter()
    for row in range(count):
        # Undissociated air that has lost its speed.
        gas.TPX = streams["temperature"][row], profiles.pressure[row, -1], AIR
        gas.HP = gas.h + 0.49 * streams["speed"][row] ** 2, gas.P
        reactor = cantera.IdealGasConstPressureReactor(gas, clone=False)
        network = cantera.ReactorNet([reactor])
        network.rtol, network.atol, network.max_steps = 1e-6, 1e-14, 200_000
        network.advance(float(profiles.time[row, -1]))
    return (time.perf_counter() - begin) / count
