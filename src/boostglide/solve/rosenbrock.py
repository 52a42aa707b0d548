"""Stiff initial value problems by RODAS steps: cases on lanes, each with its own step, or one in detail."""

import abc
from typing import Any, NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
from jax import lax

from boostglide.core import Array, Bool, Flag, Float, Int, Outcome, Scalar
from boostglide.solve import rodas

FIRST_STEP, SMALLEST_STEP = 1e-9, 1e-15
"""First step, which soon grows as far as the error allows, and smallest step, over the whole way [-]."""


class AbstractStiffProblem(eqx.Module):
    """A stiff initial value problem with a vector of unknowns; what differs by case comes as `case`."""

    @abc.abstractmethod
    def rates(
        self, position: Scalar, state: Float[Array, " unknowns"], case: Any
    ) -> Float[Array, " unknowns"]:
        """Derivative of each unknown over the position, in units of the unknown and the position."""

    @abc.abstractmethod
    def error_scale(self) -> Float[Array, " unknowns"]:
        """Size, in units of the unknown, added in the error control; infinite: it is not controlled."""

    def within(self, position: Scalar, state: Float[Array, " unknowns"], case: Any) -> Flag:
        """Whether the model holds at a position and a state, in units of the problem."""
        del position, case
        return jnp.all(jnp.isfinite(state))


class StiffSettings(NamedTuple):
    """How to integrate.

    Parameters
    ----------
    tolerance
        Local error allowed, relative to scale plus size of each unknown [-].
    most_steps
        Attempts after which a case is given up [-].
    """

    tolerance: float = 1e-6
    most_steps: int = 5000


class Cases(NamedTuple):
    """Cases under way, with the lanes on the last axis: what `solve_stiff` carries from step to step."""

    position: Float[Array, " lanes"]
    state: Float[Array, "unknowns lanes"]
    step: Float[Array, " lanes"]
    steps: Int[Array, " lanes"]
    outcome: Int[Array, " lanes"]


class StiffEnds(NamedTuple):
    """Where cases ended, and their states at the stations.

    A case that does not reach its end keeps its last state at the stations that it did not reach.

    Parameters
    ----------
    position
        Last position, in any unit.
    state
        Last state, shape (unknowns, lanes), in any unit.
    stations
        States at the stations, shape (stations, unknowns, lanes), in any unit.
    outcome
        `Outcome` codes.
    steps
        Attempts made.
    """

    position: Float[Array, " lanes"]
    state: Float[Array, "unknowns lanes"]
    stations: Float[Array, "stations unknowns lanes"]
    outcome: Int[Array, " lanes"]
    steps: Int[Array, " lanes"]


class StiffSteps(NamedTuple):
    """All accepted steps of one case; only the first `count` rows are meant.

    Parameters
    ----------
    position
        Start and end of each step, shape (rows,), in any unit.
    state
        State there, shape (rows, unknowns), in any unit.
    count
        Rows in use.
    outcome
        `Outcome` code.
    steps
        Attempts made.
    """

    position: Float[Array, " rows"]
    state: Float[Array, "rows unknowns"]
    count: Int[Array, ""]  # pyright: ignore[reportIncompatibleMethodOverride]
    outcome: Int[Array, ""]
    steps: Int[Array, ""]


def solve_stiff(
    problem: AbstractStiffProblem,
    state: Float,
    stations: Float,
    case: Any,
    settings: StiffSettings | None = None,
) -> StiffEnds:
    """Integrate cases side by side from position zero to their last station; to be called in compiled code.

    Forward derivatives by `jax.jvp` pass through; they are those of the steps at fixed lengths.

    Parameters
    ----------
    problem
        What all cases share.
    state
        First states, shape (unknowns, lanes), in any unit.
    stations
        Rising positions at which states are kept, the last one being the end, shape (stations, lanes), in any
        unit.
    case
        What differs: a pytree of arrays with the lanes on the last axis.
    settings
        How to integrate.

    Returns
    -------
    StiffEnds
        Ends and states at the stations.

    References
    ----------
    hairer1993 (volume II, section IV.7).
    """
    settings = settings or StiffSettings()
    driver = _Driver(problem, case, stations[-1], settings)
    kept = jnp.broadcast_to(state[None], (stations.shape[0], *state.shape))

    def step(carry: tuple[Cases, Float]) -> tuple[Cases, Float]:
        cases, kept = carry
        tried, after, accepted = driver.step(cases)
        fraction = (stations - cases.position[None]) / cases.step[None]
        passed = accepted[None] & (fraction > 0.0)
        read = jax.vmap(lambda part: rodas.interpolate(cases.state, tried, part))(
            jnp.clip(fraction, 0.0, 1.0)
        )
        return after, jnp.where(passed[:, None], read, kept)

    def under_way(carry: tuple[Cases, Float]) -> Bool:
        return jnp.any(carry[0].outcome == Outcome.RUNNING)

    cases, kept = lax.while_loop(under_way, step, (driver.begin(state), kept))
    return StiffEnds(cases.position, cases.state, kept, cases.outcome, cases.steps)


def record_stiff(
    problem: AbstractStiffProblem,
    state: Float,
    end: Scalar,
    case: Any,
    settings: StiffSettings | None = None,
) -> StiffSteps:
    """Integrate one case from position zero to its end and keep every accepted step; for compiled code.

    Parameters
    ----------
    problem
        What is integrated.
    state
        First state, shape (unknowns,), in any unit.
    end
        Last position, in any unit.
    case
        What belongs to this case, without an axis of lanes.
    settings
        How to integrate; the record has room for `most_steps`.

    Returns
    -------
    StiffSteps
        The steps.
    """
    settings = settings or StiffSettings()
    lane = jax.tree.map(lambda leaf: jnp.asarray(leaf, dtype=float)[..., None], (state, end, case))
    driver = _Driver(problem, lane[2], lane[1], settings)
    rows = settings.most_steps + 1
    positions, states = jnp.zeros(rows), jnp.zeros((rows, state.shape[0])).at[0].set(state)

    def step(carry: tuple[Cases, Float, Float, Int]) -> tuple[Cases, Float, Float, Int]:
        cases, positions, states, count = carry
        _, after, accepted = driver.step(cases)
        # A refused step writes its start once more on the row that the next one will take.
        positions = positions.at[count].set(after.position[0])
        states = states.at[count].set(after.state[:, 0])
        return after, positions, states, count + accepted[0].astype(jnp.int32)

    def under_way(carry: tuple[Cases, Float, Float, Int]) -> Bool:
        return carry[0].outcome[0] == Outcome.RUNNING

    first = (driver.begin(lane[0]), positions, states, jnp.int32(1))
    cases, positions, states, count = lax.while_loop(under_way, step, first)
    return StiffSteps(positions, states, count, cases.outcome[0], cases.steps[0])


class _Driver:
    """Steps of cases on lanes, their judgement and their ends."""

    def __init__(self, problem: AbstractStiffProblem, case: Any, end: Float, settings: StiffSettings) -> None:
        self.end, self.settings, self.scale = end, settings, problem.error_scale()
        self.smallest = SMALLEST_STEP * end
        spread_rates = jax.vmap(problem.rates, in_axes=-1, out_axes=-1)
        spread_within = jax.vmap(problem.within, in_axes=-1, out_axes=-1)
        self.rates = lambda position, state: spread_rates(position, state, case)
        self.within = lambda position, state: spread_within(position, state, case)

    def begin(self, state: Float) -> Cases:
        """Cases at their start; one that starts outside the model has ended there."""
        position = jnp.zeros_like(self.end)
        outcome = jnp.where(
            self.within(position, state), jnp.int32(Outcome.RUNNING), jnp.int32(Outcome.OUTSIDE_MODEL)
        )
        first = lax.stop_gradient(FIRST_STEP * self.end)
        return Cases(position, state, first, jnp.zeros_like(outcome), outcome)

    def step(self, cases: Cases) -> tuple[rodas.Attempt, Cases, Bool]:
        """Try one step on every lane; finished lanes stay as they are."""
        tried = rodas.attempt(
            self.rates, cases.position, cases.state, cases.step, self.settings.tolerance, self.scale
        )
        running = cases.outcome == Outcome.RUNNING
        after = cases.position + cases.step
        accepted = running & (tried.error <= 1.0)
        accepted &= self.within(after, tried.state)
        refused_outside = running & (tried.error <= 1.0) & ~accepted
        position = jnp.where(accepted, after, cases.position)
        wanted = jnp.where(running, cases.step * rodas.step_factor(tried.error, accepted), cases.step)
        wanted = jnp.where(refused_outside, rodas.SHRINK * cases.step, wanted)
        left = self.end - position
        # The last two steps share the way that is left, so that the last one is not tiny.
        step = jnp.where(wanted >= left, left, jnp.where(2.0 * wanted > left, 0.5 * left, wanted))
        outcome = self._outcome(cases, running, left, wanted, refused_outside)
        moved = Cases(
            position,
            jnp.where(accepted[None], tried.state, cases.state),
            jnp.where(outcome == Outcome.RUNNING, step, cases.step),
            cases.steps + running.astype(jnp.int32),
            outcome,
        )
        return tried, moved, accepted

    def _outcome(self, cases: Cases, running: Bool, left: Float, wanted: Float, outside: Bool) -> Int:
        done = running & (left <= self.smallest)
        small = running & ~done & (wanted < self.smallest)
        spent = (
            running & ~done & ~small & (cases.steps + 1 >= jnp.asarray(self.settings.most_steps, jnp.int32))
        )
        code = jnp.where(done, jnp.int32(Outcome.COMPLETED), cases.outcome)
        code = jnp.where(spent, jnp.int32(Outcome.STEP_LIMIT), code)
        small_code = jnp.where(outside, jnp.int32(Outcome.OUTSIDE_MODEL), jnp.int32(Outcome.STEP_TOO_SMALL))
        return jnp.where(small, small_code, code)
