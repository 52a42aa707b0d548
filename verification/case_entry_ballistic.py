"""Entries without lift: Project Fire II, Stardust and RAM C-II against their published paths.

The bundled scenarios fly the published entry states with published mass, area and drag through the US Standard
Atmosphere 1976; nothing is fitted. lewis1966 is a computed path too, through air that two sounding rockets
measured on the day. Its numbers, like those of desai2008, grantham1970 and rivell2006, were read in
transcriptions by others. The heat flux of Stardust is a computed one; Sutton and Graves know convection only,
so that it must fall short of the peak, and 9 percent of the published heat load, the share of radiation, is
taken off. Drag at Mach 10.5 is used below that, where the capsule had less. The drag of RAM C-II follows from
its shape, without viscous drag, and its entry angle from the first rows of the published table.
"""

import jax
import numpy as np

from boostglide.core import Trajectory
from boostglide.heating import heating_along
from verification.entry import flown, history_rows, peak_load
from verification.row import Row

FIRE_START = 1618.25  # [s]
FIRE = [
    (1624.25, 103.37475, 11365.521),
    (1634.75, 74.387964, 11345.35),
    (1636.25, 70.362851, 11305.721),
    (1640.75, 58.606334, 10936.252),
    (1643.25, 52.432229, 10409.885),
    (1645.25, 47.808718, 9729.155),
    (1648.25, 41.664103, 8139.281),
    (1650.25, 38.283413, 6728.43),
    (1652.75, 34.955531, 5001.846),
    (1656.25, 31.725946, 3119.968),
    (1660.25, 29.405504, 1845.926),
    (1670.25, 26.186282, 743.091),
]
RAM_START = 363.9  # [s]
RAM = [
    (379.3, 106.68, 7620.0),
    (395.4, 74.68, 7650.0),
    (402.3, 60.96, 7650.0),
    (410.1, 45.72, 7560.0),
    (414.0, 38.10, 7320.0),
    (418.3, 30.48, 6550.0),
    (421.1, 25.91, 5610.0),
    (423.3, 22.86, 4600.0),
    (426.3, 19.81, 3290.0),
    (430.8, 16.76, 1860.0),
    (438.9, 13.72, 760.0),
]
DROGUE_MACH = 1.23
NOSE_RADIUS, EMISSIVITY = 0.2286, 0.9  # [m], [-] of Stardust


def compare() -> list[Row]:
    """The three flights in turn."""
    return _fire() + _stardust() + _ram()


def _fire() -> list[Row]:
    path = flown("fire-ii-entry")
    history = [(time - FIRE_START, altitude, speed) for time, altitude, speed in FIRE]
    rows = history_rows("Fire II", path, path.speed[0], history, "lewis1966", (0.01, 0.03))
    return [*rows, Row("Fire II, peak load", 74.3, peak_load(path), "g", 0.05, "lewis1966")]


def _stardust() -> list[Row]:
    path = flown("stardust-entry")
    slow = int(np.argmax(path.mach[0] < DROGUE_MACH))
    load, flux = _heating(path)
    source = "desai2008"
    return [
        Row("Stardust, peak load", 32.89, peak_load(path), "g", 0.05, source),
        Row("Stardust, altitude at Mach 1.23", 31.03, path.altitude[0, slow] / 1e3, "km", 0.03, source),
        Row("Stardust, time of Mach 1.23 (drogue)", 137.9, float(path.time[0, slow]), "s", 0.02, source),
        Row("Stardust, greatest heat flux, radiation included", 856.0, flux, "W/cm^2", 0.15, "rivell2006"),
        Row("Stardust, convective heat load", 0.91 * 23730.0, load, "J/cm^2", 0.15, "rivell2006"),
    ]


def _heating(path: Trajectory) -> tuple[float, float]:
    """Heat load [J/cm^2] and greatest heat flux [W/cm^2] of a radiating wall."""
    history = heating_along(jax.tree.map(lambda leaf: leaf[0], path), NOSE_RADIUS, EMISSIVITY)
    return float(history.heat_load[-1]) / 1e4, float(np.max(history.heat_flux)) / 1e4


def _ram() -> list[Row]:
    path = flown("ram-c-ii-entry")
    history = [(time - RAM_START, altitude, speed) for time, altitude, speed in RAM]
    return history_rows("RAM C-II", path, path.speed[0], history, "grantham1970", (0.02, 0.03))
