"""What a point mass in flight is: its state, the world around it, the point it passes."""

from typing import NamedTuple

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar, Vector3
from boostglide.planet import (
    Air,
    StandardAtmosphere1976,
    ZonalGravity,
    geodetic_altitude,
    rotation_acceleration,
)

SMALLEST_SQUARE = 1e-30
"""Added to squared lengths that divide, so that directions stay finite at rest and in vertical flight."""


class FlightState(NamedTuple):
    """Unknowns of one flight, in Earth-fixed Cartesian axes, so that no heading or pole is singular.

    Parameters
    ----------
    position
        Earth-fixed position [m].
    velocity
        Velocity relative to the turning Earth [m/s].
    integrals
        Values of the flight's quadratures, for example the heat load [J/m^2].
    """

    position: Vector3
    velocity: Vector3
    integrals: tuple[Scalar, ...] = ()


class World(eqx.Module):
    """The planet that a flight meets.

    Parameters
    ----------
    gravity
        Gravity model; zero coefficients switch zonal terms off.
    atmosphere
        Atmosphere model; it turns with the Earth (no wind).
    rotation_rate
        Spin of the Earth [rad/s]; 0 switches rotation off.
    """

    gravity: ZonalGravity
    atmosphere: StandardAtmosphere1976
    rotation_rate: Scalar | float


class FlightPoint(NamedTuple):
    """One point of a flight with everything that forces and commands ask for.

    Parameters
    ----------
    position, velocity
        Earth-fixed position [m] and Earth-relative velocity [m/s].
    radius, speed
        Distance from the centre of the Earth [m] and Earth-relative speed [m/s].
    along
        Unit vector along the velocity [-]; zero at rest.
    air
        Undisturbed air.
    up
        Unit vector along the position (geocentric vertical, within 0.2 deg of the geodetic one) [-].
    vertical_speed
        Rate of change of the radius [m/s].
    body_acceleration
        Gravity, Coriolis and centrifugal acceleration together [m/s^2].
    """

    position: Vector3
    velocity: Vector3
    radius: Scalar
    speed: Scalar
    along: Vector3
    air: Air
    up: Vector3
    vertical_speed: Scalar
    body_acceleration: Vector3

    @property
    def freestream(self) -> Freestream:
        """The air as the body meets it."""
        air = self.air
        return Freestream(air.density, air.pressure, air.temperature, air.sound_speed, self.speed)


def flight_point(world: World, position: Vector3, velocity: Vector3) -> FlightPoint:
    """The point of a flight at a position [m] with a velocity [m/s], both Earth-fixed."""
    air = world.atmosphere(geodetic_altitude(position))
    inverse_radius = jnp.sqrt(
        1 / position.dot(position)
    )  # written as gravity and altitude write it: done once
    inverse_speed = jnp.sqrt(1 / (velocity.dot(velocity) + SMALLEST_SQUARE))
    up = position * inverse_radius
    body = world.gravity.acceleration(position) + rotation_acceleration(
        position, velocity, world.rotation_rate
    )
    return FlightPoint(
        position=position,
        velocity=velocity,
        radius=position.dot(position) * inverse_radius,
        speed=velocity.dot(velocity) * inverse_speed,
        along=velocity * inverse_speed,
        air=air,
        up=up,
        vertical_speed=up.dot(velocity),
        body_acceleration=body,
    )
