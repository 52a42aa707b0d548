"""Lift and drag accelerations of a body: what every model of them offers, and the simplest model."""

from __future__ import annotations

import abc
from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Flag, Freestream, Scalar


class AbstractAerodynamics(eqx.Module):
    """Lift and drag of a body, as functions of the stream and of an attitude of the model's own kind.

    The attitude is an angle of attack for models that know one, and a share of the best lift for those that
    are described by a lift-to-drag ratio. Commands speak of either; `attitude_of_lift` and
    `attitude_of_angle` translate.
    """

    references: ClassVar[tuple[str, ...]]

    @abc.abstractmethod
    def accelerations(
        self, stream: Freestream, attitude: Scalar, mass: Scalar | float = 1.0
    ) -> tuple[Scalar, Scalar]:
        """Lift and drag accelerations.

        Parameters
        ----------
        stream
            Undisturbed air as the body meets it.
        attitude
            What the model calls its attitude [-] or [rad].
        mass
            Mass of the body [kg]; 1 where areas are per mass.

        Returns
        -------
        Lift and drag acceleration [m/s^2].
        """

    @abc.abstractmethod
    def attitude_of_lift(self, lift_fraction: Scalar) -> Scalar:
        """Attitude at a share [-] of the lift at the best lift-to-drag ratio."""

    @abc.abstractmethod
    def attitude_of_angle(self, angle_of_attack: Scalar) -> Scalar:
        """Attitude at an angle of attack [rad]; raises ValueError where the model knows no angle."""

    @abc.abstractmethod
    def angle_of_attack(self, attitude: Scalar) -> Scalar:
        """Angle of attack [rad] at an attitude; zero where the model knows no angle."""

    @abc.abstractmethod
    def contains(self, stream: Freestream, attitude: Scalar) -> Flag:
        """Whether the model holds.

        Parameters
        ----------
        stream
            Undisturbed air as the body meets it.
        attitude
            What the model calls its attitude [-] or [rad].
        """


class LiftFractionAerodynamics(AbstractAerodynamics):
    """Models whose attitude is a share of the best lift: they are described by lift and drag there alone."""

    def attitude_of_lift(self, lift_fraction: Scalar) -> Scalar:
        """The share [-] itself."""
        return lift_fraction

    def attitude_of_angle(self, angle_of_attack: Scalar) -> Scalar:
        """Refused: the description says nothing of angles.

        Raises
        ------
        ValueError
            Always.
        """
        raise ValueError(
            "A vehicle that is described by lift and drag at one attitude knows no angle of attack: command "
            "a lift fraction, or describe the vehicle by a table over the angle or by its shape."
        )

    def angle_of_attack(self, attitude: Scalar) -> Scalar:
        """Zero [rad]."""
        return jnp.zeros_like(attitude)


class GlideAerodynamics(LiftFractionAerodynamics):
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
        Mass over drag coefficient times area, at the best lift-to-drag ratio [kg/m^2]; it holds the mass, so
        that the mass in `accelerations` is not used.
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
        self, stream: Freestream, attitude: Scalar, mass: Scalar | float = 1.0
    ) -> tuple[Scalar, Scalar]:
        """Lift and drag accelerations [m/s^2]; Mach number and mass are not used.

        Parameters
        ----------
        stream
            Undisturbed air as the body meets it.
        attitude
            Lift over the lift at the best lift-to-drag ratio, at the same dynamic pressure [-].
        mass
            Not used [kg].

        Returns
        -------
        Lift and drag acceleration [m/s^2].
        """
        pressure = stream.dynamic_pressure
        lift = pressure * self.lift_to_drag * attitude / self.ballistic_coefficient
        drag = pressure * drag_factor(attitude, self.polar) / self.ballistic_coefficient
        return lift, drag

    def contains(self, stream: Freestream, attitude: Scalar) -> Flag:
        """Everywhere: the two numbers state no range of their own.

        Parameters
        ----------
        stream
            Not looked at.
        attitude
            Not looked at [-].
        """
        return jnp.full_like(stream.speed, True, dtype=bool)


def drag_factor(lift_fraction: Scalar, polar: bool) -> Scalar | float:
    """Drag over the drag at the best lift-to-drag ratio [-].

    Parameters
    ----------
    lift_fraction
        Lift over the lift at the best lift-to-drag ratio [-].
    polar
        Whether drag follows the parabolic polar (vinh1980, chapter 5), or does not depend on lift.
    """
    return 0.5 * (1.0 + lift_fraction * lift_fraction) if polar else 1.0
