"""A flight and its events as plain CSV: one header line with units, no comments."""

import csv
import io
import math
import pathlib
from collections.abc import Iterable, Sequence

import numpy as np

from boostglide.report.exchange.channels import CHANNELS, Channel, channel_of
from boostglide.report.exchange.stretches import phase_names
from boostglide.report.exchange.whole_files import write_text
from boostglide.report.plain import plain
from boostglide.study import FlightRecord


def write_csv(record: FlightRecord, path: pathlib.Path) -> pathlib.Path:
    """Write the path of a flight as CSV: one line a point, units in the names of the columns.

    Numbers have ten digits; a missing one is an empty cell. Longitudes are those of the path, angles are in
    degrees. The last column is the name of the phase.

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
    """
    channels = _channels(record)
    columns = [np.asarray(record.path[name].values, float) * known.factor for name, known in channels.items()]
    names = [text_cell(name) for name in phase_names(record)]
    phases = np.rint(record.path["phase"].values).astype(int)
    lines = (
        [*(number_cell(value) for value in values), names[phase]]
        for values, phase in zip(np.column_stack(columns), phases, strict=True)
    )
    return write_text(path, table_text([*(known.column for known in channels.values()), "phase"], lines))


def write_events_csv(record: FlightRecord, path: pathlib.Path) -> pathlib.Path:
    """Write the events of a flight as CSV: one line an event, the values of the path at that time.

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
    """
    held = {name for event in record.events for name in event.values} - {"time", "phase"}
    channels = {name: known for name, known in _channels(record).items() if name in held}
    channels |= {name: channel_of(name) for name in sorted(held - set(channels))}
    lines = (
        [*map(text_cell, (event.name, event.label, event.phase)), number_cell(event.time)]
        + [number_cell(event.values.get(name, math.nan) * known.factor) for name, known in channels.items()]
        for event in record.events
    )
    header = ["event", "label", "phase", "time_s", *(known.column for known in channels.values())]
    return write_text(path, table_text(header, lines))


def _channels(record: FlightRecord) -> dict[str, Channel]:
    """Channels that a record holds: the known ones in their order, then the others."""
    held = [str(name) for name in record.path.variables if name != "phase"]
    ordered = [name for name in CHANNELS if name in held] + [name for name in held if name not in CHANNELS]
    return {name: channel_of(name, str(record.path[name].attrs.get("units", ""))) for name in ordered}


def number_cell(value: float) -> str:
    """A number with ten digits; nothing where it is missing."""
    return f"{value:.10g}" if math.isfinite(value) else ""


def text_cell(text: str) -> str:
    """A text cell; one that a spreadsheet would run as a formula is disarmed."""
    text = " ".join(plain(text).split())
    return f"'{text}" if text[:1] in tuple("=+-@") else text


def table_text(header: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A header and lines as CSV, with quotes where they are needed."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return buffer.getvalue()
