"""Flight without air: closed forms of bate1971 against the integrated equations of motion.

The least-energy arcs are flown as a ballistic phase over a sphere at rest, and inertial orbits are followed
for one period in axes that turn with the Earth.
"""

import numpy as np

from boostglide.core import Array, Float, Vector3
from boostglide.flight import (
    BallisticArc,
    ConstantAngle,
    Flight,
    FlightState,
    Ground,
    Limits,
    Phase,
    World,
    minimum_energy_arc,
)
from boostglide.planet import (
    EARTH_ROTATION_RATE,
    MEAN_RADIUS,
    StandardAtmosphere1976,
    ZonalGravity,
    inertial_to_fixed_velocity,
)
from boostglide.solve import Settings, sample_ensemble
from boostglide.vehicle import GlideAerodynamics
from verification.row import Row

RANGES = np.array([500e3, 3000e3, 10000e3])  # [m]
SETTINGS = Settings(tolerance=1e-11)
SOURCE = "bate1971"


def compare() -> list[Row]:
    """Ranges, heights at the end, apogees and one turn of an orbit."""
    return _arcs() + _orbit()


def _flight(rotation_rate: float) -> Flight:
    """A ballistic phase without air that no ground stops."""
    same = np.ones(3)
    world = World(ZonalGravity.central(), StandardAtmosphere1976(0 * same), rotation_rate * same)
    fall = Phase("fall", ConstantAngle.at_bank(0 * same, 0 * same), Ground(-1e7 * same), True)
    return Flight(world, GlideAerodynamics(same, same), (fall,), Limits(-1e7 * same))


def _fly(
    start: FlightState, times: Float[Array, "member time"], rate: float
) -> Float[Array, "member time xyz"]:
    states = sample_ensemble(_flight(rate).motion(0), np.zeros(3), start, times, SETTINGS)
    return np.stack(states.position, axis=-1)


def _arcs() -> list[Row]:
    arc = minimum_energy_arc(RANGES)
    zero, speed, angle = np.zeros(3), np.asarray(arc.speed), np.asarray(arc.flight_path_angle)
    start = FlightState(
        Vector3(zero + MEAN_RADIUS, zero, zero), Vector3(speed * np.sin(angle), zero, speed * np.cos(angle))
    )
    path = _fly(start, np.linspace(0.0, 1.0, 3) * np.asarray(arc.time)[:, None], 0.0)
    rows = []
    for row, distance in enumerate(RANGES):
        rows += _arc_rows(arc, path[row], row, float(distance))
    return rows


def _arc_rows(arc: BallisticArc, path: Float[Array, "time xyz"], row: int, distance: float) -> list[Row]:
    radius, name = np.linalg.norm(path, axis=1), f"least-energy arc over {distance / 1e3:g} km"
    travelled = float(MEAN_RADIUS * np.arctan2(path[2, 2], path[2, 0]))
    apogee = float(arc.apogee[row])
    return [
        Row(f"{name}: range after the time of flight", distance, travelled, "m", 1 / distance, SOURCE),
        Row(f"{name}: radius after the time of flight", MEAN_RADIUS, float(radius[2]), "m", 1e-7, SOURCE),
        Row(f"{name}: apogee", apogee, float(radius[1] - MEAN_RADIUS), "m", 1 / apogee, SOURCE),
    ]


def _orbit() -> list[Row]:
    """After one period by Kepler's third law an orbit is back where it was in inertial axes."""
    radius, rate = 7000e3, EARTH_ROTATION_RATE
    parameter = ZonalGravity.central().gravitational_parameter
    position = Vector3(np.full(3, radius), np.zeros(3), np.zeros(3))
    speed = np.sqrt(parameter / radius) * np.array([1.0, 1.0, 1.05])
    inertial = Vector3(np.zeros(3), speed * np.cos([0.0, 1.0, 2.0]), speed * np.sin([0.0, 1.0, 2.0]))
    axis = 1 / (2 / radius - speed**2 / parameter)
    period = 2 * np.pi * np.sqrt(axis**3 / parameter)
    start = FlightState(
        position, Vector3(*map(np.asarray, inertial_to_fixed_velocity(position, inertial, rate)))
    )
    path = _fly(start, np.linspace(0.0, 1.0, 3) * period[:, None], rate)[:, -1]
    turn = rate * period
    east = np.cos(turn) * path[:, 1] + np.sin(turn) * path[:, 0]
    away = np.cos(turn) * path[:, 0] - np.sin(turn) * path[:, 1]
    return [
        Row(f"orbit {number + 1} after one period: {what}", published, float(value), "m", tolerance, SOURCE)
        for number in range(3)
        for what, published, value, tolerance in (
            ("place along the start", radius, away[number], 1e-7),
            ("place across it", 0.0, east[number], 1.0),
        )
    ]
