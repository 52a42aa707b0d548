"""Linear interpolation in tables of one to three axes, for compiled code; end values hold outside."""

import jax
import jax.numpy as jnp

from boostglide.core import Array, Flag, Float, Scalar


def locate(axis: Float[Array, "1 n"], value: Scalar) -> tuple[Array, Scalar]:
    """The interval of an axis that holds a value, and the place inside it; clamped to the axis.

    Parameters
    ----------
    axis
        Rising abscissae, any unit; one alone stands for a quantity that does not depend on the axis.
    value
        Where to look, in the unit of the axis.

    Returns
    -------
    Number of the interval [-] and offset inside it [-], from 0 to 1.
    """
    knots = axis[0]
    if knots.shape[0] == 1:
        return jnp.zeros((), jnp.int32), jnp.zeros_like(value)
    interval = jnp.sum(knots[1:-1] <= value, dtype=jnp.int32)
    low, high = knots[interval], knots[interval + 1]
    offset = (value - low) / (high - low)
    # Not `clip`, whose derivative at an end is half of that inside: symmetric bodies are flown at an end.
    return interval, jnp.where(offset < 0.0, 0.0, jnp.where(offset > 1.0, 1.0, offset))


def interpolate(values: Float[Array, "..."], places: tuple[tuple[Array, Scalar], ...]) -> Scalar:
    """Value of a table between its knots, linear in each coordinate by itself.

    The error is of second order in the steps of the axes. The value is continuous; its derivative jumps at
    the knots and is zero outside.

    Parameters
    ----------
    values
        Table with one axis for each place, any unit.
    places
        What `locate` found on each axis.

    Returns
    -------
    Value in the unit of the table.
    """
    starts = tuple(interval for interval, _ in places)
    block = jax.lax.dynamic_slice(values, starts, tuple(min(2, length) for length in values.shape))
    for _, offset in places:
        block = block[0] if block.shape[0] == 1 else block[0] + offset * (block[1] - block[0])
    return block


def inside(axis: Float[Array, "1 n"], value: Scalar) -> Flag:
    """Whether a value lies on an axis; an axis of one point holds every value.

    Parameters
    ----------
    axis
        Rising abscissae, any unit.
    value
        Where to look, in the unit of the axis.
    """
    knots = axis[0]
    if knots.shape[0] == 1:
        return jnp.ones((), bool)
    return (value >= knots[0]) & (value <= knots[-1])
