"""Lift and drag of a vehicle in a file: a lift-to-drag ratio, coefficients, tables, or a shape."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pydantic
from pydantic import Field

from boostglide.scenario.aerodynamics_parts import (
    LiftToDrag,
    MassOverDrag,
    ReferenceArea,
    ReferenceLength,
    Scaled,
    TrimAngle,
)
from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import Dimensionless, Given, Source, within
from boostglide.scenario.place import refused_at
from boostglide.scenario.shape import Shapes
from boostglide.scenario.table import (
    AngleAxis,
    Coefficients,
    MachAxis,
    NestedNumbers,
    NumberAxis,
    check_shape,
)


class RatioAerodynamics(FrozenModel):
    """A constant best lift-to-drag ratio and ballistic coefficient.

    Parameters
    ----------
    lift_to_drag
        Best lift-to-drag ratio [-]; 0 for a body without lift.
    ballistic_coefficient
        Mass over drag coefficient times area, at the best lift-to-drag ratio [kg/m^2].
    polar
        Whether drag follows a parabolic polar in the lift fraction, or does not depend on it.
    """

    kind: Literal["lift-to-drag"]
    lift_to_drag: LiftToDrag
    ballistic_coefficient: MassOverDrag
    polar: bool = True


class CoefficientAerodynamics(Scaled):
    """Constant coefficients at the best lift-to-drag ratio.

    Parameters
    ----------
    lift_coefficient, drag_coefficient
        Coefficients [-].
    reference_area
        Area of the coefficients [m^2].
    polar
        Whether drag follows a parabolic polar in the lift fraction, or does not depend on it.
    """

    kind: Literal["coefficients"]
    lift_coefficient: Annotated[Given[Dimensionless], within(0, 20, "-")]
    drag_coefficient: Annotated[Given[Dimensionless], within(0, 20, "-", open_low=True)]
    reference_area: ReferenceArea
    polar: bool = True


class Tabulated(Scaled):
    """What tables share; a number in them that is plain text has the source of the table.

    Parameters
    ----------
    reference_area, reference_length
        Area and length of the coefficients [m^2], [m].
    trim_angle
        Angle of attack of the coefficients, or the one that the vehicle flies at [rad].
    source
        Where the coefficients come from.
    note
        What a reader must know of them.
    """

    reference_area: ReferenceArea
    reference_length: ReferenceLength | None = None
    trim_angle: TrimAngle | None = None
    source: Source
    note: str = ""

    @pydantic.model_validator(mode="before")
    @classmethod
    def _shares_its_source(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not isinstance(data.get("source"), str):
            return data
        plain = {
            name: {"value": data[name], "source": data["source"]}
            for name in ("reference_area", "reference_length", "trim_angle")
            if isinstance(data.get(name), str)
        }
        return {**data, **plain}


class MachTableAerodynamics(Tabulated):
    """Coefficients over Mach number, at the trim angle or at the best lift-to-drag ratio.

    Parameters
    ----------
    mach
        Rising Mach numbers [-].
    lift_coefficient, drag_coefficient
        One coefficient for each [-].
    polar
        Whether drag follows a parabolic polar in the lift fraction, or does not depend on it.
    """

    kind: Literal["mach-table"]
    mach: MachAxis
    lift_coefficient: Coefficients
    drag_coefficient: Annotated[tuple[Annotated[float, Field(gt=0)], ...], Field(min_length=1)]
    polar: bool = True

    @pydantic.model_validator(mode="after")
    def _is_complete(self) -> MachTableAerodynamics:
        for name in ("lift_coefficient", "drag_coefficient"):
            check_shape(getattr(self, name), [("mach", len(self.mach))], name)
        return self


class TableAerodynamics(Tabulated):
    """Coefficients over Mach number and angle of attack, and over the density of the air if need be.

    Parameters
    ----------
    mach
        Rising Mach numbers [-].
    angle_of_attack
        Rising angles [rad].
    log10_knudsen, log10_reynolds
        Third axis, if there is one: rising decimal logarithms of the Knudsen or the Reynolds number [-].
    lift_coefficient, drag_coefficient
        Coefficients along and across the stream [-], nested by Mach number, angle and third axis; or
    axial_force_coefficient, normal_force_coefficient
        those along and across the body [-].
    symmetric
        Whether the body is symmetric about its axis and the angles start at zero.
    """

    kind: Literal["table"]
    mach: MachAxis
    angle_of_attack: AngleAxis
    log10_knudsen: NumberAxis | None = None
    log10_reynolds: NumberAxis | None = None
    lift_coefficient: NestedNumbers | None = None
    drag_coefficient: NestedNumbers | None = None
    axial_force_coefficient: NestedNumbers | None = None
    normal_force_coefficient: NestedNumbers | None = None
    symmetric: bool = False

    @pydantic.model_validator(mode="after")
    def _is_complete(self) -> TableAerodynamics:
        given = {name for name in COEFFICIENT_NAMES if getattr(self, name) is not None}
        if given not in (set(COEFFICIENT_NAMES[:2]), set(COEFFICIENT_NAMES[2:])):
            pairs = "`lift_coefficient` and `drag_coefficient`, or `axial_force_coefficient` and "
            found = " and ".join(sorted(given)) or "none"
            raise Refusal(pairs + "`normal_force_coefficient`", found, "give one of the two pairs")
        self._has_one_third_axis()
        if self.symmetric and self.angle_of_attack[0].value != 0:
            first = self.angle_of_attack[0].text
            refusal = Refusal("angles from 0 deg, because `symmetric` is true", first, "add 0 deg")
            raise refused_at(refusal, "angle_of_attack", 0)
        for name in sorted(given):
            check_shape(getattr(self, name), self.axes, name)
        self._has_drag()
        return self

    def _has_one_third_axis(self) -> None:
        thirds = [name for name in ("log10_knudsen", "log10_reynolds") if getattr(self, name) is not None]
        if len(thirds) > 1:
            refusal = Refusal("one third axis", "two", "keep one of the two axes")
            raise refused_at(refusal, "log10_reynolds")
        if thirds and self.reference_length is None:
            refusal = Refusal("this field", "nothing", f"add it: `{thirds[0]}` rests on that length")
            raise refused_at(refusal, "reference_length")

    @property
    def axes(self) -> list[tuple[str, int]]:
        """Name and length of each axis, outermost first."""
        third = [(name, getattr(self, name)) for name in ("log10_knudsen", "log10_reynolds")]
        found = [("mach", len(self.mach)), ("angle_of_attack", len(self.angle_of_attack))]
        return found + [(name, len(values)) for name, values in third if values is not None]

    @property
    def is_along_the_stream(self) -> bool:
        """Whether the coefficients are those of lift and drag."""
        return self.lift_coefficient is not None

    def _has_drag(self) -> None:
        for place, value in _flat(self.drag_coefficient or (), ("drag_coefficient",)):
            if value <= 0:
                advice = "correct the coefficient; a body in a stream has drag"
                raise refused_at(Refusal("a drag coefficient above 0", f"{value:g}", advice), *place)


COEFFICIENT_NAMES = (
    "lift_coefficient",
    "drag_coefficient",
    "axial_force_coefficient",
    "normal_force_coefficient",
)


def _flat(values: tuple[Any, ...], place: tuple[Any, ...]) -> Any:
    for index, part in enumerate(values):
        if isinstance(part, tuple):
            yield from _flat(part, (*place, index))
        else:
            yield (*place, index), part


Aerodynamics = Annotated[
    RatioAerodynamics
    | CoefficientAerodynamics
    | MachTableAerodynamics
    | TableAerodynamics
    | Annotated[Shapes, Field(discriminator="shape")],
    Field(discriminator="kind"),
]
