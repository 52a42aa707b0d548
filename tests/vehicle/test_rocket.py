"""Forces on a rocket against the resolution of its axial and normal force."""

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Freestream
from boostglide.vehicle import RocketAerodynamics

AT = Freestream(*(jnp.asarray(x) for x in (0.1, 7e3, 230.0, 300.0, 900.0)))


def rocket():
    return RocketAerodynamics.from_table(
        [0.5, 1.0, 3.0], [0.2, 0.5, 0.3], normal_force_slope=2.0, reference_area=1.5
    )


def number(value):
    return jnp.asarray(value, dtype=float)


def test_along_the_velocity_there_is_drag_alone():
    lift, drag = rocket().accelerations(AT, number(0.0), number(1000.0))
    assert float(lift) == 0
    assert float(drag) == pytest.approx(0.5 * 0.1 * 900.0**2 * 1.5 * 0.3 / 1000.0)


@pytest.mark.parametrize("angle", [-0.2, 0.1, 0.26])
def test_forces_are_those_in_body_axes_turned(angle):
    lift, drag = map(float, rocket().coefficients(number(2.0), number(angle)))
    axial = drag * np.cos(angle) - lift * np.sin(angle)
    normal = lift * np.cos(angle) + drag * np.sin(angle)
    assert axial == pytest.approx(0.4, abs=1e-7)  # half way between 0.5 and 0.3
    assert normal == pytest.approx(2.0 * np.sin(angle), abs=1e-7)


def test_lift_slope_is_that_of_the_normal_force_less_the_axial_force():
    slope = jax.grad(lambda angle: rocket().coefficients(number(3.0), angle)[0])(number(0.0))
    assert float(slope) == pytest.approx(2.0 - 0.3)


def test_range():
    body = rocket()
    assert bool(body.contains(AT, number(0.2)))
    assert not bool(body.contains(AT, number(0.27)))
    fast = Freestream(AT.density, AT.pressure, AT.temperature, AT.sound_speed, jnp.asarray(1000.0))
    assert not bool(body.contains(fast, number(0.0)))
    assert float(body.attitude_of_lift(number(1.0))) == 0.0
    assert float(body.attitude_of_angle(number(0.1))) == float(body.angle_of_attack(number(0.1))) == 0.1


def test_ensembles_share_the_table_and_vary_the_scale():
    scales = jnp.array([0.8, 1.2])

    def drag(scale):
        return eqx.tree_at(lambda b: b.drag_scale, rocket(), scale).accelerations(AT, number(0.0))[1]

    drags = jax.jit(jax.vmap(drag))(scales)
    assert (drags / drags[0]).tolist() == pytest.approx([1.0, 1.5])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"mach": [1.0, 1.0]}, "must rise"),
        ({"drag_coefficient": [0.2, -0.1]}, "at least 0"),
        ({"drag_coefficient": [0.2]}, "must have the shape"),
        ({"normal_force_slope": -1.0}, "`normal_force_slope` must be at least 0"),
        ({"reference_area": -1.0}, "`reference_area` must be positive"),
    ],
)
def test_malformed_tables_are_refused(changes, message):
    good = {
        "mach": [1.0, 2.0],
        "drag_coefficient": [0.4, 0.3],
        "normal_force_slope": 2.0,
        "reference_area": 1.0,
    }
    with pytest.raises(ValueError, match=message):
        RocketAerodynamics.from_table(**good | changes)
