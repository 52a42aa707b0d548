"""Equilibrium glide against its closed forms; commands."""

import jax.numpy as jnp
import numpy as np
import pytest
from scipy.optimize import brentq

from boostglide.core import Outcome
from boostglide.flight import (
    equilibrium_glide_density,
    equilibrium_glide_range,
    equilibrium_glide_speed,
    fly,
    trace,
)
from boostglide.planet import EARTH_ROTATION_RATE, MEAN_RADIUS, standard_atmosphere
from boostglide.solve import sample_ensemble
from tests.flight.cases import (
    BALLISTIC_POINTS,
    COUNT,
    GLIDE_POINTS,
    TIGHT,
    body,
    column,
    falling,
    flight,
    gliding,
    limits,
    rows,
    start,
    world,
)

PARAMETER = 3.986004418e14  # [m^3/s^2]
LIFT_TO_DRAG = np.tile([2.0, 2.5, 3.0, 3.5], 16)
BALLISTIC_COEFFICIENT = np.repeat([2000.0, 5500.0, 10000.0, 15000.0], 16)
START_SPEED = np.tile(np.repeat([5500.0, 6000.0, 6500.0, 6800.0], 4), 4)
END_SPEED = 2000.0


def _balance(density):
    """Altitude at which the air has a density [m]."""
    return brentq(lambda altitude: np.log(float(standard_atmosphere(altitude).density) / density), 1e3, 85e3)


@pytest.fixture(scope="module")
def glides():
    """Glides that start in equilibrium, on a sphere that does not turn."""
    density = equilibrium_glide_density(START_SPEED, LIFT_TO_DRAG, BALLISTIC_COEFFICIENT)
    altitude = np.array([_balance(each) for each in density])
    gravity = PARAMETER / (MEAN_RADIUS + altitude) ** 2
    state = start(
        altitude=altitude,
        speed=START_SPEED,
        flight_path_angle=-2 * 7000.0 * gravity / (START_SPEED**2 * LIFT_TO_DRAG),
    )
    what = flight(gliding(END_SPEED), aerodynamics=body(LIFT_TO_DRAG, BALLISTIC_COEFFICIENT))
    ends = fly(what, state, TIGHT)
    assert np.all(ends.outcome == Outcome.COMPLETED)
    return trace(what, ends, GLIDE_POINTS, settings=TIGHT)


def test_range_is_that_of_eggers(glides):
    """The closed form leaves out the height given up, worth 1.5 to 2.5 % here; most where the air is thin."""
    expected = np.asarray(equilibrium_glide_range(START_SPEED, END_SPEED, LIFT_TO_DRAG))
    excess = glides.ground_range[:, -1] / expected - 1
    heavy = BALLISTIC_COEFFICIENT >= 10000
    assert np.all((excess[heavy] > 0) & (excess[heavy] < 0.02))
    assert np.all((excess > 0) & (excess < 0.025))


def test_range_with_the_height_given_up_is_closer(glides):
    """Energy over drag, drag as weight less centrifugal force over lift-to-drag ratio, along the path."""
    radius = np.linalg.norm(glides.position, axis=-1)
    energy = 0.5 * glides.speed**2 - PARAMETER / radius
    drag = (PARAMETER / radius**2 - glides.speed**2 / radius) / LIFT_TO_DRAG[:, None]
    expected = np.trapezoid(-MEAN_RADIUS / radius / drag, energy, axis=1)
    np.testing.assert_allclose(glides.ground_range[:, -1], expected, rtol=0.006)


def test_range_hardly_depends_on_the_ballistic_coefficient(glides):
    same = glides.ground_range[:, -1].reshape(4, 16)
    assert np.all(same.max(axis=0) / same.min(axis=0) < 1.02)
    assert np.all(same.max(axis=0) / same.min(axis=0) > 1.001)


def test_heavier_gliders_fly_lower_by_the_scale_height(glides):
    """At one speed the air is denser by the ratio of the coefficients; H is 6.3 to 8.2 km there."""

    def steps(channel):
        there = [np.interp(-3500.0, -v, row) for v, row in zip(glides.speed, channel, strict=True)]
        return np.diff(np.reshape(there, (4, 16)), axis=0)

    ratios = np.diff(np.log([2000.0, 5500.0, 10000.0, 15000.0]))[:, None] * np.ones(16)
    np.testing.assert_allclose(steps(np.log(glides.density)), ratios, atol=0.025)
    np.testing.assert_allclose(-steps(glides.altitude), 7300.0 * ratios, rtol=0.13)


def test_density_is_that_of_equilibrium(glides):
    later = glides.speed < 5000.0
    expected = np.asarray(
        equilibrium_glide_density(glides.speed, LIFT_TO_DRAG[:, None], BALLISTIC_COEFFICIENT[:, None])
    )
    np.testing.assert_allclose(glides.density[later], expected[later], rtol=0.04)


def test_speed_inverts_range():
    ranges = jnp.linspace(500e3, 8000e3, 16)
    speed = equilibrium_glide_speed(ranges, 1500.0, 2.6)
    np.testing.assert_allclose(equilibrium_glide_range(speed, 1500.0, 2.6), ranges, rtol=1e-12)


@pytest.mark.parametrize("rate", [0.0, EARTH_ROTATION_RATE])
def test_energy_never_rises_without_power(rate):
    """With rotation the energy is that of the turning axes, in which the air rests."""
    what = flight(
        gliding(END_SPEED, bank=np.linspace(-1.0, 1.0, COUNT), damping=np.linspace(0.0, 1.0, COUNT)),
        over=world(rotation_rate=rate),
    )
    state = start(
        altitude=70e3,
        latitude=np.linspace(-1.4, 1.4, COUNT),
        flight_path_angle=np.linspace(-0.05, 0.02, COUNT),
        heading=np.linspace(0.0, 6.0, COUNT),
        rotation_rate=rate,
    )
    path = trace(what, fly(what, state, TIGHT), GLIDE_POINTS, settings=TIGHT)
    radius = np.linalg.norm(path.position, axis=-1)
    spin = rate**2 * np.sum(path.position[..., :2] ** 2, axis=-1)
    energy = 0.5 * path.speed**2 - PARAMETER / radius - 0.5 * spin
    lost = -np.diff(energy, axis=1)
    assert lost.min() > 0
    power = path.drag_acceleration * path.speed
    drag_work = 0.5 * (power[:, 1:] + power[:, :-1]) * np.diff(path.time, axis=1)
    np.testing.assert_allclose(drag_work.sum(axis=1), lost.sum(axis=1), rtol=5e-3)


def _swings(damping):
    """Glides released level, 8 km above equilibrium, at common times."""
    what = flight(gliding(500.0, damping=damping), aerodynamics=body(3.0, 5000.0))
    state = start(altitude=60e3, speed=5500.0)
    times = np.broadcast_to(np.linspace(0.0, 800.0, GLIDE_POINTS), (COUNT, GLIDE_POINTS))
    return times, state, sample_ensemble(what.motion(0), column(0.0), state, times, TIGHT)


def test_damping_takes_the_phugoid_away():
    damping = np.repeat([0.0, 0.1, 0.3, 0.7], 16)
    _, _, path = _swings(damping)
    position, velocity = rows(path.position), rows(path.velocity)
    climb = np.sum(position * velocity, axis=-1) / np.linalg.norm(position, axis=-1)
    swing = np.ptp(climb[:, GLIDE_POINTS // 2 :], axis=1)[::16]
    assert np.all(np.diff(swing) < 0)
    assert swing[3] < 0.1 * swing[0]


def test_without_damping_it_is_a_glide_at_constant_angle():
    times, state, path = _swings(0.0)
    constant = flight(falling(lift_fraction=1.0), aerodynamics=body(3.0, 5000.0))
    other = sample_ensemble(constant.motion(0), column(0.0), state, times[:, ::3], TIGHT)
    np.testing.assert_allclose(rows(path.position)[:, ::3], rows(other.position), atol=1e-2)


def test_positive_bank_turns_right():
    """Right of a path with the normal r x v, which points left; left and right mirror each other."""
    bank = np.repeat([0.8, -0.8, 0.0, 0.4], 16)
    latitude, heading = np.tile(np.linspace(-1.5, 1.5, 16), 4), np.tile(np.linspace(0.0, 6.2, 16), 4)
    what = flight(falling(lift_fraction=1.0, bank=bank), aerodynamics=body(2.5, 3000.0))
    state = start(altitude=40e3, latitude=latitude, longitude=2.0, speed=5000.0, heading=heading)
    times = np.broadcast_to(np.linspace(0.0, 5.0, BALLISTIC_POINTS), (COUNT, BALLISTIC_POINTS))
    path = trace(what, _only_times(what, state, times), BALLISTIC_POINTS, settings=TIGHT)
    normal = np.cross(path.position[:, 0], path.velocity[:, 0])
    normal = normal / np.linalg.norm(normal, axis=1)[:, None]
    right = -np.einsum("mti,mi->mt", path.position, normal)[:, -1].reshape(4, 16)
    assert np.all(right[0] > 100) and np.all(right[3] > 100)
    np.testing.assert_allclose(right[1], -right[0], rtol=2e-4)  # the air is not quite a sphere
    np.testing.assert_allclose(right[2], 0.0, atol=1e-4)
    sideways = path.lift_acceleration[:, 0].reshape(4, 16)[0] * np.sin(0.8)
    np.testing.assert_allclose(right[0], 0.5 * sideways * 5.0**2, rtol=0.1)


def _only_times(what, state, times):
    """The ends of a flight that is cut off at the last of these times."""
    cut = flight(*what.phases, aerodynamics=what.aerodynamics, within=limits(longest_time=times[:, -1]))
    ends = fly(cut, state, TIGHT)
    assert np.all(ends.outcome == Outcome.TIME_LIMIT)
    return ends
