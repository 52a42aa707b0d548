"""What must agree between the parts of a scenario before anything is flown."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from boostglide.scenario.fault import Refusal
from boostglide.scenario.phase import ConstantAngle, Cruise, Schedule
from boostglide.scenario.place import refused_at
from boostglide.scenario.start import Launch

if TYPE_CHECKING:
    from boostglide.scenario.document import Scenario

GRAVITY = 9.8
"""Gravity on the ground with which lift-off is checked [m/s^2]; between 9.78 and 9.83 on the ellipsoid."""

PRESSURE = 101_325.0
"""Pressure at sea level [Pa], us76."""

WITH_ANGLES = ("table", "shape")
"""Kinds of aerodynamics that know angles of attack."""


def check_scenario(scenario: Scenario) -> None:
    """Check phases against vehicle and rocket.

    Raises
    ------
    pydantic_core.ValidationError
        At the first field that does not agree with another.
    """
    _check_stages(scenario)
    _check_start(scenario)
    for number, phase in enumerate(scenario.phases):
        _check_phase(scenario, number, phase)
    names = [watch.name for watch in scenario.events]
    for number, name in enumerate(names):
        if name in names[:number]:
            refusal = Refusal("names of events that differ", f"`{name}` again", "rename one")
            raise refused_at(refusal, "events", number, "name")


def _check_stages(scenario: Scenario) -> None:
    stages = [(n, getattr(phase, "stage", None)) for n, phase in enumerate(scenario.phases)]
    before = 0
    for number, stage in stages:
        if stage is None:
            continue
        count = 0 if scenario.rocket is None else len(scenario.rocket.stages)
        if stage > count:
            found = f"stage {stage}"
            expected = f"a stage from 1 to {count}" if count else "a `rocket` whose stages burn"
            raise refused_at(Refusal(expected, found, "add the stage to `rocket`"), "phases", number, "stage")
        if stage < before:
            expected = f"stage {before} or a later one, since stages are dropped in turn"
            raise refused_at(Refusal(expected, f"stage {stage}", "reorder"), "phases", number, "stage")
        before = stage


def _check_start(scenario: Scenario) -> None:
    if not isinstance(scenario.start, Launch):
        return
    first = scenario.phases[0]
    if getattr(first, "stage", None) is None:
        advice = "begin with a phase under thrust, such as `vertical-rise`"
        raise refused_at(
            Refusal("thrust in the first phase of a launch", f"`{first.phase}`", advice), "phases", 0
        )
    ratio = thrust_to_weight(scenario)
    if ratio <= 1:
        expected = "a first stage whose thrust exceeds the weight of the rocket"
        found = f"at best {ratio:.2f} times the weight"
        advice = "check thrust, nozzle exit area and masses"
        raise refused_at(Refusal(expected, found, advice), "rocket", "stages", 0, "vacuum_thrust")


def thrust_to_weight(scenario: Scenario) -> float:
    """Greatest ratio of thrust to weight at lift-off that the numbers of a scenario allow [-]."""
    rocket: Any = scenario.rocket
    payload = (rocket.payload_mass or scenario.vehicle.mass).distribution.bounds[0]
    parts = [part for stage in rocket.stages for part in (stage.propellant_mass, stage.inert_mass)]
    mass = payload + sum(part.distribution.bounds[0] for part in parts)
    stage = rocket.stages[0]
    share = max(stage.thrust_profile.fraction) if stage.thrust_profile else 1.0
    push = stage.vacuum_thrust.distribution.bounds[1] * share
    back = PRESSURE * stage.nozzle_exit_area.distribution.bounds[0]
    back *= math.exp(-scenario.start.altitude.distribution.bounds[1] / 8000.0)  # type: ignore[union-attr]
    return (push - back) / (mass * GRAVITY)


def _check_phase(scenario: Scenario, number: int, phase: Any) -> None:
    if isinstance(phase, Cruise) and scenario.vehicle.engine is None:
        refusal = Refusal("a vehicle with an `engine`", "none", "add `engine` to the vehicle")
        raise refused_at(refusal, "phases", number, "phase")
    angles = isinstance(phase, Schedule) and phase.in_angles
    angles = angles or (isinstance(phase, ConstantAngle) and phase.angle_of_attack is not None)
    described = scenario.vehicle.aerodynamics
    if angles and (described is None or described.kind not in WITH_ANGLES):
        kind = "lift-to-drag" if described is None else described.kind
        expected = "a vehicle whose aerodynamics know angles of attack (kind `table` or `shape`)"
        advice = "use `lift_fraction` instead of `angle_of_attack`"
        raise refused_at(Refusal(expected, f"kind `{kind}`", advice), "phases", number)
