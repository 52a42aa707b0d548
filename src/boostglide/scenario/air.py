"""The air of a scenario: which atmosphere, how uncertain, and what wind."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from typing import Annotated, Any, Literal

import pydantic
from pydantic import AfterValidator, Field

from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import (
    Angle,
    Chosen,
    Density,
    Dimensionless,
    Given,
    Length,
    Pressure,
    Source,
    Speed,
    Temperature,
    within,
)
from boostglide.scenario.place import refused_at
from boostglide.scenario.table import rising

MOST_POINTS = 10_000
AltitudeAxis = Annotated[
    tuple[Length, ...], Field(min_length=1, max_length=MOST_POINTS), AfterValidator(rising)
]
Index = Annotated[float, Field(ge=0, le=1000)]


class Exponential(FrozenModel):
    """An isothermal atmosphere, to reproduce papers that use one.

    Parameters
    ----------
    surface_density
        Density at altitude zero [kg/m^3].
    scale_height
        Height over which density falls by e [m].
    temperature
        Temperature everywhere [K].
    """

    kind: Literal["exponential"]
    surface_density: Annotated[Given[Density], within(0, 100, "kg/m^3", open_low=True)]
    scale_height: Annotated[Given[Length], within(1e3, 1e5, "km")]
    temperature: Annotated[Given[Temperature], within(50, 2000, "K")]


class Msis(FrozenModel):
    """A vertical profile of an NRLMSIS model; solar indices are stated, never looked up.

    Parameters
    ----------
    version
        ``"00"`` (NRLMSISE-00), ``"2.0"`` or ``"2.1"``.
    date
        Universal time.
    latitude, longitude
        Place of the profile [rad].
    f107, f107a
        Solar radio flux of the day before and its 81-day mean [1e-22 W/m^2/Hz].
    ap
        Geomagnetic index of the day, or the seven numbers of the storm mode [-].
    source
        Where the indices come from.
    """

    kind: Literal["msis"]
    version: Literal["00", "2.0", "2.1"]
    date: datetime.datetime
    latitude: Angle
    longitude: Angle
    f107: Index
    f107a: Index
    ap: Index | Annotated[tuple[Index, ...], Field(min_length=7, max_length=7)]
    source: Source


class Profile(FrozenModel):
    """Air by altitude, from a table.

    Parameters
    ----------
    altitude
        Rising geometric altitudes [m].
    density, temperature
        Density [kg/m^3] and temperature [K] at each.
    pressure
        Pressure at each [Pa]; from the gas law if left out.
    source
        Where the table comes from.
    """

    kind: Literal["profile"]
    altitude: AltitudeAxis
    density: tuple[Density, ...]
    temperature: tuple[Temperature, ...]
    pressure: tuple[Pressure, ...] = ()
    source: Source

    @pydantic.model_validator(mode="after")
    def _is_complete(self) -> Profile:
        if len(self.altitude) < 4:
            advice = "give more points"
            raise refused_at(Refusal("at least 4 altitudes", f"{len(self.altitude)}", advice), "altitude")
        names = ["density", "temperature", *(["pressure"] if self.pressure else [])]
        check_columns(self, names, positive=True)
        return self


Atmosphere = Literal["us76", "none"] | Annotated[Exponential | Msis | Profile, Field(discriminator="kind")]


def check_columns(model: Any, names: Sequence[str], *, positive: bool = False) -> None:
    """Check that columns have an entry for each altitude, and that they are positive where they must be.

    Raises
    ------
    pydantic_core.ValidationError
        At the first entry that is wrong.
    """
    for name in names:
        column = getattr(model, name)
        if len(column) != len(model.altitude):
            expected = f"{len(model.altitude)} values, one for each altitude"
            raise refused_at(Refusal(expected, f"{len(column)}", "fill the gap"), name)
        for number, amount in enumerate(column):
            if not math.isfinite(amount.value) or (positive and amount.value <= 0):
                kind = "a positive value" if positive else "a finite value"
                raise refused_at(Refusal(kind, amount.text, "correct the value"), name, number)


class DensityVariation(FrozenModel):
    """Random departure of the density, alike at neighbouring altitudes and different from member to member.

    Parameters
    ----------
    altitude
        Rising altitudes [m].
    standard_deviation
        Standard deviation of the logarithm of density at each [-].
    correlation_length
        Height over which departures are alike [m].
    source
        Where the numbers come from.
    """

    altitude: AltitudeAxis
    standard_deviation: tuple[Annotated[float, Field(ge=0, le=1)], ...]
    correlation_length: Length
    source: Source

    @pydantic.model_validator(mode="after")
    def _is_complete(self) -> DensityVariation:
        if len(self.altitude) < 2 or len(self.standard_deviation) != len(self.altitude):
            expected = "at least two altitudes, and a standard deviation for each"
            found = f"{len(self.altitude)} and {len(self.standard_deviation)}"
            raise Refusal(expected, found, "complete the table")
        span = self.altitude[-1].value - self.altitude[0].value
        if not span / 100 <= self.correlation_length.value:
            expected = "a correlation length of at least a hundredth of the range of altitudes"
            raise refused_at(
                Refusal(expected, self.correlation_length.text, "choose a longer one"), "correlation_length"
            )
        return self


class SteadyWind(FrozenModel):
    """The same wind at every altitude [m/s]."""

    kind: Literal["constant"]
    eastward: Annotated[Chosen[Speed], within(-500, 500, "m/s")]
    northward: Annotated[Chosen[Speed], within(-500, 500, "m/s")]


class WindTable(FrozenModel):
    """Wind by altitude, linear between the points.

    Parameters
    ----------
    altitude
        Rising altitudes [m].
    eastward, northward
        Velocity of the air at each [m/s].
    scale
        Factor on the wind [-].
    source
        Where the table comes from.
    """

    kind: Literal["profile"]
    altitude: AltitudeAxis
    eastward: tuple[Speed, ...]
    northward: tuple[Speed, ...]
    scale: Annotated[Chosen[Dimensionless], within(-10, 10, "-")] = Field(
        default_factory=lambda: Chosen[Dimensionless](value=1.0)  # type: ignore[call-arg]
    )
    source: Source

    @pydantic.model_validator(mode="after")
    def _is_complete(self) -> WindTable:
        if len(self.altitude) < 2:
            raise refused_at(Refusal("at least 2 altitudes", "1", "give more points"), "altitude")
        check_columns(self, ("eastward", "northward"))
        return self


Wind = Annotated[SteadyWind | WindTable, Field(discriminator="kind")]
