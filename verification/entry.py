"""A bundled entry scenario flown once, and published against computed values along its path."""

from collections.abc import Sequence

import numpy as np

from boostglide.core import Trajectory
from boostglide.flight import fly, trace
from boostglide.planet import EARTH_ROTATION_RATE
from boostglide.scenario import load_scenario
from boostglide.solve import Settings
from boostglide.study import build_flight
from verification.row import Row

SETTINGS = Settings(tolerance=1e-8)

History = Sequence[tuple[float, float, float]]
"""Published times since the start [s], altitudes [km] and speeds [m/s]."""


def flown(name: str, points: int = 4000) -> Trajectory:
    """The path of a bundled scenario without spread; leaves of shape (1, points)."""
    scenario = load_scenario(name)
    samples = scenario.sample(1)
    flight, start = build_flight(scenario, samples)
    return trace(flight, fly(flight, start, SETTINGS), points, samples["vehicle.mass"], SETTINGS)


def inertial_speed(path: Trajectory) -> np.ndarray:
    """Speed that does not turn with the Earth, along a path [m/s]."""
    x, y, _ = np.asarray(path.position[0]).T
    turning = EARTH_ROTATION_RATE * np.stack([-y, x, np.zeros_like(x)], axis=-1)
    return np.linalg.norm(path.velocity[0] + turning, axis=-1)


def history_rows(
    flight: str,
    path: Trajectory,
    speed: np.ndarray,
    history: History,
    source: str,
    tolerances: tuple[float, float],
) -> list[Row]:
    """Altitudes and speeds at the published times, with the tolerance of each."""
    rows = []
    for time, altitude, published in history:
        height, found = (
            float(np.interp(time, path.time[0], each)) for each in (path.altitude[0] / 1e3, speed)
        )
        rows.append(Row(f"{flight}, altitude at {time:g} s", altitude, height, "km", tolerances[0], source))
        rows.append(Row(f"{flight}, speed at {time:g} s", published, found, "m/s", tolerances[1], source))
    return rows


def peak_load(path: Trajectory) -> float:
    """Greatest load factor of a path [-]."""
    return float(np.max(path.load_factor[0]))
