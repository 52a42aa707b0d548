"""What a scenario accepts and refuses."""

import pytest

from boostglide.scenario import Scenario, load_text
from tests.scenario.examples import BOOSTER, STATE, faults, only_fault


def test_defaults_are_filled_in():
    scenario = load_text(STATE, Scenario)
    assert scenario.world.rotation
    assert scenario.phases[0].damping.distribution.bounds == (0.7, 0.7)
    assert scenario.limits.skip_out_altitude.distribution.bounds == (150e3, 150e3)
    assert scenario.start.frame == "earth-relative"
    assert scenario.phases[0].end.condition == "speed_below"


def test_numbers_keep_their_words_and_sources():
    numbers = load_text(STATE, Scenario).numbers
    assert numbers["vehicle.lift_to_drag"].text == "triangular from 1.5 to 3, most likely 2.4"
    assert numbers["vehicle.lift_to_drag"].source == "vinh1980"
    assert numbers["vehicle.ballistic_coefficient"].text == "5,000 kg/m^2 ± 10 %"
    assert numbers["vehicle.ballistic_coefficient"].distribution.bounds == (4500, 5500)
    assert numbers["phases.0.end.speed_below"].source == "choice of this scenario"
    assert load_text(STATE, Scenario).sources[0] == "assumption: the standard atmosphere, unscaled"


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("name: small-example", "name: Small Example", "name", "pattern"),
        ("boostglide-scenario/1", "boostglide-scenario/2", "format", "boostglide-scenario/1"),
        (
            '{value: 900 kg, source: "assumption: an example"}',
            "900 kg",
            "vehicle.mass",
            "`value: 900 kg` and",
        ),
        (
            '{value: 900 kg, source: "assumption: an example"}',
            "{value: 900 kg}",
            "vehicle.mass.source",
            "add",
        ),
        ("value: 900 kg", "value: 900", "vehicle.mass.value", "without a unit"),
        ("value: 900 kg", "value: 900 km", "vehicle.mass.value", "which is a length"),
        ("value: 900 kg", "value: 0 kg", "vehicle.mass", "values above 0 kg"),
        ("value: 0.85", "value: 1.2", "vehicle.emissivity", "up to 1"),
        ("value: 0.85", "value: 85", "vehicle.emissivity", "up to 1"),
        ("source: vinh1980", "source: vinh1981", "vehicle.lift_to_drag.source", "did you mean `vinh1980`?"),
        ("source: vinh1980", "source: guess", "vehicle.lift_to_drag.source", "a sentence that names"),
        ("source: vinh1980", "source:", "vehicle.lift_to_drag.source", "valid string"),
        ("low: 1.5, mode: 2.4", "low: 1.5, mode: 3.4", "vehicle.lift_to_drag", "a mode between low and high"),
        ("low: 1.5, mode: 2.4", "low: 3.5, mode: 2.4", "vehicle.lift_to_drag", "low below high"),
        ("low: 1.5, mode: 2.4", "low: 1 ± 1, mode: 2.4", "vehicle.lift_to_drag", "without ±"),
        (
            "value: 0.85",
            "value: 0.85, uniform: {low: 0.1, high: 0.2}",
            "vehicle.emissivity",
            "exactly one of",
        ),
        ("value: 0.85", "normal: {mean: 0.85, standard_deviation: 0.1}", "vehicle.emissivity", "add `low`"),
        ("value: 5 km/s", "value: Mach 15", "start.speed.value", "depends on the air"),
        (
            "speed_below: 2 km/s",
            "speed_below: Mach 5",
            "phases.0.end.speed_below.value",
            "depends on the air",
        ),
        ("{speed_below: 2 km/s}", "{speed_below: 2 km/s, time: 5 s}", "phases.0.end", "exactly one of"),
        ("{speed_below: 2 km/s}", "{}", "phases.0.end", "exactly one of"),
        (
            "phase: equilibrium-glide",
            "phase: equilibrum-glide",
            "phases.0",
            "did you mean `equilibrium-glide`?",
        ),
        (
            "    end:",
            "    lift_fracton: 1\n    end:",
            "phases.0.lift_fracton",
            "did you mean `lift_fraction`?",
        ),
        ("kind: state", "kind: stateX", "start", "did you mean `state`?"),
        ("kind: state", "kind: state\n  frame: moon", "start.frame", "earth-relative"),
        ("value: 60 km", 'value: "2,000 km"', "start.altitude", "up to 1,000 km"),
        ("phases:", "phases:\n  - phase: ballistic", "phases", "none in phase 1 of 2 (ballistic)"),
        ("vehicle:", "world: {gravity_degree: 5}\nvehicle:", "world.gravity_degree", "0, 2, 3 or 4"),
        ("vehicle:", "world: {rotation: maybe}\nvehicle:", "world.rotation", "boolean"),
    ],
)
def test_refuses_with_field_and_advice(old, new, field, words):
    fault = only_fault(old, new)
    assert fault.field == field
    assert words in str(fault)
    assert fault.line > 0


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("value: 15 t", "value: 0.8 t", "a payload lighter than the rocket"),
        ("value: 1 km/s", "value: 5 km/s", "a burn-out speed above zero"),
        ("values: [1, 2]", "values: [1, 1.5]", "a whole number"),
        ("  loss:", "  stages: [{}]\n  loss:", "this field"),
        (
            '  launch_mass: {value: 15 t, source: "assumption: an example"}\n',
            "",
            "`launch_mass` with `equal_staging`",
        ),
    ],
)
def test_refuses_rockets_that_make_no_sense(old, new, words):
    assert any(words in str(fault) for fault in faults(BOOSTER.replace(old, new, 1)))


def test_the_fault_of_a_field_names_its_line():
    fault = only_fault("mass: {value: 900 kg", "mass: {value: 900")
    assert (
        fault.line
        == STATE.splitlines().index('  mass: {value: 900 kg, source: "assumption: an example"}') + 1
    )


def test_digest_ignores_layout_and_follows_content():
    scenario = load_text(STATE, Scenario)
    assert load_text("# comment\n" + STATE, Scenario).digest == scenario.digest
    assert load_text(STATE.replace("900 kg", "901 kg"), Scenario).digest != scenario.digest


def test_a_dumped_scenario_loads_again():
    scenario = load_text(BOOSTER, Scenario)
    content = scenario.model_dump(mode="json", by_alias=True)
    assert Scenario.model_validate(content) == scenario
