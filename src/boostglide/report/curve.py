"""A quantity over another: lines with bands and thresholds, each with its name beside it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes

from boostglide.report import axis, style

_COLORS = (style.COMPUTED, style.SECOND, style.THIRD, style.INK)
_DASHES = ("-", (0, (6, 2)), (0, (2, 1.5)), (0, (6, 2, 1.5, 2)))


class Curve(NamedTuple):
    """A line over x with an optional band (low, high), all in the units of the axes."""

    label: str
    x: np.ndarray
    y: np.ndarray
    band: tuple[np.ndarray, np.ndarray] | None = None


class Threshold(NamedTuple):
    """A level on the y axis, with its name."""

    label: str
    level: float


def curve_chart(
    curves: Sequence[Curve], *, x_label: str, y_label: str, thresholds: Sequence[Threshold] = (),
    title: str = "", note: str = "", width: int = style.WIDE,
) -> style.Sheet:  # fmt: skip
    """Draw one to four curves, for example electron density over speed.

    Parameters
    ----------
    curves
        Points that are not finite are left out.
    x_label, y_label
        Names of the axes with units.
    thresholds
        Levels drawn as dotted lines.
    title, note
        Heading above and source below.
    width
        Width of the chart [px].

    Returns
    -------
    Figure
        A matplotlib figure; y is logarithmic where it spans more than two decades.

    Raises
    ------
    ValueError
        If there is no curve with a finite point, or there are more than four.
    """
    if not 1 <= len(curves) <= len(_COLORS) or not all(np.isfinite(each.y).any() for each in curves):
        raise ValueError(
            "Argument `curves` must hold one to four curves with finite points, but it does not."
        )
    left, right, inner = 62, 16, 300 if width > 500 else 240
    room = width - left - right
    sheet = style.new_sheet(width, 30 + inner + 48, title, note)
    top = sheet.body[0] + 30
    style.write(sheet, style.MARGIN, top - 26, y_label, color=style.INK)
    style.write(sheet, width - right, top + inner + 24, x_label, color=style.INK, align="right")
    axes = style.add_axes(sheet, left, top, room, inner)
    levels = np.concatenate([each.y[np.isfinite(each.y)] for each in curves])
    places = np.concatenate([each.x[np.isfinite(each.y)] for each in curves])
    axis.horizontal(axes, float(places.min()), float(places.max()) + 1e-12, False, room)
    axis.vertical(axes, *axis.limits(levels, [each.level for each in thresholds]), inner)
    for threshold in thresholds:
        _draw_threshold(axes, threshold, room)
    for place, curve in enumerate(curves):
        _draw_curve(axes, curve, place)
    _name_curves(axes, curves, room, inner)
    return sheet


def _draw_threshold(axes: Axes, threshold: Threshold, room: float) -> None:
    axes.axhline(threshold.level, color=style.CLAIMED, linewidth=2)
    axes.annotate(
        style.wrap(threshold.label, room * 0.6, 12, bold=True), (0, threshold.level), xytext=(4, 4),
        xycoords=("axes fraction", "data"), textcoords="offset points", fontsize=12, fontweight="bold",
        color=style.CLAIMED_TEXT, parse_math=False, bbox=style.GROUND,
    )  # fmt: skip


def _draw_curve(axes: Axes, curve: Curve, place: int) -> None:
    if curve.band is not None:
        axes.fill_between(curve.x, *curve.band, color=_COLORS[place], alpha=0.16, linewidth=0)
    axes.plot(curve.x, curve.y, color=_COLORS[place], linewidth=2.4, linestyle=_DASHES[place])


def _name_curves(axes: Axes, curves: Sequence[Curve], room: float, inner: float) -> None:
    """Names at the right end, left of it and above their line, moved apart where they would touch."""
    ends = []
    for place, curve in enumerate(curves):
        known = np.flatnonzero(np.isfinite(curve.y))
        point = axes.transData.transform((curve.x[known[-1]], curve.y[known[-1]]))
        x, y = point - (axes.bbox.x0, axes.bbox.y0)
        ends.append((float(np.clip(y + 6, 4, inner - 16)), float(x), place))
    last = -np.inf
    for y, x, place in sorted(ends):
        y = max(y, last + 17)
        last = y
        words = style.wrap(curves[place].label, room * 0.7, 12, bold=True, most=1)
        x = max(x - 4, style.text_width(words, 12, True) + 2)
        axes.text(
            min(x, room) / room, y / inner, words, transform=axes.transAxes, fontsize=12, fontweight="bold",
            color=_COLORS[place], ha="right", parse_math=False, bbox=style.GROUND,
        )  # fmt: skip
