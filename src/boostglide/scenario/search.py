"""Searches: a free number of the scenario is found so that the flight reaches a stated value."""

from __future__ import annotations

from typing import Annotated, Any

import pydantic
from pydantic import Field

from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.quantity import Amount, parse_quantity

WANTED = {
    "burnout_speed": "speed",
    "burnout_flight_path_angle": "angle",
    "burnout_altitude": "length",
    "apogee": "length",
    "ground_range": "length",
    "flight_time": "time",
    "peak_deceleration": "acceleration",
}
"""What a search may ask for, and its kind of unit."""

PLACES = ("latitude", "longitude", "place", "target", "aim_point", "impact_point")
REFUSED = (
    "a quantity of the flight that is no place: this program analyses flights and does not aim them, so that "
    "a search for a point on the ground is not built"
)


def _wanted(value: object) -> str:
    if value in PLACES:
        raise Refusal(REFUSED, f"`{value}`", f"ask for one of {', '.join(WANTED)}")
    if value not in WANTED:
        raise Refusal(f"one of {', '.join(WANTED)}", f"`{value}`", "correct the name")
    return str(value)


class Search(FrozenModel):
    """One search: the number at `unknown` is varied between two values until `wanted` has its value.

    Parameters
    ----------
    unknown
        Dotted path of a number of the scenario, for example ``phases.1.tilt``.
    low, high
        Between which it is looked for, with units.
    wanted
        What the flight shall reach, a key of `WANTED`.
    value
        The value to be reached, with its unit.
    """

    unknown: Annotated[str, Field(pattern=r"^[a-z0-9_.]{3,120}$")]
    low: Any
    high: Any
    wanted: Annotated[str, pydantic.BeforeValidator(_wanted)]
    value: Any

    @pydantic.field_validator("value", mode="after")
    @classmethod
    def _is_amount(cls, value: Any, info: pydantic.ValidationInfo) -> Any:
        wanted = info.data.get("wanted")
        return value if isinstance(value, Amount) or wanted is None else parse_quantity(value, WANTED[wanted])

    @pydantic.field_serializer("low", "high", "value")
    def _written(self, value: Any) -> str:
        return value.text if isinstance(value, Amount) else str(value)

    def bounds(self, unit_kind: str) -> tuple[float, float]:
        """Low and high in SI, read in the kind of unit of the unknown.

        Parameters
        ----------
        unit_kind
            Key of `DIMENSIONS`.

        Raises
        ------
        Refusal
            If a bound cannot be read, or they do not rise.
        """
        low, high = (parse_quantity(each, unit_kind).value for each in (self.low, self.high))
        if not low < high:
            raise Refusal("`low` below `high`", f"{self.low} and {self.high}", "exchange them")
        return low, high
