"""Many smooth curves over the logarithm of one variable, looked up together."""

from collections.abc import Sequence
from typing import Self

import equinox as eqx
import jax.numpy as jnp
import numpy as np
from scipy.interpolate import PchipInterpolator

from boostglide.core import Array, Float, Scalar


class Curves(eqx.Module):
    """Curves y_k(ln x), each a monotone cubic through its own points, on one common grid of cubics.

    The grid of 1/20 in ln x repeats the curves through the points to 2e-4; beyond the grid the value at its
    end holds.

    Parameters
    ----------
    coefficients
        Four coefficients, the highest power first, by cell and curve [any unit].
    start
        Logarithm at the first node [-].
    step
        Width of a cell [-].
    """

    coefficients: Float[Array, "cell curve 4"]
    start: float = eqx.field(static=True)
    step: float = eqx.field(static=True)

    @classmethod
    def sampled(cls, nodes: np.ndarray, values: np.ndarray, slopes: np.ndarray) -> Self:
        """Cubics from values and slopes at equally spaced logarithms.

        Parameters
        ----------
        nodes
            Logarithms, equally spaced [-].
        values, slopes
            Values and derivatives by node and curve [any unit].
        """
        step = float(nodes[1] - nodes[0])
        low, high = values[:-1], values[1:]
        rise, end = slopes[:-1] * step, slopes[1:] * step
        change = high - low
        cubic = [rise + end - 2.0 * change, 3.0 * change - 2.0 * rise - end, rise, low]
        return cls(jnp.asarray(np.stack(cubic, axis=-1), dtype=float), float(nodes[0]), step)

    def __call__(self, logarithm: Scalar) -> Float[Array, " curve"]:
        """Values of all curves at a logarithm [-]."""
        count = self.coefficients.shape[0]
        place = jnp.clip((logarithm - self.start) / self.step, 0.0, float(count))
        cell = jnp.minimum(place.astype(int), count - 1)
        part = place - cell.astype(float)
        c = jnp.take(self.coefficients, cell, axis=0)
        return ((c[:, 0] * part + c[:, 1]) * part + c[:, 2]) * part + c[:, 3]


def grid(low: float, high: float, step: float = 0.05) -> np.ndarray:
    """Equally spaced logarithms that cover a range.

    Parameters
    ----------
    low, high
        Ends of the variable [any unit].
    step
        Largest spacing of the logarithms [-].
    """
    first, last = np.log(low), np.log(high)
    return np.linspace(first, last, int(np.ceil((last - first) / step)) + 1)


def through_points(
    points: Sequence[float],
    values: Sequence[float] | np.ndarray,
    nodes: np.ndarray,
    *,
    onward: tuple[bool, bool],
) -> tuple[np.ndarray, np.ndarray]:
    """Values and slopes at nodes of the monotone cubic over ln x through given points.

    Parameters
    ----------
    points
        Variable at the points, rising [any unit].
    values
        Values at the points [any unit].
    nodes
        Logarithms where values and slopes are wanted [-].
    onward
        Whether the curve goes on straight below the first and beyond the last point, with the slope of the
        first and last interval; else it stays at the end value.

    References
    ----------
    fritsch1984 (slopes).
    """
    place, given = np.log(np.asarray(points, dtype=float)), np.asarray(values, dtype=float)
    curve = PchipInterpolator(place, given)
    inside = np.clip(nodes, place[0], place[-1])
    found, slope = curve(inside), curve.derivative()(inside)
    ends = np.diff(given)[[0, -1]] / np.diff(place)[[0, -1]] * np.asarray(onward, dtype=float)
    below, beyond = nodes < place[0], nodes > place[-1]
    excess = nodes - inside
    found = found + np.where(below, ends[0], ends[1]) * excess
    return found, np.where(below, ends[0], np.where(beyond, ends[1], slope))
