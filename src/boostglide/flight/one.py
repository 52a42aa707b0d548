"""One flight as one compiled program: for latency, searches and derivatives."""

import jax
import jax.numpy as jnp

from boostglide.core import Outcome
from boostglide.flight.fly import FlightEnds, PhaseEnds, begin_phase, phase_motion
from boostglide.flight.phase import Flight
from boostglide.flight.state import FlightState
from boostglide.solve import Settings, solve_one


def fly_one(flight: Flight, start: FlightState, settings: Settings | None = None) -> FlightEnds:
    """Fly one member through its phases to its end; to be called in compiled code.

    The same numbers as from `fly`. It can be differentiated forward, through all ends, and mapped over
    members.

    Parameters
    ----------
    flight
        What is flown, scalar fields.
    start
        First state, scalar leaves.
    settings
        How to integrate.

    Returns
    -------
    FlightEnds
        Scalar JAX leaves.
    """
    state = jax.tree.map(lambda leaf: jnp.asarray(leaf, dtype=float), start)
    time = jnp.zeros_like(state.position.x)
    outcome, last, steps = (jnp.int32(value) for value in (Outcome.COMPLETED, 0, 0))
    phases: list[PhaseEnds] = []
    for number in range(len(flight.phases)):
        flown = outcome == Outcome.COMPLETED
        state = begin_phase(flight, number, state, flown)
        motion = phase_motion(flight, number, time, state, phases)
        ends = solve_one(motion, time, state, settings)
        end_time, end_state = jax.tree.map(
            lambda new, old, flown=flown: jnp.where(flown, new, old), (ends.time, ends.state), (time, state)
        )
        phases.append(PhaseEnds(flown, time, end_time, state, end_state))
        outcome, last = jnp.where(flown, ends.outcome, outcome), jnp.where(flown, jnp.int32(number), last)
        steps = steps + jnp.where(flown, ends.steps, 0)
        time, state = end_time, end_state
    outcome = jnp.where(steps == 0, jnp.int32(Outcome.NEVER_STARTED), outcome)
    return FlightEnds(time, state, outcome, last, steps, tuple(phases))
