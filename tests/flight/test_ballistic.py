"""Flight without air against Kepler's orbits and against the closed forms of the least-energy arc."""

import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Outcome, Vector3
from boostglide.flight import (
    FlightState,
    arc_points,
    fly,
    greatest_ballistic_range,
    minimum_energy_arc,
    trace,
)
from boostglide.planet import EARTH_ROTATION_RATE, MEAN_RADIUS, fixed_to_inertial_velocity
from boostglide.solve import sample_ensemble
from tests.flight import kepler
from tests.flight.cases import (
    BALLISTIC_POINTS,
    COUNT,
    TIGHT,
    column,
    falling,
    flight,
    limits,
    rows,
    start,
    world,
)

ARC = flight(falling(), over=world(density_factor=0.0))


def _sites(**frame):
    """Launches from anywhere in any direction, the first four from or across a pole."""
    random = np.random.default_rng(7)
    latitude = np.arcsin(random.uniform(-1, 1, COUNT))
    latitude[:4] = np.pi / 2, -np.pi / 2, np.deg2rad(80), np.deg2rad(-75)
    heading = random.uniform(0, 2 * np.pi, COUNT)
    heading[2:4] = 0.0, np.pi
    return start(
        altitude=100e3,
        latitude=latitude,
        longitude=random.uniform(-np.pi, np.pi, COUNT),
        speed=random.uniform(4000.0, 7000.0, COUNT),
        flight_path_angle=random.uniform(0.3, 0.8, COUNT),
        heading=heading,
        **frame,
    )


@pytest.fixture(scope="module")
def launched():
    state = _sites()
    return rows(state.position), rows(state.velocity), fly(ARC, state, TIGHT)


def test_time_and_place_of_impact_are_those_of_kepler(launched):
    position, velocity, ends = launched
    assert np.all(ends.outcome == Outcome.COMPLETED)
    time = [kepler.fall_time(*each) for each in zip(position, velocity, ends.time + 50, strict=True)]
    expected, _ = kepler.propagate(position, velocity, np.array(time))
    travelled = np.linalg.norm(expected - position, axis=1)
    assert travelled.max() > 5e6
    np.testing.assert_allclose(ends.time, time, atol=1e-3)
    assert np.linalg.norm(rows(ends.state.position) - expected, axis=1).max() < 1.0


def test_ranges_and_apogees_are_those_of_kepler(launched):
    position, velocity, ends = launched
    path = trace(ARC, ends, BALLISTIC_POINTS, settings=TIGHT)
    expected, speed = kepler.propagate(position[:, None], velocity[:, None], path.time)
    assert np.linalg.norm(path.position - expected, axis=-1).max() < 1.0
    np.testing.assert_allclose(path.velocity, speed, atol=1e-3)
    radius = np.linalg.norm(path.position, axis=-1)
    np.testing.assert_allclose(_greatest(radius), kepler.apogee_radius(position, velocity), atol=1.0)


def _greatest(values):
    """Top of the parabola through the five greatest values of each row, by the polynomial of degree 4."""
    tops = []
    for row in values:
        middle = np.clip(np.argmax(row), 2, len(row) - 3)
        fit = np.polynomial.Polynomial.fit(range(-2, 3), row[middle - 2 : middle + 3], 4)
        tops.append(fit(np.linspace(-1, 1, 2001)).max())
    return np.array(tops)


def test_start_at_the_pole_is_not_singular(launched):
    position, _, ends = launched
    np.testing.assert_allclose(np.abs(position[:2, 2]), kepler.POLAR + 100e3, atol=1e-6)
    assert np.all(np.isfinite(rows(ends.state.position)))


def test_seen_from_the_turning_earth_the_orbit_is_the_same():
    rate = EARTH_ROTATION_RATE
    turning = flight(falling(), over=world(density_factor=0.0, rotation_rate=rate))
    state = _sites(inertial=True, rotation_rate=rate)
    inertial = rows(fixed_to_inertial_velocity(state.position, state.velocity, rate))
    ends = fly(turning, state, TIGHT)
    expected, _ = kepler.propagate(rows(state.position), inertial, ends.time)
    expected = kepler.turned(expected, rate * ends.time)
    assert np.linalg.norm(rows(ends.state.position) - expected, axis=1).max() < 1.0


@pytest.mark.parametrize("rate", [0.0, EARTH_ROTATION_RATE])
def test_an_orbit_keeps_its_energy_and_its_angular_momentum(rate):
    forever = flight(
        falling(ground=-1e7),
        over=world(density_factor=0.0, rotation_rate=rate),
        within=limits(ground=-1e7),
    )
    state = start(
        altitude=300e3,
        latitude=np.linspace(-1.5, 1.5, COUNT),
        speed=np.linspace(6500.0, 8500.0, COUNT),
        flight_path_angle=0.05,
        heading=np.linspace(0.0, 6.0, COUNT),
        inertial=True,
        rotation_rate=rate,
    )
    times = np.broadcast_to(np.linspace(0.0, 6000.0, BALLISTIC_POINTS), (COUNT, BALLISTIC_POINTS))
    path = sample_ensemble(forever.motion(0), column(0.0), state, times, TIGHT)
    position, velocity = rows(path.position), rows(path.velocity)
    inertial = rows(fixed_to_inertial_velocity(Vector3(*path.position), Vector3(*path.velocity), rate))
    energy = 0.5 * np.sum(inertial**2, axis=-1) - kepler.PARAMETER / np.linalg.norm(position, axis=-1)
    momentum = np.cross(kepler.turned(position, -rate * times), kepler.turned(inertial, -rate * times))
    np.testing.assert_allclose(energy, np.broadcast_to(energy[:, :1], times.shape), rtol=1e-9)
    drift = np.linalg.norm(momentum - momentum[:, :1], axis=-1) / np.linalg.norm(momentum, axis=-1)
    assert drift.max() < 1e-9
    relative = 0.5 * np.sum(velocity**2, axis=-1) - 0.5 * rate**2 * np.sum(position[..., :2] ** 2, axis=-1)
    jacobi = relative - kepler.PARAMETER / np.linalg.norm(position, axis=-1)
    np.testing.assert_allclose(jacobi, np.broadcast_to(jacobi[:, :1], times.shape), rtol=1e-9)


RANGES = np.linspace(300e3, 12000e3, COUNT)


def test_least_energy_arcs_come_down_where_and_when_they_should():
    """Flown on the sphere: up to the time of the closed form, the body is back on it at the right place."""
    arc = minimum_energy_arc(RANGES)
    climb, level = arc.speed * jnp.sin(arc.flight_path_angle), arc.speed * jnp.cos(arc.flight_path_angle)
    zero = column(0.0)
    state = FlightState(
        Vector3(column(MEAN_RADIUS), zero, zero), Vector3(np.asarray(climb), zero, np.asarray(level))
    )
    times = np.linspace(0.0, 1.0, BALLISTIC_POINTS) * np.asarray(arc.time)[:, None]
    below = flight(falling(ground=-1e7), over=world(density_factor=0.0), within=limits(ground=-1e7))
    path = rows(sample_ensemble(below.motion(0), zero, state, times, TIGHT).position)
    radius = np.linalg.norm(path, axis=-1)
    np.testing.assert_allclose(radius[:, -1], MEAN_RADIUS, atol=0.1)
    ground_range = MEAN_RADIUS * np.arctan2(path[:, -1, 2], path[:, -1, 0])
    np.testing.assert_allclose(ground_range, RANGES, atol=0.1)
    np.testing.assert_allclose(_greatest(radius), MEAN_RADIUS + arc.apogee, atol=1.0)


def test_the_least_energy_arc_needs_the_least_speed():
    """At the same speed, a little steeper or flatter falls short: the range formula of bate1971, 6.2-10."""
    arc = minimum_energy_arc(RANGES)
    energy = arc.speed**2 * MEAN_RADIUS / kepler.PARAMETER

    def reached(angle):
        axis = MEAN_RADIUS / (2 - energy)
        eccentricity = jnp.sqrt(1 - energy * (2 - energy) * jnp.cos(angle) ** 2)
        parameter = axis * (1 - eccentricity**2)
        return 2 * MEAN_RADIUS * (jnp.pi - jnp.arccos((parameter / MEAN_RADIUS - 1) / eccentricity))

    np.testing.assert_allclose(reached(arc.flight_path_angle), RANGES, rtol=1e-9)
    for other in (-0.01, 0.01):
        assert np.all(reached(arc.flight_path_angle + other) < RANGES)


def test_greatest_range_inverts_the_least_energy_arc():
    np.testing.assert_allclose(greatest_ballistic_range(minimum_energy_arc(RANGES).speed), RANGES, rtol=1e-10)
    half_the_globe = np.pi * MEAN_RADIUS
    assert float(greatest_ballistic_range(jnp.asarray(9000.0))) == pytest.approx(half_the_globe)


def test_short_arcs_are_those_of_a_flat_earth():
    """Range v^2 / g, apogee a quarter of the range, 45 degrees."""
    arc, gravity = minimum_energy_arc(jnp.asarray(1000.0)), kepler.PARAMETER / MEAN_RADIUS**2
    assert float(arc.speed) ** 2 / gravity == pytest.approx(1000.0, rel=2e-4)
    assert float(arc.apogee) == pytest.approx(250.0, rel=2e-4)
    assert float(arc.time) == pytest.approx(np.sqrt(2 * 1000.0 / gravity), rel=2e-4)
    assert np.rad2deg(float(arc.flight_path_angle)) == pytest.approx(45.0, abs=0.01)


def test_points_of_an_arc_lie_on_keplers_orbit():
    ground_range = jnp.asarray(5000e3)
    arc = minimum_energy_arc(ground_range)
    points = arc_points(arc, ground_range, 21)
    angle = float(arc.flight_path_angle)
    place = np.array([MEAN_RADIUS, 0.0, 0.0])
    velocity = float(arc.speed) * np.array([np.sin(angle), np.cos(angle), 0.0])
    expected, speed = kepler.propagate(place[None], velocity[None], np.asarray(points.time))
    np.testing.assert_allclose(points.altitude + MEAN_RADIUS, np.linalg.norm(expected, axis=1), rtol=1e-9)
    np.testing.assert_allclose(points.speed, np.linalg.norm(speed, axis=1), rtol=1e-9)
    travelled = np.arctan2(expected[:, 1], expected[:, 0])
    np.testing.assert_allclose(5000e3 / MEAN_RADIUS - points.angle_to_end, travelled, atol=1e-9)
    assert float(points.time[-1]) == pytest.approx(float(arc.time), rel=1e-12)
