"""Time series of flights, as trajectories that heating, plasma and sensing take."""

import dataclasses

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Scalar, Trajectory, Vector3
from boostglide.flight.command import AbstractCommand, EquilibriumGlide
from boostglide.flight.fly import FlightEnds, PhaseEnds
from boostglide.flight.motion import PhaseMotion, aerodynamic_accelerations
from boostglide.flight.phase import Flight
from boostglide.flight.state import FlightState, World, flight_point
from boostglide.planet import Geodetic, fixed_to_geodetic, great_circle_distance, local_axes
from boostglide.solve import Settings, sample_ensemble
from boostglide.vehicle import AbstractAerodynamics


def trace(
    flight: Flight,
    ends: FlightEnds,
    samples: int = 240,
    mass: np.ndarray | float = 1.0,
    settings: Settings | None = None,
) -> Trajectory:
    """The paths of flown members, each on its own times.

    Parameters
    ----------
    flight
        What was flown.
    ends
        How it went, from `fly` with the same settings.
    samples
        Points of each path, shared out among the phases [-].
    mass
        Mass of each member [kg].
    settings
        How to integrate.

    Returns
    -------
    Trajectory
        NumPy leaves of shape (members, time). Times rise; a phase that a member did not fly, or passed in
        no time, repeats its first point.
    """
    shares = _shares(flight, samples)
    pieces = []
    for number, (phase, points) in enumerate(zip(ends.phases, shares, strict=True)):
        pieces.append(_trace_phase(flight, number, phase, points, settings))
    joined = jax.tree.map(lambda *parts: np.concatenate(parts, axis=1), *pieces)
    count, length = joined.time.shape
    mass = np.broadcast_to(np.asarray(mass, float).reshape(-1, 1), (count, length))
    ground_range = _ground_range(joined.latitude, joined.longitude)
    return dataclasses.replace(joined, mass=mass, ground_range=ground_range, assumptions=flight.assumptions)


def _shares(flight: Flight, samples: int) -> list[int]:
    """Points for each phase: a glide, which lasts longest, gets three shares, every other phase one."""
    weights = [3 if isinstance(phase.command, EquilibriumGlide) else 1 for phase in flight.phases]
    return [max(2, samples * weight // sum(weights)) for weight in weights]


def _trace_phase(
    flight: Flight, number: int, phase: PhaseEnds, points: int, settings: Settings | None
) -> Trajectory:
    fractions = np.linspace(0.0, 1.0, points)
    duration = phase.end_time - phase.start_time
    times = phase.start_time[:, None] + duration[:, None] * fractions
    times = np.minimum(times, phase.end_time[:, None])  # rounding must not put a point after the end
    times[:, -1] = phase.end_time
    command = flight.phases[number].command
    endless = PhaseMotion(flight.world, flight.aerodynamics, command, (), flight.quadratures)
    states = sample_ensemble(endless, phase.start_time, phase.start, times, settings)
    path = _describe(flight.world, flight.aerodynamics, command, states)
    label = np.full(times.shape, float(number))
    return dataclasses.replace(path, time=times, phase=label)


@eqx.filter_jit
def _describe(
    world: World, aerodynamics: AbstractAerodynamics, command: AbstractCommand, states: FlightState
) -> Trajectory:
    """All channels of a path from its states, leaves of shape (members, time)."""
    parts = jax.tree.map(lambda leaf: jnp.asarray(leaf, dtype=float), (world, aerodynamics, command))
    axes = jax.tree.map(lambda leaf: 0 if leaf.ndim == 1 else None, parts)
    along = jax.vmap(_channels, in_axes=(None, 0, 0))
    return jax.vmap(along, in_axes=(axes, 0, 0))(parts, states.position, states.velocity)


def _channels(
    parts: tuple[World, AbstractAerodynamics, AbstractCommand], position: Vector3, velocity: Vector3
) -> Trajectory:
    world, aerodynamics, command = parts
    point = flight_point(world, position, velocity)
    lift, drag, _ = aerodynamic_accelerations(aerodynamics, command, point)
    place = fixed_to_geodetic(position)
    angle, heading = _direction(place, velocity)
    zero = jnp.zeros_like(point.speed)
    return Trajectory(
        time=zero,
        position=jnp.stack(position),
        velocity=jnp.stack(velocity),
        latitude=place.latitude,
        longitude=place.longitude,
        altitude=place.altitude,
        ground_range=zero,
        speed=point.speed,
        flight_path_angle=angle,
        heading=heading,
        density=point.air.density,
        pressure=point.air.pressure,
        temperature=point.air.temperature,
        sound_speed=point.air.sound_speed,
        lift_acceleration=lift,
        drag_acceleration=drag,
        mass=zero,
        phase=zero,
    )


def _direction(place: Geodetic, velocity: Vector3) -> tuple[Scalar, Scalar]:
    """Flight-path angle above the geodetic horizontal and heading from north [rad]."""
    axes = local_axes(place.latitude, place.longitude)
    east, north, up = velocity.dot(axes.east), velocity.dot(axes.north), velocity.dot(axes.up)
    return jnp.arctan2(up, jnp.hypot(east, north)), jnp.arctan2(east, north) % (2 * jnp.pi)


def _ground_range(latitude: np.ndarray, longitude: np.ndarray) -> np.ndarray:
    """Distance travelled over the ground along the path, so that it keeps growing past half the globe [m]."""
    step = great_circle_distance(latitude[:, :-1], longitude[:, :-1], latitude[:, 1:], longitude[:, 1:])
    travelled = np.cumsum(np.asarray(step), axis=1)
    return np.concatenate([np.zeros((len(latitude), 1)), travelled], axis=1)
