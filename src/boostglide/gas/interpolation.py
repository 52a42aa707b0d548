"""Cubic interpolation on even grids, in the form of Keys: smooth first derivative, error of third order."""

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Float, Scalar


def cubic_weights(offset: Scalar) -> Float[Array, " 4"]:
    """Weights of the two nodes on either side of a point (Keys 1981, Eq. 15).

    Parameters
    ----------
    offset
        Place of the point between the inner two nodes, from 0 to 1 [-].

    Returns
    -------
    Weights of the four nodes [-].

    References
    ----------
    keys1981
    """
    t = offset
    return jnp.stack(
        [
            t * (-0.5 + t * (1.0 - 0.5 * t)),
            1.0 + t * t * (-2.5 + 1.5 * t),
            t * (0.5 + t * (2.0 - 1.5 * t)),
            t * t * (-0.5 + 0.5 * t),
        ]
    )


def cell(position: Scalar, cells: int) -> tuple[Array, Scalar]:
    """The cell that holds a position on an even grid of unit step, and the place inside it; clamped.

    Parameters
    ----------
    position
        Position counted in steps from the first node [-].
    cells
        Number of cells of the grid [-].

    Returns
    -------
    Number of the cell [-] and offset inside it [-], from 0 to 1.
    """
    clamped = jnp.clip(position, 0.0, float(cells))
    index = jnp.minimum(jnp.floor(clamped), float(cells - 1)).astype(jnp.int32)
    return index, clamped - index.astype(clamped.dtype)


def with_ghosts(table: np.ndarray, axis: int) -> np.ndarray:
    """A table with one node more at both ends of an axis, by the parabola through the outer three nodes."""
    nodes = np.moveaxis(np.asarray(table, dtype=float), axis, 0)
    first = 3.0 * nodes[0] - 3.0 * nodes[1] + nodes[2]
    last = 3.0 * nodes[-1] - 3.0 * nodes[-2] + nodes[-3]
    return np.moveaxis(np.concatenate([first[None], nodes, last[None]]), 0, axis)


def invert_rising(row: Float[Array, " padded"], value: Scalar) -> tuple[Array, Scalar]:
    """Where the cubic through a rising row reaches a value.

    Parameters
    ----------
    row
        Values at the nodes, rising, with one ghost node at both ends.
    value
        Value to find; beyond the ends the end is taken.

    Returns
    -------
    Number of the cell [-] and offset inside it [-], from 0 to 1.
    """
    cells = row.shape[0] - 3
    below = jnp.sum(row[1:-1] <= value, dtype=jnp.int32)
    index = jnp.clip(below - 1, 0, cells - 1)
    nodes = jax.lax.dynamic_slice(row, (index,), (4,))
    offset = jnp.clip((value - nodes[1]) / (nodes[2] - nodes[1]), 0.0, 1.0)
    for _ in range(5):
        there, slope = jax.jvp(lambda t: cubic_weights(t) @ nodes, (offset,), (jnp.ones_like(offset),))
        offset = jnp.clip(offset + (value - there) / slope, 0.0, 1.0)
    return index, offset
