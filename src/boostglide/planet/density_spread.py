"""Uncertain density: random deviations of the atmosphere that are alike at neighbouring altitudes."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

import equinox as eqx
import jax.numpy as jnp
import numpy as np
from jax.typing import ArrayLike

from boostglide.core import Flag, Scalar
from boostglide.planet.atmosphere import AbstractAtmosphere, Air, as_float

CELL = 0.6
"""Greatest distance of knots over the correlation length; at 0.6 splines follow the process within 0.5 %."""

MOST_CELLS = 200
"""Cells of a spread; compiled code evaluates each of them."""


class PerturbedAtmosphere(AbstractAtmosphere):
    """Any atmosphere with density and pressure times exp(deviation), a smooth function of altitude.

    The deviation is a sum of cubic B-splines with two continuous derivatives; each member of an ensemble has
    its own coefficients. Temperature and speed of sound are those of the base, so that the gas law holds and
    the balance of pressure and weight does not. Below and above the range of the deviation its end values
    hold; the range of the model is that of the base.

    Build one by `DensitySpread.perturb`.

    Parameters
    ----------
    base
        Atmosphere without deviation.
    coefficients
        Weight of each spline [-].
    bottom, top
        Altitudes between which the deviation varies [m].
    """

    base: AbstractAtmosphere
    coefficients: tuple[Scalar, ...]
    bottom: Scalar = eqx.field(converter=as_float)
    top: Scalar = eqx.field(converter=as_float)

    @property
    def name(self) -> str:
        """Name of the base, and that its density is varied."""
        return f"{self.base.name}, density varied along altitude"

    @property
    def references(self) -> tuple[str, ...]:
        """References of the base and of the deviation."""
        return (*self.base.references, "rasmussen2006")

    def deviation(self, altitude: Scalar) -> Scalar:
        """Logarithm of the density over that of the base.

        Parameters
        ----------
        altitude
            Geometric altitude [m].

        Returns
        -------
        Scalar
            Deviation [-].
        """
        # The outermost splines are centred two cells beyond the range: two more than each end would need.
        cells = len(self.coefficients) - 5
        inside = jnp.clip(altitude, self.bottom, self.top)
        place = (inside - self.bottom) * (cells / (self.top - self.bottom)) + 2.0
        total = jnp.zeros_like(place)
        for number, coefficient in enumerate(self.coefficients):
            total = total + coefficient * _spline(place - number)
        return total

    def __call__(self, altitude: Scalar) -> Air:
        """State of the air at an altitude.

        Parameters
        ----------
        altitude
            Geometric altitude [m]; see the base for its range.

        Returns
        -------
        Air
            Density [kg/m^3], pressure [Pa], temperature [K] and speed of sound [m/s].
        """
        air, factor = self.base(altitude), jnp.exp(self.deviation(altitude))
        return air._replace(density=air.density * factor, pressure=air.pressure * factor)

    def contains(self, altitude: Scalar) -> Flag:
        """Whether the base holds at an altitude [m]."""
        return self.base.contains(altitude)

    @property
    def altitude_range(self) -> tuple[Scalar | float, Scalar | float]:
        """Range of the base [m]."""
        return self.base.altitude_range


def _spline(x: Scalar) -> Scalar:
    """Cubic B-spline on the knots -2, -1, 0, 1, 2; deboor2001, chapter 9."""
    distance = jnp.abs(x)
    outer, inner = jnp.maximum(2.0 - distance, 0.0), jnp.maximum(1.0 - distance, 0.0)
    return (1 / 6) * (outer * outer * outer) - (2 / 3) * (inner * inner * inner)


@dataclasses.dataclass(frozen=True)
class DensitySpread:
    """How far, and over which heights, the logarithm of density departs from a model.

    The deviation is a Gaussian process of mean zero, so that the density of the model is the median. Its
    standard deviation is linear between the given altitudes. Two altitudes at a distance d are correlated by
    exp(-d^2 / (2 L^2)) with the correlation length L: 0.61 at one length, 0.14 at two. Splines represent the
    process within 0.5 % of the standard deviation and 0.005 in correlation where the standard deviation is
    constant.

    Parameters
    ----------
    altitudes
        Rising geometric altitudes [m], at least two; beyond, the deviation at the nearer end holds.
    standard_deviations
        Standard deviation of the logarithm of density at each [-]; 0.1 is about ten per cent.
    correlation_length
        Height L over which deviations are alike [m].

    Raises
    ------
    ValueError
        If the altitudes do not rise, a number is negative or not finite, the columns differ in length, or the
        correlation length is so short that more than 200 cells would be needed.

    References
    ----------
    rasmussen2006, equation 4.9 (squared-exponential covariance); deboor2001, chapter 9 (splines).
    """

    altitudes: Sequence[float]
    standard_deviations: Sequence[float]
    correlation_length: float

    def __post_init__(self):
        altitude, deviation = np.asarray(self.altitudes, float), np.asarray(self.standard_deviations, float)
        rises = altitude.ndim == 1 and altitude.size >= 2 and bool((np.diff(altitude) > 0).all())
        if not (rises and np.isfinite(altitude).all()):
            raise ValueError(
                "Argument `altitudes` must hold at least two finite, rising numbers, but does not."
            )
        if deviation.shape != altitude.shape or not ((deviation >= 0) & np.isfinite(deviation)).all():
            raise ValueError(
                "Argument `standard_deviations` must hold one number for each altitude, none negative."
            )
        shortest = (altitude[-1] - altitude[0]) / (CELL * MOST_CELLS)
        if not shortest <= self.correlation_length < math.inf:
            raise ValueError(
                f"Argument `correlation_length` must be at least {shortest:.0f} m for this range of "
                f"altitudes, but is {self.correlation_length:g} m."
            )

    @property
    def columns(self) -> int:
        """Number of standard normal numbers that each member needs."""
        return self._cells + 3

    def perturb(self, base: AbstractAtmosphere, normals: ArrayLike) -> PerturbedAtmosphere:
        """An atmosphere that deviates, for one member or for many.

        Parameters
        ----------
        base
            Atmosphere without deviation.
        normals
            Independent standard normal numbers [-], of shape (members, columns), or (columns,) for one.

        Raises
        ------
        ValueError
            If there are not as many columns as the spread needs.
        """
        return PerturbedAtmosphere(base, self.coefficients(normals), self.altitudes[0], self.altitudes[-1])

    def coefficients(self, normals: ArrayLike) -> tuple[Scalar, ...]:
        """Weights of the splines, each for every member.

        Parameters
        ----------
        normals
            Independent standard normal numbers [-], of shape (members, columns), or (columns,) for one.

        Returns
        -------
        tuple
            One array of shape (members,) for each spline [-].

        Raises
        ------
        ValueError
            If there are not as many columns as the spread needs.
        """
        numbers = np.asarray(normals, dtype=float)
        if numbers.ndim not in (1, 2) or numbers.shape[-1] != self.columns:
            raise ValueError(
                f"Argument `normals` must have {self.columns} columns for this spread, but has the shape "
                f"{numbers.shape}."
            )
        weights = numbers @ self._weights().T
        return tuple(jnp.asarray(weights[..., number]) for number in range(weights.shape[-1]))

    @property
    def _cells(self) -> int:
        """Number of cells between the first and the last altitude."""
        span = self.altitudes[-1] - self.altitudes[0]
        return math.ceil(span / (CELL * self.correlation_length) * (1 - 1e-12))

    def _weights(self) -> np.ndarray:
        """Matrix from standard normal numbers to coefficients.

        The process is drawn at the knots, one beyond each end included, and interpolated by splines whose
        second derivative vanishes at the outermost knots.
        """
        cells, columns = self._cells, self.columns
        cell = (self.altitudes[-1] - self.altitudes[0]) / cells
        knots = self.altitudes[0] + cell * np.arange(-1, cells + 2)
        apart = (knots[:, None] - knots[None]) / self.correlation_length
        root = np.linalg.cholesky(np.exp(-0.5 * apart * apart))
        deviation = np.interp(knots, self.altitudes, self.standard_deviations)
        splines = np.zeros((columns + 2, columns + 2))
        for row in range(columns):
            splines[row + 1, row : row + 3] = 1 / 6, 4 / 6, 1 / 6
        splines[0, :3] = splines[-1, -3:] = 1, -2, 1
        return np.linalg.solve(splines, np.eye(columns + 2)[:, 1:-1]) @ (deviation[:, None] * root)
