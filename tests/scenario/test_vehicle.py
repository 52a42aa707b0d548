"""Vehicles in a scenario: every description of lift and drag, and what is wrong with each, by line."""

import pytest

from boostglide.scenario import FrozenModel, InputError, Rocket, Vehicle, load_document, load_text

HEAD = """\
vehicle:
  name: illustrative body
  mass: {value: 900 kg, source: "assumption: an example"}
  nose_radius: {value: 34 mm, source: "assumption: an example"}
  emissivity: {value: 0.85, source: "assumption: an example"}
"""
FLAT = (
    HEAD
    + """\
  lift_to_drag: {value: 2.4, source: "assumption: an example"}
  ballistic_coefficient: {value: "5,000 kg/m^2", source: "assumption: an example"}
"""
)
MACH_TABLE = (
    HEAD
    + """\
  aerodynamics:
    kind: mach-table
    mach: [2, 5, 10]
    lift_coefficient: [0.4, 0.35, 0.3]
    drag_coefficient: [0.2, 0.16, 0.15]
    reference_area: 2 m^2
    source: "assumption: an example"
"""
)
TABLE = (
    HEAD
    + """\
  aerodynamics:
    kind: table
    mach: [2, 10]
    angle_of_attack: [0 deg, 10 deg, 20 deg]
    lift_coefficient:
      - [0, 0.2, 0.5]
      - [0, 0.15, 0.4]
    drag_coefficient:
      - [0.1, 0.15, 0.3]
      - [0.08, 0.12, 0.25]
    reference_area: {value: 2 m^2, source: "assumption: an example"}
    trim_angle: {value: 10 deg ± 1 deg, source: "assumption: an example"}
    source: "assumption: an example"
"""
)
CONE = (
    HEAD
    + """\
  aerodynamics:
    kind: shape
    shape: sphere-cone
    nose_radius: 0.15 m
    half_angle: 9 deg
    base_radius: 0.335 m
    source: "assumption: an example"
"""
)
STAGES = """\
rocket:
  stages:
    - propellant_mass: {value: 9 t, source: "assumption: an example"}
      inert_mass: {value: 1 t, source: "assumption: an example"}
      vacuum_thrust: {value: 440 kN, source: "assumption: an example"}
      specific_impulse: {value: 260 s, source: "assumption: an example"}
      nozzle_exit_area: {value: 0.4 m^2, source: "assumption: an example"}
      diameter: {value: 1 m, source: "assumption: an example"}
      thrust_profile: {time: [0 s, 10 s, 60 s], fraction: [0.8, 1, 0.75], source: "assumption: an example"}
      drag: {mach: [0, 1, 5], drag_coefficient: [0.2, 0.5, 0.2], source: "assumption: an example"}
"""


class Craft(FrozenModel):
    vehicle: Vehicle


class Carrier(FrozenModel):
    rocket: Rocket


def faults(text, model=Craft):
    with pytest.raises(InputError) as error:
        load_text(text, model, "craft.yaml")
    return error.value.faults


def fault(text, old, new, model=Craft):
    """The single fault after one replacement; its line must hold what was put in."""
    assert text.count(old) >= 1, old
    found = faults(text.replace(old, new, 1), model)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("text", [FLAT, MACH_TABLE, TABLE, CONE])
def test_every_description_is_read(text):
    vehicle = load_text(text, Craft).vehicle
    assert vehicle.mass.distribution.bounds == (900, 900)
    assert (vehicle.aerodynamics is None) == (text is FLAT)


def test_a_plain_number_of_a_table_has_the_source_of_the_table():
    area = load_text(MACH_TABLE, Craft).vehicle.aerodynamics.reference_area
    assert area.source == "assumption: an example" and area.unit == "m^2"


def test_axes_without_rise_are_named_by_value():
    found = fault(MACH_TABLE, "[2, 5, 10]", "[2, 5, 5]")
    assert found.field == "vehicle.aerodynamics.mach.2" and found.line == 8
    assert found.expected == "values that rise, here above 5" and found.found == "5"
    found = fault(TABLE, "10 deg, 20 deg]", "10 deg, 9 deg]")
    assert found.field == "vehicle.aerodynamics.angle_of_attack.2" and found.found == "9 deg"


def test_gaps_are_named_by_row():
    found = fault(MACH_TABLE, "[0.4, 0.35, 0.3]", "[0.4, 0.35]")
    assert found.field == "vehicle.aerodynamics.lift_coefficient" and found.line == 9
    assert found.expected == "3 entries, one for each value of `mach`" and found.found == "2"
    found = fault(TABLE, "- [0, 0.15, 0.4]", "- [0, 0.15]")
    assert found.field == "vehicle.aerodynamics.lift_coefficient.1" and found.line == 12
    assert "`angle_of_attack`" in found.expected
    found = fault(TABLE, "- [0, 0.15, 0.4]", "- [0, null, 0.4]")
    assert found.field == "vehicle.aerodynamics.lift_coefficient.1.1" and found.line == 12
    assert found.found == "nothing" and "gap" in found.advice


def test_wrong_nesting_is_named_by_row():
    found = fault(TABLE, "- [0, 0.15, 0.4]", "- 0.15")
    assert found.expected == "a list over `angle_of_attack`" and found.found == "0.15" and found.line == 12
    found = fault(TABLE, "[0.08, 0.12, 0.25]", "[[0.08], [0.12], [0.25]]")
    assert found.expected == "a number" and found.line == 15


def test_a_body_without_drag_is_refused():
    found = fault(TABLE, "[0.08, 0.12, 0.25]", "[0.08, 0, 0.25]")
    assert found.field == "vehicle.aerodynamics.drag_coefficient.1.1" and found.found == "0"


def test_a_table_has_one_pair_of_coefficients():
    found = fault(TABLE, "lift_coefficient:", "axial_force_coefficient:")
    assert found.found == "axial_force_coefficient and drag_coefficient"


def test_a_third_axis_needs_its_length():
    text = TABLE.replace("    lift_co", "    log10_knudsen: [-4]\n    lift_co", 1)
    rows = "      [[[1], [1], [1]], [[1], [1], [1]]]"
    text = text.replace("      - [0, 0.2, 0.5]\n      - [0, 0.15, 0.4]", rows)
    text = text.replace("      - [0.1, 0.15, 0.3]\n      - [0.08, 0.12, 0.25]", rows)
    assert [each.field for each in faults(text)] == ["vehicle.aerodynamics.reference_length"]
    text = text.replace("    trim_angle", "    reference_length: 1 m\n    trim_angle")
    assert load_text(text, Craft).vehicle.aerodynamics.axes[-1] == ("log10_knudsen", 1)


def test_lift_and_drag_are_described_once():
    found = fault(FLAT, '  lift_to_drag: {value: 2.4, source: "assumption: an example"}\n', "")
    assert found.field == "vehicle.lift_to_drag" and "aerodynamics" in found.advice
    text = MACH_TABLE + '  lift_to_drag: {value: 2, source: "assumption: an example"}\n'
    (found,) = faults(text)
    assert found.field == "vehicle.lift_to_drag" and found.line == 13


def test_unknown_fields_suggest_the_nearest():
    found = fault(TABLE, "trim_angle", "trim_angel")
    assert found.advice == "did you mean `trim_angle`?" and found.field == "vehicle.aerodynamics.trim_angel"
    missing, unknown = faults(CONE.replace("half_angle", "half_angel"))
    assert (missing.field, missing.found) == ("vehicle.aerodynamics.half_angle", "nothing")
    assert unknown.advice == "did you mean `half_angle`?" and unknown.line == 10


def test_parts_of_a_shape_must_fit():
    found = fault(CONE, "nose_radius: 0.15 m", "nose_radius: 0.5 m")
    assert found.field == "vehicle.aerodynamics.nose_radius" and found.line == 9
    assert "nose meets the cone" in found.expected and found.found == "0.5"


def test_a_shape_takes_no_distribution():
    found = fault(CONE, "nose_radius: 0.15 m", "nose_radius: 0.15 m ± 10 %")
    assert "computed once" in found.expected and "drag_scale" in found.advice


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/etc/passwd.stl", "passwd"),
        ("../body.stl", "../body"),
        ("a/../../body.stl", "body"),
        ("~/body.stl", "~"),
        ("body.obj", "body.obj"),
        ("nowhere.stl", "no file there"),
        ("link.stl", "leads out"),
        ("open.stl", "open edges"),
        ("empty.stl", ""),
    ],
)
def test_a_mesh_that_cannot_be_used_is_refused(tmp_path, path, found):
    folder = tmp_path / "scenario"
    folder.mkdir()
    (tmp_path / "body.stl").write_text("solid a\nendsolid a\n")
    (folder / "link.stl").symlink_to(tmp_path / "body.stl")
    (folder / "empty.stl").write_bytes(b"")
    (folder / "open.stl").write_text(_stl(FACES[:-1]))
    (folder / "craft.yaml").write_text(_mesh(path))
    with pytest.raises(InputError) as error:
        load_document(folder / "craft.yaml", Craft)
    (fault,) = error.value.faults
    assert fault.field == "vehicle.aerodynamics.file" and fault.line == 9
    assert found in fault.found


def test_a_closed_mesh_is_read_and_known_by_its_content(tmp_path):
    (tmp_path / "craft.yaml").write_text(_mesh("meshes/body.stl"))
    (tmp_path / "meshes").mkdir()
    (tmp_path / "meshes" / "body.stl").write_text(_stl(FACES))
    craft = load_document(tmp_path / "craft.yaml", Craft)
    assert "sha256" in craft.model_dump(mode="json")["vehicle"]["aerodynamics"]["file"]
    assert craft.vehicle.aerodynamics.body().opening < 1e-12


def test_a_mesh_needs_a_document_that_is_a_file():
    assert "no file" in faults(_mesh("body.stl"))[0].found


CORNERS = ((0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1))
FACES = ((0, 2, 1), (0, 1, 3), (0, 3, 2), (1, 2, 3))


def _stl(faces):
    parts = ["solid body"]
    for face in faces:
        corners = "".join("vertex {} {} {}\n".format(*CORNERS[corner]) for corner in face)
        parts.append(f"facet normal 0 0 0\nouter loop\n{corners}endloop\nendfacet")
    return "\n".join([*parts, "endsolid body\n"])


def _mesh(path):
    return HEAD + (
        f"  aerodynamics:\n    kind: shape\n    shape: mesh\n    file: {path!r}\n    reference_area: 1 m^2\n"
        '    reference_length: 1 m\n    source: "assumption: an example"\n'
    )


def test_stages_are_read():
    (stage,) = load_text(STAGES, Carrier).rocket.stages
    assert stage.full_thrust_time == pytest.approx(9000 * 260 * 9.80665 / 440e3)
    assert stage.thrust_profile.mean_fraction * 60 == pytest.approx(9 + 43.75)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("[0 s, 10 s, 60 s]", "[0 s, 10 s, 10 s]", "time.2"),
        ("[0 s, 10 s, 60 s]", "[1 s, 10 s, 60 s]", "time.0"),
        ("[0.8, 1, 0.75]", "[0.8, 1]", "fraction"),
        ("[0.8, 1, 0.75]", "[0.8, 1, -1]", "fraction.2"),
        ("[0 s, 10 s, 60 s]", "[0 s, 10 s, 90 s]", None),
    ],
)
def test_a_thrust_profile_must_rise_and_burn_the_propellant(old, new, field):
    found = fault(STAGES, old, new, Carrier)
    place = "rocket.stages.0.thrust_profile" + (f".{field}" if field else "")
    assert found.field == place and found.line == 9


def test_drag_needs_a_diameter():

    text = STAGES.replace('      diameter: {value: 1 m, source: "assumption: an example"}\n', "")
    (found,) = faults(text, Carrier)
    assert found.field == "rocket.stages.0.drag" and "diameter" in found.advice


def test_an_engine_burns_less_than_the_vehicle_weighs():
    engine = """\
  engine:
    fuel_mass: {value: 900 kg, source: "assumption: an example"}
    specific_impulse: {mach: [4, 6], specific_impulse: [1000 s, 900 s], source: "assumption: an example"}
"""
    (found,) = faults(FLAT + engine)
    assert found.field == "vehicle.engine.fuel_mass" and found.line == 9
    good = FLAT + engine.replace("900 kg", "300 kg")
    assert load_text(good, Craft).vehicle.engine.specific_impulse.mach == (4, 6)
    found = fault(good, "1000 s, 900 s", "1000 s, 0 s")
    assert found.field == "vehicle.engine.specific_impulse.specific_impulse.1"
