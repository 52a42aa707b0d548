"""Quantiles of numbers that are not kept: right within the resolution, in memory that does not grow."""

import tracemalloc

import numpy as np
import pytest

from boostglide.core import Outcome, Trajectory
from boostglide.study import RunningQuantiles, quantiles_along, stream
from boostglide.study.blocks import FlownBlock
from tests.study.cases import GLIDER, scenario

SHARES = (0.0, 0.05, 0.31, 0.5, 0.95, 1.0)


def running(*blocks, bins=500):
    found = RunningQuantiles(blocks[0].shape[1], {"altitude": (-4.0, 6.0)}, bins)
    for block in blocks:
        found.add({"altitude": block})
    return found


@pytest.fixture
def numbers():
    return np.clip(np.random.default_rng(3).normal(size=(700, 5)) * np.arange(1, 6) / 4, -4, 6)


def test_quantiles_within_half_a_bin(numbers):
    found = running(*np.array_split(numbers, 7))
    assert found.resolution == {"altitude": 0.02}
    error = found.quantile(SHARES)["altitude"] - np.quantile(numbers, SHARES, axis=0)
    assert 0 < np.abs(error).max() <= 0.01 * (1 + 1e-9)


def test_few_far_numbers():
    """With few values, the quantile between two of them lies far from both."""
    found = running(np.array([[-3.0], [5.0]]))
    np.testing.assert_allclose(found.quantile((0.25, 0.5))["altitude"][:, 0], [-1.0, 1.0], atol=0.01)


def test_order_and_blocks_do_not_matter(numbers):
    whole, parts = running(numbers), running(*np.array_split(numbers[::-1], 11))
    np.testing.assert_array_equal(whole.quantile(SHARES)["altitude"], parts.quantile(SHARES)["altitude"])


def test_missing_values_do_not_count(numbers):
    numbers[100:, 2] = np.nan
    numbers[:, 4] = np.nan
    found = running(numbers)
    assert found.counted["altitude"].tolist() == [700, 700, 100, 700, 0]
    median = found.quantile((0.5,))["altitude"][0]
    np.testing.assert_allclose(median[2], np.median(numbers[:100, 2]), atol=0.01)
    assert np.isnan(median[4])


def test_values_beyond_the_bounds_are_told():
    found = running(np.array([[-9.0], [7.0], [0.0], [6.0]]))
    assert found.beyond == {"altitude": 2}
    np.testing.assert_allclose(found.quantile((0.0, 1.0))["altitude"][:, 0], [-4, 6], atol=0.02)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: RunningQuantiles(0, {"speed": (0, 1)}),
        lambda: RunningQuantiles(2, {"speed": (1, 1)}),
        lambda: RunningQuantiles(2, {"speed": (0, np.inf)}),
        lambda: running(np.zeros((2, 3))).add({"speed": np.zeros((2, 3))}),
        lambda: running(np.zeros((2, 3))).add({"altitude": np.zeros((2, 4))}),
        lambda: running(np.zeros((2, 3))).quantile((1.5,)),
    ],
)
def test_wrong_arguments_are_refused(wrong):
    with pytest.raises(ValueError, match="Argument"):
        wrong()


@pytest.mark.parametrize(
    "wrong",
    [
        {"over": "altitude"},
        {"channels": ("height",)},
        {"channels": ("ground_range",)},
        {"channels": ()},
        {"channels": ("speed", "speed")},
        {"channels": ("drag_acceleration",)},
        {"probabilities": (1.1,)},
        {"probabilities": ()},
        {"points": 1},
        {"points": [1.0, 1.0]},
        {"points": [0.0, np.nan]},
        {"bounds": {"speed": (1.0, 0.0)}, "points": [0.0, 1.0]},
    ],
)
def test_wrong_questions_are_refused(wrong):
    found = scenario(GLIDER)
    with pytest.raises(ValueError, match="Argument"):
        quantiles_along(found, found.sample(2, 0), **wrong)


def made_up_blocks(samples, points=180):
    """Blocks as from a flight, without flying; each is a new piece of memory."""
    for first in range(0, samples.size, 256):
        count = min(256, samples.size - first)
        columns = {
            name: np.zeros((256, points)) for name in Trajectory.__dataclass_fields__ if name != "assumptions"
        }
        columns["ground_range"] = np.broadcast_to(np.linspace(0, 1e6, points), (256, points)).copy()
        columns["altitude"] = np.full((256, points), 5e4)
        outcomes = np.full(count, int(Outcome.COMPLETED), np.int32)
        yield FlownBlock(count, samples, outcomes, Trajectory(**columns), ())


def test_memory_does_not_grow_with_the_members(monkeypatch):
    """Sixteen times the members, the same peak beside their own numbers."""
    monkeypatch.setattr(stream, "flown_blocks", lambda scenario, samples: made_up_blocks(samples))
    found, peaks = scenario(GLIDER), []
    for blocks in (2, 32):
        samples = found.sample(256 * blocks, 0)
        tracemalloc.start()
        data = quantiles_along(found, samples)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert data.members.values[-1] == 256 * blocks
    assert peaks[1] < 1.1 * peaks[0]
