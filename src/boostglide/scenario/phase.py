"""How a flight proceeds: phases, each with its law and its end, and the limits of the whole."""

from __future__ import annotations

import math
from typing import Annotated, Literal

import pydantic
from pydantic import AfterValidator, Field

from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import Angle, Chosen, Dimensionless, Length, Speed, Time, within

Altitude = Annotated[Chosen[Length], within(-500, 1e6, "km")]
LiftFraction = Annotated[Chosen[Dimensionless], within(0, 5, "-")]
Bank = Annotated[Chosen[Angle], within(-math.pi, math.pi, "deg")]
Duration = Annotated[Chosen[Time], within(0, 1e6, "s", open_low=True)]


def _number(text: float) -> Chosen[Dimensionless]:
    return Chosen[Dimensionless](value=text)  # type: ignore[call-arg]


def _angle(text: str) -> Chosen[Angle]:
    return Chosen[Angle](value=text)  # type: ignore[call-arg]


def _length(text: str) -> Chosen[Length]:
    return Chosen[Length](value=text)  # type: ignore[call-arg]


class End(FrozenModel):
    """What ends a phase: exactly one condition.

    Parameters
    ----------
    altitude_below, altitude_above
        Geodetic altitude that is crossed downwards or upwards [m].
    speed_below
        Earth-relative speed that is undercut [m/s].
    flight_path_angle_above
        Flight-path angle that is exceeded [rad].
    time
        Time since the start of the flight [s].
    """

    altitude_below: Altitude | None = None
    altitude_above: Altitude | None = None
    speed_below: Annotated[Chosen[Speed], within(0, 20_000, "km/s", open_low=True)] | None = None
    flight_path_angle_above: Annotated[Chosen[Angle], within(-math.pi / 2, math.pi / 2, "deg")] | None = None
    time: Duration | None = None

    @pydantic.model_validator(mode="after")
    def _is_one(self) -> End:
        given = [name for name, value in self if value is not None]
        if len(given) != 1:
            names = ", ".join(type(self).model_fields)
            raise Refusal(f"exactly one of {names}", " and ".join(given) or "none", "keep one condition")
        return self

    @property
    def condition(self) -> str:
        """Name of the condition that is given."""
        return next(name for name, value in self if value is not None)


class Ballistic(FrozenModel):
    """Flight without lift."""

    phase: Literal["ballistic"]
    end: End | None = None


class ConstantAngle(FrozenModel):
    """Flight at a constant angle of attack and bank.

    Parameters
    ----------
    lift_fraction
        Lift over the lift at the best lift-to-drag ratio, at the same dynamic pressure [-].
    bank
        Angle by which the lift is turned out of the vertical plane, to the right [rad].
    """

    phase: Literal["constant-angle"]
    lift_fraction: LiftFraction = Field(default_factory=lambda: _number(1.0))
    bank: Bank = Field(default_factory=lambda: _angle("0 deg"))
    end: End | None = None


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


Phase = Annotated[Ballistic | ConstantAngle | PullUp | EquilibriumGlide, Field(discriminator="phase")]


def _ends(phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
    for number, phase in enumerate(phases[:-1], start=1):
        if phase.end is None:
            found = f"none in phase {number} of {len(phases)} ({phase.phase})"
            advice = "add `end: ...` to it; only the last phase may go on to the ground"
            raise Refusal("an `end` in every phase but the last", found, advice)
    return phases


Phases = Annotated[tuple[Phase, ...], Field(min_length=1, max_length=20), AfterValidator(_ends)]


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
