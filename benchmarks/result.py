"""What a benchmark reports."""

import resource
import sys
from typing import Any, NamedTuple


class Result(NamedTuple):
    """One measured run.

    Parameters
    ----------
    name
        Name of the benchmark.
    members
        Trajectories flown [-].
    seconds
        Shortest wall time of the repeats, without compilation [s].
    per_second
        Members over seconds [1/s].
    max_error_m
        Greatest error of the ground range over the first thousand members [m].
    peak_rss_mb
        Greatest resident memory of the process [MB].
    yardstick_ratio
        Speed over that of the yardstick program run in turn at the same tolerance [-], or None.
    """

    name: str
    members: int
    seconds: float
    per_second: float
    max_error_m: float
    peak_rss_mb: float
    yardstick_ratio: float | None = None

    def to_json_dict(self) -> dict[str, Any]:
        """The result with numbers rounded to what the measurement can carry."""
        digits = {"seconds": 5, "per_second": 0, "max_error_m": 2, "peak_rss_mb": 0, "yardstick_ratio": 3}
        return {
            key: round(value, digits[key]) if key in digits and value is not None else value
            for key, value in self._asdict().items()
        }


def peak_memory() -> float:
    """Greatest resident memory of this process so far [MB]."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3
