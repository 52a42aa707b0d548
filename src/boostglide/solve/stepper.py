"""Adaptive steps to the end of a trajectory, for lanes side by side or for one member alone.

A lane that crosses an end is frozen at the start of that step, and the step is tried once more to find the
end in it, so that dense output costs nothing in between.
"""

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Bool, Float, Int, Outcome, Scalar
from boostglide.solve import dormand_prince
from boostglide.solve.event import first_crossing
from boostglide.solve.problem import AbstractProblem, State

FIRST_MEMORY = math.log(1e-4)  # the first step may grow as after a very accurate one


class Settings(NamedTuple):
    """How to integrate.

    Parameters
    ----------
    tolerance
        Local error allowed, relative to scale plus size of each unknown [-].
    first_step
        First step tried [s].
    smallest_step
        A refused step that would shrink below this ends the member [s].
    most_steps
        Attempts after which a member is given up [-].
    lanes
        Members side by side on one device [-]; None stands for `usual_lanes`.
    """

    tolerance: float = 1e-8
    first_step: float = 1.0
    smallest_step: float = 1e-9
    most_steps: int = 200_000
    lanes: int | None = None


class Ends(NamedTuple):
    """Where each member ended: time [s], state, which end, `Outcome` code, attempts made."""

    time: Float[Array, " members"]
    state: State
    end: Int[Array, " members"]
    outcome: Int[Array, " members"]
    steps: Int[Array, " members"]


class Lanes(NamedTuple):
    """The members under way on one device; the last axis of every array is that of the lanes."""

    member: Any
    state: Float[Array, "unknowns lanes"]
    slope: Float[Array, "unknowns lanes"]
    time: Float[Array, " lanes"]
    step: Float[Array, " lanes"]
    memory: Float[Array, " lanes"]
    steps: Int[Array, " lanes"]
    outcome: Int[Array, " lanes"]
    index: Int[Array, " lanes"]  # pyright: ignore[reportIncompatibleMethodOverride]


def batched(leaf: Any) -> bool:
    """Whether a field of a problem differs from member to member: it has exactly one axis."""
    return isinstance(leaf, (np.ndarray, jax.Array)) and leaf.ndim == 1


class Stepper:
    """Steps of members that share a problem: lanes side by side, or one member where `spread` is None.

    Parameters
    ----------
    shared
        The problem; fields that differ by member are None, or hold the one member.
    settings
        How to integrate.
    spread
        What makes a function of one member a function of lanes.
    """

    def __init__(
        self,
        shared: AbstractProblem,
        settings: Settings,
        spread: Callable[[Callable[..., Any]], Callable[..., Any]] | None = jax.vmap,
    ) -> None:
        self.shared = shared
        self.settings = settings
        scale, self.structure = jax.tree.flatten(shared.error_scale())
        self.scale = jnp.asarray(scale, dtype=float)
        self.codes = tuple(int(outcome) for outcome in shared.outcomes)
        self._spread = spread or (lambda function: function)

    def begin(self, member: Any, time: Float, state: State, index: Int) -> Lanes:
        """Members at their start; one that starts beyond an end has ended there."""
        lanes = self.start(member, time, state, index)
        over = self.nearest(member, time, lanes.state) <= 0
        return lanes._replace(
            step=jnp.where(over, 0.0, lanes.step),
            outcome=jnp.where(over, jnp.int32(Outcome.COMPLETED), lanes.outcome),
        )

    def start(self, member: Any, time: Float, state: State, index: Int) -> Lanes:
        """Members at their start, whatever their ends."""
        rows = jnp.stack(jax.tree.leaves(state))
        return Lanes(
            member=member,
            state=rows,
            slope=jnp.stack(self.rates(member, time, rows)),
            time=time,
            step=jnp.full_like(time, self.settings.first_step),
            memory=jnp.full_like(time, FIRST_MEMORY),
            steps=jnp.zeros_like(index),
            outcome=jnp.full_like(index, Outcome.RUNNING),
            index=index,
        )

    def unpack(self, state: Float) -> State:
        """Rows of unknowns as the problem names them."""
        return jax.tree.unflatten(self.structure, list(state))

    def rates(self, member: Any, time: Float, state: Float) -> tuple[Float, ...]:
        """Right-hand side, one row for each unknown."""

        def one(member: Any, time: Scalar, state: State) -> State:
            return eqx.combine(member, self.shared).rates(time, state)

        return tuple(jax.tree.leaves(self._spread(one)(member, time, self.unpack(state))))

    def distances(self, member: Any, time: Float, state: Float) -> tuple[Float, ...]:
        """Distances to the ends."""

        def one(member: Any, time: Scalar, state: State) -> tuple[Scalar, ...]:
            return eqx.combine(member, self.shared).ends(time, state)

        return self._spread(one)(member, time, self.unpack(state))

    def nearest(self, member: Any, time: Float, state: Float) -> Float:
        """Distance to the nearest end."""
        distance, *others = self.distances(member, time, state)
        for other in others:
            distance = jnp.minimum(distance, other)
        return distance

    def attempt(self, lanes: Lanes) -> dormand_prince.Attempt:
        """One step tried on every lane."""
        return dormand_prince.attempt(
            lambda time, state: self.rates(lanes.member, time, state),
            lanes.time,
            lanes.state,
            lanes.slope,
            lanes.step,
            self.settings.tolerance,
            self.scale,
        )

    def step(self, lanes: Lanes) -> Lanes:
        """Try one step on every lane; finished lanes stay as they are."""
        tried = self.attempt(lanes)
        return self.judge(lanes, tried, self.nearest(lanes.member, lanes.time + lanes.step, tried.state) <= 0)

    def judge(self, lanes: Lanes, tried: dormand_prince.Attempt, beyond: Bool) -> Lanes:
        """Take over steps that are accurate enough, freeze lanes whose step leads beyond an end."""
        running = lanes.outcome == Outcome.RUNNING
        accepted = running & (tried.error <= 1)
        crossed = accepted & beyond
        advance = accepted & ~crossed
        factor = dormand_prince.step_factor(tried.error, lanes.memory, accepted)
        step = jnp.where(crossed | ~running, lanes.step, lanes.step * factor)
        memory = dormand_prince.error_memory(tried.error)
        return lanes._replace(
            state=jnp.where(advance[None], tried.state, lanes.state),
            slope=jnp.where(advance[None], tried.slopes[6], lanes.slope),
            time=jnp.where(advance, lanes.time + lanes.step, lanes.time),
            step=step,
            memory=jnp.where(advance, memory, lanes.memory),
            steps=lanes.steps + running.astype(jnp.int32),
            outcome=self._outcome(lanes, running, crossed, step),
        )

    def _outcome(self, lanes: Lanes, running: Bool, crossed: Bool, step: Float) -> Int:
        code = jnp.where(crossed, jnp.int32(Outcome.COMPLETED), lanes.outcome)
        small = running & ~crossed & (step < self.settings.smallest_step)
        code = jnp.where(small, jnp.int32(Outcome.STEP_TOO_SMALL), code)
        spent = running & ~crossed & (lanes.steps >= self.settings.most_steps)
        return jnp.where(spent, jnp.int32(Outcome.STEP_LIMIT), code)

    def land(self, lanes: Lanes) -> Ends:
        """Where each lane ends: on the crossing, or where it gave up."""
        dense = dormand_prince.interpolant(lanes.state, self.attempt(lanes), lanes.step)

        def at(fraction: Float) -> tuple[Float, ...]:
            state = dormand_prince.interpolate(dense, fraction)
            return self.distances(lanes.member, lanes.time + fraction * lanes.step, state)

        crossed = lanes.outcome == Outcome.COMPLETED
        # Each end is found by itself: the nearest of several has kinks, where false position is slow.
        fraction = jnp.ones_like(lanes.time)
        for number, last in enumerate(at(fraction)):
            found = first_crossing(lambda each, number=number: at(each)[number], lanes.time)
            fraction = jnp.where(last <= 0, jnp.minimum(fraction, found), fraction)
        fraction = jnp.where(crossed, fraction, 0.0)
        time = lanes.time + fraction * lanes.step
        state = jnp.where(crossed[None], dormand_prince.interpolate(dense, fraction), lanes.state)
        distances = self.distances(lanes.member, time, state)
        end = jnp.argmin(jnp.stack(distances), axis=0).astype(jnp.int32)
        for which in reversed(range(len(distances))):
            end = jnp.where(distances[which] <= 0, jnp.int32(which), end)
        outcome = jnp.where(crossed, jnp.asarray(self.codes, jnp.int32)[end], lanes.outcome)
        return Ends(time, self.unpack(state), end, outcome, lanes.steps)
