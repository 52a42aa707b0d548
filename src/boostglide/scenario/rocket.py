"""The rocket of a scenario, stage by stage, and the engine of a vehicle that cruises."""

from __future__ import annotations

from typing import Annotated, Any

import numpy as np
import pydantic
from pydantic import Field

from boostglide.core import STANDARD_GRAVITY
from boostglide.scenario.aerodynamics_parts import Scale
from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import Area, Force, Given, Length, Mass, Source, Time, within
from boostglide.scenario.place import refused_at
from boostglide.scenario.start import PositiveMass
from boostglide.scenario.table import Impulses, MachAxis, Shares, TimeAxis, check_shape
from boostglide.scenario.vehicle_catalogue import merged_entry

MISMATCH = 0.1
"""Largest relative difference of the two total impulses that a stage states."""

SpecificImpulse = Annotated[Given[Time], within(0, 600, "s", open_low=True)]
Thrust = Annotated[Given[Force], within(0, 1e8, "kN", open_low=True)]


def _no_exit() -> Given[Area]:
    return Given[Area](value="0 m^2", source="assumption: no back-pressure on the nozzle")  # type: ignore[arg-type, call-arg]


class ThrustProfile(FrozenModel):
    """How the thrust of a stage goes over time.

    Parameters
    ----------
    time
        Rising times since ignition, from 0 [s].
    fraction
        Share of the vacuum thrust at each [-].
    source
        Where it comes from.
    """

    time: TimeAxis
    fraction: Shares
    source: Source

    @pydantic.model_validator(mode="after")
    def _is_complete(self) -> ThrustProfile:
        check_shape(self.fraction, [("time", len(self.time))], "fraction")
        first, *later = self.time
        if first.value != 0.0 or not later:
            advice = "start the profile at ignition, and end it at burn-out"
            raise refused_at(Refusal("at least two times from 0 s", first.text, advice), "time", 0)
        if self.mean_fraction <= 0:
            advice = "correct the shares"
            raise refused_at(Refusal("a share above 0 at some time", "none", advice), "fraction")
        return self

    @property
    def duration(self) -> float:
        """Time of the last point [s]."""
        return self.time[-1].value

    @property
    def mean_fraction(self) -> float:
        """Mean share of the vacuum thrust over the duration [-]."""
        times = [time.value for time in self.time]
        spans = zip(times, times[1:], self.fraction, self.fraction[1:], strict=False)
        return sum((end - start) * (first + last) / 2 for start, end, first, last in spans) / self.duration


class StageDrag(FrozenModel):
    """Drag of a rocket while a stage burns, over Mach number; the area is that of the stage's diameter.

    Parameters
    ----------
    mach
        Rising Mach numbers [-].
    drag_coefficient
        Zero-lift drag coefficient at each [-].
    normal_force_slope
        Normal-force coefficient over the angle of attack [1/rad]; 2, that of a slender body, if left out.
    drag_scale
        Factor on the drag coefficient [-]; 1 if left out.
    source
        Where they come from.
    """

    mach: MachAxis
    drag_coefficient: Annotated[tuple[Annotated[float, Field(gt=0)], ...], Field(min_length=1)]
    normal_force_slope: Annotated[float, Field(ge=0, le=100)] = 2.0
    drag_scale: Scale | None = None
    source: Source
    note: str = ""

    @pydantic.model_validator(mode="after")
    def _is_complete(self) -> StageDrag:
        check_shape(self.drag_coefficient, [("mach", len(self.mach))], "drag_coefficient")
        return self


class PoweredStage(FrozenModel):
    """A stage of a rocket that is flown under thrust.

    Parameters
    ----------
    name
        What it is called.
    propellant_mass, inert_mass
        What it burns, and what is dropped after it [kg].
    vacuum_thrust
        Thrust in vacuum, at its share 1 of the profile [N].
    specific_impulse
        Specific impulse in vacuum [s].
    nozzle_exit_area
        Area on which the air pushes back [m^2]; 0 if left out.
    diameter
        Largest diameter of the rocket while the stage burns [m].
    thrust_profile
        How the thrust goes over time; constant if left out.
    drag
        Drag while the stage burns; none if left out.
    """

    name: str = ""
    propellant_mass: PositiveMass
    inert_mass: PositiveMass
    vacuum_thrust: Thrust
    specific_impulse: SpecificImpulse
    nozzle_exit_area: Annotated[Given[Area], within(0, 100, "m^2")] = Field(default_factory=_no_exit)
    diameter: Annotated[Given[Length], within(0, 20, "m", open_low=True)] | None = None
    thrust_profile: ThrustProfile | None = None
    drag: StageDrag | None = None

    @pydantic.model_validator(mode="after")
    def _agrees_with_itself(self) -> PoweredStage:
        if self.drag is not None and self.diameter is None:
            raise refused_at(
                Refusal("`diameter` beside `drag`", "nothing", "add the diameter of the stage"), "drag"
            )
        if self.thrust_profile is not None:
            self._check_profile(self.thrust_profile)
        return self

    def _check_profile(self, profile: ThrustProfile) -> None:
        """The profile must burn the propellant: thrust by time against impulse by mass."""
        stated = profile.duration * profile.mean_fraction
        needed = self.full_thrust_time
        if abs(stated / needed - 1.0) > MISMATCH:
            expected = f"a mean share times a duration of about {needed:.3g} s, which burns the propellant"
            advice = "correct the profile, the thrust, the specific impulse or the propellant"
            raise refused_at(Refusal(expected, f"{stated:.3g} s", advice), "thrust_profile")

    @property
    def full_thrust_time(self) -> float:
        """Time in which the median stage would burn its propellant at full vacuum thrust [s]."""
        propellant, impulse, thrust = (
            float(number.distribution.quantile(np.array(0.5)))
            for number in (self.propellant_mass, self.specific_impulse, self.vacuum_thrust)
        )
        return propellant * impulse * STANDARD_GRAVITY.value / thrust


class Rocket(FrozenModel):
    """A rocket: its stages, first to burn first, given here or taken from the catalogue of vehicles.

    Parameters
    ----------
    catalogue
        Name of a vehicle of the catalogue whose stages these are; fields beside it take its place.
    name
        The class of rocket in words.
    stages
        The stages.
    upper_stages
        Stages on top of those, for example of a rocket of the catalogue: the engine of an orbital vehicle.
        They are counted on: they are read as the last ones of `stages`.
    payload_mass
        Mass that the last stage carries [kg]; the mass of the vehicle if left out.
    """

    catalogue: str | None = None
    name: str = ""
    stages: tuple[PoweredStage, ...] = Field(min_length=1, max_length=6)
    upper_stages: tuple[PoweredStage, ...] = ()
    payload_mass: Annotated[Given[Mass], within(0, 1e6, "kg", open_low=True)] | None = None

    @pydantic.model_validator(mode="before")
    @classmethod
    def _from_catalogue(cls, data: Any) -> Any:
        merged = merged_entry(data, cls, needs="stages")
        upper = merged.get("upper_stages") if isinstance(merged, dict) else None
        if not isinstance(upper, list) or not isinstance(merged.get("stages"), list):
            return merged
        rest = {key: value for key, value in merged.items() if key != "upper_stages"}
        return {**rest, "stages": [*merged["stages"], *upper]}


class ImpulseTable(FrozenModel):
    """Specific impulse of an air-breathing engine over Mach number.

    Parameters
    ----------
    mach
        Rising Mach numbers [-].
    specific_impulse
        Thrust over weight flow of fuel at each [s].
    source
        Where it comes from.
    """

    mach: MachAxis
    specific_impulse: Impulses
    source: Source
    note: str = ""

    @pydantic.model_validator(mode="after")
    def _is_complete(self) -> ImpulseTable:
        check_shape(self.specific_impulse, [("mach", len(self.mach))], "specific_impulse")
        for index, impulse in enumerate(self.specific_impulse):
            if not 0 < impulse.value <= 10_000:
                refusal = Refusal("a specific impulse above 0 s up to 10,000 s", impulse.text, "correct it")
                raise refused_at(refusal, "specific_impulse", index)
        return self


class Engine(FrozenModel):
    """An air-breathing engine that holds a speed.

    Parameters
    ----------
    fuel_mass
        Fuel, part of the mass of the vehicle [kg].
    specific_impulse
        Specific impulse over Mach number.
    largest_thrust
        Thrust at most [N]; no limit if left out.
    """

    fuel_mass: PositiveMass
    specific_impulse: ImpulseTable
    largest_thrust: Thrust | None = None
    fuel: str = ""
