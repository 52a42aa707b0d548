"""The lanes against exact solutions, against fixed steps and against diffrax."""

import diffrax
import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.solve import Settings, sample_ensemble, solve_ensemble, solve_fixed_step
from tests.solve.problems import Explosion, Oscillator

TIGHT = Settings(tolerance=1e-10, first_step=0.01)


def _members(count):
    omega = np.linspace(0.05, 3.0, count)
    return Oscillator(omega, 20.0), np.zeros(count), (np.ones(count), np.zeros(count))


def _exact_end(omega):
    return np.minimum(2 * np.pi / 3 / omega, 20.0)


@pytest.mark.parametrize("count", [1, 3, 64, 700, 5000])
def test_ends_are_exact_for_any_number_of_members(count):
    problem, time, state = _members(count)
    ends = solve_ensemble(problem, time, state, TIGHT)
    exact = _exact_end(problem.omega)
    np.testing.assert_allclose(ends.time, exact, atol=2e-9)
    np.testing.assert_allclose(ends.state[0], np.cos(problem.omega * exact), atol=2e-9)
    reached = ends.outcome == Outcome.COMPLETED
    assert np.all(np.abs(ends.state[0][reached] + 0.5) < 1e-14)
    np.testing.assert_array_equal(reached, 2 * np.pi / 3 / problem.omega < 20.0)
    np.testing.assert_array_equal(ends.end, np.where(reached, 0, 1))


def test_a_member_does_not_depend_on_its_company():
    problem, time, state = _members(700)
    together = solve_ensemble(problem, time, state, TIGHT)
    part = slice(300, 340)
    alone = solve_ensemble(
        Oscillator(problem.omega[part], 20.0), time[part], (state[0][part], state[1][part]), TIGHT
    )
    np.testing.assert_allclose(together.time[part], alone.time, rtol=1e-13)
    np.testing.assert_array_equal(together.steps[part], alone.steps)


def test_error_falls_with_the_tolerance_at_fifth_order():
    errors, steps = [], []
    for tolerance in (1e-6, 1e-8, 1e-10):
        problem, time, state = _members(100)
        ends = solve_ensemble(problem, time, state, TIGHT._replace(tolerance=tolerance))
        errors.append(np.abs(ends.time - _exact_end(problem.omega)).max())
        steps.append(ends.steps.mean())
    assert errors[0] > 20 * errors[1] > 400 * errors[2]
    assert steps[2] / steps[1] == pytest.approx(100 ** (1 / 5), rel=0.25)


def test_fixed_steps_agree_with_adaptive_ones():
    problem, time, state = _members(50)
    adaptive = solve_ensemble(problem, time, state, TIGHT)
    fixed = solve_fixed_step(problem, time, jax.tree.map(jnp.asarray, state), 0.01)
    np.testing.assert_allclose(fixed.time, adaptive.time, atol=1e-7)
    np.testing.assert_array_equal(fixed.outcome, adaptive.outcome)


def test_samples_follow_the_exact_solution():
    problem, time, state = _members(300)
    ends = solve_ensemble(problem, time, state, TIGHT)
    times = np.linspace(0.0, 1.0, 40) * ends.time[:, None]
    states = sample_ensemble(problem, time, state, times, TIGHT)
    np.testing.assert_allclose(states[0], np.cos(problem.omega[:, None] * times), atol=1e-8)


def test_diffrax_agrees():
    problem, time, state = _members(1)
    ends = solve_ensemble(problem, time, state, TIGHT)
    solution = diffrax.diffeqsolve(
        diffrax.ODETerm(
            lambda t, y, _: jax.tree.map(lambda k: k.astype(float), problem_rates(problem, t, y))
        ),
        diffrax.Dopri5(),
        0.0,
        float(ends.time[0]),
        0.01,
        (jnp.ones(()), jnp.zeros(())),
        stepsize_controller=diffrax.PIDController(rtol=1e-10, atol=1e-12),
    )
    assert float(solution.ys[0][0]) == pytest.approx(float(ends.state[0][0]), abs=1e-8)


def problem_rates(problem, time, state):
    return Oscillator(jnp.asarray(problem.omega[0]), 20.0).rates(time, state)


def test_a_member_that_starts_beyond_its_end_ends_at_once():
    ends = solve_ensemble(
        Oscillator(np.ones(2), 20.0), np.zeros(2), (np.array([1.0, -0.8]), np.zeros(2)), TIGHT
    )
    assert ends.time[1] == 0.0
    assert ends.state[0][1] == -0.8
    assert ends.outcome[1] == Outcome.COMPLETED


def test_an_impossible_step_is_an_outcome_that_keeps_the_last_state():
    ends = solve_ensemble(Explosion(np.array([2.0, 0.5])), np.zeros(2), (np.ones(2),), TIGHT)
    assert ends.outcome[0] in (Outcome.STEP_TOO_SMALL, Outcome.STEP_LIMIT)
    assert np.isfinite(ends.state[0][0])
    assert ends.time[0] == pytest.approx(1.0, abs=1e-3)
    assert ends.outcome[1] == Outcome.TIME_LIMIT
    assert ends.state[0][1] == pytest.approx(2.0, rel=1e-9)


def test_the_step_limit_is_an_outcome():
    problem, time, state = _members(4)
    ends = solve_ensemble(problem, time, state, TIGHT._replace(most_steps=5))
    assert set(ends.outcome.tolist()) == {int(Outcome.STEP_LIMIT)}


def test_members_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="must have 3 entries, but one has 2"):
        solve_ensemble(Oscillator(np.ones(2), 20.0), np.zeros(3), (np.ones(3), np.zeros(3)))


def test_no_members_are_refused():
    with pytest.raises(ValueError, match="at least one member"):
        solve_ensemble(Oscillator(np.ones(0), 20.0), np.zeros(0), (np.ones(0), np.zeros(0)))


def test_progress_counts_members():
    seen = []
    problem, time, state = _members(70)
    solve_ensemble(problem, time, state, TIGHT, seen.append)
    assert seen == [70]
