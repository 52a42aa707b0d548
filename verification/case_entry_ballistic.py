"""Entries without lift: Project Fire II, Stardust and RAM C-II against their published paths.

The bundled scenarios fly the published entry states with published mass, area and drag through the US
Standard Atmosphere 1976; nothing is fitted. lewis1966 is a computed path too, through air that two sounding
rockets measured on the day. Its numbers, like those of desai2008, grantham1970 and rivell2006, were read in
transcriptions by others. Drag of Stardust at Mach 10.5 is used below that, where the capsule had less. The
drag of RAM C-II follows from its shape, without viscous drag, and its entry angle from the first rows of
the published table.

The published heating of Stardust includes radiation. Sutton and Graves give convection to a cold wall, so
that the peak falls short; from the published heat load 9 percent is taken off, the share of radiation. How
the published computations treat the wall was not seen: that the two heat loads agree so closely is chance.
"""

import numpy as np

from boostglide.study import FlightRecord
from verification.entry import flown, history_rows
from verification.row import Row

VEHICLES = ("fire-ii", "stardust", "ram-c-ii")
LONG = True  # flies for a while: `python -m verification` runs it, the tests only look at its page

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
CONVECTIVE_SHARE = 0.91  # of the heat load of Stardust [-]


def compare() -> list[Row]:
    """The three flights in turn."""
    return _fire() + _stardust() + _ram()


def _fire() -> list[Row]:
    record = flown("fire-ii-entry")
    history = [(time - FIRE_START, altitude, speed) for time, altitude, speed in FIRE]
    rows = history_rows(record, "Fire II", _speed(record), history, "lewis1966", (0.01, 0.03))
    load = record.summary["peak_deceleration_g"]
    return [*rows, Row("Fire II, peak load", 74.3, load, "g", 0.05, "lewis1966")]


def _stardust() -> list[Row]:
    record = flown("stardust-entry")
    path, source = record.path, "desai2008"
    altitude, time = (
        float(np.interp(-DROGUE_MACH, -path["mach"].values[-50:], path[name].values[-50:]))
        for name in ("altitude", "time")
    )
    return [
        Row("Stardust, peak load", 32.89, record.summary["peak_deceleration_g"], "g", 0.05, source),
        Row("Stardust, altitude at Mach 1.23", 31.03, altitude / 1e3, "km", 0.03, source),
        Row("Stardust, time of Mach 1.23 (drogue)", 137.9, time, "s", 0.02, source),
        *_stardust_heating(record),
    ]


def _stardust_heating(record: FlightRecord) -> list[Row]:
    flux, load = record.summary["peak_heat_flux_w_m2"] / 1e4, record.summary["heat_load_j_m2"] / 1e4
    source, published = "rivell2006", CONVECTIVE_SHARE * 23730.0
    return [
        Row("Stardust, greatest heat flux (computed: cold wall)", 856.0, flux, "W/cm^2", 0.15, source),
        Row("Stardust, convective heat load (cold wall)", published, load, "J/cm^2", 0.15, source),
    ]


def _ram() -> list[Row]:
    record = flown("ram-c-ii-entry")
    history = [(time - RAM_START, altitude, speed) for time, altitude, speed in RAM]
    return history_rows(record, "RAM C-II", _speed(record), history, "grantham1970", (0.02, 0.03))


def _speed(record: FlightRecord) -> np.ndarray:
    return record.path["speed"].values
