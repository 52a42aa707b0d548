"""Two dated events on a line of years: the order that a claim needs beside the order on record."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator

from boostglide.report import axis, style

_LINE = 17
_TRACK = 58


class Dated(NamedTuple):
    """An event: what it is, its date as it is known, and the date as a decimal year."""

    what: str
    when: str
    year: float


class Step(NamedTuple):
    """What a claim needs: `first` before `then`."""

    first: Dated
    then: Dated


def decimal_year(date: str) -> float:
    """The middle of a date that is known to the year, the month or the day."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    return parts[0] + (parts[1] - 1 + ((parts[2] - 0.5) / 31 if len(parts) > 2 else 0.5)) / 12


def timeline_chart(
    steps: Sequence[Step], *, title: str = "", note: str = "", width: int = style.WIDE
) -> style.Sheet:
    """Draw each step as an arrow from the event that must come first to the one that must follow.

    Parameters
    ----------
    steps
        At least one.
    title, note
        Heading above and source below.
    width
        Width of the chart [px].

    Returns
    -------
    Figure
        A matplotlib figure; an arrow to the left contradicts the claim.

    Raises
    ------
    ValueError
        If there is no step.
    """
    if not steps:
        raise ValueError("Argument `steps` must hold at least one step, but it is empty.")
    room = width - 2 * style.MARGIN
    words = [_words(step, room) for step in steps]
    heights = [len(lines) * _LINE + _TRACK for lines in words]
    sheet = style.new_sheet(width, sum(heights) + 44, title, note)
    years = [event.year for step in steps for event in step]
    pad = max(0.12 * (max(years) - min(years)), 0.6)
    top = sheet.body[0] + 6
    axes = style.add_axes(sheet, style.MARGIN, top, room, sum(heights))
    axes.set_ylim(sum(heights), 0)
    axis.horizontal(axes, min(years) - pad, max(years) + pad, False, room)
    axes.yaxis.set_major_locator(NullLocator())
    ticks = _whole_years(*axes.get_xlim(), most=int(room / 70))
    axes.set_xticks(ticks, [str(tick) for tick in ticks])
    offset = 0.0
    for step, lines, height in zip(steps, words, heights, strict=True):
        for place, line in enumerate(lines):
            style.write(sheet, style.MARGIN, top + offset + place * _LINE, line, color=style.INK, halo=True)
        _draw_step(axes, step, offset + len(lines) * _LINE + 30)
        offset += height
    return sheet


def _whole_years(low: float, high: float, most: int) -> list[int]:
    step = max(math.ceil((high - low) / most), 1)
    return list(range(math.ceil(low / step) * step, math.floor(high) + 1, step))


def _words(step: Step, room: float) -> list[str]:
    text = (
        f"The claim needs {step.first.what} ({step.first.when}) "
        f"before {step.then.what} ({step.then.when})."
    )  # fmt: skip
    return style.wrap(text, room, 12, most=4).split("\n")


def _draw_step(axes: Axes, step: Step, level: float) -> None:
    start, end = step.first.year, step.then.year
    fits = end >= start
    color = style.COMPUTED if fits else style.SECOND
    axes.annotate(
        "", (end, level), (start, level),
        arrowprops={"arrowstyle": "-|>", "color": color, "linewidth": 2.2, "shrinkA": 6, "shrinkB": 7},
    )  # fmt: skip
    axes.plot(start, level, "o", markersize=9, color=style.PAPER, mec=style.CLAIMED, mew=2.4)
    axes.plot(end, level, "D", markersize=8, color=color, mec=style.PAPER, mew=1)
    gap = f"{abs(end - start):.1f} years {'later, as needed' if fits else 'too early'}"
    axes.text(
        0.5 * (start + end), level - 8, gap, ha="center", va="bottom", fontsize=12, fontweight="bold",
        color=color, parse_math=False, bbox=style.GROUND,
    )  # fmt: skip
