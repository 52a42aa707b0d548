"""A piecewise-linear table whose numbers are data, so that changing them compiles nothing anew."""

from __future__ import annotations

from collections.abc import Sequence

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Flag, Float, Scalar


class LinearTable(eqx.Module):
    """A function given by points, linear between them; the end values hold outside.

    Parameters
    ----------
    points
        Abscissae and values as rows, shape (2, n); two axes, so that all members of an ensemble share them;
        any unit.
    """

    points: Float[Array | np.ndarray, "2 n"]

    @classmethod
    def from_points(cls, abscissae: Sequence[float], values: Sequence[float]) -> LinearTable:
        """Build from points.

        Parameters
        ----------
        abscissae
            At least one number, rising, any unit.
        values
            One value for each, any unit.

        Raises
        ------
        ValueError
            If the points are too few, not finite, not rising, or unequal in number.
        """
        x, y = np.asarray(abscissae, float), np.asarray(values, float)
        if x.ndim != 1 or x.shape != y.shape or not x.size:
            raise ValueError(
                "Arguments `abscissae` and `values` must be of one length of at least 1, but have shapes "
                f"{x.shape} and {y.shape}."
            )
        if not (np.isfinite(x).all() and np.isfinite(y).all() and (np.diff(x) > 0).all()):
            raise ValueError("Argument `abscissae` must rise, and both must be finite, but they do not.")
        return cls(np.stack([x, y]))

    def __call__(self, abscissa: Scalar | float) -> Scalar:
        """Value at an abscissa, in the unit of the abscissae."""
        return jnp.interp(abscissa, jnp.asarray(self.points[0]), jnp.asarray(self.points[1]))

    def contains(self, abscissa: Scalar) -> Flag:
        """Whether an abscissa, in the unit of the abscissae, lies inside the table."""
        return (abscissa >= self.points[0, 0]) & (abscissa <= self.points[0, -1])
