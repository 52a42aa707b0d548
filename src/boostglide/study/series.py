"""Kept paths as a labelled dataset for charts and files."""

from collections.abc import Sequence
from typing import Any

import jax
import numpy as np
import xarray as xr

from boostglide.core import Trajectory
from boostglide.scenario import Samples, Scenario
from boostglide.study.blocks import POINTS, flown_blocks, take_members

CHANNELS = {
    "time": ("s", "time since the start of the path"),
    "latitude": ("rad", "geodetic latitude"),
    "longitude": ("rad", "longitude"),
    "altitude": ("m", "geodetic altitude"),
    "ground_range": ("m", "distance travelled over the ground"),
    "speed": ("m/s", "speed relative to the Earth"),
    "flight_path_angle": ("rad", "angle above the horizontal"),
    "mach": ("1", "Mach number"),
    "density": ("kg/m^3", "density of the air"),
    "lift_acceleration": ("m/s^2", "lift over mass"),
    "drag_acceleration": ("m/s^2", "drag over mass"),
    "phase": ("1", "number of the phase"),
}


def path_dataset(paths: Trajectory, outcomes: np.ndarray) -> xr.Dataset:
    """Kept paths, dimensions (member, point), with units and names.

    Parameters
    ----------
    paths
        Paths of some members, shape (member, point).
    outcomes
        `Outcome` code of each of them, shape (member,).
    """
    data: dict[str, Any] = {
        name: (("member", "point"), np.asarray(getattr(paths, name)), {"units": unit, "long_name": words})
        for name, (unit, words) in CHANNELS.items()
    }
    data["outcome"] = ("member", np.asarray(outcomes, np.int32), {"long_name": "how the flight ended"})
    return xr.Dataset(data, attrs={"assumptions": "\n".join(paths.assumptions)})


def trace_members(
    scenario: Scenario, samples: Samples, members: Sequence[int], points: int = POINTS
) -> xr.Dataset:
    """Time series of the members that are asked for, whatever their outcome.

    Parameters
    ----------
    scenario
        What is flown.
    samples
        Its members, of which only the chosen ones are flown.
    members
        Which of them, counted from zero.
    points
        Points of each path, shared out among the phases.

    Returns
    -------
    xarray.Dataset
        As from `path_dataset`, with the numbers of the members as coordinate.

    Raises
    ------
    ValueError
        If no member is named, or a number is out of range.
    """
    rows = np.asarray(members, int).reshape(-1)
    if not rows.size or rows.min() < 0 or rows.max() >= samples.size:
        raise ValueError(f"Argument `members` must name some of 0 to {samples.size - 1}, but is {members}.")
    pieces = []
    for block in flown_blocks(scenario, take_members(samples, rows), points):
        paths = jax.tree.map(lambda leaf, count=block.count: leaf[:count], block.paths)
        pieces.append(path_dataset(paths, block.outcomes))
    joined = xr.concat(pieces, "member") if len(pieces) > 1 else pieces[0]
    return joined.assign_coords(member=rows)
