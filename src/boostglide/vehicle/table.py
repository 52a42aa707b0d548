"""Lift and drag coefficients as tables over Mach number, angle of attack and degree of rarefaction."""

from __future__ import annotations

from typing import ClassVar, Literal

import equinox as eqx
import jax.numpy as jnp
import numpy as np
from numpy.typing import ArrayLike

from boostglide.core import Array, Flag, Float, Freestream, Scalar
from boostglide.planet import dynamic_viscosity, mean_free_path
from boostglide.vehicle.aerodynamics import AbstractAerodynamics
from boostglide.vehicle.interpolation import inside, interpolate, locate
from boostglide.vehicle.table_checks import checked_axes, checked_values, require_positive

Rarefaction = Literal["none", "knudsen", "reynolds"]
"""What the third axis counts: nothing, or the decimal logarithm of the Knudsen or the Reynolds number."""

_LEAST = 1e-30
"""Least Knudsen and Reynolds number: their logarithm and its derivative stay finite."""


class AerodynamicTable(AbstractAerodynamics):
    """Lift and drag coefficients over Mach number, angle of attack and optionally Knudsen or Reynolds number.

    Between the knots the coefficients are linear in each coordinate; outside, the end value holds and
    `contains` says so. The attitude is the angle of attack. A positive angle turns the belly to the stream
    and a positive lift points to the back. For a body that is `symmetric` about its axis the angles of the
    table start at zero, and at a negative angle the lift is minus that at the positive one and the drag is
    the same. A blunt capsule has negative lift at a positive angle: it flies at a negative one.

    Parameters
    ----------
    mach_axis
        Rising Mach numbers [-], shape (1, number).
    angle_axis
        Rising angles of attack [rad], shape (1, number).
    rarefaction_axis
        Rising decimal logarithms of the Knudsen or Reynolds number [-], shape (1, number).
    lift_coefficient, drag_coefficient
        Coefficients [-] over the three axes.
    reference_area
        Area of the coefficients [m^2], or area over mass [m^2/kg] where flights carry no mass.
    reference_length
        Length of the Knudsen and Reynolds number [m].
    trim_angle
        Angle of attack at a lift fraction of one [rad].
    lift_scale, drag_scale
        Factors on the coefficients [-]; they let an ensemble vary them.
    rarefaction
        What the third axis counts: "none", "knudsen" or "reynolds".
    symmetric
        Whether the body is symmetric about its axis and the table holds angles from zero up.
    """

    mach_axis: Float[Array, "1 mach"]
    angle_axis: Float[Array, "1 angle"]
    rarefaction_axis: Float[Array, "1 rarefaction"]
    lift_coefficient: Float[Array, "mach angle rarefaction"]
    drag_coefficient: Float[Array, "mach angle rarefaction"]
    reference_area: Scalar
    reference_length: Scalar
    trim_angle: Scalar
    lift_scale: Scalar | float = 1.0
    drag_scale: Scalar | float = 1.0
    rarefaction: Rarefaction = eqx.field(static=True, default="none")
    symmetric: bool = eqx.field(static=True, default=False)
    references: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def from_table(
        cls,
        mach: ArrayLike,
        angle_of_attack: ArrayLike,
        lift_coefficient: ArrayLike,
        drag_coefficient: ArrayLike,
        *,
        reference_area: float,
        reference_length: float = 1.0,
        trim_angle: float | None = None,
        rarefaction: Rarefaction = "none",
        rarefaction_logarithm: ArrayLike | None = None,
        symmetric: bool = False,
    ) -> AerodynamicTable:
        """Build from tables after checking them.

        Parameters
        ----------
        mach, angle_of_attack
            Rising Mach numbers from 0 up [-] and angles between -pi and pi [rad], from 0 up for a symmetric
            body; an axis of one point means that the coefficients do not depend on it.
        lift_coefficient, drag_coefficient
            Coefficients of shape (mach, angle), or (mach, angle, rarefaction) [-]; no drag is negative.
        reference_area, reference_length
            Area of the coefficients [m^2] and length of the Knudsen or Reynolds number [m].
        trim_angle
            Angle at a lift fraction of one [rad]; where None, that of the best lift-to-drag ratio at the
            greatest Mach number of the table and the first point of the third axis.
        rarefaction
            What the third axis counts: "none", "knudsen" or "reynolds".
        rarefaction_logarithm
            Rising decimal logarithms of that number [-].
        symmetric
            Whether the body is symmetric about its axis.

        Raises
        ------
        ValueError
            If an axis does not rise, a table has gaps or another shape, a drag coefficient is negative, or an
            area or length is not positive.
        """
        axes = checked_axes(mach, angle_of_attack, rarefaction_logarithm, rarefaction != "none", symmetric)
        require_positive(reference_area=reference_area, reference_length=reference_length)
        shape = tuple(axis.size for axis in axes)
        lift = checked_values("lift_coefficient", lift_coefficient, shape)
        drag = checked_values("drag_coefficient", drag_coefficient, shape, least=0.0)
        table = cls(
            *(jnp.asarray(axis[None, :]) for axis in axes),
            *(jnp.asarray(values) for values in (lift, drag)),
            *(
                jnp.asarray(number, dtype=float)
                for number in (reference_area, reference_length, 0.0, 1.0, 1.0)
            ),
            rarefaction=rarefaction,
            symmetric=symmetric,
        )
        trim = table.best_angle(float(axes[0][-1])) if trim_angle is None else float(trim_angle)
        return eqx.tree_at(lambda each: each.trim_angle, table, jnp.asarray(trim, dtype=float))

    def coefficients(
        self, mach: Scalar, angle_of_attack: Scalar, rarefaction_logarithm: Scalar | None = None
    ) -> tuple[Scalar, Scalar]:
        """Lift and drag coefficients [-].

        Parameters
        ----------
        mach
            Mach number [-].
        angle_of_attack
            Angle of attack [rad].
        rarefaction_logarithm
            Decimal logarithm of the Knudsen or Reynolds number [-]; None where the table has no such axis.
        """
        third = jnp.zeros_like(mach) if rarefaction_logarithm is None else rarefaction_logarithm
        mirrored = angle_of_attack < 0.0
        angle = jnp.where(mirrored, -angle_of_attack, angle_of_attack) if self.symmetric else angle_of_attack
        places = (
            locate(self.mach_axis, mach),
            locate(self.angle_axis, angle),
            locate(self.rarefaction_axis, third),
        )
        lift = interpolate(self.lift_coefficient, places) * self.lift_scale
        drag = interpolate(self.drag_coefficient, places) * self.drag_scale
        return (jnp.where(mirrored, -lift, lift) if self.symmetric else lift), drag

    def accelerations(
        self, stream: Freestream, attitude: Scalar, mass: Scalar | float = 1.0
    ) -> tuple[Scalar, Scalar]:
        """Lift and drag accelerations [m/s^2].

        Parameters
        ----------
        stream
            Undisturbed air as the body meets it.
        attitude
            Angle of attack [rad].
        mass
            Mass of the body [kg].

        Returns
        -------
        Lift and drag acceleration [m/s^2].
        """
        lift, drag = self.coefficients(stream.mach, attitude, self.rarefaction_of(stream))
        scale = stream.dynamic_pressure * self.reference_area / mass
        return scale * lift, scale * drag

    def rarefaction_of(self, stream: Freestream) -> Scalar | None:
        """Decimal logarithm of the Knudsen or Reynolds number [-]; None where the table has no such axis.

        The mean free path and the viscosity are those of undissociated air in the undisturbed stream (us76,
        equations 46 and 51).

        Parameters
        ----------
        stream
            Undisturbed air as the body meets it.
        """
        if self.rarefaction == "none":
            return None
        if self.rarefaction == "knudsen":
            number = mean_free_path(stream.pressure, stream.temperature) / self.reference_length
        else:
            viscosity = dynamic_viscosity(stream.temperature)
            number = stream.density * stream.speed * self.reference_length / viscosity
        return jnp.log10(jnp.maximum(number, _LEAST))

    def contains(self, stream: Freestream, attitude: Scalar) -> Flag:
        """Whether Mach number, angle of attack [rad] and rarefaction all lie inside the table.

        Parameters
        ----------
        stream
            Undisturbed air as the body meets it.
        attitude
            Angle of attack [rad].
        """
        angle = jnp.abs(attitude) if self.symmetric else attitude
        found = inside(self.mach_axis, stream.mach) & inside(self.angle_axis, angle)
        third = self.rarefaction_of(stream)
        return found if third is None else found & inside(self.rarefaction_axis, third)

    def attitude_of_lift(self, lift_fraction: Scalar) -> Scalar:
        """The trim angle [rad] times the share [-].

        The lift of a blunt body is not proportional to its angle, so that half of the trim angle is not
        exactly half of the lift.
        """
        return lift_fraction * self.trim_angle

    def attitude_of_angle(self, angle_of_attack: Scalar) -> Scalar:
        """The angle [rad] itself."""
        return angle_of_attack

    def angle_of_attack(self, attitude: Scalar) -> Scalar:
        """The attitude itself [rad]."""
        return attitude

    def best_angle(self, mach: float, rarefaction_logarithm: float | None = None) -> float:
        """Angle of the best lift-to-drag ratio, outside compiled code.

        Between two knots lift and drag are linear in the angle, so that their ratio has no maximum inside:
        the best angle is a knot, and as exact as the angles are close. A symmetric body whose lift is
        negative at a positive angle has its best angle below zero.

        Parameters
        ----------
        mach
            Mach number [-]; outside the table the end value holds.
        rarefaction_logarithm
            Decimal logarithm of the Knudsen or Reynolds number [-]; where None, the first of the axis.

        Returns
        -------
        Angle of attack [rad].

        Raises
        ------
        ValueError
            If the drag vanishes at every angle.
        """
        third = self.rarefaction_axis[0, 0] if rarefaction_logarithm is None else rarefaction_logarithm
        angles = np.asarray(self.angle_axis[0])
        at = [
            self.coefficients(*(jnp.asarray(value, dtype=float) for value in (mach, angle, third)))
            for angle in angles
        ]
        ratios = np.array([float(lift) / float(drag) if drag > 0 else np.nan for lift, drag in at])
        if np.all(np.isnan(ratios)):
            raise ValueError(
                "The best lift-to-drag ratio needs a drag above zero at some angle, but has none."
            )
        best = int(np.nanargmax(np.abs(ratios) if self.symmetric else ratios))
        return float(-angles[best] if self.symmetric and ratios[best] < 0 else angles[best])
