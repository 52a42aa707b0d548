"""Quantiles of time series over any number of members, in memory that does not grow with them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import numpy as np
import xarray as xr

from boostglide.core import Outcome, Trajectory
from boostglide.scenario import Samples, Scenario
from boostglide.study.blocks import FlownBlock, flown_blocks
from boostglide.study.phases import LEAVES
from boostglide.study.running_quantiles import RunningQuantiles
from boostglide.study.series import CHANNELS

Over = Literal["ground_range", "time"]
EARTH_SPIN_SPEED = 540.0
"""Speed of the turning Earth at the top of the atmosphere model above the equator, rounded up [m/s]."""

LEAST_SOUND_SPEED = 250.0
"""Below every speed of sound of the 1976 standard atmosphere [m/s]."""

ROCKET_SPEED = 12e3
"""Speed that a rocket of a scenario adds at most [m/s], above that of escape."""

TOP, GRAVITY = 1000e3, 9.9  # [m] of the atmosphere model; [m/s^2], above that at any place
END_ERROR = 1.0  # [m] well above the 1 mm to which ends are located


def quantiles_along(
    scenario: Scenario,
    samples: Samples,
    channels: Sequence[str] = ("altitude", "speed"),
    points: int | np.ndarray = 101,
    probabilities: Sequence[float] = (0.05, 0.5, 0.95),
    over: Over = "ground_range",
    bounds: Mapping[str, tuple[float, float]] | None = None,
    progress: Callable[[float], None] | None = None,
) -> xr.Dataset:
    """Quantiles of what a flight does, at fixed ground ranges or times, over all members that get there.

    Members are flown, read and forgotten a block at a time. A value is linear between the points of its path.
    Flights without a complete outcome are left out and counted.

    Parameters
    ----------
    scenario, samples
        What is flown, and its members.
    channels
        What is summed up: names of `CHANNELS`.
    points
        Where: rising ground ranges [m] or times [s], or how many of them, evenly from zero to the greatest of
        the first block with a complete flight.
    probabilities
        Which quantiles, from 0 to 1 [-].
    over
        Whether points are ground ranges or times since the start.
    bounds
        Least and greatest value of channels in their units; for altitude, speed, Mach number, angle, latitude
        and time, the limits of the scenario give them.
    progress
        Called with the share of the work that is done [-].

    Returns
    -------
    xarray.Dataset
        Channels with dimensions (probability, `over`), the number of members at each point, and outcomes. A
        quantile is right within the `resolution` of its channel.

    Raises
    ------
    ValueError
        If an argument is out of range, a channel has no bounds, or no member has a complete flight.
    """
    limits = channel_bounds(scenario, samples) | dict(bounds or {})
    _check(channels, points, probabilities, over, limits)
    tally = Tally({name: limits[name] for name in channels}, points, over)
    for block in flown_blocks(scenario, samples):
        tally.add(block)
        if progress:
            progress(float(np.sum(tally.outcomes)) / samples.size)
    return tally.dataset(scenario, samples, probabilities)


class Tally:
    """What is kept of the blocks that went by.

    Parameters
    ----------
    bounds
        Least and greatest value of each channel, in its unit.
    points
        Where: rising ground ranges [m] or times [s], or how many of them.
    over
        Whether points are ground ranges or times.
    """

    def __init__(self, bounds: dict[str, tuple[float, float]], points: int | np.ndarray, over: Over) -> None:
        self.bounds, self.points = bounds, points
        self.over: Over = over
        self.outcomes = np.zeros(len(Outcome), np.int64)
        self.assumptions: tuple[str, ...] = ()
        self.grid = np.zeros(0)
        self.found: RunningQuantiles | None = None
        if np.ndim(points) == 1:
            self._open(np.asarray(points, float))

    def _open(self, grid: np.ndarray) -> None:
        self.grid, self.found = grid, RunningQuantiles(len(grid), self.bounds)

    def add(self, block: FlownBlock) -> None:
        """Count a block in."""
        self.outcomes += np.bincount(block.outcomes, minlength=len(Outcome))
        self.assumptions = block.assumptions
        rows = np.flatnonzero(block.complete)
        if self.found is None and len(rows):
            last = np.asarray(getattr(block.paths, self.over))[rows, -1]
            self._open(np.linspace(0.0, float(np.max(last)), int(self.points)))
        if self.found is not None:
            self.found.add(
                {name: at_points(block.paths, rows, name, self.over, self.grid) for name in self.bounds}
            )

    def dataset(self, scenario: Scenario, samples: Samples, probabilities: Sequence[float]) -> xr.Dataset:
        """Quantiles of what was counted."""
        if self.found is None:
            told = ", ".join(
                f"{count} {Outcome(code).name}" for code, count in enumerate(self.outcomes) if count
            )
            raise ValueError(
                f"No member has a complete flight ({told}); name the points for an empty answer."
            )
        data = _dataset(self.found, probabilities, self.over, self.grid)
        words = {"units": "1", "long_name": "members with this outcome"}
        data["outcome_count"] = ("outcome", self.outcomes, words)
        return data.assign_coords(outcome=[each.name.lower() for each in Outcome]).assign_attrs(
            title=scenario.title,
            seed=-1 if samples.seed is None else samples.seed,
            samples=samples.size,
            assumptions="\n".join(self.assumptions),
        )


def channel_bounds(scenario: Scenario, samples: Samples) -> dict[str, tuple[float, float]]:
    """What channels cannot leave, from the limits of a scenario and from energy, which thrust alone adds.

    Parameters
    ----------
    scenario, samples
        What is flown, and its members.
    """
    start, ground = samples["start.altitude"], samples["limits.ground"]
    leaves = any(phase.phase in LEAVES for phase in scenario.phases) or scenario.rocket is not None
    top = TOP if leaves else float(np.max(samples["limits.skip_out_altitude"]))
    drop = max(float(np.max(start) - np.min(ground)), 0.0)
    spin = EARTH_SPIN_SPEED if scenario.world.rotation else 0.0
    begun = float(np.max(samples["start.speed"])) if "start.speed" in samples else 0.0
    first = begun + (spin if scenario.start.frame == "inertial" else 0.0)
    first += ROCKET_SPEED if scenario.rocket is not None else 0.0
    speed = float(np.sqrt(first**2 + 2 * GRAVITY * drop + spin**2))
    quarter = float(np.pi / 2)
    return {
        "altitude": (float(np.min(ground)) - END_ERROR, max(top, float(np.max(start))) + END_ERROR),
        "speed": (0.0, speed),
        "mach": (0.0, speed / LEAST_SOUND_SPEED),
        "flight_path_angle": (-quarter, quarter),
        "latitude": (-quarter, quarter),
        "time": (0.0, float(np.max(samples["limits.time"]))),
    }


def _check(
    channels: Sequence[str],
    points: int | np.ndarray,
    probabilities: Sequence[float],
    over: str,
    bounds: Mapping[str, tuple[float, float]],
) -> None:
    if over not in ("ground_range", "time"):
        raise ValueError(f"Argument `over` must be ground_range or time, but is {over}.")
    known = [name for name in CHANNELS if name not in (over, "phase")]
    for name in channels:
        if name not in known:
            raise ValueError(f"Argument `channels` must name some of {', '.join(known)}, but names {name}.")
        if name not in bounds:
            raise ValueError(f"Argument `bounds` must give the least and greatest {name}, but has no {name}.")
    if not channels or len(set(channels)) != len(channels):
        raise ValueError(f"Argument `channels` must name channels, each once, but is {tuple(channels)}.")
    given = np.asarray(probabilities, float)
    if given.ndim != 1 or not given.size or not np.all((given >= 0) & (given <= 1)):
        raise ValueError(f"Argument `probabilities` must hold numbers from 0 to 1, but is {probabilities}.")
    if np.ndim(points) == 0:
        if int(points) < 2:
            raise ValueError(f"Argument `points` must be at least 2, but is {points}.")
    elif np.ndim(points) != 1 or not np.all(np.diff(points) > 0) or not np.all(np.isfinite(points)):
        raise ValueError("Argument `points` must hold rising finite numbers, but does not.")


def at_points(paths: Trajectory, rows: np.ndarray, channel: str, over: Over, grid: np.ndarray) -> np.ndarray:
    """One channel of some paths, linear between their points; NaN where a path does not go.

    Parameters
    ----------
    paths
        Paths of some members, shape (member, point).
    rows
        Which of them are read.
    channel
        What is read.
    over, grid
        At which ground ranges [m] or times [s].

    Returns
    -------
    numpy.ndarray
        Shape (rows, grid), in the unit of the channel.
    """
    where, values = np.asarray(getattr(paths, over)), np.asarray(getattr(paths, channel))
    read = [np.interp(grid, where[row], values[row], left=np.nan, right=np.nan) for row in rows]
    return np.asarray(read, float).reshape(len(rows), len(grid))


def _dataset(
    found: RunningQuantiles, probabilities: Sequence[float], over: Over, grid: np.ndarray
) -> xr.Dataset:
    values = found.quantile(probabilities)
    data = {}
    for name in found.bounds:
        unit, words = CHANNELS[name]
        facts = {
            "units": unit,
            "long_name": words,
            "resolution": found.resolution[name],
            "bounds": np.asarray(found.bounds[name]),
            "values_beyond_bounds": found.beyond[name],
        }
        data[name] = (("probability", over), values[name], facts)
    data["members"] = (
        over,
        next(iter(found.counted.values())),
        {"units": "1", "long_name": "members that get there"},
    )
    unit, words = CHANNELS[over]
    coordinates = {
        "probability": (
            "probability",
            np.asarray(probabilities, float),
            {"units": "1", "long_name": "probability"},
        ),
        over: (over, grid, {"units": unit, "long_name": words}),
    }
    return xr.Dataset(data, coordinates)
