"""Lift and drag coefficients as tables over Mach number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Flag, Freestream, Scalar
from boostglide.vehicle.aerodynamics import LiftFractionAerodynamics, drag_factor
from boostglide.vehicle.hinge import HingeSum


class TabulatedAerodynamics(LiftFractionAerodynamics):
    """Lift and drag coefficients at the best lift-to-drag ratio as piecewise-linear tables over Mach number.

    Below the first and above the last Mach number of a table its end value holds; `contains` says whether a
    Mach number lies inside both. A table of one Mach number is a constant coefficient.

    Parameters
    ----------
    lift_coefficient, drag_coefficient
        Coefficients over Mach number [-].
    reference_area
        Area of the coefficients [m^2], or area over mass [m^2/kg] where flights carry no mass.
    polar
        Whether drag follows the parabolic polar in the lift fraction, or does not depend on it.
    drag_scale
        Factor on the drag coefficient [-]; it lets an ensemble vary the drag.

    References
    ----------
    vinh1980, chapter 5 (parabolic drag polar).
    """

    lift_coefficient: HingeSum
    drag_coefficient: HingeSum
    reference_area: Scalar
    polar: bool = eqx.field(static=True, default=True)
    drag_scale: Scalar | float = 1.0
    references: ClassVar[tuple[str, ...]] = ("vinh1980",)

    @classmethod
    def from_tables(
        cls,
        mach: Sequence[float],
        lift_coefficients: Sequence[float],
        drag_coefficients: Sequence[float],
        *,
        reference_area: float,
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
        polar
            Whether drag follows the parabolic polar.

        Raises
        ------
        ValueError
            If a table is malformed, or the area or a drag coefficient is not positive.
        """
        if not (reference_area > 0 and min(drag_coefficients, default=0) > 0):
            raise ValueError(
                "Arguments `reference_area` and `drag_coefficients` must be positive, but are "
                f"{reference_area} and {list(drag_coefficients)}."
            )
        return cls(
            HingeSum.from_table(mach, lift_coefficients),
            HingeSum.from_table(mach, drag_coefficients),
            jnp.asarray(reference_area, dtype=float),
            polar,
        )

    def contains(self, stream: Freestream, attitude: Scalar) -> Flag:
        """Whether the Mach number lies inside both tables.

        Parameters
        ----------
        stream
            Undisturbed air as the body meets it.
        attitude
            Not looked at [-].
        """
        return self.lift_coefficient.contains(stream.mach) & self.drag_coefficient.contains(stream.mach)

    def accelerations(
        self, stream: Freestream, attitude: Scalar, mass: Scalar | float = 1.0
    ) -> tuple[Scalar, Scalar]:
        """Lift and drag accelerations [m/s^2].

        Parameters
        ----------
        stream
            Undisturbed air as the body meets it.
        attitude
            Lift over the lift at the best lift-to-drag ratio [-].
        mass
            Mass of the body [kg].

        Returns
        -------
        Lift and drag acceleration [m/s^2].
        """
        mach, scale = stream.mach, stream.dynamic_pressure * self.reference_area / mass
        lift = scale * self.lift_coefficient(mach) * attitude
        drag = scale * self.drag_coefficient(mach) * drag_factor(attitude, self.polar) * self.drag_scale
        return lift, drag
