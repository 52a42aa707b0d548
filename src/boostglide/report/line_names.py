"""Lines that carry their names: colours that differ, and a free place for each name."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes

from boostglide.report import style

LINES = (style.COMPUTED, style.SECOND, style.THIRD, "#aa4499", style.CLAIMED, style.INK)
DASHES = ("-", (0, (6, 2)), (0, (2, 1.5)), (0, (6, 2, 1.5, 2)))
"""Colours and dashes of lines that must be told apart; Okabe and Ito's palette with a darker purple."""


class Line(NamedTuple):
    """A line with an optional band (low, high), in the units of the axes; an empty name is not written."""

    label: str
    x: np.ndarray
    y: np.ndarray
    band: tuple[np.ndarray, np.ndarray] | None = None
    place: int = 0


def look(place: int) -> tuple[str, Any]:
    """Colour and dash of the line at a place in a list; up to 12 differ."""
    return LINES[place % len(LINES)], DASHES[(place + place // len(LINES)) % len(DASHES)]


def name_lines(axes: Axes, lines: Sequence[Line], wide: float, inner: float, size: float = 12) -> None:
    """Write each line's name on it, where it is farthest from all other lines and names."""

    def pixels(line: Line) -> np.ndarray:
        known = np.isfinite(line.x) & np.isfinite(line.y)
        points = np.column_stack([line.x[known], line.y[known]])
        return _dense(np.asarray(axes.transData.transform(points)) - (axes.bbox.x0, axes.bbox.y0))

    paths = [pixels(line) for line in lines]
    taken: list[tuple[float, float, float, float]] = []
    for place, line in enumerate(lines):
        words = style.wrap(line.label, wide * 0.7, size, bold=True, most=1)
        length = style.text_width(words, size, True)
        spot = _free_spot(paths, place, taken, length, size, wide, inner)
        if not line.label or spot is None:
            continue
        x, y = spot
        taken.append((x, x + length, y, y + 1.3 * size))
        axes.text(
            x / wide, y / inner, words, transform=axes.transAxes, fontsize=size, fontweight="bold",
            color=look(line.place)[0], va="bottom", parse_math=False, bbox=style.GROUND,
        )  # fmt: skip


def _free_spot(
    paths: list[np.ndarray], place: int, taken: list[tuple[float, float, float, float]], length: float,
    size: float, wide: float, inner: float,
) -> tuple[float, float] | None:  # fmt: skip
    """Lower left corner of a name near its line [px], on no name, far from other lines, if there is one."""
    own = paths[place]
    if not own.size or length > wide:
        return None
    tall, best, found = 1.3 * size, -np.inf, None
    everything = np.concatenate(paths)
    for point in own[:: max(len(own) // 60, 1)]:
        for dx, dy in _around(length, tall):
            x, y = float(point[0] + dx), float(point[1] + dy)
            if x < 2 or x + length > wide - 2 or y < 1 or y + tall > inner - 1:
                continue
            if any(x < b + 4 and a < x + length + 4 and y < d and c < y + tall for a, b, c, d in taken):
                continue
            away = np.maximum(np.abs(everything[:, 0] - x - length / 2) - length / 2, 0)
            above = np.maximum(np.abs(everything[:, 1] - y - tall / 2) - tall / 2, 0)
            gap = np.hypot(away, above)
            mine = np.zeros(len(everything), bool)
            start = sum(len(path) for path in paths[:place])
            mine[start : start + len(own)] = True
            others = float(gap[~mine].min(initial=60.0))
            own_gap = float(gap[mine].min())
            score = min(others, 60.0) + 12.0 * min(own_gap, 4.0) - 2.5 * own_gap - (80.0 if others < 3 else 0)
            if score > best:
                best, found = score, (x, y)
    return found


def _around(length: float, tall: float) -> list[tuple[float, float]]:
    """Lower left corners of a name about a point: above, below and beside it, near and farther [px]."""
    beside = [(6.0, -tall / 2), (-length - 6, -tall / 2)]
    across = (-length / 2, 0.0, -length)
    return beside + [(dx, dy) for far in (5.0, 13.0, 22.0) for dx in across for dy in (far, -tall - far)]


def _dense(points: np.ndarray) -> np.ndarray:
    """A path in points of equal distance along it."""
    if len(points) < 2:
        return points
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    steps = np.linspace(0.0, along[-1], 240)
    return np.column_stack([np.interp(steps, along, points[:, 0]), np.interp(steps, along, points[:, 1])])
