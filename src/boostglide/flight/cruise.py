"""Cruise: lift that holds an altitude, thrust that holds a speed."""

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.flight.command import AbstractCommand, Steering, carried
from boostglide.flight.state import FlightPoint
from boostglide.vehicle import AbstractAerodynamics

SMALLEST_LIFT = 1e-9  # [m/s^2] best lift that the law divides by at the least, in all but no air


class Cruise(AbstractCommand):
    """Level flight: a linear law for the vertical motion and one for the speed.

    The lift asked for over mass is ``n + w^2 (h_0 - h) - 2 zeta w h'`` with n the weight that the curved path
    leaves to the lift, the thrust over mass ``D/m + k (V_0 - V)`` plus the pull of gravity along the path: a
    departure from altitude dies out with the frequency w and the damping ratio zeta, one from speed with the
    rate k. The part of the thrust that is square to the path is not reckoned with: a vehicle that flies at an
    angle of attack alpha settles higher than asked for by about ``(F/m) sin(alpha) / w^2``, a hundred metres
    or more at five degrees. Lift is taken as proportional to the attitude about that of the best lift-to-drag
    ratio, and stays between zero and three times the lift there.

    Parameters
    ----------
    altitude
        Geodetic altitude to hold [m].
    speed
        Speed relative to the Earth to hold [m/s].
    natural_frequency
        Natural frequency w of the altitude law [rad/s].
    damping
        Damping ratio zeta of the altitude law [-].
    speed_rate
        Rate k of the speed law [1/s].

    References
    ----------
    vinh1980, chapter 2 (forces in level flight over a spherical planet).
    """

    altitude: Scalar
    speed: Scalar
    natural_frequency: Scalar | float = eqx.field(default=0.05)
    damping: Scalar | float = eqx.field(default=0.9)
    speed_rate: Scalar | float = eqx.field(default=0.05)

    def __call__(self, point: FlightPoint, aerodynamics: AbstractAerodynamics) -> Steering:
        """Steering that brings the body back to its altitude; the bank is zero."""
        _, support = carried(point)
        wanted = (
            support
            + self.natural_frequency**2 * (self.altitude - point.altitude)
            - 2 * self.damping * self.natural_frequency * point.vertical_speed
        )
        best = aerodynamics.attitude_of_lift(jnp.ones_like(point.speed))
        lift, _ = aerodynamics.accelerations(point.freestream, best, point.mass)
        share = jnp.clip(wanted / jnp.maximum(lift, SMALLEST_LIFT), 0.0, 3.0)
        one = jnp.ones_like(point.speed)
        return Steering(aerodynamics.attitude_of_lift(share), one, 0 * one)

    def thrust_demand(self, point: FlightPoint, drag: Scalar) -> Scalar:
        """Thrust over mass that holds the speed [m/s^2].

        Parameters
        ----------
        point
            Where the body is.
        drag
            Drag over mass [m/s^2].
        """
        pull = point.body_acceleration.dot(point.along)
        return drag - pull + self.speed_rate * (self.speed - point.speed)
