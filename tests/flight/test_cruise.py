"""Cruise holds altitude and speed, and burns fuel as Breguet's equation says; tables steer as they read."""

import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.flight import Cruise, Phase, PhaseTimeReached, QuantityReached, Schedule, path_of
from boostglide.planet import MEAN_RADIUS, StandardAtmosphere1976, ZonalGravity
from boostglide.vehicle import AirBreathingEngine, HingeSum, LinearTable, TabulatedAerodynamics
from tests.flight.single import G0, at, flown, number, world

ALTITUDE, SPEED, IMPULSE, RATIO = 20e3, 1500.0, 1100.0, 3.0
FULL, EMPTY = 900.0, 600.0
ROUND = ZonalGravity.central()


def aerodynamics(ratio=RATIO, area=0.2):
    """A parabolic polar whose best lift-to-drag ratio is given; areas are not per mass."""
    one = HingeSum.from_table((0.0, 1.0), (1.0, 1.0))
    return TabulatedAerodynamics(one, one, number(area), True, number(1 / ratio))


def engine(limit=1e9):
    table = LinearTable.from_points([0.0, 10.0], [IMPULSE, IMPULSE])
    return AirBreathingEngine(table, number(limit))


def cruising(end, **more):
    return Phase("cruise", Cruise(number(ALTITUDE), number(SPEED)), end, False, propulsion=engine(**more))


@pytest.fixture(scope="module")
def long_cruise():
    """Until a third of the mass is burnt, from some 100 m too low and 10 m/s too slow."""
    end = QuantityReached("mass", number(EMPTY), rising=False)
    over = world(ROUND, StandardAtmosphere1976(number(1.0)))
    start = at(ALTITUDE - 100.0, SPEED - 10.0, mass=FULL)
    return flown(cruising(end), over=over, aerodynamics=aerodynamics(), start=start)


def test_altitude_and_speed_are_held(long_cruise):
    """To 10 cm and 1 mm/s once the start is forgotten; the start dies out within four minutes."""
    assert long_cruise.outcome == Outcome.COMPLETED
    path = path_of(long_cruise, lambda _: 400)
    late = path.time > 300.0
    assert late.sum() > 200
    np.testing.assert_allclose(path.altitude[late], ALTITUDE, atol=0.1)
    np.testing.assert_allclose(path.speed[late], SPEED, atol=1e-3)
    assert np.abs(path.flight_path_angle[late]).max() < 1e-5


def test_range_and_time_are_those_of_breguet(long_cruise):
    """R = V I L/D ln(m_0/m_1) with the weight that the curved path leaves; L/D of each moment by quadrature.

    At constant speed and altitude the polar makes L/D vary with mass: dm/dt = -D/(g_0 I) with
    D = (m n) (u + 1/u) / (2 u ... ) from the polar is integrated exactly as an arctangent.
    """
    path = path_of(long_cruise, lambda _: 2000)
    late = path.time > 300.0
    time, mass = path.time[late], path.mass[late]
    radius = MEAN_RADIUS + ALTITUDE
    support = ROUND.gravitational_parameter / radius**2 - SPEED**2 / radius
    pressure = path.density[late][0] * SPEED**2 / 2
    best_lift = (
        pressure * 0.2
    )  # lift at the best ratio; drag there is best_lift / RATIO, half of it lift-induced
    share = mass * support / best_lift
    drag = best_lift / RATIO * 0.5 * (1 + share**2)
    expected = np.trapezoid(G0 * IMPULSE / drag, -mass)
    assert time[-1] - time[0] == pytest.approx(expected, rel=1e-4)
    mean_ratio = np.mean(mass * support / drag)
    breguet = SPEED * IMPULSE * mean_ratio * G0 / support * np.log(mass[0] / mass[-1])
    flown_range = (path.ground_range[late][-1] - path.ground_range[late][0]) * radius / MEAN_RADIUS
    assert flown_range == pytest.approx(breguet, rel=0.01)


def test_breguet_is_exact_at_a_constant_lift_to_drag_ratio():
    """With drag in proportion to lift: R = V I (L/D) (g_0/n) ln(m_0/m_1) within 0.1 %."""

    class _Proportional(TabulatedAerodynamics):
        def accelerations(self, stream, attitude, mass=1.0):
            lift = stream.dynamic_pressure * self.reference_area / mass * attitude
            return lift, lift / RATIO

    one = HingeSum.from_table((0.0, 1.0), (1.0, 1.0))
    shape = _Proportional(one, one, number(0.2), False, number(1 / RATIO))
    end = QuantityReached("mass", number(EMPTY), rising=False)
    over = world(ROUND, StandardAtmosphere1976(number(1.0)))
    done = flown(cruising(end), over=over, aerodynamics=shape, start=at(ALTITUDE, SPEED, mass=FULL))
    path = path_of(done, lambda _: 1000)
    radius = MEAN_RADIUS + ALTITUDE
    support = ROUND.gravitational_parameter / radius**2 - SPEED**2 / radius
    breguet = SPEED * IMPULSE * RATIO * G0 / support * np.log(FULL / EMPTY)
    assert path.ground_range[-1] * radius / MEAN_RADIUS == pytest.approx(breguet, rel=1e-3)


def test_an_engine_too_weak_slows_down():
    """The demand beyond the largest thrust is not met: the speed falls, and nothing breaks."""
    over = world(ROUND, StandardAtmosphere1976(number(1.0)))
    weak = cruising(PhaseTimeReached(number(100.0)), limit=500.0)
    path = path_of(
        flown(weak, over=over, aerodynamics=aerodynamics(), start=at(ALTITUDE, SPEED, mass=FULL)),
        lambda _: 50,
    )
    assert path.speed[-1] < SPEED - 50.0
    np.testing.assert_allclose(path.thrust_acceleration * path.mass, 500.0, rtol=1e-9)
    burnt = 500.0 * 100.0 / (G0 * IMPULSE)
    assert path.mass[-1] == pytest.approx(FULL - burnt, rel=1e-9)


def test_a_schedule_steers_by_its_table():
    """Share of lift and bank between two speeds, constant beyond them."""
    points = [1800.0, 2400.0]
    command = Schedule(
        "speed",
        LinearTable.from_points(points, [0.2, 1.0]),
        LinearTable.from_points(points, [0.0, 0.8]),
        in_angles=False,
    )
    phase = Phase("schedule", command, PhaseTimeReached(number(200.0)), True)
    over = world(ROUND, StandardAtmosphere1976(number(1.0)))
    start = at(40e3, 2500.0, -0.1, mass=500.0)
    path = path_of(flown(phase, over=over, aerodynamics=aerodynamics(), start=start), lambda _: 60)
    assert path.speed[0] > 2400.0 and path.speed.min() < 1800.0
    share = np.interp(path.speed, points, [0.2, 1.0])
    lift = 0.5 * path.density * path.speed**2 * 0.2 / path.mass * share
    np.testing.assert_allclose(path.lift_acceleration, lift, rtol=1e-9)
    np.testing.assert_allclose(path.bank, np.interp(path.speed, points, [0.0, 0.8]), atol=1e-9)
