"""NESC check cases of NASA/TM-2015-218675: a sphere of one slug over the turning ellipsoid.

Standard air without wind. Values of simulation 04, transcribed from the published time histories of
atmospheric cases 6 (dropped from 30,000 ft over the equator) and 9 (fired from the equator at 1000 ft/s east
and 1000 ft/s up).
"""

import numpy as np

from boostglide.core import Array, Float, Outcome
from boostglide.flight import (
    ConstantAngle,
    Flight,
    FlightState,
    Limits,
    Phase,
    TimeReached,
    World,
    start_state,
)
from boostglide.planet import (
    EARTH_ROTATION_RATE,
    Geodetic,
    StandardAtmosphere1976,
    ZonalGravity,
    fixed_to_geodetic,
)
from boostglide.solve import Settings, sample_ensemble
from boostglide.vehicle import GlideAerodynamics
from verification.row import Row

FOOT, SLUG = 0.3048, 14.593902937206364  # [m], [kg]
DRAG_COEFFICIENT, RADIUS = 0.1, 0.25 * FOOT  # [-], [m]
TIMES = np.linspace(0.0, 30.0, 61)  # [s]
CASES = ("6, dropped", "9, fired east")
SETTINGS = Settings(tolerance=1e-11)
METRES_A_RADIAN = 6378137.0  # [m] along the equator
SOURCE = "NASA/TM-2015-218675, simulation 04"

ALTITUDE = {  # [ft], latitude is zero throughout
    10.0: (28407.7830323, 7306.60595042),
    20.0: (23727.1674789, 10423.9541769),
    30.0: (16284.443772, 10160.9897645),
}
LONGITUDE = {  # [deg]
    10.0: (2.11143930822e-6, 0.0240256288982),
    20.0: (1.65120811699e-5, 0.0439905843947),
    30.0: (5.33798251362e-5, 0.0616478507138),
}
VELOCITY = {  # east, down [ft/s]
    10.0: ((0.230548715301, 316.911995143), (786.313763949, -500.079060575)),
    20.0: ((0.886366695219, 613.939334411), (682.026631946, -134.990838199)),
    30.0: ((1.84293085603, 864.010905567), (610.746581927, 181.748229037)),
}


def flight() -> Flight:
    """Both spheres."""
    zero = np.zeros(2)
    coefficient = np.full(2, SLUG / (DRAG_COEFFICIENT * np.pi * RADIUS**2))
    world = World(ZonalGravity(), StandardAtmosphere1976(np.ones(2)), np.full(2, EARTH_ROTATION_RATE))
    end = TimeReached(np.full(2, 30.0), Outcome.COMPLETED)
    phases = (Phase("fall", ConstantAngle.at_bank(zero, zero), end, may_leave_atmosphere=True),)
    return Flight(world, GlideAerodynamics(zero, coefficient, polar=False), phases, Limits(np.full(2, -10.0)))


def start() -> FlightState:
    """At rest over the ground, and 45 degrees up towards the east."""
    zero = np.zeros(2)
    return start_state(
        altitude=np.array([30000.0, 0.0]) * FOOT,
        latitude=zero,
        longitude=zero,
        speed=np.array([0.0, 1000.0 * np.sqrt(2)]) * FOOT,
        flight_path_angle=np.array([0.0, np.pi / 4]),
        heading=np.full(2, np.pi / 2),
    )


def fly_cases() -> tuple[Geodetic, Float[Array, "case time"]]:
    """Place and speed of both spheres at `TIMES`."""
    times = np.broadcast_to(TIMES, (2, len(TIMES)))
    states = sample_ensemble(flight().motion(0), np.zeros(2), start(), times, SETTINGS)
    return fixed_to_geodetic(states.position), np.asarray(states.velocity.norm())


def compare() -> list[Row]:
    """Altitude, longitude and speed of both spheres; 1 cm and 1 mm/s as a share of each value."""
    place, speeds = fly_cases()
    rows = []
    for case, name in enumerate(CASES):
        for time in ALTITUDE:
            at = int(np.searchsorted(TIMES, time))
            altitude, speed = ALTITUDE[time][case] * FOOT, float(np.hypot(*VELOCITY[time][case])) * FOOT
            way = float(np.deg2rad(LONGITUDE[time][case])) * METRES_A_RADIAN
            computed_way = float(place.longitude[case, at]) * METRES_A_RADIAN
            told = f"case {name}, {time:g} s"
            rows += [
                Row(
                    f"altitude, {told}",
                    altitude,
                    float(place.altitude[case, at]),
                    "m",
                    0.01 / altitude,
                    SOURCE,
                ),
                Row(f"way east, {told}", way, computed_way, "m", 0.01 / way, SOURCE),
                Row(f"speed, {told}", speed, float(speeds[case, at]), "m/s", 1e-3 / speed, SOURCE),
            ]
    return rows
