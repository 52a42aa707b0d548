"""Time series: the same steps as the lanes take, read off at given times through dense output."""

from typing import Any, NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from boostglide.core import Array, Bool, Float, Outcome, Scalar
from boostglide.solve import dormand_prince
from boostglide.solve.dormand_prince import Interpolant
from boostglide.solve.problem import AbstractProblem, State
from boostglide.solve.stepper import Lanes, Settings, Stepper, batched

BLOCK = 256


class _Walk(NamedTuple):
    """Members under way: where they are, and the step that led there."""

    lanes: Lanes
    dense: Interpolant
    start: Float
    step: Float


def sample_ensemble(
    problem: AbstractProblem,
    time: np.ndarray,
    state: State,
    sample_times: np.ndarray,
    settings: Settings | None = None,
) -> State:
    """The states of every member at its own times.

    Parameters
    ----------
    problem, time, state, settings
        As for `solve_ensemble`.
    sample_times
        Times [s] at which each member is read, rising along the second axis, shape (members, samples); no
        earlier than its start. The ends of the problem are not looked at.

    Returns
    -------
    State
        NumPy leaves of shape (members, samples). A member that cannot be integrated up to a time keeps its
        last state from there on.
    """
    settings = settings or Settings()
    total = len(time)
    pieces = []
    for first in range(0, total, BLOCK):
        rows = np.minimum(np.arange(first, first + BLOCK), total - 1)
        member = jax.tree.map(
            lambda leaf, rows=rows: np.asarray(leaf)[rows] if batched(leaf) else leaf, problem
        )
        begin, first_state, times = jax.tree.map(
            lambda leaf, rows=rows: np.asarray(leaf, float)[rows], (time, state, sample_times)
        )
        states = _sample_block(member, begin, first_state, times.T, settings)
        pieces.append(jax.tree.map(lambda leaf, first=first: np.asarray(leaf).T[: total - first], states))
    return jax.tree.map(lambda *parts: np.concatenate(parts), *pieces)


@eqx.filter_jit
def _sample_block(
    problem: AbstractProblem, time: Float, state: State, sample_times: Float, settings: Settings
) -> State:
    problem = jax.tree.map(lambda leaf: jnp.asarray(leaf, dtype=float), problem)
    member, shared = eqx.partition(problem, batched)
    return _read(Stepper(shared, settings), member, time, state, sample_times)


def sample_one(
    problem: AbstractProblem,
    time: Scalar,
    state: State,
    sample_times: Float,
    settings: Settings | None = None,
) -> State:
    """The states of one member at given times; to be called in compiled code.

    Parameters
    ----------
    problem, time, state, settings
        As for `solve_one`.
    sample_times
        Rising times [s], shape (samples,); no earlier than the start.

    Returns
    -------
    State
        JAX leaves of shape (samples,), with the conventions of `sample_ensemble`.
    """
    problem, time, state = jax.tree.map(lambda leaf: jnp.asarray(leaf, dtype=float), (problem, time, state))
    stepper = Stepper(problem, settings or Settings(), spread=None)
    return _read(stepper, jax.tree.map(lambda _: None, problem), time, state, sample_times)


def _read(stepper: Stepper, member: Any, time: Float, state: State, sample_times: Float) -> State:
    """States at rising times, shape (samples, ...)."""
    lanes = stepper.start(member, time, state, jnp.zeros_like(time, dtype=jnp.int32))
    zero = jnp.zeros_like(lanes.state)
    walk = _Walk(lanes, Interpolant(lanes.state, zero, zero, zero, zero), time, jnp.ones_like(time))

    def read(walk: _Walk, when: Float) -> tuple[_Walk, State]:
        def short(walk: _Walk) -> Bool:
            return (walk.lanes.time < when) & (walk.lanes.outcome == Outcome.RUNNING)

        walk = lax.while_loop(
            lambda each: jnp.any(short(each)), lambda each: _stride(stepper, each, short(each)), walk
        )
        fraction = jnp.clip((when - walk.start) / walk.step, 0.0, 1.0)
        return walk, stepper.unpack(dormand_prince.interpolate(walk.dense, fraction))

    _, states = lax.scan(read, walk, sample_times)
    return states


def _stride(stepper: Stepper, walk: _Walk, short: Bool) -> _Walk:
    """Try one step where a member is short of its next sample; keep it if it is accurate enough."""
    lanes = walk.lanes
    tried = stepper.attempt(lanes)
    after = stepper.judge(lanes, tried, jnp.zeros_like(short))
    moved = short & (after.time > lanes.time)
    dense = dormand_prince.interpolant(lanes.state, tried, lanes.step)
    return _Walk(
        _where(short, after, lanes),
        _where(moved, dense, walk.dense),
        _where(moved, lanes.time, walk.start),
        _where(moved, lanes.step, walk.step),
    )


def _where(condition: Bool, yes: Any, no: Any) -> Any:
    def chosen(a: Array, b: Array) -> Array:
        return jnp.where(condition if a.ndim == condition.ndim else condition[None], a, b)

    return jax.tree.map(chosen, yes, no)
