"""One adaptive step of Dormand and Prince's Runge-Kutta pair of order 5(4), with dense output."""

import math
from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp

from boostglide.core import Array, Float, Int, Scalar

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
    """A step tried: unknowns at its end, its seven slopes, root mean square error over the tolerance."""

    state: Float[Array, "unknowns ..."]
    slopes: Float[Array, "7 unknowns ..."]
    error: Scalar


class Interpolant(NamedTuple):
    """Dense output of one step; evaluated by `interpolate`."""

    start: Float[Array, "unknowns ..."]
    change: Float[Array, "unknowns ..."]
    first: Float[Array, "unknowns ..."]
    second: Float[Array, "unknowns ..."]
    third: Float[Array, "unknowns ..."]


def attempt(
    rates: Callable[[Scalar, Float], tuple[Scalar, ...]],
    time: Scalar,
    state: Float,
    slope: Float,
    step: Scalar,
    tolerance: float,
    scale: Float,
) -> Attempt:
    """Try one step without deciding on it.

    Unknowns are rows of one array, so that all of them move in one operation; there may be one axis of lanes.

    Parameters
    ----------
    rates
        Right-hand side, called as ``rates(time, state)``; it returns the rate of each unknown.
    time, step
        Start [s] and length [s] of the step.
    state, slope
        Unknowns and their rates at the start, shape (unknowns, ...).
    tolerance
        Local error allowed, relative to scale plus size of each unknown [-].
    scale
        Size added to each unknown in the error measure, in its unit, shape (unknowns,).

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
    table = jnp.zeros((count, *state.shape)).at[0].set(slope)
    nodes, weights = jnp.asarray(NODES), jnp.asarray(WEIGHTS)

    def next_stage(number: Int, carry: tuple[Float, Float]) -> tuple[Float, Float]:
        table, stage = carry
        for row, rate in enumerate(rates(time + nodes[number] * step, stage)):
            place = (number, row) + (0,) * rate.ndim
            table = jax.lax.dynamic_update_slice(table, rate[None, None], place)
        return table, _advance(state, step, table, weights[number])

    first = _advance(state, step, table, weights[0])
    table, last = jax.lax.fori_loop(1, count, next_stage, (table, first))
    return Attempt(last, table, _error(state, last, table, step, tolerance, scale))


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
    log_error = _log(error)
    factor = SAFETY * jnp.exp(MEMORY * previous - EXPONENT * log_error)
    # Derivatives of a flight are taken at fixed steps: those of the step control grow without bound.
    return jax.lax.stop_gradient(jnp.clip(factor, SHRINK, jnp.where(accepted, GROW, 1.0)))


def error_memory(error: Scalar) -> Scalar:
    """What the step control remembers of an accepted step [-]."""
    return jnp.maximum(_log(error), SMALLEST_LOG_ERROR)


def _log(error: Scalar) -> Scalar:
    """Logarithm in single precision: enough for a step control, and the processor has it for vectors."""
    return jnp.log(jnp.maximum(error, SMALLEST_ERROR).astype(jnp.float32)).astype(error.dtype)


def interpolant(state: Float, tried: Attempt, step: Scalar) -> Interpolant:
    """Dense output of a step, of order 4 between its ends (hairer1993, section II.6)."""
    slopes, step = tried.slopes, step[None]
    change = tried.state - state
    first = step * slopes[0] - change
    second = change - step * slopes[6] - first
    return Interpolant(state, change, first, second, step * _weighted(DENSE, slopes))


def interpolate(dense: Interpolant, fraction: Float) -> Float:
    """The unknowns at a fraction [-] of the step."""
    y, d, b, c, e = dense
    part = fraction[None]
    return y + part * (d + (1 - part) * (b + part * (c + (1 - part) * e)))


def _weighted(weights: tuple[float, ...], slopes: Float) -> Float:
    terms = [weight * slopes[row] for row, weight in enumerate(weights) if weight]
    return sum(terms[1:], terms[0])


def _advance(state: Float, step: Scalar, table: Float, weights: Float) -> Float:
    """The state moved by a step along the weighted slopes, rows of the table."""
    terms = [weights[row] * table[row] for row in range(len(WEIGHTS) - 1)]
    return state + step[None] * sum(terms[1:], terms[0])


def _error(state: Float, last: Float, slopes: Float, step: Scalar, tolerance: float, scale: Float) -> Scalar:
    """Root mean square over the unknowns of local error over tolerance [-]."""
    size = scale.reshape(scale.shape + (1,) * (state.ndim - 1)) + jnp.maximum(jnp.abs(state), jnp.abs(last))
    parts = step[None] * _weighted(ERROR, slopes) / (tolerance * size)
    mean = jnp.mean(parts * parts, axis=0)
    return jnp.sqrt(jnp.where(mean < WORST_ERROR**2, mean, WORST_ERROR**2))
