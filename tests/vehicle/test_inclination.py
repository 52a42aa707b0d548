"""Pressures by inclination against the pitot formula's tables, exact cones and exact expansions."""

import functools

import jax.numpy as jnp
import numpy as np
import pytest
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

from boostglide.vehicle import (
    leeward_pressure_coefficient,
    newtonian_pressure_coefficient,
    stagnation_pressure_coefficient,
    tangent_cone_pressure_coefficient,
)

G = 1.4


def number(value):
    return jnp.asarray(value, dtype=float)


@pytest.mark.parametrize(("mach", "ratio"), [(2.0, 5.640), (5.0, 32.65), (10.0, 129.2)])
def test_stagnation_pressure_is_that_of_the_tables(mach, ratio):
    """NACA Report 1135, Table II: stagnation pressure behind a normal shock over static pressure ahead."""
    wanted = (ratio - 1.0) * 2.0 / (G * mach**2)
    assert float(stagnation_pressure_coefficient(number(mach))) == pytest.approx(wanted, rel=4e-4)


def test_stagnation_pressure_tends_to_the_known_limits():
    assert float(stagnation_pressure_coefficient(number(1e4))) == pytest.approx(1.8394, abs=1e-4)
    assert float(stagnation_pressure_coefficient(number(1e4), 1.001)) == pytest.approx(2.0, abs=2e-3)


def test_newton_is_the_square_of_the_sine_to_windward():
    assert float(newtonian_pressure_coefficient(number(0.5))) == 0.5
    assert float(newtonian_pressure_coefficient(number(0.5), 1.8)) == pytest.approx(0.45)
    assert float(newtonian_pressure_coefficient(number(-0.5))) == 0.0


def conical_flow(mach, shock):
    """Cone angle and surface pressure coefficient behind a conical shock (Taylor and Maccoll 1933)."""
    across = mach * np.sin(shock)
    deflection = np.arctan(2 / np.tan(shock) * (across**2 - 1) / (mach**2 * (G + np.cos(2 * shock)) + 2))
    normal = np.sqrt((1 + 0.2 * across**2) / (G * across**2 - 0.2))
    behind = normal / np.sin(shock - deflection)
    speed = (2 / ((G - 1) * behind**2) + 1) ** -0.5

    def slope(angle, state):
        radial, turning = state
        sound = 0.5 * (G - 1) * (1 - radial**2 - turning**2)
        numerator = turning**2 * radial - sound * (2 * radial + turning / np.tan(angle))
        return [turning, numerator / (sound - turning**2)]

    def wall(angle, state):
        return state[1]

    wall.terminal = True
    start = [speed * np.cos(shock - deflection), -speed * np.sin(shock - deflection)]
    path = solve_ivp(slope, [shock, 1e-4], start, events=wall, rtol=1e-9, atol=1e-11)
    if not path.t_events[0].size:
        return 0.0, 0.0
    square = path.y_events[0][0][0] ** 2
    at_wall = 2 / (G - 1) * square / (1 - square)
    loss = ((G + 1) * across**2 / ((G - 1) * across**2 + 2)) ** 3.5
    loss *= ((G + 1) / (2 * G * across**2 - (G - 1))) ** 2.5
    pressure = loss * ((1 + 0.2 * mach**2) / (1 + 0.2 * at_wall)) ** 3.5
    return path.t_events[0][0], (pressure - 1) * 2 / (G * mach**2)


@functools.cache
def exact_cone(mach, angle):
    """Pressure coefficient of a cone of an angle [deg], from the weak shock that makes it."""
    half = np.radians(angle)
    low = max(np.arcsin(1 / mach), half) + 1e-6
    shock = brentq(
        lambda b: conical_flow(mach, b)[0] - half, low, half + 0.45 * (1.5 - half) + 1 / mach, xtol=1e-9
    )
    return conical_flow(mach, shock)[1]


@pytest.mark.parametrize("mach", [5.0, 10.0, 20.0])
@pytest.mark.parametrize("angle", [5.0, 10.0, 20.0, 30.0, 40.0])
def test_tangent_cone_is_near_the_exact_cone(mach, angle):
    sine = np.sin(np.radians(angle))
    got = float(tangent_cone_pressure_coefficient(number(mach), number(sine)))
    similarity = mach * sine
    tolerance = 0.01 if similarity > 1.5 and angle <= 30 else 0.03 if similarity > 0.8 else 0.08
    assert got == pytest.approx(exact_cone(mach, angle), rel=tolerance)


def test_modified_newton_misses_slender_cones_as_stated():
    for mach in (10.0, 20.0):
        for angle in (10.0, 20.0, 30.0):
            greatest = stagnation_pressure_coefficient(number(mach))
            sine = number(np.sin(np.radians(angle)))
            ratio = float(newtonian_pressure_coefficient(sine, greatest)) / exact_cone(mach, angle)
            assert 0.75 < ratio < 0.88


def test_tangent_cone_vanishes_smoothly_along_the_stream():
    values = [
        float(tangent_cone_pressure_coefficient(number(10.0), number(s))) for s in (-0.1, 0.0, 1e-9, 1e-3)
    ]
    assert values[0] == values[1] == 0
    assert 0 < values[2] < 1e-15 < values[3] < 1e-4


def test_expansion_is_that_of_prandtl_and_meyer_at_high_mach_number():
    def turning(mach):
        ratio = np.sqrt((G + 1) / (G - 1))
        root = np.sqrt(mach**2 - 1)
        return ratio * np.arctan(root / ratio) - np.arctan(root)

    mach, angle = 15.0, np.radians(1.5)
    after = brentq(lambda m: turning(m) - turning(mach) - angle, mach, 100)
    pressure = ((1 + 0.2 * mach**2) / (1 + 0.2 * after**2)) ** 3.5
    got = float(leeward_pressure_coefficient(number(mach), number(-np.sin(angle))))
    assert 1 + got * 0.5 * G * mach**2 == pytest.approx(pressure, rel=0.03)


def test_lee_side_ends_at_the_base_pressure():
    for inclination in (-0.3, -1.0):
        assert float(leeward_pressure_coefficient(number(8.0), number(inclination))) == -1 / 64
    assert float(leeward_pressure_coefficient(number(8.0), number(0.2))) == 0
