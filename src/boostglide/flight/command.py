"""How a vehicle is flown relative to the air: its attitude and its bank."""

import abc
from typing import NamedTuple

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.flight.state import FlightPoint
from boostglide.vehicle import AbstractAerodynamics

SMALLEST_SUPPORT = (
    0.5  # [m/s^2] lift needed that the damping law reckons with at the least, near orbital speed
)


class Steering(NamedTuple):
    """What a command asks for: attitude of the vehicle's own kind, cosine and sine of the bank [-]."""

    attitude: Scalar
    cosine_bank: Scalar
    sine_bank: Scalar


class AbstractCommand(eqx.Module):
    """A law that sets attitude and bank from the point of flight alone; it knows no place on the ground."""

    @abc.abstractmethod
    def __call__(self, point: FlightPoint, aerodynamics: AbstractAerodynamics) -> Steering:
        """Steering at a point.

        Parameters
        ----------
        point
            Where the body is.
        aerodynamics
            Lift and drag of the body; it says what an attitude means.
        """


class ConstantAngle(AbstractCommand):
    """Constant angle of attack, as a constant share of the best lift, at a constant bank.

    Parameters
    ----------
    lift_fraction
        Lift over lift at the best lift-to-drag ratio [-]; 0 is a ballistic body.
    cosine_bank, sine_bank
        Of the bank angle, positive to the right; see `at_bank` [-].
    """

    lift_fraction: Scalar
    cosine_bank: Scalar
    sine_bank: Scalar

    @classmethod
    def at_bank(cls, lift_fraction: Scalar, bank: Scalar) -> "ConstantAngle":
        """The law for a bank angle [rad]; its cosine and sine are taken once, outside the integration."""
        bank = jnp.asarray(bank, dtype=float)
        return cls(jnp.asarray(lift_fraction, dtype=float), jnp.cos(bank), jnp.sin(bank))

    def __call__(self, point: FlightPoint, aerodynamics: AbstractAerodynamics) -> Steering:
        """The same steering everywhere."""
        return Steering(aerodynamics.attitude_of_lift(self.lift_fraction), self.cosine_bank, self.sine_bank)


class AngleOfAttack(AbstractCommand):
    """Constant angle of attack at a constant bank, for vehicles whose aerodynamics know angles.

    Parameters
    ----------
    angle
        Angle of attack [rad].
    cosine_bank, sine_bank
        Of the bank angle, positive to the right; see `at_bank` [-].
    """

    angle: Scalar
    cosine_bank: Scalar
    sine_bank: Scalar

    @classmethod
    def at_bank(cls, angle: Scalar, bank: Scalar) -> "AngleOfAttack":
        """The law for an angle of attack [rad] and a bank angle [rad]."""
        bank = jnp.asarray(bank, dtype=float)
        return cls(jnp.asarray(angle, dtype=float), jnp.cos(bank), jnp.sin(bank))

    def __call__(self, point: FlightPoint, aerodynamics: AbstractAerodynamics) -> Steering:
        """The same steering everywhere."""
        return Steering(aerodynamics.attitude_of_angle(self.angle), self.cosine_bank, self.sine_bank)


class EquilibriumGlide(AbstractCommand):
    """Equilibrium glide: lift carries the weight that the centrifugal force leaves, the phugoid is damped.

    Quasi-steady glide sinks at ``-2 H g / (V L/D)`` in an isothermal atmosphere of scale height H. A body
    held at constant lift swings about it with the frequency ``sqrt(n / H)``, where n is the lift needed per
    mass. The law takes lift off when the body sinks slower than that and adds lift when it sinks faster:
    ``u = u_0 (1 - 2 zeta (h' - h'_eq) / sqrt(n H))``, so that the swing is damped with the ratio zeta. With
    zeta = 0 it is a glide at constant angle of attack.

    Valid for hypersonic glide below orbital speed; near orbital speed n is taken as at least 0.5 m/s^2. The
    lift share stays between 0 and twice the trimmed one.

    Parameters
    ----------
    damping
        Damping ratio zeta of the phugoid [-]; 0.7 is usual, 0 leaves it undamped.
    cosine_bank, sine_bank
        Of the bank angle, positive to the right; see `at_bank` [-].
    lift_fraction
        Trimmed share u_0 of the best lift [-].
    scale_height
        Scale height H that the law reckons with [m].

    References
    ----------
    eggers1958 (equations 8 to 10, equilibrium glide), vinh1980 (chapter 6).
    """

    damping: Scalar
    cosine_bank: Scalar
    sine_bank: Scalar
    lift_fraction: Scalar
    scale_height: Scalar

    @classmethod
    def at_bank(
        cls,
        damping: Scalar,
        bank: Scalar,
        lift_fraction: Scalar | float = 1.0,
        scale_height: Scalar | float = 7000.0,
    ) -> "EquilibriumGlide":
        """The law for a bank angle [rad]; its cosine and sine are taken once, outside the integration."""
        bank = jnp.asarray(bank, dtype=float)
        rest = (jnp.asarray(value, dtype=float) for value in (lift_fraction, scale_height))
        return cls(jnp.asarray(damping, dtype=float), jnp.cos(bank), jnp.sin(bank), *rest)

    def __call__(self, point: FlightPoint, aerodynamics: AbstractAerodynamics) -> Steering:
        """Steering that damps the departure from the equilibrium sink rate."""
        best = aerodynamics.attitude_of_lift(jnp.ones_like(point.speed))
        lift, drag = aerodynamics.accelerations(point.freestream, best, point.mass)
        weight, support = carried(point)
        support = jnp.maximum(support, SMALLEST_SUPPORT)
        sink = -2 * self.scale_height * weight / (point.speed * (lift / drag) * self.cosine_bank)
        excess = (point.vertical_speed - sink) / jnp.sqrt(support * self.scale_height)
        share = jnp.clip(1 - 2 * self.damping * excess, 0.0, 2.0)
        attitude = aerodynamics.attitude_of_lift(self.lift_fraction * share)
        return Steering(attitude, self.cosine_bank, self.sine_bank)


def carried(point: FlightPoint) -> tuple[Scalar, Scalar]:
    """Weight over mass [m/s^2], and the part of it that the curved path leaves to the lift [m/s^2]."""
    weight = -point.body_acceleration.dot(point.up)
    level_speed_squared = point.speed**2 - point.vertical_speed**2
    return weight, weight - level_speed_squared / point.radius
