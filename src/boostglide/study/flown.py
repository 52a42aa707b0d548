"""A scenario flown by all its members, and what is measured along each path."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Scalar, Trajectory
from boostglide.scenario import Samples, Scenario
from boostglide.study.blocks import complete, flown_blocks

KEPT = 64
"""Members whose paths are kept for charts."""

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
        return complete(self.outcomes)


def fly_scenario(
    scenario: Scenario,
    samples: Samples,
    measure: Measure,
    progress: Callable[[float], None] | None = None,
    needs: Sequence[str] | None = None,
) -> Flown:
    """Fly every member of a scenario and measure every path; paths are held a block at a time.

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
    needs
        Dotted paths of the parameters that `measure` reads, all of them if left out; scenarios that differ
        only in other parameters then share one compiled program.

    Returns
    -------
    Flown
        Measures of all members and the paths of the first ones.
    """
    outcomes: list[np.ndarray] = []
    pieces: list[dict[str, np.ndarray]] = []
    kept: list[Trajectory] = []
    assumptions: tuple[str, ...] = ()
    for block in flown_blocks(scenario, samples):
        columns = {path: jnp.asarray(block.samples[path]) for path in needs or block.samples}
        found = _apply(measure, jax.tree.map(jnp.asarray, block.paths), columns)
        pieces.append({key: np.asarray(value)[: block.count] for key, value in found.items()})
        outcomes.append(block.outcomes)
        if not kept:
            first = min(KEPT, block.count)
            kept.append(jax.tree.map(lambda leaf, first=first: np.array(leaf[:first]), block.paths))
        assumptions = block.assumptions
        if progress:
            progress(sum(map(len, outcomes)) / samples.size)
    measures = {key: np.concatenate([piece[key] for piece in pieces]) for key in pieces[0]}
    return blanked(Flown(scenario, samples, np.concatenate(outcomes), measures, kept[0], assumptions))


@eqx.filter_jit
def _apply(measure: Any, paths: Trajectory, parameters: dict[str, Any]) -> dict[str, Any]:
    return jax.vmap(measure)(paths, parameters)


def blanked(flown: Flown) -> Flown:
    """NaN for members whose flight has no complete outcome; the outcomes say why."""
    measures = {key: np.where(flown.complete, value, np.nan) for key, value in flown.measures.items()}
    return replace(flown, measures=measures)
