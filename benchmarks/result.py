"""What a benchmark reports."""

import resource
import sys
from typing import Any, NamedTuple

DIGITS = {"seconds": 6, "per_second": 0, "max_error_m": 2, "peak_rss_mb": 0, "ratio": 3}


class Result(NamedTuple):
    """One measured program; without `seconds` it could not be measured, and `program` says why.

    Parameters
    ----------
    name
        Name of the benchmark.
    program
        What was run.
    members
        Trajectories flown [-].
    seconds
        Shortest wall time of the repeats, without compilation [s].
    per_second
        Members over seconds [1/s].
    max_error_m
        Greatest error of the ground range against a solution of tight tolerance [m].
    peak_rss_mb
        Greatest resident memory of the process [MB].
    ratio
        The number that the benchmark is about [-].
    meaning
        What the ratio compares.
    """

    name: str
    program: str
    members: int = 0
    seconds: float | None = None
    per_second: float | None = None
    max_error_m: float | None = None
    peak_rss_mb: float | None = None
    ratio: float | None = None
    meaning: str = ""

    def to_json_dict(self) -> dict[str, Any]:
        """The result with numbers rounded to what the measurement can carry."""
        return {
            key: round(value, DIGITS[key]) if key in DIGITS and value is not None else value
            for key, value in self._asdict().items()
        }


def timed(
    name: str, program: str, members: int, seconds: float, error: float | None = None, **rest: Any
) -> Result:
    """A result with its rate and the memory used so far."""
    return Result(name, program, members, seconds, members / seconds, error, peak_memory(), **rest)


def peak_memory() -> float:
    """Greatest resident memory of this process so far [MB]."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3
