"""From the phase of a scenario to the command that flies it."""

from typing import Any

from boostglide.flight import (
    AbstractAxisCommand,
    AbstractCommand,
    AlongOrbit,
    AngleOfAttack,
    ConstantAngle,
    EquilibriumGlide,
    LevelOrbit,
    LinearTangent,
    PitchOver,
    PitchProgramme,
    VerticalRise,
)
from boostglide.flight import Cruise as CruiseCommand
from boostglide.flight import Schedule as ScheduleCommand
from boostglide.scenario import Scenario
from boostglide.scenario import Schedule as ScheduleModel
from boostglide.vehicle import LinearTable


def build_command(scenario: Scenario, numbers: Any, number: int) -> AbstractCommand | AbstractAxisCommand:
    """The command of a phase.

    Parameters
    ----------
    scenario
        What is flown.
    numbers
        Numbers of the scenario in SI by dotted path.
    number
        Which phase, from zero.
    """
    model: Any = scenario.phases[number]
    take = _Taker(numbers, f"phases.{number}")
    match model.phase:
        case "ballistic" | "coast" | "gravity-turn":
            return ConstantAngle.at_bank(take.like(0.0), take.like(0.0))
        case "equilibrium-glide":
            return EquilibriumGlide.at_bank(
                take("damping", 0.7), take("bank", 0.0), take("lift_fraction", 1.0)
            )
        case "schedule":
            return _schedule(model)
        case "cruise":
            return CruiseCommand(take("altitude"), take("speed"))
        case "burn":
            return LevelOrbit() if model.direction == "level" else AlongOrbit(model.direction == "prograde")
        case "vertical-rise":
            return VerticalRise()
        case "pitch-over" | "pitch-programme" | "linear-tangent":
            return _in_plane(model, take)
    if model.phase != "pull-up" and model.angle_of_attack is not None:
        return AngleOfAttack.at_bank(take("angle_of_attack"), take("bank", 0.0))
    return ConstantAngle.at_bank(take("lift_fraction", 1.0), take("bank", 0.0))


class _Taker:
    """Numbers of one phase by their last name."""

    def __init__(self, numbers: Any, place: str) -> None:
        self.numbers, self.place = numbers, place

    def __call__(self, name: str, otherwise: float | None = None) -> Any:
        path = f"{self.place}.{name}"
        return self.numbers[path] if otherwise is None or path in self.numbers else self.like(otherwise)

    def like(self, value: float) -> Any:
        """A number as many times as there are members."""
        return value + 0.0 * self.numbers["vehicle.mass"]

    @property
    def heading(self) -> Any:
        """Heading of the phase, or that of the start [rad]."""
        path = f"{self.place}.heading"
        return self.numbers[path if path in self.numbers else "start.heading"]


def _in_plane(model: Any, take: _Taker) -> AbstractAxisCommand:
    match model.phase:
        case "pitch-over":
            return PitchOver(take("tilt"), take("duration"), take.heading)
        case "linear-tangent":
            pitches = take("first_pitch"), take("last_pitch")
            return LinearTangent(*pitches, take("duration"), take.heading)
    times, pitches = ([getattr(point, name).value for point in model.points] for name in ("time", "pitch"))
    return PitchProgramme(LinearTable.from_points(times, pitches), take.heading, take("shift", 0.0))


def _schedule(model: ScheduleModel) -> ScheduleCommand:
    at = [point.at.value for point in model.points]
    banks = [0.0 if point.bank is None else point.bank.value for point in model.points]
    if model.in_angles:
        values = [point.angle_of_attack.value for point in model.points if point.angle_of_attack is not None]
    else:
        values = [1.0 if point.lift_fraction is None else point.lift_fraction for point in model.points]
    return ScheduleCommand(
        model.over,
        LinearTable.from_points(at, values),
        LinearTable.from_points(at, banks),
        model.in_angles,
    )
