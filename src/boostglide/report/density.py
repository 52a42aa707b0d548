"""Samples of one quantity as a smooth hump over an axis."""

import numpy as np
from matplotlib.axes import Axes

from boostglide.report import style
from boostglide.report.axis import ONE_VALUE
from boostglide.report.numbers import spread

Interval = tuple[float | None, float | None]

_BINS = 200


def inside(values: np.ndarray, interval: Interval) -> np.ndarray:
    """Which values lie in a closed interval; an end that is None is open."""
    low, high = (
        bound if bound is not None else end for bound, end in zip(interval, (-np.inf, np.inf), strict=True)
    )
    return (values >= low) & (values <= high)


def draw_samples(
    axes: Axes, values: np.ndarray, interval: Interval, base: float, height: float, is_log: bool
) -> None:
    """A hump over `base`, dark where samples meet the interval; below it 5-95 % and the median.

    Parameters
    ----------
    axes
        Axes whose y axis counts pixels downwards.
    values
        Finite samples.
    interval
        The claimed interval; (None, None) where no number is claimed.
    base, height
        Place of the base line and height of the hump [px].
    is_log
        Whether the x axis is logarithmic.
    """
    left, right = axes.get_xlim()
    values = np.clip(values, left, right)
    low, middle, high = spread(values)
    if high - low <= ONE_VALUE * abs(middle) and np.ptp(values) <= 2 * ONE_VALUE * abs(middle):
        axes.plot([middle, middle], [base, base - height + 14], color=style.COMPUTED, linewidth=2)
        axes.plot(middle, base - height + 14, "D", markersize=9, color=style.COMPUTED, mec=style.PAPER, mew=1)
        return
    place, level = smooth_histogram(values, (left, right), is_log)
    curve = base - level * (height - 2)
    _fill(axes, place, curve, base, style.COMPUTED_PALE)
    if interval != (None, None):
        meets = inside(place, interval)
        for part in np.split(np.arange(place.size), np.flatnonzero(np.diff(meets)) + 1):
            if meets[part[0]]:
                _fill(axes, place[part], curve[part], base, style.COMPUTED)
    axes.plot(place, curve, color=style.COMPUTED, linewidth=1)
    axes.plot([low, high], [base + 6, base + 6], color=style.COMPUTED, linewidth=4, solid_capstyle="butt")
    axes.plot(middle, base + 6, "o", markersize=9, color=style.COMPUTED, mec=style.PAPER, mew=1.5)


def _fill(axes: Axes, place: np.ndarray, curve: np.ndarray, base: float, color: str) -> None:
    closed = [place[0], *place, place[-1]], [base, *curve, base]
    axes.fill(*closed, color=color, linewidth=0)


def smooth_histogram(
    values: np.ndarray, ends: tuple[float, float], is_log: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Places on the axis and a density with peak 1: a Gaussian kernel after Silverman (1986).

    The kernel is never narrower than about a bin, so that samples on one spot still show.
    """
    forward = np.log if is_log else np.asarray
    edges = np.linspace(float(forward(ends[0])), float(forward(ends[1])), _BINS + 1)
    moved = forward(values)
    counts = np.histogram(moved, edges)[0].astype(float)
    kernel = _kernel(moved, edges[1] - edges[0])
    density = np.convolve(counts, kernel, mode="full")[len(kernel) // 2 :][:_BINS]
    centres = 0.5 * (edges[1:] + edges[:-1])
    seen = np.flatnonzero(density > 4e-3 * density.max())
    seen = np.arange(seen[0], seen[-1] + 1)
    places = np.exp(centres) if is_log else centres
    return places[seen], density[seen] / density.max()


def _kernel(values: np.ndarray, bin_width: float) -> np.ndarray:
    quartiles = np.quantile(values, [0.25, 0.75])
    scale = min(values.std(), (quartiles[1] - quartiles[0]) / 1.34 or values.std())
    width = min(max(0.9 * scale * values.size**-0.2 / bin_width, 0.8), _BINS / 6)
    reach = np.arange(-int(4 * width) - 1, int(4 * width) + 2)
    return np.exp(-0.5 * (reach / width) ** 2)
