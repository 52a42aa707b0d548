"""Many members side by side: each lane has its own step, a finished lane takes the next member.

The lanes of a device stay in its fast memory; the members wait in a queue. A lane that crosses an end is
frozen at the start of that step, and the step is tried once more when lanes are refilled, so that dense
output costs nothing in between.
"""

import math
from typing import Any, NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from boostglide.core import Array, Bool, Float, Int, Outcome, Scalar
from boostglide.solve import dormand_prince
from boostglide.solve.event import first_crossing
from boostglide.solve.problem import AbstractProblem, State

ATTEMPTS_BETWEEN_REFILLS = 16
REFILLED = 6  # one lane in so many can land and refill in one round
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
        Members side by side on one device.
    """

    tolerance: float = 1e-8
    first_step: float = 1.0
    smallest_step: float = 1e-9
    most_steps: int = 200_000
    lanes: int = 1024


class Ends(NamedTuple):
    """Where each member ended: time [s], state, which end, `Outcome` code, attempts made."""

    time: Float[Array, " members"]
    state: State
    end: Int[Array, " members"]
    outcome: Int[Array, " members"]
    steps: Int[Array, " members"]


class Lanes(NamedTuple):
    """The members under way on one device; every array has one entry a lane."""

    member: Any
    state: State
    slope: State
    time: Float[Array, " lanes"]
    step: Float[Array, " lanes"]
    memory: Float[Array, " lanes"]
    steps: Int[Array, " lanes"]
    outcome: Int[Array, " lanes"]
    index: Int[Array, " lanes"]  # pyright: ignore[reportIncompatibleMethodOverride]


class _Queue(NamedTuple):
    """The members of a device in the order in which they are flown; only the first `count` are."""

    member: Any
    time: Float[Array, " queue"]
    state: State
    count: Int[Array, ""]  # pyright: ignore[reportIncompatibleMethodOverride]

    @property
    def size(self) -> int:
        return self.time.shape[0]


def batched(leaf: Any) -> bool:
    """Whether a field of a problem differs from member to member: it has exactly one axis."""
    return isinstance(leaf, (np.ndarray, jax.Array)) and leaf.ndim == 1


def fly_queue(problem: AbstractProblem, time: Float, state: State, count: Int, settings: Settings) -> Ends:
    """Integrate the first `count` members of a queue to their ends; compiled, for one device.

    Parameters
    ----------
    problem
        The members; fields of shape (queue,) differ from member to member.
    time
        Start of each member [s], shape (queue,).
    state
        First state of each member, leaves of shape (queue,).
    count
        How many members of the queue are to be flown.
    settings
        How to integrate.

    Returns
    -------
    Ends
        Leaves of shape (queue,); entries from `count` on are meaningless.
    """
    member, shared = eqx.partition(problem, batched)
    engine = _Engine(shared, settings)
    queue = _Queue(member, time, state, count)
    lanes = engine.fill(queue, jnp.arange(settings.lanes, dtype=jnp.int32))
    ends = jax.tree.map(lambda leaf: jnp.zeros((queue.size + 1,), leaf.dtype), _one_end(lanes))
    taken = jnp.full_like(count, settings.lanes)

    def under_way(carry: tuple[Lanes, Ends, Int]) -> Scalar:
        return jnp.any(carry[0].index < count)

    def round_of_steps(carry: tuple[Lanes, Ends, Int]) -> tuple[Lanes, Ends, Int]:
        lanes, ends, taken = carry
        lanes = lax.fori_loop(0, ATTEMPTS_BETWEEN_REFILLS, lambda _, each: engine.step(each), lanes)
        return engine.refill(lanes, ends, taken, queue)

    _, ends, _ = lax.while_loop(under_way, round_of_steps, (lanes, ends, taken))
    return jax.tree.map(lambda leaf: leaf[: queue.size], ends)


class _Engine:
    """The loop of `fly_queue` over what all members share."""

    def __init__(self, shared: AbstractProblem, settings: Settings) -> None:
        self.shared = shared
        self.settings = settings
        self.scale = shared.error_scale()
        self.codes = tuple(int(outcome) for outcome in shared.outcomes)

    def rates(self, member: Any, time: Float, state: State) -> State:
        def one(member: Any, time: Scalar, state: State) -> State:
            return eqx.combine(member, self.shared).rates(time, state)

        return jax.vmap(one)(member, time, state)

    def distances(self, member: Any, time: Float, state: State) -> tuple[Float, ...]:
        def one(member: Any, time: Scalar, state: State) -> tuple[Scalar, ...]:
            return eqx.combine(member, self.shared).ends(time, state)

        return jax.vmap(one)(member, time, state)

    def nearest(self, member: Any, time: Float, state: State) -> Float:
        distance, *others = self.distances(member, time, state)
        for other in others:
            distance = jnp.minimum(distance, other)
        return distance

    def attempt(self, lanes: Lanes) -> dormand_prince.Attempt:
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
        running = lanes.outcome == Outcome.RUNNING
        accepted = running & (tried.error <= 1)
        last = lanes.time + lanes.step
        crossed = accepted & (self.nearest(lanes.member, last, tried.state) <= 0)
        advance = accepted & ~crossed
        factor = dormand_prince.step_factor(tried.error, lanes.memory, accepted)
        step = jnp.where(crossed | ~running, lanes.step, lanes.step * factor)
        memory = dormand_prince.error_memory(tried.error)
        return lanes._replace(
            state=_where(advance, tried.state, lanes.state),
            slope=_where(advance, tried.slopes[6], lanes.slope),
            time=jnp.where(advance, last, lanes.time),
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
        state = _where(crossed, dormand_prince.interpolate(dense, fraction), lanes.state)
        distances = self.distances(lanes.member, time, state)
        end = jnp.argmin(jnp.stack(distances), axis=0).astype(jnp.int32)
        for which in reversed(range(len(distances))):
            end = jnp.where(distances[which] <= 0, jnp.int32(which), end)
        outcome = jnp.where(crossed, jnp.asarray(self.codes, jnp.int32)[end], lanes.outcome)
        return Ends(time, state, end, outcome, lanes.steps)

    def fill(self, queue: _Queue, index: Int) -> Lanes:
        """Put members of the queue on lanes; a lane beyond the queue idles."""
        row = jnp.minimum(index, queue.size - 1)
        member, time, state = jax.tree.map(lambda leaf: leaf[row], (queue.member, queue.time, queue.state))
        over = self.nearest(member, time, state) <= 0
        first = jnp.where(over, 0.0, self.settings.first_step)
        idle = over | (index >= queue.count)
        code = jnp.where(idle, jnp.int32(Outcome.COMPLETED), jnp.int32(Outcome.RUNNING))
        memory = jnp.full_like(time, FIRST_MEMORY)
        slope = self.rates(member, time, state)
        return Lanes(member, state, slope, time, first, memory, jnp.zeros_like(index), code, index)

    def refill(self, lanes: Lanes, ends: Ends, taken: Int, queue: _Queue) -> tuple[Lanes, Ends, Int]:
        """Write finished lanes to the results and put the next members of the queue on them.

        Only some lanes finish in a round: the work is done on a smaller set of places, and a finished lane
        that finds none waits for the next round.
        """
        places = max(1, self.settings.lanes // REFILLED)
        finished = (lanes.outcome != Outcome.RUNNING) & (lanes.index < queue.count)
        (chosen,) = jnp.nonzero(finished, size=places, fill_value=self.settings.lanes)
        landing = jax.tree.map(lambda leaf: leaf.at[chosen].get(mode="clip"), lanes)
        valid = chosen < self.settings.lanes
        row = jnp.where(valid, landing.index, queue.size)  # row `size` is a bin
        ends = jax.tree.map(lambda whole, one: whole.at[row].set(one), ends, self.land(landing))
        rank = jnp.arange(places, dtype=jnp.int32)
        fresh = self.fill(queue, jnp.minimum(taken + rank, queue.size))
        lanes = jax.tree.map(lambda whole, one: whole.at[chosen].set(one, mode="drop"), lanes, fresh)
        taken = jnp.minimum(taken + jnp.sum(valid, dtype=jnp.int32), queue.size)
        return lanes, ends, taken


def _one_end(lanes: Lanes) -> Ends:
    return Ends(lanes.time, lanes.state, lanes.index, lanes.outcome, lanes.steps)


def _where(condition: Bool, yes: Any, no: Any) -> Any:
    return jax.tree.map(lambda a, b: jnp.where(condition, a, b), yes, no)
