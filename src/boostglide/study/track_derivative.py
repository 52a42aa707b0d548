"""Derivatives of sampled numbers by local polynomials, with an estimate of their error."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.polynomial import legendre
from scipy.ndimage import maximum_filter1d

DEGREE, CHECK_DEGREE = 4, 6
"""Degree of the local polynomial, and of the one that it is compared with."""

FEWEST = CHECK_DEGREE + 1
"""Points that a derivative needs."""

HALF_WIDTHS = (3, 5, 8, 13, 21, 34, 55, 89, 144, 233)
"""Points on each side of the place where a polynomial is fitted; the best of these is taken."""

MARGIN = 3.0
"""Standard deviations of the scatter that the stated error covers [-]."""

NEARBY = 5
"""Points over which the greatest difference of the two polynomials counts [-]."""

SAMPLE = 300
"""Places at which the choice of a width is tried."""

_ROOM = 4_000_000
"""Numbers of a block of windows that are held at a time."""


@dataclass(frozen=True)
class Derivative:
    """A derivative at each point.

    Parameters
    ----------
    values
        The derivative in units of the numbers over s to the power of its order, shape (points, axes).
    error
        Estimate of the greatest error of its length, shape (points,).
    points
        Points that each polynomial was fitted to [-].
    noise
        Scatter of the numbers about the polynomials, one standard deviation of one axis.
    """

    values: np.ndarray
    error: np.ndarray
    points: int
    noise: float


def local_derivative(
    time: np.ndarray, numbers: np.ndarray, order: int, progress: Callable[[float], None] | None = None
) -> Derivative:
    """First or second derivative of numbers over time by least squares on a window around each point.

    A polynomial of degree 4 is fitted to the nearest points on both sides, fewer on one side at the ends. The
    error is estimated as the distance to the derivative of a polynomial of degree 6 over the same points, the
    greatest of five neighbours, which stands for what degree 4 cannot follow, plus three times the effect of
    the scatter of the points, taken as independent. Of several widths, from 7 to 467 points, the one with the
    smallest mean error is used throughout: wide for noisy tracks, narrow for clean ones.

    Parameters
    ----------
    time
        Rising times [s], at least 7; steps may differ.
    numbers
        Values at these times, shape (points, axes), in any unit.
    order
        1 or 2 [-].
    progress
        Called with the share of the work that is done [-].

    Returns
    -------
    Derivative
        Values, errors, width and scatter.

    References
    ----------
    savitzky1964, for equal steps; here every window is fitted anew.
    """
    count, tell = len(time), progress or (lambda share: None)
    places = np.unique(np.linspace(0, count - 1, min(count, SAMPLE)).astype(int))
    noise = _noise(time, numbers, places)
    best, least = HALF_WIDTHS[0], np.inf
    for half in HALF_WIDTHS:
        if 2 * half + 1 > count:
            break
        _, missed, spread = _fit(time, numbers, places, half, order, noise)
        error = float(np.mean(missed + spread))
        if error < least:
            best, least = half, error
    block = max(1, _ROOM // (FEWEST * (2 * best + 1)))
    pieces = []
    for first in range(0, count, block):
        pieces.append(_fit(time, numbers, np.arange(first, min(first + block, count)), best, order, noise))
        tell(min(first + block, count) / count)
    values, missed, spread = (np.concatenate(parts) for parts in zip(*pieces, strict=True))
    # The two polynomials agree by chance here and there, where the error is no smaller than nearby.
    return Derivative(values, maximum_filter1d(missed, NEARBY) + spread, 2 * best + 1, noise)


def _noise(time: np.ndarray, numbers: np.ndarray, places: np.ndarray) -> float:
    """Median scatter about polynomials over the narrowest window."""
    _, window = _windows(len(time), places, HALF_WIDTHS[0])
    q, _, _ = _basis(time[window], time[places], 1)
    return float(np.median(_scatter(q, numbers[window] - numbers[places][:, None])))


def _fit(
    time: np.ndarray, numbers: np.ndarray, places: np.ndarray, half: int, order: int, noise: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Derivatives at some places, what degree 4 misses, and the effect of the scatter."""
    first, window = _windows(len(time), places, half)
    around = numbers[window] - numbers[places][:, None]
    if _is_even(time):  # all windows are alike, but for where in them the place lies
        each, which = np.unique(places - first, return_inverse=True)
        step = (time[-1] - time[0]) / (len(time) - 1)
        times = step * np.arange(2 * half + 1)
        q, r, slope = _basis(np.broadcast_to(times, (len(each), len(times))), times[each], order)
    else:
        q, r, slope = _basis(time[window], time[places], order)
        which = np.arange(len(places))
    few = DEGREE + 1
    low = _weights(q[..., :few], r[:, :few, :few], slope[:, :few])
    high = _weights(q, r, slope)
    values = _applied(low[which], around)
    missed = np.linalg.norm(_applied(high[which], around) - values, axis=-1)
    scatter = np.maximum(noise, _scatter(q if len(q) == len(around) else q[0], around))
    return values, missed, MARGIN * scatter * np.linalg.norm(low, axis=-1)[which]


def _is_even(time: np.ndarray) -> bool:
    """Whether all steps are equal but for rounding."""
    steps = np.diff(time)
    return bool(np.ptp(steps) <= 1e-6 * np.mean(steps))


def _applied(weights: np.ndarray, around: np.ndarray) -> np.ndarray:
    return np.matmul(weights[:, None, :], around)[:, 0]


def _windows(count: int, places: np.ndarray, half: int) -> tuple[np.ndarray, np.ndarray]:
    """First index and all indices of the window of each place."""
    first = np.clip(places - half, 0, count - (2 * half + 1))
    return first, first[:, None] + np.arange(2 * half + 1)


def _basis(times: np.ndarray, at: np.ndarray, order: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Orthogonal polynomials over each window, as Q and R, and the derivatives of the basis at a time."""
    middle, width = 0.5 * (times[:, -1] + times[:, 0]), 0.5 * (times[:, -1] - times[:, 0])
    q, r = np.linalg.qr(legendre.legvander((times - middle[:, None]) / width[:, None], CHECK_DEGREE))
    here = legendre.legvander((at - middle) / width, CHECK_DEGREE)
    return q, r, here @ _slopes(order).T / width[:, None] ** order


def _slopes(order: int) -> np.ndarray:
    """Legendre coefficients of the derivative of each Legendre polynomial, one a row."""
    rows = [legendre.legder(row, order) for row in np.eye(FEWEST)]
    return np.stack([np.pad(row, (0, FEWEST - len(row))) for row in rows])


def _weights(q: np.ndarray, r: np.ndarray, slope: np.ndarray) -> np.ndarray:
    """What each number of a window counts in the derivative."""
    return (q @ np.linalg.solve(np.swapaxes(r, 1, 2), slope[..., None]))[..., 0]


def _scatter(q: np.ndarray, around: np.ndarray) -> np.ndarray:
    """Standard deviation of one axis about the polynomial, in each window."""
    low = q[..., : DEGREE + 1]
    rest = around - low @ (np.swapaxes(low, -1, -2) @ around)
    freedom = (around.shape[1] - DEGREE - 1) * around.shape[2]
    return np.sqrt(np.sum(rest**2, axis=(1, 2)) / freedom)
