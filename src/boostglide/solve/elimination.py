"""Small linear systems on many lanes side by side: elimination without pivoting, written for vector units.

Without pivoting it serves matrices whose diagonal dominates, such as those of implicit steps that an error
control keeps short enough; a bad pivot gives infinite or undefined numbers, which the error control refuses.
"""

from typing import NamedTuple

import jax.numpy as jnp

from boostglide.core import Array, Float


class Factors(NamedTuple):
    """Triangular factors of a matrix: multipliers below the diagonal, rows above it, inverse pivots."""

    multipliers: tuple[Float[Array, "below lanes"], ...]
    rows: tuple[Float[Array, "right lanes"], ...]
    inverse_pivots: tuple[Float[Array, " lanes"], ...]


def factorised(matrix: Float, diagonal: Float) -> Factors:
    """Triangular factors of a matrix plus a multiple of the identity.

    Parameters
    ----------
    matrix
        Shape (unknowns, unknowns, lanes), in any unit.
    diagonal
        Added to the diagonal, shape (lanes,), in the same unit.

    Returns
    -------
    Factors
        For `solved`.
    """
    rest = matrix + jnp.eye(matrix.shape[0])[:, :, None] * diagonal[None, None]
    multipliers, rows, inverses = [], [], []
    for _ in range(matrix.shape[0]):
        inverse, row = 1.0 / rest[0, 0], rest[0, 1:]
        multiplier = rest[1:, 0] * inverse[None]
        multipliers.append(multiplier)
        rows.append(row)
        inverses.append(inverse)
        rest = rest[1:, 1:] - multiplier[:, None] * row[None]
    return Factors(tuple(multipliers), tuple(rows), tuple(inverses))


def solved(factors: Factors, right: Float) -> Float:
    """Solution of a linear system whose matrix is factorised.

    Parameters
    ----------
    factors
        From `factorised`.
    right
        Right side, shape (unknowns, lanes), in any unit.

    Returns
    -------
    Float
        The solution, shape (unknowns, lanes), in the unit that follows.
    """
    reduced = []
    for multiplier in factors.multipliers:
        reduced.append(right[0])
        right = right[1:] - multiplier * right[0][None]
    solution: list[Float] = []
    for value, row, inverse in zip(
        reversed(reduced), reversed(factors.rows), reversed(factors.inverse_pivots), strict=True
    ):
        for weight, known in zip(row, solution, strict=True):
            value = value - weight * known
        solution.insert(0, value * inverse)
    return jnp.stack(solution)
