"""Published figures of ground facilities."""

import dataclasses
import functools
import types
from collections.abc import Mapping

from boostglide.core import load_yaml

DATA = "facility/tunnels.yaml"


@dataclasses.dataclass(frozen=True)
class Figure:
    """One published figure of a tunnel.

    Parameters
    ----------
    low, high
        Bounds of what was published, in `unit`; None where no bound was.
    unit
        SI unit of the bounds.
    text
        The words or digits of the source.
    source
        Key of the bibliography.
    """

    low: float | None
    high: float | None
    unit: str
    text: str
    source: str


@dataclasses.dataclass(frozen=True)
class Tunnel:
    """A ground facility as published; a figure that is missing was not published or not read.

    Parameters
    ----------
    key
        Name in the catalogue.
    name
        Name for people.
    operator
        Who runs it.
    kind
        Kind of tunnel.
    note
        What to know before the figures are used.
    figures
        Figures by quantity, for example `total_temperature` or `run_time`.
    """

    key: str
    name: str
    operator: str
    kind: str
    note: str
    figures: Mapping[str, Figure]

    @property
    def references(self) -> tuple[str, ...]:
        """Keys of the bibliography behind the figures."""
        return tuple(dict.fromkeys(figure.source for figure in self.figures.values()))


@functools.cache
def tunnels() -> Mapping[str, Tunnel]:
    """The catalogue by key; read-only."""
    entries = load_yaml(DATA)["tunnels"]
    return types.MappingProxyType({key: _tunnel(key, entry) for key, entry in entries.items()})


def tunnel(key: str) -> Tunnel:
    """One facility of the catalogue.

    Parameters
    ----------
    key
        Name in the catalogue, for example ``"fl-64"``.

    Raises
    ------
    ValueError
        If the catalogue has no such facility.
    """
    if key not in tunnels():
        raise ValueError(f"Argument `key` must be one of {', '.join(tunnels())}, but is {key}.")
    return tunnels()[key]


def _tunnel(key: str, entry: dict) -> Tunnel:
    figures = {
        name: Figure(figure.get("low"), figure.get("high"), figure["unit"], figure["text"], figure["source"])
        for name, figure in entry["figures"].items()
    }
    return Tunnel(
        key, entry["name"], entry["operator"], entry["kind"], entry["note"], types.MappingProxyType(figures)
    )
