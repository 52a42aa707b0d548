"""Phases in sequence: one flight or a million, by the same code."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Float, Int, Outcome, Scalar
from boostglide.flight.motion import PhaseMotion
from boostglide.flight.phase import Flight, take
from boostglide.flight.state import FlightState
from boostglide.solve import Settings, solve_ensemble


class PhaseEnds(NamedTuple):
    """Start and end of one phase for every member; members that did not fly it have `flown` false.

    Parameters
    ----------
    flown
        Whether the member flew this phase, shape (members,).
    start_time, end_time
        Time since the start of the flight [s], shape (members,).
    start, end
        States, leaves of shape (members,).
    """

    flown: Array | np.ndarray
    start_time: Array | np.ndarray
    end_time: Array | np.ndarray
    start: FlightState
    end: FlightState


class FlightEnds(NamedTuple):
    """How a flight went: an entry a member.

    Parameters
    ----------
    time
        Time at the end [s].
    state
        State at the end.
    outcome
        `Outcome` code.
    last_phase
        Number of the phase in which the flight ended [-].
    steps
        Integration steps tried in all [-].
    phases
        Start and end of each phase.
    """

    time: Float[Array | np.ndarray, " members"]
    state: FlightState
    outcome: Int[Array | np.ndarray, " members"]
    last_phase: Int[Array | np.ndarray, " members"]
    steps: Int[Array | np.ndarray, " members"]
    phases: tuple[PhaseEnds, ...]


def fly(
    flight: Flight,
    start: FlightState,
    settings: Settings | None = None,
    progress: Callable[[int], None] | None = None,
) -> FlightEnds:
    """Fly every member through its phases to its end; nothing raises, every member has an outcome.

    A phase whose end already holds when it begins is passed in no time; a member that passes all its phases
    so, or lies beyond a limit from the start, has the outcome `NEVER_STARTED`.

    Parameters
    ----------
    flight
        What is flown; fields of shape (members,) differ from member to member.
    start
        First state of each member, leaves of shape (members,).
    settings
        How to integrate (default: local tolerance 1e-8).
    progress
        Called with the number of members done as each block of the last phase under way is done.

    Returns
    -------
    FlightEnds
        NumPy leaves of shape (members,).
    """
    start = jax.tree.map(lambda leaf: np.asarray(leaf, float), start)
    count = len(start.position.x)
    time, state = np.zeros(count), start
    outcome = np.full(count, int(Outcome.COMPLETED), np.int32)
    last_phase, steps = np.zeros(count, np.int32), np.zeros(count, np.int32)
    phases: list[PhaseEnds] = []
    for number in range(len(flight.phases)):
        rows = np.flatnonzero(outcome == Outcome.COMPLETED)
        state = begin_phase(flight, number, state, outcome == Outcome.COMPLETED)
        begun_time, begun = time, state
        if len(rows):
            motion = take(phase_motion(flight, number, time, state, phases), rows)
            part = jax.tree.map(lambda leaf, rows=rows: leaf[rows], (time, state))
            ends = solve_ensemble(motion, *part, settings, progress)
            time, state = jax.tree.map(
                lambda whole, piece, rows=rows: _put(whole, rows, piece),
                (time, state),
                (ends.time, ends.state),
            )
            outcome, last_phase = _put(outcome, rows, ends.outcome), _put(last_phase, rows, number)
            steps = _put(steps, rows, steps[rows] + ends.steps)
        flown = np.isin(np.arange(count), rows)
        phases.append(PhaseEnds(flown, begun_time, time, begun, state))
    outcome = np.where(steps == 0, np.int32(Outcome.NEVER_STARTED), outcome)  # beyond all ends from the start
    return FlightEnds(time, state, outcome, last_phase, steps, tuple(phases))


def begin_phase(
    flight: Flight, number: int, state: FlightState, flown: np.ndarray | Scalar | bool = True
) -> FlightState:
    """The state once a phase begins: what was dropped before it is gone.

    Parameters
    ----------
    flight
        What is flown.
    number
        Which phase, from zero.
    state
        State at the end of the phase before.
    flown
        Whether the phase is flown; a flight that is over drops nothing.
    """
    left = flight.phases[number].start_mass
    if left is None or state.mass is None:
        return state
    where = np.where if isinstance(state.mass, np.ndarray | float) else jnp.where
    return state._replace(mass=where(flown, left + 0 * state.mass, state.mass))


def phase_motion(
    flight: Flight, number: int, time: np.ndarray | Scalar, state: FlightState, phases: Sequence[PhaseEnds]
) -> PhaseMotion:
    """The initial value problem of a phase, which knows when it began and when its motor was lit.

    Parameters
    ----------
    flight
        What is flown.
    number
        Which phase, from zero.
    time
        Time at which it begins [s].
    state
        State at which it begins.
    phases
        Phases flown before it.
    """
    lit = flight.phases[number].ignition
    ignited = time if lit is None or lit == number else phases[lit].start_time
    return flight.motion(number, time, ignited, state.mass is not None)


def _put(whole: np.ndarray, rows: np.ndarray, piece: np.ndarray | int) -> np.ndarray:
    """A copy of an array with some rows replaced."""
    copy = np.array(whole)
    copy[rows] = piece
    return copy
