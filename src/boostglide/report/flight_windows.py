"""Which part of a flight a chart shows: all of it, but for long coasts high above the air."""

import numpy as np

from boostglide.study import FlightRecord

_COAST_ALTITUDE = 150e3
_LONG_COAST, _SHARE_OF_FLIGHT, _SHOULDER = 1800.0, 0.3, 120.0


def time_unit(longest: float) -> tuple[float, str]:
    """Factor from seconds and name of the unit in which a time of that length is read.

    Parameters
    ----------
    longest
        The longest time [s].
    """
    if longest <= 900.0:
        return 1.0, "s"
    return (1 / 60, "min") if longest <= 4 * 3600.0 else (1 / 3600, "h")


def active_windows(record: FlightRecord) -> list[tuple[float, float]]:
    """The times that charts show: all, but for long coasts high above the air [s].

    Parameters
    ----------
    record
        The flight.
    """
    time, high = record.path["time"].values, record.path["altitude"].values > _COAST_ALTITUDE
    if "thrust_acceleration" in record.path:
        high &= ~(record.path["thrust_acceleration"].values > 0)
    known = np.isfinite(time)
    time, high = time[known], high[known]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], high, [False]]).astype(int)))
    whole, windows, start = time[-1] - time[0], [], float(time[0])
    for first, after in edges.reshape(-1, 2):
        low, up = float(time[first]) + _SHOULDER, float(time[after - 1]) - _SHOULDER
        if up - low > max(_LONG_COAST, _SHARE_OF_FLIGHT * whole):
            if low > start:
                windows.append((start, low))
            start = up
    if start < time[-1] or not windows:
        windows.append((start, float(time[-1])))
    return windows


def range_windows(record: FlightRecord) -> list[tuple[float, float]]:
    """The stretches of ground range that belong to `active_windows` [m].

    Parameters
    ----------
    record
        The flight.
    """
    time, ground = record.path["time"].values, record.path["ground_range"].values
    known = np.isfinite(time) & np.isfinite(ground)
    windows = [np.interp(each, time[known], ground[known]) for each in active_windows(record)]
    return [(float(low), float(high)) for low, high in windows if high > low]
