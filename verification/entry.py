"""Bundled entry scenarios flown, and published against computed values along their paths."""

from collections.abc import Sequence

import numpy as np

from boostglide.planet import EARTH_ROTATION_RATE, geodetic_to_fixed
from boostglide.scenario import load_scenario
from boostglide.study import FlightRecord, record_flight
from verification.row import Row

History = Sequence[tuple[float, float, float]]
"""Published times since the start [s], altitudes [km] and speeds [m/s]."""


def flown(name: str) -> FlightRecord:
    """The record of a bundled scenario, which must reach its own end."""
    record = record_flight(load_scenario(name))
    if not record.outcome.is_complete:
        raise RuntimeError(f"{name}: {record.outcome.sentence}")
    return record


def inertial_speed(record: FlightRecord) -> np.ndarray:
    """Speed that does not turn with the Earth, along a path [m/s]."""
    path = {name: record.path[name].values for name in record.path}
    place = geodetic_to_fixed(path["latitude"], path["longitude"], path["altitude"])
    turning = EARTH_ROTATION_RATE * np.hypot(place.x, place.y)
    eastward = path["speed"] * np.cos(path["flight_path_angle"]) * np.sin(path["heading"])
    return np.sqrt(path["speed"] ** 2 + 2 * eastward * turning + turning**2)


def history_rows(
    record: FlightRecord,
    name: str,
    speed: np.ndarray,
    history: History,
    source: str,
    tolerances: tuple[float, float],
) -> list[Row]:
    """Altitudes and speeds at the published times, with the tolerance of each."""
    time, altitude = record.path["time"].values, record.path["altitude"].values / 1e3
    rows = []
    for when, *published in history:
        for number, (quantity, unit) in enumerate((("altitude", "km"), ("speed", "m/s"))):
            found = float(np.interp(when, time, (altitude, speed)[number]))
            text = f"{name}, {quantity} at {when:g} s"
            rows.append(Row(text, published[number], found, unit, tolerances[number], source))
    return rows
