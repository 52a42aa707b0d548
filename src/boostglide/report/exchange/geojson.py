"""A flight as GeoJSON (RFC 7946): lines cut at the date line, events as points."""

import json
import math
import pathlib
from typing import Any

import numpy as np

from boostglide.core import cite
from boostglide.report.exchange.channels import channel_of
from boostglide.report.exchange.stretches import Stretch, flat_lines, phase_stretches, placed_events
from boostglide.report.exchange.whole_files import write_text
from boostglide.study import SUMMARY, Event, FlightRecord

REFERENCES = ("rfc7946",)


def write_geojson(record: FlightRecord, path: pathlib.Path) -> pathlib.Path:
    """Write a flight as GeoJSON: a line of each phase with its altitude, and a point for each event.

    Properties follow the `simplestyle` names for colours, and the names of the columns of the CSV for
    numbers. What the flight rests on stands in the member `flight` beside the features.

    Parameters
    ----------
    record
        The flight.
    path
        File to write; an older one is replaced.

    Returns
    -------
    Path
        The file.

    References
    ----------
    rfc7946, sections 3.1.9 and 6.1.
    """
    features = [_track(stretch) for stretch in phase_stretches(record)]
    features += [_mark(event, place) for event, place in placed_events(record)]
    document = {"type": "FeatureCollection", "flight": facts_of(record), "features": features}
    return write_text(path, json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n")


def facts_of(record: FlightRecord) -> dict[str, Any]:
    """What a flight is, how it ended and what it rests on, for JSON; a number that does not apply is null.

    Parameters
    ----------
    record
        The flight.
    """
    return {
        "name": record.name,
        "title": record.title,
        "outcome": record.outcome.name.lower(),
        "outcome_sentence": record.outcome.sentence,
        "summary": {key: _number(record.summary.get(key, math.nan)) for key in SUMMARY},
        "assumptions": list(record.assumptions),
        "models": dict(record.models),
        "switches": dict(record.switches),
        "versions": dict(record.versions),
        "references": cite(*record.references),
    }


def _number(value: float, digits: int = 10) -> float | None:
    return float(f"{value:.{digits}g}") if math.isfinite(value) else None


def _place(place: np.ndarray) -> list[float]:
    return [round(float(place[0]), 7), round(float(place[1]), 7), round(float(place[2]), 2)]


def _track(stretch: Stretch) -> dict[str, Any]:
    lines = [[_place(place) for place in line] for line in flat_lines(stretch)]
    single = len(lines) == 1
    return {
        "type": "Feature",
        "geometry": {
            "type": "LineString" if single else "MultiLineString",
            "coordinates": lines[0] if single else lines,
        },
        "properties": {
            "kind": "phase", "phase": stretch.phase, "start_time_s": _number(stretch.time[0]),
            "end_time_s": _number(stretch.time[-1]), "stroke": stretch.color, "stroke-width": 3,
        },
    }  # fmt: skip


def _mark(event: Event, place: np.ndarray) -> dict[str, Any]:
    numbers = {
        (known := channel_of(name)).column: _number(value * known.factor)
        for name, value in event.values.items()
        if name not in ("time", "phase")
    }
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": _place(place)},
        "properties": {
            "kind": "event", "name": event.name, "label": event.label, "phase": event.phase,
            "time_s": _number(event.time), **numbers,
        },
    }  # fmt: skip
