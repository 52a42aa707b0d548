"""The benchmark glide: adaptive lanes, fixed steps, and SciPy with a right-hand side of its own."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from benchmarks import glide_case
from scipy.integrate import solve_ivp

from boostglide.core import Outcome
from boostglide.planet import geodetic_altitude
from boostglide.solve import Settings, solve_ensemble, solve_fixed_step

MEMBERS = glide_case.members(64)


def _adaptive(tolerance):
    settings = Settings(tolerance=tolerance)
    return solve_ensemble(glide_case.motion(MEMBERS), np.zeros(64), glide_case.start(MEMBERS), settings)


@pytest.fixture(scope="module")
def fine():
    return _adaptive(1e-9)


@pytest.fixture(scope="module")
def usual():
    return _adaptive(3e-7)


def test_fixed_steps_agree(usual, fine):
    """Steps of 8 s and 2 s of order 4: within 100 m and 5 m of the adaptive lanes."""
    start = jax.tree.map(jnp.asarray, glide_case.start(MEMBERS))
    errors = []
    for step in (8.0, 2.0):
        fixed = solve_fixed_step(glide_case.motion(MEMBERS), np.zeros(64), start, jnp.asarray(step))
        np.testing.assert_array_equal(fixed.outcome, fine.outcome)
        errors.append(
            np.abs(glide_case.ground_range(fixed.state) - glide_case.ground_range(fine.state)).max()
        )
    assert errors[0] < 100.0
    assert errors[1] < 5.0
    difference = glide_case.ground_range(usual.state) - glide_case.ground_range(fine.state)
    assert 1.0 < np.abs(difference).max() < 100.0


def test_ends_are_met(usual, fine):
    """A step that crosses both ends has a kink in the distance, where a root may be off by millimetres."""
    for ends in (usual, fine):
        altitude = np.asarray(geodetic_altitude(ends.state.position))
        speed = np.asarray(ends.state.velocity.norm())
        at_altitude, at_speed = ends.end == 0, ends.end == 1
        assert np.all(at_altitude | at_speed)
        assert at_speed.any()
        assert np.all(np.abs(altitude[at_altitude] - glide_case.END_ALTITUDE) < 0.02)
        assert np.all(np.abs(speed[at_speed] - glide_case.END_SPEED) < 1e-6)
        assert np.all(ends.outcome[at_altitude] == Outcome.IMPACTED)
        assert np.all(ends.outcome[at_speed] == Outcome.COMPLETED)


# --- the same case in NumPy: nothing below uses the package ---

FLATTENING, EQUATORIAL = 1 / 298.257223563, 6378137.0  # [-], [m]
PARAMETER, J2, SPIN = 3.986004418e14, 1.08262668e-3, 7.292115e-5  # [m^3/s^2], [-], [rad/s]
BASES = np.array([0.0, 11e3, 20e3, 32e3, 47e3, 51e3, 71e3])  # [m] geopotential, US76 table 4
LAPSES = np.array([-6.5e-3, 0.0, 1e-3, 2.8e-3, 0.0, -2.8e-3, -2e-3])  # [K/m]
GAS = 8314.32 / 28.9644  # [J/kg/K]


def _bases():
    temperature, pressure = [288.15], [101325.0]
    for base, top, lapse in zip(BASES, BASES[1:], LAPSES, strict=False):
        cold, warm = temperature[-1], temperature[-1] + lapse * (top - base)
        power = 9.80665 / GAS
        fall = (cold / warm) ** (power / lapse) if lapse else np.exp(-power * (top - base) / cold)
        temperature.append(warm)
        pressure.append(pressure[-1] * fall)
    return temperature, pressure


BASE_TEMPERATURE, BASE_PRESSURE = _bases()


def _air(altitude):
    """Density and speed of sound below 86 km."""
    height = 6356766.0 * altitude / (6356766.0 + altitude)
    layer = max(np.searchsorted(BASES, height, side="right") - 1, 0)
    above, cold, lapse = height - BASES[layer], BASE_TEMPERATURE[layer], LAPSES[layer]
    temperature = cold + lapse * above
    power = 9.80665 / GAS
    fall = (cold / temperature) ** (power / lapse) if lapse else np.exp(-power * above / cold)
    return BASE_PRESSURE[layer] * fall / (GAS * temperature), np.sqrt(1.4 * GAS * temperature)


def _altitude(position):
    """Above the ellipsoid, by iteration on the latitude."""
    across, along = np.hypot(position[0], position[1]), position[2]
    squared, latitude = FLATTENING * (2 - FLATTENING), np.arctan2(along, across)
    for _ in range(4):
        normal = EQUATORIAL / np.sqrt(1 - squared * np.sin(latitude) ** 2)
        latitude = np.arctan2(along + squared * normal * np.sin(latitude), across)
    return across * np.cos(latitude) + along * np.sin(latitude) - EQUATORIAL**2 / normal


def _rates(_, state, lift_area, drag_area, factor):
    position, velocity = state[:3], state[3:6]
    radius, speed = np.linalg.norm(position), np.linalg.norm(velocity)
    density, sound = _air(_altitude(position))
    up, along = position / radius, velocity / speed
    sine2, oblate = up[2] ** 2, 1.5 * J2 * (EQUATORIAL / radius) ** 2
    shares = 1 + oblate * (np.array([1.0, 1.0, 3.0]) - 5 * sine2)
    gravity = -PARAMETER / radius**2 * up * shares
    spin = np.array([0.0, 0.0, SPIN])
    turning = -2 * np.cross(spin, velocity) - np.cross(spin, np.cross(spin, position))
    lifted = up - along * (along @ up)
    pressure, mach = 0.5 * density * factor * speed**2, speed / sound
    lift = pressure * lift_area * np.interp(mach, glide_case.MACH, glide_case.LIFT_FACTOR)
    drag = pressure * drag_area * np.interp(mach, glide_case.MACH, glide_case.DRAG_FACTOR)
    force = lift * lifted / np.linalg.norm(lifted) - drag * along
    heat = 1.7415e-4 * np.sqrt(density * factor / 0.1) * speed**3
    return np.concatenate([velocity, gravity + turning + force, [heat]])


@pytest.mark.parametrize("row", [0, 1, 17, 40])
def test_scipy_agrees(fine, row):
    lift_area, drag_area, factor, angle = MEMBERS[row]
    state = np.array([EQUATORIAL + 80e3, 0, 0, 6500 * np.sin(angle), 6500 * np.cos(angle), 0, 0])

    def at_altitude(_, state, *rest):
        return _altitude(state) - 20e3

    def at_speed(_, state, *rest):
        return np.linalg.norm(state[3:6]) - 1000.0

    at_altitude.terminal = at_speed.terminal = True
    found = solve_ivp(
        _rates,
        (0, 5000),
        state,
        "DOP853",
        events=(at_altitude, at_speed),
        args=(lift_area, drag_area, factor),
        rtol=1e-11,
        atol=np.array([1e-4] * 3 + [1e-7] * 3 + [1e-1]),
    )
    end = found.y[:, -1]
    expected = 6371e3 * np.arctan2(end[1], end[0])
    assert float(glide_case.ground_range(fine.state)[row]) == pytest.approx(expected, abs=5.0)
    assert fine.time[row] == pytest.approx(found.t[-1], abs=0.01)
    assert float(fine.state.integrals[0][row]) == pytest.approx(end[6], rel=1e-6)
