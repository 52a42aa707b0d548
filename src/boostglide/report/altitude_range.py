"""The picture of altitude over range: how ballistic and gliding flights differ."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes

from boostglide.report import axis, style
from boostglide.report.numbers import number

_COLORS = (style.COMPUTED, style.SECOND, style.THIRD, style.INK)
_DASHES = ("-", (0, (6, 2)), (0, (2, 1.5)), (0, (6, 2, 1.5, 2)))
_GRID = 240


class Paths(NamedTuple):
    """Flights of one kind: ground range and altitude [m], shape (member, time), NaN after the end."""

    label: str
    ground_range: np.ndarray
    altitude: np.ndarray


class Band(NamedTuple):
    """Altitude at ranges: 5 %, 50 % and 95 % over the members [m]."""

    ground_range: np.ndarray
    low: np.ndarray
    median: np.ndarray
    high: np.ndarray


def altitude_band(paths: Paths) -> Band:
    """Quantiles of altitude at equal shares of each member's range, laid over the median range.

    So no edge appears where single members end before others.

    Parameters
    ----------
    paths
        Flights of one kind; a member without two finite points is left out.

    Returns
    -------
    Band
        Quantiles on a grid of ranges up to the median range [m].

    Raises
    ------
    ValueError
        If no member has a path.
    """
    members = [_rising(*pair) for pair in zip(*map(np.atleast_2d, paths[1:]), strict=True)]
    members = [(ground, height) for ground, height in members if ground.size > 1]
    if not members:
        raise ValueError(f"Argument `paths` must hold a flown path, but `{paths.label}` has none.")
    share = np.linspace(0.0, 1.0, _GRID)
    reach = float(np.median([ground[-1] for ground, _ in members]))
    levels = np.array([np.interp(share * ground[-1], ground, height) for ground, height in members])
    return Band(share * reach, *np.quantile(levels, [0.05, 0.5, 0.95], axis=0))


def _rising(ground: np.ndarray, height: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The finite points of a path on which range grows."""
    finite = np.isfinite(ground) & np.isfinite(height)
    ground, height = ground[finite], height[finite]
    if not ground.size:
        return ground, height
    grows = np.concatenate([[True], ground[1:] > np.maximum.accumulate(ground)[:-1]])
    return ground[grows], height[grows]


def altitude_range_chart(
    kinds: Sequence[Paths], *, title: str = "", note: str = "", width: int = style.WIDE,
    horizon: np.ndarray | None = None,
) -> style.Sheet:  # fmt: skip
    """Draw median path and 5-95 % band of each kind of flight, with the name of the kind on its path.

    Parameters
    ----------
    kinds
        At most four kinds of flight.
    title, note
        Heading above and source below.
    width
        Width of the chart [px].
    horizon
        Lower edge of what a radar at the end of the longest median path sees: rows of
        ground range [m] and altitude [m]; none is drawn without it.

    Returns
    -------
    Figure
        A matplotlib figure.
    """
    if not 1 <= len(kinds) <= len(_COLORS):
        raise ValueError(
            f"Argument `kinds` must hold one to four kinds of flight, but it holds {len(kinds)}."
        )
    bands = [altitude_band(paths) for paths in kinds]
    left, right, inner = 52, 16, 300 if width > 500 else 230
    room = width - left - right
    sheet = style.new_sheet(width, 30 + inner + 48, title, note)
    top = sheet.body[0] + 30
    axes = style.add_axes(sheet, left, top, room, inner)
    style.write(sheet, style.MARGIN, top - 26, "Altitude [km]", color=style.INK)
    across = "Distance over ground [km]"
    style.write(sheet, width - right, top + inner + 24, across, color=style.INK, align="right")
    farthest = max(band.ground_range[-1] for band in bands) / 1e3
    highest = max(np.max(band.high) for band in bands) / 1e3
    axis.horizontal(axes, 0, farthest * 1.06, False, room)
    axis.vertical(axes, 0, highest * (1.14 if width > 500 else 1.26), False, inner)
    if horizon is not None:
        _draw_horizon(axes, horizon)
    for place, band in enumerate(bands):
        _draw_band(axes, band, place)
    _label_paths(axes, kinds, bands, room, inner)
    return sheet


def _draw_band(axes: Axes, band: Band, place: int) -> None:
    ground = band.ground_range / 1e3
    outline = np.concatenate([band.low, band.high[::-1]]) / 1e3
    axes.fill(np.concatenate([ground, ground[::-1]]), outline, color=_COLORS[place], alpha=0.16, linewidth=0)
    axes.plot(ground, band.median / 1e3, color=_COLORS[place], linewidth=2.4, linestyle=_DASHES[place])


def _draw_horizon(axes: Axes, horizon: np.ndarray) -> None:
    ground, height = np.asarray(horizon, dtype=float)[:, np.argsort(horizon[0])] / 1e3
    shown = (height <= axes.get_ylim()[1]) & (ground <= axes.get_xlim()[1])
    axes.plot(ground[shown], height[shown], color=style.QUIET, linewidth=1.2, linestyle=(0, (1, 2)))
    axes.annotate(
        "radar horizon", (ground[shown][0], height[shown][0]), xytext=(6, 6), textcoords="offset points",
        fontsize=11, color=style.QUIET, parse_math=False, bbox=style.GROUND,
    )  # fmt: skip


def _label_paths(
    axes: Axes, kinds: Sequence[Paths], bands: Sequence[Band], width: float, height: float
) -> None:
    """Name each path above its highest point, and move a name up until it touches no other."""
    taken: list[tuple[float, float, float, float]] = []
    for place in sorted(range(len(bands)), key=lambda place: -float(np.max(bands[place].high))):
        band = bands[place]
        words = f"{kinds[place].label}: up to {number(float(np.max(band.median)) / 1e3, 2)} km"
        lines = style.wrap(words, min(width - 8, 320), 12, bold=True).split("\n")
        wide, tall = max(style.text_width(line, 12, True) for line in lines), 16 * len(lines)
        x, y = _place_of_name(axes, band, wide, width)
        while any(x < b and a < x + wide and y < d and c < y + tall for a, b, c, d in taken):
            y += 4
        y = min(y, height - tall)
        taken.append((x, x + wide, y, y + tall))
        for line_number, line in enumerate(reversed(lines)):
            axes.text(
                x / width, (y + 4 + 16 * line_number) / height, line, transform=axes.transAxes, fontsize=12,
                fontweight="bold", color=_COLORS[place], parse_math=False, bbox=style.GROUND,
            )  # fmt: skip


def _place_of_name(axes: Axes, band: Band, wide: float, width: float) -> tuple[float, float]:
    """Left end and foot of a name [px]: over the peak, or the middle where the peak lies at an end."""
    points = np.array([band.ground_range, band.high]).T / 1e3
    places = axes.transData.transform(points) - (axes.bbox.x0, axes.bbox.y0)
    peak = int(np.argmax(band.median))
    middle = peak if 0.2 < peak / band.median.size < 0.8 else band.median.size // 2
    x = float(np.clip(places[middle, 0] - wide / 2, 4, max(width - wide - 2, 4)))
    covered = (places[:, 0] >= x) & (places[:, 0] <= x + wide)
    return x, float(np.max(places[covered, 1], initial=places[middle, 1])) + 6
