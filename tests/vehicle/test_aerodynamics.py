"""Lift and drag against hand-derived closed forms."""

import jax
import jax.numpy as jnp
import pytest

from boostglide.vehicle import GlideAerodynamics, TabulatedAerodynamics

PRESSURE = jnp.asarray(26_000.0)


def glider(polar=True):
    return GlideAerodynamics(jnp.asarray(2.6), jnp.asarray(13_000.0), polar)


@pytest.mark.parametrize(("fraction", "lift", "drag"), [(1.0, 5.2, 2.0), (0.0, 0.0, 1.0), (2.0, 10.4, 5.0)])
def test_polar_gives_the_closed_form(fraction, lift, drag):
    got = glider().accelerations(PRESSURE, jnp.asarray(fraction))
    assert [float(value) for value in got] == pytest.approx([lift, drag])


def test_best_ratio_stands_at_a_lift_fraction_of_one():
    def ratio(fraction):
        lift, drag = glider().accelerations(PRESSURE, fraction)
        return lift / drag

    assert float(ratio(jnp.asarray(1.0))) == pytest.approx(2.6)
    assert float(jax.grad(ratio)(jnp.asarray(1.0))) == pytest.approx(0.0, abs=1e-12)
    assert float(jax.grad(ratio)(jnp.asarray(0.9))) > 0 > float(jax.grad(ratio)(jnp.asarray(1.1)))


def test_without_polar_drag_is_the_same_for_every_lift():
    for fraction in (0.0, 0.5, 1.0):
        lift, drag = glider(polar=False).accelerations(PRESSURE, jnp.asarray(fraction))
        assert float(drag) == pytest.approx(2.0)
        assert float(lift) == pytest.approx(5.2 * fraction)


def test_ballistic_coefficient_follows_from_drag_as_published():
    """Candler and Leyva (2022): 3,900 N on 1,000 kg at 6 km/s and 1.015e-3 kg/m^3 gives 4,680 kg/m^2."""
    pressure = jnp.asarray(0.5 * 1.015e-3 * 6000.0**2)
    body = GlideAerodynamics(jnp.asarray(2.58), jnp.asarray(4680.0))
    assert float(body.accelerations(pressure, jnp.asarray(1.0))[1]) * 1000 == pytest.approx(3900, rel=2e-3)


def test_table_of_constants_equals_the_constant_model():
    mass, area = 1000.0, 0.5
    drag_coefficient = mass / (13_000.0 * area)
    table = TabulatedAerodynamics.from_tables(
        [5.0, 20.0],
        [2.6 * drag_coefficient] * 2,
        [drag_coefficient] * 2,
        reference_area=area,
        mass=mass,
    )
    for fraction in (0.0, 0.7, 1.0):
        args = (PRESSURE, jnp.asarray(fraction), jnp.asarray(9.0))
        assert [*map(float, table.accelerations(*args))] == pytest.approx(
            [*map(float, glider().accelerations(*args))]
        )


def test_table_knows_its_range_and_needs_a_mach_number():
    table = TabulatedAerodynamics.from_tables(
        [5.0, 20.0], [0.1, 0.2], [0.05, 0.04], reference_area=1.0, mass=1.0
    )
    assert [bool(table.contains(jnp.asarray(mach))) for mach in (4.9, 5.0, 20.0, 20.1)] == [0, 1, 1, 0]
    with pytest.raises(ValueError, match="Argument `mach`"):
        table.accelerations(PRESSURE, jnp.asarray(1.0))
    with pytest.raises(ValueError, match="must be positive"):
        TabulatedAerodynamics.from_tables([5.0, 6.0], [0.1, 0.1], [0.1, 0.0], reference_area=1.0, mass=1.0)


def test_works_in_compiled_batches():
    bodies = jax.vmap(GlideAerodynamics)(jnp.array([1.0, 2.0]), jnp.array([1000.0, 2000.0]))
    lift, drag = jax.jit(jax.vmap(lambda body: body.accelerations(PRESSURE, jnp.asarray(1.0))))(bodies)
    assert lift.tolist() == pytest.approx([26.0, 26.0])
    assert drag.tolist() == pytest.approx([26.0, 13.0])
