"""The shape of a body in a file, from which its coefficients are computed."""

from __future__ import annotations

import abc
import math
from typing import Annotated, Any, Literal

import pydantic
from pydantic import AfterValidator

from boostglide.scenario.aerodynamics_parts import ReferenceArea, ReferenceLength, Scaled, TrimAngle
from boostglide.scenario.fault import Refusal
from boostglide.scenario.mesh_file import MeshPath, refusal_of
from boostglide.scenario.number import Angle, Dimensionless, Given, Length, Source, within
from boostglide.scenario.place import refused_at

SLENDER = math.radians(30)
"""Greatest angle of a cone [rad] up to which its pressure is taken from the theory of cones by default."""


def _fixed(number: Given[Any]) -> Given[Any]:
    if number.distribution.varies:
        advice = "give one value; `lift_scale` and `drag_scale` carry the uncertainty"
        raise Refusal("a single value, because the coefficients are computed once", number.text, advice)
    return number


FixedArea = Annotated[ReferenceArea, AfterValidator(_fixed)]
FixedLength = Annotated[ReferenceLength, AfterValidator(_fixed)]
FixedScale = Annotated[Given[Dimensionless], within(0, 1000, "-", open_low=True), AfterValidator(_fixed)]
Extent = Annotated[Given[Length], within(0, 100, "m", open_low=True), AfterValidator(_fixed)]
Rounding = Annotated[Given[Length], within(0, 100, "m"), AfterValidator(_fixed)]
Slope = Annotated[Given[Angle], within(0, math.pi / 2, "deg", open_low=True), AfterValidator(_fixed)]


class Shape(Scaled, abc.ABC):
    """What every shape may say; a number in it that is plain text has the source of the shape.

    Parameters
    ----------
    reference_area, reference_length
        Area and length of the coefficients [m^2], [m]; those of the greatest cross-section if left out.
    trim_angle
        Angle of attack at which the vehicle flies [rad]; that of the best lift-to-drag ratio if left out.
    pressure
        Theory of the pressure on the surface; if left out, tangent cones where every cone is slender, and the
        modified Newtonian theory otherwise.
    source
        Where the dimensions come from, unless each says so itself.
    """

    kind: Literal["shape"]
    reference_area: FixedArea | None = None
    reference_length: FixedLength | None = None
    trim_angle: TrimAngle | None = None
    pressure: Literal["newtonian", "modified-newtonian", "tangent-cone"] | None = None
    source: Source = ""
    note: str = ""

    @pydantic.model_validator(mode="before")
    @classmethod
    def _shares_its_source(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not isinstance(data.get("source"), str):
            return data
        named = set(cls.model_fields) - {"kind", "shape", "source", "note", "file", "pressure"}
        plain = {
            name: {"value": data[name], "source": data["source"]}
            for name in named
            if isinstance(data.get(name), (str, int, float)) and not isinstance(data.get(name), bool)
        }
        return {**data, **plain}

    @pydantic.model_validator(mode="after")
    def _fits_together(self) -> Shape:
        try:
            self.body()
        except pydantic.ValidationError:  # a refusal that names its place already; it is a ValueError too
            raise
        except ValueError as error:
            field, refusal = refusal_of(error)
            place = [name for name in (field, "file") if name in type(self).model_fields][:1]
            raise refused_at(refusal, *place) from None
        return self

    @property
    def is_slender(self) -> bool:
        """Whether the theory of tangent cones holds: only a rounded nose stands steeply in the stream."""
        return False

    @property
    def theory(self) -> Literal["newtonian", "modified-newtonian", "tangent-cone"]:
        """Theory of the pressure on the surface."""
        return self.pressure or ("tangent-cone" if self.is_slender else "modified-newtonian")

    @property
    def dimensions(self) -> dict[str, float]:
        """Lengths [m] and angles [rad] by name."""
        shared = set(Shape.model_fields)
        own = {name: getattr(self, name) for name in type(self).model_fields if name not in shared}
        return {name: number.amounts[0].value for name, number in own.items() if isinstance(number, Given)}

    @abc.abstractmethod
    def body(self) -> Any:
        """The body of this shape in the area `vehicle`.

        Raises
        ------
        ValueError
            If its parts do not fit together.
        """


class SphereConeShape(Shape):
    """A cone with a spherical nose and a flat base.

    Parameters
    ----------
    nose_radius, base_radius
        Radii [m].
    half_angle
        Angle between the cone and the axis [rad].
    """

    shape: Literal["sphere-cone"]
    nose_radius: Rounding
    half_angle: Slope
    base_radius: Extent

    @property
    def is_slender(self) -> bool:
        """Whether the cone is slender."""
        return self.dimensions["half_angle"] <= SLENDER

    def body(self) -> Any:
        """The sphere-cone."""
        from boostglide.vehicle import SphereCone

        return SphereCone(**self.dimensions)


class BiconicShape(Shape):
    """Two cones behind each other, with a spherical nose and a flat base.

    Parameters
    ----------
    nose_radius, break_radius, base_radius
        Radii of the nose, where the cones meet, and of the base [m].
    fore_angle, aft_angle
        Angles between the cones and the axis [rad].
    """

    shape: Literal["biconic"]
    nose_radius: Rounding
    fore_angle: Slope
    aft_angle: Slope
    break_radius: Extent
    base_radius: Extent

    @property
    def is_slender(self) -> bool:
        """Whether both cones are slender."""
        return self.dimensions["fore_angle"] <= SLENDER

    def body(self) -> Any:
        """The biconic body."""
        from boostglide.vehicle import Biconic

        return Biconic(**self.dimensions)


class CapsuleShape(Shape):
    """A spherical heat shield, a rounded shoulder, and a cone that narrows.

    Parameters
    ----------
    shield_radius, greatest_radius, shoulder_radius, end_radius
        Radii of the sphere of the heat shield, of the body, of the rounding and of the narrow end [m].
    afterbody_angle
        Angle between the narrowing cone and the axis [rad].
    """

    shape: Literal["capsule"]
    shield_radius: Extent
    greatest_radius: Extent
    shoulder_radius: Rounding
    afterbody_angle: Slope
    end_radius: Rounding

    def body(self) -> Any:
        """The capsule."""
        from boostglide.vehicle import Capsule

        return Capsule(**self.dimensions)


class BluntedDeltaShape(Shape):
    """A flat delta wing with a round nose and round leading edges.

    Parameters
    ----------
    length
        Length from the nose to the base [m].
    sweep
        Angle by which the leading edges are swept back [rad].
    edge_radius
        Radius of nose and leading edges [m].
    """

    shape: Literal["blunted-delta"]
    length: Extent
    sweep: Slope
    edge_radius: Extent

    def body(self) -> Any:
        """The wing."""
        from boostglide.vehicle import BluntedDeltaWing

        return BluntedDeltaWing(**self.dimensions)


class MeshShape(Shape):
    """A closed surface from an STL file: x from the nose to the tail, y to the right, z to the back.

    Parameters
    ----------
    file
        Relative path of the file.
    scale
        Length of one unit of the file in metres [-]; 1 if left out.
    reference_area, reference_length
        Area and length of the coefficients [m^2], [m].
    """

    shape: Literal["mesh"]
    file: MeshPath
    scale: FixedScale | None = None
    reference_area: FixedArea  # pyright: ignore[reportGeneralTypeIssues]
    reference_length: FixedLength  # pyright: ignore[reportGeneralTypeIssues]

    def body(self) -> Any:
        """The panels of the mesh."""
        from boostglide.vehicle import panels_from_stl

        try:
            return panels_from_stl(self.file.path, 1.0 if self.scale is None else self.scale.amounts[0].value)
        except ImportError as error:
            advice = "install the package, or give the coefficients as a table"
            refusal = Refusal("the package `trimesh`, which reads meshes", str(error), advice)
            raise refused_at(refusal, "file") from None


Shapes = SphereConeShape | BiconicShape | CapsuleShape | BluntedDeltaShape | MeshShape
