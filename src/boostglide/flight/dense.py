"""One flight with dense output: SciPy's integrator of order 8 over the same compiled motion.

It compiles only the rates, not an integrator, so that a single flight starts at once; and it shares no step
with the lanes of the ensembles, so that each checks the other.
"""

import dataclasses
import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
from scipy.integrate import DOP853
from scipy.optimize import brentq

from boostglide.core import Outcome, Trajectory, Vector3
from boostglide.flight.channels import channels, ground_range
from boostglide.flight.fly import PhaseEnds, begin_phase, phase_motion
from boostglide.flight.motion import PhaseMotion
from boostglide.flight.phase import Flight
from boostglide.flight.state import FlightState

TOLERANCE = 1e-11
"""Local error over the size of each unknown [-]."""

LONGEST_STEP = 60.0
"""Longest step [s], so that no end is crossed twice unseen within one."""

MOST_STEPS = 100_000
CHUNK = 256
"""Points that are described at once; every call has as many, so that one program serves all."""

Vector = npt.NDArray[np.float64]


class DensePhase(NamedTuple):
    """One phase that can be read at any of its times.

    Parameters
    ----------
    motion
        Its initial value problem, scalar fields.
    number
        Which phase it is, from zero.
    times
        Start of each step and end of the phase [s].
    read
        Unknowns at times of the phase; shape (times, unknowns).
    """

    motion: PhaseMotion
    number: int
    times: Vector
    read: Callable[[Vector], Vector]


class DenseFlight(NamedTuple):
    """One flight that can be read at any time.

    Parameters
    ----------
    phases
        The phases that were flown, in order.
    outcome
        How the flight ended.
    assumptions
        What it takes for granted.
    """

    phases: tuple[DensePhase, ...]
    outcome: Outcome
    assumptions: tuple[str, ...]

    @property
    def end_time(self) -> float:
        """Time at the end of the flight [s]."""
        return float(self.phases[-1].times[-1]) if self.phases else 0.0


def fly_dense(flight: Flight, start: FlightState, tolerance: float = TOLERANCE) -> DenseFlight:
    """Fly one member through its phases and keep its dense output; nothing raises, the flight has an outcome.

    Parameters
    ----------
    flight
        What is flown: scalar fields, or fields of shape (1,).
    start
        First state, leaves likewise.
    tolerance
        Local error over the size of each unknown [-].

    Returns
    -------
    DenseFlight
        The phases that were flown.

    References
    ----------
    hairer1993 (section II.10, the method of order 8 with dense output of order 7).
    """
    flight, state = jax.tree.map(_scalar, (flight, start))
    time, outcome, steps = 0.0, Outcome.COMPLETED, 0
    flown: list[DensePhase] = []
    history: list[PhaseEnds] = []
    for number in range(len(flight.phases)):
        if outcome != Outcome.COMPLETED:
            break
        state = begin_phase(flight, number, state)
        motion = phase_motion(flight, number, np.asarray(time), state, history)
        phase, outcome = _fly_phase(motion, number, time, state, tolerance)
        end_time = float(phase.times[-1])
        last = _unpacked(state, phase.read(phase.times[-1:])[0])
        history.append(PhaseEnds(np.asarray(True), np.asarray(time), np.asarray(end_time), state, last))
        flown.append(phase)
        steps += len(phase.times) - 1
        time, state = end_time, last
    tried = steps or outcome == Outcome.STEP_TOO_SMALL
    outcome = outcome if tried else Outcome.NEVER_STARTED
    return DenseFlight(tuple(flown), outcome, flight.assumptions)


def path_of(flown: DenseFlight, points: Callable[[DensePhase], int]) -> Trajectory:
    """The path of a flight at evenly spaced times of each phase; NumPy leaves of shape (point,).

    Parameters
    ----------
    flown
        The flight.
    points
        Number of points of each phase, at least 2 [-].
    """
    pieces = []
    for phase in flown.phases:
        times = np.linspace(phase.times[0], phase.times[-1], points(phase))
        pieces.append(described(phase, times))
    path = jax.tree.map(lambda *parts: np.concatenate(parts), *pieces)
    return _with_range(path, flown.assumptions)


def described(phase: DensePhase, times: Vector) -> Trajectory:
    """All channels but the ground range at times of a phase; NumPy leaves of shape (time,).

    Parameters
    ----------
    phase
        The phase.
    times
        Times in it [s].
    """
    leaves, structure = jax.tree.flatten(phase.motion)
    describe = _compiled_channels(structure, len(phase.motion.quadratures), phase.motion.carries_mass)
    pieces = []
    for first in range(0, len(times), CHUNK):
        part = times[first : first + CHUNK]
        padded = np.concatenate([part, np.full(CHUNK - len(part), part[-1])])
        made = describe(leaves, padded, phase.read(padded), float(phase.number))
        pieces.append(jax.tree.map(lambda leaf, part=part: np.asarray(leaf)[: len(part)], made))
    return jax.tree.map(lambda *parts: np.concatenate(parts), *pieces)


def _with_range(path: Trajectory, assumptions: tuple[str, ...]) -> Trajectory:
    travelled = np.asarray(ground_range(path.latitude, path.longitude))
    return dataclasses.replace(path, ground_range=travelled, assumptions=assumptions)


def _scalar(leaf: Any) -> Any:
    return np.asarray(leaf)[0] if np.ndim(leaf) == 1 else np.asarray(leaf, float)


def _fly_phase(
    motion: PhaseMotion, number: int, time: float, state: FlightState, tolerance: float
) -> tuple[DensePhase, Outcome]:
    leaves, structure = jax.tree.flatten(motion)
    rates, ends = _compiled_motion(structure, len(motion.quadratures), motion.carries_mass)
    first, scale = _packed(state), tolerance * _packed(motion.error_scale())

    def distances(when: float, unknowns: Vector) -> Vector:
        return np.asarray(ends(leaves, when, unknowns))

    over, begun = distances(time, first), np.array([time])
    if (over <= 0).any():
        return DensePhase(motion, number, begun, _reader(begun, [], first)), _meaning(motion, over)
    if not np.isfinite(first).all():  # SciPy would raise
        return DensePhase(motion, number, begun, _reader(begun, [], first)), Outcome.STEP_TOO_SMALL
    bounds: Any = {"rtol": max(tolerance, 3e-14), "atol": scale, "first_step": 1e-2, "max_step": LONGEST_STEP}
    solver = DOP853(
        lambda when, unknowns: np.asarray(rates(leaves, when, unknowns)), time, first, np.inf, **bounds
    )
    return _steps(solver, motion, number, distances)


def _steps(
    solver: DOP853, motion: PhaseMotion, number: int, distances: Callable[[float, Vector], Vector]
) -> tuple[DensePhase, Outcome]:
    """Step until an end is crossed, and find it on the dense output."""
    times, pieces, outcome = [float(solver.t)], [], Outcome.STEP_LIMIT
    first = solver.y.copy()
    for _ in range(MOST_STEPS):
        solver.step()
        if solver.status == "failed":
            outcome = Outcome.STEP_TOO_SMALL
            break
        dense = solver.dense_output()
        pieces.append(dense)
        after = distances(solver.t, solver.y)
        if (after <= 0).any():
            when = min(_root(distances, dense, int(each)) for each in np.flatnonzero(after <= 0))
            times.append(when)
            outcome = _meaning(motion, distances(when, dense(when)))
            break
        times.append(float(solver.t))
    return DensePhase(motion, number, np.array(times), _reader(np.array(times), pieces, first)), outcome


def _root(distances: Callable[[float, Vector], Vector], dense: Any, end: int) -> float:
    """Time at which one end is reached within a step [s], on its far side where rounding leaves a choice.

    A body whose pull-up ends level must not sink by a rounding error: it could be below the next end then.
    """
    low, high = dense.t_min, dense.t_max

    def distance(when: float) -> float:
        return float(distances(when, dense(when))[end])

    if distance(low) <= 0:
        return float(low)
    found: Any = brentq(distance, low, high, xtol=1e-11)
    when, nudge = float(found), 1e-11
    while distance(when) > 0 and when < high:
        when, nudge = min(when + nudge, high), 2 * nudge
    return when


def _meaning(motion: PhaseMotion, distances: Vector) -> Outcome:
    """The outcome of the first end that is reached, or all but reached."""
    reached = np.flatnonzero(distances <= 1e-6)
    return motion.outcomes[int(reached[0]) if reached.size else int(np.argmin(distances))]


def _reader(times: Vector, pieces: list[Any], first: Vector) -> Callable[[Vector], Vector]:
    """Reads the dense output of the steps; without any the first state stays."""

    def read(at: Vector) -> Vector:
        if not pieces:
            return np.repeat(first[None], len(at), axis=0)
        which = np.clip(np.searchsorted(times, at, side="right") - 1, 0, len(pieces) - 1)
        out = np.empty((len(at), len(pieces[0](times[0]))))
        for piece in np.unique(which):
            chosen = which == piece
            out[chosen] = pieces[piece](at[chosen]).T
        return out

    return read


def _packed(state: FlightState) -> Vector:
    return np.array([float(leaf) for leaf in jax.tree.leaves(state)])


def _unpacked(like: FlightState, unknowns: Vector) -> FlightState:
    return jax.tree.unflatten(jax.tree.structure(like), [np.asarray(each) for each in unknowns])


def _state(unknowns: Any, quadratures: int, carries_mass: bool) -> FlightState:
    gains = tuple(unknowns[6 + each] for each in range(quadratures))
    mass = unknowns[6 + quadratures] if carries_mass else None
    return FlightState(Vector3(*unknowns[:3]), Vector3(*unknowns[3:6]), gains, mass)


@functools.cache
def _compiled_motion(structure: Any, quadratures: int, carries_mass: bool) -> tuple[Any, Any]:
    """Rates and ends of a motion over a plain vector of unknowns, compiled once for its structure."""

    def motion_of(leaves: Any) -> PhaseMotion:
        return jax.tree.unflatten(structure, [jnp.asarray(leaf, dtype=float) for leaf in leaves])

    def rates(leaves: Any, time: Any, unknowns: Any) -> Any:
        state = _state(unknowns, quadratures, carries_mass)
        return jnp.stack(jax.tree.leaves(motion_of(leaves).rates(time, state)))

    def ends(leaves: Any, time: Any, unknowns: Any) -> Any:
        return jnp.stack(motion_of(leaves).ends(time, _state(unknowns, quadratures, carries_mass)))

    return jax.jit(rates), jax.jit(ends)


@functools.cache
def _compiled_channels(structure: Any, quadratures: int, carries_mass: bool) -> Any:
    """Channels of a motion over rows of unknowns, compiled once for its structure."""

    def describe(leaves: Any, times: Any, rows: Any, number: Any) -> Trajectory:
        motion = jax.tree.unflatten(structure, [jnp.asarray(leaf, dtype=float) for leaf in leaves])

        def one(time: Any, row: Any) -> Trajectory:
            return channels(motion, time, _state(row, quadratures, carries_mass), number)

        return jax.vmap(one)(times, rows)

    return jax.jit(describe)
