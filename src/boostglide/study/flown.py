"""A scenario flown by all its members, and what is measured along each path."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Outcome, Scalar, Trajectory
from boostglide.flight import Flight, FlightEnds, fly, take, trace
from boostglide.scenario import Samples, Scenario
from boostglide.solve import Settings
from boostglide.study.build import build_flight

BLOCK = 256
"""Members whose paths are held in memory at once."""

POINTS = 180
"""Points of a path."""

KEPT = 64
"""Members whose paths are kept for charts."""

SETTINGS = Settings(tolerance=1e-7)

Measure = Callable[[Trajectory, Mapping[str, Scalar]], dict[str, Scalar]]
"""From one path and the parameters of its member to named numbers in SI."""


@dataclass(frozen=True)
class Flown:
    """A flown scenario.

    Parameters
    ----------
    scenario, samples
        What was flown, and with which numbers.
    outcomes
        `Outcome` code of each member, shape (members,).
    measures
        Named numbers over all members; NaN where the flight has no complete outcome, shape (members,).
    paths
        Paths of the first members, shape (kept, points).
    assumptions
        What the flight takes for granted.
    """

    scenario: Scenario
    samples: Samples
    outcomes: np.ndarray
    measures: dict[str, np.ndarray]
    paths: Trajectory
    assumptions: tuple[str, ...]

    @property
    def complete(self) -> np.ndarray:
        """Which members have a complete outcome."""
        return np.isin(self.outcomes, [int(each) for each in Outcome if each.is_complete])


def fly_scenario(
    scenario: Scenario,
    samples: Samples,
    measure: Measure,
    progress: Callable[[float], None] | None = None,
) -> Flown:
    """Fly every member of a scenario and measure every path, in flat memory.

    Parameters
    ----------
    scenario
        What is flown.
    samples
        Its members.
    measure
        What is measured along each path; written for one path, batched here.
    progress
        Called with the share of the work that is done [-].

    Returns
    -------
    Flown
        Measures of all members and the paths of the first ones.
    """
    flight, start = build_flight(scenario, samples)
    ends = fly(flight, start, SETTINGS)
    parameters = {path: samples[path] for path in samples}
    along = _batched(measure)
    pieces: list[dict[str, np.ndarray]] = []
    kept: Trajectory | None = None
    for first in range(0, samples.size, BLOCK):
        rows = np.minimum(np.arange(first, first + BLOCK), samples.size - 1)
        paths = _paths(flight, ends, samples, rows)
        found = along(paths, {path: jnp.asarray(column[rows]) for path, column in parameters.items()})
        count = min(BLOCK, samples.size - first)
        pieces.append({key: np.asarray(value)[:count] for key, value in found.items()})
        kept = kept or jax.tree.map(lambda leaf, count=count: leaf[: min(KEPT, count)], paths)
        if progress:
            progress((first + count) / samples.size)
    measures = {key: np.concatenate([piece[key] for piece in pieces]) for key in pieces[0]}
    assumptions = (*scenario.assumptions, *flight.assumptions)
    flown = Flown(scenario, samples, np.asarray(ends.outcome), measures, _checked(kept), assumptions)
    return _blank_incomplete(flown)


def _checked(paths: Trajectory | None) -> Trajectory:
    if paths is None:
        raise ValueError("A study needs at least one member.")
    return paths


@eqx.filter_jit
def _apply(measure: Any, paths: Trajectory, parameters: dict[str, Any]) -> dict[str, Any]:
    return jax.vmap(measure)(paths, parameters)


def _batched(measure: Measure) -> Callable[..., dict[str, Any]]:
    return lambda paths, parameters: _apply(measure, jax.tree.map(jnp.asarray, paths), parameters)


def _paths(flight: Flight, ends: FlightEnds, samples: Samples, rows: np.ndarray) -> Trajectory:
    part = jax.tree.map(lambda leaf: np.asarray(leaf)[rows], ends)
    return trace(take(flight, rows), part, POINTS, samples["vehicle.mass"][rows], SETTINGS)


def _blank_incomplete(flown: Flown) -> Flown:
    """NaN for members whose flight has no complete outcome; the outcomes say why."""
    measures = {key: np.where(flown.complete, value, np.nan) for key, value in flown.measures.items()}
    return Flown(
        flown.scenario, flown.samples, flown.outcomes, measures, flown.paths, flown.assumptions
    )
