"""A flight as CZML, which a Cesium globe plays: a moving body, its track by phase, its events."""

import datetime
import html
import json
import pathlib
from typing import Any

import numpy as np

from boostglide.report.exchange.epoch import EPOCH, EPOCH_WORDS, iso, parsed
from boostglide.report.exchange.event_words import event_sentence
from boostglide.report.exchange.stretches import (
    Stretch,
    phase_stretches,
    placed_events,
    usable_points,
    wrapped,
)
from boostglide.report.exchange.whole_files import write_text
from boostglide.report.plain import plain
from boostglide.study import Event, FlightRecord

REFERENCES = ("czml",)

_PLAYED_IN = 60.0
"""How long the playback of a flight takes about [s]."""

_NAME_LENGTH = 0.4
"""Width of the name of an event, over the distance between the outermost events [-]."""

_SPEEDS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


def write_czml(record: FlightRecord, path: pathlib.Path, epoch: str = EPOCH) -> pathlib.Path:
    """Write a flight as CZML: positions over time, the track by phase, and events as points.

    Positions are longitude, latitude and height above the ellipsoid at seconds since the epoch; the globe
    joins them by straight lines in space, so that neither pole nor date line needs care.

    Parameters
    ----------
    record
        The flight.
    path
        File to write; an older one is replaced.
    epoch
        Date and time of the start, as ISO 8601 in UTC. It is arbitrary, and the file says so.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    ValueError
        If the epoch is not a date and time, or the path has fewer than two points.

    References
    ----------
    czml.
    """
    start = parsed(epoch)
    points = usable_points(record)
    time = record.path["time"].values[points]
    packets = [_document(record, start, time), _body(record, start, points)]
    packets += [_track(number, stretch) for number, stretch in enumerate(phase_stretches(record))]
    placed = placed_events(record)
    levels = _levels(np.array([place for _, place in placed]))
    packets += [_mark(number, *each, levels[number]) for number, each in enumerate(placed)]
    return write_text(path, json.dumps(packets, ensure_ascii=False, allow_nan=False) + "\n")


def _levels(places: np.ndarray) -> list[int]:
    """How many lines each name is raised by, so that names of neighbours do not lie on each other."""
    if not places.size:
        return []
    longitude, latitude = np.radians(places[:, 0]), np.radians(places[:, 1])
    level = np.cos(latitude)
    vectors = np.column_stack([level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)])
    apart = np.linalg.norm(vectors[:, None, :] - vectors[None, :, :], axis=2)
    near = apart < _NAME_LENGTH * max(float(apart.max()), 1e-9)
    levels: list[int] = []
    for number in range(len(places)):
        taken = {levels[other] for other in range(number) if near[number, other]}
        levels.append(next(free for free in range(len(places) + 1) if free not in taken))
    return levels


def _moment(start: datetime.datetime, seconds: float) -> str:
    return iso(start + datetime.timedelta(seconds=float(seconds)))


def _document(record: FlightRecord, start: datetime.datetime, time: np.ndarray) -> dict[str, Any]:
    wanted = (time[-1] - time[0]) / _PLAYED_IN
    opening = _moment(start, time[0])
    return {
        "id": "document",
        "name": plain(record.title),
        "version": "1.0",
        "description": _paragraphs([record.outcome.sentence, EPOCH_WORDS, *record.assumptions]),
        "clock": {
            "interval": f"{opening}/{_moment(start, np.ceil(time[-1] * 1e3) / 1e3)}",
            "currentTime": opening,
            "multiplier": min(_SPEEDS, key=lambda speed: abs(np.log(max(wanted, 1e-3) / speed))),
            "range": "LOOP_STOP",
            "step": "SYSTEM_CLOCK_MULTIPLIER",
        },
    }


def _paragraphs(texts: list[str]) -> str:
    """Sentences of others as the text that a viewer shows, in which no mark acts."""
    return "".join(f"<p>{html.escape(plain(text))}</p>" for text in texts)


def _body(record: FlightRecord, start: datetime.datetime, points: np.ndarray) -> dict[str, Any]:
    path = record.path
    longitude = wrapped(np.degrees(path["longitude"].values[points]))
    latitude = np.clip(np.degrees(path["latitude"].values[points]), -90.0, 90.0)
    time, altitude = path["time"].values[points], path["altitude"].values[points]
    samples: list[float] = []
    for row in zip(time, longitude, latitude, altitude, strict=True):
        samples += [round(float(row[0]), 6), *_place(np.array(row[1:]))]
    seconds = float(time[-1] - time[0])
    return {
        "id": "flight",
        "name": plain(record.title),
        "description": _paragraphs([record.outcome.sentence, EPOCH_WORDS]),
        "availability": f"{_moment(start, time[0])}/{_moment(start, np.ceil(time[-1] * 1e3) / 1e3)}",
        "position": {
            "epoch": iso(start), "interpolationAlgorithm": "LINEAR", "interpolationDegree": 1,
            "cartographicDegrees": samples,
        },
        "point": {
            "pixelSize": 10, "color": _color("#ffffff"), "outlineColor": _color("#1f2933"), "outlineWidth": 2,
        },
        "path": {
            "leadTime": 0, "trailTime": seconds, "width": 10, "resolution": max(seconds / 2000.0, 1.0),
            "material": {"solidColor": {"color": _color("#ffffff", 90)}},
        },
    }  # fmt: skip


def _track(number: int, stretch: Stretch) -> dict[str, Any]:
    degrees: list[float] = []
    for row in zip(stretch.longitude, stretch.latitude, stretch.altitude, strict=True):
        degrees += _place(np.array(row))
    return {
        "id": f"phase-{number}",
        "name": plain(stretch.phase),
        "polyline": {
            "positions": {"cartographicDegrees": degrees}, "arcType": "NONE", "width": 3,
            "material": {"solidColor": {"color": _color(stretch.color)}},
        },
    }  # fmt: skip


def _mark(number: int, event: Event, place: np.ndarray, level: int) -> dict[str, Any]:
    return {
        "id": f"event-{number}",
        "name": plain(event.label),
        "description": _paragraphs([event_sentence(event)]),
        "position": {"cartographicDegrees": _place(place)},
        "point": {
            "pixelSize": 7, "color": _color("#ffd166"), "outlineColor": _color("#1f2933"), "outlineWidth": 1,
        },
        "label": {
            "text": plain(event.label), "font": "13px sans-serif", "fillColor": _color("#ffffff"),
            "outlineColor": _color("#1f2933"), "outlineWidth": 3, "style": "FILL_AND_OUTLINE",
            "horizontalOrigin": "LEFT", "pixelOffset": {"cartesian2": [9, -11 - 16 * level]},
        },
    }  # fmt: skip


def _place(place: np.ndarray) -> list[float]:
    return [round(float(place[0]), 7), round(float(place[1]), 7), round(float(place[2]), 2)]


def _color(color: str, opacity: int = 255) -> dict[str, list[int]]:
    return {"rgba": [*(int(color[place : place + 2], 16) for place in (1, 3, 5)), opacity]}
