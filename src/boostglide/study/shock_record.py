"""The record of the shocks in a stream: the states, as plain data, and what they rest on."""

from dataclasses import dataclass, field
from typing import Any

SHOCK_STATES = ("upstream", "downstream", "stagnation", "pitot", "reflected", "surface")
"""Keys of the states of a shock, in the order of `boostglide shock --json`."""

FRAMES = {
    "upstream": "the stream, relative to the shock or body",
    "downstream": "right behind the shock, relative to it",
    "stagnation": "the gas behind the shock, brought to rest relative to it at constant entropy",
    "pitot": "in a pitot probe in the stream: behind a normal shock, brought to rest at constant entropy",
    "reflected": "at rest at the closed end of a tube, behind the reflected shock",
    "surface": "along the wedge or on the cone, relative to it",
}
"""Where each state is, and relative to what its speed is."""


@dataclass(frozen=True)
class ShockRecord:
    """Shocks in one stream, with everything that text, files and charts need.

    Parameters
    ----------
    name, title, lead
        Short name, heading and opening sentence.
    content
        Plain data with units in the names: the states of `SHOCK_STATES` (None where one does not apply), the
        shock angle, and what they rest on.
    composition
        Mole fractions of the stream.
    pressure, temperature, speed
        Of the stream [Pa], [K], [m/s].
    assumptions
        What the numbers take for granted and where the models end, one sentence each.
    references
        Bibliography keys of models and numbers.
    models
        What computes what.
    versions
        Versions of the packages that computed it.
    """

    name: str
    title: str
    lead: str
    content: dict[str, Any]
    composition: dict[str, float]
    pressure: float
    temperature: float
    speed: float
    assumptions: tuple[str, ...]
    references: tuple[str, ...]
    models: dict[str, str]
    versions: dict[str, str] = field(default_factory=dict)
