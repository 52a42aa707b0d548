"""Electrons at the first reflectometer station of RAM-C II by finite rates, and by equilibrium as a bound.

NASA TN D-6062 Table X, station 1 (0.0457 m behind the nose of radius 0.1524 m, 7.65 km/s), as transcribed
from the scan by others; the measurement carries a factor of two, the 35 GHz row is of low confidence.
Computed: particles cross the bow shock at several angles from the axis, each with the component of the
speed normal to the shock, and relax with two temperatures along a thin Newtonian layer of constant density:
the pressure falls with the square of the cosine of the angle, and the speed follows from Bernoulli.

Two numbers are given: the largest electron density of all particles, among them those close to the axis
that have most time and that a boundary layer takes in flight; and that of the particle in the middle of the
mass flow through the layer. Above 80 km the whole layer is viscous, so that particles without viscosity can
only bound what was measured: it lies between the two in each row of Park's rates. Rows are common
logarithms; 0.3 is a factor of two. No rate is tuned; misses stay.
"""

import dataclasses
import math

import jax.numpy as jnp
import numpy as np

from boostglide.gas import (
    AIR_WITHOUT_ARGON,
    EquilibriumMixture,
    FrozenAir,
    Kinetics,
    expand_along_stream_tube,
    load_mechanism,
    relax_behind_shock,
    shocked,
)
from boostglide.planet import standard_atmosphere
from verification.row import Row

LONG = True

MEASURED = [("3.348 GHz", 84.77e3, 8.76e16), ("10.044 GHz", 80.77e3, 7.88e17), ("35 GHz", 71.93e3, 9.57e18)]
"""Band, altitude of its onset [m], electron density [1/m^3]."""

SPEED, NOSE_RADIUS, STATION = 7650.0, 0.1524, 0.04572
END = math.acos(1.0 - STATION / NOSE_RADIUS)
ENTRIES = (3.0, 6.0, 12.0, 20.0, 30.0)
"""Angles from the axis at which particles cross the shock [deg]."""

MECHANISMS = ("park1993", "gupta1990")
POINTS = 60


def compare() -> list[Row]:
    """Measured and computed logarithms of the electron density."""
    rows = []
    for name in MECHANISMS:
        kinetics = Kinetics.of(load_mechanism(name), "shared")
        for band, altitude, measured in MEASURED:
            air = standard_atmosphere(altitude)
            stream = float(air.pressure), float(air.temperature)
            largest = max(at_station(kinetics, stream, math.radians(entry)) for entry in ENTRIES)
            middle = at_station(kinetics, stream, math.asin(math.sin(END) / math.sqrt(2.0)))
            words = f"onset of {band}, {altitude / 1e3:.1f} km, {name}, two temperatures"
            rows.append(_row(f"{words}, largest", measured, largest))
            rows.append(_row(f"{words}, middle of the layer", measured, middle))
    for band, altitude, measured in MEASURED:
        air = standard_atmosphere(altitude)
        bound = equilibrium((float(air.pressure), float(air.temperature)))
        rows.append(_row(f"onset of {band}, {altitude / 1e3:.1f} km, equilibrium bound", measured, bound))
    return rows


def _row(words: str, measured: float, found: float) -> Row:
    value = math.log10(measured)
    label = f"log10 of electrons per m^3, station 1, {words}"
    return Row(label, value, math.log10(found), "-", math.log10(2.0) / value, "grantham1970")


def at_station(kinetics: Kinetics, stream: tuple[float, float], entry: float) -> float:
    """Electron density [1/m^3] at the station of a particle that crosses the shock at an angle [rad]."""
    pressure, temperature = stream
    jump = relax_behind_shock(
        kinetics, pressure=pressure, temperature=temperature, speed=SPEED * math.cos(entry),
        mole_fractions=AIR_WITHOUT_ARGON, until=1e-9,
    )  # fmt: skip
    times, pressures = history(float(jump.pressure[0]), float(jump.density[0]), entry)
    found = expand_along_stream_tube(
        kinetics, times=times, pressures=pressures, temperature=float(jump.temperature[0]),
        speed=math.hypot(float(jump.speed[0]), SPEED * math.sin(entry)), mole_fractions=AIR_WITHOUT_ARGON,
        vibrational_temperature=temperature,
    )  # fmt: skip
    return float(found.electron_density[-1])


def history(pressure: float, density: float, entry: float) -> tuple[np.ndarray, np.ndarray]:
    """Times [s] and pressures [Pa] from the shock to the station.

    The density of the layer is taken as two and a half times that of the frozen gas, between frozen and
    equilibrium; the speed depends on its root.
    """
    angle = np.linspace(entry, END, POINTS)
    rise = np.sin(angle) ** 2 - math.sin(entry) ** 2
    speed = np.sqrt((SPEED * math.sin(entry)) ** 2 + 2.0 * pressure / (2.5 * density) * rise)
    slowness = NOSE_RADIUS / speed
    steps = np.diff(angle) * 0.5 * (slowness[1:] + slowness[:-1])
    times = np.concatenate([[0.0], np.cumsum(steps)])
    return times, pressure * (np.cos(angle) / math.cos(entry)) ** 2


def equilibrium(stream: tuple[float, float]) -> float:
    """Electron density behind the normal shock in equilibrium [1/m^3]."""
    frozen, mixture = FrozenAir.of(AIR_WITHOUT_ARGON), EquilibriumMixture.of(AIR_WITHOUT_ARGON)
    pressure, temperature = (jnp.asarray(each) for each in stream)
    ahead = frozen.state_from_temperature(pressure=pressure, temperature=temperature)
    return float(shocked(dataclasses.replace(ahead, speed=jnp.asarray(SPEED)), mixture).electron_density)
