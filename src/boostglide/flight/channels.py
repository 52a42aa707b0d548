"""What a path says of each of its points."""

import jax.numpy as jnp
from jax.typing import ArrayLike

from boostglide.core import Array, Scalar, Trajectory, Vector3
from boostglide.flight.motion import PhaseMotion
from boostglide.flight.state import FlightState
from boostglide.planet import Geodetic, fixed_to_geodetic, great_circle_distance, local_axes


def channels(motion: PhaseMotion, time: Scalar, state: FlightState, number: Scalar | float) -> Trajectory:
    """All channels of a trajectory at one of its points but the ground range.

    Parameters
    ----------
    motion
        The phase that the point belongs to.
    time
        Time since the start [s].
    state
        State of the flight.
    number
        Number of the phase [-].
    """
    point = motion.point(time, state)
    forces = motion.forces(point)
    place = fixed_to_geodetic(state.position, motion.world.figure)
    angle, heading = _direction(place, state.velocity)
    zero = jnp.zeros_like(point.speed)
    return Trajectory(
        time=time + zero,
        position=jnp.stack(state.position),
        velocity=jnp.stack(state.velocity),
        latitude=place.latitude,
        longitude=place.longitude,
        altitude=place.altitude,
        ground_range=zero,
        speed=point.speed,
        flight_path_angle=angle,
        heading=heading,
        density=point.air.density + zero,
        pressure=point.air.pressure + zero,
        temperature=point.air.temperature + zero,
        sound_speed=point.air.sound_speed + zero,
        lift_acceleration=forces.lift,
        drag_acceleration=forces.drag,
        mass=point.mass + zero,
        phase=number + zero,
        airspeed=point.airspeed,
        thrust_acceleration=forces.thrust + zero,
        angle_of_attack=motion.aerodynamics.angle_of_attack(forces.attitude) + zero,
        bank=jnp.arctan2(forces.sine_bank, forces.cosine_bank) + zero,
        integrals=state.integrals,
        in_range=jnp.where(motion.in_range(point, forces), 1.0, 0.0),
    )


def ground_range(latitude: ArrayLike, longitude: ArrayLike) -> Array:
    """Distance travelled over the ground along a path, so that it keeps growing past half the globe.

    Parameters
    ----------
    latitude, longitude
        Places along the path [rad], the last axis being time.

    Returns
    -------
    Distance since the first place [m], shaped as the latitude.
    """
    north, east = jnp.asarray(latitude), jnp.asarray(longitude)
    places = north[..., :-1], east[..., :-1], north[..., 1:], east[..., 1:]
    step = great_circle_distance(*places)
    first = jnp.zeros((*north.shape[:-1], 1))
    return jnp.concatenate([first, jnp.cumsum(step, axis=-1)], axis=-1)


def _direction(place: Geodetic, velocity: Vector3) -> tuple[Scalar, Scalar]:
    """Flight-path angle above the geodetic horizontal and heading from north [rad]."""
    axes = local_axes(place.latitude, place.longitude)
    east, north, up = velocity.dot(axes.east), velocity.dot(axes.north), velocity.dot(axes.up)
    level = jnp.sqrt(east * east + north * north + 1e-30)
    return jnp.arctan2(up, level), jnp.arctan2(east, north + 1e-30) % (2 * jnp.pi)
