"""Equations of motion of a point mass in Earth-fixed Cartesian axes, as one phase of a flight."""

import abc
from typing import Any

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Outcome, Scalar, Vector3
from boostglide.flight.command import AbstractCommand, Steering
from boostglide.flight.ends import AbstractEnd
from boostglide.flight.state import SMALLEST_SQUARE, FlightPoint, FlightState, World, flight_point
from boostglide.solve import AbstractProblem
from boostglide.vehicle import AbstractAerodynamics

POSITION_SCALE, VELOCITY_SCALE = 1e5, 1e2  # [m], [m/s] added to each unknown in the error control


class AbstractQuadrature(eqx.Module):
    """A quantity that accumulates along a flight and does not act back on it, such as a heat load."""

    scale: eqx.AbstractVar[float]

    @abc.abstractmethod
    def rate(self, point: FlightPoint) -> Scalar:
        """Rate of the quantity, in its unit per second."""


class PhaseMotion(AbstractProblem):
    """One phase: gravity, rotation, lift and drag under one command, until one of its ends.

    Parameters
    ----------
    world
        Gravity, atmosphere and spin.
    aerodynamics
        Lift and drag of the body.
    command
        Law for lift and bank.
    phase_ends
        Conditions that end the phase; the first in the list wins a tie.
    quadratures
        Quantities that accumulate along the way.
    """

    world: World
    aerodynamics: AbstractAerodynamics
    command: AbstractCommand
    phase_ends: tuple[AbstractEnd, ...]
    quadratures: tuple[AbstractQuadrature, ...] = ()

    def rates(self, time: Scalar, state: FlightState) -> FlightState:
        """Velocity, acceleration and rates of the quadratures."""
        point = flight_point(self.world, state.position, state.velocity)
        lift, drag, steering = aerodynamic_accelerations(self.aerodynamics, self.command, point)
        acceleration = point.body_acceleration + aerodynamic_force(point, steering, lift, drag)
        gains = tuple(quadrature.rate(point) for quadrature in self.quadratures)
        return FlightState(state.velocity, acceleration, gains)

    def ends(self, time: Scalar, state: FlightState) -> tuple[Scalar, ...]:
        """Distances to the ends of the phase."""
        return tuple(end.distance(time, state) for end in self.phase_ends)

    def error_scale(self) -> Any:
        """100 km, 100 m/s and the scale of each quadrature."""
        position: Any = 3 * (POSITION_SCALE,)
        velocity: Any = 3 * (VELOCITY_SCALE,)
        gains: Any = tuple(each.scale for each in self.quadratures)
        return FlightState(Vector3(*position), Vector3(*velocity), gains)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Meaning of each end."""
        ends: tuple[Any, ...] = self.phase_ends  # every end has the field `outcome`
        return tuple(end.outcome for end in ends)


def aerodynamic_accelerations(
    aerodynamics: AbstractAerodynamics, command: AbstractCommand, point: FlightPoint
) -> tuple[Scalar, Scalar, Steering]:
    """Lift and drag over mass [m/s^2] and the steering that the command asks for."""
    pressure, mach = point.freestream.dynamic_pressure, point.freestream.mach
    best_lift, best_drag = aerodynamics.accelerations(pressure, jnp.ones_like(pressure), mach)
    steering = command(point, best_lift / best_drag)
    lift, drag = aerodynamics.accelerations(pressure, steering.lift_fraction, mach)
    return lift, drag, steering


def aerodynamic_force(point: FlightPoint, steering: Steering, lift: Scalar, drag: Scalar) -> Vector3:
    """Lift and drag as a vector over mass [m/s^2].

    Drag opposes the velocity. Lift is square to it: in the vertical plane at zero bank, to the right of it at
    90 degrees. Exactly vertical flight has no such direction: there the lift must be zero.

    Parameters
    ----------
    point
        Where the body is.
    steering
        Cosine and sine of the bank.
    lift, drag
        Lift and drag over mass [m/s^2].

    Returns
    -------
    Vector3
        Acceleration in Earth-fixed axes [m/s^2].
    """
    sine = point.along.dot(point.up)  # of the flight-path angle
    across = lift / jnp.sqrt(jnp.maximum(1 - sine * sine, SMALLEST_SQUARE))
    upward, rightward = across * steering.cosine_bank, across * steering.sine_bank
    return point.up * upward - point.along * (drag + sine * upward) + point.along.cross(point.up) * rightward
