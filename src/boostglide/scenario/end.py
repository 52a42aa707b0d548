"""What ends a phase, and the events that a flight is asked for: quantities and their values."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

import pydantic
from pydantic import Field

from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import (
    Angle,
    Chosen,
    Dimensionless,
    Length,
    Mass,
    Pressure,
    Speed,
    Time,
    within,
)
from boostglide.scenario.quantity import Amount, parse_quantity

Altitude = Annotated[Chosen[Length], within(-500, 1e6, "km")]
Apsis = Annotated[Chosen[Length], within(-6.4e6, 1e9, "km")]
EnergyHeight = Annotated[Chosen[Length], within(0, 1e8, "km")]
Duration = Annotated[Chosen[Time], within(0, 1e6, "s", open_low=True)]
Swiftness = Annotated[Chosen[Speed], within(0, 20_000, "km/s", open_low=True)]
PathAngle = Annotated[Chosen[Angle], within(-math.pi / 2, math.pi / 2, "deg")]
MachNumber = Annotated[Chosen[Dimensionless], within(0, 60, "-", open_low=True)]
DynamicPressure = Annotated[Chosen[Pressure], within(0, 1e8, "Pa")]
LeftMass = Annotated[Chosen[Mass], within(0, 1e7, "kg", open_low=True)]

DIMENSION_OF = {
    "time": "time",
    "phase_time": "time",
    "altitude": "length",
    "speed": "speed",
    "airspeed": "speed",
    "inertial_speed": "speed",
    "vertical_speed": "speed",
    "flight_path_angle": "angle",
    "mach": "dimensionless",
    "dynamic_pressure": "pressure",
    "density": "density",
    "energy_height": "length",
    "perigee_altitude": "length",
    "apogee_altitude": "length",
    "mass": "mass",
    "latitude": "angle",
    "longitude": "angle",
}
"""Kind of unit of each quantity of a flight that a file may name."""

QuantityName = Literal[
    "time",
    "phase_time",
    "altitude",
    "speed",
    "airspeed",
    "inertial_speed",
    "vertical_speed",
    "flight_path_angle",
    "mach",
    "dynamic_pressure",
    "density",
    "energy_height",
    "perigee_altitude",
    "apogee_altitude",
    "mass",
    "latitude",
    "longitude",
]


class End(FrozenModel):
    """What ends a phase: exactly one condition; its name says the quantity and the direction.

    Parameters
    ----------
    altitude_below, altitude_above
        Geodetic altitude that is crossed downwards or upwards [m].
    speed_below, speed_above
        Earth-relative speed that is undercut or exceeded [m/s].
    inertial_speed_below, inertial_speed_above
        Inertial speed that is undercut or exceeded [m/s].
    flight_path_angle_above, flight_path_angle_below
        Flight-path angle that is exceeded or undercut [rad].
    mach_below, mach_above
        Mach number that is undercut or exceeded [-].
    dynamic_pressure_below, dynamic_pressure_above
        Dynamic pressure that is undercut or exceeded [Pa].
    energy_height_below
        Energy height that is undercut [m].
    perigee_altitude_below, perigee_altitude_above, apogee_altitude_below, apogee_altitude_above
        Altitude of an apsis of the osculating orbit [m].
    mass_below
        Mass that is undercut [kg].
    time
        Time since the start of the flight [s].
    duration
        Time since the phase began [s].
    """

    altitude_below: Altitude | None = None
    altitude_above: Altitude | None = None
    speed_below: Swiftness | None = None
    speed_above: Swiftness | None = None
    inertial_speed_below: Swiftness | None = None
    inertial_speed_above: Swiftness | None = None
    flight_path_angle_above: PathAngle | None = None
    flight_path_angle_below: PathAngle | None = None
    mach_below: MachNumber | None = None
    mach_above: MachNumber | None = None
    dynamic_pressure_below: DynamicPressure | None = None
    dynamic_pressure_above: DynamicPressure | None = None
    energy_height_below: EnergyHeight | None = None
    perigee_altitude_below: Apsis | None = None
    perigee_altitude_above: Apsis | None = None
    apogee_altitude_below: Apsis | None = None
    apogee_altitude_above: Apsis | None = None
    mass_below: LeftMass | None = None
    time: Duration | None = None
    duration: Duration | None = None

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


class Watch(FrozenModel):
    """An event that a flight reports and that does not end a phase.

    Parameters
    ----------
    name
        What it is called in tables and files.
    quantity
        Quantity of the flight that is watched.
    value
        Value at which the event happens, with its unit.
    direction
        Whether the quantity must rise or fall through the value, or may do either.
    """

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
    quantity: QuantityName
    value: Any
    direction: Literal["rising", "falling", "either"] = "either"

    @pydantic.field_validator("value", mode="after")
    @classmethod
    def _is_amount(cls, value: Any, info: pydantic.ValidationInfo) -> Amount:
        quantity = info.data.get("quantity")
        return (
            value
            if isinstance(value, Amount) or quantity is None
            else parse_quantity(value, DIMENSION_OF[quantity])
        )

    @pydantic.field_serializer("value")
    def _written(self, value: Any) -> str:
        return value.text if isinstance(value, Amount) else str(value)
