"""Columns of a track: which names and units a header may have, and the factor of each to SI."""

from __future__ import annotations

import difflib
import math
import re
from typing import NamedTuple

from boostglide.scenario.fault import Refusal, shown

_UNITS: dict[str, dict[str, tuple[float, float]]] = {
    "time": {
        "s": (1.0, 0.0),
        "sec": (1.0, 0.0),
        "seconds": (1.0, 0.0),
        "ms": (1e-3, 0.0),
        "min": (60.0, 0.0),
        "h": (3600.0, 0.0),
    },
    "length": {
        "m": (1.0, 0.0),
        "km": (1e3, 0.0),
        "ft": (0.3048, 0.0),
        "kft": (304.8, 0.0),
        "mi": (1609.344, 0.0),
        "nmi": (1852.0, 0.0),
    },
    "angle": {"deg": (math.pi / 180.0, 0.0), "rad": (1.0, 0.0)},
    "speed": {
        "m_s": (1.0, 0.0),
        "mps": (1.0, 0.0),
        "km_s": (1e3, 0.0),
        "kmps": (1e3, 0.0),
        "km_h": (1.0 / 3.6, 0.0),
        "kmh": (1.0 / 3.6, 0.0),
        "ft_s": (0.3048, 0.0),
        "fps": (0.3048, 0.0),
        "kft_s": (304.8, 0.0),
        "mph": (0.44704, 0.0),
        "kn": (1852.0 / 3600.0, 0.0),
        "kt": (1852.0 / 3600.0, 0.0),
        "knot": (1852.0 / 3600.0, 0.0),
    },
    "number": {"": (1.0, 0.0), "1": (1.0, 0.0)},
    "density": {"kg_m3": (1.0, 0.0), "g_cm3": (1e3, 0.0), "slug_ft3": (515.378818, 0.0)},
    "pressure": {
        "pa": (1.0, 0.0),
        "hpa": (1e2, 0.0),
        "mbar": (1e2, 0.0),
        "kpa": (1e3, 0.0),
        "torr": (101325.0 / 760.0, 0.0),
        "psi": (6894.757293, 0.0),
        "psf": (47.88025898, 0.0),
    },
    "temperature": {"k": (1.0, 0.0), "degc": (1.0, 273.15), "degr": (5.0 / 9.0, 0.0)},
}
"""Factor to SI and what is then added, by kind and by unit as it stands in a header."""


class Column(NamedTuple):
    """A quantity that a track can hold.

    Parameters
    ----------
    kind
        Kind of unit.
    aliases
        Other names that a header may use.
    low, high
        Range of the values, in SI.
    words
        The range for a person.
    """

    kind: str
    aliases: tuple[str, ...]
    low: float
    high: float
    words: str


_TURN, _QUARTER = 2.0 * math.pi * (1 + 1e-12), 0.5 * math.pi * (1 + 1e-12)

COLUMNS: dict[str, Column] = {
    "time": Column("time", ("t", "elapsed_time", "time_since_launch"), -1e9, 1e10, "a time"),
    "altitude": Column(
        "length",
        ("alt", "height", "h", "geometric_altitude", "geodetic_altitude"),
        -5e3,
        1000e3,
        "an altitude of -5 to 1000 km",
    ),
    "latitude": Column(
        "angle", ("lat", "geodetic_latitude"), -_QUARTER, _QUARTER, "a latitude of -90 to 90 deg"
    ),
    "longitude": Column(
        "angle", ("lon", "lng", "long"), -0.5 * _TURN, _TURN, "a longitude of -180 to 360 deg"
    ),
    "speed": Column(
        "speed",
        ("v", "velocity", "relative_speed", "relative_velocity"),
        0.0,
        2e4,
        "a speed of 0 to 20 km/s relative to the Earth",
    ),
    "flight_path_angle": Column(
        "angle", ("fpa", "gamma"), -_QUARTER, _QUARTER, "a flight-path angle of -90 to 90 deg"
    ),
    "heading": Column("angle", ("azimuth", "course"), -0.5 * _TURN, _TURN, "a heading of -180 to 360 deg"),
    "mach": Column("number", ("mach_number",), 0.0, 100.0, "a Mach number of 0 to 100"),
    "density": Column("density", ("rho", "air_density"), 1e-20, 10.0, "a density above 0, up to 10 kg/m^3"),
    "pressure": Column("pressure", ("p", "static_pressure"), 1e-20, 2e5, "a pressure above 0, up to 2 bar"),
    "temperature": Column(
        "temperature", ("air_temperature", "static_temperature"), 10.0, 5e3, "a temperature of 10 to 5000 K"
    ),
}
"""What a track can hold, by the name that its column should have."""

_NAMES = {name: key for key, column in COLUMNS.items() for name in (key, *column.aliases)}


class Reading(NamedTuple):
    """How one column of a file is read: its quantity, and value in SI = number times factor plus offset."""

    quantity: str
    factor: float
    offset: float


def read_header(cell: str) -> tuple[str, Reading | Refusal] | None:
    """What a header cell such as ``altitude_km``, ``altitude [km]`` or ``lat (deg)`` stands for.

    Parameters
    ----------
    cell
        One cell of the first line.

    Returns
    -------
    The quantity, with the way to read it or the reason why it cannot be read; None for a cell that names no
    quantity of a track.
    """
    plain = _plain(cell)
    for name in sorted(_NAMES, key=len, reverse=True):
        if plain == name or plain.startswith(f"{name}_"):
            quantity = _NAMES[name]
            return quantity, _read_unit(cell, quantity, plain[len(name) :].lstrip("_"))
    return None


def wanted_header(quantity: str) -> str:
    """The header that a quantity should have, with its first unit."""
    return "_".join(part for part in (quantity, next(iter(_UNITS[COLUMNS[quantity].kind]))) if part)


def advice_for(quantity: str, headers: list[str]) -> str:
    """How to name a column that is missing, given the headers that are there."""
    wanted = wanted_header(quantity)
    near = difflib.get_close_matches(quantity, [_plain(cell) for cell in headers], n=1, cutoff=0.6)
    return f"name it `{wanted}`" + (f"; is `{near[0]}` meant?" if near else "")


def _read_unit(cell: str, quantity: str, unit: str) -> Reading | Refusal:
    units = _UNITS[COLUMNS[quantity].kind]
    if unit in units:
        return Reading(quantity, *units[unit])
    known = [f"{quantity}_{each}" if each else quantity for each in units]
    found = f"{shown(cell)} without a unit" if not unit else f"the unknown unit in {shown(cell)}"
    advice = f"write one of {', '.join(known)}, or rename the column if it is something else"
    return Refusal(f"a column of {quantity.replace('_', ' ')} with its unit", found, advice)


def _plain(cell: str) -> str:
    """A header in lower case, its unit set off by an underscore: ``v [km/s]`` becomes ``v_km_s``."""
    text = cell.strip().lower().replace("kg/m^3", "kg_m3").replace("^", "")
    return re.sub(r"_+", "_", re.sub(r"[\s\[\]()/.\-]+", "_", text)).strip("_")
