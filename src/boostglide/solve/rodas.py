"""One step of Hairer and Wanner's stiff method RODAS of order 4(3), with dense output, on many lanes.

The method is a Rosenbrock method: linearly implicit, without iteration, stiffly accurate and L-stable. Linear
invariants of the rates (elements, charge) stay invariants of the steps, since the Jacobian matrix is exact.
"""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp

from boostglide.core import Array, Float, Int, Scalar
from boostglide.solve.elimination import factorised, solved

references = ("hairer1993",)

# Hairer and Wanner, Solving Ordinary Differential Equations II, section IV.7, as in their program RODAS
DIAGONAL = 0.25
NODES = (0.0, 0.386, 0.21, 0.63, 1.0, 1.0)
TIME_WEIGHTS = (0.25, -0.1043, 0.1035, -0.0362, 0.0, 0.0)
STAGE_WEIGHTS = (  # of the increments known so far in the state of each stage; the last precedes the result
    (0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    (1.544, 0.0, 0.0, 0.0, 0.0, 0.0),
    (0.9466785280815826, 0.2557011698983284, 0.0, 0.0, 0.0, 0.0),
    (3.314825187068521, 2.896124015972201, 0.9986419139977817, 0.0, 0.0, 0.0),
    (1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 0.0, 0.0),
    (1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1.0, 0.0),
)
SLOPE_WEIGHTS = (  # of the increments known so far, over the step, in the right side of each stage
    (0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    (-5.6688, 0.0, 0.0, 0.0, 0.0, 0.0),
    (-2.430093356833875, -0.2063599157091915, 0.0, 0.0, 0.0, 0.0),
    (-0.1073529058151375, -9.594562251023355, -20.47028614809616, 0.0, 0.0, 0.0),
    (7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160, 0.0, 0.0),
    (8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054, 0.0),
)
DENSE_WEIGHTS = (
    (10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662, 0.0),
    (-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872, 0.0),
)
STAGES = len(NODES)

SAFETY, SHRINK, GROW = 0.9, 0.2, 5.0
SMALLEST_ERROR, WORST_ERROR = 1e-6, 1e6  # errors beyond count as these; the worst is that of undefined values

Rates = Callable[[Float, Float], Float]


class Attempt(NamedTuple):
    """A step tried: unknowns at its end, its six increments, root mean square error over the tolerance."""

    state: Float[Array, "unknowns lanes"]
    increments: Float[Array, "6 unknowns lanes"]
    error: Float[Array, " lanes"]


def attempt(
    rates: Rates, position: Float, state: Float, step: Float, tolerance: float, scale: Float
) -> Attempt:
    """Try one step on every lane without deciding on it.

    Parameters
    ----------
    rates
        Right-hand side of all lanes, called as ``rates(position, state)``.
    position, step
        Start and length of the step, shape (lanes,).
    state
        Unknowns at the start, shape (unknowns, lanes).
    tolerance
        Local error allowed, relative to scale plus size of each unknown [-].
    scale
        Size added to each unknown in the error measure, infinite where its error does not count, shape
        (unknowns,).

    Returns
    -------
    Attempt
        The step.

    References
    ----------
    hairer1993 (volume II, section IV.7, in the form that avoids products with the Jacobian).
    """
    slope_in_position = jax.jvp(lambda at: rates(at, state), (position,), (jnp.ones_like(position),))[1]
    factors = factorised(-jacobian(rates, position, state), 1.0 / (DIAGONAL * step))
    nodes, times = jnp.asarray(NODES), jnp.asarray(TIME_WEIGHTS)
    weights, slopes = jnp.asarray(STAGE_WEIGHTS), jnp.asarray(SLOPE_WEIGHTS)

    def stage(number: Int, increments: Float) -> Float:
        moved = state + jnp.tensordot(weights[number], increments, 1)
        right = rates(position + nodes[number] * step, moved)
        right += jnp.tensordot(slopes[number], increments, 1) / step[None]
        right += (times[number] * step)[None] * slope_in_position
        return increments.at[number].set(solved(factors, right))

    increments = jax.lax.fori_loop(0, STAGES, stage, jnp.zeros((STAGES, *state.shape)))
    end = state + jnp.tensordot(weights[-1], increments, 1) + increments[-1]
    return Attempt(end, increments, _error(state, end, increments[-1], tolerance, scale))


def jacobian(rates: Rates, position: Float, state: Float) -> Float:
    """Derivative of each rate with respect to each unknown, shape (unknowns, unknowns, lanes).

    Parameters
    ----------
    rates
        Right-hand side of all lanes.
    position
        Where, shape (lanes,).
    state
        Unknowns, shape (unknowns, lanes).
    """
    # The linear part runs over the columns in a loop, so that what it rests on is worked out before, once.
    linear = jax.linearize(lambda each: rates(position, each), state)[1]
    directions = jnp.eye(state.shape[0])[:, :, None]
    columns = jax.lax.map(lambda one: linear(jnp.broadcast_to(one, state.shape)), directions)
    return jnp.swapaxes(columns, 0, 1)


def step_factor(error: Scalar, accepted: Scalar) -> Scalar:
    """Factor for the next step [-]; a refused step never grows.

    Parameters
    ----------
    error
        Root mean square error of this step over the tolerance [-].
    accepted
        Whether this step was accepted.
    """
    factor = SAFETY * jnp.exp(-0.25 * jnp.log(jnp.maximum(error, SMALLEST_ERROR)))
    # Derivatives are taken at fixed steps: those of the step control grow without bound.
    return jax.lax.stop_gradient(jnp.clip(factor, SHRINK, jnp.where(accepted, GROW, SAFETY)))


def interpolate(start: Float, tried: Attempt, fraction: Float) -> Float:
    """The unknowns at a fraction of the step, of order 3 between its ends.

    Parameters
    ----------
    start
        Unknowns at the start of the step, shape (unknowns, lanes).
    tried
        The step.
    fraction
        Fraction of the step [-], shape (lanes,).
    """
    first, second = (jnp.tensordot(jnp.asarray(row), tried.increments, 1) for row in DENSE_WEIGHTS)
    part = fraction[None]
    rest = 1.0 - part
    return rest * start + part * (tried.state + rest * (first + part * second))


def _error(state: Float, end: Float, last: Float, tolerance: float, scale: Float) -> Float:
    """Root mean square over the unknowns of local error over tolerance [-]; the last increment is it."""
    size = scale[:, None] + jnp.maximum(jnp.abs(state), jnp.abs(end))
    counted = jnp.sum(jnp.isfinite(scale), dtype=float)
    square = jnp.sum((last / (tolerance * size)) ** 2, axis=0) / counted
    return jnp.sqrt(jnp.where(square < WORST_ERROR**2, square, WORST_ERROR**2))
