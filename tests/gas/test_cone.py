import dataclasses
import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

from boostglide.gas import EquilibriumAir, PerfectAir, cone_behind_shock, cone_flow
from tests.gas.test_oblique import ahead, batch

PERFECT = PerfectAir()
many = jax.jit(jax.vmap(cone_flow, (0, None, 0)))
CASES = (
    (1.5, 10.0),
    (2.0, 10.0),
    (2.0, 20.0),
    (3.0, 20.0),
    (4.0, 50.0),
    (5.0, 15.0),
    (10.0, 5.0),
    (20.0, 50.0),
)


def at_machs(machs):
    still = ahead(PERFECT)
    return jax.vmap(
        lambda mach: dataclasses.replace(
            jax.tree.map(lambda x: x + 0.0 if x.dtype != bool else x, still), speed=mach * still.sound_speed
        )
    )(jnp.asarray(machs))


def scipy_cone(mach, shock, gamma=1.4):
    """Taylor and Maccoll's equation in the speeds over the largest speed, as in textbooks, by SciPy."""
    normal = mach * math.sin(shock)
    ratio = ((gamma - 1) * normal**2 + 2) / ((gamma + 1) * normal**2)
    largest = math.sqrt(2 / ((gamma - 1) * mach**2) + 1)

    def rates(angle, v):
        sound = 0.5 * (gamma - 1) * (1 - v[0] ** 2 - v[1] ** 2)
        second = (v[0] * v[1] ** 2 - sound * (2 * v[0] + v[1] / math.tan(angle))) / (sound - v[1] ** 2)
        return [v[1], second]

    def touches(_, v):
        return v[1]

    touches.terminal = True
    start = [math.cos(shock) / largest, -ratio * math.sin(shock) / largest]
    found = solve_ivp(rates, (shock, 1e-6), start, method="DOP853", events=touches, rtol=1e-11, atol=1e-13)
    speed2 = found.y_events[0][0][0] ** 2
    behind2 = start[0] ** 2 + start[1] ** 2
    jump = (2 * gamma * normal**2 - (gamma - 1)) / (gamma + 1)
    pressure = jump * ((1 - speed2) / (1 - behind2)) ** (gamma / (gamma - 1))
    return found.t[-1], pressure, math.sqrt(2 / (gamma - 1) * speed2 / (1 - speed2))


def test_against_scipy():
    """An independent code: other variables, another integrator, an event for the cone."""
    machs, angles = np.array(CASES).T
    found = many(at_machs(machs), PERFECT, jnp.radians(jnp.asarray(angles)))
    assert bool(jnp.all(found.attached == (np.arange(len(CASES)) >= 0)))
    for i, case in enumerate(CASES):
        shock, surface = float(found.shock_angle[i]), found.surface
        expected, pressure, surface_mach = scipy_solution(*case, shock)
        assert shock == pytest.approx(expected, abs=3e-6)
        assert float(surface.pressure[i]) / 1e4 == pytest.approx(pressure, rel=1e-5)
        assert float(surface.speed[i] / surface.sound_speed[i]) == pytest.approx(surface_mach, rel=1e-5)
        assert float(surface.entropy[i] - found.downstream.entropy[i]) == pytest.approx(0.0, abs=1e-3)


def scipy_solution(mach, angle, near):
    """Shock angle of a cone [deg], pressure ratio and Mach number on it."""
    low = max(math.asin(1 / mach) * (1 + 1e-9), 0.98 * near)
    shock = brentq(lambda b: scipy_cone(mach, b)[0] - math.radians(angle), low, 1.02 * near)
    return shock, *scipy_cone(mach, shock)[1:]


def test_published_cones():
    """Shock angles and Mach numbers for 20 and 10 degrees, as given in the tests of CompAir.jl."""
    found = many(
        at_machs([2.0, 3.0, 2.0] + [3.0] * 5),
        PERFECT,
        jnp.radians(jnp.asarray([20.0, 20.0, 10.0] + [20.0] * 5)),
    )
    assert np.degrees(found.shock_angle[:2]) == pytest.approx([37.7955, 29.6146], rel=2e-5)
    behind = found.downstream.speed / found.downstream.sound_speed
    assert np.asarray(behind[1:3]) == pytest.approx([2.38715, 1.9470], rel=5e-4)


def test_detachment_against_scipy():
    found = many(at_machs([2.0] * 8), PERFECT, jnp.radians(jnp.linspace(40.0, 41.0, 8)))
    largest = max(scipy_cone(2.0, shock)[0] for shock in np.linspace(1.1, 1.35, 60))
    assert float(found.largest_angle[0]) == pytest.approx(largest, rel=1e-4)
    inside = jnp.radians(jnp.linspace(40.0, 41.0, 8)) <= found.largest_angle
    assert bool(jnp.all(found.attached == inside))
    assert bool(jnp.all(found.surface.within == inside))


def test_derivatives_against_differences():
    def outcome(values):
        stream = ahead(PERFECT, 1171.9, 226.65, values[0])
        found = cone_flow(stream, PERFECT, values[1])
        return jnp.stack([found.shock_angle, jnp.log(found.surface.pressure), found.largest_angle])

    point = jnp.asarray([4000.0, 0.4])
    slopes = jax.jit(jax.jacfwd(outcome))(point)
    compiled = jax.jit(outcome)
    for column, step in enumerate((1.0, 1e-4)):
        shift = np.zeros(2)
        shift[column] = step
        slope = (compiled(point + shift) - compiled(point - shift)) / (2.0 * step)
        assert np.allclose(slopes[:, column], slope, rtol=2e-4, atol=1e-8)


def test_reacting_air_from_sea_level_to_ninety_kilometres():
    """Energy, entropy and order of the states; the shock of a cone lies nearer than that of a wedge."""
    air = EquilibriumAir.load()
    points = [
        (p, t, u, angle)
        for p, t in ((101325.0, 288.15), (75.9, 270.65), (0.18, 187.0))
        for u in (700.0, 3000.0, 7650.0, 12000.0)
        for angle in (2.0, 15.0, 40.0)
    ]
    stream, angles = batch(air, points)
    found = many(stream, air, angles)
    inside = found.surface.within
    assert bool(jnp.all(found.attached == (angles <= found.largest_angle)))
    assert int(jnp.sum(inside)) > 0.8 * inside.size
    surface, behind = found.surface, found.downstream
    energy = jnp.abs(surface.total_enthalpy / stream.total_enthalpy - 1.0)
    assert float(jnp.max(jnp.where(inside, energy, 0.0))) < 1e-12
    drift = jnp.abs(surface.entropy - behind.entropy) / 287.0
    assert float(jnp.max(jnp.where(inside, drift, 0.0))) < 2e-5
    assert bool(jnp.all((surface.pressure >= behind.pressure) | ~inside))
    assert bool(jnp.all((found.shock_angle > angles) | ~inside))


def test_cone_of_a_given_shock():
    stream = jax.tree.map(lambda x: x[0], at_machs([2.0]))
    angle, surface = cone_behind_shock(stream, PERFECT, jnp.radians(37.79592))
    assert math.degrees(angle) == pytest.approx(20.0, abs=1e-4)
    assert float(surface.pressure) == pytest.approx(1.91152e4, rel=1e-4)
