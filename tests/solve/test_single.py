"""One member alone ends where the lanes end, and its derivatives are those of exact solutions."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.solve import Settings, sample_ensemble, sample_one, solve_ensemble, solve_one
from tests.solve.problems import Explosion, Oscillator

SETTINGS = Settings(tolerance=1e-9)
START = (jnp.asarray(1.0), jnp.asarray(0.0))


def test_ends_of_the_lanes():
    """Same steps, same end, same outcome; one member of the six meets its time limit instead."""
    omega = np.linspace(0.5, 3.0, 6)
    limit = np.where(np.arange(6) == 2, 0.3, 50.0)
    ones = np.ones(6)
    ends = solve_ensemble(Oscillator(omega, limit), 0 * ones, (ones, 0 * ones), SETTINGS)
    one = jax.jit(lambda *fields: solve_one(Oscillator(*fields), 0.0, START, SETTINGS))
    for row in range(6):
        alone = one(omega[row], limit[row])
        assert float(alone.time) == pytest.approx(ends.time[row], rel=1e-12)
        assert float(alone.state[1]) == pytest.approx(ends.state[1][row], rel=1e-11)
        assert int(alone.steps) == ends.steps[row]
        assert int(alone.outcome) == ends.outcome[row]
        assert int(alone.end) == ends.end[row]


def test_mapped_over_members():
    omega = jnp.linspace(0.5, 3.0, 6)
    ends = jax.jit(jax.vmap(lambda each: solve_one(Oscillator(each, 50.0), 0.0, START, SETTINGS)))(omega)
    np.testing.assert_allclose(ends.time * omega, 2 * np.pi / 3, rtol=1e-7)


def test_derivative_through_the_end():
    """The end comes at t = (2 pi / 3) / omega, so dt/domega = -t / omega."""

    def end_time(omega):
        return solve_one(Oscillator(omega, 50.0), 0.0, START, SETTINGS).time

    time, slope = jax.jvp(jax.jit(end_time), (jnp.asarray(2.0),), (jnp.asarray(1.0),))
    assert float(time) == pytest.approx(np.pi / 3, rel=1e-7)
    assert float(slope) == pytest.approx(-np.pi / 6, rel=1e-6)


def test_outcomes():
    def end(limit, settings):
        return solve_one(Explosion(limit), 0.0, (1.0,), settings)

    assert int(end(0.5, SETTINGS).outcome) == Outcome.TIME_LIMIT
    assert int(end(2.0, SETTINGS).outcome) == Outcome.STEP_TOO_SMALL
    assert int(end(0.5, SETTINGS._replace(most_steps=3)).outcome) == Outcome.STEP_LIMIT
    beyond = end(-1.0, SETTINGS)
    assert int(beyond.outcome) == Outcome.TIME_LIMIT
    assert int(beyond.steps) == 0
    assert float(beyond.time) == 0.0


def test_samples_of_one():
    times = np.linspace(0.0, 3.0, 7)
    sampled = sample_one(Oscillator(2.0, 9.0), 0.0, START, jnp.asarray(times), SETTINGS)
    np.testing.assert_allclose(sampled[0], np.cos(2 * times), atol=1e-7)
    ones = np.ones(1)
    many = sample_ensemble(Oscillator(2 * ones, 9.0), 0 * ones, (ones, 0 * ones), times[None], SETTINGS)
    np.testing.assert_allclose(sampled[0], many[0][0], atol=1e-12)
