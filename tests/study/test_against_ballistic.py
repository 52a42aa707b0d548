"""Comparisons with ballistic arcs against closed forms and the table of least-energy arcs."""

import jax.numpy as jnp
import numpy as np
import pytest
from scipy.optimize import brentq

from boostglide.flight import lower_arc, minimum_energy_arc
from boostglide.planet import MEAN_RADIUS, ZonalGravity
from boostglide.study.against_ballistic import against_ballistic, air_free_share, radar_time, time_from

MU = float(ZonalGravity.central().gravitational_parameter)
RANGES = [1400e3, 2000e3, 3219e3, 8047e3]


def least(distance):
    return minimum_energy_arc(jnp.asarray(distance))


class Kepler:
    """The same arc by Kepler's equation in plain numbers."""

    def __init__(self, arc, distance):
        self.axis, self.shape = float(arc.semi_major_axis), float(arc.eccentricity)
        self.half = distance / MEAN_RADIUS / 2
        self.rate = np.sqrt(MU / self.axis**3)
        self.first = np.arccos((1 - MEAN_RADIUS / self.axis) / self.shape)

    def time(self, anomaly):
        """Since departure."""
        swept = anomaly - self.shape * np.sin(anomaly)
        return (swept - (self.first - self.shape * np.sin(self.first))) / self.rate

    def altitude(self, anomaly):
        return self.axis * (1 - self.shape * np.cos(anomaly)) - MEAN_RADIUS

    def angle_to_end(self, anomaly):
        turn = 2 * np.arctan(np.sqrt((1 + self.shape) / (1 - self.shape)) * np.tan(anomaly / 2))
        return np.pi + self.half - turn % (2 * np.pi)

    def rising_through(self, altitude):
        return brentq(lambda anomaly: self.altitude(anomaly) - altitude, self.first, np.pi)


@pytest.mark.parametrize("distance", RANGES)
def test_whole_arc(distance):
    np.testing.assert_allclose(
        time_from(least(distance), distance, jnp.asarray(0.0)), least(distance).time, rtol=1e-9
    )


@pytest.mark.parametrize("distance", RANGES)
@pytest.mark.parametrize("altitude", [60e3, 90e3])
def test_time_from_burnout(distance, altitude):
    """What is left of the time after the altitude, over what is left of the distance, times all of it."""
    arc = least(distance)
    exact = Kepler(arc, distance)
    begin = exact.rising_through(altitude)
    left = float(arc.time) - exact.time(begin)
    expected = left * 2 * exact.half / exact.angle_to_end(begin)
    np.testing.assert_allclose(time_from(arc, distance, jnp.asarray(altitude)), expected, rtol=1e-3)


def radar_by_hand(distance, share=4 / 3):
    """From the anomaly at which the body rises over the horizon of an Earth of 4/3 its radius."""
    exact = Kepler(least(distance), distance)

    def above(anomaly):
        big = share * MEAN_RADIUS
        return (big + exact.altitude(anomaly)) * np.cos(exact.angle_to_end(anomaly) / share) - big

    rise = brentq(above, exact.first * (1 + 1e-9), np.pi)
    return exact.time(2 * np.pi - exact.first) - exact.time(rise)


@pytest.mark.parametrize("distance", RANGES)
def test_radar_time(distance):
    found = radar_time(least(distance), distance)
    np.testing.assert_allclose(found, radar_by_hand(distance), rtol=0.01)


@pytest.mark.parametrize(
    ("distance", "minutes"), [(1400e3, 8.8), (2000e3, 10.4), (3219e3, 12.8), (8047e3, 15.4)]
)
def test_radar_time_of_least_energy_arcs(distance, minutes):
    """By an independent estimate with rounded numbers, of which the last digit counts."""
    np.testing.assert_allclose(radar_time(least(distance), distance) / 60, minutes, atol=0.25)


@pytest.mark.parametrize(
    ("distance", "speed", "apogee", "minutes"),
    [
        (1400e3, 3.52, 330, 9.5),
        (3219e3, 5.00, 695, 15.6),
        (8047e3, 6.82, 1266, 28.1),
        (10e6, 7.20, 1319, 32.2),
    ],
)
def test_least_energy_arcs(distance, speed, apogee, minutes):
    arc = least(distance)
    found = [arc.speed / 1e3, arc.apogee / 1e3, arc.time / 60]
    np.testing.assert_allclose(found, [speed, apogee, minutes], rtol=0.006)


def test_air_free_share():
    light, heavy = (float(air_free_share(least(3219e3), 3219e3, beta)) for beta in (100.0, 10_000.0))
    assert 0.5 < light < heavy < 1
    exact = Kepler(least(3219e3), 3219e3)
    above = [
        exact.time(2 * np.pi - exact.rising_through(height)) - exact.time(exact.rising_through(height))
        for height in (110e3, 60e3)
    ]
    whole = exact.time(2 * np.pi - exact.first)
    assert above[0] / whole < heavy < above[1] / whole  # 10 t/m^2 at 5 km/s: drag is a thousandth near 75 km


def ballistic_measures(distance, arc):
    """A ballistic shot in the words of a flight."""
    return {
        "ground_range": jnp.asarray(distance),
        "flight_time": time_from(arc, distance, jnp.asarray(0.0)),
        "apogee": least(distance).apogee,
        "warning_time": radar_time(least(distance), distance),
        "mean_ground_speed": distance / least(distance).time,
    }


@pytest.mark.parametrize("distance", RANGES)
def test_a_ballistic_shot_equals_itself(distance):
    arc = least(distance)
    found = against_ballistic(
        ballistic_measures(distance, arc), arc.speed, jnp.asarray(0.0), jnp.asarray(5000.0)
    )
    for name, ratio in found.items():
        if name != "unpowered_aerodynamic_free_fraction_ballistic":
            np.testing.assert_allclose(ratio, 1.0, rtol=1e-6, err_msg=name)


def test_a_faster_rocket_takes_the_lower_arc():
    speed = jnp.asarray(6000.0)
    arc = lower_arc(speed, 3219e3)
    assert arc.time < least(3219e3).time
    found = against_ballistic(ballistic_measures(3219e3, arc), speed, jnp.asarray(0.0), jnp.asarray(5000.0))
    np.testing.assert_allclose(found["time_ratio_same_range"], 1.0, rtol=1e-6)
    np.testing.assert_allclose(found["time_ratio_least_energy"], arc.time / least(3219e3).time, rtol=1e-6)
