"""The catalogue of vehicles: every file, and how a scenario takes one and amends it."""

import pathlib

import pytest

from boostglide.core import bibliography
from boostglide.scenario import (
    InputError,
    Scenario,
    VehicleFile,
    bundled_vehicles,
    load_text,
    load_vehicle,
)
from tests.scenario.examples import STATE
from tests.scenario.test_vehicle import Carrier, Craft, faults

ROOT = pathlib.Path(__file__).resolve().parents[2]

CLASSES = {
    "htv2-class-glider",
    "cone-glider-class",
    "medium-range-booster",
    "orbital-booster-class",
    "intercontinental-boost-glide",
    "scramjet-cruise",
    "ballistic-reentry-body",
}


def test_the_classes_are_there():
    assert set(bundled_vehicles()) >= CLASSES


def test_the_reference_page_lists_every_vehicle():
    page = (ROOT / "docs" / "reference" / "vehicle-files.md").read_text(encoding="utf-8")
    assert [name for name in bundled_vehicles() if f"| `{name}` |" not in page] == []


@pytest.mark.parametrize("name", bundled_vehicles())
def test_every_file_is_whole(name):
    vehicle = load_vehicle(name)
    assert vehicle.name == name
    assert vehicle.summary.strip() and vehicle.numbers
    assert vehicle.vehicle or vehicle.rocket
    assert set(vehicle.references) <= set(bibliography())
    assert (vehicle.kind == "booster") <= (vehicle.rocket is not None)
    body = vehicle.vehicle
    if body is not None:
        assert 1 < body.mass.distribution.bounds[0]


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_classes_are_not_models_of_a_system(name):
    vehicle = load_vehicle(name)
    assert "illustrative" in vehicle.summary
    assert all(number.source for number in vehicle.numbers.values())


def test_conflicting_values_stand_side_by_side():
    beta = load_vehicle("htv2-class-glider").ballistic_coefficient
    assert beta.text == "13,000 kg/m^2" and beta.source == "acton2015"
    assert [(other.text, other.source) for other in beta.also] == [("4,680 kg/m^2", "candler2022")]
    assert beta.distribution.bounds == (13_000, 13_000)


def test_another_value_has_its_source():
    text = """\
vehicle:
  catalogue: htv2-class-glider
  mass: {value: 900 kg, source: "assumption: x y", also: [{value: 1 t}]}
"""
    (found,) = faults(text)
    assert (found.field, found.line) == ("vehicle.mass.also.0.source", 3)


@pytest.mark.parametrize(
    ("name", "payload", "mass"),
    [("medium-range-booster", 1000, 15e3), ("orbital-booster-class", 1800, 190e3)],
)
def test_stages_sum_to_the_published_mass(name, payload, mass):
    stages = load_vehicle(name).rocket.stages
    parts = [number for stage in stages for number in (stage.propellant_mass, stage.inert_mass)]
    assert payload + sum(part.distribution.bounds[0] for part in parts) == pytest.approx(mass, rel=0.01)


def test_stages_burn_for_the_published_time():
    stages = load_vehicle("intercontinental-boost-glide").rocket.stages
    assert [stage.full_thrust_time for stage in stages] == pytest.approx((56.4, 60.7, 72.0), rel=1e-3)


def test_a_scenario_takes_a_vehicle_and_amends_it():
    text = """\
vehicle:
  catalogue: htv2-class-glider
  mass: {value: 900 kg, source: "assumption: an example"}
"""
    vehicle = load_text(text, Craft).vehicle
    assert vehicle.mass.distribution.bounds == (900, 900)
    assert vehicle.lift_to_drag == load_vehicle("htv2-class-glider").lift_to_drag
    assert vehicle.name == "htv2-class-glider"


def test_a_whole_scenario_flies_a_vehicle_of_the_catalogue():
    start = STATE.index("vehicle:")
    text = STATE[:start] + "vehicle: {catalogue: ram-c-ii}\n" + STATE[STATE.index("start:") :]
    scenario = load_text(text, Scenario)
    assert "vehicle.aerodynamics.base_radius" in scenario.numbers
    assert "grantham1970" in scenario.sources


def test_aerodynamics_without_kind_are_amended():
    text = """\
vehicle:
  catalogue: apollo-command-module
  aerodynamics:
    drag_scale: {uniform: {low: 0.95, high: 1.05}, source: "assumption: an example"}
"""
    aerodynamics = load_text(text, Craft).vehicle.aerodynamics
    assert aerodynamics.kind == "mach-table" and aerodynamics.drag_scale.distribution.varies


def test_other_aerodynamics_take_the_place_of_those_of_the_catalogue():
    table = """\
vehicle:
  catalogue: htv2-class-glider
  aerodynamics:
    kind: coefficients
    lift_coefficient: {value: 0.3, source: "assumption: an example"}
    drag_coefficient: {value: 0.1, source: "assumption: an example"}
    reference_area: {value: 1 m^2, source: "assumption: an example"}
"""
    assert load_text(table, Craft).vehicle.lift_to_drag is None
    flat = """\
vehicle:
  catalogue: apollo-command-module
  lift_to_drag: {value: 0.3, source: "assumption: an example"}
  ballistic_coefficient: {value: 325 kg/m^2, source: "assumption: an example"}
"""
    assert load_text(flat, Craft).vehicle.aerodynamics is None


def test_faults_of_amendments_carry_the_line_of_the_scenario():
    text = "vehicle:\n  catalogue: htv2-class-glider\n  emissivity: {value: 3 m, source: us76}\n  masss: 3\n"
    places = [(each.line, each.field) for each in faults(text)]
    assert places == [(3, "vehicle.emissivity.value"), (4, "vehicle.masss")]


def test_unknown_names_suggest_the_nearest():
    (found,) = faults("vehicle:\n  catalogue: htv2-clas-glider\n")
    assert (found.line, found.field) == (2, "vehicle.catalogue")
    assert found.advice == "did you mean `htv2-class-glider`?"
    with pytest.raises(InputError, match="did you mean `shuttle-orbiter`"):
        load_vehicle("shutle-orbiter")


def test_a_booster_is_no_vehicle_and_a_capsule_no_rocket():
    (found,) = faults("vehicle:\n  catalogue: medium-range-booster\n")
    assert found.field == "vehicle.catalogue" and "`mass`" in found.expected
    (found,) = faults("rocket:\n  catalogue: ram-c-ii\n", Carrier)
    assert found.field == "rocket.catalogue" and "medium-range-booster" in found.advice


def test_a_rocket_of_the_catalogue_carries_a_payload():
    payload = 'payload_mass: {value: 1 t, source: "assumption: x y"}'
    rocket = load_text(f"rocket:\n  catalogue: medium-range-booster\n  {payload}\n", Carrier).rocket
    assert len(rocket.stages) == 2 and rocket.payload_mass.distribution.bounds == (1000, 1000)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("kind: booster", "stages"),
        ("kind: glider", "mass"),
        ('kind: glider\nmass: {value: 1 t, source: "assumption: x y"}', "nose_radius"),
        ("kind: submarine", "kind"),
    ],
)
def test_a_file_that_lacks_something_is_refused(text, field):
    head = f"format: boostglide-vehicle/1\nname: example\ntitle: x\nsummary: x\n{text}\n"
    with pytest.raises(InputError) as error:
        load_text(head, VehicleFile, "example.yaml")
    assert error.value.faults[0].field == field
