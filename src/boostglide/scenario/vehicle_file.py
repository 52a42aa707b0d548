"""A vehicle of the catalogue: its description, its stages, and its published flights."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import pydantic
from pydantic import Field

from boostglide.core import bibliography
from boostglide.scenario.aerodynamics import Aerodynamics, LiftToDrag, MassOverDrag
from boostglide.scenario.fault import Fault, InputError, Refusal, shown
from boostglide.scenario.load import FrozenModel, load_document
from boostglide.scenario.number import Given, MomentOfInertia, Source, numbers_in
from boostglide.scenario.place import refused_at
from boostglide.scenario.rocket import Engine, PoweredStage, Rocket
from boostglide.scenario.table import tables_in
from boostglide.scenario.vehicle import (
    Axis,
    BodyLength,
    Emissivity,
    Radius,
    Vehicle,
    VehicleMass,
    check_description,
    check_fuel,
)
from boostglide.scenario.vehicle_catalogue import bundled_vehicles, vehicle_folder

Kind = Literal["glider", "booster", "cruise", "ballistic", "spaceplane", "capsule", "probe"]
_BODY = ("mass", "nose_radius", "emissivity")


class PublishedFlight(FrozenModel):
    """A flight or test point of the vehicle that was published, for a comparison.

    Parameters
    ----------
    name
        What it is called.
    text
        What is known of it, in a sentence.
    source
        Where it was published.
    """

    name: str
    text: str
    source: Source
    note: str = ""


class VehicleFile(FrozenModel):
    """A file of the catalogue of vehicles; its physical fields are those of `Vehicle` and `Rocket`.

    Parameters
    ----------
    format
        ``boostglide-vehicle/1``.
    name
        Short name, the stem of the file.
    title, summary
        For people.
    kind
        What sort of vehicle it is.
    description, source, licence
        Further words on the whole file.
    assumptions
        One sentence for each choice that the numbers rest on.
    mass, lift_to_drag, ballistic_coefficient, polar, aerodynamics, nose_radius, emissivity, length
        As for `Vehicle`; a file with stages alone needs none of them.
    moments_of_inertia, engine
        As for `Vehicle`.
    stages
        Stages of the rocket, first to burn first.
    flights
        Published flights.
    """

    format: Literal["boostglide-vehicle/1"]
    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
    title: str
    kind: Kind
    summary: str
    description: str = ""
    source: str = ""
    licence: str = ""
    assumptions: tuple[str, ...] = ()
    mass: VehicleMass | None = None
    lift_to_drag: LiftToDrag | None = None
    ballistic_coefficient: MassOverDrag | None = None
    polar: bool = True
    aerodynamics: Aerodynamics | None = None
    nose_radius: Radius | None = None
    emissivity: Emissivity | None = None
    length: BodyLength | None = None
    moments_of_inertia: dict[Axis, Given[MomentOfInertia]] = Field(default_factory=dict)
    engine: Engine | None = None
    stages: Annotated[tuple[PoweredStage, ...], Field(max_length=6)] = ()
    flights: tuple[PublishedFlight, ...] = ()

    @pydantic.model_validator(mode="after")
    def _is_whole(self) -> VehicleFile:
        if self.kind == "booster" and not self.stages:
            refusal = Refusal("the stages of a booster", "nothing", "add `stages: [...]`")
            raise refused_at(refusal, "stages")
        given = [name for name in _BODY if getattr(self, name) is not None]
        if self.kind == "booster" and not given:
            return self
        for name in _BODY:
            if name not in given:
                raise refused_at(Refusal("this field", "nothing", f"add `{name}: ...`"), name)
        check_description(self)
        if self.engine is not None and self.mass is not None:
            check_fuel(self.engine, self.mass)
        return self

    @property
    def numbers(self) -> dict[str, Given[Any]]:
        """Every number of the file by its dotted path, in the order of the fields."""
        return dict(numbers_in(self))

    @property
    def tables(self) -> dict[str, str]:
        """What each table of the file holds, in words, by its dotted path."""
        return dict(tables_in(self))

    @property
    def references(self) -> tuple[str, ...]:
        """Keys of the bibliography that the file names, each once, in the order of the fields."""
        known = bibliography()
        parts = (part.strip() for text in _sources(self) for part in re.split(r"[;\s:,]", text))
        return tuple(dict.fromkeys(part for part in parts if part in known))

    @property
    def vehicle(self) -> Vehicle | None:
        """The vehicle that a scenario with `vehicle: {catalogue: ...}` flies; None for a rocket alone."""
        if self.mass is None:
            return None
        fields = {name: getattr(self, name) for name in Vehicle.model_fields if name in self.model_fields_set}
        return Vehicle.model_validate({**fields, "name": self.name})

    @property
    def rocket(self) -> Rocket | None:
        """The rocket that a scenario with `rocket: {catalogue: ...}` flies; None without stages."""
        return Rocket(name=self.name, stages=self.stages) if self.stages else None


def _sources(value: Any) -> Iterator[str]:
    """Texts of every field `source` inside a model."""
    if isinstance(value, pydantic.BaseModel):
        value = dict(value)
    if isinstance(value, dict):
        if isinstance(value.get("source"), str):
            yield value["source"]
        value = tuple(value.values())
    if isinstance(value, tuple):
        for part in value:
            yield from _sources(part)


@functools.cache
def load_vehicle(name: str) -> VehicleFile:
    """A vehicle of the catalogue.

    Parameters
    ----------
    name
        One of `bundled_vehicles`.

    Raises
    ------
    InputError
        If there is no such vehicle, or its file is not what it must be.
    """
    known = bundled_vehicles()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        advice = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(known)}"
        raise InputError([Fault(name, 0, "file", "a vehicle of the catalogue", shown(name), advice)])
    return load_document(vehicle_folder() / f"{name}.yaml", VehicleFile)
