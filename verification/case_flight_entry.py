"""Steep entry without lift: the closed forms of Allen and Eggers against the integrated equations of motion.

Exponential air over a round Earth at rest. The closed forms leave out gravity and the curvature of the Earth;
at 12 km/s and 60 to 90 degrees both change speed and deceleration by less than one percent.
"""

import numpy as np

from boostglide.core import Trajectory
from boostglide.flight import (
    ConstantAngle,
    Flight,
    Limits,
    Phase,
    SpeedBelow,
    World,
    fly_dense,
    path_of,
    start_state,
)
from boostglide.planet import MEAN_RADIUS, ExponentialAtmosphere, ZonalGravity, sphere
from boostglide.vehicle import GlideAerodynamics
from verification.row import Row

DENSITY, SCALE_HEIGHT, TEMPERATURE = 1.225, 7200.0, 250.0  # [kg/m^3], [m], [K]
SPEED, ALTITUDE = 12000.0, 60e3  # [m/s], [m]
FIGURE = sphere(MEAN_RADIUS)
ENTRIES = [(90.0, 2000.0), (60.0, 2000.0), (60.0, 6000.0)]
"""Angles below the horizontal [deg] and ballistic coefficients [kg/m^2]."""

SOURCE = "allen1958"


def compare() -> list[Row]:
    """Greatest deceleration, the speed at it, and its altitude."""
    return [row for entry in ENTRIES for row in _rows(*entry)]


def _rows(degrees: float, coefficient: float) -> list[Row]:
    path = _enter(degrees, coefficient)
    sine = float(np.sin(np.deg2rad(degrees)))
    absorbed = float(path.density[0]) * SCALE_HEIGHT / (2 * coefficient * sine)
    entry_speed = SPEED * np.exp(absorbed)  # before all air
    at = int(np.argmax(path.drag_acceleration))
    name = f"{degrees:g} deg, {coefficient:g} kg/m^2"
    deceleration = entry_speed**2 * sine / (2 * np.e * SCALE_HEIGHT)
    altitude = SCALE_HEIGHT * np.log(DENSITY * SCALE_HEIGHT / (coefficient * sine))
    found = float(path.drag_acceleration[at])
    speed, height = float(path.speed[at]), float(path.altitude[at])
    return [
        Row(f"greatest deceleration, {name}", deceleration, found, "m/s^2", 0.01, SOURCE),
        Row(f"speed at it, {name}", entry_speed * np.exp(-0.5), speed, "m/s", 0.01, SOURCE),
        Row(f"altitude of it, {name}", altitude, height, "m", 0.03, SOURCE),
    ]


def _enter(degrees: float, coefficient: float) -> Trajectory:
    """The path down to a fifth of the speed, at many points."""
    zero, air = np.asarray(0.0), (DENSITY, SCALE_HEIGHT, TEMPERATURE)
    atmosphere = ExponentialAtmosphere(*(np.asarray(each) for each in air))
    fall = Phase("entry", ConstantAngle.at_bank(zero, zero), SpeedBelow(np.asarray(0.2 * SPEED)), True)
    body = GlideAerodynamics(np.asarray(1.0), np.asarray(coefficient), polar=False)
    limits = Limits(*(np.asarray(each) for each in (-50e3, 1e6, 1e4, 1e6)))
    world = World(ZonalGravity.central(), atmosphere, zero, None, FIGURE)
    start = start_state(
        altitude=np.asarray(ALTITUDE),
        latitude=zero,
        longitude=zero,
        speed=np.asarray(SPEED),
        flight_path_angle=np.asarray(-np.deg2rad(degrees)),
        heading=np.asarray(0.5 * np.pi),
        rotation_rate=0.0,
        figure=FIGURE,
    )
    return path_of(fly_dense(Flight(world, body, (fall,), limits), start), lambda _: 4000)
