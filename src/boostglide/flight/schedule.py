"""Attitude and bank as tables over time, speed, Mach number or energy."""

import equinox as eqx
import jax.numpy as jnp

from boostglide.flight.command import AbstractCommand, Steering
from boostglide.flight.quantity import QUANTITIES
from boostglide.flight.state import FlightPoint
from boostglide.vehicle import AbstractAerodynamics, LinearTable


class Schedule(AbstractCommand):
    """A command whose attitude and bank are linear between points over a quantity of the flight.

    Beyond the ends of a table its end value holds.

    Parameters
    ----------
    over
        Name of the quantity that the tables run over, a key of `QUANTITIES`.
    attitude
        Angle of attack [rad], or share of the best lift [-], over that quantity.
    bank
        Bank angle [rad] over that quantity, positive to the right.
    in_angles
        Whether the attitude is an angle of attack.
    """

    over: str = eqx.field(static=True)
    attitude: LinearTable
    bank: LinearTable
    in_angles: bool = eqx.field(static=True, default=True)

    def __call__(self, point: FlightPoint, aerodynamics: AbstractAerodynamics) -> Steering:
        """Steering read off the tables."""
        at = QUANTITIES[self.over].of(point)
        value, bank = self.attitude(at), self.bank(at)
        attitude = (
            aerodynamics.attitude_of_angle(value) if self.in_angles else aerodynamics.attitude_of_lift(value)
        )
        return Steering(attitude, jnp.cos(bank), jnp.sin(bank))
