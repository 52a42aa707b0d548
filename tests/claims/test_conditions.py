import numpy as np
import pytest

from boostglide.claims import find_condition
from boostglide.claims.conditions import best_threshold

N = 400


@pytest.fixture
def random():
    return np.random.default_rng(7)


def test_finds_a_threshold_from_either_side(random):
    lift, mass = random.uniform(1.5, 3.5, N), random.uniform(0.0, 1.0, N)
    for satisfied, at_least in ((lift >= 2.4, True), (lift <= 2.4, False)):
        found = find_condition({"mass": mass, "lift": lift}, satisfied)
        assert found is not None
        (threshold,) = found.thresholds
        assert (threshold.parameter, threshold.at_least) == ("lift", at_least)
        assert threshold.value == pytest.approx(2.4, abs=0.02)
        assert found.balanced_accuracy == 1.0
        assert np.array_equal(threshold.holds(lift), satisfied)


def test_finds_two_that_hold_together(random):
    one, two, other = (random.uniform(0.0, 1.0, N) for _ in range(3))
    found = find_condition({"one": one, "two": two, "other": other}, (one >= 0.5) & (two <= 0.5))
    assert found is not None
    sides = {each.parameter: each for each in found.thresholds}
    assert (sides["one"].at_least, sides["two"].at_least) == (True, False)
    assert [sides[name].value for name in ("one", "two")] == pytest.approx([0.5, 0.5], abs=0.05)
    assert found.balanced_accuracy > 0.95


@pytest.mark.parametrize("count", [32, 64, 128, N])
@pytest.mark.parametrize("share", [0.15, 0.5])
def test_finds_nothing_in_noise(random, count, share):
    for _ in range(10):
        noise = {str(k): random.uniform(0.0, 1.0, count) for k in range(8)}
        assert find_condition(noise, random.uniform(0.0, 1.0, count) < share) is None


def test_needs_some_of_each_kind_and_a_parameter_that_varies(random):
    value = random.uniform(0.0, 1.0, N)
    assert find_condition({"value": value}, value > np.sort(value)[-5]) is None
    assert find_condition({"value": np.ones(N)}, value > 0.5) is None
    assert find_condition({}, value > 0.5) is None


def test_cuts_only_between_different_values():
    values = np.array([1.0, 1.0, 1.0, 2.0, 2.0, 2.0])
    found = best_threshold("grade", values, values > 1.5)
    assert found.thresholds[0].value == 1.5
