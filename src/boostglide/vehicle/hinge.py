"""A piecewise-linear table as a sum of hinges, which compiled code evaluates without a search."""

from __future__ import annotations

from collections.abc import Sequence

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import Flag, Scalar


class HingeSum(eqx.Module):
    """The function base + sum_i change_i max(x - knot_i, 0).

    It equals the piecewise-linear table exactly, holds the end values outside, and costs one multiply and
    one maximum a knot; `jnp.interp` would search instead.

    Parameters
    ----------
    base
        Value at and below the first knot, in the unit of the values.
    knots
        Abscissae of the table, rising, any unit.
    slope_changes
        Change of slope at each knot, in the unit of the values over that of the knots.
    """

    base: float = eqx.field(static=True)
    knots: tuple[float, ...] = eqx.field(static=True)
    slope_changes: tuple[float, ...] = eqx.field(static=True)

    @classmethod
    def from_table(cls, abscissae: Sequence[float], values: Sequence[float]) -> HingeSum:
        """Build from the points of a table.

        Parameters
        ----------
        abscissae
            At least two rising numbers, any unit.
        values
            One value for each, any unit.

        Raises
        ------
        ValueError
            If the points are too few, not finite, not rising, or unequal in number.
        """
        x, y = np.asarray(abscissae, dtype=float), np.asarray(values, dtype=float)
        if x.ndim != 1 or x.shape != y.shape or x.size < 2:
            found = f"shapes {x.shape} and {y.shape}"
            raise ValueError(
                f"Arguments `abscissae` and `values` must be of one length of at least 2, but have {found}."
            )
        if not (np.all(np.isfinite(x)) and np.all(np.isfinite(y)) and np.all(np.diff(x) > 0)):
            raise ValueError("Argument `abscissae` must rise, and both must be finite, but they do not.")
        slopes = np.concatenate([[0.0], np.diff(y) / np.diff(x), [0.0]])
        return cls(float(y[0]), tuple(x.tolist()), tuple(np.diff(slopes).tolist()))

    def __call__(self, abscissa: Scalar) -> Scalar:
        """Value of the table; end values hold outside.

        Parameters
        ----------
        abscissa
            Where to evaluate, in the unit of the knots.
        """
        total = self.base
        for knot, change in zip(self.knots, self.slope_changes, strict=True):
            total = total + change * jnp.maximum(abscissa - knot, 0.0)
        return jnp.asarray(total)

    def contains(self, abscissa: Scalar) -> Flag:
        """Whether an abscissa, in the unit of the knots, lies inside the table."""
        return (abscissa >= self.knots[0]) & (abscissa <= self.knots[-1])
