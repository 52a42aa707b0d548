"""Many members side by side: each lane has its own step, a finished lane takes the next member.

The lanes of a device stay in its fast memory; the members wait in a queue.
"""

from typing import Any, NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
from jax import lax

from boostglide.core import Array, Float, Int, Outcome, Scalar
from boostglide.solve.devices import usual_lanes
from boostglide.solve.problem import AbstractProblem, State
from boostglide.solve.stepper import Ends, Lanes, Settings, Stepper, batched

ATTEMPTS_BETWEEN_REFILLS = 16
REFILLED = 6  # one lane in so many can land and refill in one round


class _Queue(NamedTuple):
    """The members of a device in the order in which they are flown; only the first `count` are."""

    member: Any
    time: Float[Array, " queue"]
    state: State
    count: Int[Array, ""]  # pyright: ignore[reportIncompatibleMethodOverride]

    @property
    def size(self) -> int:
        return self.time.shape[0]


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
    count_of_lanes = settings.lanes or usual_lanes()
    stepper = Stepper(shared, settings)
    queue = _Queue(member, time, state, count)
    lanes = _fill(stepper, queue, jnp.arange(count_of_lanes, dtype=jnp.int32))
    results = jax.eval_shape(stepper.land, lanes)
    ends = jax.tree.map(lambda leaf: jnp.zeros((queue.size + 1,), leaf.dtype), results)
    taken = jnp.full_like(count, count_of_lanes)

    def under_way(carry: tuple[Lanes, Ends, Int]) -> Scalar:
        return jnp.any(carry[0].index < count)

    def round_of_steps(carry: tuple[Lanes, Ends, Int]) -> tuple[Lanes, Ends, Int]:
        lanes, ends, taken = carry
        lanes = lax.fori_loop(0, ATTEMPTS_BETWEEN_REFILLS, lambda _, each: stepper.step(each), lanes)
        return _refill(stepper, lanes, ends, taken, queue)

    _, ends, _ = lax.while_loop(under_way, round_of_steps, (lanes, ends, taken))
    return jax.tree.map(lambda leaf: leaf[: queue.size], ends)


def _fill(stepper: Stepper, queue: _Queue, index: Int) -> Lanes:
    """Put members of the queue on lanes; a lane beyond the queue idles."""
    row = jnp.minimum(index, queue.size - 1)
    member, time, state = jax.tree.map(lambda leaf: leaf[row], (queue.member, queue.time, queue.state))
    lanes = stepper.begin(member, time, state, index)
    idle = index >= queue.count
    return lanes._replace(outcome=jnp.where(idle, jnp.int32(Outcome.COMPLETED), lanes.outcome))


def _refill(stepper: Stepper, lanes: Lanes, ends: Ends, taken: Int, queue: _Queue) -> tuple[Lanes, Ends, Int]:
    """Write finished lanes to the results and put the next members of the queue on them.

    Only some lanes finish in a round: the work is done on a smaller set of places, and a finished lane
    that finds none waits for the next round.
    """
    count = len(lanes.index)
    places = max(1, count // REFILLED)
    finished = (lanes.outcome != Outcome.RUNNING) & (lanes.index < queue.count)
    (chosen,) = jnp.nonzero(finished, size=places, fill_value=count)
    landing = jax.tree.map(lambda leaf: leaf.at[..., chosen].get(mode="clip"), lanes)
    valid = chosen < count
    row = jnp.where(valid, landing.index, queue.size)  # row `size` is a bin
    ends = jax.tree.map(lambda whole, one: whole.at[row].set(one), ends, stepper.land(landing))
    rank = jnp.arange(places, dtype=jnp.int32)
    fresh = _fill(stepper, queue, jnp.minimum(taken + rank, queue.size))
    lanes = jax.tree.map(lambda whole, one: whole.at[..., chosen].set(one, mode="drop"), lanes, fresh)
    taken = jnp.minimum(taken + jnp.sum(valid, dtype=jnp.int32), queue.size)
    return lanes, ends, taken
