"""Lift and drag against hand-derived closed forms."""

import jax
import jax.numpy as jnp
import pytest

from boostglide.core import Freestream
from boostglide.vehicle import GlideAerodynamics, TabulatedAerodynamics


def stream(dynamic_pressure=26_000.0, mach=9.0):
    """Air of a dynamic pressure and Mach number, where sound has 300 m/s."""
    speed = 300.0 * mach
    density = 2.0 * dynamic_pressure / speed**2
    return Freestream(*(jnp.asarray(value, dtype=float) for value in (density, 1e3, 224.0, 300.0, speed)))


STREAM = stream()


def glider(polar=True):
    return GlideAerodynamics(jnp.asarray(2.6), jnp.asarray(13_000.0), polar)


@pytest.mark.parametrize(("fraction", "lift", "drag"), [(1.0, 5.2, 2.0), (0.0, 0.0, 1.0), (2.0, 10.4, 5.0)])
def test_polar_gives_the_closed_form(fraction, lift, drag):
    got = glider().accelerations(STREAM, jnp.asarray(fraction))
    assert [float(value) for value in got] == pytest.approx([lift, drag])


def test_best_ratio_stands_at_a_lift_fraction_of_one():
    def ratio(fraction):
        lift, drag = glider().accelerations(STREAM, fraction)
        return lift / drag

    assert float(ratio(jnp.asarray(1.0))) == pytest.approx(2.6)
    assert float(jax.grad(ratio)(jnp.asarray(1.0))) == pytest.approx(0.0, abs=1e-12)
    assert float(jax.grad(ratio)(jnp.asarray(0.9))) > 0 > float(jax.grad(ratio)(jnp.asarray(1.1)))


def test_without_polar_drag_is_the_same_for_every_lift():
    for fraction in (0.0, 0.5, 1.0):
        lift, drag = glider(polar=False).accelerations(STREAM, jnp.asarray(fraction))
        assert float(drag) == pytest.approx(2.0)
        assert float(lift) == pytest.approx(5.2 * fraction)


def test_ballistic_coefficient_follows_from_drag_as_published():
    """Candler and Leyva (2022): 3,900 N on 1,000 kg at 6 km/s and 1.015e-3 kg/m^3 gives 4,680 kg/m^2."""
    body = GlideAerodynamics(jnp.asarray(2.58), jnp.asarray(4680.0))
    at = stream(0.5 * 1.015e-3 * 6000.0**2, 20.0)
    assert float(body.accelerations(at, jnp.asarray(1.0))[1]) * 1000 == pytest.approx(3900, rel=2e-3)


def test_table_of_constants_equals_the_constant_model():
    mass, area = 1000.0, 0.5
    drag_coefficient = mass / (13_000.0 * area)
    table = TabulatedAerodynamics.from_tables(
        [5.0, 20.0], [2.6 * drag_coefficient] * 2, [drag_coefficient] * 2, reference_area=area
    )
    for fraction in (0.0, 0.7, 1.0):
        got = table.accelerations(STREAM, jnp.asarray(fraction), jnp.asarray(mass))
        wanted = glider().accelerations(STREAM, jnp.asarray(fraction))
        assert [*map(float, got)] == pytest.approx([*map(float, wanted)])


def test_table_takes_the_mach_number_from_the_stream():
    table = TabulatedAerodynamics.from_tables([5.0, 15.0], [0.1, 0.3], [0.05, 0.05], reference_area=2.0)
    lift, drag = table.accelerations(stream(1000.0, 10.0), jnp.asarray(1.0), jnp.asarray(50.0))
    assert float(lift) == pytest.approx(1000.0 * 2.0 * 0.2 / 50.0)
    assert float(drag) == pytest.approx(1000.0 * 2.0 * 0.05 / 50.0)


def test_table_knows_its_range():
    table = TabulatedAerodynamics.from_tables([5.0, 20.0], [0.1, 0.2], [0.05, 0.04], reference_area=1.0)
    inside = [bool(table.contains(stream(mach=mach), jnp.asarray(1.0))) for mach in (4.9, 5.0, 20.0, 20.1)]
    assert inside == [0, 1, 1, 0]
    with pytest.raises(ValueError, match="must be positive"):
        TabulatedAerodynamics.from_tables([5.0, 6.0], [0.1, 0.1], [0.1, 0.0], reference_area=1.0)


def test_attitudes_of_models_without_an_angle():
    for model in (
        glider(),
        TabulatedAerodynamics.from_tables([5.0, 6.0], [1, 1], [1, 1], reference_area=1.0),
    ):
        assert float(model.attitude_of_lift(jnp.asarray(0.7))) == 0.7
        assert float(model.angle_of_attack(jnp.asarray(0.7))) == 0.0
        with pytest.raises(ValueError, match="knows no angle of attack"):
            model.attitude_of_angle(jnp.asarray(0.1))


def test_works_in_compiled_batches():
    bodies = jax.vmap(GlideAerodynamics)(jnp.array([1.0, 2.0]), jnp.array([1000.0, 2000.0]))
    lift, drag = jax.jit(jax.vmap(lambda body: body.accelerations(STREAM, jnp.asarray(1.0))))(bodies)
    assert lift.tolist() == pytest.approx([26.0, 26.0])
    assert drag.tolist() == pytest.approx([26.0, 13.0])
