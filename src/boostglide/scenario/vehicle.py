"""The vehicle of a scenario."""

from __future__ import annotations

from typing import Annotated, Any

import pydantic

from boostglide.scenario.aerodynamics import Aerodynamics, LiftToDrag, MassOverDrag
from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import Dimensionless, Given, Length, Mass, MomentOfInertia, within
from boostglide.scenario.place import refused_at
from boostglide.scenario.rocket import Engine
from boostglide.scenario.vehicle_catalogue import merged_entry

VehicleMass = Annotated[Given[Mass], within(0, 1e6, "kg", open_low=True)]
Radius = Annotated[Given[Length], within(0, 20, "m", open_low=True)]
Emissivity = Annotated[Given[Dimensionless], within(0, 1, "-", open_low=True)]
BodyLength = Annotated[Given[Length], within(0, 200, "m", open_low=True)]
Axis = Annotated[str, pydantic.Field(pattern=r"^[a-z_]{1,20}$")]


class Vehicle(FrozenModel):
    """Glider or re-entry body, by its open-literature parameters.

    Parameters
    ----------
    catalogue
        Name of a vehicle of the catalogue that these fields amend.
    name
        The class of vehicle in words.
    mass
        Mass in flight [kg].
    lift_to_drag
        Best lift-to-drag ratio [-]; 0 for a body without lift.
    ballistic_coefficient
        Mass over drag coefficient times area, at the best lift-to-drag ratio [kg/m^2].
    polar
        Whether drag follows a parabolic polar in the lift fraction, or does not depend on it.
    aerodynamics
        Another description of lift and drag, in place of the three fields before.
    nose_radius
        Radius of the nose [m].
    emissivity
        Emissivity of the wall [-].
    length
        Length of the body [m].
    moments_of_inertia
        Moments of inertia by axis [kg m^2].
    engine
        Air-breathing engine of a vehicle that cruises.
    """

    catalogue: str | None = None
    name: str
    mass: VehicleMass
    lift_to_drag: LiftToDrag | None = None
    ballistic_coefficient: MassOverDrag | None = None
    polar: bool = True
    aerodynamics: Aerodynamics | None = None
    nose_radius: Radius
    emissivity: Emissivity
    length: BodyLength | None = None
    moments_of_inertia: dict[Axis, Given[MomentOfInertia]] = pydantic.Field(default_factory=dict)
    engine: Engine | None = None

    @pydantic.model_validator(mode="before")
    @classmethod
    def _from_catalogue(cls, data: Any) -> Any:
        return merged_entry(data, cls, needs="mass")

    @pydantic.model_validator(mode="after")
    def _is_one_description(self) -> Vehicle:
        check_description(self)
        if self.engine is not None:
            check_fuel(self.engine, self.mass)
        return self


def check_description(model: Any) -> None:
    """Check that lift and drag are described once: by both flat fields, or by `aerodynamics`.

    Raises
    ------
    pydantic_core.ValidationError
        At the field that is missing or one too many.
    """
    flat = [name for name in ("lift_to_drag", "ballistic_coefficient") if getattr(model, name) is not None]
    if model.aerodynamics is not None:
        for name in flat or [name for name in ("polar",) if name in model.model_fields_set]:
            refusal = Refusal("`aerodynamics` alone", f"`{name}` beside it", f"remove `{name}`")
            raise refused_at(refusal, name)
        return
    missing = [name for name in ("lift_to_drag", "ballistic_coefficient") if name not in flat]
    for name in missing:
        advice = f"add `{name}: ...`, or describe lift and drag by `aerodynamics`"
        raise refused_at(Refusal("this field", "nothing", advice), name)


def check_fuel(engine: Engine, mass: Given[Any]) -> None:
    """Check that the fuel of an engine is less than the mass of the vehicle, of which it is a part.

    Raises
    ------
    pydantic_core.ValidationError
        At the fuel, if it is not.
    """
    if engine.fuel_mass.distribution.bounds[1] >= mass.distribution.bounds[0]:
        expected = f"less fuel than the vehicle's {mass.text}, of which it is a part"
        refusal = Refusal(expected, engine.fuel_mass.text, "correct the fuel or the mass")
        raise refused_at(refusal, "engine", "fuel_mass")
