"""Stiff problems with known answers, order, invariants, outcomes and derivatives of the Rosenbrock method."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy.integrate import solve_ivp

from boostglide.core import Outcome
from boostglide.solve import (
    AbstractStiffProblem,
    StiffSettings,
    over_lanes,
    record_stiff,
    rodas,
    solve_stiff,
)
from boostglide.solve.elimination import factorised, solved


class Robertson(AbstractStiffProblem):
    """Three species; the fast one stays at a trace."""

    def rates(self, position, state, case):
        slow, back, fast = 0.04 * state[0], 1e4 * state[1] * state[2], 3e7 * state[1] ** 2
        return jnp.stack([back - slow, slow - back - fast, fast])

    def error_scale(self):
        return jnp.array([1e-4, 1e-7, 1e-4])


class VanDerPol(AbstractStiffProblem):
    """Relaxation oscillations; the case is the stiffness."""

    def rates(self, position, state, case):
        return jnp.stack([state[1], case * (1.0 - state[0] ** 2) * state[1] - state[0]])

    def error_scale(self):
        return jnp.array([1e-2, 1e-2])


class Driven(AbstractStiffProblem):
    """y' = -case (y - sin x) + cos x: y = sin x from 0."""

    def rates(self, position, state, case):
        return -case * (state - jnp.sin(position)) + jnp.cos(position)

    def error_scale(self):
        return jnp.ones(1)


class Growth(AbstractStiffProblem):
    """y' = case y^2, infinite at 1 / (case y0); the model ends at 100."""

    def rates(self, position, state, case):
        return case * state**2

    def error_scale(self):
        return jnp.ones(1)

    def within(self, position, state, case):
        return (state[0] < 100.0) | (case > 1.5)


@jax.jit
def robertson(tolerance):
    state = jnp.zeros((3, 2)).at[0].set(1.0)
    stations = jnp.broadcast_to(jnp.array([0.4, 40.0, 4e4])[:, None], (3, 2))
    return solve_stiff(Robertson(), state, stations, None, StiffSettings(tolerance))


def radau(rates, end, start, points):
    return solve_ivp(rates, (0.0, end), start, "Radau", points, rtol=1e-9, atol=1e-13).y


def test_robertson_against_scipy():
    found = robertson(1e-7)

    def rates(_, state):
        slow, back, fast = 0.04 * state[0], 1e4 * state[1] * state[2], 3e7 * state[1] ** 2
        return back - slow, slow - back - fast, fast

    expected = radau(rates, 4e4, [1.0, 0.0, 0.0], [0.4, 40.0, 4e4])
    assert np.asarray(found.stations)[:, :, 0] == pytest.approx(expected.T, rel=1e-6)
    assert found.outcome.tolist() == [Outcome.COMPLETED] * 2


def test_linear_invariants_are_kept_to_rounding_at_any_tolerance():
    assert float(jnp.max(jnp.abs(jnp.sum(robertson(1e-2).stations, axis=1) - 1.0))) < 1e-14


def test_van_der_pol_against_scipy():
    record = jax.jit(lambda: record_stiff(
        VanDerPol(), jnp.array([2.0, 0.0]), jnp.asarray(150.0), jnp.asarray(100.0), StiffSettings(1e-7, 3000)
    ))()  # fmt: skip
    count = int(record.count)
    points = np.asarray(record.position)[1:count:25]
    expected = radau(lambda _, y: (y[1], 100.0 * (1.0 - y[0] ** 2) * y[1] - y[0]), 150.0, [2.0, 0.0], points)
    assert np.asarray(record.state)[1:count:25].T[0] == pytest.approx(expected[0], rel=2e-3, abs=2e-3)
    assert int(record.outcome) == Outcome.COMPLETED and record.position[count - 1] == 150.0


def test_the_order_is_four_where_time_appears_too():
    @jax.jit
    def end(steps):
        width = jnp.ones(1) / steps

        def one(number, state):
            rates = jax.vmap(lambda x, y: Driven().rates(x, y, 5.0), in_axes=-1, out_axes=-1)
            position = number.astype(float) * width
            return rodas.attempt(rates, position, state, width, 1.0, jnp.ones(1)).state

        return jax.lax.fori_loop(0, steps.astype(jnp.int32), one, jnp.zeros((1, 1)))

    errors = [abs(float(end(jnp.asarray(float(count)))[0, 0]) - np.sin(1.0)) for count in (10, 20, 40)]
    orders = np.log2(np.divide(errors[:-1], errors[1:]))
    assert np.all(orders > 3.7)


def test_very_stiff_forcing_is_followed():
    found = jax.jit(
        lambda: solve_stiff(Driven(), jnp.zeros((1, 1)), jnp.full((1, 1), 3.0), jnp.full(1, 1e6))
    )()
    assert float(found.state[0, 0]) == pytest.approx(np.sin(3.0), abs=1e-5)
    assert int(found.steps[0]) < 200


def test_failures_are_outcomes_with_the_last_state():
    @jax.jit
    def run(most):
        state, case = jnp.array([[1.0, 1.0, jnp.nan, 1.0]]), jnp.array([1.0, 2.0, 1.0, 1e-3])
        return solve_stiff(Growth(), state, jnp.full((1, 4), 2.0), case, StiffSettings(1e-6, most))

    found = run(2000)
    codes = [Outcome.OUTSIDE_MODEL, Outcome.STEP_TOO_SMALL, Outcome.OUTSIDE_MODEL, Outcome.COMPLETED]
    assert found.outcome.tolist() == codes
    assert float(found.position[0]) == pytest.approx(0.99, abs=1e-3)  # y = 1 / (1 - x) reaches 100
    assert float(found.position[1]) == pytest.approx(0.5, abs=1e-6)
    assert bool(jnp.all(jnp.isfinite(found.stations[:, :, 1])))
    assert run(5).outcome.tolist()[3] == Outcome.STEP_LIMIT


def test_forward_derivative():
    def end(case):
        return solve_stiff(Driven(), jnp.ones((1, 1)), jnp.ones((1, 1)), case[None]).state[0, 0]

    value, slope = jax.jit(lambda case: jax.jvp(end, (case,), (jnp.ones(()),)))(jnp.asarray(3.0))
    assert float(value) == pytest.approx(np.sin(1.0) + np.exp(-3.0), abs=1e-6)
    assert float(slope) == pytest.approx(-np.exp(-3.0), abs=1e-5)


def test_elimination_solves():
    matrix = np.random.default_rng(1).normal(size=(6, 6, 3))
    right = np.random.default_rng(2).normal(size=(6, 3))
    found = jax.jit(lambda a, b: solved(factorised(a, jnp.array([20.0, 30.0, 40.0])), b))(matrix, right)
    for lane, diagonal in enumerate((20.0, 30.0, 40.0)):
        expected = np.linalg.solve(matrix[:, :, lane] + diagonal * np.eye(6), right[:, lane])
        assert np.asarray(found)[:, lane] == pytest.approx(expected, rel=1e-12)


def doubled(shared, lanes):
    return {"sum": shared * (lanes["a"] + jnp.sum(lanes["b"], axis=0)), "b": lanes["b"]}


@pytest.mark.parametrize("members", [1, 5, 300])
def test_members_are_dealt_in_order(members):
    a, b = np.arange(float(members)), np.arange(2.0 * members).reshape(members, 2)
    seen = []
    found = over_lanes(doubled, 2.0, {"a": a, "b": b}, seen.append)
    assert found["sum"] == pytest.approx(2.0 * (a + b.sum(axis=1)))
    assert np.array_equal(found["b"], b) and seen[-1] == members
