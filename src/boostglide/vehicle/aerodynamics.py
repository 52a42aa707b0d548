"""Lift and drag accelerations of a body with given lift-to-drag ratio and ballistic coefficient."""

from __future__ import annotations

import abc
from collections.abc import Sequence
from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Flag, Scalar
from boostglide.vehicle.hinge import HingeSum


class AbstractAerodynamics(eqx.Module):
    """Lift and drag of a body over its mass."""

    references: ClassVar[tuple[str, ...]]

    @abc.abstractmethod
    def accelerations(
        self, dynamic_pressure: Scalar, lift_fraction: Scalar, mach: Scalar | None = None
    ) -> tuple[Scalar, Scalar]:
        """Lift and drag accelerations [m/s^2].

        Parameters
        ----------
        dynamic_pressure
            Dynamic pressure [Pa].
        lift_fraction
            Lift over the lift at the best lift-to-drag ratio, at the same dynamic pressure [-].
        mach
            Mach number [-], for models that depend on it.

        Returns
        -------
        Lift and drag acceleration [m/s^2].
        """


class GlideAerodynamics(AbstractAerodynamics):
    """A constant best lift-to-drag ratio and ballistic coefficient, with a parabolic polar about them.

    With u the lift fraction, q the dynamic pressure and b the ballistic coefficient,

        lift = (q / b) (L/D) u,    drag = (q / b) (1 + u^2) / 2,

    so that u = 1 flies at the best lift-to-drag ratio, and u = 0 at the zero-lift drag, half of that at the
    best lift-to-drag ratio: on a parabolic polar the two halves of the drag are equal there. A body that is
    described by its ballistic coefficient without lift therefore needs ``polar=False``, where drag does not
    depend on u. Valid where both coefficients hardly depend on Mach number, that is well above Mach 5.

    Parameters
    ----------
    lift_to_drag
        Best lift-to-drag ratio [-].
    ballistic_coefficient
        Mass over drag coefficient times area, at the best lift-to-drag ratio [kg/m^2].
    polar
        Whether drag follows the polar, or is q / b for every lift.

    References
    ----------
    vinh1980, chapter 5 (parabolic drag polar, maximum lift-to-drag ratio).
    """

    lift_to_drag: Scalar
    ballistic_coefficient: Scalar
    polar: bool = eqx.field(static=True, default=True)
    references: ClassVar[tuple[str, ...]] = ("vinh1980",)

    def accelerations(
        self, dynamic_pressure: Scalar, lift_fraction: Scalar, mach: Scalar | None = None
    ) -> tuple[Scalar, Scalar]:
        """Lift and drag accelerations [m/s^2]; the Mach number is not used.

        Parameters
        ----------
        dynamic_pressure
            Dynamic pressure [Pa].
        lift_fraction
            Lift over the lift at the best lift-to-drag ratio [-].
        mach
            Not used [-].

        Returns
        -------
        Lift and drag acceleration [m/s^2].
        """
        lift = dynamic_pressure * self.lift_to_drag * lift_fraction / self.ballistic_coefficient
        drag = dynamic_pressure * _drag_factor(lift_fraction, self.polar) / self.ballistic_coefficient
        return lift, drag


class TabulatedAerodynamics(AbstractAerodynamics):
    """Lift and drag coefficients at the best lift-to-drag ratio as piecewise-linear tables over Mach number.

    Below the first and above the last Mach number of a table its end value holds; `contains` says whether a
    Mach number lies inside both.

    Parameters
    ----------
    lift_coefficient, drag_coefficient
        Coefficients over Mach number [-].
    reference_area
        Area of the coefficients [m^2].
    mass
        Mass of the body [kg].
    polar
        Whether drag follows the parabolic polar in the lift fraction, or does not depend on it.

    References
    ----------
    vinh1980, chapter 5 (parabolic drag polar).
    """

    lift_coefficient: HingeSum
    drag_coefficient: HingeSum
    reference_area: Scalar
    mass: Scalar
    polar: bool = eqx.field(static=True, default=True)
    references: ClassVar[tuple[str, ...]] = ("vinh1980",)

    @classmethod
    def from_tables(
        cls,
        mach: Sequence[float],
        lift_coefficients: Sequence[float],
        drag_coefficients: Sequence[float],
        *,
        reference_area: float,
        mass: float,
        polar: bool = True,
    ) -> TabulatedAerodynamics:
        """Build from tables over common Mach numbers.

        Parameters
        ----------
        mach
            Rising Mach numbers [-], at least two.
        lift_coefficients, drag_coefficients
            Coefficients at the best lift-to-drag ratio [-].
        reference_area
            Area of the coefficients [m^2].
        mass
            Mass of the body [kg].
        polar
            Whether drag follows the parabolic polar.

        Raises
        ------
        ValueError
            If a table is malformed, or the area, the mass or a drag coefficient is not positive.
        """
        if not (reference_area > 0 and mass > 0 and min(drag_coefficients, default=0) > 0):
            raise ValueError(
                "Arguments `reference_area`, `mass` and `drag_coefficients` must be positive, but are "
                f"{reference_area}, {mass} and {list(drag_coefficients)}."
            )
        return cls(
            HingeSum.from_table(mach, lift_coefficients),
            HingeSum.from_table(mach, drag_coefficients),
            jnp.asarray(reference_area, dtype=float),
            jnp.asarray(mass, dtype=float),
            polar,
        )

    def contains(self, mach: Scalar) -> Flag:
        """Whether a Mach number [-] lies inside both tables."""
        return self.lift_coefficient.contains(mach) & self.drag_coefficient.contains(mach)

    def accelerations(
        self, dynamic_pressure: Scalar, lift_fraction: Scalar, mach: Scalar | None = None
    ) -> tuple[Scalar, Scalar]:
        """Lift and drag accelerations [m/s^2].

        Parameters
        ----------
        dynamic_pressure
            Dynamic pressure [Pa].
        lift_fraction
            Lift over the lift at the best lift-to-drag ratio [-].
        mach
            Mach number [-].

        Returns
        -------
        Lift and drag acceleration [m/s^2].

        Raises
        ------
        ValueError
            If no Mach number is given.
        """
        if mach is None:
            raise ValueError("Argument `mach` must be given, because tabulated coefficients depend on it.")
        force = dynamic_pressure * self.reference_area
        lift = force * self.lift_coefficient(mach) * lift_fraction / self.mass
        drag = force * self.drag_coefficient(mach) * _drag_factor(lift_fraction, self.polar) / self.mass
        return lift, drag


def _drag_factor(lift_fraction: Scalar, polar: bool) -> Scalar | float:
    """Drag over the drag at the best lift-to-drag ratio [-]."""
    return 0.5 * (1.0 + lift_fraction * lift_fraction) if polar else 1.0
