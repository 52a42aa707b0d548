"""The path of a flight as places in degrees, by phase, cut where it crosses the date line."""

import itertools
from typing import NamedTuple

import numpy as np

from boostglide.report import style
from boostglide.report.plain import plain
from boostglide.study import Event, FlightRecord

COLORS = (style.COMPUTED, style.CLAIMED, style.THIRD, style.SECOND, "#cc79a7", "#56b4e9")
"""Colours of phases, which take turns; Okabe and Ito's palette."""

_LONGEST_ARC, _LONGEST_TURN = np.radians(2.0), np.radians(10.0)
_MOST_BETWEEN = 64


class Stretch(NamedTuple):
    """The points of one phase: number, name, colour, time [s], places [degree] and altitude [m]."""

    number: int
    phase: str
    color: str
    time: np.ndarray
    longitude: np.ndarray
    latitude: np.ndarray
    altitude: np.ndarray


def phase_names(record: FlightRecord) -> list[str]:
    """Names of the phases by number, as the path lists them, with a number where one name comes again.

    A phase that has no name is called by its number.
    """
    attributes = {**record.path.attrs, **record.path["phase"].attrs}
    listed = [plain(name) for name in str(attributes.get("phase_names", "")).split("\n") if name]
    names = [
        name if name not in listed[:place] else f"{name} {listed[: place + 1].count(name)}"
        for place, name in enumerate(listed)
    ]
    count = int(np.max(record.path["phase"].values, initial=0)) + 1
    return names + [f"phase {number}" for number in range(len(names), count)]


def usable_points(record: FlightRecord) -> np.ndarray:
    """Numbers of the points that have a time and a place, of which the time grows from each to the next."""
    path = record.path
    channels = ("time", "latitude", "longitude", "altitude")
    known = np.flatnonzero(np.all([np.isfinite(path[name].values) for name in channels], axis=0))
    time = path["time"].values[known]
    later = np.concatenate([[True], time[1:] > np.maximum.accumulate(time)[:-1]]) if known.size else known
    chosen = known[np.asarray(later, bool)]
    if chosen.size < 2:
        raise ValueError(f"Argument `record` must hold a path of two points, but `{record.name}` has none.")
    return chosen


def phase_stretches(record: FlightRecord) -> list[Stretch]:
    """The path in stretches of one phase each; each opens with the last point of the one before it.

    Parameters
    ----------
    record
        A flight with a path of two points.

    Raises
    ------
    ValueError
        If fewer than two points have a time and a place.
    """
    points, names = usable_points(record), phase_names(record)
    phases = np.rint(record.path["phase"].values[points]).astype(int)
    bounds = [0, *(np.flatnonzero(np.diff(phases)) + 1), points.size]
    stretches = []
    for start, end in itertools.pairwise(bounds):
        inside = points[max(start - 1, 0) : end]
        if inside.size > 1:
            stretches.append(_stretch(record, inside, int(phases[start]), names))
    return stretches


def _stretch(record: FlightRecord, points: np.ndarray, number: int, names: list[str]) -> Stretch:
    path = record.path
    longitude = wrapped(np.degrees(path["longitude"].values[points]))
    latitude = np.clip(np.degrees(path["latitude"].values[points]), -90.0, 90.0)
    color = COLORS[number % len(COLORS)]
    time, altitude = path["time"].values[points], path["altitude"].values[points]
    return Stretch(number, names[number], color, time, longitude, latitude, altitude)


def wrapped(longitude: np.ndarray) -> np.ndarray:
    """Longitudes from -180 to 180 [degree]; 180 itself keeps its sign."""
    longitude = np.asarray(longitude, float)
    inside = (longitude + 180.0) % 360.0 - 180.0
    return np.where(np.abs(longitude) <= 180.0, longitude, inside)


def flat_lines(stretch: Stretch) -> list[np.ndarray]:
    """A stretch as lines on a flat map of longitude and latitude, none across the date line.

    Long steps and steps about a pole get points of the great circle between them, so that straight lines
    on the map follow the flight.

    Parameters
    ----------
    stretch
        Part of a path.

    Returns
    -------
    list of array
        Longitude and latitude [degree] and altitude [m], each of shape (points, 3).
    """
    places = _with_great_circles(stretch)
    lines, current = [], [places[0]]
    for before, after in itertools.pairwise(places):
        if abs(after[0] - before[0]) > 180.0:
            edge = 180.0 if after[0] < before[0] else -180.0
            share = (edge - before[0]) / (after[0] + 2 * edge - before[0])
            crossing = before + share * (after - before)
            current.append(np.array([edge, *crossing[1:]]))
            lines.append(np.array(current))
            current = [np.array([-edge, *crossing[1:]])]
        current.append(after)
    lines.append(np.array(current))
    return [_without_repeats(line) for line in lines if len(_without_repeats(line)) > 1]


def _without_repeats(line: np.ndarray) -> np.ndarray:
    moved = np.any(np.diff(line, axis=0) != 0, axis=1)
    return line[np.concatenate([[True], moved])]


def _with_great_circles(stretch: Stretch) -> np.ndarray:
    """Points with others of the great circle between those that lie far apart, shape (points, 3)."""
    places = np.column_stack([stretch.longitude, stretch.latitude, stretch.altitude])
    longitude, latitude = np.radians(places[:, 0]), np.radians(places[:, 1])
    level = np.cos(latitude)
    vectors = np.column_stack([level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)])
    arcs = np.arccos(np.clip(np.sum(vectors[1:] * vectors[:-1], axis=1), -1.0, 1.0))
    turns = np.abs((np.diff(longitude) + np.pi) % (2 * np.pi) - np.pi)
    parts = np.maximum(arcs / _LONGEST_ARC, np.where(arcs > 1e-6, turns / _LONGEST_TURN, 0.0))
    counts = np.clip(np.ceil(parts), 1, _MOST_BETWEEN).astype(int)
    pieces = [places[:1]]
    for place, count in enumerate(counts):
        if count > 1:
            pieces.append(_great_circle(vectors[place : place + 2], places[place : place + 2, 2], count))
        pieces.append(places[place + 1 : place + 2])
    return np.concatenate(pieces)


def _great_circle(ends: np.ndarray, altitude: np.ndarray, count: int) -> np.ndarray:
    """Points between two places, `count` steps apart; a step through half the Earth has none."""
    share = np.arange(1, count) / count
    points = ends[0] + share[:, None] * (ends[1] - ends[0])
    length = np.linalg.norm(points, axis=1)
    points = points[length > 1e-9] / length[length > 1e-9, None]
    heights = np.interp(share[length > 1e-9], [0.0, 1.0], altitude)
    longitude = np.degrees(np.arctan2(points[:, 1], points[:, 0]))
    return np.column_stack([longitude, np.degrees(np.arcsin(np.clip(points[:, 2], -1, 1))), heights])


def placed_events(record: FlightRecord) -> list[tuple[Event, np.ndarray]]:
    """Events that have a place, with longitude and latitude [degree] and altitude [m].

    Parameters
    ----------
    record
        The flight.
    """
    placed = []
    for event in record.events:
        values = [event.values.get(name, np.nan) for name in ("longitude", "latitude", "altitude")]
        if np.all(np.isfinite(values)):
            longitude = float(wrapped(np.degrees(np.array([values[0]])))[0])
            placed.append((event, np.array([longitude, np.degrees(values[1]), values[2]])))
    return placed
