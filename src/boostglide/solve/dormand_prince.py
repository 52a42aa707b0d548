"""One adaptive step of Dormand and Prince's Runge-Kutta pair of order 5(4), with dense output."""

import math
from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp

from boostglide.core import Float, Int, Scalar
from boostglide.solve.problem import State

references = ("dormand1980", "hairer1993")

# Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, 2nd ed., table II.5.2
NODES = (0.0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1.0, 1.0)
WEIGHTS = (  # of the slopes known so far, in the next stage; the last two rows give the solution
    (1 / 5, 0.0, 0.0, 0.0, 0.0, 0.0),
    (3 / 40, 9 / 40, 0.0, 0.0, 0.0, 0.0),
    (44 / 45, -56 / 15, 32 / 9, 0.0, 0.0, 0.0),
    (19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729, 0.0, 0.0),
    (9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656, 0.0),
    (35 / 384, 0.0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84),
    (35 / 384, 0.0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84),
)
ERROR = (71 / 57600, 0.0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40)
# The same book, section II.6: the term that makes the interpolation of order 4
DENSE = (
    -12715105075 / 11282082432,
    0.0,
    87487479700 / 32700410799,
    -10690763975 / 1880347072,
    701980252875 / 199316789632,
    -1453857185 / 822651844,
    69997945 / 29380423,
)

SAFETY, SHRINK, GROW = 0.9, 0.2, 5.0
EXPONENT, MEMORY = 0.17, 0.04  # proportional and integral part of the step control
SMALLEST_ERROR = 1e-6  # errors below count as this one
SMALLEST_LOG_ERROR = math.log(1e-4)  # that the control remembers
WORST_ERROR = 1e6  # stands for infinite and undefined errors


class Attempt(NamedTuple):
    """A step tried: the state at its end, the seven slopes, the root mean square error over the tolerance."""

    state: State
    slopes: tuple[State, ...]
    error: Scalar


class Interpolant(NamedTuple):
    """Dense output of one step; evaluated by `interpolate`."""

    start: State
    change: State
    first: State
    second: State
    third: State


def attempt(
    rates: Callable[[Scalar, State], State],
    time: Scalar,
    state: State,
    slope: State,
    step: Scalar,
    tolerance: float,
    scale: State,
) -> Attempt:
    """Try one step without deciding on it.

    Parameters
    ----------
    rates
        Right-hand side, called as ``rates(time, state)``.
    time, step
        Start [s] and length [s] of the step.
    state, slope
        Unknowns and their rates at the start.
    tolerance
        Local error allowed, relative to scale plus size of each unknown [-].
    scale
        Size added to each unknown in the error measure, in its unit.

    Returns
    -------
    Attempt
        The step.

    References
    ----------
    dormand1980, hairer1993 (table II.5.2, equation II.4.11).
    """
    # A loop over the stages keeps each stage state in memory; unrolled, the compiler would work it out anew
    # for every part of the rates that reads it.
    count = len(WEIGHTS)
    table = jax.tree.map(lambda k: jnp.zeros((count, *k.shape)).at[0].set(k), slope)
    nodes, weights = jnp.asarray(NODES), jnp.asarray(WEIGHTS)

    def next_stage(number: Int, carry: tuple[State, State]) -> tuple[State, State]:
        table, stage = carry
        slope = rates(time + nodes[number] * step, stage)
        table = jax.tree.map(
            lambda rows, k: jax.lax.dynamic_update_index_in_dim(rows, k, number, 0), table, slope
        )
        return table, _advance(state, step, table, weights[number])

    first = _advance(state, step, table, weights[0])
    table, last = jax.lax.fori_loop(1, count, next_stage, (table, first))
    slopes = tuple(jax.tree.map(lambda rows, row=row: rows[row], table) for row in range(count))
    return Attempt(last, slopes, _error(state, last, slopes, step, tolerance, scale))


def step_factor(error: Scalar, previous: Scalar, accepted: Scalar) -> Scalar:
    """Factor for the next step [-] by proportional-integral control; a refused step never grows.

    Parameters
    ----------
    error
        Root mean square error of this step over the tolerance [-].
    previous
        Logarithm of the error of the last accepted step [-].
    accepted
        Whether this step was accepted.

    References
    ----------
    hairer1993 (section IV.2 of volume II, equation 2.43a, with the exponents 0.17 and 0.04 for order 5).
    """
    log_error = jnp.log(jnp.maximum(error, SMALLEST_ERROR))
    factor = SAFETY * jnp.exp(MEMORY * previous - EXPONENT * log_error)
    # Derivatives of a flight are taken at fixed steps: those of the step control grow without bound.
    return jax.lax.stop_gradient(jnp.clip(factor, SHRINK, jnp.where(accepted, GROW, 1.0)))


def error_memory(error: Scalar) -> Scalar:
    """What the step control remembers of an accepted step [-]."""
    return jnp.maximum(jnp.log(jnp.maximum(error, SMALLEST_ERROR)), SMALLEST_LOG_ERROR)


def interpolant(state: State, tried: Attempt, step: Scalar) -> Interpolant:
    """Dense output of a step, of order 4 between its ends (hairer1993, section II.6)."""
    change = jax.tree.map(jnp.subtract, tried.state, state)
    first = jax.tree.map(lambda k, d: step * k - d, tried.slopes[0], change)
    second = jax.tree.map(lambda d, k, b: d - step * k - b, change, tried.slopes[6], first)
    third = jax.tree.map(lambda *k: step * _weighted(DENSE, k), *tried.slopes)
    return Interpolant(state, change, first, second, third)


def interpolate(dense: Interpolant, fraction: Float) -> State:
    """The state at a fraction [-] of the step."""

    def value(y: Scalar, d: Scalar, b: Scalar, c: Scalar, e: Scalar) -> Scalar:
        return y + fraction * (d + (1 - fraction) * (b + fraction * (c + (1 - fraction) * e)))

    return jax.tree.map(value, *dense)


def _weighted(weights: tuple[float, ...], values: tuple[Scalar, ...]) -> Scalar:
    terms = [weight * value for weight, value in zip(weights, values, strict=False) if weight]
    return sum(terms[1:], terms[0])


def _advance(state: State, step: Scalar, table: State, weights: Float) -> State:
    """The state moved by a step along the weighted slopes, rows of the table."""

    def moved(y: Scalar, rows: Float) -> Scalar:
        terms = [weights[row] * rows[row] for row in range(len(WEIGHTS) - 1)]
        return y + step * sum(terms[1:], terms[0])

    return jax.tree.map(moved, state, table)


def _error(
    state: State, last: State, slopes: tuple[State, ...], step: Scalar, tolerance: float, scale: State
) -> Scalar:
    """Root mean square over the unknowns of local error over tolerance [-]."""

    def term(y: Scalar, z: Scalar, size: float, *k: Scalar) -> Scalar:
        bound = tolerance * (size + jnp.maximum(jnp.abs(y), jnp.abs(z)))
        return (step * _weighted(ERROR, k) / bound) ** 2

    terms = jax.tree.leaves(jax.tree.map(term, state, last, scale, *slopes))
    mean = sum(terms[1:], terms[0]) / len(terms)
    return jnp.sqrt(jnp.where(mean < WORST_ERROR**2, mean, WORST_ERROR**2))
