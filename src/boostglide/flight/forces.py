"""Forces on the body over its mass: lift, drag and thrust."""

from typing import NamedTuple

import jax.numpy as jnp

from boostglide.core import Scalar, Vector3
from boostglide.flight.axis import AbstractAxisCommand
from boostglide.flight.command import AbstractCommand, Steering
from boostglide.flight.cruise import Cruise
from boostglide.flight.state import SMALLEST_SQUARE, FlightPoint
from boostglide.vehicle import AbstractAerodynamics, AbstractPropulsion

STEEP = 0.02
"""Cosine of the flight-path angle below which the lift fades [-]; 1.1 degrees from the vertical."""


class Forces(NamedTuple):
    """What acts on the body beside gravity and the rotation of the Earth.

    Parameters
    ----------
    acceleration
        Lift, drag and thrust together over mass, Earth-fixed [m/s^2].
    lift, drag, thrust
        Each over mass [m/s^2].
    mass_flow
        Propellant burnt [kg/s].
    attitude
        Attitude of the vehicle's own kind [-] or [rad].
    sine_bank, cosine_bank
        Of the bank angle [-].
    """

    acceleration: Vector3
    lift: Scalar
    drag: Scalar
    thrust: Scalar | float
    mass_flow: Scalar | float
    attitude: Scalar
    sine_bank: Scalar
    cosine_bank: Scalar


def glide_forces(point: FlightPoint, aerodynamics: AbstractAerodynamics, command: AbstractCommand) -> Forces:
    """Forces without propulsion, under a command relative to the air.

    Parameters
    ----------
    point
        Where the body is.
    aerodynamics
        Lift and drag of the body.
    command
        Law for attitude and bank.
    """
    steering = command(point, aerodynamics)
    lift, drag = aerodynamics.accelerations(point.freestream, steering.attitude, point.mass)
    acceleration = aerodynamic_force(point, steering, lift, drag)
    return Forces(
        acceleration, lift, drag, 0.0, 0.0, steering.attitude, steering.sine_bank, steering.cosine_bank
    )


def aerodynamic_force(point: FlightPoint, steering: Steering, lift: Scalar, drag: Scalar) -> Vector3:
    """Lift and drag as a vector over mass [m/s^2].

    Drag opposes the velocity relative to the air. Lift is square to it: in the vertical plane at zero bank,
    to the right of it at 90 degrees. Vertical flight has no such direction: within 1.1 degrees of the
    vertical the lift fades to zero in proportion to the angle.

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
    sine = point.stream.dot(point.up)  # of the flight-path angle
    across = lift / jnp.sqrt(jnp.maximum(1 - sine * sine, STEEP * STEEP))
    upward, rightward = across * steering.cosine_bank, across * steering.sine_bank
    return (
        point.up * upward - point.stream * (drag + sine * upward) + point.stream.cross(point.up) * rightward
    )


def powered_forces(
    point: FlightPoint,
    aerodynamics: AbstractAerodynamics,
    command: AbstractCommand | AbstractAxisCommand,
    propulsion: AbstractPropulsion | None,
    ignited: Scalar | float,
) -> Forces:
    """Forces with propulsion, or under a command that points the axis of the vehicle.

    Parameters
    ----------
    point
        Where the body is.
    aerodynamics
        Lift and drag of the body.
    command
        Law for attitude and bank, or for the axis.
    propulsion
        What pushes along the axis, or None.
    ignited
        Time at which the motor was lit [s].
    """
    steering, across, axis = _pointing(point, aerodynamics, command)
    lift, drag = aerodynamics.accelerations(point.freestream, steering.attitude, point.mass)
    thrust, flow = jnp.zeros_like(lift), jnp.zeros_like(lift)
    if propulsion is not None:
        demand = command.thrust_demand(point, drag) * point.mass if isinstance(command, Cruise) else thrust
        newtons, flow = propulsion.thrust(point.time - ignited, point.freestream, demand)
        thrust = newtons / point.mass
    acceleration = across * lift - point.stream * drag + axis * thrust
    return Forces(
        acceleration, lift, drag, thrust, flow, steering.attitude, steering.sine_bank, steering.cosine_bank
    )


def _pointing(
    point: FlightPoint, aerodynamics: AbstractAerodynamics, command: AbstractCommand | AbstractAxisCommand
) -> tuple[Steering, Vector3, Vector3]:
    """Steering, direction of the lift, and axis of the vehicle."""
    if isinstance(command, AbstractAxisCommand):
        return _along_axis(point, aerodynamics, command.axis(point))
    steering = command(point, aerodynamics)
    one, none = jnp.ones_like(steering.attitude), jnp.zeros_like(steering.attitude)
    across = aerodynamic_force(point, steering, one, none)
    angle = aerodynamics.angle_of_attack(steering.attitude)
    return steering, across, point.stream * jnp.cos(angle) + across * jnp.sin(angle)


def _along_axis(
    point: FlightPoint, aerodynamics: AbstractAerodynamics, axis: Vector3
) -> tuple[Steering, Vector3, Vector3]:
    """The angle between axis and stream as attitude; lift lies in the plane of the two."""
    along = axis.dot(point.stream)
    rest = axis - point.stream * along
    size = jnp.sqrt(rest.dot(rest) + SMALLEST_SQUARE)
    attitude = aerodynamics.attitude_of_angle(jnp.arctan2(size, along))
    one = jnp.ones_like(along)
    return Steering(attitude, one, 0 * one), rest * (1 / size), axis
