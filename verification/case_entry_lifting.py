"""Entries with lift: Apollo 10 and 4 with the bank angles that were flown, and a textbook Shuttle entry.

The bundled scenarios fly the published entry states, masses, trim coefficients and bank angles through the
US Standard Atmosphere 1976; nothing is fitted. The bank angles of both capsules and the path of Apollo 10
were digitised from figures by others (graves1972, hillje1969). Speeds of Apollo 10 are inertial; the
digitised one at 30 s is 130 m/s below the entry speed, which no drag at that altitude explains. The path of
Apollo 4 is that of a table (ried1972); its entry angle comes from its first three altitudes. Its misses
begin in the skip: 3 percent more lift than published raises its top from 68.6 km to 72.9 km, so that the
path behind it says more about bank angles and a lift known to a few percent than about the equations.

The Shuttle problem has a published optimum; its controls were found again, with few points, so that the
cross-range falls a little short.
"""

import numpy as np

from boostglide.planet import great_circle_distance
from boostglide.study import FlightRecord
from verification.entry import flown, history_rows, inertial_speed
from verification.row import Row

VEHICLES = ("apollo-command-module", "shuttle-orbiter")
LONG = True  # flies for a while: `python -m verification` runs it, the tests only look at its page

APOLLO_10 = [
    (30.49, 86.255, 10935.0),
    (60.98, 62.819, 10570.0),
    (80.91, 56.846, 9536.0),
    (117.26, 59.615, 8017.0),
    (150.10, 58.072, 7171.0),
    (180.59, 57.360, 6284.0),
    (234.92, 59.299, 5344.0),
    (270.10, 54.235, 4882.0),
    (300.59, 51.624, 4420.0),
    (360.39, 39.124, 2243.0),
    (414.33, 26.663, 928.0),
]
APOLLO_4 = [
    (32.0, 85.706, 10760.0),
    (52.0, 67.470, 10640.0),
    (72.0, 56.688, 9798.1),
    (80.0, 55.604, 9269.3),
    (102.0, 59.359, 8192.1),
    (152.0, 64.090, 7110.7),
    (232.0, 72.776, 6617.8),
    (282.0, 73.505, 6469.4),
    (372.0, 65.581, 6121.6),
    (452.0, 48.388, 4552.5),
    (532.0, 40.403, 2054.7),
]
APOLLO_10_PARACHUTES = (-15.5103, -165.1499)  # [deg], geodetic, at 5.683 km, reached by falling straight down
FOOT = 0.3048  # [m]


def compare() -> list[Row]:
    """The three flights in turn."""
    return _apollo_10() + _apollo_4() + _shuttle()


def _apollo_10() -> list[Row]:
    record = flown("apollo-10-entry")
    speed = inertial_speed(record)
    rows = history_rows(record, "Apollo 10", speed, APOLLO_10, "graves1972", (0.03, 0.03))
    start, end = _place(record, 0), _place(record, -1)
    published = _distance(start, np.radians(APOLLO_10_PARACHUTES))
    name = "Apollo 10, distance from entry to the parachutes"
    return [*rows, Row(name, published, _distance(start, end), "km", 0.03, "szelc1969; lee2024")]


def _apollo_4() -> list[Row]:
    record = flown("apollo-4-entry")
    time, altitude = record.path["time"].values, record.path["altitude"].values / 1e3
    speed = record.path["speed"].values
    dip, skip = altitude[time < 120.0].min(), altitude[time > 150.0].max()
    load = record.summary["peak_deceleration_g"]
    return [
        *history_rows(record, "Apollo 4", speed, APOLLO_4, "ried1972", (0.03, 0.03)),
        Row("Apollo 4, lowest point of the dip", 55.60, float(dip), "km", 0.01, "ried1972"),
        Row("Apollo 4, top of the skip", 73.51, float(skip), "km", 0.03, "ried1972"),
        Row("Apollo 4, peak load", 7.26, load, "g", 0.05, "hillje1969"),
    ]


def _shuttle() -> list[Row]:
    last = flown("shuttle-largest-cross-range").path.isel(point=-1)
    latitude, angle = np.degrees(float(last["latitude"])), np.degrees(float(last["flight_path_angle"]))
    time, speed = float(last["time"]), float(last["speed"]) / FOOT
    source = "betts2010"
    return [
        Row("Shuttle, greatest cross-range as latitude", 34.1412, latitude, "deg", 0.005, source),
        Row("Shuttle, time to 80,000 ft", 2008.59, time, "s", 0.005, source),
        Row("Shuttle, speed at 80,000 ft", 2500.0, speed, "ft/s", 0.005, source),
        Row("Shuttle, angle at 80,000 ft", -5.0, angle, "deg", 0.02, source),
    ]


def _place(record: FlightRecord, point: int) -> np.ndarray:
    """Latitude and longitude of a point of a path [rad]."""
    return np.array([record.path[name].values[point] for name in ("latitude", "longitude")])


def _distance(first: np.ndarray, second: np.ndarray) -> float:
    """Great-circle distance of two places [km]."""
    return float(great_circle_distance(*first, *second)) / 1e3
