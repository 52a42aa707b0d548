import dataclasses
import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas import (
    STANDARD_AIR,
    EquilibriumAir,
    FrozenAir,
    PerfectAir,
    deflection,
    oblique_shock,
    wedge_flow,
)
from boostglide.gas.attached import settled

PERFECT = PerfectAir()
wedge = jax.jit(wedge_flow, static_argnames="strong")


def ahead(air, pressure=1e4, temperature=220.0, speed=3000.0, composition=STANDARD_AIR):
    """A cold stream of a model of air."""
    cold = air if isinstance(air, PerfectAir) else FrozenAir.of(composition)
    pressure, temperature, speed = (jnp.asarray(x, dtype=float) for x in (pressure, temperature, speed))
    state = cold.state_from_temperature(pressure=pressure, temperature=temperature)
    return dataclasses.replace(state, speed=speed, enthalpy=air.cold_enthalpy(temperature))


def at_mach(mach):
    still = ahead(PERFECT)
    return dataclasses.replace(still, speed=mach * still.sound_speed)


@pytest.mark.parametrize(
    ("mach", "angle", "weak", "strong", "pressure", "mach_behind"),
    [
        (2.0, 10.0, 39.31, 83.70, 1.707, 1.641),
        (3.0, 20.0, 37.76, 82.15, 3.771, 1.994),
    ],
)
def test_published_wedges(mach, angle, weak, strong, pressure, mach_behind):
    """NACA Report 1135, charts 2 to 4, in the digits of the closed relations that they are drawn from."""
    stream, turn = at_mach(mach), jnp.radians(angle)
    found = wedge(stream, PERFECT, turn)
    assert bool(found.attached)
    assert math.degrees(found.shock_angle) == pytest.approx(weak, abs=6e-3)
    assert float(found.downstream.pressure / stream.pressure) == pytest.approx(pressure, rel=5e-4)
    assert float(found.downstream.speed / found.downstream.sound_speed) == pytest.approx(
        mach_behind, rel=5e-4
    )
    steep = wedge(stream, PERFECT, turn, strong=True)
    assert bool(steep.attached)
    assert math.degrees(steep.shock_angle) == pytest.approx(strong, abs=6e-3)
    assert steep.downstream.speed < steep.downstream.sound_speed


@pytest.mark.parametrize("mach", [1.2, 2.0, 5.0, 20.0])
def test_detachment_of_a_perfect_gas(mach):
    """NACA Report 1135, Eqs. 138 and 168: the largest deflection in closed form."""
    g = 1.4
    root = math.sqrt((g + 1) * ((g + 1) / 16 * mach**4 + (g - 1) / 2 * mach**2 + 1))
    sine2 = ((g + 1) / 4 * mach**2 - 1 + root) / (g * mach**2)
    shock = math.asin(math.sqrt(sine2))
    turn = math.atan(2 / math.tan(shock) * (mach**2 * sine2 - 1) / (mach**2 * (g + math.cos(2 * shock)) + 2))
    stream = at_mach(mach)
    found = wedge(stream, PERFECT, jnp.asarray(turn + 1e-5))
    assert not bool(found.attached)
    assert not bool(found.downstream.within)
    assert float(found.largest_angle) == pytest.approx(turn, rel=1e-7)
    below = wedge(stream, PERFECT, jnp.asarray(turn * (1 - 1e-6)))
    assert bool(below.attached)
    assert float(below.shock_angle) == pytest.approx(shock, abs=5e-3)


STREAMS = [
    (p, t, u, angle)
    for p, t in ((101325.0, 288.15), (1171.9, 226.65), (4.63, 217.45), (0.18, 187.0))
    for u in (400.0, 1000.0, 4000.0, 7650.0, 12000.0)
    for angle in (0.5, 10.0, 30.0, 55.0)
]
many = jax.jit(jax.vmap(wedge_flow, (0, None, 0)))


def batch(air, points):
    """Streams and wedge angles of many points, with the density that the flow uses."""
    streams = [settled(ahead(air, *point[:3]), air) for point in points]
    angles = jnp.radians(jnp.asarray([point[3] for point in points], dtype=float))
    return jax.tree.map(lambda *values: jnp.stack(values), *streams), angles


@pytest.mark.parametrize("make", [PerfectAir, EquilibriumAir.load])
def test_conservation_on_a_grid(make):
    """Mass, momentum along and across the shock and energy, from 0 to 90 km and to 12 km/s."""
    air = make()
    stream, turn = batch(air, STREAMS)
    found = many(stream, air, turn)
    inside, behind, angle = found.downstream.within, found.downstream, found.shock_angle
    assert bool(jnp.all(found.attached == (turn <= found.largest_angle)))
    assert int(jnp.sum(inside)) > 0.6 * inside.size
    normal, along = stream.speed * jnp.sin(angle), stream.speed * jnp.cos(angle)
    normal_behind, along_behind = behind.speed * jnp.sin(angle - turn), behind.speed * jnp.cos(angle - turn)
    force = stream.pressure + stream.density * normal**2
    for one, two, tolerance in (
        (stream.density * normal, behind.density * normal_behind, 1e-7),
        (force, behind.pressure + behind.density * normal_behind**2, 1e-7),
        (along, along_behind, 1e-9),
        (stream.total_enthalpy, behind.total_enthalpy, 1e-12),
    ):
        assert float(jnp.max(jnp.where(inside, jnp.abs(two / one - 1.0), 0.0))) < tolerance
    assert bool(jnp.all((behind.entropy > stream.entropy) | ~inside | (normal < 1.05 * stream.sound_speed)))


def test_shock_rises_with_the_wedge_and_reactions_hold_steeper_ones():
    air = EquilibriumAir.load()
    points = [(4.63, 217.45, 7650.0, angle) for angle in np.linspace(0.2, 63.0, len(STREAMS))]
    stream, turn = batch(air, points)
    found = many(stream, air, turn)
    assert bool(jnp.all(found.attached))
    assert bool(jnp.all(jnp.diff(found.shock_angle) > 0.0))
    assert bool(jnp.all(jnp.diff(found.downstream.pressure) > 0.0))
    perfect = wedge(ahead(PERFECT, 4.63, 217.45, 7650.0), PERFECT, jnp.asarray(0.5))
    assert float(found.largest_angle[0]) > float(perfect.largest_angle) + 0.2


def test_derivatives_against_differences():
    """Implicit derivatives of the shock angle, pressure and detachment, in both modes."""

    def outcome(values):
        found = wedge_flow(ahead(PERFECT, 1171.9, 226.65, values[0]), PERFECT, values[1])
        return jnp.stack([found.shock_angle, jnp.log(found.downstream.pressure), found.largest_angle])

    point, steps = jnp.asarray([4000.0, 0.4]), np.array([1.0, 1e-4])
    forward, backward = jax.jit(jax.jacfwd(outcome))(point), jax.jit(jax.jacrev(outcome))(point)
    assert jnp.allclose(forward, backward, rtol=1e-8, atol=1e-12)
    compiled = jax.jit(outcome)
    for column, step in enumerate(steps):
        shift = np.zeros(2)
        shift[column] = step
        slope = (compiled(point + shift) - compiled(point - shift)) / (2.0 * step)
        assert np.allclose(forward[:, column], slope, rtol=2e-4, atol=1e-9)


def test_shock_of_given_angle_and_its_deflection():
    stream = at_mach(3.0)
    angle = jnp.radians(37.76363414)
    assert math.degrees(deflection(stream, PERFECT, angle)) == pytest.approx(20.0, abs=1e-5)
    assert float(oblique_shock(stream, PERFECT, angle).pressure / stream.pressure) == pytest.approx(
        3.77126, rel=1e-5
    )
    upright = oblique_shock(stream, PERFECT, jnp.asarray(0.5 * math.pi))
    assert float(upright.pressure / stream.pressure) == pytest.approx(31.0 / 3.0, rel=1e-9)


def test_slow_stream_has_no_attached_shock():
    found = wedge(at_mach(0.8), PERFECT, jnp.asarray(0.1))
    assert not bool(found.attached)
