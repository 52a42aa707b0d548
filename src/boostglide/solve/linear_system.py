"""Small dense linear systems in plain array operations.

Many at once run side by side, and, unlike batches of LAPACK calls, they cannot starve the threads that wait
for them on a machine of few cores.
"""

import jax
import jax.numpy as jnp

from boostglide.core import Array, Float


def solve_linear(
    matrix: Float[Array, "unknown unknown"], right: Float[Array, " unknown"]
) -> Float[Array, " unknown"]:
    """Solution of a linear system by elimination with exchange of rows.

    Parameters
    ----------
    matrix
        Coefficients [any unit].
    right
        Right side [any unit].
    """
    count = matrix.shape[0]
    places = jnp.arange(count)

    def eliminated(place: int, rows: Float[Array, "row column"]) -> Float[Array, "row column"]:
        size = jnp.where(places >= place, jnp.abs(rows[:, place]), -1.0)
        best = jnp.argmax(size)
        swapped = jnp.where(places == place, best, jnp.where(places == best, place, places))
        rows = rows[swapped]
        pivot = rows[place] / rows[place, place]
        weight = jnp.where(places == place, 0.0, rows[:, place])
        rows = rows - weight[:, None] * pivot[None, :]
        return rows.at[place].set(pivot)

    rows = jnp.concatenate([matrix, right[:, None]], axis=1)
    return jax.lax.fori_loop(0, count, eliminated, rows)[:, count]
