"""Members of a scenario flown block by block: what any number of members shares in flat memory."""

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

import jax
import numpy as np

from boostglide.core import Outcome, Trajectory
from boostglide.flight import EquilibriumGlide, Flight, FlightEnds, fly, take, trace
from boostglide.scenario import Samples, Scenario
from boostglide.solve import Settings
from boostglide.study.build import build_flight
from boostglide.study.heat_load import NoseHeatLoad

CHUNK = 4096
"""Members that are flown to their ends at once."""

BLOCK = 256
"""Members whose paths are held at once; every block has this many rows, so that one program serves all."""

POINTS = 180
"""Points of a path."""

SETTINGS = Settings(tolerance=1e-7)


class FlownBlock(NamedTuple):
    """Some members with their paths.

    Parameters
    ----------
    count
        How many members the block holds; rows from there on repeat the last one.
    samples
        Their numbers, `BLOCK` rows.
    outcomes
        `Outcome` code of each member, shape (count,).
    paths
        Their paths, shape (BLOCK, points).
    assumptions
        What the flight takes for granted.
    """

    count: int  # pyright: ignore[reportIncompatibleMethodOverride]
    samples: Samples
    outcomes: np.ndarray
    paths: Trajectory
    assumptions: tuple[str, ...]

    @property
    def complete(self) -> np.ndarray:
        """Which members have a complete outcome, shape (count,)."""
        return complete(self.outcomes)


def flown_blocks(
    scenario: Scenario, samples: Samples, points: int = POINTS, heat_load: bool = False
) -> Iterator[FlownBlock]:
    """Fly all members in turn, a block at a time; what a block holds is freed when the next one is asked for.

    Parameters
    ----------
    scenario
        What is flown.
    samples
        Its members.
    points
        Points of each path, shared out among the phases.
    heat_load
        Whether the heat load of the nose is integrated along the way.
    """
    for first in range(0, samples.size, CHUNK):
        members = take_members(samples, np.arange(first, min(first + CHUNK, samples.size)))
        loads = (NoseHeatLoad(nose_radius=members["vehicle.nose_radius"]),) if heat_load else ()
        flight, start = build_flight(scenario, members, loads)
        ends = fly(flight, start, SETTINGS)
        assumptions = (*scenario.assumptions, *flight.assumptions)
        for begin in range(0, members.size, BLOCK):
            rows = np.minimum(np.arange(begin, begin + BLOCK), members.size - 1)
            chosen = take_members(members, rows)
            paths = _paths(flight, ends, chosen, rows, points)
            count = min(BLOCK, members.size - begin)
            yield FlownBlock(count, chosen, np.asarray(ends.outcome)[rows[:count]], paths, assumptions)


def take_members(samples: Samples, rows: np.ndarray) -> Samples:
    """The chosen members of a scenario, in that order."""
    parameters = {
        path: dataclasses.replace(each, values=each.values[rows]) for path, each in samples.parameters.items()
    }
    return Samples(parameters, len(rows), samples.seed)


def complete(outcomes: np.ndarray) -> np.ndarray:
    """Which outcome codes belong to a flight that reached an end of its own."""
    return np.isin(outcomes, [int(each) for each in Outcome if each.is_complete])


def _paths(flight: Flight, ends: FlightEnds, samples: Samples, rows: np.ndarray, points: int) -> Trajectory:
    part = jax.tree.map(lambda leaf: np.asarray(leaf)[rows], ends)
    return trace(take(flight, rows), part, _points(flight, points), samples["vehicle.mass"], SETTINGS)


def _points(flight: Flight, points: int) -> int:
    """Points of a path such that phases of one kind have as many in every flight with a glide.

    They then share one compiled program; a phase gets a sixth of `points`, a glide a half.
    """
    glides = sum(isinstance(phase.command, EquilibriumGlide) for phase in flight.phases)
    return points // 6 * (len(flight.phases) + 2 * glides) if glides else points
