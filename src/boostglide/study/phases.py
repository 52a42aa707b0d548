"""From the phases of a scenario to commands, ends, masses and motors."""

from typing import Any

import jax.numpy as jnp

from boostglide.core import Outcome
from boostglide.flight import (
    AbstractEnd,
    AltitudeAbove,
    AltitudeBelow,
    FlightPathAngleAbove,
    Ground,
    Phase,
    PhaseTimeReached,
    QuantityReached,
    SpeedBelow,
    TimeReached,
)
from boostglide.scenario import Cruise, Launch, Scenario
from boostglide.study.commands import build_command
from boostglide.study.vehicles import build_engine, build_motor, stage_aerodynamics
from boostglide.vehicle import AbstractAerodynamics, AbstractPropulsion

LEAVES = ("ballistic", "coast", "skip", "burn")
"""Kinds of phase without thrust from a stage that may climb to the top of the atmosphere model."""


def carries_mass(scenario: Scenario) -> bool:
    """Whether the mass changes along a flight, so that states carry it."""
    return scenario.rocket is not None or scenario.vehicle.engine is not None


def build_phases(scenario: Scenario, numbers: Any) -> tuple[Phase, ...]:
    """The phases of a flight.

    Parameters
    ----------
    scenario
        What is flown.
    numbers
        Numbers of the scenario in SI by dotted path.
    """
    return tuple(_phase(scenario, numbers, number) for number in range(len(scenario.phases)))


def attached(scenario: Scenario, number: int) -> int | None:
    """Index of the lowest stage that is still attached in a phase; None where the vehicle flies alone.

    A stage is dropped when no later phase burns it.
    """
    stages = [getattr(phase, "stage", None) for phase in scenario.phases[number:]]
    burning = [stage for stage in stages if stage is not None]
    return min(burning) - 1 if burning else None


def stack_mass(scenario: Scenario, numbers: Any, number: int) -> Any:
    """Mass with full tanks of what is attached in a phase [kg]."""
    lowest = attached(scenario, number)
    if lowest is None or scenario.rocket is None:
        return numbers["vehicle.mass"]
    mass = _payload(numbers)
    for index in range(lowest, len(scenario.rocket.stages)):
        mass = mass + _stage_mass(numbers, index)
    return mass


def _payload(numbers: Any) -> Any:
    return numbers["rocket.payload_mass" if "rocket.payload_mass" in numbers else "vehicle.mass"]


def _stage_mass(numbers: Any, index: int) -> Any:
    place = f"rocket.stages.{index}"
    return numbers[f"{place}.propellant_mass"] + numbers[f"{place}.inert_mass"]


def _phase(scenario: Scenario, numbers: Any, number: int) -> Phase:
    model = scenario.phases[number]
    least = _least_mass(scenario, numbers, number)
    end, spent = _end(scenario, numbers, number), least
    if model.end is None and least is not None and model.phase != "pitch-over":
        end, spent = QuantityReached("mass", least, rising=False), None
    drops = number > 0 and attached(scenario, number) != attached(scenario, number - 1)
    thrust = getattr(model, "stage", None) is not None
    return Phase(
        model.phase,
        build_command(scenario, numbers, number),
        end,
        may_leave_atmosphere=thrust or model.phase in LEAVES,
        aerodynamics=_aerodynamics(scenario, numbers, number),
        propulsion=_propulsion(scenario, numbers, number),
        ignition=_ignition(scenario, number),
        start_mass=stack_mass(scenario, numbers, number) if drops else None,
        least_mass=spent,
        on_ground=number == 0 and isinstance(scenario.start, Launch),
    )


def _least_mass(scenario: Scenario, numbers: Any, number: int) -> Any:
    """Mass at which the propellant of a phase is spent [kg]; None without propulsion."""
    model = scenario.phases[number]
    if isinstance(model, Cruise):
        return numbers["vehicle.mass"] - numbers["vehicle.engine.fuel_mass"]
    stage = getattr(model, "stage", None)
    if stage is None or scenario.rocket is None:
        return None
    mass = _payload(numbers) + numbers[f"rocket.stages.{stage - 1}.inert_mass"]
    for index in range(stage, len(scenario.rocket.stages)):
        mass = mass + _stage_mass(numbers, index)
    return mass


def _aerodynamics(scenario: Scenario, numbers: Any, number: int) -> AbstractAerodynamics | None:
    lowest = attached(scenario, number)
    if lowest is None or scenario.rocket is None:
        return None
    place = f"rocket.stages.{lowest}"
    return stage_aerodynamics(scenario.rocket.stages[lowest], numbers, place)


def _propulsion(scenario: Scenario, numbers: Any, number: int) -> AbstractPropulsion | None:
    model = scenario.phases[number]
    if isinstance(model, Cruise) and scenario.vehicle.engine is not None:
        return build_engine(scenario.vehicle.engine, numbers)
    stage = getattr(model, "stage", None)
    if stage is None or scenario.rocket is None:
        return None
    return build_motor(scenario.rocket.stages[stage - 1], numbers, f"rocket.stages.{stage - 1}")


def _ignition(scenario: Scenario, number: int) -> int | None:
    """Number of the phase in which the motor of this one was lit: phases in a row share a burn."""
    stage = getattr(scenario.phases[number], "stage", None)
    if stage is None:
        return None
    while number and getattr(scenario.phases[number - 1], "stage", None) == stage:
        number -= 1
    return number


def _end(scenario: Scenario, numbers: Any, number: int) -> AbstractEnd:
    model = scenario.phases[number]
    if model.end is None:
        if model.phase == "pitch-over":
            return PhaseTimeReached(numbers[f"phases.{number}.duration"])
        return Ground(numbers["limits.ground"], Outcome.COMPLETED)
    condition = model.end.condition
    return end_of(condition, numbers[f"phases.{number}.end.{condition}"])


def end_of(condition: str, value: Any) -> AbstractEnd:
    """The end that a condition of a scenario names.

    Parameters
    ----------
    condition
        Field of a scenario's `End`.
    value
        Its value in SI.
    """
    match condition:
        case "altitude_below":
            return AltitudeBelow(value)
        case "altitude_above":
            return AltitudeAbove(value)
        case "speed_below":
            return SpeedBelow(value)
        case "flight_path_angle_above":
            return FlightPathAngleAbove(jnp.sin(value))
        case "time":
            return TimeReached(value, Outcome.COMPLETED)
        case "duration":
            return PhaseTimeReached(value)
    quantity, _, direction = condition.rpartition("_")
    return QuantityReached(quantity, value, rising=direction == "above")
