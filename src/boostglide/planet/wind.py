"""Wind: how the air moves over the turning Earth."""

import abc
from typing import ClassVar, Self

import equinox as eqx
import jax.numpy as jnp
import numpy as np
from jax.typing import ArrayLike

from boostglide.core import Array, Flag, Float, Scalar
from boostglide.planet.atmosphere import Remark, as_float

FEWEST_POINTS, MOST_POINTS = 2, 10_000
"""Numbers of points that a wind profile may have."""


class AbstractWind(eqx.Module):
    """Horizontal velocity of the air relative to the ground, towards where the air moves.

    `name` is a phrase for outputs, `references` are keys of the bibliography; a model that is built from data
    has them as properties. The directions at a position are those of `geodetic_axes`.
    """

    name: ClassVar[str]
    references: ClassVar[tuple[str, ...]]

    @abc.abstractmethod
    def __call__(self, altitude: Scalar) -> tuple[Scalar, Scalar]:
        """Eastward and northward velocity of the air [m/s] at a geometric altitude [m]."""

    @abc.abstractmethod
    def contains(self, altitude: Scalar) -> Flag:
        """Whether the model holds at a geometric altitude [m]."""


class ConstantWind(AbstractWind):
    """The same wind at every altitude.

    Parameters
    ----------
    eastward, northward
        Velocity of the air [m/s]; a wind from the west is eastward.
    """

    eastward: Scalar = eqx.field(converter=as_float, default=0.0)
    northward: Scalar = eqx.field(converter=as_float, default=0.0)
    name: ClassVar[str] = "constant wind"
    references: ClassVar[tuple[str, ...]] = ()

    def __call__(self, altitude: Scalar) -> tuple[Scalar, Scalar]:
        """Velocity of the air.

        Parameters
        ----------
        altitude
            Geometric altitude [m]; any.

        Returns
        -------
        tuple
            Eastward and northward velocity of the air [m/s].
        """
        still = jnp.zeros_like(altitude)
        return self.eastward + still, self.northward + still

    def contains(self, altitude: Scalar) -> Flag:
        """Whether an altitude [m] is a number."""
        return ~jnp.isnan(altitude)


class WindProfile(AbstractWind):
    """Piecewise-linear wind over altitude from a table, which all members of an ensemble share.

    Below the first and above the last point the wind of that point holds, and `contains` is false.

    Build one by `from_points`.

    Parameters
    ----------
    knots
        Altitudes of the points [m], rising, of shape (1, points).
    lines
        For each point: altitude [m], eastward velocity [m/s] and its gradient [1/s] above the point,
        northward velocity [m/s] and its gradient [1/s]. Shape (points, 5).
    scale
        Multiplies the wind at every altitude [-]; it lets an ensemble vary the wind.
    remark
        Name and references of the profile.
    """

    knots: Float[Array, "1 points"] = eqx.field(converter=as_float)
    lines: Float[Array, "points 5"] = eqx.field(converter=as_float)
    scale: Scalar = eqx.field(converter=as_float, default=1.0)
    remark: Remark = eqx.field(static=True, default=Remark("wind profile"))

    @classmethod
    def from_points(
        cls,
        altitudes: ArrayLike,
        eastward: ArrayLike,
        northward: ArrayLike,
        *,
        scale: ArrayLike = 1.0,
        name: str = "wind profile",
        references: tuple[str, ...] = (),
    ) -> Self:
        """Build from the points of a table.

        Parameters
        ----------
        altitudes
            Geometric altitudes [m], rising; 2 to 10,000 of them.
        eastward, northward
            Velocity of the air at each [m/s].
        scale
            Multiplies the wind [-]; one number, or one for each member.
        name
            What the profile is, for outputs.
        references
            Keys of the bibliography.

        Raises
        ------
        ValueError
            If there are too few or too many points, if the columns differ in length, if a number is not
            finite, or if an altitude does not rise.
        """
        columns = [np.asarray(values, dtype=float) for values in (altitudes, eastward, northward)]
        altitude = columns[0]
        if altitude.ndim != 1 or not FEWEST_POINTS <= altitude.size <= MOST_POINTS:
            raise ValueError(
                f"Argument `altitudes` must hold {FEWEST_POINTS} to {MOST_POINTS:,} numbers in a row, but "
                f"has the shape {altitude.shape}."
            )
        for key, column in zip(("altitudes", "eastward", "northward"), columns, strict=True):
            if column.shape != altitude.shape or not np.isfinite(column).all():
                raise ValueError(
                    f"Argument `{key}` must hold one finite number for each of the {altitude.size} altitudes."
                )
        if (np.diff(altitude) <= 0).any():
            raise ValueError("Argument `altitudes` must rise from point to point, but does not.")
        slopes = [np.append(np.diff(column) / np.diff(altitude), 0.0) for column in columns[1:]]
        lines = np.stack([altitude, columns[1], slopes[0], columns[2], slopes[1]], axis=1)
        return cls(altitude[None], lines, scale, Remark(name, references))

    @property
    def name(self) -> str:
        """What the profile is."""
        return self.remark.text

    @property
    def references(self) -> tuple[str, ...]:
        """Keys of the bibliography."""
        return self.remark.references

    def __call__(self, altitude: Scalar) -> tuple[Scalar, Scalar]:
        """Velocity of the air.

        Parameters
        ----------
        altitude
            Geometric altitude [m].

        Returns
        -------
        tuple
            Eastward and northward velocity of the air [m/s].
        """
        knots = self.knots[0]
        altitude = jnp.maximum(altitude, knots[0])
        row = self.lines[jnp.searchsorted(knots, altitude, side="right", method="scan_unrolled") - 1]
        above = altitude - row[0]
        return self.scale * (row[1] + row[2] * above), self.scale * (row[3] + row[4] * above)

    def contains(self, altitude: Scalar) -> Flag:
        """Whether an altitude [m] lies between the first and the last point."""
        return (altitude >= self.knots[0, 0]) & (altitude <= self.knots[0, -1])
