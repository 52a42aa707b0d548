"""What a point mass in flight is: its state, the world around it, the point it passes."""

from typing import NamedTuple

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar, Vector3
from boostglide.planet import (
    WGS84,
    AbstractAtmosphere,
    AbstractWind,
    Air,
    Ellipsoid,
    ZonalGravity,
    geodetic_altitude,
    geodetic_axes,
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
    mass
        Mass of the vehicle [kg]; None for flights without propulsion whose aerodynamics are per mass.
    """

    position: Vector3
    velocity: Vector3
    integrals: tuple[Scalar, ...] = ()
    mass: Scalar | None = None


class World(eqx.Module):
    """The planet that a flight meets.

    Parameters
    ----------
    gravity
        Gravity model; zero coefficients switch zonal terms off.
    atmosphere
        Atmosphere model; it turns with the Earth.
    rotation_rate
        Spin of the Earth [rad/s]; 0 switches rotation off.
    wind
        Wind relative to the turning Earth, or None for still air.
    figure
        Shape of the Earth that altitudes refer to.
    """

    gravity: ZonalGravity
    atmosphere: AbstractAtmosphere
    rotation_rate: Scalar | float
    wind: AbstractWind | None = None
    figure: Ellipsoid = WGS84

    def altitude(self, position: Vector3) -> Scalar:
        """Geodetic altitude [m] of an Earth-fixed position [m] above the figure of this world."""
        return geodetic_altitude(position, self.figure)


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
    airspeed
        Speed relative to the air [m/s]; the speed itself where there is no wind.
    stream
        Unit vector along the velocity relative to the air [-]; zero at rest.
    altitude
        Geodetic altitude [m].
    world
        The planet around the body.
    time, phase_time
        Time since the start of the flight and since the phase began [s].
    mass
        Mass of the vehicle [kg]; 1 where areas are per mass.
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
    airspeed: Scalar
    stream: Vector3
    altitude: Scalar
    world: World
    time: Scalar | float = 0.0
    phase_time: Scalar | float = 0.0
    mass: Scalar | float = 1.0

    @property
    def freestream(self) -> Freestream:
        """The air as the body meets it."""
        air = self.air
        return Freestream(air.density, air.pressure, air.temperature, air.sound_speed, self.airspeed)


def flight_point(
    world: World,
    position: Vector3,
    velocity: Vector3,
    mass: Scalar | float | None = None,
    time: Scalar | float = 0.0,
    phase_time: Scalar | float = 0.0,
) -> FlightPoint:
    """The point of a flight.

    Parameters
    ----------
    world
        Gravity, atmosphere, wind and spin.
    position, velocity
        Earth-fixed position [m] and velocity [m/s].
    mass
        Mass of the vehicle [kg]; None where areas are per mass.
    time, phase_time
        Time since the start of the flight and since the phase began [s].
    """
    altitude = world.altitude(position)
    inverse_radius = jnp.sqrt(
        1 / position.dot(position)
    )  # written as gravity and altitude write it: done once
    speed, along = _size_and_direction(velocity)
    up = position * inverse_radius
    body = world.gravity.acceleration(position) + rotation_acceleration(
        position, velocity, world.rotation_rate
    )
    airspeed, stream = speed, along
    if world.wind is not None:
        airspeed, stream = _size_and_direction(
            velocity - _air_velocity(world.wind, world, position, altitude)
        )
    return FlightPoint(
        position=position,
        velocity=velocity,
        radius=position.dot(position) * inverse_radius,
        speed=speed,
        along=along,
        air=world.atmosphere(altitude),
        up=up,
        vertical_speed=up.dot(velocity),
        body_acceleration=body,
        airspeed=airspeed,
        stream=stream,
        altitude=altitude,
        world=world,
        time=time,
        phase_time=phase_time,
        mass=1.0 if mass is None else mass,
    )


def _size_and_direction(velocity: Vector3) -> tuple[Scalar, Vector3]:
    inverse = jnp.sqrt(1 / (velocity.dot(velocity) + SMALLEST_SQUARE))
    return velocity.dot(velocity) * inverse, velocity * inverse


def _air_velocity(wind: AbstractWind, world: World, position: Vector3, altitude: Scalar) -> Vector3:
    """Velocity of the air relative to the turning Earth [m/s]."""
    eastward, northward = wind(altitude)
    axes = geodetic_axes(position, world.figure)
    return axes.east * eastward + axes.north * northward
