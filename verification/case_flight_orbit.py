"""Orbits: the drift of the node by J2, Kepler's period, and burns by the vis-viva equation.

The drift is compared with the secular formula of first order in J2, -3/2 n J2 (R/p)^2 cos i, and with that of
second order, with the mean axis, inclination and semilatus rectum of the flown orbit over 14 revolutions. The
terms of second order are worth up to 0.23 percent at these inclinations. The transfer of Hohmann and the
de-orbit burn fly strong motors over a round Earth, so that burns are short; what they last is left out of the
closed form.
"""

import numpy as np

from boostglide.core import Array, Float, Vector3
from boostglide.flight import (
    AlongOrbit,
    DenseFlight,
    DensePhase,
    Flight,
    FlightState,
    LevelOrbit,
    Limits,
    Phase,
    PhaseTimeReached,
    World,
    apsis_altitudes,
    fly_dense,
    start_state,
)
from boostglide.planet import EARTH_ROTATION_RATE, MEAN_RADIUS, Vacuum, ZonalGravity, sphere
from boostglide.vehicle import RocketAerodynamics, RocketMotor
from verification.row import Row

PARAMETER, RADIUS, J2 = 3.986004418e14, 6378137.0, 1.08262668e-3  # [m^3/s^2], [m], [-]
AXIS = 7200e3  # [m]
FIGURE = sphere(MEAN_RADIUS)
RATE = EARTH_ROTATION_RATE
IMPULSE, FULL = 300.0, 1000.0  # [s], [kg]
FORMULA = "secular formula; curtis2020, section 4.7"
SECOND_ORDER = "brouwer1959"
VIS_VIVA = "vis-viva equation; curtis2020, sections 2.7 and 6.3"


def compare() -> list[Row]:
    """Node drift of four orbits, ten periods, and the apses after three burns."""
    orbits = [(28.5, 0.0), (51.6, 0.0), (98.2, 0.0), (63.4, 0.1)]
    return [row for orbit in orbits for row in _drift(*orbit)] + _period() + _burns()


def _drift(degrees: float, eccentricity: float) -> list[Row]:
    day = 14 * 2 * np.pi * np.sqrt(AXIS**3 / PARAMETER)  # whole revolutions, for the means
    flown = _coast(AXIS, eccentricity, np.deg2rad(degrees), day, ZonalGravity())
    times = np.linspace(0.0, flown.end_time, 4000)
    place, pace = _inertial(flown.phases[0].read(times), times)
    momentum = np.cross(place, pace)
    node = np.unwrap(np.arctan2(momentum[:, 0], -momentum[:, 1]))
    rate = _slope(times, node, place)
    size = np.linalg.norm(momentum, axis=1)
    axis = np.mean(1 / (2 / np.linalg.norm(place, axis=1) - np.sum(pace**2, axis=1) / PARAMETER))
    semilatus = np.mean(size**2) / PARAMETER
    cosine = np.mean(momentum[:, 2] / size)
    strength = 0.5 * J2 * (RADIUS / semilatus) ** 2
    first = float(-3 * np.sqrt(PARAMETER / axis**3) * strength * cosine)
    root = np.sqrt(semilatus / axis)
    terms = (-5 + 12 * root + 9 * root**2) - (35 + 36 * root + 5 * root**2) * cosine**2
    second = float(first * (1 - strength / 8 * terms))
    name = f"drift of the node, inclination {degrees:g} deg, eccentricity {eccentricity:g}"
    a_day = float(np.rad2deg(86400.0))
    rows = [Row(f"{name}, second order", a_day * second, a_day * rate, "deg/day", 1e-4, SECOND_ORDER)]
    if degrees > 50:
        rows.insert(0, Row(f"{name}, first order", a_day * first, a_day * rate, "deg/day", 1e-3, FORMULA))
    return rows


def _slope(times: Float[Array, " time"], node: Float[Array, " time"], place: Float[Array, "time 3"]) -> float:
    """Secular rate of the node [rad/s], its swings within a revolution fitted along with it."""
    along = place[:, 0] * np.cos(node) + place[:, 1] * np.sin(node)
    argument = np.arctan2(np.copysign(1.0, place[:, 2]) * np.sqrt(_square(place) - along**2), along)
    waves = [wave(number * argument) for number in (1, 2, 3) for wave in (np.sin, np.cos)]
    columns = np.stack([times, np.ones_like(times), *waves], axis=1)
    return float(np.linalg.lstsq(columns, node)[0][0])


def _square(place: Float[Array, "time 3"]) -> Float[Array, " time"]:
    return np.sum(place**2, axis=1)


def _period() -> list[Row]:
    """Without J2 the body is back after Kepler's period, ten times over."""
    axis = 8000e3
    period = 2 * np.pi * np.sqrt(axis**3 / PARAMETER)
    flown = _coast(axis, 0.1, 0.9, 10 * period, ZonalGravity.central())
    times = np.array([0.0, flown.end_time])
    place, _ = _inertial(flown.phases[0].read(times), times)
    miss = float(np.linalg.norm(place[1] - place[0]))
    return [Row("place after ten periods, away from the start", 0.0, miss, "m", 1.0, "bate1971")]


def _burns() -> list[Row]:
    low, high = MEAN_RADIUS + 300e3, MEAN_RADIUS + 600e3
    transfer, down = 0.5 * (low + high), 0.5 * (high + RADIUS + 50e3)
    gains = [
        _pace(low, transfer) - _pace(low, low),
        _pace(high, high) - _pace(high, transfer),
        _pace(high, high) - _pace(high, down),
    ]
    left = FULL * np.exp(-np.cumsum(gains) / (9.80665 * IMPULSE))
    start = _start(low - MEAN_RADIUS, _pace(low, low), 0.5, FULL)
    flown = fly_dense(
        _flight(
            _burn(AlongOrbit(True), left[0]),
            _rest(np.pi * np.sqrt(transfer**3 / PARAMETER)),
            _burn(LevelOrbit(), left[1]),
            _rest(3000.0),
            _burn(AlongOrbit(False), left[2]),
            gravity=ZonalGravity.central(),
        ),
        start,
    )
    rows = []
    for name, number, expected in (
        ("apogee after the first burn of a transfer", 0, (None, high - RADIUS)),
        ("perigee after its second burn", 2, (high - RADIUS, None)),
        ("perigee after a de-orbit burn", 4, (50e3, None)),
    ):
        found = _apses(flown.phases[number])
        for published, computed in zip(expected, found, strict=True):
            if published is not None:
                rows.append(Row(name, published, computed, "m", 50.0 / published, VIS_VIVA))
    return rows


def _pace(radius: float, axis: float) -> float:
    """Speed at a radius on an orbit [m/s]."""
    return float(np.sqrt(PARAMETER * (2 / radius - 1 / axis)))


def _coast(
    axis: float, eccentricity: float, tilt: float, seconds: float, gravity: ZonalGravity
) -> DenseFlight:
    """An orbit from its perigee over the equator."""
    perigee = axis * (1 - eccentricity)
    start = _start(perigee - MEAN_RADIUS, _pace(perigee, axis), np.pi / 2 - tilt, None)
    return fly_dense(_flight(_rest(seconds), gravity=gravity), start)


def _start(altitude: float, speed: float, heading: float, mass: float | None) -> FlightState:
    place = {"altitude": altitude, "latitude": 0.0, "longitude": 0.0}
    motion = {"speed": speed, "flight_path_angle": 0.0, "heading": heading}
    numbers = {name: np.asarray(value, float) for name, value in (place | motion).items()}
    full = None if mass is None else np.asarray(mass, float)
    return start_state(**numbers, inertial=True, mass=full, figure=FIGURE)


def _rest(seconds: float) -> Phase:
    return Phase("coast", AlongOrbit(True), PhaseTimeReached(np.asarray(seconds)), True)


def _burn(command: AlongOrbit | LevelOrbit, left: float) -> Phase:
    motor = RocketMotor(np.asarray(2e6), np.asarray(IMPULSE), np.asarray(0.0))
    end = PhaseTimeReached(np.asarray(1e5))
    return Phase("burn", command, end, True, propulsion=motor, least_mass=np.asarray(left))


def _flight(*phases: Phase, gravity: ZonalGravity) -> Flight:
    """Without air, over a sphere that turns."""
    body = RocketAerodynamics(np.zeros((2, 1)), np.asarray(0.0), np.asarray(1.0))
    limits = Limits(*(np.asarray(each) for each in (-1e6, 1e9, 1e7, 1e9)))
    return Flight(World(gravity, Vacuum(), np.asarray(RATE), None, FIGURE), body, phases, limits)


def _inertial(
    rows: Float[Array, "time unknown"], times: Float[Array, " time"]
) -> tuple[Float[Array, "time 3"], Float[Array, "time 3"]]:
    """Places and velocities in axes that do not turn."""
    place, pace = rows[:, :3], rows[:, 3:6] + np.cross([0.0, 0.0, RATE], rows[:, :3])
    return _turned(place, RATE * times), _turned(pace, RATE * times)


def _turned(vectors: Float[Array, "time 3"], angle: Float[Array, " time"]) -> Float[Array, "time 3"]:
    cosine, sine = np.cos(angle), np.sin(angle)
    x, y, z = vectors.T
    return np.stack([cosine * x - sine * y, sine * x + cosine * y, z], axis=-1)


def _apses(phase: DensePhase) -> tuple[float, float]:
    row = [np.asarray(each) for each in phase.read(phase.times[-1:])[0]]
    state = FlightState(Vector3(*row[:3]), Vector3(*row[3:6]), (), row[6])
    perigee, apogee = apsis_altitudes(phase.motion.point(np.asarray(phase.times[-1]), state))
    return float(perigee), float(apogee)
