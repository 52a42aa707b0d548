"""Time series: the same steps as the lanes take, read off at given times through dense output."""

from typing import NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from boostglide.core import Array, Float, Int, Scalar
from boostglide.solve import dormand_prince
from boostglide.solve.dormand_prince import Interpolant
from boostglide.solve.lanes import FIRST_MEMORY, Settings, batched
from boostglide.solve.problem import AbstractProblem, State

BLOCK = 256


class _Walk(NamedTuple):
    """One member under way: its current point, and the step that led there."""

    time: Scalar
    state: State
    slope: State
    step: Scalar
    memory: Scalar
    attempts: Int[Array, ""]
    dense: Interpolant
    dense_start: Scalar
    dense_step: Scalar


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
        states = _sample_block(member, begin, first_state, times, settings)
        pieces.append(jax.tree.map(lambda leaf, first=first: np.asarray(leaf)[: total - first], states))
    return jax.tree.map(lambda *parts: np.concatenate(parts), *pieces)


@eqx.filter_jit
def _sample_block(
    problem: AbstractProblem, time: Float, state: State, sample_times: Float, settings: Settings
) -> State:
    problem = jax.tree.map(lambda leaf: jnp.asarray(leaf, dtype=float), problem)
    axes = jax.tree.map(lambda leaf: 0 if batched(leaf) else None, problem)
    one = jax.vmap(_sample_one, in_axes=(axes, 0, 0, 0, None))
    return one(problem, time, state, sample_times, _AsStatic(settings))


class _AsStatic(eqx.Module):
    settings: Settings = eqx.field(static=True)


def _sample_one(
    problem: AbstractProblem, time: Scalar, state: State, sample_times: Float, static: _AsStatic
) -> State:
    settings = static.settings
    slope = problem.rates(time, state)
    zero = jax.tree.map(jnp.zeros_like, state)
    dense = Interpolant(state, zero, zero, zero, zero)
    first = jnp.full_like(time, settings.first_step)
    memory = jnp.full_like(time, FIRST_MEMORY)
    walk = _Walk(time, state, slope, first, memory, jnp.int32(0), dense, time, jnp.ones_like(time))

    def read(walk: _Walk, when: Scalar) -> tuple[_Walk, State]:
        walk = lax.while_loop(
            lambda each: (each.time < when) & (each.attempts < settings.most_steps),
            lambda each: _stride(problem, each, settings),
            walk,
        )
        fraction = jnp.clip((when - walk.dense_start) / walk.dense_step, 0.0, 1.0)
        return walk, dormand_prince.interpolate(walk.dense, fraction)

    _, states = lax.scan(read, walk, sample_times)
    return states


def _stride(problem: AbstractProblem, walk: _Walk, settings: Settings) -> _Walk:
    """Try one step; keep it if it is accurate enough."""
    tried = dormand_prince.attempt(
        problem.rates, walk.time, walk.state, walk.slope, walk.step, settings.tolerance, problem.error_scale()
    )
    accepted = tried.error <= 1
    dense = dormand_prince.interpolant(walk.state, tried, walk.step)
    factor = dormand_prince.step_factor(tried.error, walk.memory, accepted)
    new = _Walk(
        walk.time + walk.step,
        tried.state,
        tried.slopes[6],
        walk.step,
        dormand_prince.error_memory(tried.error),
        walk.attempts,
        dense,
        walk.time,
        walk.step,
    )
    kept = jax.tree.map(lambda a, b: jnp.where(accepted, a, b), new, walk)
    return kept._replace(step=walk.step * factor, attempts=walk.attempts + 1)
