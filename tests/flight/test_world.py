"""The world around a flight: wind, figure of the Earth, vacuum, density, profiles; and damaged numbers."""

import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.flight import (
    QUANTITIES,
    ConstantAngle,
    Ground,
    Phase,
    PhaseTimeReached,
    fly_dense,
    path_of,
)
from boostglide.planet import (
    WGS84,
    ConstantWind,
    ExponentialAtmosphere,
    ProfileAtmosphere,
    StandardAtmosphere1976,
    Vacuum,
    WindProfile,
    ZonalGravity,
    standard_atmosphere,
)
from boostglide.vehicle import GlideAerodynamics
from tests.flight.single import BALL, RADIUS, at, end_of, flight, flown, number, world

EXPONENTIAL = ExponentialAtmosphere(number(1.225), number(7200.0), number(250.0))


def falling(seconds=None):
    """Without lift, to the ground or for a time."""
    end = Ground(number(0.0), Outcome.COMPLETED) if seconds is None else PhaseTimeReached(number(seconds))
    return Phase("fall", ConstantAngle.at_bank(number(0.0), number(0.0)), end, True)


def body(coefficient=1000.0):
    return GlideAerodynamics(number(1.0), number(coefficient), polar=False)


def breeze(east, north=0.0):
    return ConstantWind(number(east), number(north))


def test_a_body_without_lift_drifts_with_the_wind():
    """Dropped far and light, it ends up with the velocity of the air along the ground."""
    over = world(atmosphere=EXPONENTIAL, wind=breeze(30.0, -20.0))
    done = flown(falling(), over=over, aerodynamics=body(50.0), start=at(8000.0))
    time, position, velocity, _ = end_of(done)
    up = position / np.linalg.norm(position)
    east = np.cross([0.0, 0.0, 1.0], up)
    north = np.cross(up, east / np.linalg.norm(east))
    assert velocity @ east == pytest.approx(30.0, rel=1e-3)
    assert velocity @ north == pytest.approx(-20.0, rel=1e-3)
    assert position[1] == pytest.approx(30.0 * time, rel=0.1)
    path = path_of(done, lambda _: 3)
    relative = velocity - 30.0 * east + 20.0 * north
    assert path.airspeed[-1] == pytest.approx(np.linalg.norm(relative), rel=1e-6)
    assert path.speed[-1] == pytest.approx(np.linalg.norm(velocity), rel=1e-12)
    assert path.freestream.speed[-1] == path.airspeed[-1]


def test_wind_on_a_body_without_drag_changes_nothing():
    """The same path to the last digit but one, in a shear too."""
    shear = WindProfile.from_points(
        [0.0, 5e3, 2e4], [0.0, 50.0, -30.0], [10.0, 0.0, 40.0], scale=number(1.0), name="shear"
    )
    ends = []
    for wind in (breeze(0.0), breeze(100.0, 50.0), shear):
        over = world(atmosphere=EXPONENTIAL, wind=wind)
        done = flown(falling(40.0), over=over, aerodynamics=body(1e30), start=at(20e3, 500.0, 0.3))
        ends.append(np.concatenate(end_of(done)[1:3]))
    for other in ends[1:]:
        np.testing.assert_allclose(other, ends[0], rtol=1e-13, atol=1e-6)


def test_drag_acts_along_the_airspeed():
    """A tail wind equal to the speed takes all drag away; a head wind squares it up."""
    path = {}
    for name, wind in (("still", 0.0), ("tail", 400.0), ("head", -400.0)):
        over = world(atmosphere=EXPONENTIAL, wind=breeze(wind))
        done = flown(falling(0.01), over=over, aerodynamics=body(), start=at(10e3, 400.0, 0.0))
        path[name] = path_of(done, lambda _: 2)
    still = 0.5 * path["still"].density[0] * 400.0**2 / 1000.0
    assert path["still"].drag_acceleration[0] == pytest.approx(still, rel=1e-12)
    assert path["tail"].drag_acceleration[0] == pytest.approx(0.0, abs=1e-12)
    assert path["head"].drag_acceleration[0] == pytest.approx(4 * still, rel=1e-9)


def test_a_profile_of_the_standard_atmosphere_gives_the_same_flight():
    """A table of the standard atmosphere every 250 m against its formulas: end of an entry within 50 m."""
    altitude = np.arange(-1e3, 86e3, 250.0)
    air = standard_atmosphere(altitude)
    columns = [np.asarray(each) for each in (air.density, air.temperature, air.pressure)]
    profile = ProfileAtmosphere.from_points(altitude, *columns, density_factor=number(1.0), name="table")
    ends = []
    for atmosphere in (profile, StandardAtmosphere1976(number(1.0))):
        over = world(atmosphere=atmosphere)
        done = flown(falling(), over=over, aerodynamics=body(3000.0), start=at(80e3, 3000.0, -0.2))
        assert done.outcome == Outcome.COMPLETED
        ends.append(path_of(done, lambda _: 100))
    assert ends[0].ground_range[-1] == pytest.approx(ends[1].ground_range[-1], abs=50.0)
    assert ends[0].time[-1] == pytest.approx(ends[1].time[-1], abs=0.05)
    assert ends[0].drag_acceleration.max() == pytest.approx(ends[1].drag_acceleration.max(), rel=2e-3)


def test_a_factor_on_the_density_is_a_factor_on_the_ballistic_coefficient():
    ends = []
    for factor, coefficient in ((1.0, 1000.0), (2.0, 2000.0)):
        air = StandardAtmosphere1976(number(factor))
        over = world(atmosphere=air)
        done = flown(falling(), over=over, aerodynamics=body(coefficient), start=at(80e3, 3000.0, -0.4))
        ends.append(np.concatenate(end_of(done)[1:3]))
    np.testing.assert_allclose(ends[0], ends[1], rtol=1e-11)


def test_a_vacuum_has_neither_drag_nor_dynamic_pressure():
    done = flown(falling(100.0), over=world(), aerodynamics=body(), start=at(50e3, 2000.0, 0.5))
    path = path_of(done, lambda _: 3)
    np.testing.assert_array_equal(path.drag_acceleration, 0.0)
    np.testing.assert_array_equal(path.density, 0.0)
    assert isinstance(done.phases[0].motion.world.atmosphere, Vacuum)


@pytest.mark.parametrize("figure", [BALL, WGS84], ids=["sphere", "ellipsoid"])
def test_altitude_latitude_and_ground_belong_to_the_figure(figure):
    """Start, channels, quantities and the ground use one shape of the Earth."""
    latitude = 0.7
    start = at(1000.0, 50.0, -np.pi / 2, latitude=latitude, figure=figure)
    done = flown(
        falling(), over=world(ZonalGravity.central(), figure=figure), aerodynamics=body(), start=start
    )
    path = path_of(done, lambda _: 3)
    assert path.altitude[[0, -1]] == pytest.approx([1000.0, 0.0], abs=1e-4)
    assert path.latitude[0] == pytest.approx(latitude, abs=1e-12)
    point = done.phases[0].motion.point(number(0.0), start)
    assert float(QUANTITIES["latitude"].of(point)) == pytest.approx(latitude, abs=1e-12)
    assert float(QUANTITIES["altitude"].of(point)) == pytest.approx(1000.0, abs=1e-6)
    radius = np.linalg.norm(end_of(done)[1])
    if figure is BALL:
        assert radius == pytest.approx(RADIUS, abs=1e-3)
    else:
        assert radius != pytest.approx(RADIUS, abs=1000.0)


def test_a_damaged_start_has_an_outcome_and_raises_nothing():
    """Not a number anywhere: the integrator gives up and says so; a start under the ground never starts."""
    what = flight(falling(), over=world(atmosphere=EXPONENTIAL), aerodynamics=body())
    done = fly_dense(what, at(50e3, float("nan"), 0.0))
    assert done.outcome == Outcome.STEP_TOO_SMALL
    assert path_of(done, lambda _: 2).time.shape == (2,)
    below = fly_dense(what, at(-10.0, 100.0, 0.0))
    assert below.outcome == Outcome.NEVER_STARTED
    assert jnp.isfinite(path_of(below, lambda _: 2).altitude).all()
