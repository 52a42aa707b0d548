"""Tables of attitude and bank, and of pitch, point by point."""

from __future__ import annotations

import itertools
import math
from typing import Annotated, Any, Literal

import pydantic
from pydantic import Field

from boostglide.scenario.end import DIMENSION_OF
from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import Angle, Time
from boostglide.scenario.place import refused_at
from boostglide.scenario.quantity import Amount, parse_quantity

Over = Literal[
    "time", "phase_time", "altitude", "speed", "airspeed", "inertial_speed", "mach", "energy_height"
]


def _turn(amount: Amount) -> Amount:
    if abs(amount.value) > math.pi:
        raise Refusal("an angle from -180 deg to 180 deg", amount.text, "correct the angle")
    return amount


BoundedAngle = Annotated[Angle, pydantic.AfterValidator(_turn)]


class PitchPoint(FrozenModel):
    """One point of a pitch programme: time since the phase began [s], angle above the horizontal [rad]."""

    time: Time
    pitch: BoundedAngle


class AttitudePoint(FrozenModel):
    """One point of a schedule.

    Parameters
    ----------
    at
        Value of the quantity that the schedule runs over, with its unit.
    angle_of_attack
        Angle of attack [rad].
    lift_fraction
        Share of the best lift [-], in place of the angle.
    bank
        Bank angle, to the right [rad].
    """

    at: Any
    angle_of_attack: BoundedAngle | None = None
    lift_fraction: Annotated[float, Field(ge=0, le=5)] | None = None
    bank: BoundedAngle | None = None

    @pydantic.field_serializer("at")
    def _written(self, value: Any) -> str:
        return value.text if isinstance(value, Amount) else str(value)


class Timetable(FrozenModel):
    """Attitude and bank over a quantity of the flight, linear between points; end values hold beyond them.

    Parameters
    ----------
    over
        The quantity; values at its points rise.
    points
        The points: all with angles of attack, or all with lift fractions, or all with neither (lift fraction
        1); bank zero where it is left out.
    """

    over: Over
    points: Annotated[tuple[AttitudePoint, ...], Field(min_length=1, max_length=500)]

    @pydantic.model_validator(mode="before")
    @classmethod
    def _reads_points(cls, data: Any) -> Any:
        """Give the `at` of every point the unit of the quantity."""
        if not isinstance(data, dict) or data.get("over") not in DIMENSION_OF:
            return data
        points = data.get("points")
        if not isinstance(points, (list, tuple)):
            return data
        return {**data, "points": [cls._read(point, data["over"], n) for n, point in enumerate(points)]}

    @classmethod
    def _read(cls, point: Any, over: str, number: int) -> Any:
        if not isinstance(point, dict) or isinstance(point.get("at"), Amount) or "at" not in point:
            return point
        try:
            return {**point, "at": parse_quantity(point["at"], DIMENSION_OF[over])}
        except Refusal as refusal:
            raise refused_at(refusal, "points", number, "at") from None

    @pydantic.model_validator(mode="after")
    def _is_table(self) -> Timetable:
        values = [point.at.value for point in self.points]
        for number, (before, after) in enumerate(itertools.pairwise(values), start=1):
            if after <= before:
                advice = "sort `points` by `at`, each value once"
                raise refused_at(
                    Refusal("values that rise", self.points[number].at.text, advice), "points", number, "at"
                )
        for name in ("angle_of_attack", "lift_fraction"):
            given = [getattr(point, name) is not None for point in self.points]
            if any(given) and not all(given):
                gap = given.index(False)
                advice = "give it at every point or at none"
                raise refused_at(Refusal(f"`{name}` at every point", "a gap", advice), "points", gap)
        if self.in_angles and self.points[0].lift_fraction is not None:
            raise Refusal("`angle_of_attack` or `lift_fraction`", "both", "keep one of them")
        return self

    @property
    def in_angles(self) -> bool:
        """Whether the schedule gives angles of attack."""
        return self.points[0].angle_of_attack is not None
