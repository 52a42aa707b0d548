import numpy as np
import pytest

from boostglide.plasma import blackout_stretches


def test_stretches():
    time = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0])
    excess = np.array([-1.0, 1.0, 3.0, -1.0, -2.0, 2.0])
    first, second = blackout_stretches(time, excess)
    assert (first.start, first.end, first.is_cut) == (0.5, 2.75, False)
    assert (second.start, second.end, second.is_cut) == (4.5, 5.0, True)
    assert first.duration == 2.25
    assert [s[:2] for s in blackout_stretches(time, excess > 0)] == [(0.5, 2.5), (4.5, 5.0)]
    assert blackout_stretches(time, excess > 99) == []
    assert blackout_stretches(time, excess < 99)[0][:2] == (0.0, 5.0)


@pytest.mark.parametrize(
    ("time", "blocked", "fault"),
    [([0.0, 1.0], [True], "one shape"), ([1.0, 0.0], [True, False], "must not fall")],
)
def test_stretches_refuse(time, blocked, fault):
    with pytest.raises(ValueError, match=fault):
        blackout_stretches(np.array(time), np.array(blocked))


def test_a_time_may_stand_twice():
    found = blackout_stretches(np.array([0.0, 1.0, 1.0, 2.0]), np.array([False, False, True, True]))
    assert [(each.start, each.end) for each in found] == [(1.0, 2.0)]
