"""The chart "computed against claimed": one row a model, the claimed interval as a band through the rows."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator

from boostglide.report import axis, style
from boostglide.report.density import Interval, draw_samples, inside
from boostglide.report.numbers import alike, readable_unit, single, spread
from boostglide.report.short_names import model_name, study_name

_HUMP = 44
_LINE = 17
_BELOW = 20
_AXIS = 38
_LABELS = 226


class Row(NamedTuple):
    """What one model computes: its name, its samples in the unit of the panel (NaN: not counted).

    A row that is not judged stands beside the claim for comparison only.
    """

    model: str
    samples: np.ndarray
    is_judged: bool = True


class Panel(NamedTuple):
    """Rows that share one quantity, and the claimed interval (low, high) in `unit` with its own words."""

    quantity: str
    unit: str
    claimed: str
    interval: Interval
    rows: tuple[Row, ...]

    @property
    def heading(self) -> str:
        """The quantity and its unit."""
        unit, name = readable_unit(self.unit), self.quantity[:1].upper() + self.quantity[1:]
        return f"{name} [{unit}]" if unit else name

    @property
    def is_bounded(self) -> bool:
        """Whether the claim names a number."""
        return any(bound is not None for bound in self.interval)


def panels_of(evidence: Sequence) -> list[Panel]:
    """Group evidence by what is measured, so that models of one quantity stand under each other.

    A row without a claim of its own joins the panel of its quantity and unit where sizes are alike. Rows of
    several studies are named by study, others by model.
    """
    groups: dict[tuple[str, str, str, Interval], list] = {}
    for item in evidence:
        low, high = item.interval or (None, None)
        key = (item.quantity, item.unit, item.claimed or "", (low, high))
        if item.interval is None:
            fits = (each for each in groups if each[:2] == key[:2] and _alike(groups[each][0], item))
            key = next(fits, key)
        groups.setdefault(key, []).append(item)
    return [Panel(*key, _rows(items)) for key, items in groups.items()]


def _alike(one, other) -> bool:
    """Whether samples can share an axis with others: medians within a factor of a hundred."""
    here, there = spread(one.samples)[1], spread(other.samples)[1]
    return here == there or (here * there > 0 and 0.01 < here / there < 100)


def _rows(items: list) -> tuple[Row, ...]:
    by_study = len({item.study for item in items}) > 1
    return tuple(
        Row(
            study_name(item.study or "") if by_study else model_name(item.model),
            np.atleast_1d(np.asarray(item.samples, dtype=float)),
            item.interval is not None,
        )
        for item in items
    )


def distribution_chart(
    panels: Sequence[Panel], *, title: str = "", note: str = "", width: int = style.WIDE
) -> style.Sheet:
    """Draw computed against claimed.

    Parameters
    ----------
    panels
        One a quantity; see `panels_of`.
    title, note
        Heading above and source below, in plain text.
    width
        Width of the chart [px]; models are named beside their rows where there is room, else above.

    Returns
    -------
    Figure
        A matplotlib figure with a height that fits its content.

    Raises
    ------
    ValueError
        If there is no panel, or a panel has no row.
    """
    if not panels or not all(panel.rows for panel in panels):
        raise ValueError("Argument `panels` must hold at least one panel with one row, but it is empty.")
    room = width - 2 * style.MARGIN
    blocks = [_Block(panel, room) for panel in panels]
    sheet = style.new_sheet(width, 6 + sum(block.height for block in blocks), title, note)
    top = sheet.body[0] + 6
    for block in blocks:
        block.draw(sheet, top)
        top += block.height
    return sheet


class _Block:
    """One panel laid out in pixels: heading, lane with the claim, rows, axis."""

    def __init__(self, panel: Panel, room: float) -> None:
        self.panel, self.room = panel, room
        self.beside = room > 2 * _LABELS
        self.left = style.MARGIN + (_LABELS if self.beside else 0)
        self.plot_width = room - (_LABELS if self.beside else 0)
        self.heading = style.wrap(panel.heading, room, 13, most=3).split("\n")
        words = f"Claimed: {panel.claimed}" if panel.claimed else "Claimed"
        wrapped = style.wrap(words, self.plot_width, 12, bold=True, most=4).split("\n")
        self.claim = wrapped if panel.is_bounded else []
        self.labels = [_row_lines(row, panel, _LABELS - 16 if self.beside else room) for row in panel.rows]
        self.lane = len(self.claim) * _LINE + 8
        self.heights = [self._row_height(lines) for lines in self.labels]
        self.height = len(self.heading) * 18 + 4 + self.lane + sum(self.heights) + _AXIS

    def _row_height(self, lines: list) -> float:
        text = len(lines) * _LINE
        return max(text + 10, _HUMP + _BELOW + 6) if self.beside else text + _HUMP + _BELOW

    def draw(self, figure: Figure, top: float) -> None:
        style.write(figure, style.MARGIN, top, "\n".join(self.heading), size=13, color=style.INK)
        top += len(self.heading) * 18 + 4
        inner = self.lane + sum(self.heights)
        axes = style.add_axes(figure, self.left, top, self.plot_width, inner)
        axes.set_ylim(inner, 0)
        axes.yaxis.set_major_locator(NullLocator())
        values = np.concatenate([row.samples[np.isfinite(row.samples)] for row in self.panel.rows])
        bounds = [bound for bound in self.panel.interval if bound is not None and np.isfinite(bound)]
        low, high, is_log = axis.limits(values, bounds, linear=self.panel.unit == "dB")
        axis.horizontal(axes, low, high, is_log, self.plot_width)
        self._draw_claim_words(figure, axes, top)
        offset = self.lane
        for row, lines, height in zip(self.panel.rows, self.labels, self.heights, strict=True):
            self._draw_row(figure, axes, row, lines, top, offset, height, is_log)
            offset += height

    def _band(self, axes: Axes) -> tuple[float, float]:
        """The claimed interval, cut to what the axis shows."""
        (left, right), (low, high) = axes.get_xlim(), self.panel.interval
        return max(low if low is not None else left, left), min(high if high is not None else right, right)

    def _draw_claim_words(self, figure: Figure, axes: Axes, top: float) -> None:
        if not self.claim:
            return
        ends = axes.transData.transform([(end, 0) for end in self._band(axes)])
        centre = axes.transAxes.inverted().transform(ends)[:, 0].mean() * self.plot_width
        wide = max(style.text_width(line, 12, True) for line in self.claim)
        start = float(np.clip(centre - wide / 2, 0, max(self.plot_width - wide, 0)))
        words = "\n".join(self.claim)
        style.write(figure, self.left + start, top, words, bold=True, color=style.CLAIMED_TEXT, halo=True)

    def _draw_band(self, axes: Axes, top: float, bottom: float) -> None:
        low, high = self._band(axes)
        axes.fill([low, high, high, low], [top, top, bottom, bottom], color=style.CLAIMED, alpha=0.17, lw=0)
        for bound in {bound for bound in self.panel.interval if bound is not None}:
            axes.plot([bound] * 2, [top, bottom], color=style.CLAIMED, linewidth=2, solid_capstyle="butt")

    def _draw_row(
        self, figure: Figure, axes: Axes, row: Row, lines: list, top: float, offset: float, height: float,
        is_log: bool,
    ) -> None:  # fmt: skip
        for place, (line, bold) in enumerate(lines):
            y = top + offset + place * _LINE + (4 if self.beside else 0)
            color = style.INK if bold else style.QUIET
            style.write(figure, style.MARGIN, y, line, bold=bold, color=color, halo=True)
        base = offset + height - _BELOW
        if self.panel.is_bounded:
            is_first = offset == self.lane
            above = offset - (6 if is_first else 0) if self.beside else base - _HUMP + 3
            self._draw_band(axes, above, base + _BELOW - (0 if self.beside else 6))
        axes.plot(axes.get_xlim(), [base, base], color=style.FAINT, linewidth=1, clip_on=False)
        finite = row.samples[np.isfinite(row.samples)]
        if finite.size:
            interval = self.panel.interval if row.is_judged else (None, None)
            draw_samples(axes, finite, interval, base, _HUMP, is_log)


def _row_lines(row: Row, panel: Panel, room: float) -> list[tuple[str, bool]]:
    """The model in bold and its numbers below, each broken to the room there is."""
    name = style.wrap(row.model or "Computed", room, 12, bold=True, most=4).split("\n")
    texts = _numbers(row, panel)
    if len(texts) > 1 and style.text_width("; ".join(texts[:2]), 12) <= room:
        texts = ["; ".join(texts[:2]), *texts[2:]]
    numbers = [line for text in texts for line in style.wrap(text, room, 12).split("\n")]
    return [(line, True) for line in name] + [(line, False) for line in numbers]


def _numbers(row: Row, panel: Panel) -> list[str]:
    finite = row.samples[np.isfinite(row.samples)]
    if not finite.size:
        return ["no sample reached a result"]
    low, middle, high = spread(finite)
    if high - low <= axis.ONE_VALUE * abs(middle):
        return [f"{single(finite)} {readable_unit(panel.unit)}".strip()]
    texts = alike((low, middle, high))
    lines = [f"median {texts[1]}", f"90 %: {texts[0]} to {texts[2]}"]
    if panel.is_bounded and row.is_judged:
        lines.append(f"{_share(inside(finite, panel.interval))} within the claim")
    return lines


def _share(meets: np.ndarray) -> str:
    """A share in percent that is 0 or 100 only where it is exactly so."""
    share = 100 * meets.mean()
    if 0 < share < 1:
        return "under 1 %"
    return "over 99 %" if 99 < share < 100 else f"{share:.0f} %"
