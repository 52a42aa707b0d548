"""A blunted delta wing: two flat triangles between rounded leading edges."""

from __future__ import annotations

import math

import equinox as eqx
import numpy as np

from boostglide.vehicle.panels import Panels, join
from boostglide.vehicle.table_checks import require_positive

_UP = np.array([0.0, 0.0, 1.0])


class BluntedDeltaWing(eqx.Module):
    """A flat delta wing of constant thickness with round leading edges, a round nose and a blunt base.

    It is what a sphere sweeps that moves over a triangle, cut off at the base. The body is symmetric about
    the plane of the wing, not about an axis.

    Parameters
    ----------
    length
        Length from the nose to the base [m].
    sweep
        Angle by which the leading edges are swept back [rad], above 0 and below pi/2.
    edge_radius
        Radius of nose and leading edges, half of the thickness [m], below the length.

    Raises
    ------
    ValueError
        If a length is not positive, the edge is thicker than the wing is long, or the sweep is out of range.
    """

    length: float
    sweep: float
    edge_radius: float

    def __check_init__(self) -> None:
        require_positive(length=self.length, edge_radius=self.edge_radius)
        if not 0 < self.sweep < 0.5 * math.pi:
            raise ValueError(f"Argument `sweep` must lie between 0 and pi/2, but is {self.sweep:g}.")
        if not self.edge_radius < self.length:
            raise ValueError(
                f"Argument `edge_radius` must be below `length` ({self.length:g}), but is "
                f"{self.edge_radius:g}."
            )

    @property
    def half_span(self) -> float:
        """Half of the width at the base, round edges included [m]."""
        return self._flat_half_span + self.edge_radius / math.sin(self.sweep)

    @property
    def reference_area(self) -> float:
        """Area of the planform, round edges included [m^2]."""
        core = self.length - self.edge_radius
        nose = self.sweep * self.edge_radius**2
        flat_edge = core / math.sin(self.sweep) + 0.5 * self.edge_radius / math.tan(self.sweep)
        return core * self._flat_half_span + nose + 2.0 * self.edge_radius * flat_edge

    @property
    def reference_length(self) -> float:
        """Length from the nose to the base [m]."""
        return self.length

    @property
    def _flat_half_span(self) -> float:
        """Half of the width of the flat part at the base [m]."""
        return (self.length - self.edge_radius) / math.tan(self.sweep)

    def panels(self, strips: int = 24, sectors: int = 24) -> Panels:
        """The surface in panels.

        Parameters
        ----------
        strips
            Number of strips along the wing [-].
        sectors
            Number of strips around the leading edges [-].

        Returns
        -------
        Panels of the closed body, lengths in [m].
        """
        step = math.pi / sectors
        angle = -0.5 * math.pi + (np.arange(sectors) + 0.5) * step
        pieces = [self._flats(strips), self._nose(angle, step, strips), self._base(angle, step)]
        return join([*pieces, self._edge(angle, step, strips, 1.0), self._edge(angle, step, strips, -1.0)])

    def _flats(self, strips: int) -> Panels:
        """Upper and lower triangle."""
        ends = np.linspace(0.0, self.length - self.edge_radius, strips + 1)
        area = (ends[1:] ** 2 - ends[:-1] ** 2) / (2.0 * math.tan(self.sweep))
        cubes = 2.0 / 3.0 * (ends[1:] ** 3 - ends[:-1] ** 3)
        middle = cubes / (ends[1:] ** 2 - ends[:-1] ** 2)
        width = middle / (2.0 * math.tan(self.sweep))
        halves = []
        for up in (1.0, -1.0):
            for side in (1.0, -1.0):
                height = np.full(strips, up * self.edge_radius)
                centre = np.stack([self.edge_radius + middle, side * width, height], axis=1)
                halves.append(_panels(centre, np.tile(up * _UP, (strips, 1)), area, False))
        return join(halves)

    def _edge(self, angle: np.ndarray, step: float, strips: int, side: float) -> Panels:
        """Half a cylinder along one leading edge, cut off at the base."""
        along = np.array([math.sin(self.sweep), side * math.cos(self.sweep), 0.0])
        outward = np.array([-math.cos(self.sweep), side * math.sin(self.sweep), 0.0])
        normal = np.cos(angle)[:, None] * outward + np.sin(angle)[:, None] * _UP
        reach = self._reach(angle)
        share = (np.arange(strips) + 0.5) / strips
        centre = (
            np.array([self.edge_radius, 0.0, 0.0])
            + (reach[:, None] * share)[:, :, None] * along
            + self.edge_radius * normal[:, None, :]
        )
        area = np.repeat(self.edge_radius * step * reach / strips, strips)
        return _panels(centre.reshape(-1, 3), np.repeat(normal, strips, axis=0), area, True)

    def _reach(self, angle: np.ndarray) -> np.ndarray:
        """Length of the leading edge up to the base, at an angle around it [m]."""
        core = self.length - self.edge_radius
        return (core + self.edge_radius * np.cos(angle) * math.cos(self.sweep)) / math.sin(self.sweep)

    def _nose(self, angle: np.ndarray, step: float, strips: int) -> Panels:
        """Part of a sphere between the leading edges."""
        turn = -self.sweep + (np.arange(strips) + 0.5) * (2.0 * self.sweep / strips)
        level = np.stack([-np.cos(turn), np.sin(turn), np.zeros(strips)], axis=1)
        normal = np.cos(angle)[:, None, None] * level + np.sin(angle)[:, None, None] * _UP
        area = self.edge_radius**2 * np.cos(angle) * step * (2.0 * self.sweep / strips)
        flat = normal.reshape(-1, 3)
        centre = np.array([self.edge_radius, 0.0, 0.0]) + self.edge_radius * flat
        return _panels(centre, flat, np.repeat(area, strips), True)

    def _base(self, angle: np.ndarray, step: float) -> Panels:
        """Flat base, in strips of equal angle around the leading edge."""
        half_width = self._reach(angle) * math.cos(self.sweep) + self.edge_radius * np.cos(angle) * math.sin(
            self.sweep
        )
        area = 2.0 * half_width * self.edge_radius * np.cos(angle) * step
        zero = np.zeros_like(angle)
        centre = np.stack([zero + self.length, zero, self.edge_radius * np.sin(angle)], axis=1)
        return _panels(centre, np.broadcast_to([1.0, 0.0, 0.0], centre.shape), area, False)


def _panels(centre: np.ndarray, normal: np.ndarray, area: np.ndarray, rounded: bool) -> Panels:
    return Panels(centre, np.array(normal), area, np.full(area.size, rounded))
