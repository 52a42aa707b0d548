"""The scenarios that come with the package."""

import pathlib

import numpy as np
import pytest

from boostglide.core import data_path
from boostglide.scenario import InputError, Launch, Scenario, bundled_scenarios, load_scenario, load_text


def test_the_bundled_scenarios_are_listed():
    """One for every file, and every kind of flight is there."""
    names = bundled_scenarios()
    assert names == tuple(
        sorted(path.stem for path in data_path("scenario/orbital-glide.yaml").parent.glob("*.yaml"))
    )
    wanted = {"ballistic-minimum-energy", "medium-range-launch", "round-the-world", "intercontinental-launch"}
    assert wanted | {"scramjet-cruise", "apollo-4-entry", "medium-range-ballistic-launch"} <= set(names)


@pytest.mark.parametrize("name", bundled_scenarios())
def test_every_bundled_scenario_loads_and_samples(name):
    scenario = load_scenario(name)
    samples = scenario.sample(200)
    assert scenario.name == name
    assert all(
        values.shape == (200,) and np.all(np.isfinite(values)) for values in map(samples.__getitem__, samples)
    )
    assert {"start.altitude", "vehicle.mass", "limits.ground"} <= set(samples)
    assert "start.speed" in samples or isinstance(scenario.start, Launch)
    assert scenario.assumptions


def test_the_medium_range_rocket_stays_far_below_orbital_speed():
    speed = load_scenario("medium-range-boost-glide").sample(5000)["start.speed"]
    assert 2400 < speed.min() < speed.max() < 7000


def test_a_path_is_loaded_like_a_name(tmp_path):
    path = tmp_path / "copy.yaml"
    path.write_text(data_path("scenario/htv2-class-glide.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert load_scenario(path) == load_scenario("htv2-class-glide")


def test_an_unknown_name_gets_the_nearest_one():
    with pytest.raises(InputError, match="did you mean `orbital-glide`"):
        load_scenario("orbital-glider")
    with pytest.raises(InputError, match="no such file"):
        load_scenario("missing.yaml")


def test_the_example_of_the_documentation_is_valid():
    page = pathlib.Path(__file__).parents[2] / "docs" / "reference" / "scenario-files.md"
    text = page.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    scenario = load_text(text, Scenario)
    assert scenario.sample(10).varying == (
        "vehicle.lift_to_drag",
        "vehicle.ballistic_coefficient",
        "start.speed",
    )
