"""An atmosphere from a table over altitude: a sounding, a reference profile, or the output of a model."""

from __future__ import annotations

import equinox as eqx
import jax.numpy as jnp
import numpy as np
from jax.typing import ArrayLike
from scipy.interpolate import PchipInterpolator

from boostglide.core import GAS_CONSTANT, Array, Flag, Float, Scalar
from boostglide.planet.atmosphere import AbstractAtmosphere, Air, Remark, as_float
from boostglide.planet.us76 import HEAT_CAPACITY_RATIO

FEWEST_POINTS, MOST_POINTS = 4, 10_000
"""Numbers of points that a profile may have."""

MOLAR_MASS = 28.9644e-3
"""Molar mass of air near the ground [kg/mol], NOAA-S/T 76-1562."""


class ProfileAtmosphere(AbstractAtmosphere):
    """Air interpolated between the points of a table, which all members of an ensemble share.

    Logarithm of density, temperature, and pressure over density are monotone cubics between the points
    (Fritsch and Carlson): they pass through every point, have continuous slopes and make no extremes of their
    own. The speed of sound is that of a gas with this pressure and density and a heat capacity ratio of 1.4.

    Below the first point the values of the first point hold. Above the last one density continues to fall
    with the scale height that it has there (it stays constant if it does not fall there), and temperature
    holds: a body that climbs beyond the table meets no step and no thick air. Both are outside the range, and
    `contains` says so.

    Build one by `from_points`.

    Parameters
    ----------
    knots
        Altitudes of the points [m], rising, of shape (1, points).
    cubics
        For each point and the stretch above it: coefficients in rising powers of the way above the point, of
        the logarithm of density [-], of temperature [K], and of pressure over density [J/kg]; last the
        altitude of the point [m]. Shape (points, 13).
    density_factor
        Multiplies density and pressure at every altitude [-]; it lets an ensemble vary the air.
    remark
        Name and references of the profile.

    References
    ----------
    fritsch1980.
    """

    knots: Float[Array, "1 points"] = eqx.field(converter=as_float)
    cubics: Float[Array, "points 13"] = eqx.field(converter=as_float)
    density_factor: Scalar = eqx.field(converter=as_float, default=1.0)
    remark: Remark = eqx.field(static=True, default=Remark("profile over altitude"))

    @classmethod
    def from_points(
        cls,
        altitudes: ArrayLike,
        densities: ArrayLike,
        temperatures: ArrayLike,
        pressures: ArrayLike | None = None,
        *,
        molar_mass: float = MOLAR_MASS,
        density_factor: ArrayLike = 1.0,
        name: str = "profile over altitude",
        references: tuple[str, ...] = (),
    ) -> ProfileAtmosphere:
        """Build from the points of a table.

        Parameters
        ----------
        altitudes
            Geometric altitudes [m], rising; 4 to 10,000 of them.
        densities
            Density at each [kg/m^3], positive.
        temperatures
            Kinetic temperature at each [K], positive.
        pressures
            Pressure at each [Pa], positive; without it, pressure follows from the gas law.
        molar_mass
            Molar mass of the air [kg/mol] for the gas law; not used if pressures are given.
        density_factor
            Multiplies density and pressure [-]; one number, or one for each member.
        name
            What the profile is, for outputs.
        references
            Keys of the bibliography.

        Raises
        ------
        ValueError
            If there are too few or too many points, if the columns differ in length, or if a number is not
            finite, an altitude does not rise, or another number is not positive.
        """
        altitude = _column("altitudes", altitudes)
        positive = {"densities": densities, "temperatures": temperatures}
        if pressures is not None:
            positive["pressures"] = pressures
        columns = {key: _positive(key, values, len(altitude)) for key, values in positive.items()}
        if not (np.isfinite(molar_mass) and molar_mass > 0):
            raise ValueError(f"Argument `molar_mass` must be positive, but is {molar_mass} kg/mol.")
        density, temperature = columns["densities"], columns["temperatures"]
        ratio = temperature * (float(GAS_CONSTANT) / molar_mass)
        if pressures is not None:
            ratio = columns["pressures"] / density
        cubics = _cubics(altitude, np.log(density), temperature, ratio)
        return cls(altitude[None], cubics, density_factor, Remark(name, references))

    @property
    def name(self) -> str:
        """What the profile is."""
        return self.remark.text

    @property
    def references(self) -> tuple[str, ...]:
        """Keys of the bibliography."""
        return self.remark.references

    def __call__(self, altitude: Scalar) -> Air:
        """State of the air at an altitude.

        Parameters
        ----------
        altitude
            Geometric altitude [m]; outside the table see the class, and ask `contains`.

        Returns
        -------
        Air
            Density [kg/m^3], pressure [Pa], temperature [K] and speed of sound [m/s].
        """
        knots = self.knots[0]
        altitude = jnp.maximum(altitude, knots[0])
        row = self.cubics[jnp.searchsorted(knots, altitude, side="right", method="scan_unrolled") - 1]
        above = altitude - row[12]
        log_density, temperature, ratio = (_cubic(row[first : first + 4], above) for first in (0, 4, 8))
        density = self.density_factor * jnp.exp(log_density)
        return Air(density, density * ratio, temperature, jnp.sqrt(HEAT_CAPACITY_RATIO * ratio))

    def contains(self, altitude: Scalar) -> Flag:
        """Whether an altitude [m] lies between the first and the last point."""
        return (altitude >= self.knots[0, 0]) & (altitude <= self.knots[0, -1])

    @property
    def altitude_range(self) -> tuple[Scalar, Scalar]:
        """Altitude of the first and of the last point [m]."""
        return self.knots[0, 0], self.knots[0, -1]


def _cubic(c: Float[Array, " four"], x: Scalar) -> Scalar:
    return c[0] + x * (c[1] + x * (c[2] + x * c[3]))


def _column(name: str, values: ArrayLike) -> np.ndarray:
    """Rising, finite altitudes of an allowed number."""
    column = np.asarray(values, dtype=float)
    if column.ndim != 1 or not FEWEST_POINTS <= column.size <= MOST_POINTS:
        raise ValueError(
            f"Argument `{name}` must hold {FEWEST_POINTS} to {MOST_POINTS:,} numbers in a row, but has the "
            f"shape {column.shape}."
        )
    steps = np.diff(column)
    if not np.isfinite(column).all() or (steps <= 0).any():
        at = (
            int(np.argmin(np.isfinite(column)))
            if not np.isfinite(column).all()
            else int(np.argmin(steps)) + 1
        )
        raise ValueError(
            f"Argument `{name}` must be finite and rise from point to point, but point {at + 1} is "
            f"{column[at]:g} m."
        )
    return column


def _positive(name: str, values: ArrayLike, points: int) -> np.ndarray:
    """Positive numbers, one for each altitude."""
    column = np.asarray(values, dtype=float)
    if column.shape != (points,):
        raise ValueError(
            f"Argument `{name}` must hold one number for each of the {points} altitudes, but has the shape "
            f"{column.shape}."
        )
    bad = ~(np.isfinite(column) & (column > 0))
    if bad.any():
        at = int(np.argmax(bad))
        raise ValueError(
            f"Argument `{name}` must be finite and positive, but is {column[at]:g} at point {at + 1}."
        )
    return column


def _cubics(altitude: np.ndarray, *quantities: np.ndarray) -> np.ndarray:
    """Coefficients in rising powers above each point; above the last one see the class."""
    rows = np.zeros((altitude.size, 4 * len(quantities) + 1))
    for number, values in enumerate(quantities):
        fit = PchipInterpolator(altitude, values)
        columns = slice(4 * number, 4 * number + 4)
        rows[:-1, columns] = fit.c[::-1].T
        rows[-1, columns.start] = values[-1]
        if number == 0:
            rows[-1, 1] = min(float(fit(altitude[-1], 1)), 0.0)
    rows[:, -1] = altitude
    return rows
