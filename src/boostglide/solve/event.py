"""The end of a trajectory, found inside the step that crosses it."""

from collections.abc import Callable

import jax
import jax.numpy as jnp

from boostglide.core import Flag, Int, Scalar

ITERATIONS = 18
CLOSED = 1e-14  # width of a bracket that is as good as closed [-]


def first_crossing(distance: Callable[[Scalar], Scalar], like: Scalar) -> Scalar:
    """The fraction of a step at which a distance falls to zero, by the Illinois form of false position.

    The root stays bracketed; for a smooth function the bracket closes to rounding in about eight of the
    eighteen iterations. A step that dips below zero and comes back is not noticed.

    Parameters
    ----------
    distance
        Positive before the end, zero or negative from it on; called with a fraction [-].
    like
        Any array of the shape of one answer, any unit.

    Returns
    -------
    Scalar
        The fraction on the far side of the bracket, where the distance is not positive [-]; 0 if it is not
        positive from the start.

    References
    ----------
    dowell1971.
    """
    zero, one = jnp.zeros_like(like), jnp.ones_like(like)
    start = (zero, distance(zero), one, distance(one), zero)

    def is_open(carry: tuple[Int, tuple[Scalar, ...]]) -> Flag:
        number, (low, at_low, high, at_high, _) = carry
        return (number < ITERATIONS) & jnp.any((high - low > CLOSED) & (at_high < 0) & (at_low > 0))

    def improve(carry: tuple[Int, tuple[Scalar, ...]]) -> tuple[Int, tuple[Scalar, ...]]:
        number, (low, at_low, high, at_high, side) = carry
        width = jnp.where(at_low > at_high, at_low - at_high, 1.0)
        guess = jnp.clip(low + (high - low) * at_low / width, low, high)
        value = distance(guess)
        before = value > 0
        at_high = jnp.where(before & (side > 0), 0.5 * at_high, at_high)
        at_low = jnp.where(~before & (side < 0), 0.5 * at_low, at_low)
        return number + 1, (
            jnp.where(before, guess, low),
            jnp.where(before, value, at_low),
            jnp.where(before, high, guess),
            jnp.where(before, at_high, value),
            jnp.where(before, one, -one),
        )

    _, bracket = jax.lax.while_loop(is_open, improve, (jnp.int32(0), start))
    found = jax.lax.stop_gradient(jnp.where(start[1] <= 0, zero, bracket[2]))
    value, slope = jax.jvp(distance, (found,), (one,))
    # Zero in value; its derivative is that of the implicit function, which the bracket does not carry.
    change = (value - jax.lax.stop_gradient(value)) / jax.lax.stop_gradient(jnp.where(slope < 0, slope, -1.0))
    return found - jnp.where(start[1] <= 0, zero, change)
