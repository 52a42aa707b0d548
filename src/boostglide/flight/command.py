"""How a glider is flown: the share of its best lift, and the bank."""

import abc
from typing import NamedTuple

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import Scalar
from boostglide.flight.state import FlightPoint

SMALLEST_SUPPORT = (
    0.5  # [m/s^2] lift needed that the damping law reckons with at the least, near orbital speed
)


class Steering(NamedTuple):
    """What a command asks for: share of the best lift [-], cosine and sine of the bank [-]."""

    lift_fraction: Scalar
    cosine_bank: Scalar
    sine_bank: Scalar


class AbstractCommand(eqx.Module):
    """A law that sets lift and bank from the point of flight alone; it knows no place on the ground."""

    @abc.abstractmethod
    def __call__(self, point: FlightPoint, lift_to_drag: Scalar) -> Steering:
        """Steering at a point.

        Parameters
        ----------
        point
            Where the body is.
        lift_to_drag
            Best lift-to-drag ratio [-].
        """


class ConstantAngle(AbstractCommand):
    """Constant angle of attack, hence a constant share of the best lift, at a constant bank.

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
        bank = np.asarray(bank, float)
        return cls(np.asarray(lift_fraction, float), np.cos(bank), np.sin(bank))

    def __call__(self, point: FlightPoint, lift_to_drag: Scalar) -> Steering:
        """The same steering everywhere."""
        return Steering(self.lift_fraction, self.cosine_bank, self.sine_bank)


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
        bank = np.asarray(bank, float)
        rest = (np.asarray(value, float) for value in (lift_fraction, scale_height))
        return cls(np.asarray(damping, float), np.cos(bank), np.sin(bank), *rest)

    def __call__(self, point: FlightPoint, lift_to_drag: Scalar) -> Steering:
        """Steering that damps the departure from the equilibrium sink rate."""
        level_speed_squared = point.speed**2 - point.vertical_speed**2
        weight = -point.body_acceleration.dot(point.up)
        support = jnp.maximum(weight - level_speed_squared / point.radius, SMALLEST_SUPPORT)
        sink = -2 * self.scale_height * weight / (point.speed * lift_to_drag * self.cosine_bank)
        excess = (point.vertical_speed - sink) / jnp.sqrt(support * self.scale_height)
        share = jnp.clip(1 - 2 * self.damping * excess, 0.0, 2.0)
        return Steering(self.lift_fraction * share, self.cosine_bank, self.sine_bank)
