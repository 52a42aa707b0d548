"""Phases of a scenario: masses of what is attached, burns and restarts, and faults with line and field."""

import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.flight import PhaseTimeReached, PitchOver, PitchProgramme, QuantityReached, VerticalRise
from boostglide.study import build_flight, nominal_members
from boostglide.study.phases import attached, carries_mass, stack_mass
from tests.scenario.examples import faults
from tests.study.cases import GLIDER, scenario
from tests.study.flights import POWERED, replaced

STAGE = POWERED[POWERED.index("    - propellant_mass") : POWERED.index("start:\n")]
SECOND = STAGE.replace("1.2 t", "300 kg").replace("150 kg", "50 kg").replace("60 kN", "15 kN")
PHASES = """\
phases:
  - {phase: vertical-rise, stage: 1, end: {speed_above: 60 m/s}}
  - {phase: pitch-over, stage: 1, tilt: 8 deg, duration: 6 s}
  - {phase: gravity-turn, stage: 1}
  - {phase: coast, end: {duration: 5 s}}
  - {phase: burn, stage: 2, direction: level, end: {duration: 10 s}}
  - {phase: coast, end: {duration: 20 s}}
  - {phase: burn, stage: 2, direction: prograde}
  - {phase: ballistic}
"""
LAUNCH = replaced(
    POWERED,
    ("kind: state\n", "kind: launch\n"),
    ('  speed: {value: 500 m/s, source: "assumption: an example"}\n', ""),
    ('  flight_path_angle: {value: 40 deg, source: "assumption: an example"}\n', ""),
    ('altitude: {value: 15 km, source: "assumption: an example"}', "altitude: 100 m"),
    (STAGE, STAGE + SECOND),
    (POWERED[POWERED.index("phases:\n") : POWERED.index("limits:")], PHASES),
)
PAYLOAD, FIRST_DRY, FIRST, SECOND_DRY, SECOND_WET = 500.0, 150.0, 1200.0, 50.0, 300.0


@pytest.fixture(scope="module")
def ascent():
    found = scenario(LAUNCH)
    return found, build_flight(found, nominal_members(found))


def test_masses_of_what_is_attached(ascent):
    """The first stage goes before the coast in front of the second, the second before the ballistic fall."""
    found, (flight, start) = ascent
    numbers = nominal_members(found)
    assert carries_mass(found) and not carries_mass(scenario(GLIDER))
    assert [attached(found, number) for number in range(8)] == [0, 0, 0, 1, 1, 1, 1, None]
    full = PAYLOAD + FIRST_DRY + FIRST + SECOND_DRY + SECOND_WET
    assert float(stack_mass(found, numbers, 0)[0]) == full == float(start.mass[0])
    dropped = {3: PAYLOAD + SECOND_DRY + SECOND_WET, 7: PAYLOAD}
    for number, phase in enumerate(flight.phases):
        given = None if phase.start_mass is None else float(np.ravel(phase.start_mass)[0])
        assert given == dropped.get(number), number


def test_a_burn_ends_when_its_stage_is_empty(ascent):
    """Every phase of a burn knows the mass at burn-out, also where it has another end."""
    _, (flight, _) = ascent
    empty = dict.fromkeys((0, 1, 2), full_less(FIRST)) | dict.fromkeys((4, 6), PAYLOAD + SECOND_DRY)
    for number, phase in enumerate(flight.phases):
        ends = [end for end in phase.ends if isinstance(end, QuantityReached)]
        masses = [end.value for end in ends if end.quantity == "mass"]
        assert [float(np.ravel(mass)[0]) for mass in masses] == ([empty[number]] if number in empty else [])


def full_less(propellant):
    return PAYLOAD + FIRST_DRY + FIRST + SECOND_DRY + SECOND_WET - propellant


def test_burns_share_an_ignition_only_in_a_row(ascent):
    _, (flight, _) = ascent
    assert [phase.ignition for phase in flight.phases] == [0, 0, 0, None, 4, None, 6, None]
    assert [phase.on_ground for phase in flight.phases] == [True] + 7 * [False]


def test_commands_and_ends_of_an_ascent(ascent):
    _, (flight, _) = ascent
    commands = [type(phase.command).__name__ for phase in flight.phases]
    assert commands[:3] == [VerticalRise.__name__, PitchOver.__name__, "ConstantAngle"]
    assert commands[4:7] == ["LevelOrbit", "ConstantAngle", "AlongOrbit"]
    assert isinstance(flight.phases[1].end, PhaseTimeReached)
    assert flight.phases[7].end.outcome == Outcome.COMPLETED
    programme = build_flight(scenario(POWERED), nominal_members(scenario(POWERED)))[0].phases[0].command
    assert isinstance(programme, PitchProgramme)
    np.testing.assert_allclose(programme.pitch.points, [[0.0, 60.0], np.deg2rad([40.0, 30.0])])
    assert float(np.ravel(programme.heading)[0]) == pytest.approx(np.deg2rad(60.0))


LIFTED = "  - phase: constant-angle\n    lift_fraction: 0.5\n"
CRUISE = "  - {phase: cruise, altitude: 20 km, speed: 1 km/s}\n"
SCHEDULE = GLIDER.replace(
    "  - phase: constant-angle\n    lift_fraction: 1\n",
    """\
  - phase: schedule
    over: mach
    points:
      - {at: 5, lift_fraction: 0.5}
      - {at: 10, lift_fraction: 1}
""",
)


@pytest.mark.parametrize(
    ("text", "old", "new", "line_of", "expected"),
    [
        (SCHEDULE, "at: 10", "at: 4", "at: 4", "values that rise"),
        (SCHEDULE, "{at: 10, lift_fraction: 1}", "{at: 10}", "{at: 10}", "at every point"),
        (SCHEDULE, "lift_fraction: 0.5", "angle_of_attack: 5 deg", "angle_of_attack", "at every point"),
        (POWERED, "{time: 60 s,", "{time: 0 s,", "phase: pitch-programme", "times that rise"),
        (POWERED, "    stage: 1\n", "    stage: 2\n", "stage: 2", "a stage from 1 to 1"),
        (LAUNCH, "value: 60 kN", "value: 16 kN", "16 kN", "thrust exceeds the weight"),
        (LAUNCH, "rise, stage: 1", "rise, stage: 2", "phase: pitch-over", "stages are dropped in turn"),
        (POWERED, LIFTED, CRUISE, "phase: cruise", "engine"),
    ],
    ids=["unordered", "gap", "mixed", "times", "unknown-stage", "too-weak", "stages-back", "no-engine"],
)
def test_bad_input_is_a_fault_with_its_place(text, old, new, line_of, expected):
    """What was expected is said, at the line of the text and under the path of the field."""
    broken = replaced(text, (old, new)) if text.count(old) == 1 else text.replace(old, new, 1)
    found = faults(broken)
    told = [fault for fault in found if expected in fault.expected or expected in fault.advice]
    assert told, [(fault.field, fault.expected) for fault in found]
    lines = [number for number, line in enumerate(broken.splitlines(), start=1) if line_of in line]
    assert any(abs(told[0].line - line) <= 1 for line in lines), (told[0], lines)
    assert told[0].field
    assert told[0].advice
