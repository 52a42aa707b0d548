"""Two ways to lay the Earth flat: Equal Earth for the whole, a globe seen from afar for a part."""

from typing import NamedTuple

import numpy as np

from boostglide.core import load_arrays

REFERENCES = ("savric2019", "naturalearth")

_A = (1.340264, -0.081106, 0.000893, 0.003796)


def equal_earth(latitude: np.ndarray, longitude: np.ndarray) -> np.ndarray:
    """Equal Earth projection on the unit sphere.

    Parameters
    ----------
    latitude, longitude
        Places [rad].

    Returns
    -------
    array
        x and y of unit-sphere radius, shape (2, ...) [-].

    References
    ----------
    savric2019, equations 9 and 10.
    """
    theta = np.arcsin(np.sqrt(3) / 2 * np.sin(latitude))
    square = theta**2
    slope = _A[0] + 3 * _A[1] * square + square**3 * (7 * _A[2] + 9 * _A[3] * square)
    x = 2 * np.sqrt(3) / 3 * longitude * np.cos(theta) / slope
    return np.array([x, theta * (_A[0] + _A[1] * square + square**3 * (_A[2] + _A[3] * square))])


class Globe(NamedTuple):
    """Orthographic projection: the Earth as a ball, seen from far above one place [rad]."""

    latitude: float
    longitude: float

    def __call__(self, latitude: np.ndarray, longitude: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Coordinates of shape (2, ...) and the cosine of the distance; negative is on the far side [-]."""
        turn = longitude - self.longitude
        sine, cosine = np.sin(self.latitude), np.cos(self.latitude)
        x = np.cos(latitude) * np.sin(turn)
        y = cosine * np.sin(latitude) - sine * np.cos(latitude) * np.cos(turn)
        return np.array([x, y]), sine * np.sin(latitude) + cosine * np.cos(latitude) * np.cos(turn)

    def outline(self, latitude: np.ndarray, longitude: np.ndarray) -> np.ndarray | None:
        """A closed outline with its far part laid along the limb; none if all of it is far."""
        points, height = self(latitude, longitude)
        if np.all(height <= 0):
            return None
        length = np.hypot(*points)
        return np.where(height > 0, points, points / np.where(length > 0, length, 1.0))


def land_outlines() -> list[np.ndarray]:
    """Outlines of land, each of shape (2, points): latitude and longitude [rad]."""
    data = load_arrays("report/land_110m.npz")
    degrees = data["points"].astype(float)[:, ::-1].T / 100
    return [np.radians(ring) for ring in np.split(degrees, data["starts"][1:-1], axis=1)]


def refine(outline: np.ndarray, step: float = np.radians(2.0)) -> np.ndarray:
    """Points added along an outline, so that no edge is longer than about `step` [rad]."""
    edges = np.hypot(*np.diff(outline, axis=1))
    counts = np.maximum(np.ceil(edges / step).astype(int), 1)
    parts = [
        outline[:, [i]] + (outline[:, [i + 1]] - outline[:, [i]]) * np.arange(count) / count
        for i, count in enumerate(counts)
    ]
    return np.concatenate([*parts, outline[:, -1:]], axis=1)


def split_at_date_line(latitude: np.ndarray, longitude: np.ndarray) -> list[np.ndarray]:
    """A track cut where it crosses the date line, each part up to the line, shape (2, points) [rad]."""
    longitude = (np.asarray(longitude, dtype=float) + np.pi) % (2 * np.pi) - np.pi
    latitude = np.asarray(latitude, dtype=float)
    parts, current = [], [(latitude[0], longitude[0])]
    for i in range(1, longitude.size):
        jump = longitude[i] - longitude[i - 1]
        if abs(jump) > np.pi:
            edge = np.pi if jump < 0 else -np.pi
            beyond = longitude[i] + 2 * edge
            share = (edge - longitude[i - 1]) / (beyond - longitude[i - 1])
            crossing = latitude[i - 1] + share * (latitude[i] - latitude[i - 1])
            parts.append(np.array([*current, (crossing, edge)]).T)
            current = [(crossing, -edge)]
        current.append((latitude[i], longitude[i]))
    return [*parts, np.array(current).T]
