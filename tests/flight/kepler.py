"""Kepler's orbits in NumPy, independent of the package (bate1971, chapter 4, by eccentric anomaly)."""

import numpy as np
from scipy.optimize import brentq

PARAMETER = 3.986004418e14  # [m^3/s^2]
EQUATORIAL, POLAR = 6378137.0, 6356752.314245  # [m] WGS84


def propagate(position, velocity, time):
    """Position and velocity, shape (..., 3), a time [s] of shape (...) after given ones on an ellipse."""
    radius = np.linalg.norm(position, axis=-1)
    axis = semi_major_axis(position, velocity)
    sigma = np.sum(position * velocity, axis=-1) / np.sqrt(PARAMETER * axis)
    rate = np.sqrt(PARAMETER / axis**3)
    turn = rate * time * np.ones_like(radius)
    for _ in range(60):
        value = turn - (1 - radius / axis) * np.sin(turn) + sigma * (1 - np.cos(turn)) - rate * time
        turn = turn - value / (1 - (1 - radius / axis) * np.cos(turn) + sigma * np.sin(turn))
    f = 1 - axis / radius * (1 - np.cos(turn))
    g = time + (np.sin(turn) - turn) / rate
    after = f[..., None] * position + g[..., None] * velocity
    distance = np.linalg.norm(after, axis=-1)
    slope_f = -np.sqrt(PARAMETER * axis) / (radius * distance) * np.sin(turn)
    slope_g = 1 - axis / distance * (1 - np.cos(turn))
    return after, slope_f[..., None] * position + slope_g[..., None] * velocity


def semi_major_axis(position, velocity):
    """Of the ellipse [m]."""
    radius = np.linalg.norm(position, axis=-1)
    return 1 / (2 / radius - np.sum(velocity**2, axis=-1) / PARAMETER)


def apogee_radius(position, velocity):
    """Greatest distance from the centre [m]."""
    momentum = np.linalg.norm(np.cross(position, velocity), axis=-1)
    axis = semi_major_axis(position, velocity)
    return axis * (1 + np.sqrt(1 - momentum**2 / (PARAMETER * axis)))


def fall_time(position, velocity, longest):
    """Time [s] at which one body that rises first meets the WGS84 ellipsoid, before `longest`."""

    def outside(time):
        x, y, z = propagate(position, velocity, time)[0]
        return (x**2 + y**2) / EQUATORIAL**2 + z**2 / POLAR**2 - 1

    return brentq(outside, 100.0, longest, xtol=1e-10, rtol=1e-14)


def turned(vectors, angle):
    """Vectors (..., 3) seen from axes that have turned about z by an angle [rad]."""
    cosine, sine = np.cos(angle), np.sin(angle)
    x, y, z = np.moveaxis(vectors, -1, 0)
    return np.stack([cosine * x + sine * y, cosine * y - sine * x, z], axis=-1)
