"""Time series of flights, as trajectories that heating, plasma and sensing take."""

import dataclasses
from collections.abc import Sequence

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Scalar, Trajectory
from boostglide.flight.channels import channels, ground_range
from boostglide.flight.command import EquilibriumGlide
from boostglide.flight.fly import FlightEnds, PhaseEnds, phase_motion
from boostglide.flight.motion import PhaseMotion
from boostglide.flight.phase import Flight
from boostglide.flight.state import FlightState
from boostglide.solve import Settings, sample_ensemble, sample_one


def trace(
    flight: Flight,
    ends: FlightEnds,
    samples: int | Sequence[int] = 240,
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
        Points of each path, shared out among the phases, or the points of each phase [-].
    mass
        Mass of each member [kg], for flights whose states carry none.
    settings
        How to integrate.

    Returns
    -------
    Trajectory
        NumPy leaves of shape (members, time). Times rise; a phase that a member did not fly, or passed in
        no time, repeats its first point.
    """
    pieces = []
    parts = shares(flight, samples) if isinstance(samples, int) else samples
    for number, points in enumerate(parts):
        pieces.append(_trace_phase(flight, number, ends.phases, points, settings))
    joined = jax.tree.map(lambda *parts: np.concatenate(parts, axis=1), *pieces)
    if ends.state.mass is None:
        mass = np.broadcast_to(np.asarray(mass, float).reshape(-1, 1), joined.time.shape)
        joined = dataclasses.replace(joined, mass=mass)
    travelled = np.asarray(ground_range(joined.latitude, joined.longitude))
    return dataclasses.replace(joined, ground_range=travelled, assumptions=flight.assumptions)


def trace_one(flight: Flight, ends: FlightEnds, samples: int, settings: Settings | None = None) -> Trajectory:
    """The path of one flight, to be called in compiled code; JAX leaves of shape (time,).

    Parameters
    ----------
    flight
        What was flown, scalar fields.
    ends
        How it went, from `fly_one` with the same settings.
    samples
        Points of the path, shared out among the phases [-].
    settings
        How to integrate.
    """
    pieces = []
    for number, points in enumerate(shares(flight, samples)):
        phase = ends.phases[number]
        motion = _endless(flight, number, ends.phases)
        fractions = jnp.linspace(0.0, 1.0, points)
        lasted = jnp.asarray(phase.end_time - phase.start_time)
        times = _fixed_between(jnp.asarray(phase.start_time) + lasted * fractions)
        states = sample_one(motion, phase.start_time, phase.start, times, settings)
        path = jax.vmap(channels, in_axes=(None, 0, 0, None))(motion, times, states, float(number))
        pieces.append(path)
    joined = jax.tree.map(lambda *parts: jnp.concatenate(parts), *pieces)
    travelled = ground_range(joined.latitude, joined.longitude)
    return dataclasses.replace(joined, ground_range=travelled, assumptions=flight.assumptions)


def _fixed_between(times: Array) -> Array:
    """Times whose derivatives are those of the first and the last; all between stand still.

    So the derivative of a greatest value between points is that of the channel at its time.
    """
    still = jax.lax.stop_gradient(times)
    return jnp.concatenate([times[:1], still[1:-1], times[-1:]])


def shares(flight: Flight, samples: int) -> list[int]:
    """Points for each phase: a glide, which lasts longest, gets three shares, every other phase one.

    Parameters
    ----------
    flight
        What is flown.
    samples
        Points in all [-].
    """
    weights = [3 if isinstance(phase.command, EquilibriumGlide) else 1 for phase in flight.phases]
    return [max(2, samples * weight // sum(weights)) for weight in weights]


def _endless(flight: Flight, number: int, phases: tuple[PhaseEnds, ...]) -> PhaseMotion:
    """The motion of a phase without its ends, which its path does not need."""
    phase = phases[number]
    motion = phase_motion(flight, number, phase.start_time, phase.start, phases)
    return dataclasses.replace(motion, phase_ends=())


def _trace_phase(
    flight: Flight, number: int, phases: tuple[PhaseEnds, ...], points: int, settings: Settings | None
) -> Trajectory:
    phase = phases[number]
    fractions = np.linspace(0.0, 1.0, points)
    begun, ended = np.asarray(phase.start_time), np.asarray(phase.end_time)
    times = begun[:, None] + (ended - begun)[:, None] * fractions
    times = np.minimum(times, ended[:, None])  # rounding must not put a point after the end
    times[:, -1] = ended
    motion = _endless(flight, number, phases)
    states = sample_ensemble(motion, begun, phase.start, times, settings)
    return _describe(motion, jnp.asarray(times), states, jnp.asarray(float(number)))


@eqx.filter_jit
def _describe(motion: PhaseMotion, times: Array, states: FlightState, number: Scalar) -> Trajectory:
    """All channels of a path from its states, leaves of shape (members, time)."""
    motion = jax.tree.map(lambda leaf: jnp.asarray(leaf, dtype=float), motion)
    axes = jax.tree.map(lambda leaf: 0 if leaf.ndim == 1 else None, motion)
    along = jax.vmap(channels, in_axes=(None, 0, 0, None))
    return jax.vmap(along, in_axes=(axes, 0, 0, None))(motion, times, states, number)
