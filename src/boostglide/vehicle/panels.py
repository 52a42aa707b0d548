"""The surface of a body as flat panels, and bodies of revolution cut into such panels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import equinox as eqx
import numpy as np

from boostglide.core import Bool, Float


class Panels(eqx.Module):
    """Flat panels of a closed surface in body axes: x from nose to tail, y to the right, z to the back.

    The stream meets the body along x at zero angle of attack and comes from below, towards +z, at a positive
    one. Nothing casts a shadow: methods of local inclination treat every panel by itself, which is right for
    convex bodies only.

    Parameters
    ----------
    centre
        Centres of the panels [m].
    normal
        Outward unit normals [-].
    area
        Areas [m^2].
    rounded
        Whether the panel belongs to a nose, an edge or another part with no cone or wedge through it.
    """

    centre: Float[np.ndarray, "panel 3"]
    normal: Float[np.ndarray, "panel 3"]
    area: Float[np.ndarray, " panel"]
    rounded: Bool[np.ndarray, " panel"]

    def __check_init__(self) -> None:
        if not (np.all(np.isfinite(self.centre)) and np.all(self.area >= 0) and np.sum(self.area) > 0):
            raise ValueError("Panels must have finite centres and an area above zero in all, but have not.")
        if not np.allclose(np.linalg.norm(self.normal, axis=1), 1.0, atol=1e-9):
            raise ValueError("Normals of panels must have unit length, but have not.")

    @property
    def opening(self) -> float:
        """Length of the sum of area times normal over the sum of areas [-]; zero for a closed surface."""
        return float(np.linalg.norm(self.area @ self.normal) / np.sum(self.area))


class Meridian(NamedTuple):
    """Part of the outline of a body of revolution, as points from the nose to the tail.

    Parameters
    ----------
    points
        Distance along the axis and radius of the points [m], one row each.
    rounded
        Whether the part is curved, and stands for no cone.
    """

    points: Float[np.ndarray, "point 2"]
    rounded: bool


def arc(
    centre: tuple[float, float], radius: float, first: float, last: float, strips: int
) -> Meridian:  # fmt: skip
    """A circular part of an outline.

    Parameters
    ----------
    centre
        Centre of the circle: distance along the axis and from it [m].
    radius
        Radius of the circle [m].
    first, last
        Angle between the outward normal and the nose direction at both ends [rad].
    strips
        Number of strips [-].
    """
    angle = np.linspace(first, last, strips + 1)
    points = np.stack([centre[0] - radius * np.cos(angle), centre[1] + radius * np.sin(angle)], axis=1)
    return Meridian(points, True)


def line(first: tuple[float, float], last: tuple[float, float], strips: int) -> Meridian:
    """A straight part of an outline: a cone, a cylinder or a disc.

    Parameters
    ----------
    first, last
        Both ends: distance along the axis and from it [m].
    strips
        Number of strips [-].
    """
    share = np.linspace(0.0, 1.0, strips + 1)[:, None]
    return Meridian(np.asarray(first) + share * (np.asarray(last) - np.asarray(first)), False)


def revolve(outline: Sequence[Meridian], sectors: int) -> Panels:
    """Panels of the body that an outline makes when it turns about its axis.

    Each strip is the frustum through its end points: areas are those of the frustums and the surface is
    closed exactly where the outline begins and ends on the axis. The error of a curved outline is of second
    order in the strips, that of the position around the axis of second order in the sectors.

    Parameters
    ----------
    outline
        Parts from the nose to the tail; each begins where the one before ends.
    sectors
        Number of panels around the axis [-].

    Returns
    -------
    Panels of the body, lengths in [m].
    """
    return join([_frustums(part, sectors) for part in outline if np.ptp(part.points, axis=0).any()])


def join(pieces: Sequence[Panels]) -> Panels:
    """Panels of several parts as one body.

    Parameters
    ----------
    pieces
        Parts of the surface.

    Returns
    -------
    Panels of the body, lengths in [m].
    """
    fields = ("centre", "normal", "area", "rounded")
    whole = {name: np.concatenate([getattr(piece, name) for piece in pieces]) for name in fields}
    keep = whole["area"] > 0
    return Panels(**{name: values[keep] for name, values in whole.items()})


def _frustums(part: Meridian, sectors: int) -> Panels:
    """Panels of one part: strip by strip along the outline, sector by sector around it."""
    (x0, r0), (x1, r1) = part.points[:-1].T, part.points[1:].T
    length = np.hypot(x1 - x0, r1 - r0)
    usable = length > 0
    x0, r0, x1, r1, length = (each[usable] for each in (x0, r0, x1, r1, length))
    weight = (r0 + 2.0 * r1) / np.maximum(3.0 * (r0 + r1), 1e-300)  # centroid of a trapezium
    turn = (np.arange(sectors) + 0.5) * (2.0 * np.pi / sectors)
    axial, radial = -(r1 - r0) / length, (x1 - x0) / length
    around = np.stack([np.cos(turn), np.sin(turn)], axis=1)

    def spread(along: np.ndarray, across: np.ndarray) -> np.ndarray:
        sideways = across[:, None, None] * around[None]
        ahead = np.broadcast_to(along[:, None, None], (along.size, sectors, 1))
        return np.concatenate([ahead, sideways], axis=2).reshape(-1, 3)

    area = 0.5 * (r0 + r1) * length * (2.0 * np.pi / sectors)
    return Panels(
        centre=spread(x0 + weight * (x1 - x0), r0 + weight * (r1 - r0)),
        normal=spread(axial, radial),
        area=np.repeat(area, sectors),
        rounded=np.full(area.size * sectors, part.rounded),
    )
