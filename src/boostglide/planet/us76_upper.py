"""The US Standard Atmosphere 1976 from 86 to 1000 km: tabulated diffusion, closed temperature profile."""

import functools
import math
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Float, Int, Scalar, load_arrays
from boostglide.planet.us76_layers import EARTH_RADIUS, JOIN, geopotential_altitude, layer_table

# Table 5: temperatures [K] at 86, 110 and 120 km and far out, gradient [K/m] at 110 and 120 km.
_T86, _T110, _T120, _EXOSPHERE, _GRADIENT = 186.8673, 240.0, 360.0, 1000.0, 12e-3
# The ellipse leaves 91 km without a slope and reaches 110 km with the gradient: appendix B, unrounded.
_RISE = _GRADIENT * 19e3
_CENTRE = (_RISE * _T110 + _T86**2 - _T110**2) / (_RISE - 2 * (_T110 - _T86))
_AMPLITUDE = _T86 - _CENTRE
_WIDTH = 19e3 / math.sqrt(1 - ((_T110 - _CENTRE) / _AMPLITUDE) ** 2)


class _Cells(NamedTuple):
    """Cubics in the place within a cell, and the lines that number the cells.

    A row of `coefficients`, shape (cells, 8), holds ln(density) and then molecular-scale temperature: one
    cache line. `rate` and `offset` give the number of the cell in each sector.
    """

    coefficients: np.ndarray
    rate: np.ndarray
    offset: np.ndarray


@functools.cache
def _cells() -> _Cells:
    """The table, multiplied so that it meets the layers at 86 km (by 1 - 8e-6 in density)."""
    data = load_arrays("planet/us76_upper.npz")
    rows = data["coefficients"].copy()
    top, join = layer_table()[-1], geopotential_altitude(JOIN)
    scale = top.intercept + top.lapse * join
    log_density = top.base + top.twice_power * math.atanh((scale - top.middle) / (scale + top.middle))
    rows[:, 0, 0] += log_density - rows[0, 0, 0]
    rows[:, 1] *= scale / rows[0, 1, 0]
    first, height = data["sector_first"], data["sector_height"]
    counts = np.diff(np.append(first, data["top"])) / height
    offset = np.concatenate([[0.0], np.cumsum(counts)[:-1]]) - first / height
    return _Cells(rows.reshape(-1, 8), 1 / height, offset)


def upper(altitude: Scalar) -> tuple[Scalar, Scalar]:
    """Density and molecular-scale temperature above the layers.

    Parameters
    ----------
    altitude
        Geometric altitude [m], 86 km to 1000 km.

    Returns
    -------
    tuple
        Logarithm of density over 1 kg/m^3 [-], molecular-scale temperature [K].
    """
    cell, place = _cell(altitude)
    row = jnp.asarray(_cells().coefficients)[cell]
    return _cubic(row[:4], place), _cubic(row[4:], place)


def upper_temperature(altitude: Scalar) -> Scalar:
    """Kinetic temperature above the layers; us76, equations 25 to 32.

    Parameters
    ----------
    altitude
        Geometric altitude [m], 86 km to 1000 km.

    Returns
    -------
    Scalar
        Temperature [K].
    """
    along = jnp.clip(altitude - 91e3, 0.0, 19e3) / _WIDTH
    ellipse = _CENTRE + _AMPLITUDE * jnp.sqrt(1 - along * along)
    line = _GRADIENT * jnp.clip(altitude - 110e3, 0.0, 10e3)
    above = jnp.maximum(altitude - 120e3, 0.0)
    span = _EXOSPHERE - _T120
    reduced = above * ((EARTH_RADIUS + 120e3) / (EARTH_RADIUS + altitude))
    return ellipse + line + span * (1 - jnp.exp((-_GRADIENT / span) * reduced))


def _cell(altitude: Scalar) -> tuple[Int[Array, ""], Scalar]:
    """Number of the cell and place in it, 0 to 1; the least of the sectors' lines is the one that holds."""
    cells = _cells()
    number = cells.rate[0] * altitude + cells.offset[0]
    for rate, offset in zip(cells.rate[1:], cells.offset[1:], strict=True):
        number = jnp.minimum(number, rate * altitude + offset)
    cell = jnp.clip(jnp.floor(number), 0, len(cells.coefficients) - 1)
    return cell.astype(jnp.int32), number - cell


def _cubic(c: Float[Array, "4"], t: Scalar) -> Scalar:
    return c[0] + t * (c[1] + t * (c[2] + t * c[3]))
