"""The summary of a path: greatest values between points, burn-out, and where an ascent ends."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.study.summary import ascent_end, greatest
from tests.study.cases import GLIDER, scenario
from tests.study.flights import POWERED, replaced

TIME = np.array([0.0, 1.0, 2.5, 4.0, 7.0])


def peak(time, values):
    return float(greatest(jnp.asarray(time), jnp.asarray(values)))


def test_the_greatest_value_of_a_parabola_is_exact():
    """At points of uneven spacing, none of which is the vertex."""
    values = 5.0 - 0.7 * (TIME - 2.9) ** 2
    assert peak(TIME, values) == pytest.approx(5.0, abs=1e-12)
    assert values.max() < 4.9


def test_ends_and_repeated_points_are_taken_as_they_are():
    assert peak(TIME, TIME) == 7.0
    assert peak(TIME, -TIME) == 0.0
    assert peak(np.array([0.0, 1.0, 1.0, 2.0]), np.array([0.0, 3.0, 3.0, 1.0])) == 3.0
    assert peak(TIME, np.full(5, 2.0)) == 2.0


def test_the_derivative_of_the_greatest_value_is_that_at_the_vertex():
    """d/da of a - b (t - c)^2 at its top is one for a and zero for c."""

    def top(numbers):
        a, c = numbers
        return greatest(jnp.asarray(TIME), a - 0.7 * (jnp.asarray(TIME) - c) ** 2)

    np.testing.assert_allclose(jax.jacfwd(top)(jnp.asarray([5.0, 2.9])), [1.0, 0.0], atol=1e-12)


def test_the_ascent_ends_with_the_last_thrust_but_not_with_a_deorbit_burn():
    assert ascent_end(scenario(GLIDER)) is None
    assert ascent_end(scenario(POWERED)) == 0
    back = "  - phase: coast\n    end: {duration: 10 s}\n  - {phase: burn, stage: 1, direction: %s}\n"
    text = replaced(POWERED, ("  - phase: constant-angle\n    lift_fraction: 0.5\n", "%s"))
    text = text.replace(
        "      - {time: 60 s, pitch: 30 deg}\n",
        "      - {time: 60 s, pitch: 30 deg}\n    end: {duration: 20 s}\n",
    )
    glide = "  - phase: constant-angle\n    lift_fraction: 0.5\n"
    for direction, number in (("retrograde", 0), ("prograde", 2)):
        assert ascent_end(scenario(text.replace("%s", back % direction + glide))) == number
