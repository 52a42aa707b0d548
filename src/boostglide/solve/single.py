"""One member alone: the same steps and the same end as on the lanes, for compiled flights and derivatives."""

import jax
import jax.numpy as jnp
from jax import lax

from boostglide.core import Outcome, Scalar
from boostglide.solve.problem import AbstractProblem, State
from boostglide.solve.stepper import Ends, Lanes, Settings, Stepper


def solve_one(problem: AbstractProblem, time: Scalar, state: State, settings: Settings | None = None) -> Ends:
    """Integrate one member from its start to its end; to be called in compiled code.

    It can be mapped over members by `jax.vmap` and differentiated forward by `jax.jvp`, through the end too:
    the derivative of the end follows from the implicit function theorem, that of the steps is taken at fixed
    step lengths. Reverse derivatives do not exist, since the number of steps is not known beforehand.

    Parameters
    ----------
    problem
        The member: all its fields are scalars or tables shared by all members.
    time
        Start [s].
    state
        First state, scalar leaves.
    settings
        How to integrate; `lanes` is not used.

    Returns
    -------
    Ends
        Scalar JAX leaves: end time [s], end state, which end, outcome code, attempts.
    """
    settings = settings or Settings()
    problem, time, state = jax.tree.map(lambda leaf: jnp.asarray(leaf, dtype=float), (problem, time, state))
    stepper = Stepper(problem, settings, spread=None)
    nothing = jax.tree.map(lambda _: None, problem)

    def under_way(lane: Lanes) -> Scalar:
        return lane.outcome == Outcome.RUNNING

    lane = stepper.begin(nothing, time, state, jnp.int32(0))
    return stepper.land(lax.while_loop(under_way, stepper.step, lane))
