"""Steep entry without lift against the closed form of Allen and Eggers (NACA Report 1381, 1958)."""

import equinox as eqx
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Outcome, Scalar
from boostglide.flight import ConstantAngle, Flight, Phase, SpeedBelow, World, fly, trace
from boostglide.planet import Air
from boostglide.vehicle import GlideAerodynamics
from tests.flight.cases import COUNT, TIGHT, column, limits, start

SEA_LEVEL_DENSITY = 1.4  # [kg/m^3]
POINTS = 300


class Exponential(eqx.Module):
    """Isothermal air."""

    scale_height: Scalar

    def __call__(self, altitude):
        density = SEA_LEVEL_DENSITY * jnp.exp(-altitude / self.scale_height)
        return Air(
            density, density * 287.0 * 240.0, jnp.full_like(density, 240.0), jnp.full_like(density, 310.0)
        )

    def contains(self, altitude):
        return jnp.isfinite(altitude)


class PointMass(eqx.Module):
    """Attraction of a point mass whose strength differs from member to member; 0 switches gravity off."""

    parameter: Scalar

    def acceleration(self, position):
        return position * (-self.parameter / position.dot(position) ** 1.5)


SCALE_HEIGHT = np.linspace(6000.0, 8000.0, COUNT)
BALLISTIC_COEFFICIENT = np.tile([500.0, 1000.0, 2000.0, 3000.0], COUNT // 4)


def _enter(parameter, altitude, speed, angle):
    """The paths of bodies down to a fifth of their speed."""
    steering = ConstantAngle.at_bank(column(0.0), column(0.0))
    flight = Flight(
        World(PointMass(column(parameter)), Exponential(SCALE_HEIGHT), column(0.0)),
        GlideAerodynamics(column(1.0), BALLISTIC_COEFFICIENT, polar=False),
        (Phase("entry", steering, SpeedBelow(column(0.2 * speed))),),
        limits(ground=-50e3),
    )
    state = start(altitude=altitude, speed=speed, flight_path_angle=-angle, latitude=0.0, longitude=0.3)
    ends = fly(flight, state, TIGHT)
    assert np.all(ends.outcome == Outcome.COMPLETED)
    return trace(flight, ends, POINTS, settings=TIGHT)


def _speed(density, first_density, speed, angle):
    """Allen and Eggers, equation 6, from a density on that is not nothing."""
    absorbed = (density - first_density) * SCALE_HEIGHT[:, None] / (2 * BALLISTIC_COEFFICIENT[:, None])
    return speed * np.exp(-absorbed / np.sin(angle)[:, None])


def _peak(path):
    """Greatest deceleration and the speed at it, by the parabola through three points."""
    greatest = []
    for drag, speed in zip(path.drag_acceleration, path.speed, strict=True):
        middle = np.argmax(drag)
        near = slice(middle - 2, middle + 3)
        fit = np.polynomial.Polynomial.fit(speed[near], drag[near], 4)
        fine = np.linspace(speed[near.start], speed[near.stop - 1], 4001)
        greatest.append((fit(fine).max(), fine[np.argmax(fit(fine))]))
    return np.array(greatest).T


def test_without_gravity_a_vertical_entry_is_exact():
    """Straight down is also where lift has no direction: nothing may become undefined."""
    angle = column(np.pi / 2)
    path = _enter(0.0, 140e3, 7000.0, angle)
    np.testing.assert_allclose(
        path.speed, _speed(path.density, path.density[:, :1], 7000.0, angle), rtol=1e-7
    )
    deceleration, speed = _peak(path)
    np.testing.assert_allclose(deceleration, 7000.0**2 / (2 * np.e * SCALE_HEIGHT), rtol=1e-4)
    np.testing.assert_allclose(speed, 7000.0 * np.exp(-0.5), rtol=1e-3)
    np.testing.assert_allclose(path.flight_path_angle, -np.pi / 2, atol=1e-6)


def test_with_gravity_a_steep_entry_is_close():
    """Gravity, left out of the closed form, adds 0.6 % to the squared speed on the last 45 km."""
    angle = np.deg2rad(np.linspace(60.0, 90.0, COUNT))
    path = _enter(3.986004418e14, 60e3, 12000.0, angle)
    deceleration, speed = _peak(path)
    absorbed = path.density[:, 0] * SCALE_HEIGHT / (2 * BALLISTIC_COEFFICIENT * np.sin(angle))
    before_all_air = 12000.0 * np.exp(absorbed)
    expected = before_all_air**2 * np.sin(angle) / (2 * np.e * SCALE_HEIGHT)
    np.testing.assert_allclose(deceleration, expected, rtol=0.01)
    np.testing.assert_allclose(speed, before_all_air * np.exp(-0.5), rtol=0.01)


def test_heavier_bodies_peak_lower_at_the_same_deceleration():
    angle = column(np.pi / 2)
    path = _enter(0.0, 140e3, 7000.0, angle)
    there = path.density[np.arange(COUNT), np.argmax(path.drag_acceleration, axis=1)]
    np.testing.assert_allclose(there, BALLISTIC_COEFFICIENT / SCALE_HEIGHT, rtol=0.1)


@pytest.mark.parametrize("share", [0.5, 2.0])
def test_the_closed_form_could_fail(share):
    """A scale height that is wrong by a factor two misses by far: the comparison is not empty."""
    angle = column(np.pi / 2)
    path = _enter(0.0, 140e3, 7000.0, angle)
    wrong = _speed(share * path.density, share * path.density[:, :1], 7000.0, angle)
    assert np.abs(wrong / path.speed - 1).max() > 0.1
