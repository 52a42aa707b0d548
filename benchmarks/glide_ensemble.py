"""The glide ensemble: speed, accuracy and memory of the engine, beside the yardstick where there is one."""

import pathlib
import time

import glide_case
import jax
import numpy as np
from result import Result, timed
from yardstick import yardstick_ranges, yardstick_speed

from boostglide.solve import Settings, solve_ensemble

SETTINGS = Settings(tolerance=3e-7)
TIGHT = Settings(tolerance=1e-12)
CHECKED, BLOCK = 1000, 65_536


def glide_ensemble(
    members: int = 100_000,
    yardstick: pathlib.Path | None = None,
    repeats: int = 3,
    name: str = "glide-ensemble",
) -> list[Result]:
    """Fly the ensemble in blocks that hold memory flat, check the first thousand, time the whole.

    Parameters
    ----------
    members
        How many trajectories [-].
    yardstick
        Folder of the yardstick program; it is run between the repeats.
    repeats
        How often the whole is timed [-].
    name
        Name of the result.
    """
    error = _greatest_error(yardstick)
    fly_all(min(members, BLOCK))  # compiles
    seconds, theirs = [], []
    for _ in range(repeats):
        begin = time.perf_counter()
        fly_all(members)
        seconds.append(time.perf_counter() - begin)
        if yardstick:
            theirs.append(yardstick_speed(yardstick, members, SETTINGS.tolerance))
    result = timed(name, f"boostglide on {devices()}", members, min(seconds), error)
    if theirs:
        ratio = members / min(seconds) / max(theirs)
        result = result._replace(ratio=ratio, meaning=f"speed over yardstick's {max(theirs):,.0f} a second")
    return [result]


def fly_all(members: int) -> float:
    """Fly the ensemble block by block and keep the sum of the ranges alone [m]."""
    total, draws = 0.0, np.random.default_rng(1)
    for first in range(0, members, BLOCK):
        block = glide_case.members_of(draws, min(BLOCK, members - first))
        ends = _fly(block, SETTINGS)
        total += float(glide_case.ground_range(ends.state).sum())
    return total


def _fly(block: np.ndarray, settings: Settings):
    return solve_ensemble(glide_case.motion(block), np.zeros(len(block)), glide_case.start(block), settings)


def _greatest_error(yardstick: pathlib.Path | None) -> float:
    """Error of the ground range against a tight tolerance, and against the yardstick's results [m]."""
    block = glide_case.members(CHECKED)
    ranges = glide_case.ground_range(_fly(block, SETTINGS).state)
    reference = glide_case.ground_range(_fly(block, TIGHT).state)
    errors = [np.abs(ranges - reference).max()]
    theirs = yardstick_ranges(yardstick) if yardstick else None
    if theirs is not None:
        errors.append(np.abs(ranges - theirs).max())
    return float(max(errors))


def devices() -> str:
    """What the ensemble ran on, in words."""
    return ", ".join(sorted({device.device_kind for device in jax.devices()})) + f" x {len(jax.devices())}"
