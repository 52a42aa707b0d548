"""How a flight proceeds: phases, each with its law and its end, and the limits of the whole."""

from __future__ import annotations

import math
from typing import Annotated, Literal

import pydantic
from pydantic import AfterValidator, Field

from boostglide.scenario.ascent import (
    Burn,
    GravityTurn,
    LinearTangent,
    PitchOver,
    PitchProgramme,
    VerticalRise,
)
from boostglide.scenario.end import Altitude, Duration, End, Swiftness
from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import Angle, Chosen, Dimensionless, Length, Time, within
from boostglide.scenario.timetable import Timetable

LiftFraction = Annotated[Chosen[Dimensionless], within(0, 5, "-")]
Bank = Annotated[Chosen[Angle], within(-math.pi, math.pi, "deg")]
Attack = Annotated[Chosen[Angle], within(-math.pi / 2, math.pi, "deg")]


def _number(text: float) -> Chosen[Dimensionless]:
    return Chosen[Dimensionless](value=text)  # type: ignore[call-arg]


def _angle(text: str) -> Chosen[Angle]:
    return Chosen[Angle](value=text)  # type: ignore[call-arg]


def _length(text: str) -> Chosen[Length]:
    return Chosen[Length](value=text)  # type: ignore[call-arg]


class Ballistic(FrozenModel):
    """Flight without lift."""

    phase: Literal["ballistic"]
    end: End | None = None


class Coast(FrozenModel):
    """Flight without thrust and without lift, in or above the atmosphere; spent stages are dropped before."""

    phase: Literal["coast"]
    end: End | None = None


class ConstantAngle(FrozenModel):
    """Flight at a constant angle of attack and bank.

    ``entry`` and ``skip`` are the same law; a skip may climb to the top of the atmosphere model.

    Parameters
    ----------
    lift_fraction
        Lift over the lift at the best lift-to-drag ratio, at the same dynamic pressure [-].
    angle_of_attack
        Angle of attack, in place of the lift fraction, for vehicles whose aerodynamics know angles [rad].
    bank
        Angle by which the lift is turned out of the vertical plane, to the right [rad].
    """

    phase: Literal["constant-angle", "entry", "skip"]
    lift_fraction: LiftFraction = Field(default_factory=lambda: _number(1.0))
    angle_of_attack: Attack | None = None
    bank: Bank = Field(default_factory=lambda: _angle("0 deg"))
    end: End | None = None

    @pydantic.model_validator(mode="after")
    def _is_one_attitude(self) -> ConstantAngle:
        if self.angle_of_attack is not None and "lift_fraction" in self.model_fields_set:
            raise Refusal("`lift_fraction` or `angle_of_attack`", "both", "keep one of them")
        return self


class PullUp(FrozenModel):
    """Flight with lift straight up, by default until it is level.

    Parameters
    ----------
    lift_fraction
        Lift over the lift at the best lift-to-drag ratio, at the same dynamic pressure [-].
    """

    phase: Literal["pull-up"]
    lift_fraction: LiftFraction = Field(default_factory=lambda: _number(1.0))
    end: End = Field(default_factory=lambda: End(flight_path_angle_above=_angle("0 deg")))


class EquilibriumGlide(FrozenModel):
    """Glide in which lift carries what the curved path does not.

    Parameters
    ----------
    lift_fraction
        Lift over the lift at the best lift-to-drag ratio at which the glide is trimmed [-].
    bank
        Angle by which the lift is turned out of the vertical plane, to the right [rad].
    damping
        Damping ratio of the long-period oscillation about the glide [-]; 0 leaves it undamped.
    """

    phase: Literal["equilibrium-glide"]
    lift_fraction: LiftFraction = Field(default_factory=lambda: _number(1.0))
    bank: Bank = Field(default_factory=lambda: _angle("0 deg"))
    damping: Annotated[Chosen[Dimensionless], within(0, 100, "-")] = Field(
        default_factory=lambda: _number(0.7)
    )
    end: End | None = None


class Schedule(Timetable):
    """Flight by a table of attitude and bank over time, speed, Mach number, energy or altitude."""

    phase: Literal["schedule"]
    end: End | None = None


class Cruise(FrozenModel):
    """Level flight on the engine of the vehicle, until its fuel is spent or the phase ends.

    Parameters
    ----------
    altitude
        Geodetic altitude to hold [m].
    speed
        Earth-relative speed to hold [m/s].
    """

    phase: Literal["cruise"]
    altitude: Altitude
    speed: Swiftness
    end: End | None = None


Phase = Annotated[
    Ballistic
    | Coast
    | ConstantAngle
    | PullUp
    | EquilibriumGlide
    | Schedule
    | Cruise
    | VerticalRise
    | PitchOver
    | GravityTurn
    | PitchProgramme
    | LinearTangent
    | Burn,
    Field(discriminator="phase"),
]


def powered(phase: Phase) -> bool:
    """Whether a phase has thrust, and so ends at the latest when its propellant is spent."""
    return getattr(phase, "stage", None) is not None or isinstance(phase, Cruise)


def _ends(phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
    for number, phase in enumerate(phases[:-1], start=1):
        if phase.end is None and not powered(phase):
            found = f"none in phase {number} of {len(phases)} ({phase.phase})"
            advice = "add `end: ...` to it; only the last phase may go on to the ground"
            raise Refusal("an `end` in every phase but the last", found, advice)
    return phases


Phases = Annotated[tuple[Phase, ...], Field(min_length=1, max_length=40), AfterValidator(_ends)]


class Limits(FrozenModel):
    """Where every flight ends, whatever its phase.

    Parameters
    ----------
    ground
        Geodetic altitude of the ground [m].
    skip_out_altitude
        Altitude above which a flight with lift counts as having left the atmosphere again [m]; a ballistic
        phase may climb on to the top of the atmosphere model.
    time
        Longest time of the whole flight [s].
    """

    ground: Altitude = Field(default_factory=lambda: _length("0 km"))
    skip_out_altitude: Altitude = Field(default_factory=lambda: _length("150 km"))
    time: Duration = Field(default_factory=lambda: Chosen[Time](value="4 h"))  # type: ignore[call-arg]
