"""Every outcome has a sentence, and only two count as complete."""

import numpy as np
import pytest

from boostglide.core import Outcome


@pytest.mark.parametrize("outcome", Outcome)
def test_sentences(outcome):
    assert outcome.sentence[0].isupper()
    assert outcome.sentence.endswith(".")
    assert outcome.sentence.count(".") == 1


def test_sentences_differ():
    assert len({outcome.sentence for outcome in Outcome}) == len(Outcome)


def test_complete_outcomes():
    assert {outcome for outcome in Outcome if outcome.is_complete} == {Outcome.COMPLETED, Outcome.IMPACTED}


def test_codes_fit_an_array():
    codes = np.array([int(outcome) for outcome in Outcome], np.int32)
    assert [Outcome(int(code)) for code in codes] == list(Outcome)
    assert len(set(codes.tolist())) == len(Outcome)
