"""Where a flight starts: a given state, or the burn-out of a rocket."""

from __future__ import annotations

import math
from typing import Annotated, Literal

import pydantic
from pydantic import Field

from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import (
    Angle,
    Chosen,
    Dimensionless,
    Given,
    Length,
    Mass,
    Speed,
    Time,
    whole,
    within,
)

_TURN = 2 * math.pi
PositiveMass = Annotated[Given[Mass], within(0, 1e7, "kg", open_low=True)]
SpecificImpulse = Annotated[Given[Time], within(0, 600, "s", open_low=True)]
InertFraction = Annotated[Given[Dimensionless], within(0, 0.95, "-", open_low=True)]


class Place(FrozenModel):
    """Altitude, direction and position at the start, common to every kind of start.

    Parameters
    ----------
    altitude
        Geodetic altitude [m].
    flight_path_angle
        Angle of the velocity above the local horizontal [rad].
    heading
        Direction of the horizontal velocity, clockwise from north [rad].
    latitude, longitude
        Geodetic position [rad].
    """

    altitude: Annotated[Given[Length], within(-500, 1e6, "km")]
    flight_path_angle: Annotated[Given[Angle], within(-_TURN / 4, _TURN / 4, "deg")]
    heading: Annotated[Given[Angle], within(-_TURN, _TURN, "deg")]
    latitude: Annotated[Given[Angle], within(-_TURN / 4, _TURN / 4, "deg")]
    longitude: Annotated[Given[Angle], within(-_TURN, _TURN, "deg")]


class State(Place):
    """A start at a given speed.

    Parameters
    ----------
    speed
        Speed [m/s].
    frame
        Whether speed, flight-path angle and heading are relative to the turning Earth or inertial.
    """

    kind: Literal["state"]
    frame: Literal["earth-relative", "inertial"] = "earth-relative"
    speed: Annotated[Given[Speed], within(0, 20_000, "km/s")]


class Stage(FrozenModel):
    """One rocket stage, first to burn first.

    Parameters
    ----------
    propellant_mass, inert_mass
        Masses [kg].
    specific_impulse
        Specific impulse, averaged over the burn [s].
    """

    propellant_mass: PositiveMass
    inert_mass: PositiveMass
    specific_impulse: SpecificImpulse


class EqualStaging(FrozenModel):
    """A rocket of alike stages, each with the same payload ratio.

    Parameters
    ----------
    stages
        Number of stages [-].
    specific_impulse
        Specific impulse of every stage [s].
    inert_fraction
        Inert mass over inert plus propellant mass of every stage [-].
    """

    stages: Annotated[Given[Dimensionless], within(1, 5, "-"), pydantic.AfterValidator(whole)]
    specific_impulse: SpecificImpulse
    inert_fraction: InertFraction


class Booster(Place):
    """A start at the burn-out of a rocket; its Earth-relative speed follows from the rocket equation.

    Parameters
    ----------
    launch_mass
        Mass of the whole rocket with payload at lift-off [kg]; with `stages` it is their sum and left out.
    payload_mass
        Mass that the last stage carries [kg]; the mass of the vehicle if left out.
    stages
        The stages, first to burn first.
    equal_staging
        Summary of alike stages, in place of `stages`.
    loss
        Speed lost to gravity, drag, steering and back pressure [m/s].
    """

    kind: Literal["booster"]
    launch_mass: PositiveMass | None = None
    payload_mass: PositiveMass | None = None
    stages: tuple[Stage, ...] = Field(default=(), max_length=5)
    equal_staging: EqualStaging | None = None
    loss: Annotated[Given[Speed], within(0, 10_000, "km/s")]

    @property
    def frame(self) -> str:
        """The burn-out speed is relative to the turning Earth, from which the rocket rose."""
        return "earth-relative"

    @pydantic.model_validator(mode="after")
    def _is_one_description(self) -> Booster:
        if bool(self.stages) == (self.equal_staging is not None):
            found = "both" if self.stages else "neither"
            raise Refusal("either `stages` or `equal_staging`", found, "keep one description of the rocket")
        if self.equal_staging is not None and self.launch_mass is None:
            raise Refusal("`launch_mass` with `equal_staging`", "no launch mass", "add `launch_mass: ...`")
        if self.stages and self.launch_mass is not None:
            advice = "remove `launch_mass`"
            raise Refusal("no `launch_mass` with `stages`, whose sum it is", "both", advice)
        return self


class Launch(FrozenModel):
    """A start at rest on the turning Earth; the rocket of the scenario brings the vehicle up.

    Parameters
    ----------
    latitude, longitude
        Geodetic position [rad].
    altitude
        Geodetic altitude of the pad [m].
    heading
        Direction of the ascent, clockwise from north [rad].
    """

    kind: Literal["launch"]
    latitude: Annotated[Given[Angle], within(-_TURN / 4, _TURN / 4, "deg")]
    longitude: Annotated[Given[Angle], within(-_TURN, _TURN, "deg")]
    altitude: Annotated[Chosen[Length], within(-500, 9000, "km")] = Field(
        default_factory=lambda: Chosen[Length](value="0 km")  # type: ignore[call-arg]
    )
    heading: Annotated[Given[Angle], within(-_TURN, _TURN, "deg")]

    @property
    def frame(self) -> str:
        """At rest relative to the turning Earth."""
        return "earth-relative"


Start = Annotated[State | Booster | Launch, Field(discriminator="kind")]
