"""Phases in sequence, ends, outcomes and traces."""

import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Outcome, Vector3
from boostglide.flight import (
    AltitudeAbove,
    AltitudeBelow,
    FlightPathAngleAbove,
    FlightState,
    Ground,
    Moment,
    QuantityReached,
    Sinking,
    SpeedBelow,
    TimeReached,
    World,
    fly,
    trace,
)
from boostglide.planet import StandardAtmosphere1976, ZonalGravity, geodetic_altitude, great_circle_distance
from tests.flight.cases import (
    BALLISTIC_POINTS,
    COUNT,
    GLIDE_POINTS,
    TIGHT,
    body,
    falling,
    flight,
    gliding,
    limits,
    rows,
    start,
    world,
)

POINTS = GLIDE_POINTS + BALLISTIC_POINTS
SPIN = 7.292115e-5  # [rad/s]
EARTH = World(ZonalGravity.central(), StandardAtmosphere1976(np.asarray(1.0)), 0.0)


@pytest.fixture(scope="module")
def journey():
    """Glide and dive: from over both poles, both ways across the date line, and elsewhere."""
    random = np.random.default_rng(3)
    latitude, longitude = random.uniform(-1.5, 1.5, COUNT), random.uniform(-np.pi, np.pi, COUNT)
    heading = random.uniform(0, 2 * np.pi, COUNT)
    latitude[:6] = np.deg2rad([90.0, -90.0, 85.0, -85.0, 10.0, -10.0])
    longitude[2:6] = np.deg2rad([20.0, -20.0, 179.0, -179.0])
    heading[2:6] = np.deg2rad([0.0, 180.0, 90.0, 270.0])
    what = flight(
        gliding(end_speed=np.linspace(1200.0, 2000.0, COUNT)),
        falling(),
        aerodynamics=body(np.linspace(1.5, 3.0, COUNT), np.linspace(3000.0, 8000.0, COUNT)),
        over=world(np.linspace(0.8, 1.2, COUNT), SPIN),
    )
    state = start(
        altitude=70e3,
        latitude=latitude,
        longitude=longitude,
        speed=np.linspace(4000.0, 6000.0, COUNT),
        flight_path_angle=-0.08,
        heading=heading,
        rotation_rate=SPIN,
    )
    ends = fly(what, state, TIGHT)
    return what, state, ends, trace(what, ends, POINTS, np.linspace(500.0, 2000.0, COUNT), TIGHT)


def test_ends_of_phases_are_met(journey):
    _, _, ends, _ = journey
    assert np.all(ends.outcome == Outcome.COMPLETED)
    assert np.all(ends.last_phase == 1)
    slow, ground = (each.end for each in ends.phases)
    np.testing.assert_allclose(slow.velocity.norm(), np.linspace(1200.0, 2000.0, COUNT), atol=1e-6, rtol=0)
    np.testing.assert_allclose(geodetic_altitude(Vector3(*map(jnp.asarray, ground.position))), 0.0, atol=1e-3)


def test_phases_follow_each_other(journey):
    _, state, ends, _ = journey
    np.testing.assert_array_equal(rows(ends.phases[0].start.position), rows(state.position))
    for one, next_one in zip(ends.phases, ends.phases[1:], strict=False):
        np.testing.assert_array_equal(one.end_time, next_one.start_time)
        np.testing.assert_array_equal(rows(one.end.position), rows(next_one.start.position))
        assert np.all(next_one.end_time > next_one.start_time)
        assert one.flown.all()
    np.testing.assert_array_equal(ends.time, ends.phases[-1].end_time)
    np.testing.assert_array_equal(rows(ends.state.velocity), rows(ends.phases[-1].end.velocity))


def test_a_trace_runs_from_start_to_end(journey):
    what, state, ends, path = journey
    assert path.time.shape == (COUNT, POINTS)
    assert np.diff(path.time, axis=1).min() >= 0
    np.testing.assert_array_equal(path.time[:, 0], 0.0)
    np.testing.assert_array_equal(path.time[:, -1], ends.time)
    np.testing.assert_allclose(path.position[:, 0], rows(state.position), atol=1e-9)
    np.testing.assert_allclose(path.position[:, -1], rows(ends.state.position), atol=1e-2)
    np.testing.assert_allclose(path.velocity[:, -1], rows(ends.state.velocity), atol=1e-3)
    expected = np.repeat([0.0, 1.0], [GLIDE_POINTS, BALLISTIC_POINTS])
    np.testing.assert_array_equal(path.phase, np.broadcast_to(expected, path.phase.shape))
    np.testing.assert_array_equal(path.mass[:, 5], np.linspace(500.0, 2000.0, COUNT))
    assert path.assumptions == what.assumptions


def test_channels_of_a_trace_belong_together(journey):
    what, _, _, path = journey
    np.testing.assert_allclose(path.mach, path.speed / path.sound_speed, rtol=1e-14)
    np.testing.assert_allclose(path.speed, np.linalg.norm(path.velocity, axis=-1), rtol=1e-12)
    expected = geodetic_altitude(Vector3(*jnp.moveaxis(jnp.asarray(path.position), -1, 0)))
    np.testing.assert_allclose(path.altitude, expected, atol=1e-6)
    inside = path.altitude < 86e3
    air = path.pressure / (path.density * 287.05287 * path.temperature)
    np.testing.assert_allclose(air[inside], 1.0, rtol=2e-3)
    pressure = 0.5 * path.density * path.speed**2
    fall = path.phase == 1.0
    coefficient = what.aerodynamics.ballistic_coefficient[:, None]
    np.testing.assert_allclose(path.drag_acceleration[fall], (0.5 * pressure / coefficient)[fall], rtol=1e-12)
    assert np.all(path.lift_acceleration[fall] == 0.0)


def test_speed_and_angles_make_the_motion(journey):
    """Climb from angle and speed is the rate of the altitude, at the poles and the date line too."""
    _, _, _, path = journey
    step = np.diff(path.time, axis=1)
    climb = path.speed * np.sin(path.flight_path_angle)
    risen = np.cumsum(0.5 * (climb[:, 1:] + climb[:, :-1]) * step, axis=1)
    assert np.abs(risen - (path.altitude[:, 1:] - path.altitude[:, :1])).max() < 500.0
    assert np.all(np.abs(path.longitude) <= np.pi) and np.all(np.abs(path.latitude) <= np.pi / 2)
    assert np.all((path.heading >= 0) & (path.heading < 2 * np.pi))


def test_ground_range_over_poles_and_date_line(journey):
    """Travelled over the ground: never less than the great circle, and not much more without bank."""
    _, _, _, path = journey
    here = [path.latitude, path.longitude]
    first = [np.broadcast_to(each[:, :1], each.shape) for each in here]
    direct = np.asarray(great_circle_distance(*first, *here))
    assert np.diff(path.ground_range, axis=1).min() >= 0
    assert (path.ground_range - direct).min() > -1e-6
    np.testing.assert_allclose(path.ground_range[:, -1], direct[:, -1], rtol=0.01)
    steps = np.diff(path.ground_range, axis=1) / np.maximum(np.diff(path.time, axis=1), 1e-9)
    middle = 0.5 * (path.speed[:, 1:] + path.speed[:, :-1])
    flown = np.diff(path.time, axis=1) > 0.1
    assert np.all(steps[flown] < 1.02 * middle[flown] + 1.0)
    crossed = np.abs(np.diff(path.longitude[4:6], axis=1)).max(axis=1)
    assert np.all(crossed > 6.0)


def test_unflown_phases_repeat_a_point():
    """Those that hit the ground in the glide do not fly the dive; their path stands still there."""
    what = flight(gliding(end_speed=1.0), falling(), over=world(rotation_rate=SPIN))
    ends = fly(what, start(flight_path_angle=-0.3, rotation_rate=SPIN), TIGHT)
    assert np.all(ends.outcome == Outcome.IMPACTED)
    assert np.all(ends.last_phase == 0)
    assert not ends.phases[1].flown.any()
    path = trace(what, ends, POINTS, settings=TIGHT)
    assert np.all(path.time[:, GLIDE_POINTS:] == ends.time[:, None])
    assert np.ptp(path.ground_range[:, GLIDE_POINTS:], axis=1).max() == 0.0


def test_a_body_at_rest_and_in_vertical_flight_has_no_undefined_number():
    """Dropped from rest: neither along nor across it is there a direction at first."""
    what = flight(falling())
    speed = np.where(np.arange(COUNT) % 2, 100.0, 0.0)
    dropped = start(
        altitude=20e3, speed=speed, flight_path_angle=-np.pi / 2, latitude=np.linspace(-1.57, 1.57, COUNT)
    )
    ends = fly(what, dropped, TIGHT)
    assert np.all(ends.outcome == Outcome.COMPLETED)
    path = trace(what, ends, BALLISTIC_POINTS, settings=TIGHT)
    for name in (
        "position",
        "speed",
        "flight_path_angle",
        "heading",
        "lift_acceleration",
        "drag_acceleration",
    ):
        assert np.all(np.isfinite(getattr(path, name))), name
    np.testing.assert_array_equal(path.speed[::2, 0], 0.0)
    np.testing.assert_allclose(path.flight_path_angle[:, 1:], -np.pi / 2, atol=0.01)


def test_every_way_to_end_is_labelled():
    expected = [
        Outcome.COMPLETED,
        Outcome.IMPACTED,
        Outcome.SKIPPED_OUT,
        Outcome.TIME_LIMIT,
        Outcome.NEVER_STARTED,
        Outcome.NEVER_STARTED,
        Outcome.STEP_TOO_SMALL,
        Outcome.NEVER_STARTED,
    ]

    def cases(*values):
        return np.resize(np.array(values, float), COUNT)

    what = flight(
        gliding(end_speed=cases(2000, 1, 2000, 1, 2000, 2000, 2000, 2000)),
        within=limits(
            skip_out=cases(150e3, 150e3, 150e3, 1e7, 150e3, 150e3, 150e3, 150e3),
            longest_time=cases(2e4, 2e4, 2e4, 6000, 2e4, 2e4, 2e4, 2e4),
        ),
    )
    state = start(
        altitude=cases(60e3, 60e3, 80e3, 400e3, 60e3, -100.0, 60e3, 151e3),
        speed=cases(5000, 5000, 7800, 7668, 1500, 5000, np.nan, 6000),
        flight_path_angle=cases(0, -0.3, 0.3, 0, 0, 0, 0, 0),
    )
    ends = fly(what, state, TIGHT)
    np.testing.assert_array_equal(ends.outcome, np.resize(expected, COUNT))
    assert np.all(ends.time[np.isin(ends.outcome, [Outcome.NEVER_STARTED])] == 0.0)
    np.testing.assert_array_equal(ends.time[3], 6000.0)
    assert all(Outcome(code).sentence.endswith(".") for code in ends.outcome)


def test_the_top_of_the_atmosphere_model_ends_a_ballistic_phase():
    what = flight(falling(), within=limits(ceiling=1000e3))
    ends = fly(what, start(speed=7000.0, flight_path_angle=1.2), TIGHT)
    assert np.all(ends.outcome == Outcome.OUTSIDE_MODEL)
    altitude = geodetic_altitude(Vector3(*map(jnp.asarray, ends.state.position)))
    np.testing.assert_allclose(altitude, 1000e3, atol=1e-3)


# --- ends, one by one ---


def _state(altitude, climb, speed=3000.0):
    level = np.sqrt(speed**2 - climb**2)
    return FlightState(
        Vector3(*map(jnp.asarray, (6378137.0 + altitude, 0.0, 0.0))),
        Vector3(*map(jnp.asarray, (climb, level, 0.0))),
    )


def _moment(time, state, phase_time=0.0):
    return Moment(time, jnp.asarray(phase_time), state, EARTH)


@pytest.mark.parametrize(
    ("end", "time", "before", "after"),
    [
        (AltitudeBelow(30e3), 0.0, _state(30001.0, -10.0), _state(29999.0, -10.0)),
        (AltitudeBelow(30e3), 0.0, _state(29000.0, 10.0), _state(29000.0, -10.0)),
        (Ground(0.0), 0.0, _state(1.0, -10.0), _state(-1.0, 10.0)),
        (AltitudeAbove(30e3), 0.0, _state(29999.0, 10.0), _state(30001.0, 10.0)),
        (SpeedBelow(2000.0), 0.0, _state(1e4, 0.0, 2001.0), _state(1e4, 0.0, 1999.0)),
        (FlightPathAngleAbove(0.1), 0.0, _state(1e4, 299.0), _state(1e4, 301.0)),
        (Sinking(0.5), 0.0, _state(1e4, 0.0), _state(1e4, -1.0)),
        (QuantityReached("altitude", 2e4, True), 0.0, _state(19e3, 0.0), _state(21e3, 0.0)),
        (QuantityReached("energy_height", 5e5, False), 0.0, _state(5e4, 0.0), _state(3e4, 0.0)),
    ],
    ids=lambda each: type(each).__name__,
)
def test_an_end_is_positive_before_and_negative_after(end, time, before, after):
    now = jnp.asarray(time)
    assert float(end.distance(_moment(now, before))) > 0 > float(end.distance(_moment(now, after)))


def test_time_reached():
    end = TimeReached(100.0)
    state = _state(1e4, 0.0)
    assert float(end.distance(_moment(jnp.asarray(99.0), state))) == 1.0
    assert float(end.distance(_moment(jnp.asarray(101.0), state))) == -1.0
    assert end.outcome == Outcome.TIME_LIMIT
