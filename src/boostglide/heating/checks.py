"""Checks at the door of the public verbs; traced values pass, because compiled code cannot refuse them."""

import jax.numpy as jnp
from jax.core import Tracer

from boostglide.core import Scalar


def checked(
    name: str, value: object, low: float, high: float = float("inf"), *, exclusive: bool = False
) -> Scalar:
    """Return `value` as a 64-bit array after comparing it with its range.

    Parameters
    ----------
    name
        Name of the argument, for the message.
    value
        A number or an array in the unit of `low` and `high`.
    low, high
        Range that the value must keep, in its own unit [any].
    exclusive
        Whether `low` itself is refused.

    Raises
    ------
    ValueError
        If a concrete value leaves the range.
    """
    array = jnp.asarray(value, dtype=float)
    if isinstance(array, Tracer):
        return array
    below = (array <= low) if exclusive else (array < low)
    if bool(jnp.any(below | (array > high) | jnp.isnan(array))):
        bound = f"above {low:g}" if exclusive else f"at least {low:g}"
        limit = "" if high == float("inf") else f" and at most {high:g}"
        raise ValueError(f"Argument `{name}` must be {bound}{limit}, but is {value}.")
    return array
