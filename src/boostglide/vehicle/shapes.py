"""Bodies of revolution: sphere-cone, biconic and capsule."""

from __future__ import annotations

import abc
import math

import equinox as eqx

from boostglide.vehicle.panels import Meridian, Panels, arc, line, revolve
from boostglide.vehicle.table_checks import require_positive


class AbstractRevolution(eqx.Module):
    """A body of revolution, given by lengths in [m] and angles in [rad]."""

    @abc.abstractmethod
    def outline(self, strips: int) -> list[Meridian]:
        """Outline from the nose to the middle of the base.

        Parameters
        ----------
        strips
            Number of strips of each part [-].
        """

    @property
    @abc.abstractmethod
    def greatest_radius(self) -> float:
        """Greatest radius of the body [m]."""

    @property
    def reference_area(self) -> float:
        """Area of the greatest circle across the axis [m^2]."""
        return math.pi * self.greatest_radius**2

    @property
    def reference_length(self) -> float:
        """Greatest diameter [m]."""
        return 2.0 * self.greatest_radius

    @property
    def length(self) -> float:
        """Length along the axis [m]."""
        return float(max(part.points[:, 0].max() for part in self.outline(1)))

    def panels(self, strips: int = 24, sectors: int = 48) -> Panels:
        """The surface in panels.

        Parameters
        ----------
        strips
            Number of strips of each part of the outline [-].
        sectors
            Number of panels around the axis [-].

        Returns
        -------
        Panels of the closed body, lengths in [m].
        """
        return revolve(self.outline(strips), sectors)


class SphereCone(AbstractRevolution):
    """A cone with a spherical nose and a flat base.

    Parameters
    ----------
    nose_radius
        Radius of the nose [m]; zero for a sharp cone.
    half_angle
        Angle between the cone and the axis [rad], above 0 and below pi/2.
    base_radius
        Radius of the base [m], at least that of the circle where the nose meets the cone.

    Raises
    ------
    ValueError
        If the parts do not fit together.
    """

    nose_radius: float
    half_angle: float
    base_radius: float

    def __check_init__(self) -> None:
        _require_angle("half_angle", self.half_angle)
        require_positive(base_radius=self.base_radius)
        _require_nose(self.nose_radius, self.half_angle, "base_radius", self.base_radius)

    @property
    def greatest_radius(self) -> float:
        """Radius of the base [m]."""
        return self.base_radius

    def outline(self, strips: int) -> list[Meridian]:
        """Nose, cone and base.

        Parameters
        ----------
        strips
            Number of strips of each part [-].
        """
        parts, tangent = _nose(self.nose_radius, self.half_angle, strips)
        base = (tangent[0] + (self.base_radius - tangent[1]) / math.tan(self.half_angle), self.base_radius)
        return [*parts, line(tangent, base, strips), line(base, (base[0], 0.0), 1)]


class Biconic(AbstractRevolution):
    """Two cones behind each other, with a spherical nose and a flat base.

    Parameters
    ----------
    nose_radius
        Radius of the nose [m]; zero for a sharp one.
    fore_angle, aft_angle
        Angles between the cones and the axis [rad]; the aft one is not above the fore one, so that no part
        lies in the shadow of another.
    break_radius
        Radius where the cones meet [m].
    base_radius
        Radius of the base [m], above that of the break.

    Raises
    ------
    ValueError
        If the parts do not fit together.
    """

    nose_radius: float
    fore_angle: float
    aft_angle: float
    break_radius: float
    base_radius: float

    def __check_init__(self) -> None:
        _require_angle("fore_angle", self.fore_angle)
        _require_angle("aft_angle", self.aft_angle)
        require_positive(break_radius=self.break_radius)
        _require_nose(self.nose_radius, self.fore_angle, "break_radius", self.break_radius)
        if self.aft_angle > self.fore_angle:
            raise ValueError(
                f"Argument `aft_angle` must not be above `fore_angle` ({self.fore_angle:g}), but is "
                f"{self.aft_angle:g}: a flare is not convex."
            )
        if not self.base_radius > self.break_radius:
            raise ValueError(
                f"Argument `base_radius` must be above `break_radius` ({self.break_radius:g}), but is "
                f"{self.base_radius:g}."
            )

    @property
    def greatest_radius(self) -> float:
        """Radius of the base [m]."""
        return self.base_radius

    def outline(self, strips: int) -> list[Meridian]:
        """Nose, two cones and base.

        Parameters
        ----------
        strips
            Number of strips of each part [-].
        """
        parts, tangent = _nose(self.nose_radius, self.fore_angle, strips)
        joint = (tangent[0] + (self.break_radius - tangent[1]) / math.tan(self.fore_angle), self.break_radius)
        length = (self.base_radius - self.break_radius) / math.tan(self.aft_angle)
        base = (joint[0] + length, self.base_radius)
        cones = [line(tangent, joint, strips), line(joint, base, strips)]
        return [*parts, *cones, line(base, (base[0], 0.0), 1)]


class Capsule(AbstractRevolution):
    """A spherical heat shield, a rounded shoulder and a cone that narrows to a flat end.

    Parameters
    ----------
    shield_radius
        Radius of the sphere of the heat shield [m], above that of the body.
    body_radius
        Greatest radius of the body [m].
    shoulder_radius
        Radius of the rounding between heat shield and cone [m]; zero for a sharp shoulder.
    afterbody_angle
        Angle between the narrowing cone and the axis [rad].
    end_radius
        Radius of the flat end [m]; zero where the cone is sharp.

    Raises
    ------
    ValueError
        If the parts do not fit together.
    """

    shield_radius: float
    body_radius: float
    shoulder_radius: float
    afterbody_angle: float
    end_radius: float

    def __check_init__(self) -> None:
        _require_angle("afterbody_angle", self.afterbody_angle)
        require_positive(body_radius=self.body_radius)
        if not self.shield_radius > self.body_radius:
            raise ValueError(
                f"Argument `shield_radius` must be above `body_radius` ({self.body_radius:g}), but is "
                f"{self.shield_radius:g}."
            )
        if not 0 <= self.shoulder_radius < self.body_radius:
            raise ValueError(
                f"Argument `shoulder_radius` must lie between 0 and `body_radius` "
                f"({self.body_radius:g}), but is {self.shoulder_radius:g}."
            )
        widest = self._shoulder_end()[1]
        if not 0 <= self.end_radius < widest:
            raise ValueError(
                f"Argument `end_radius` must lie between 0 and the radius where the cone begins "
                f"({widest:g}), but is {self.end_radius:g}."
            )

    @property
    def greatest_radius(self) -> float:
        """Radius of the body [m]."""
        return self.body_radius

    def _shoulder_end(self) -> tuple[float, float]:
        """Where the shoulder meets the cone [m]."""
        corner = self.shoulder_radius
        across = self.body_radius - corner
        along = self.shield_radius - math.sqrt((self.shield_radius - corner) ** 2 - across**2)
        return (
            along + corner * math.sin(self.afterbody_angle),
            across + corner * math.cos(self.afterbody_angle),
        )

    def outline(self, strips: int) -> list[Meridian]:
        """Heat shield, shoulder, cone and flat end.

        Parameters
        ----------
        strips
            Number of strips of each part [-].
        """
        corner, across = self.shoulder_radius, self.body_radius - self.shoulder_radius
        edge = math.asin(across / (self.shield_radius - corner))
        along = self.shield_radius - (self.shield_radius - corner) * math.cos(edge)
        parts = [arc((self.shield_radius, 0.0), self.shield_radius, 0.0, edge, strips)]
        if corner > 0:
            last = 0.5 * math.pi + self.afterbody_angle
            parts.append(arc((along, across), corner, edge, last, strips))
        begin = self._shoulder_end()
        end = (begin[0] + (begin[1] - self.end_radius) / math.tan(self.afterbody_angle), self.end_radius)
        return [*parts, line(begin, end, strips), line(end, (end[0], 0.0), 1)]


def _nose(nose_radius: float, half_angle: float, strips: int) -> tuple[list[Meridian], tuple[float, float]]:
    """Outline of a spherical nose, and where it meets a cone [m]."""
    if nose_radius == 0:
        return [], (0.0, 0.0)
    part = arc((nose_radius, 0.0), nose_radius, 0.0, 0.5 * math.pi - half_angle, strips)
    return [part], (float(part.points[-1, 0]), float(part.points[-1, 1]))


def _require_angle(name: str, angle: float) -> None:
    if not 0 < angle < 0.5 * math.pi:
        raise ValueError(f"Argument `{name}` must lie between 0 and pi/2, but is {angle:g}.")


def _require_nose(nose_radius: float, half_angle: float, name: str, radius: float) -> None:
    """A nose must meet its cone before the cone ends."""
    if not 0 <= nose_radius * math.cos(half_angle) < radius:
        raise ValueError(
            f"Argument `nose_radius` must be at least 0 and below {radius / math.cos(half_angle):g}, so that "
            f"the nose meets the cone before `{name}`, but is {nose_radius:g}."
        )
