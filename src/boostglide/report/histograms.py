"""Many flights in a few numbers: one small histogram each, with the middle 90 % and the median."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator

from boostglide.report import axis, style
from boostglide.report.numbers import alike, spread

_MOST_BINS = 30


class Sampled(NamedTuple):
    """One number of many flights: its name with the unit, and its values; NaN is left out."""

    label: str
    values: np.ndarray


def histogram_grid(
    numbers: Sequence[Sampled], *, title: str = "", note: str = "", width: int = style.WIDE
) -> style.Sheet:
    """Draw a histogram of each number, two in a row, or one where the chart is narrow.

    Parameters
    ----------
    numbers
        At least one with a finite value.
    title, note
        Heading above and source below.
    width
        Width of the chart [px].

    Returns
    -------
    Figure
        A matplotlib figure; the bar below a histogram holds the middle 90 %, the dot is the median.

    Raises
    ------
    ValueError
        If no number has a finite value.
    """
    known = [each for each in numbers if np.isfinite(each.values).any()]
    if not known:
        raise ValueError("Argument `numbers` must hold a number with a finite value, but it does not.")
    columns = 2 if width > 500 else 1
    rows, wide, inner, gap = -(-len(known) // columns), width / columns, 84, 92
    sheet = style.new_sheet(width, rows * (inner + gap) + 4, title, note)
    for place, each in enumerate(known):
        left, top = (place % columns) * wide, sheet.body[0] + (place // columns) * (inner + gap)
        _draw(sheet, each, left, top, wide, inner)
    return sheet


def _draw(sheet: style.Sheet, each: Sampled, left: float, top: float, wide: float, inner: float) -> None:
    values = each.values[np.isfinite(each.values)]
    low, middle, high = spread(values)
    few, median, many = alike((low, middle, high))
    room = wide - 2 * style.MARGIN - 6
    style.write(sheet, left + style.MARGIN, top + 2, each.label, color=style.INK, bold=True)
    words = f"{median} ({few} to {many})" if few != many else f"{median} in all flights"
    style.write(sheet, left + style.MARGIN, top + 19, words)
    axes = style.add_axes(sheet, left + style.MARGIN, top + 42, room, inner)
    axes.yaxis.set_major_locator(NullLocator())
    bottom, top_value, _ = axis.limits(values, [], linear=True)
    axis.horizontal(axes, bottom, top_value, False, room)
    _bars(axes, values, bottom, top_value)
    _bar_of_middle(axes, low, middle, high)


def _bars(axes: Axes, values: np.ndarray, low: float, high: float) -> None:
    """Bins of one width, about as many as the square root of the values."""
    bins = int(np.clip(np.sqrt(values.size), 5, _MOST_BINS))
    ends = float(values.min()), float(values.max())
    if ends[1] - ends[0] < 1e-9 * max(abs(ends[1]), 1e-9):
        ends = ends[0] - 0.02 * (high - low), ends[1] + 0.02 * (high - low)
        bins = 1
    counts, edges = np.histogram(values, bins, ends)
    axes.stairs(counts / counts.max(), edges, fill=True, color=style.COMPUTED_PALE, linewidth=0)
    axes.stairs(counts / counts.max(), edges, color=style.COMPUTED, linewidth=1.2)
    axes.set_ylim(-0.2, 1.05)


def _bar_of_middle(axes: Axes, low: float, middle: float, high: float) -> None:
    axes.plot([low, high], [-0.11, -0.11], color=style.COMPUTED, linewidth=3.5, solid_capstyle="butt")
    axes.plot(middle, -0.11, "o", markersize=7, color=style.PAPER, mec=style.COMPUTED, mew=2)
