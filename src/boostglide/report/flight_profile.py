"""Altitude over ground range of one flight: a line coloured by phase, events as numbered points."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from boostglide.report import axis, style
from boostglide.report.exchange.stretches import phase_stretches
from boostglide.report.flight_windows import range_windows
from boostglide.report.panels import across, key_lines, shared_out, write_key
from boostglide.study import FlightRecord

_INKS = {style.CLAIMED: style.CLAIMED_TEXT, "#cc79a7": "#9a4a78", "#56b4e9": "#1f7fb5"}
"""Darker kin of colours that are too pale for text."""


def profile_chart(
    record: FlightRecord, *, key: Sequence[str] = (), title: str = "", note: str = "", width: int = style.WIDE
) -> style.Sheet:
    """Draw altitude over ground range with phases and events.

    Parameters
    ----------
    record
        The flight.
    key
        What the numbers of the events mean, in their order.
    title, note
        Heading above and source below.
    width
        Width of the chart [px].

    Returns
    -------
    Figure
        A matplotlib figure.
    """
    left, right, inner = 52, 16, 300 if width > 500 else 230
    phases, rows = _phases(record), key_lines(key, width)
    names = _rows_of_names([phase for phase, _ in phases], width - left - right)
    head = 30 + 18 * (names[-1][1] + 1)
    sheet = style.new_sheet(width, head + inner + 50 + 16 * len(rows), title, note)
    top = sheet.body[0] + head
    spans = _spans(record)
    cut = "; coasts left out" if len(spans) > 1 else ""
    across_words = f"Distance over ground [km]{cut}"
    style.write(sheet, style.MARGIN, sheet.body[0] + 4, "Altitude [km]", color=style.INK)
    style.write(sheet, width - right, top + inner + 22, across_words, color=style.INK, align="right")
    for (name, color), (x, row) in zip(phases, names, strict=True):
        ink = _INKS.get(color, color)
        style.write(sheet, left + x, top - head + 24 + 18 * row, name, bold=True, color=ink)
    limits = _limits(record, spans)
    for span, (start, wide) in zip(spans, shared_out(spans, left, width - right), strict=True):
        axes = style.add_axes(sheet, start, top, wide, inner)
        across(axes, *span, wide)
        axis.vertical(axes, *limits, False, inner)
        if span is not spans[0]:
            axes.set_yticklabels([])
        _draw(axes, record)
        _number_events(axes, record, wide, inner)
    write_key(sheet, rows, top + inner + 46)
    return sheet


def _spans(record: FlightRecord) -> list[tuple[float, float]]:
    """The parts of the ground range that are shown [km]."""
    windows = range_windows(record)
    if len(windows) < 2:
        farthest = float(np.nanmax(record.path["ground_range"].values)) / 1e3
        return [(0.0, 1.04 * farthest or 1.0)]
    return [(low / 1e3, high / 1e3) for low, high in windows]


def _limits(record: FlightRecord, spans: list[tuple[float, float]]) -> tuple[float, float]:
    ground, height = (record.path[name].values / 1e3 for name in ("ground_range", "altitude"))
    shown = np.any([(ground >= low) & (ground <= high) for low, high in spans], axis=0)
    values = height[shown & np.isfinite(height)]
    return min(float(values.min()), 0.0), 1.14 * float(values.max()) or 1.0


def _phases(record: FlightRecord) -> list[tuple[str, str]]:
    """Name and colour of each phase that is flown, in the order of time."""
    return list(dict.fromkeys((each.phase, each.color) for each in phase_stretches(record)))


def _rows_of_names(names: Sequence[str], width: float) -> list[tuple[float, int]]:
    """Left end and row of each name, as many in a row as fit."""
    places, x, row = [], 0.0, 0
    for name in names:
        wide = style.text_width(name, 12, True)
        if x and x + wide > width:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += wide + 18
    return places


def _draw(axes: Axes, record: FlightRecord) -> None:
    ground, height = (record.path[name].values / 1e3 for name in ("ground_range", "altitude"))
    time = record.path["time"].values
    for stretch in phase_stretches(record):
        inside = (time >= stretch.time[0]) & (time <= stretch.time[-1])
        axes.plot(ground[inside], height[inside], color=stretch.color, linewidth=2.4)


def _number_events(axes: Axes, record: FlightRecord, room: float, inner: float) -> None:
    """A point for each event, and its number beside it where it touches no other number and no line."""
    names = ("ground_range", "altitude")
    values = [[event.values.get(name, np.nan) for name in names] for event in record.events]
    ground, height = (record.path[name].values / 1e3 for name in names)
    line = _pixels(axes, np.column_stack([ground, height]))
    dots = _pixels(axes, np.array(values, float).reshape(-1, 2) / 1e3)
    taken: list[np.ndarray] = []
    for number, place in enumerate(np.array(values, float) / 1e3, 1):
        low, high = axes.get_xlim()
        if not np.all(np.isfinite(place)) or not low <= place[0] <= high:
            continue
        point = _pixels(axes, place[None, :])[0]
        look = {"color": style.PAPER, "mec": style.INK, "mew": 1.4, "zorder": 3, "clip_on": False}
        axes.plot(*place, "o", markersize=5.5, **look)
        spot = _spot(point, line, dots, taken, room, inner)
        taken.append(spot)
        far = np.hypot(*(spot - point)) > 16
        axes.annotate(
            str(number), place, xytext=tuple(spot - point), textcoords="offset points", fontsize=11,
            ha="center", va="center", color=style.INK, parse_math=False, zorder=4,
            arrowprops={"arrowstyle": "-", "color": style.QUIET, "linewidth": 0.7, "shrinkA": 6, "shrinkB": 4}
            if far else None,
        )  # fmt: skip


def _pixels(axes: Axes, points: np.ndarray) -> np.ndarray:
    return np.asarray(axes.transData.transform(points)) - (axes.bbox.x0, axes.bbox.y0)


def _spot(
    point: np.ndarray,
    line: np.ndarray,
    dots: np.ndarray,
    taken: list[np.ndarray],
    room: float,
    inner: float,
) -> np.ndarray:
    """The nearest place round a point that is inside and keeps off numbers already set and off the line."""
    turns = np.radians([90, 45, 135, 0, 180, -45, -135, -90, 67, 113, 22, 158])
    best, least = point + np.array([0.0, 13.0]), np.inf
    for far in (12.0, 20.0, 30.0, 42.0, 56.0):
        for turn in turns:
            spot = point + far * np.array([np.cos(turn), np.sin(turn)])
            if not (6 < spot[0] < room - 6 and 8 < spot[1] < inner - 6):
                continue
            crowd = sum(np.abs(spot - other)[0] < 18 and np.abs(spot - other)[1] < 13 for other in taken)
            near = float(np.min(np.max(np.abs(line - spot) / (7.0, 8.0), axis=1)))
            hidden = np.nanmin(np.hypot(*(dots - spot).T)) < 10
            cost = far + 100.0 * crowd + (30.0 if near < 1 else 0.0) + (60.0 if hidden else 0.0)
            if cost < least:
                best, least = spot, cost
    return best
