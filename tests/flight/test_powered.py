"""Powered flight against closed forms: rocket equation, mass, back-pressure, thrust curves, pitch laws."""

import numpy as np
import pytest
from scipy.integrate import quad

from boostglide.core import Outcome
from boostglide.flight import (
    AlongOrbit,
    AltitudeAbove,
    ConstantAngle,
    FlightState,
    LinearTangent,
    Phase,
    PhaseTimeReached,
    PitchOver,
    PitchProgramme,
    QuantityReached,
    VerticalRise,
    path_of,
)
from boostglide.planet import EARTH_ROTATION_RATE, WGS84, ExponentialAtmosphere, ZonalGravity, sphere
from boostglide.vehicle import LinearTable
from tests.flight.single import (
    G0,
    MU,
    RADIUS,
    at,
    burn,
    drag,
    end_of,
    flown,
    motor,
    number,
    vector,
    world,
)

NOTHING = world(ZonalGravity(gravitational_parameter=1e-3, j2=0.0))
"""Neither gravity nor air: the rocket equation alone."""


def straight():
    """Along the velocity through the air."""
    return ConstantAngle.at_bank(number(0.0), number(0.0))


def speed(velocity):
    return float(np.linalg.norm(velocity))


def test_the_rocket_equation_stage_by_stage():
    """g_0 I ln(m_0 / m_1) of each stage, at masses that add up exactly, whatever the thrust."""
    first, second = motor(50e3, 280.0), motor(20e3, 320.0)
    coast = Phase("coast", straight(), PhaseTimeReached(number(30.0)), True, start_mass=number(1500.0))
    done = flown(
        burn(straight(), first, 2000.0),
        coast,
        burn(straight(), second, 600.0),
        over=NOTHING,
        start=at(100e3, 1000.0, 0.3, mass=5000.0),
    )
    time, _, velocity, mass = end_of(done)
    gain = G0 * (280.0 * np.log(5000.0 / 2000.0) + 320.0 * np.log(1500.0 / 600.0))
    assert done.outcome == Outcome.COMPLETED
    assert speed(velocity) == pytest.approx(1000.0 + gain, rel=1e-10)
    assert mass == pytest.approx(600.0, abs=1e-7)
    burns = [3000.0 * G0 * 280.0 / 50e3, 30.0, 900.0 * G0 * 320.0 / 20e3]
    assert [np.ptp(phase.times) for phase in done.phases] == pytest.approx(burns, rel=1e-10)
    assert time == pytest.approx(sum(burns), rel=1e-10)


def test_the_path_shows_mass_and_thrust():
    """Channels of the path: mass falls evenly, thrust over mass rises, and both stop at burn-out."""
    coast = Phase("coast", straight(), PhaseTimeReached(number(10.0)), True)
    done = flown(
        burn(straight(), motor(50e3, 280.0), 2000.0),
        coast,
        over=NOTHING,
        start=at(100e3, 1000.0, mass=5000.0),
    )
    path = path_of(done, lambda _: 11)
    duration = 3000.0 * G0 * 280.0 / 50e3
    burning = path.phase == 0
    np.testing.assert_allclose(path.mass[burning], 5000.0 - 300.0 * np.arange(11), rtol=1e-9)
    np.testing.assert_allclose(path.thrust_acceleration[burning], 50e3 / path.mass[burning], rtol=1e-12)
    np.testing.assert_array_equal(path.thrust_acceleration[~burning], 0.0)
    np.testing.assert_allclose(path.time[[0, 10, 11, 21]], [0.0, duration, duration, duration + 10.0])


def test_the_impulse_of_a_thrust_curve():
    """The same propellant at the same specific impulse gains the same speed, however the thrust goes."""
    profile = ([0.0, 5.0, 30.0, 40.0], [0.2, 1.0, 0.7, 0.0])
    curve = motor(60e3, 270.0, profile=profile)
    done = flown(
        burn(straight(), curve, seconds=25.0),
        over=NOTHING,
        start=at(100e3, 500.0, mass=4000.0),
    )
    *_, velocity, mass = end_of(done)
    impulse = quad(lambda t: 60e3 * np.interp(t, *profile), 0.0, 25.0, points=[5.0], epsabs=1e-9)[0]
    assert mass == pytest.approx(4000.0 - impulse / (G0 * 270.0), rel=1e-9)
    assert speed(velocity) == pytest.approx(500.0 + G0 * 270.0 * np.log(4000.0 / mass), rel=1e-9)


def test_a_burn_goes_on_through_phases_and_a_restart_begins_its_curve_anew():
    """Two phases of one burn share the time of ignition; a burn after a coast has its own."""
    profile = ([0.0, 10.0], [1.0, 0.5])
    curve = motor(60e3, 270.0, profile=profile)

    def spent(seconds):
        return 60e3 * (seconds - 0.025 * seconds**2) / (G0 * 270.0)

    whole = flown(burn(straight(), curve, seconds=8.0), over=NOTHING, start=at(100e3, 500.0, mass=4000.0))
    parts = (burn(straight(), curve, seconds=3.0), burn(straight(), curve, seconds=5.0))
    joined = Phase("burn", straight(), PhaseTimeReached(number(5.0)), True, propulsion=curve, ignition=0)
    through = flown(parts[0], joined, over=NOTHING, start=at(100e3, 500.0, mass=4000.0))
    anew = flown(*parts, over=NOTHING, start=at(100e3, 500.0, mass=4000.0))
    masses = [float(end_of(each)[3]) for each in (whole, through, anew)]
    expected = [4000 - spent(8.0), 4000 - spent(8.0), 4000 - spent(3.0) - spent(5.0)]
    assert masses == pytest.approx(expected, rel=1e-10)


def test_back_pressure_takes_its_share_of_the_thrust():
    """On the ground of an exponential atmosphere: F_vac - p A_e, and the flow of propellant as in vacuum."""
    air = ExponentialAtmosphere(number(1.2), number(8000.0), number(300.0))
    rocket = burn(VerticalRise(), motor(200e3, 250.0, exit_area=0.5), 4000.0, seconds=1.0, on_ground=True)
    done = flown(rocket, over=world(atmosphere=air), start=at(0.0, mass=10e3))
    path = path_of(done, lambda _: 5)
    pressure = float(path.pressure[0])
    assert pressure == pytest.approx(1.2 * 287.05287 * 300.0, rel=1e-3)
    assert path.thrust_acceleration[0] == pytest.approx((200e3 - 0.5 * pressure) / 10e3, rel=1e-12)
    assert path.mass[-1] == pytest.approx(10e3 - 200e3 / (G0 * 250.0), rel=1e-10)


def test_a_vertical_burn_loses_gravity_times_time():
    """Straight up without air: v = c ln(m_0/m) - g t, with g of the heights on the way by quadrature."""
    rocket = burn(VerticalRise(), motor(200e3, 250.0), 8000.0, on_ground=True)
    done = flown(rocket, start=at(0.0, mass=10e3))
    time, position, velocity, _ = end_of(done)
    phase = done.phases[0]

    def gravity(when):
        return MU / np.linalg.norm(phase.read(np.array([when]))[0, :3]) ** 2

    lost = quad(gravity, 0.0, time, epsrel=1e-10)[0]
    assert speed(velocity) == pytest.approx(G0 * 250.0 * np.log(10 / 8) - lost, rel=1e-8)
    assert lost == pytest.approx(9.8203 * time, rel=1e-3)
    np.testing.assert_allclose(position[1:], 0.0, atol=1e-6)


@pytest.mark.parametrize("latitude", [0.0, 0.8, -1.2])
def test_vertical_rise_holds_the_plumb_line(latitude):
    """From rest on the turning ellipsoid the path stays on the geodetic normal but for the Coriolis drift."""
    over = world(ZonalGravity(), rate=EARTH_ROTATION_RATE, figure=WGS84)
    frame = dict(figure=WGS84, rotation_rate=EARTH_ROTATION_RATE)
    rocket = burn(VerticalRise(), motor(300e3, 250.0), 5000.0, seconds=10.0, on_ground=True)
    done = flown(rocket, over=over, start=at(0.0, latitude=latitude, mass=10e3, **frame))
    path = path_of(done, lambda _: 3)
    rise = path.altitude[-1]
    north = (path.latitude[-1] - latitude) * RADIUS
    east = path.longitude[-1] * RADIUS * np.cos(latitude)
    assert rise > 900.0
    assert abs(north) < 2e-4 * rise  # the plumb line of J2 and the normal of WGS84 differ by seconds of arc
    drift = -EARTH_ROTATION_RATE * np.cos(latitude) * rise * 10.0 / 1.5  # 2 w v integrated twice, v about a t
    assert east == pytest.approx(drift, rel=0.1)


def test_a_rocket_too_heavy_never_lifts():
    """Less thrust than weight: the outcome says so, and nothing flies."""
    weak = burn(VerticalRise(), motor(90e3, 250.0), 5000.0, on_ground=True)
    done = flown(weak, start=at(0.0, mass=10e3))
    assert done.outcome == Outcome.NEVER_LIFTED
    assert done.end_time < 2.0
    strong = burn(VerticalRise(), motor(110e3, 250.0), 5000.0, on_ground=True)
    assert flown(strong, start=at(0.0, mass=10e3)).outcome == Outcome.COMPLETED


def test_pitch_over_turns_the_axis_at_a_constant_rate():
    """Without gravity and air the axis is the direction of the acceleration."""
    tilt, duration, heading = 0.4, 8.0, 0.7
    command = PitchOver(number(tilt), number(duration), number(heading))
    done = flown(burn(command, motor(10e3), seconds=10.0), over=NOTHING, start=at(50e3, mass=1000.0))
    phase = done.phases[0]
    for when, angle in ((0.0, 0.0), (4.0, 0.2), (9.0, 0.4)):
        point = phase.motion.point(number(when), _state(phase, when))
        axis = np.array([float(each) for each in command.axis(point)])
        up, north, east = _frame(point)
        assert axis @ up == pytest.approx(np.cos(angle), abs=1e-12)
        assert axis @ north == pytest.approx(np.sin(angle) * np.cos(heading), abs=1e-12)
        assert axis @ east == pytest.approx(np.sin(angle) * np.sin(heading), abs=1e-12)


def _state(phase, when):
    row = phase.read(np.array([when]))[0]
    return FlightState(vector(row[:3]), vector(row[3:6]), (), number(row[6]))


def _frame(point):
    """Up, north and east of a sphere at a point."""
    position = np.array([float(each) for each in point.position])
    up = position / np.linalg.norm(position)
    east = np.cross([0.0, 0.0, 1.0], up)
    east /= np.linalg.norm(east)
    return up, np.cross(up, east), east


def test_a_pitch_programme_meets_its_points():
    table = LinearTable.from_points([0.0, 5.0, 20.0], [1.5, 1.0, 0.2])
    command = PitchProgramme(table, number(np.pi / 2), number(0.05))
    done = flown(burn(command, motor(10e3), seconds=25.0), over=NOTHING, start=at(50e3, mass=2000.0))
    phase = done.phases[0]
    for when, pitch in ((0.0, 1.5), (5.0, 1.0), (12.5, 0.6), (20.0, 0.2), (24.0, 0.2)):
        point = phase.motion.point(number(when), _state(phase, when))
        axis = np.array([float(each) for each in command.axis(point)])
        assert np.arcsin(axis @ _frame(point)[0]) == pytest.approx(pitch + 0.05, abs=1e-9)


def test_linear_tangent_over_a_flat_earth_has_a_closed_form():
    """Constant thrust over mass, far out where up does not turn: the speeds are integrals of the law.

    With tan(b) = p - q t, the gains are a/q ln of (p + sec) at both ends along, and a/q (sec - sec) up.
    """
    first, last, duration = 0.9, -0.4, 100.0
    command = LinearTangent(number(first), number(last), number(duration), number(np.pi / 2))
    # A specific impulse without bound keeps the mass; a huge distance keeps the directions.
    light = motor(20e3, 1e15)
    done = flown(
        burn(command, light, seconds=duration), over=NOTHING, start=at(1e12, mass=1000.0), ceiling=1e14
    )
    _, _, velocity, mass = end_of(done)
    p, q = np.tan(first), (np.tan(first) - np.tan(last)) / duration
    s0, s1 = 1 / np.cos(first), 1 / np.cos(last)
    along = 20.0 / q * np.log((p + s0) / (np.tan(last) + s1))
    up = 20.0 / q * (s0 - s1)
    assert mass == pytest.approx(1000.0, rel=1e-9)
    np.testing.assert_allclose(velocity, [up, along, 0.0], rtol=1e-8, atol=1e-4)


def test_a_gravity_turn_at_constant_thrust_over_weight_has_a_closed_form():
    """Culler and Fried: with n = a/g constant over a flat Earth, v = C z^(n-1) (1 + z^2), z = tan(zenith/2).

    The Earth is made flat by a radius of 1e10 m whose gravity is the usual one at the ground.
    """
    flat = 1e10
    gravity = ZonalGravity(gravitational_parameter=G0 * flat**2, j2=0.0)
    n, zenith, first = 1.8, 0.2, 200.0
    start = at(10.0, first, np.pi / 2 - zenith, mass=1000.0, figure=sphere(flat))
    turn = burn(straight(), motor(n * G0 * 1000.0, 1e15), seconds=60.0)
    done = flown(turn, over=world(gravity, figure=sphere(flat)), start=start)
    path = path_of(done, lambda _: 7)
    z = np.tan((np.pi / 2 - path.flight_path_angle) / 2)
    law = z ** (n - 1) * (1 + z**2)
    np.testing.assert_allclose(path.speed, first * law / law[0], rtol=2e-5)
    assert path.flight_path_angle[-1] < np.pi / 2 - 3 * zenith


def test_drag_and_normal_force_of_a_rocket_at_an_angle():
    """The axis off the stream: force across and along it from the slope and the axial coefficient."""
    air = ExponentialAtmosphere(number(1.0), number(1e9), number(300.0))
    command = PitchProgramme(LinearTable.from_points([0.0], [0.1]), number(np.pi / 2), number(0.0))
    rocket = burn(command, motor(10e3), seconds=1.0)
    body = drag(0.3, 2.0, 2.5)
    over = world(ZonalGravity(gravitational_parameter=1e-3, j2=0.0), air)
    done = flown(rocket, over=over, aerodynamics=body, start=at(1000.0, 500.0, 0.0, mass=3000.0))
    path = path_of(done, lambda _: 3)
    scale = 0.5 * path.density[0] * 500.0**2 * 2.0 / 3000.0
    axial, normal = 0.3, 2.5 * np.sin(0.1)
    assert path.angle_of_attack[0] == pytest.approx(0.1, abs=1e-9)
    assert path.lift_acceleration[0] == pytest.approx(
        scale * (normal * np.cos(0.1) - axial * np.sin(0.1)), rel=1e-6
    )
    assert path.drag_acceleration[0] == pytest.approx(
        scale * (axial * np.cos(0.1) + normal * np.sin(0.1)), rel=1e-6
    )


def test_mass_ends_a_phase_to_the_gram_and_altitude_to_the_millimetre():
    by_height = Phase(
        "rise",
        VerticalRise(),
        AltitudeAbove(number(500.0)),
        True,
        propulsion=motor(200e3, 250.0),
        on_ground=True,
        least_mass=number(2000.0),
    )
    rest = Phase(
        "rest",
        straight(),
        QuantityReached("mass", number(8500.0), rising=False),
        True,
        propulsion=motor(150e3, 250.0),
    )
    done = flown(by_height, rest, start=at(0.0, mass=10e3))
    height = path_of(done, lambda _: 2).altitude[1]
    assert height == pytest.approx(500.0, abs=1e-4)
    assert end_of(done)[3] == pytest.approx(8500.0, abs=1e-4)


def test_burns_along_the_orbit_use_the_inertial_velocity():
    """Over the turning Earth a prograde axis is not along the Earth-relative velocity."""
    rate = 7.292115e-5
    over = world(rate=rate)
    start = at(400e3, 7000.0, 0.0, 0.0, mass=1000.0, rotation_rate=rate)
    done = flown(burn(AlongOrbit(True), motor(1e3), seconds=1.0), over=over, start=start)
    phase = done.phases[0]
    point = phase.motion.point(number(0.0), _state(phase, 0.0))
    axis = np.array([float(each) for each in AlongOrbit(True).axis(point)])
    inertial = np.array([0.0, rate * (RADIUS + 400e3), 7000.0])
    np.testing.assert_allclose(axis, inertial / np.linalg.norm(inertial), atol=1e-12)
