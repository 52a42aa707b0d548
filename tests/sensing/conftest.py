import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Trajectory, Vector3
from boostglide.planet import fixed_to_geodetic

MU = 3.986004418e14
EQUATOR = 6378137.0


@pytest.fixture
def path():
    """A path through given Earth-fixed positions."""

    def make(time, position):
        time, position = jnp.asarray(time, dtype=float), jnp.asarray(position, dtype=float)
        place = fixed_to_geodetic(Vector3(*position.T))
        zero = jnp.zeros_like(time)
        return Trajectory(time, position, 0.0 * position, *place, *([zero] * 12))

    return make


@pytest.fixture
def ballistic(path):
    """Least-energy vacuum flight along the equator of an Earth that does not turn, sampled in time."""

    def make(ground_range, samples=400):
        half = 0.5 * ground_range / EQUATOR
        # Least-energy ellipse between two points on a circle: the empty focus lies on the chord.
        axis = 0.5 * EQUATOR * (1 + np.sin(half))
        eccentricity = np.cos(half) * EQUATOR / (2 * axis)
        start = np.arccos(-(axis * (1 - eccentricity**2) / EQUATOR - 1) / eccentricity)
        angle = np.linspace(start, -start, samples)  # from apogee
        radius = axis * (1 - eccentricity**2) / (1 - eccentricity * np.cos(angle))
        anomaly = 2 * np.arctan2(
            np.sqrt(1 - eccentricity) * np.sin((np.pi - angle) / 2),
            np.sqrt(1 + eccentricity) * np.cos((np.pi - angle) / 2),
        )
        time = np.sqrt(axis**3 / MU) * (anomaly - eccentricity * np.sin(anomaly))
        longitude = start - angle
        position = np.stack([radius * np.cos(longitude), radius * np.sin(longitude), 0 * radius], axis=1)
        return path(time - time[0], position), float(longitude[-1])

    return make
