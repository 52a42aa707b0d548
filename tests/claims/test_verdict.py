import itertools

import pytest

from boostglide.claims import Physics, Tally, decide

HIGH, LOW, MIDDLE = Tally(100, 100, 95), Tally(100, 100, 5), Tally(100, 100, 50)
FEW = Tally(100, 79, 79)


@pytest.mark.parametrize(
    ("tallies", "separable", "physics", "share", "row"),
    [
        ((HIGH,), False, Physics.CONSISTENT, 0.95, "high"),
        ((HIGH,), True, Physics.CONSISTENT, 0.95, "high"),
        ((LOW,), False, Physics.INCONSISTENT, 0.05, "low"),
        ((LOW,), True, Physics.INCONSISTENT, 0.05, "low"),
        ((MIDDLE,), True, Physics.POSSIBLE_IF, 0.5, "separable"),
        ((MIDDLE,), False, Physics.UNDERDETERMINED, 0.5, "not-separable"),
        ((Tally(100, 100, 94),), False, Physics.UNDERDETERMINED, 0.94, "not-separable"),
        ((Tally(100, 100, 6),), True, Physics.POSSIBLE_IF, 0.06, "separable"),
        ((FEW,), True, Physics.UNDERDETERMINED, None, "too-few"),
        ((HIGH, FEW), True, Physics.UNDERDETERMINED, None, "too-few"),
        ((Tally(7, 7, 7),), True, Physics.UNDERDETERMINED, None, "too-few"),
        ((Tally(8, 8, 8),), True, Physics.CONSISTENT, 1.0, "high"),
        ((Tally(100, 80, 80),), True, Physics.CONSISTENT, 1.0, "high"),
        ((Tally(0, 0, 0),), True, Physics.UNDERDETERMINED, None, "too-few"),
        ((Tally(1, 1, 1, exact=True),), False, Physics.CONSISTENT, 1.0, "high"),
        ((Tally(1, 1, 0, exact=True),), False, Physics.INCONSISTENT, 0.0, "low"),
        ((Tally(1, 0, 0, exact=True),), False, Physics.UNDERDETERMINED, None, "too-few"),
        ((HIGH, Tally(100, 100, 99)), False, Physics.CONSISTENT, 0.95, "high"),
        ((LOW, Tally(100, 100, 1)), False, Physics.INCONSISTENT, 0.05, "low"),
        ((MIDDLE, Tally(100, 100, 80)), True, Physics.POSSIBLE_IF, 0.5, "separable"),
    ],
)
def test_decision_table(tallies, separable, physics, share, row):
    found = decide(tallies, separable)
    assert (found.physics, found.satisfied, found.why) == (physics, share, row)


@pytest.mark.parametrize("separable", [False, True])
@pytest.mark.parametrize("pair", list(itertools.permutations([HIGH, LOW, MIDDLE], 2)))
def test_disagreeing_models_are_never_averaged(pair, separable):
    found = decide(pair, separable)
    assert (found.physics, found.satisfied, found.why) == (Physics.UNDERDETERMINED, None, "models-disagree")


def test_every_share_has_one_answer():
    for satisfied, separable in itertools.product(range(101), (False, True)):
        found = decide([Tally(100, 100, satisfied)], separable).physics
        if satisfied >= 95:
            assert found is Physics.CONSISTENT
        elif satisfied <= 5:
            assert found is Physics.INCONSISTENT
        else:
            assert found is (Physics.POSSIBLE_IF if separable else Physics.UNDERDETERMINED)


def test_refuses_nothing_and_impossible_counts():
    with pytest.raises(ValueError, match="at least one tally"):
        decide([], True)
    with pytest.raises(ValueError, match="must not exceed"):
        Tally(10, 5, 6)
