"""Axes that choose their own limits, scale and few round ticks, with end labels kept inside the chart."""

import math
from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, LogLocator, MaxNLocator, NullFormatter, NullLocator

from boostglide.report import style
from boostglide.report.numbers import number, power_of_ten

_DECADES = 2.0
_FEW_ZEROS = 0.05
ONE_VALUE = 5e-3
"""Relative width below which samples count as one value [-]."""


def limits(values: np.ndarray, bounds: list[float], linear: bool = False) -> tuple[float, float, bool]:
    """Axis limits that show samples and bounds, and whether the axis must be logarithmic.

    Parameters
    ----------
    values
        Finite samples; the outermost 0.2 % may fall outside.
    bounds
        Ends of the claimed interval.
    linear
        Whether the axis must be linear, as for decibels.

    Returns
    -------
    tuple
        Lower and upper limit, and true where no value is negative, few are zero and they span more than two
        decades.
    """
    core = np.quantile(values, [0.002, 0.998]) if values.size else np.empty(0)
    points = np.concatenate([core, bounds])
    if not points.size:
        return 0.0, 1.0, False
    low, high = float(points.min()), float(points.max())
    is_positive = high > 0 and min(np.min(values, initial=low), low) >= 0
    if not linear and is_positive and np.sum(values == 0) <= _FEW_ZEROS * values.size:
        floor = low or _smallest_positive(values, bounds)
        if math.log10(high / floor) > _DECADES:
            pad = (high / floor) ** 0.06
            return floor / pad, high * pad, True
    if 0 <= low < 0.45 * high:
        low = 0.0
    if high - low < ONE_VALUE * abs(high) and not bounds:
        low, high = low - 0.15 * abs(high), high + 0.15 * abs(high)
    pad = 0.08 * (high - low) or 0.15 * abs(high) or 1.0
    return (low if low == 0.0 else low - pad), high + pad, False


def _smallest_positive(values: np.ndarray, bounds: list[float]) -> float:
    positive = np.concatenate([values[values > 0], [bound for bound in bounds if bound > 0]])
    return float(np.quantile(positive, 0.002))


def horizontal(axes: Axes, low: float, high: float, is_log: bool, width: float) -> None:
    """Scale the x axis and give it round ticks about 90 px apart, with light lines behind the data."""
    if is_log:
        axes.set_xscale("log")
    axes.set_xlim(low, high)
    ticks = round_ticks(low, high, is_log, max(int(width / 90), 3))
    axes.xaxis.set_major_locator(FixedLocator(ticks))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.set_xticklabels(labels(ticks, is_log), parse_math=False)
    axes.grid(axis="x", color=style.GRID, linewidth=1)
    axes.set_axisbelow(True)
    place: Callable[[float], float] = math.log if is_log else float
    for tick, text in zip(ticks, axes.get_xticklabels(), strict=True):
        position = (place(tick) - place(low)) / (place(high) - place(low)) * width
        half = style.text_width(text.get_text(), 12) / 2
        if position < half - 8:
            text.set_horizontalalignment("left")
        elif position > width - half + 8:
            text.set_horizontalalignment("right")


def vertical(axes: Axes, low: float, high: float, is_log: bool, height: float) -> None:
    """Scale the y axis and give it round ticks about 60 px apart, with light lines behind the data."""
    if is_log:
        axes.set_yscale("log")
    axes.set_ylim(low, high)
    ticks = round_ticks(low, high, is_log, max(int(height / 60), 3))
    axes.yaxis.set_major_locator(FixedLocator(ticks))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.set_yticklabels(labels(ticks, is_log), parse_math=False)
    axes.grid(axis="y", color=style.GRID, linewidth=1)
    axes.set_axisbelow(True)


def round_ticks(low: float, high: float, is_log: bool, most: int) -> list[float]:
    """At most about `most` round numbers between the limits; powers of ten on a long logarithmic axis."""
    if is_log:
        steps = (1.0,) if math.log10(high / low) >= 3 else (1.0, 3.0)
        powers = LogLocator(10, subs=steps, numticks=most + 1).tick_values(low, high)
        return [float(tick) for tick in powers if low <= tick <= high]
    slack = 1e-9 * (high - low)
    steps = MaxNLocator(most, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    return [
        0.0 if abs(tick) < slack else float(tick) for tick in steps if low - slack <= tick <= high + slack
    ]


def labels(ticks: list[float], is_log: bool) -> list[str]:
    """The words of all ticks of an axis, with as many decimals as tell neighbours apart."""
    if is_log or len(ticks) < 2 or max(map(abs, ticks)) >= 1e6 or ticks[1] - ticks[0] < 1e-5:
        return [label(tick, is_log) for tick in ticks]
    step = ticks[1] - ticks[0]
    decimals = next(d for d in range(8) if abs(step - round(step, d)) < 1e-3 * step)
    return [f"{tick:,.{decimals}f}".replace("-", "−") if tick else "0" for tick in ticks]


def label(tick: float, is_log: bool) -> str:
    """The words of a tick: 2,000 or 10⁻⁸."""
    if is_log and not 1e-2 <= tick < 1e5:
        return number(tick, 2) if str(tick).startswith("3") else power_of_ten(round(math.log10(tick)))
    return number(tick, 4)
