"""Checks at the door of the public verbs; traced values pass, because compiled code cannot refuse them."""

import math

import jax.numpy as jnp
from jax.core import Tracer

from boostglide.core import Scalar


def checked(name: str, value: object, low: float, high: float = math.inf) -> Scalar:
    """Return `value` as a 64-bit array after comparing it with its range.

    Parameters
    ----------
    name
        Name of the argument, for the message.
    value
        A number or an array in the unit of `low` and `high`.
    low, high
        Open lower and closed upper end of the range, in its own unit [any].

    Raises
    ------
    ValueError
        If a concrete value leaves the range.
    """
    array = jnp.asarray(value, dtype=float)
    if isinstance(array, Tracer):
        return array
    if not bool(jnp.all((array > low) & (array <= high))):
        raise ValueError(f"Argument `{name}` must be above {low:g} and at most {high:g}, but is {value}.")
    return array
