"""Several flights side by side: the same colour is the same flight in every panel."""

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.lines import Line2D

from boostglide.report import axis, style
from boostglide.report.flight_figures import SHOWN, source_line, track_of
from boostglide.report.flight_windows import time_unit
from boostglide.report.line_names import Line, look, name_lines
from boostglide.report.panels import across as across_panel
from boostglide.report.pictures import Picture, picture
from boostglide.report.world_map import world_map
from boostglide.study import FlightRecord

MOST = 12
"""How many flights can be told apart."""

_MOST_TRACKS = 4
_PANELS = (
    ("ground_range", "altitude"),
    ("time", "altitude"),
    ("ground_range", "speed"),
    ("time", "heat_flux"),
)


def comparison_figures(records: Sequence[FlightRecord]) -> tuple[Picture, ...]:
    """The charts of several flights: four panels with one legend, and the tracks of up to four on a map.

    Parameters
    ----------
    records
        One to twelve flights.

    Returns
    -------
    tuple of Picture
        The charts.

    Raises
    ------
    ValueError
        If there is no flight, or there are more than twelve.
    """
    if not 1 <= len(records) <= MOST:
        raise ValueError(f"Argument `records` must hold 1 to {MOST} flights, but it holds {len(records)}.")
    names = flight_labels(records)
    listed = ", ".join(names)
    pictures = [
        picture(
            "comparison", lambda **given: comparison_chart(records, **given),
            title="Flights compared", heading="Flights compared",
            words=f"Altitude, speed and heat flux of {listed}, over range and time.",
            caption="", source=source_line(records[0]),
        )
    ]  # fmt: skip
    if len(records) <= _MOST_TRACKS:
        tracks = [track_of(record, name) for record, name in zip(records, names, strict=True)]
        pictures.append(
            picture(
                "tracks", lambda **given: world_map(tracks, **given), title="Ground tracks",
                heading="Ground tracks", words=f"The ground tracks of {listed}.", caption="",
                source=source_line(records[0]),
            )
        )  # fmt: skip
    return tuple(pictures)


def flight_labels(records: Sequence[FlightRecord]) -> list[str]:
    """Names of flights that differ: the title, with the name and a number where titles are alike."""
    titles = [record.title for record in records]
    alike = [f"{record.title} ({record.name})" for record in records]
    names = [title if titles.count(title) == 1 else full for title, full in zip(titles, alike, strict=True)]
    return [
        f"{name}, {names[: place + 1].count(name)}" if names.count(name) > 1 else name
        for place, name in enumerate(names)
    ]


def comparison_chart(
    records: Sequence[FlightRecord], *, title: str = "", note: str = "", width: int = style.WIDE
) -> style.Sheet:
    """Draw altitude over range and time, speed over range and heat flux over time of several flights.

    Parameters
    ----------
    records
        One to twelve flights.
    title, note
        Heading above and source below.
    width
        Width of the chart [px].

    Returns
    -------
    Figure
        A matplotlib figure; panels stand two by two, or one above another where the chart is narrow.
    """
    columns = 2 if width > 500 else 1
    legend = [style.wrap(name, width - 60, 12, bold=True, most=1) for name in flight_labels(records)]
    head = 20 * len(legend) + 12
    inner, gap = (200 if columns == 2 else 170), 78
    rows = math.ceil(len(_PANELS) / columns)
    sheet = style.new_sheet(width, head + rows * (inner + gap), title, note)
    _draw_legend(sheet, legend, sheet.body[0] + 4)
    wide = width / columns
    for place, (across, up) in enumerate(_PANELS):
        left, top = (place % columns) * wide, sheet.body[0] + head + (place // columns) * (inner + gap)
        _draw_panel(sheet, records, across, up, (left, top), (wide, inner))
    return sheet


def _draw_legend(sheet: style.Sheet, legend: Sequence[str], top: float) -> None:
    width, height = sheet.get_size_inches() * 72
    for place, name in enumerate(legend):
        color, dash = look(place)
        level = 1 - (top + 20 * place + 8) / height
        ends = [style.MARGIN / width, (style.MARGIN + 30) / width]
        sheet.add_artist(Line2D(ends, [level, level], color=color, linestyle=dash, linewidth=2.4))
        style.write(sheet, style.MARGIN + 38, top + 20 * place, name, bold=True, color=color)


def _draw_panel(
    sheet: style.Sheet, records: Sequence[FlightRecord], across: str, up: str,
    corner: tuple[float, float], size: tuple[float, float],
) -> None:  # fmt: skip
    lines, x_label = _lines(records, across, up)
    left, room = corner[0] + 56, size[0] - 56 - 18
    top = corner[1] + 26
    style.write(sheet, corner[0] + style.MARGIN, corner[1], SHOWN[up][0], color=style.INK)
    style.write(sheet, left + room, top + size[1] + 22, x_label, color=style.INK, align="right")
    axes = style.add_axes(sheet, left, top, room, size[1])
    known = [line for line in lines if np.isfinite(line.y).any()]
    if not known:
        style.write(sheet, left + room / 2, top + size[1] / 2, "not computed", align="center")
        axes.set_axis_off()
        return
    x, y = (np.concatenate([np.asarray(line[place]) for line in known]) for place in (1, 2))
    across_panel(axes, min(float(np.nanmin(x)), 0.0), 1.03 * float(np.nanmax(x)) or 1.0, room)
    low, high = min(float(np.nanmin(y)), 0.0), 1.12 * float(np.nanmax(y)) or 1.0
    axis.vertical(axes, low, high, False, 1.4 * size[1])
    for line in known:
        color, dash = look(line.place)
        axes.plot(line.x, line.y, color=color, linestyle=dash, linewidth=2.0)
    if len(records) > 1:
        name_lines(axes, known, room, size[1], 11)


def _lines(records: Sequence[FlightRecord], across: str, up: str) -> tuple[list[Line], str]:
    """One line a flight, and the name of the x axis."""
    if across == "time":
        longest = max(float(np.nanmax(record.path["time"].values)) for record in records)
        factor, unit = time_unit(longest)
        label = f"Time since the start [{unit}]"
    else:
        label, factor = SHOWN[across]
    lines = []
    for place, record in enumerate(records):
        x = record.path[across].values * factor
        held = up in record.path
        y = record.path[up].values * SHOWN[up][1] if held else np.full_like(x, np.nan)
        lines.append(Line(record.name, x, y, None, place))
    return lines, label
