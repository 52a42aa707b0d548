"""Orbits: Kepler's laws, the drift of the node by J2, burns by the vis-viva equation, and apses."""

import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.flight import (
    AlongOrbit,
    FlightState,
    LevelOrbit,
    Phase,
    PhaseTimeReached,
    QuantityReached,
    VerticalRise,
    apsis_altitudes,
    inertial_speed,
    path_of,
)
from boostglide.planet import EARTH_ROTATION_RATE, ZonalGravity
from tests.flight import kepler
from tests.flight.single import MU, RADIUS, at, burn, end_of, flight, flown, motor, number, vector, world

EQUATORIAL = 6378137.0
RATE = EARTH_ROTATION_RATE


def coast(seconds):
    """Free flight; the axis does not matter without air."""
    return Phase("coast", VerticalRise(), PhaseTimeReached(number(seconds)), True)


def until(quantity, value, rising):
    return Phase("coast", VerticalRise(), QuantityReached(quantity, number(value), rising), True)


def inertial(position, velocity, time, rate=RATE):
    """From axes that turn with the Earth to axes that do not."""
    spun = velocity + np.cross([0.0, 0.0, rate], position)
    return kepler.turned(position, -rate * time), kepler.turned(spun, -rate * time)


def drift(inclination, eccentricity, axis, days):
    """Turn of the ascending node in inertial axes after whole revolutions [rad], and the period by Kepler."""
    perigee = axis * (1 - eccentricity)
    speed = np.sqrt(MU * (2 / perigee - 1 / axis))
    start = at(perigee - RADIUS, speed, 0.0, np.pi / 2 - inclination, inertial=True, rotation_rate=RATE)
    done = flown(coast(days * 86400.0), over=world(ZonalGravity(), rate=RATE), start=start, ground=-1e6)
    phase = done.phases[0]
    times = np.linspace(0.0, done.end_time, 4000)
    rows = phase.read(times)
    place, pace = zip(*(inertial(r[:3], r[3:6], t) for r, t in zip(rows, times, strict=True)), strict=True)
    momentum = np.cross(place, pace)
    node = np.unwrap(np.arctan2(momentum[:, 0], -momentum[:, 1]))
    return np.polyfit(times, node, 1)[0], np.array(place), np.array(pace), times


@pytest.mark.parametrize(("inclination", "eccentricity"), [(0.9, 0.0), (1.7, 0.05)])
def test_the_node_drifts_as_the_secular_formula_says(inclination, eccentricity):
    """Node rate -3/2 n J2 (R/p)^2 cos i within 0.1 %, and with the terms of second order within 0.01 %.

    Mean elements are averages of the osculating ones over two days. At low inclinations the first order alone
    is off by 0.2 % (brouwer1959).
    """
    rate, place, pace, _ = drift(inclination, eccentricity, 7200e3, 2.0)
    momentum = np.cross(place, pace)
    radius = np.linalg.norm(place, axis=1)
    tilt = np.arccos(np.mean(momentum[:, 2] / np.linalg.norm(momentum, axis=1)))
    semilatus = np.mean(np.sum(momentum**2, axis=1)) / MU
    axis = np.mean(1 / (2 / radius - np.sum(pace**2, axis=1) / MU))
    strength, root = 0.5 * 1.08262668e-3 * (EQUATORIAL / semilatus) ** 2, np.sqrt(semilatus / axis)
    first_order = -3 * np.sqrt(MU / axis**3) * strength * np.cos(tilt)
    assert rate == pytest.approx(first_order, rel=1e-3)
    terms = (-5 + 12 * root + 9 * root**2) - (35 + 36 * root + 5 * root**2) * np.cos(tilt) ** 2
    assert rate == pytest.approx(first_order * (1 - strength / 8 * terms), rel=1e-4)


def test_a_polar_orbit_passes_the_poles_and_its_node_stays():
    """Inclination 90 degrees: no drift, and nothing singular over the poles."""
    rate, place, _, times = drift(np.pi / 2, 0.0, 7000e3, 0.5)
    assert abs(rate) < 1e-12
    assert np.abs(place[:, 1]).max() < 1.0
    assert np.abs(place[:, 2]).max() > 6990e3
    assert len(times) == 4000


def test_kepler_without_oblateness_is_met_to_a_metre_after_ten_turns():
    axis, eccentricity = 8000e3, 0.1
    perigee = axis * (1 - eccentricity)
    speed = np.sqrt(MU * (2 / perigee - 1 / axis))
    period = 2 * np.pi * np.sqrt(axis**3 / MU)
    start = at(perigee - RADIUS, speed, 0.0, 0.3, inertial=True, rotation_rate=RATE)
    first = [np.array([float(each) for each in vector]) for vector in (start.position, start.velocity)]
    done = flown(coast(10 * period), over=world(rate=RATE), start=start)
    time, position, velocity, _ = end_of(done)
    here, there = inertial(position, velocity, time)[0], inertial(*first, 0.0)[0]
    assert np.linalg.norm(here - there) < 1.0
    assert time == pytest.approx(10 * period, rel=1e-14)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.7, 1.0, 1.6])
@pytest.mark.parametrize("eccentricity", [0.0, 1e-3, 0.3, 0.9])
def test_apses_are_exact_on_keplers_orbits(share, eccentricity):
    """From any point of the orbit; without eccentricity 1e-8 of the axis is left."""
    axis, anomaly = 26e6, share * np.pi
    radius = axis * (1 - eccentricity**2) / (1 + eccentricity * np.cos(anomaly))
    speed = np.sqrt(MU * (2 / radius - 1 / axis))
    angle = np.arctan2(eccentricity * np.sin(anomaly), 1 + eccentricity * np.cos(anomaly))
    point = _point(_start(radius, speed, angle))
    perigee, apogee = (float(each) for each in apsis_altitudes(point))
    bound = 0.3 if eccentricity < 1e-6 else 1e-3 + 1e-8 / eccentricity
    assert perigee == pytest.approx(axis * (1 - eccentricity) - EQUATORIAL, abs=bound)
    assert apogee == pytest.approx(axis * (1 + eccentricity) - EQUATORIAL, abs=bound)
    assert float(inertial_speed(point)) == pytest.approx(speed, rel=1e-12)


def _point(start):
    return flight(coast(1.0), over=world(rate=RATE)).motion(0).point(number(0.0), start)


def _start(radius, speed, angle):
    return at(radius - RADIUS, speed, angle, 0.4, inertial=True, rotation_rate=RATE)


def test_an_unbound_orbit_has_no_apogee():
    perigee, apogee = apsis_altitudes(_point(_start(7000e3, 12e3, 0.2)))
    assert float(apogee) == np.inf
    assert jnp.isfinite(perigee)


def test_a_transfer_and_a_deorbit_burn_change_the_apses_as_vis_viva_says():
    """Hohmann's transfer from 300 to 600 km and a de-orbit burn; strong motors make the burns short."""
    low, high = RADIUS + 300e3, RADIUS + 600e3
    shove = motor(2e6, 300.0)

    def pace(radius, axis):
        return np.sqrt(MU * (2 / radius - 1 / axis))

    transfer = 0.5 * (low + high)
    first, second = pace(low, transfer) - pace(low, low), pace(high, high) - pace(high, transfer)
    down = pace(high, high) - pace(high, 0.5 * (high + EQUATORIAL + 50e3))
    spent = 1000.0 * np.exp(-np.cumsum([first, second, down]) / (9.80665 * 300.0))
    start = at(300e3, pace(low, low), 0.0, 1.0, inertial=True, rotation_rate=RATE, mass=1000.0)
    half = np.pi * np.sqrt(transfer**3 / MU)
    done = flown(
        burn(AlongOrbit(True), shove, spent[0]),
        coast(half),
        burn(LevelOrbit(), shove, spent[1]),
        coast(3000.0),
        burn(AlongOrbit(False), shove, spent[2]),
        over=world(rate=RATE),
        start=start,
    )
    assert done.outcome == Outcome.COMPLETED
    after = [_apses(phase) for phase in done.phases]
    shift = RADIUS - EQUATORIAL
    np.testing.assert_allclose(after[0], [300e3 + shift, 600e3 + shift], atol=5.0)
    np.testing.assert_allclose(after[2], [600e3 + shift, 600e3 + shift], atol=20.0)
    np.testing.assert_allclose(after[4], [50e3, 600e3 + shift], atol=50.0)
    np.testing.assert_allclose(after[1], after[0], atol=1e-3)
    assert path_of(done, lambda _: 2).mass[-1] == pytest.approx(spent[2], abs=1e-6)


def _apses(phase):
    row = phase.read(phase.times[-1:])[0]
    mass = number(row[6]) if phase.motion.carries_mass else None
    state = FlightState(vector(row[:3]), vector(row[3:6]), (), mass)
    return [float(each) for each in apsis_altitudes(phase.motion.point(number(phase.times[-1]), state))]


def test_burns_end_at_an_apsis():
    """A burn that ends when the perigee has risen or sunk to a value ends there to a millimetre."""
    start = at(400e3, 7600.0, 0.0, 1.2, inertial=True, rotation_rate=RATE, mass=1000.0)
    end = QuantityReached("perigee_altitude", number(100e3), rising=False)
    brake = Phase("burn", AlongOrbit(False), end, True, propulsion=motor(5e3, 300.0))
    done = flown(brake, over=world(rate=RATE), start=start)
    assert done.outcome == Outcome.COMPLETED
    assert _apses(done.phases[-1])[0] == pytest.approx(100e3, abs=1e-3)


def test_half_a_turn_ends_at_the_apogee():
    """An end at flight-path angle zero is met at the time that Kepler gives, to a tenth of a millisecond."""
    axis, eccentricity = 7500e3, 0.08
    perigee = axis * (1 - eccentricity)
    start = _start(perigee, np.sqrt(MU * (2 / perigee - 1 / axis)), 0.0)
    away = coast(100.0)
    done = flown(away, until("vertical_speed", 0.0, rising=False), over=world(rate=RATE), start=start)
    assert done.end_time == pytest.approx(np.pi * np.sqrt(axis**3 / MU), abs=1e-4)
