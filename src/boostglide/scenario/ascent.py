"""Phases under the thrust of a rocket stage: from the pad to orbit, and out of it."""

from __future__ import annotations

import itertools
import math
from typing import Annotated, Literal

import pydantic
from pydantic import Field

from boostglide.scenario.end import Duration, End
from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import Angle, Chosen, Time, within
from boostglide.scenario.timetable import PitchPoint

Tilt = Annotated[Chosen[Angle], within(0, math.pi / 2, "deg")]
Pitch = Annotated[Chosen[Angle], within(-1.5, 1.5, "deg")]
Heading = Annotated[Chosen[Angle], within(-2 * math.pi, 2 * math.pi, "deg")]


class Powered(FrozenModel):
    """What all phases under thrust share.

    Parameters
    ----------
    stage
        Which stage of the rocket burns, counted from 1; stages before it have been dropped.
    end
        What ends the phase; it ends at the latest when the propellant of the stage is spent.
    """

    stage: Annotated[int, Field(ge=1, le=6)]
    end: End | None = None


class VerticalRise(Powered):
    """Straight up along the plumb line; as the first phase of a launch it begins at rest on the ground."""

    phase: Literal["vertical-rise"]


class PitchOver(Powered):
    """The axis tilts from the vertical at a constant rate.

    Parameters
    ----------
    tilt
        Angle from the vertical that is reached [rad].
    duration
        Time in which it is reached [s]; the phase ends then unless `end` says otherwise.
    heading
        Direction, clockwise from north [rad]; that of the start if left out.
    """

    phase: Literal["pitch-over"]
    tilt: Tilt
    duration: Duration = Field(default_factory=lambda: Chosen[Time](value="10 s"))  # type: ignore[call-arg]
    heading: Heading | None = None


class GravityTurn(Powered):
    """The axis stays along the velocity through the air; gravity alone bends the path."""

    phase: Literal["gravity-turn"]


class PitchProgramme(Powered):
    """The axis at a pitch above the local horizontal that a table gives over the time of the phase.

    Parameters
    ----------
    points
        Time since the phase began and pitch at it; linear between, rising times.
    shift
        Angle added to the whole table [rad].
    heading
        Direction, clockwise from north [rad]; that of the start if left out.
    """

    phase: Literal["pitch-programme"]
    points: Annotated[tuple[PitchPoint, ...], Field(min_length=1, max_length=500)]
    shift: Pitch = Field(default_factory=lambda: Chosen[Angle](value="0 deg"))  # type: ignore[call-arg]
    heading: Heading | None = None

    @pydantic.model_validator(mode="after")
    def _rises(self) -> PitchProgramme:
        times = [point.time.value for point in self.points]
        if any(later <= earlier for earlier, later in itertools.pairwise(times)):
            raise Refusal("times that rise", "times that do not", "sort `points` by time, each time once")
        return self


class LinearTangent(Powered):
    """The axis at a pitch whose tangent changes linearly with time: the optimum above the air.

    Parameters
    ----------
    first_pitch, last_pitch
        Angle above the local horizontal at the start and after `duration` [rad].
    duration
        Time between the two [s].
    heading
        Direction, clockwise from north [rad]; that of the start if left out.
    """

    phase: Literal["linear-tangent"]
    first_pitch: Pitch
    last_pitch: Pitch
    duration: Duration
    heading: Heading | None = None


class Burn(Powered):
    """A burn along the orbit, against it, or level: insertion, orbit change, de-orbit.

    Parameters
    ----------
    direction
        Along the inertial velocity (``prograde``), against it (``retrograde``), or along its level part.
    """

    phase: Literal["burn"]
    direction: Literal["prograde", "retrograde", "level"]
