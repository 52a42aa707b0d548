"""Tables over Mach number, angle and rarefaction against functions that they reproduce exactly, and SciPy."""

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy.interpolate import RegularGridInterpolator

from boostglide.core import Freestream
from boostglide.planet import dynamic_viscosity, mean_free_path
from boostglide.vehicle import AerodynamicTable

MACHS, ANGLES, LOGS = [2.0, 5.0, 12.0, 20.0], np.radians([-5.0, 0.0, 8.0, 20.0, 35.0]), [-4.0, -2.0, 1.0]
RANDOM = np.random.default_rng(7)
LIFT = RANDOM.normal(size=(4, 5, 3))
DRAG = RANDOM.uniform(0.1, 2.0, size=(4, 5, 3))


def stream(mach=10.0, pressure=20.0, temperature=250.0):
    density, sound = pressure / (287.05 * temperature), (1.4 * 287.05 * temperature) ** 0.5
    return Freestream(*(jnp.asarray(x, float) for x in (density, pressure, temperature, sound, mach * sound)))


def number(value):
    return jnp.asarray(value, dtype=float)


def full(**changes):
    arguments = {"reference_area": 2.0, "reference_length": 1.5, "trim_angle": 0.2, "rarefaction": "knudsen"}
    arguments |= {"rarefaction_logarithm": LOGS} | changes
    return AerodynamicTable.from_table(MACHS, ANGLES, LIFT, DRAG, **arguments)


def polar(**changes):
    """A symmetric body: lift 2 sin cos, drag 0.1 + 2 sin^2 at the knots."""
    angles = np.radians(np.arange(0.0, 41.0, 2.0))
    lift, drag = np.sin(2 * angles)[None], (0.1 + 2 * np.sin(angles) ** 2)[None]
    arguments = {"reference_area": 1.0, "symmetric": True} | changes
    return AerodynamicTable.from_table(8.0, angles, lift, drag, **arguments), angles


def test_equals_an_independent_interpolator():
    table = full()
    points = np.stack([RANDOM.uniform(a[0], a[-1], 60) for a in (MACHS, ANGLES, LOGS)], axis=1)
    lift, drag = jax.jit(jax.vmap(table.coefficients))(*jnp.asarray(points).T)
    for got, values in ((lift, LIFT), (drag, DRAG)):
        wanted = RegularGridInterpolator((MACHS, ANGLES, LOGS), values)(points)
        np.testing.assert_allclose(got, wanted, rtol=1e-12)


def test_a_function_linear_in_each_coordinate_is_met_exactly():
    grid = np.meshgrid(MACHS, ANGLES, LOGS, indexing="ij")
    values = (1 + 0.1 * grid[0]) * (2 + grid[1]) * (5 + grid[2])
    table = AerodynamicTable.from_table(
        MACHS, ANGLES, values, values, reference_area=1.0, rarefaction="knudsen", rarefaction_logarithm=LOGS
    )
    lift, _ = table.coefficients(number(7.3), number(0.17), number(-0.4))
    assert float(lift) == pytest.approx((1 + 0.73) * 2.17 * 4.6, rel=1e-13)


def test_end_values_hold_outside_and_are_flagged():
    table = full()
    lift, _ = table.coefficients(number(99.0), number(9.0), number(9.0))
    _, drag = table.coefficients(number(0.0), number(-9.0), number(-9.0))
    assert [float(lift), float(drag)] == pytest.approx([LIFT[-1, -1, -1], DRAG[0, 0, 0]])
    assert bool(table.contains(stream(10.0), number(0.1)))
    assert not bool(table.contains(stream(21.0), number(0.1)))
    assert not bool(table.contains(stream(10.0), number(-0.1)))
    assert not bool(table.contains(stream(10.0, pressure=1e5), number(0.1)))


@pytest.mark.parametrize("kind", ["knudsen", "reynolds"])
def test_rarefaction_is_that_of_the_stream(kind):
    at, table = stream(), full(rarefaction=kind)
    knudsen = mean_free_path(at.pressure, at.temperature) / 1.5
    reynolds = at.density * at.speed * 1.5 / dynamic_viscosity(at.temperature)
    wanted = np.log10(float(knudsen if kind == "knudsen" else reynolds))
    assert float(table.rarefaction_of(at)) == pytest.approx(wanted)
    lift, drag = table.accelerations(at, number(0.1), number(400.0))
    coefficients = table.coefficients(at.mach, number(0.1), number(wanted))
    scale = float(at.dynamic_pressure) * 2.0 / 400.0
    assert [float(lift), float(drag)] == pytest.approx([scale * float(each) for each in coefficients])


def test_a_body_at_rest_has_no_forces_and_finite_derivatives():
    at = stream(0.0)
    table = full(rarefaction="reynolds")
    values, slopes = jax.jit(jax.value_and_grad(lambda s: table.accelerations(s, number(0.1))[1]))(at)
    assert float(values) == 0
    assert all(np.isfinite(float(each)) for each in jax.tree.leaves(slopes))


def test_a_symmetric_body_is_mirrored():
    table, angles = polar()
    for angle in (0.05, 0.3):
        up, down = (table.coefficients(number(8.0), number(sign * angle)) for sign in (1, -1))
        assert float(up[0]) == -float(down[0]) != 0
        assert float(up[1]) == float(down[1])
    slope = jax.grad(lambda a: table.coefficients(number(8.0), a)[0])
    wanted = np.sin(2 * angles[1]) / angles[1]
    assert [float(slope(number(a))) for a in (-1e-9, 0.0, 1e-9)] == pytest.approx([wanted] * 3)
    assert bool(table.contains(stream(), number(-0.6)))
    assert not bool(table.contains(stream(), number(-0.8)))


def test_best_angle_is_that_of_the_greatest_ratio():
    table, angles = polar()
    ratios = np.sin(2 * angles) / (0.1 + 2 * np.sin(angles) ** 2)
    assert table.best_angle(8.0) == angles[np.argmax(ratios)]
    assert float(table.trim_angle) == table.best_angle(8.0)
    assert float(table.attitude_of_lift(number(0.5))) == pytest.approx(0.5 * table.best_angle(8.0))
    assert float(table.attitude_of_angle(number(0.3))) == float(table.angle_of_attack(number(0.3))) == 0.3
    assert float(polar(trim_angle=-0.35)[0].trim_angle) == -0.35


def test_a_capsule_flies_at_a_negative_angle():
    angles = np.radians([0.0, 10.0, 20.0])
    table = AerodynamicTable.from_table(
        20.0, angles, [[0.0, -0.2, -0.4]], [[1.6, 1.5, 1.4]], reference_area=1.0, symmetric=True
    )
    assert table.best_angle(20.0) == -angles[2]
    lift, _ = table.coefficients(number(20.0), table.trim_angle)
    assert float(lift) == pytest.approx(0.4)


def test_scales_vary_a_shared_table_without_a_new_compilation():
    traces = []

    @jax.jit
    def drag(table, scales, attitude):
        traces.append(1)
        varied = jax.vmap(
            lambda s: eqx.tree_at(lambda t: t.drag_scale, table, s).accelerations(at, attitude)[1]
        )
        return varied(scales)

    at, scales = stream(), jnp.array([0.9, 1.0, 1.1])
    first = drag(full(), scales, number(0.1))
    np.testing.assert_allclose(first / first[1], scales, rtol=1e-12)
    other = eqx.tree_at(lambda t: t.drag_coefficient, full(), jnp.asarray(2 * DRAG))
    np.testing.assert_allclose(drag(other, scales, number(0.1)), 2 * first, rtol=1e-12)
    assert len(traces) == 1


def test_derivatives_agree_with_differences():
    table, step = full(), 1e-6

    def lift(attitude):
        return table.accelerations(stream(), attitude)[0]

    slope = float(jax.grad(lift)(number(0.2)))
    assert slope == pytest.approx(
        float(lift(number(0.2 + step)) - lift(number(0.2 - step))) / (2 * step), rel=1e-6
    )


GOOD = {"mach": [2.0, 5.0], "angle_of_attack": [0.0, 0.1, 0.2]}
FLAT = np.ones((2, 3))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"mach": [5.0, 2.0]}, "`mach` must rise, but 2 follows 5 at place 1"),
        ({"mach": [2.0, np.nan]}, "`mach` must be finite, but has a gap at place 1"),
        ({"mach": []}, "`mach` must be a list of numbers"),
        ({"mach": [-1.0, 2.0]}, "`mach` must lie between 0 and inf"),
        ({"angle_of_attack": [0.0, 0.1, 4.0]}, "`angle_of_attack` must lie between"),
        ({"lift_coefficient": FLAT.T}, r"`lift_coefficient` must have the shape \(2, 3\) or \(2, 3, 1\)"),
        ({"lift_coefficient": np.where(FLAT > 0, np.nan, 0)}, r"gap at place \(0, 0, 0\)"),
        ({"drag_coefficient": -FLAT}, "`drag_coefficient` must be at least 0, but has -1"),
        ({"reference_area": 0.0}, "`reference_area` must be positive"),
        ({"reference_length": np.inf}, "`reference_length` must be positive and finite"),
        ({"rarefaction": "knudsen"}, "must be given together"),
        ({"symmetric": True, "angle_of_attack": [0.1, 0.2, 0.3]}, "must start at 0 for a symmetric body"),
        ({"drag_coefficient": 0 * FLAT}, "needs a drag above zero"),
    ],
)
def test_malformed_tables_are_refused(changes, message):
    arguments = GOOD | {"lift_coefficient": FLAT, "drag_coefficient": FLAT, "reference_area": 1.0} | changes
    with pytest.raises(ValueError, match=message):
        AerodynamicTable.from_table(**arguments)
