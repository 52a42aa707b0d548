"""Panels one above another over one axis, logarithmic where asked, with named lines and levels."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes

from boostglide.report import axis, style
from boostglide.report.line_names import Line, look, name_lines

_LEFT, _RIGHT = 62, 16
_SHORT_NAMES = 400
"""Width of a panel [px] below which names of lines end at their comma."""


class Level(NamedTuple):
    """A value on the y axis with its name, such as that of equilibrium."""

    label: str
    value: float


class Panel(NamedTuple):
    """One panel: the name of its axis with the unit, its lines and levels.

    `limits` are those of the y axis where they must not follow from the lines; `share` is its height
    relative to that of other panels.
    """

    y_label: str
    lines: tuple[Line, ...]
    levels: tuple[Level, ...] = ()
    is_log: bool = False
    limits: tuple[float, float] | None = None
    share: float = 1.0


class Place(NamedTuple):
    """A place on the x axis that has a name, such as the case asked for."""

    label: str
    x: float


def panels_chart(
    panels: Sequence[Panel], *, x_label: str, span: tuple[float, float], is_log: bool = False,
    place: Place | None = None, title: str = "", note: str = "", width: int = style.WIDE,
) -> style.Sheet:  # fmt: skip
    """Draw panels one above another over one x axis.

    Parameters
    ----------
    panels
        One or more; points outside `span` are left out.
    x_label
        Name of the x axis with its unit.
    span
        Limits of the x axis.
    is_log
        Whether the x axis is logarithmic.
    place
        A place that is marked through all panels.
    title, note
        Heading above and source below.
    width
        Width of the chart [px].

    Returns
    -------
    Figure
        A matplotlib figure.

    Raises
    ------
    ValueError
        If there is no panel, or none of a panel's points is finite.
    """
    if not panels or not all(_heights(panel, span).size for panel in panels):
        raise ValueError("Argument `panels` must hold panels with finite points, but it does not.")
    inner = _inner(len(panels), width)
    heights = [inner * panel.share for panel in panels]
    head = 20 if place is not None else 2
    sheet = style.new_sheet(width, head + sum(heights) + 40 * len(panels) + 34, title, note)
    top, room = sheet.body[0] + head, width - _LEFT - _RIGHT
    for number, (panel, height) in enumerate(zip(panels, heights, strict=True)):
        style.write(sheet, style.MARGIN, top + 4, panel.y_label, color=style.INK)
        axes = style.add_axes(sheet, _LEFT, top + 30, room, height)
        axis.horizontal(axes, *span, is_log, room)
        if number < len(panels) - 1:
            axes.set_xticklabels([])
        _draw(axes, panel, span, place, (room, height))
        if number == 0 and place is not None:
            _name_place(sheet, axes, place, top - head + 2, width)
        top += 40 + height
    style.write(sheet, width - _RIGHT, top + 18, x_label, color=style.INK, align="right")
    return sheet


def _inner(count: int, width: int) -> float:
    tall = (330, 190, 150) if width > 500 else (280, 170, 140)
    return tall[min(count, 3) - 1]


def _heights(panel: Panel, span: tuple[float, float]) -> np.ndarray:
    """All finite values of a panel inside the limits of x, only positive ones where they are logarithmic."""
    values = [line.y[(line.x >= span[0]) & (line.x <= span[1])] for line in panel.lines]
    found = np.concatenate(values) if values else np.empty(0)
    found = found[np.isfinite(found)]
    return found[found > 0] if panel.is_log else found


def _draw(
    axes: Axes, panel: Panel, span: tuple[float, float], place: Place | None, size: tuple[float, float]
) -> None:
    room, height = size
    axis.vertical(axes, *_y_limits(panel, span), panel.is_log, height * (1.0 if height > 200 else 1.6))
    if place is not None:
        axes.axvline(place.x, color=style.CLAIMED, linewidth=2, zorder=0.6)
    for level in panel.levels:
        axes.axhline(level.value, color=style.QUIET, linewidth=1.2, linestyle=(0, (1, 2)), zorder=0.8)
    for line in panel.lines:
        color, dash = look(line.place)
        axes.plot(line.x, line.y, color=color, linewidth=2.0, linestyle=dash)
    _name_levels(axes, panel, room, height)
    named = [_inside(line, axes) for line in panel.lines]
    if room < _SHORT_NAMES:
        named = [line._replace(label=line.label.split(",")[0]) for line in named]
    if any(line.label for line in named):
        # levels stand behind the names, as further lines without one
        flat = [Line("", np.asarray(span), np.full(2, level.value)) for level in panel.levels]
        name_lines(axes, [*named, *flat], room, height)


def _inside(line: Line, axes: Axes) -> Line:
    """The part of a line that its axes show."""
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    shown = (line.x >= left) & (line.x <= right) & (line.y >= low) & (line.y <= high)
    return line._replace(x=line.x[shown], y=line.y[shown])


def _y_limits(panel: Panel, span: tuple[float, float]) -> tuple[float, float]:
    if panel.limits is not None:
        return panel.limits
    values = np.concatenate([_heights(panel, span), [level.value for level in panel.levels]])
    low, high = float(values.min()), float(values.max())
    if panel.is_log:
        pad = max((high / low) ** 0.08, 1.3)
        return low / pad, high * pad
    low = 0.0 if 0 <= low < 0.45 * high else low
    pad = 0.1 * (high - low) or 0.1 * abs(high) or 1.0
    return (low if low == 0.0 else low - pad), high + pad


def _name_levels(axes: Axes, panel: Panel, room: float, height: float) -> None:
    """A name above each level, or below it where another stands close above, at the end with more room."""
    spots = [_pixels(axes, np.zeros(1), np.array([level.value]))[0, 1] for level in panel.levels]
    paths = [_pixels(axes, line.x, line.y) for line in map(lambda each: _inside(each, axes), panel.lines)]
    points = np.concatenate([path for path in paths if path.size] or [np.full((1, 2), -1e3)])
    for level, spot in zip(panel.levels, spots, strict=True):
        is_below = any(0 < other - spot < 22 for other in spots) or spot > height - 18
        words = style.wrap(level.label, room, 11, most=1)
        wide, middle = style.text_width(words, 11), spot + (-11 if is_below else 11)
        left, right = (_gap(points, start, start + wide, middle) for start in (0.0, room - wide))
        is_left = left > right + 4
        axes.text(
            0.0 if is_left else 1.0, (spot - 5 if is_below else spot + 4) / height, words,
            transform=axes.transAxes, fontsize=11, color=style.QUIET, ha="left" if is_left else "right",
            va="top" if is_below else "bottom", parse_math=False, bbox=style.GROUND,
        )  # fmt: skip


def _pixels(axes: Axes, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Points in pixels from the lower left corner of the axes."""
    if not x.size:
        return np.empty((0, 2))
    x = np.maximum(x, axes.get_xlim()[0])
    return np.asarray(axes.transData.transform(np.column_stack([x, y]))) - (axes.bbox.x0, axes.bbox.y0)


def _gap(points: np.ndarray, start: float, end: float, middle: float) -> float:
    """Distance of points to a text of one line [px]."""
    across = np.maximum(np.maximum(start - points[:, 0], points[:, 0] - end), 0.0)
    return float(np.min(np.hypot(across, np.maximum(np.abs(points[:, 1] - middle) - 8, 0.0))))


def _name_place(sheet: style.Sheet, axes: Axes, place: Place, top: float, width: float) -> None:
    low, high = axes.get_xlim()
    share = (place.x - low) / (high - low)
    if axes.get_xscale() == "log":
        share = math.log(place.x / low) / math.log(high / low)
    middle = _LEFT + share * (width - _LEFT - _RIGHT)
    half = style.text_width(place.label, 12, True) / 2
    style.write(
        sheet, min(max(middle, half + 4), width - half - 4), top, place.label, bold=True, align="center",
        color=style.CLAIMED_TEXT,
    )  # fmt: skip
