"""Drag and normal force of a rocket's body at small angles of attack."""

from __future__ import annotations

from typing import ClassVar

import jax.numpy as jnp
import numpy as np
from numpy.typing import ArrayLike

from boostglide.core import Array, Flag, Float, Freestream, Scalar
from boostglide.vehicle.aerodynamics import AbstractAerodynamics
from boostglide.vehicle.interpolation import inside, interpolate, locate
from boostglide.vehicle.table_checks import checked_axis, checked_values, require_positive

GREATEST_ANGLE = 0.2617993877991494
"""Angle of attack up to which a constant slope of the normal force is taken [rad]: 15 deg."""


class RocketAerodynamics(AbstractAerodynamics):
    """Axial force over Mach number and a normal force in proportion to the sine of the angle of attack.

    With C_A the axial-force coefficient at zero angle and s the slope,

        C_N = s sin(alpha),  lift = C_N cos(alpha) - C_A sin(alpha),  drag = C_A cos(alpha) + C_N sin(alpha).

    A slender body without fins has s = 2 per radian on its base area (slender-body theory); bodies with fins
    and flares have more. Holds to about 15 deg (`GREATEST_ANGLE`), above which flow that separates on the lee
    side adds a normal force in proportion to the square of the sine, which is left out; `contains` says so.
    The attitude is the total angle of attack. Sine and cosine are their series to the fifth and sixth order,
    whose error is below 1e-7 up to that angle.

    Parameters
    ----------
    drag_table
        Rising Mach numbers [-] and axial-force coefficients at zero angle of attack [-], shape (2, number).
    normal_force_slope
        Normal-force coefficient per radian [1/rad].
    reference_area
        Area of the coefficients [m^2].
    trim_angle
        Angle of attack at a lift fraction of one [rad].
    drag_scale, lift_scale
        Factors on the axial and the normal force [-]; they let an ensemble vary them.

    References
    ----------
    allen1951, equation 22 and the discussion of its first term (slope 2 per radian of a slender body).
    """

    drag_table: Float[Array, "2 mach"]
    normal_force_slope: Scalar
    reference_area: Scalar
    trim_angle: Scalar | float = 0.0
    drag_scale: Scalar | float = 1.0
    lift_scale: Scalar | float = 1.0
    references: ClassVar[tuple[str, ...]] = ("allen1951",)

    @classmethod
    def from_table(
        cls,
        mach: ArrayLike,
        drag_coefficient: ArrayLike,
        *,
        normal_force_slope: float,
        reference_area: float,
    ) -> RocketAerodynamics:
        """Build from a table after checking it.

        Parameters
        ----------
        mach
            Rising Mach numbers, at least 0 [-]; one alone means that the coefficient holds at every one.
        drag_coefficient
            Axial-force coefficient at zero angle of attack for each [-], at least 0.
        normal_force_slope
            Normal-force coefficient per radian [1/rad], at least 0.
        reference_area
            Area of the coefficients [m^2], above 0.

        Raises
        ------
        ValueError
            If the table does not rise, has gaps or negative coefficients, or the area is not positive.
        """
        machs = checked_axis("mach", mach, least=0.0)
        column = np.atleast_1d(np.asarray(drag_coefficient, dtype=float))[:, None]
        drag = checked_values("drag_coefficient", column, (machs.size, 1, 1), least=0.0)
        require_positive(reference_area=reference_area)
        if not normal_force_slope >= 0:
            raise ValueError(
                f"Argument `normal_force_slope` must be at least 0, but is {normal_force_slope:g}."
            )
        table = jnp.asarray(np.stack([machs, drag[:, 0, 0]]))
        numbers = (normal_force_slope, reference_area, 0.0, 1.0, 1.0)
        return cls(table, *(jnp.asarray(each, dtype=float) for each in numbers))

    def coefficients(self, mach: Scalar, angle_of_attack: Scalar) -> tuple[Scalar, Scalar]:
        """Lift and drag coefficients [-].

        Parameters
        ----------
        mach
            Mach number [-]; outside the table the end value holds.
        angle_of_attack
            Total angle of attack [rad], up to about 0.26.
        """
        axial = interpolate(self.drag_table[1], (locate(self.drag_table[:1], mach),)) * self.drag_scale
        square = angle_of_attack * angle_of_attack
        sine = angle_of_attack * (1.0 - square * (1.0 / 6.0 - square * (1.0 / 120.0)))
        cosine = 1.0 - square * (0.5 - square * (1.0 / 24.0 - square * (1.0 / 720.0)))
        normal = self.normal_force_slope * sine * self.lift_scale
        return normal * cosine - axial * sine, axial * cosine + normal * sine

    def accelerations(
        self, stream: Freestream, attitude: Scalar, mass: Scalar | float = 1.0
    ) -> tuple[Scalar, Scalar]:
        """Lift and drag accelerations [m/s^2].

        Parameters
        ----------
        stream
            Undisturbed air as the body meets it.
        attitude
            Total angle of attack [rad].
        mass
            Mass of the rocket [kg].

        Returns
        -------
        Lift and drag acceleration [m/s^2].
        """
        lift, drag = self.coefficients(stream.mach, attitude)
        scale = stream.dynamic_pressure * self.reference_area / mass
        return scale * lift, scale * drag

    def contains(self, stream: Freestream, attitude: Scalar) -> Flag:
        """Whether the Mach number lies in the table and the angle [rad] is small enough.

        Parameters
        ----------
        stream
            Undisturbed air as the body meets it.
        attitude
            Total angle of attack [rad].
        """
        return inside(self.drag_table[:1], stream.mach) & (jnp.abs(attitude) <= GREATEST_ANGLE)

    def attitude_of_lift(self, lift_fraction: Scalar) -> Scalar:
        """The trim angle [rad] times the share [-]; zero for a rocket that flies along its velocity."""
        return lift_fraction * self.trim_angle

    def attitude_of_angle(self, angle_of_attack: Scalar) -> Scalar:
        """The angle [rad] itself."""
        return angle_of_attack

    def angle_of_attack(self, attitude: Scalar) -> Scalar:
        """The attitude itself [rad]."""
        return attitude
