"""The classic Runge-Kutta method of order 4 with a fixed step: the cross-check of the adaptive lanes."""

from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
from jax import lax

from boostglide.core import Float, Outcome, Scalar
from boostglide.solve.event import first_crossing
from boostglide.solve.problem import AbstractProblem, State
from boostglide.solve.stepper import Ends, batched


@eqx.filter_jit
def solve_fixed_step(
    problem: AbstractProblem, time: Float, state: State, step: float, most_steps: int = 100_000
) -> Ends:
    """Integrate every member to its end with one fixed step; finished members wait for the last one.

    Parameters
    ----------
    problem, time, state
        As for `solve_ensemble`.
    step
        Length of every step [s].
    most_steps
        Steps after which a member is given up [-].

    Returns
    -------
    Ends
        JAX leaves of shape (members,); the end is found on the cubic Hermite polynomial of its step.

    References
    ----------
    hairer1993 (table II.1.2).
    """
    axes = jax.tree.map(lambda leaf: 0 if batched(leaf) else None, problem)
    return jax.vmap(_solve_one, in_axes=(axes, 0, 0, None, None))(
        problem, jnp.asarray(time, dtype=float), state, step, most_steps
    )


def _solve_one(problem: AbstractProblem, time: Scalar, state: State, step: Any, most_steps: int) -> Ends:
    def nearest(time: Scalar, state: State) -> Scalar:
        return jnp.stack(problem.ends(time, state)).min()

    def under_way(carry: Any) -> Scalar:
        count, time, state = carry
        after = _step(problem, time, state, step)
        return (nearest(time + step, after) > 0) & (count < most_steps)

    def walk(carry: Any) -> Any:
        count, time, state = carry
        return count + 1, time + step, _step(problem, time, state, step)

    count, time, state = lax.while_loop(under_way, walk, (jnp.int32(0), time, state))
    after = _step(problem, time, state, step)
    slopes = problem.rates(time, state), problem.rates(time + step, after)

    def at(fraction: Scalar) -> State:
        return jax.tree.map(lambda *y: _hermite(fraction, step, *y), state, after, *slopes)

    fraction = jnp.ones_like(time)
    for number, last in enumerate(problem.ends(time + step, after)):
        found = first_crossing(
            lambda each, number=number: problem.ends(time + each * step, at(each))[number], time
        )
        fraction = jnp.where(last <= 0, jnp.minimum(fraction, found), fraction)
    distances = jnp.stack(problem.ends(time + fraction * step, at(fraction)))
    end = jnp.argmin(distances).astype(jnp.int32)
    codes = jnp.asarray([int(each) for each in problem.outcomes], jnp.int32)
    outcome = jnp.where(count < most_steps, codes[end], jnp.int32(Outcome.STEP_LIMIT))
    return Ends(time + fraction * step, at(fraction), end, outcome, count + 1)


def _step(problem: AbstractProblem, time: Scalar, state: State, step: Any) -> State:
    def moved(slope: State, fraction: float) -> State:
        return jax.tree.map(lambda y, k: y + fraction * step * k, state, slope)

    first = problem.rates(time, state)
    second = problem.rates(time + 0.5 * step, moved(first, 0.5))
    third = problem.rates(time + 0.5 * step, moved(second, 0.5))
    fourth = problem.rates(time + step, moved(third, 1.0))
    return jax.tree.map(
        lambda y, a, b, c, d: y + step / 6 * (a + 2 * b + 2 * c + d), state, first, second, third, fourth
    )


def _hermite(fraction: Scalar, step: Any, y0: Scalar, y1: Scalar, k0: Scalar, k1: Scalar) -> Scalar:
    rest = 1 - fraction
    return (
        (1 + 2 * fraction) * rest**2 * y0
        + fraction * rest**2 * step * k0
        + fraction**2 * (3 - 2 * fraction) * y1
        - fraction**2 * rest * step * k1
    )
