import equinox as eqx
import jax.numpy as jnp
import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from boostglide.core import Vector3
from boostglide.planet import geodetic_to_fixed
from boostglide.sensing import (
    STRAIGHT,
    ExponentialAtmosphere,
    Sensor,
    Sight,
    elevation_and_range,
    first_visibility,
    horizon_range,
    visibility_along,
    warning_time,
)


def fixed(latitude, longitude, altitude):
    values = (
        jnp.asarray(value, dtype=float) for value in (np.radians(latitude), np.radians(longitude), altitude)
    )
    return geodetic_to_fixed(*values)


def test_overhead_and_cardinal_directions():
    sensor = Sensor(np.radians(40.0), np.radians(100.0), 1500.0)
    above = elevation_and_range(sensor, fixed(40.0, 100.0, 51500.0))
    assert float(above.elevation) == pytest.approx(np.pi / 2, abs=1e-7)
    assert float(above.slant_range) == pytest.approx(50000.0, abs=1e-6)
    north = elevation_and_range(sensor, fixed(41.0, 100.0, 5e4))
    east = elevation_and_range(sensor, fixed(40.0, 101.0, 5e4))
    assert float(north.azimuth) == pytest.approx(0.0, abs=1e-12)
    assert float(east.azimuth) == pytest.approx(np.pi / 2, abs=0.01)


def test_azimuth_against_geographiclib():
    sensor = Sensor(np.radians(35.0), np.radians(20.0))
    look = elevation_and_range(sensor, fixed(37.0, 23.0, 0.0))
    expected = Geodesic.WGS84.Inverse(35.0, 20.0, 37.0, 23.0)["azi1"]
    assert np.degrees(float(look.azimuth)) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("latitude", [0.0, 45.0, 89.0])
@pytest.mark.parametrize("bearing", [0.0, 90.0])
def test_closed_form_horizon_against_the_ellipsoid(latitude, bearing):
    altitude = 5e4
    reach = float(horizon_range(altitude, refraction=STRAIGHT))
    sensor = Sensor(np.radians(latitude), 0.0)

    def elevation(distance):
        end = Geodesic.WGS84.Direct(latitude, 0.0, bearing, distance)
        return float(elevation_and_range(sensor, fixed(end["lat2"], end["lon2"], altitude)).elevation)

    assert elevation(reach * 0.994) > 0.0 > elevation(reach * 1.006)


def test_without_refraction_the_elevation_is_unchanged(path):
    points = np.stack([np.array(list(fixed(lat, 10.0, 6e4))) for lat in (0.0, 3.0, 6.0, 9.0)])
    seen = visibility_along(path(np.arange(4.0), points), Sensor(0.0, np.radians(10.0)), refraction=STRAIGHT)
    np.testing.assert_allclose(seen.elevation, seen.geometric_elevation, atol=1e-9)


# Vacuum least-energy flights to a radar at their end, 4/3 Earth: range [km], flight and warning time [min];
# independent hand calculation on a sphere
@pytest.mark.parametrize(
    ("ground_range", "flight", "warning"),
    [(1400, 9.5, 8.8), (2000, 11.7, 10.4), (3219, 15.6, 12.8), (8047, 28.1, 15.4)],
)
def test_warning_time_of_a_ballistic_path(ground_range, flight, warning, ballistic):
    trajectory, end = ballistic(ground_range * 1e3)
    result = warning_time(visibility_along(trajectory, Sensor(0.0, end)))
    assert float(result.end) / 60 == pytest.approx(flight, abs=0.1)
    assert float(result.warning_time) / 60 == pytest.approx(warning, abs=0.15)
    assert Sight(int(result.sight)) is Sight.CAME_INTO_VIEW
    assert float(result.time_in_view) == pytest.approx(float(result.warning_time), abs=0.5)


def test_refraction_through_real_air_shortens_the_warning(ballistic):
    trajectory, end = ballistic(2e6)
    sensor = Sensor(0.0, end)
    times = [
        float(warning_time(visibility_along(trajectory, sensor, 0.0, model)).warning_time)
        for model in (STRAIGHT, ExponentialAtmosphere())
    ]
    usual = float(warning_time(visibility_along(trajectory, sensor)).warning_time)
    assert times[0] < times[1] < usual


def test_crossing_is_found_between_samples(ballistic):
    sensor_times = []
    for samples in (60, 1500):
        trajectory, end = ballistic(2e6, samples)
        sensor_times.append(float(first_visibility(visibility_along(trajectory, Sensor(0.0, end))).time))
    assert sensor_times[0] == pytest.approx(sensor_times[1], abs=0.5)


def test_never_visible_is_a_labelled_result(ballistic):
    trajectory, _ = ballistic(1.4e6)
    result = warning_time(visibility_along(trajectory, Sensor(0.0, np.radians(150.0))))
    assert Sight(int(result.sight)) is Sight.NEVER_VISIBLE
    assert "never" in Sight.NEVER_VISIBLE.sentence
    assert float(result.warning_time) == 0.0 == float(result.time_in_view)


def test_visible_from_the_start_is_a_labelled_result(ballistic):
    trajectory, _ = ballistic(3e5)
    launch = warning_time(visibility_along(trajectory, Sensor(0.0, 0.0, -100.0), refraction=STRAIGHT))
    assert Sight(int(launch.sight)) is Sight.VISIBLE_FROM_START
    assert float(launch.first_visibility) == 0.0


def test_many_sensors_at_once(ballistic):
    trajectory, end = ballistic(2e6)
    longitudes = jnp.asarray([0.5 * end, end])

    def warn(longitude):
        return warning_time(
            visibility_along(trajectory, Sensor(jnp.zeros_like(longitude), longitude))
        ).warning_time

    batch = eqx.filter_vmap(warn)(longitudes)
    single = [float(warn(longitude)) for longitude in longitudes]
    np.testing.assert_allclose(batch, single, rtol=1e-10)


def test_impossible_sensor_is_refused():
    with pytest.raises(ValueError, match="latitude"):
        Sensor(2.0, 0.0)


def test_vector_positions():
    look = elevation_and_range(
        Sensor(0.0, 0.0), Vector3(*(jnp.asarray([7e6, 7e6]), jnp.zeros(2), jnp.zeros(2)))
    )
    np.testing.assert_allclose(look.slant_range, 7e6 - 6378137.0)
