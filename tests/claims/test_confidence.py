import pytest

from boostglide.claims import Grounds, confidence_in_study
from boostglide.claims.confidence import confidence_in_dates


def grounds(validation="passed", regime="inside", parameters="published"):
    return Grounds(validation=validation, regime=regime, parameters=parameters, because="It was checked")


@pytest.mark.parametrize(
    ("changes", "completed", "margin", "level"),
    [
        ({}, 1.0, None, "high"),
        ({"parameters": "estimated"}, 1.0, None, "moderate"),
        ({"validation": "none"}, 1.0, None, "low"),
        ({"regime": "outside"}, 1.0, None, "low"),
        ({}, 0.9, None, "moderate"),
        ({}, 1.0, 0.05, "moderate"),
        ({"parameters": "estimated"}, 1.0, 0.31, "high"),
        ({"parameters": "estimated"}, 1.0, 0.2, "moderate"),
        ({"validation": "none"}, 1.0, 0.01, "low"),
    ],
)
def test_level_follows_the_weakest_ground_and_the_margin(changes, completed, margin, level):
    found = confidence_in_study([grounds(**changes)], completed, 0.1, margin)
    assert found.level == level
    assert found.because.startswith("It was checked.")


def test_the_weakest_study_counts():
    found = confidence_in_study([grounds(), grounds(validation="none")], 1.0, 0.1, None)
    assert found.level == "low"


def test_dates_read_second_hand_weigh_less():
    assert confidence_in_dates(second_hand=True).level == "moderate"
    assert confidence_in_dates(second_hand=False).level == "high"
