"""Members of a scenario: reproducible, independent, and right."""

import numpy as np
import pytest

from boostglide.scenario import Scenario, load_text, uniform_column
from tests.scenario.examples import BOOSTER, STATE

SCENARIO = load_text(STATE, Scenario)


def test_columns_are_si_and_described():
    samples = SCENARIO.sample(500, seed=3)
    assert samples.size == 500
    assert samples.varying == ("vehicle.lift_to_drag", "vehicle.ballistic_coefficient")
    assert samples["start.speed"].tolist() == [5000.0] * 500
    assert samples["vehicle.nose_radius"][0] == pytest.approx(0.034)
    parameter = samples.parameters["vehicle.ballistic_coefficient"]
    assert (parameter.unit, parameter.label, parameter.varies) == ("kg/m^2", "ballistic coefficient", True)
    assert 4500 <= parameter.values.min() < 4550 < 5450 < parameter.values.max() <= 5500
    assert samples.parameters["phases.0.end.speed_below"].label == "speed below at the end of phase 1"


def test_the_same_seed_gives_the_same_members_and_another_does_not():
    path = "vehicle.lift_to_drag"
    assert np.array_equal(SCENARIO.sample(50, 1)[path], SCENARIO.sample(50, 1)[path])
    assert not np.any(SCENARIO.sample(50, 1)[path] == SCENARIO.sample(50, 2)[path])


def test_more_members_begin_with_the_same_ones():
    assert np.array_equal(
        SCENARIO.sample(200)["vehicle.lift_to_drag"][:50], SCENARIO.sample(50)["vehicle.lift_to_drag"]
    )


def test_another_uncertain_number_changes_no_other_column():
    text = STATE.replace("value: 34 mm", "uniform: {low: 10 mm, high: 50 mm}")
    more = load_text(text, Scenario).sample(100, 5)
    assert "vehicle.nose_radius" in more.varying
    for path in SCENARIO.sample(1).varying:
        assert np.array_equal(more[path], SCENARIO.sample(100, 5)[path])


def test_columns_are_uniform_and_uncorrelated():
    first, second = (uniform_column(path, 20_000, 0) for path in ("a.b", "a.c"))
    assert first.mean() == pytest.approx(0.5, abs=0.01)
    assert abs(np.corrcoef(first, second)[0, 1]) < 0.03


def test_columns_stay_the_same_between_versions():
    """A pasted value: results that were published with a seed must stay reproducible."""
    assert uniform_column("vehicle.lift_to_drag", 2, 0).tolist() == pytest.approx(PASTED, rel=1e-15)


PASTED = [0.6486450494756136, 0.9427288545486913]


def test_given_probabilities_are_used_and_the_rest_is_median():
    members = SCENARIO.members({"vehicle.ballistic_coefficient": np.array([0.0, 0.25, 1.0])})
    assert members["vehicle.ballistic_coefficient"].tolist() == pytest.approx([4500, 4750, 5500])
    assert members["vehicle.lift_to_drag"].tolist() == pytest.approx(
        [SCENARIO.numbers["vehicle.lift_to_drag"].distribution.quantile(np.array([0.5]))[0]] * 3
    )
    assert members.seed is None


@pytest.mark.parametrize("arguments", [(0, 0), (5, -1)])
def test_refuses_sizes_and_seeds_out_of_range(arguments):
    with pytest.raises(ValueError, match="Argument"):
        SCENARIO.sample(*arguments)


def test_refuses_unknown_paths_and_uneven_columns():
    with pytest.raises(ValueError, match="unknown paths"):
        SCENARIO.members({"vehicle.color": np.zeros(2)})
    with pytest.raises(ValueError, match="lengths"):
        SCENARIO.members({"vehicle.mass": np.zeros(2), "vehicle.lift_to_drag": np.zeros(3)})
    with pytest.raises(KeyError, match=r"vehicle\.mass"):
        SCENARIO.sample(1)["vehicle.weight"]


def test_burnout_speed_follows_the_rocket_equation():
    samples = load_text(BOOSTER, Scenario).sample(400)
    stages = samples["start.equal_staging.stages"]
    by_hand = -stages * 9.80665 * 260 * np.log(0.1 + 0.9 * (900 / 15_000) ** (1 / stages)) - 1000
    np.testing.assert_allclose(samples["start.speed"], by_hand, rtol=1e-12)
    assert np.mean(stages == 1) == pytest.approx(0.75, abs=0.07)
    assert "start.speed" in samples.varying
    assert samples.parameters["start.speed"].unit == "m/s"


def test_stages_one_by_one_give_the_burnout_speed_by_hand():
    source = 'source: "assumption: x"'
    stage = (
        f"{{{{propellant_mass: {{{{value: {{}} t, {source}}}}}, inert_mass: {{{{value: {{}} t, {source}}}}}, "
        f"specific_impulse: {{{{value: 250 s, {source}}}}}}}}}"
    )
    start, end = BOOSTER.index("  launch_mass"), BOOSTER.index("  loss:")
    text = (
        BOOSTER[:start]
        + f"  stages:\n    - {stage.format(8, 1)}\n    - {stage.format(2, 0.3)}\n"
        + BOOSTER[end:]
    )
    speed = load_text(text, Scenario).sample(3)["start.speed"]
    by_hand = 250 * 9.80665 * (np.log(12.2 / 4.2) + np.log(3.2 / 1.2)) - 1000
    np.testing.assert_allclose(speed, by_hand, rtol=1e-12)
