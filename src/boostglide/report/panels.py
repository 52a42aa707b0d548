"""Panels one above another over one axis, such as speed and Mach number over time, with events marked."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes

from boostglide.report import axis, style
from boostglide.report.line_names import Line, look, name_lines

_LEFT, _RIGHT = 58, 16
_BREAK = 14


class Strip(NamedTuple):
    """One panel: the name of its axis with the unit, and its lines."""

    y_label: str
    lines: tuple[Line, ...]
    from_zero: bool = False


class Mark(NamedTuple):
    """A place on the x axis that has a number, such as an event."""

    x: float
    number: int


def strips_chart(
    strips: Sequence[Strip], *, x_label: str, marks: Sequence[Mark] = (), key: Sequence[str] = (),
    windows: Sequence[tuple[float, float]] = (), title: str = "", note: str = "", width: int = style.WIDE,
) -> style.Sheet:  # fmt: skip
    """Draw panels one above another over one x axis, with numbered marks through all of them.

    Parameters
    ----------
    strips
        At least one panel with a finite point.
    x_label
        Name of the x axis with its unit.
    marks
        Places on the x axis with a number, drawn as thin lines; the numbers stand on top.
    key
        What the numbers mean, written below.
    windows
        Parts of the x axis that are shown, where not all of it is.
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
    strips = [strip for strip in strips if any(np.isfinite(line.y).any() for line in strip.lines)]
    if not strips:
        raise ValueError("Argument `strips` must hold a panel with a finite point, but it does not.")
    inner = (220 if width > 500 else 170) if len(strips) == 1 else (130 if width > 500 else 110)
    head = 18 if marks else 2
    lines = key_lines(key, width)
    body = head + len(strips) * (inner + 34) + 34 + 16 * len(lines) + (16 if lines else 0)
    sheet = style.new_sheet(width, body, title, note)
    top = sheet.body[0] + head
    spans = _spans(strips, windows)
    for place, strip in enumerate(strips):
        foot = top + 28 + inner
        style.write(sheet, style.MARGIN, top + 4, strip.y_label, color=style.INK)
        panes = _panes(sheet, strip, spans, top + 28, inner, width, place == len(strips) - 1)
        for mark in marks:
            _draw_mark(panes, mark)
        if place == 0 and marks:
            _number_marks(sheet, panes, marks, top - head + 4, width)
        top = foot + 6
    style.write(sheet, width - _RIGHT, top + 20, x_label, color=style.INK, align="right")
    write_key(sheet, lines, top + 46)
    return sheet


def _spans(strips: Sequence[Strip], windows: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    if windows:
        return list(windows)
    known = [line.x[np.isfinite(line.y)] for strip in strips for line in strip.lines]
    places = np.concatenate(known)
    low, high = float(places.min()), float(places.max())
    return [(low, high if high > low else low + 1.0)]


def _panes(
    sheet: style.Sheet, strip: Strip, spans: list[tuple[float, float]], top: float, inner: float,
    width: float, is_last: bool,
) -> list[Axes]:  # fmt: skip
    """The axes of a panel, one for each part of the x axis that is shown."""
    limits = _limits(strip, spans)
    panes = []
    parts = shared_out(spans, _LEFT, width - _RIGHT)
    for place, ((low, high), (left, wide)) in enumerate(zip(spans, parts, strict=True)):
        axes = style.add_axes(sheet, left, top, wide, inner)
        across(axes, low, high, wide)
        axis.vertical(axes, *limits, inner * (1.0 if inner > 200 else 2.0))
        if place:
            axes.set_yticklabels([])
        if not is_last:
            axes.set_xticklabels([])
        for line in strip.lines:
            _draw_line(axes, line)
        panes.append(axes)
    if any(line.label for line in strip.lines):
        name_lines(panes[0], strip.lines, parts[0][1], inner)
    return panes


def shared_out(spans: Sequence[tuple[float, float]], left: float, right: float) -> list[tuple[float, float]]:
    """Left end and width [px] of each part of an axis that is broken between its parts.

    Parameters
    ----------
    spans
        Lower and upper limit of each part.
    left, right
        Ends of the whole axis [px].
    """
    room = right - left - _BREAK * (len(spans) - 1)
    lengths = np.sqrt([high - low for low, high in spans])  # so that short parts can still be read
    widths = room * lengths / lengths.sum()
    starts = left + np.concatenate([[0.0], np.cumsum(widths[:-1] + _BREAK)])
    return [(float(start), float(wide)) for start, wide in zip(starts, widths, strict=True)]


def across(axes: Axes, low: float, high: float, wide: float) -> None:
    """Scale the x axis as `axis.horizontal` does, with more ticks where a narrow panel has room for them.

    Parameters
    ----------
    axes
        The panel.
    low, high
        Its limits.
    wide
        Its width [px].
    """
    axis.horizontal(axes, low, high, False, wide)
    ticks = axis.round_ticks(low, high, False, max(int(wide / 55), 4))
    words = axis.labels(ticks, False)
    room = sum(style.text_width(word, 12) + 14 for word in words)
    while room > wide + 14 and len(ticks) > 1:  # a short part of a broken axis
        ticks, words = ticks[::2], words[::2]
        room = sum(style.text_width(word, 12) + 14 for word in words)
    if len(ticks) > len(axes.get_xticks()) or _width_of_ticks(axes) > wide + 14:
        axes.set_xticks(ticks, words, parse_math=False)
        for tick, text in zip(ticks, axes.get_xticklabels(), strict=True):
            if (high - tick) / (high - low) * wide < style.text_width(text.get_text(), 12) / 2 - 8:
                text.set_horizontalalignment("right")


def _width_of_ticks(axes: Axes) -> float:
    return sum(style.text_width(text.get_text(), 12) + 14 for text in axes.get_xticklabels())


def _limits(strip: Strip, spans: list[tuple[float, float]]) -> tuple[float, float, bool]:
    shown = []
    for line in strip.lines:
        inside = np.any([(line.x >= low) & (line.x <= high) for low, high in spans], axis=0)
        for values in (line.y, *(line.band or ())):
            shown.append(values[inside & np.isfinite(values)])
    values = np.concatenate(shown)
    low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
    if strip.from_zero or 0 <= low < 0.45 * high:
        low = min(low, 0.0)
    if high - low < 1e-9 * max(abs(high), 1e-9):
        pad = 0.2 * abs(high) or 1.0
        return (low - pad if low else 0.0), high + pad, False
    pad = 0.1 * (high - low)
    return (low if low == 0 else low - pad), (high if high == 0 else high + pad), False


def _draw_line(axes: Axes, line: Line) -> None:
    color, dash = look(line.place)
    if line.band is not None:
        axes.fill_between(line.x, *line.band, color=color, alpha=0.2, linewidth=0)
    axes.plot(line.x, line.y, color=color, linewidth=2.0, linestyle=dash)


def _draw_mark(panes: list[Axes], mark: Mark) -> None:
    for axes in panes:
        low, high = axes.get_xlim()
        if low <= mark.x <= high:
            axes.axvline(mark.x, color=style.FAINT, linewidth=1, zorder=0.6)


def _number_marks(
    sheet: style.Sheet, panes: list[Axes], marks: Sequence[Mark], top: float, width: float
) -> None:
    """Numbers above their lines; those too close to each other stand together, as in 3–5."""
    full = sheet.get_size_inches()[0] * 72
    places = []
    for mark in marks:
        for axes in panes:
            low, high = axes.get_xlim()
            if low <= mark.x <= high:
                left, wide = axes.get_position().x0 * full, axes.get_position().width * full
                places.append((left + (mark.x - low) / (high - low) * wide, mark.number))
                break
    for x, words in joined(places):
        half = style.text_width(words, 11) / 2
        style.write(sheet, min(max(x, half + 2), width - half - 2), top, words, size=11, align="center")


def joined(places: Sequence[tuple[float, int]]) -> list[tuple[float, str]]:
    """Numbers at places [px], with those that would touch joined into one text at their middle."""
    groups: list[list[tuple[float, int]]] = []
    for x, number in sorted(places):
        if groups and x - _middle(groups[-1]) < 13 + style.text_width(_words(groups[-1]), 11) / 2:
            groups[-1].append((x, number))
        else:
            groups.append([(x, number)])
    return [(_middle(group), _words(group)) for group in groups]


def _middle(group: list[tuple[float, int]]) -> float:
    return 0.5 * (group[0][0] + group[-1][0])


def _words(group: list[tuple[float, int]]) -> str:
    numbers = sorted(number for _, number in group)
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return ",".join(map(str, numbers))


def key_lines(key: Sequence[str], width: float) -> list[list[str]]:
    """Entries of a key in rows of as many columns as the width has room for."""
    if not key:
        return []
    longest = max(style.text_width(words, 11) for words in key)
    columns = max(min(int((width - 2 * style.MARGIN) / (longest + 16)), 4), 1)
    rows = math.ceil(len(key) / columns)
    wide = (width - 2 * style.MARGIN) / columns - 12
    short = [style.wrap(words, wide, 11, most=1) for words in key]
    return [[short[row + column * rows] for column in range(columns) if row + column * rows < len(key)]
            for row in range(rows)]  # fmt: skip


def write_key(sheet: style.Sheet, lines: list[list[str]], top: float) -> None:
    """Write the rows of `key_lines` from `top` [px] down."""
    if not lines:
        return
    width = sheet.get_size_inches()[0] * 72
    column = (width - 2 * style.MARGIN) / len(lines[0])
    for row, entries in enumerate(lines):
        for place, words in enumerate(entries):
            style.write(sheet, style.MARGIN + place * column, top + 16 * row, words, size=11)
