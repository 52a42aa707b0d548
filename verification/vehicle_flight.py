"""Bundled scenarios flown with a few fields changed, and values along their paths."""

import json
from typing import Any

import numpy as np
from ruamel.yaml import YAML

from boostglide.core import data_path
from boostglide.scenario import Scenario, load_text
from boostglide.study import FlightRecord, record_flight

Change = tuple[tuple[str | int, ...], Any]
"""A path in a scenario file, and what stands there instead; None takes the field away."""


def at_rest(atmosphere: object = "us76") -> Change:
    """A round Earth at rest in place of the world of a scenario."""
    figure = {"radius": "6371 km"}
    return ("world",), {
        "atmosphere": atmosphere,
        "rotation": False,
        "gravity_degree": 0,
        "figure": figure,
    }


def changed(name: str, *changes: Change) -> Scenario:
    """A bundled scenario with other values in a few places."""
    data = YAML(typ="safe", pure=True).load(data_path(f"scenario/{name}.yaml").read_text(encoding="utf-8"))
    for (*path, last), value in changes:
        place = data
        for part in path:
            place = place[part]
        if value is None:
            del place[last]
        else:
            place[last] = value
    return load_text(json.dumps(data), Scenario, name)


def flight(scenario: Scenario) -> FlightRecord:
    """The record of a scenario, which must reach its own end."""
    record = record_flight(scenario)
    if not record.outcome.is_complete:
        raise RuntimeError(f"{scenario.name}: {record.outcome.sentence}")
    return record


def at(
    record: FlightRecord, channel: str, value: float, *wanted: str, last: bool = False
) -> tuple[float, ...]:
    """Other channels where one first (or last) passes a value, between two points of the path."""
    along = record.path[channel].values
    places = np.flatnonzero(np.diff(np.sign(along - value)))
    place = int(places[-1 if last else 0])
    share = (value - along[place]) / (along[place + 1] - along[place])
    pairs = (record.path[name].values[place : place + 2] for name in wanted)
    return tuple(float(pair[0] + share * (pair[1] - pair[0])) for pair in pairs)
