"""From a history of loss to the stretches of time without signal."""

from typing import NamedTuple

import numpy as np

from boostglide.core import Array, Bool, Float, Time


class Stretch(NamedTuple):
    """One stretch of time in which a band is blocked.

    Parameters
    ----------
    start, end
        First and last time [s].
    is_cut
        Whether the stretch reaches the start or the end of the path, so that its true length is unknown.
    """

    start: float
    end: float
    is_cut: bool

    @property
    def duration(self) -> float:
        """Length of the stretch [s]."""
        return self.end - self.start


def blackout_stretches(time: Time, blocked: Float[Array, " time"] | Bool[Array, " time"]) -> list[Stretch]:
    """The stretches in which a band is blocked; outside compiled code.

    Parameters
    ----------
    time
        Times of a path [s], rising; one may stand twice, as where two phases meet.
    blocked
        Truth values (an edge is then put midway between two times), or the excess of a `BlackoutHistory`
        [dB], positive where blocked (the edge is then interpolated).

    Returns
    -------
    Stretches in the order of time; an empty list if the band stays open.

    Raises
    ------
    ValueError
        If the two arrays do not have one axis of the same length, or time falls.
    """
    times, values = np.asarray(time, dtype=float), np.asarray(blocked)
    if times.ndim != 1 or values.shape != times.shape:
        raise ValueError(
            f"Arguments `time` and `blocked` must be of one shape (time,), but are {times.shape} and "
            f"{values.shape}."
        )
    if np.any(np.diff(times) < 0.0):
        raise ValueError("Argument `time` must not fall from value to value, but does.")
    excess = np.where(values, 1.0, -1.0) if values.dtype == bool else np.asarray(values, dtype=float)
    return _stretches(times, excess)


def _stretches(times: np.ndarray, excess: np.ndarray) -> list[Stretch]:
    """Runs of positive excess, with their edges interpolated."""
    inside = np.concatenate([[False], excess > 0.0, [False]])
    edges = np.flatnonzero(np.diff(inside.astype(int)))
    found = []
    for first, after in zip(edges[::2], edges[1::2], strict=True):
        start = times[0] if first == 0 else _crossing(times, excess, first - 1)
        end = times[-1] if after == len(times) else _crossing(times, excess, after - 1)
        found.append(Stretch(float(start), float(end), bool(first == 0 or after == len(times))))
    return found


def _crossing(times: np.ndarray, excess: np.ndarray, index: int) -> float:
    """Time at which the excess passes zero between two neighbours."""
    left, right = excess[index], excess[index + 1]
    share = left / (left - right) if np.isfinite(left) and np.isfinite(right) else 0.5
    return float(times[index] + share * (times[index + 1] - times[index]))
