"""Derivatives of a flight, forward through the integrator."""

import jax
import jax.numpy as jnp
import pytest

from boostglide.core import Vector3
from boostglide.flight import ConstantAngle, FlightState, PhaseMotion, TimeReached, World
from boostglide.solve import solve_fixed_step
from boostglide.vehicle import GlideAerodynamics
from tests.flight.test_entry import Exponential, PointMass


def _one(value):
    return jnp.asarray([value], dtype=float)


START = FlightState(
    Vector3(_one(6378137.0 + 50e3), _one(0.0), _one(0.0)), Vector3(_one(0.0), _one(5000.0), _one(0.0))
)


def _distance(lift_to_drag):
    """Covered over the ground in ten minutes [m]."""
    motion = PhaseMotion(
        World(PointMass(_one(3.986004418e14)), Exponential(_one(7000.0)), _one(0.0)),
        GlideAerodynamics(_one(1.0) * lift_to_drag, _one(5000.0), polar=False),
        ConstantAngle(_one(1.0), _one(1.0), _one(0.0)),
        (TimeReached(_one(600.0)),),
    )
    state = solve_fixed_step(motion, jnp.zeros(1), START, jnp.asarray(3.7)).state
    return 6371e3 * jnp.arctan2(state.position.y, state.position.x)[0]


def test_distance_by_lift_to_drag_ratio():
    """By jax.jvp against central differences, at fixed steps and up to a fixed time."""

    @jax.jit
    def value_and_slope(lift_to_drag):
        return jax.jvp(_distance, (lift_to_drag,), (jnp.ones(()),))

    _, slope = value_and_slope(jnp.asarray(2.0))
    above, _ = value_and_slope(jnp.asarray(2.001))
    below, _ = value_and_slope(jnp.asarray(1.999))
    assert float(above - below) / 0.002 == pytest.approx(float(slope), rel=1e-5)
    assert float(slope) > 1e5
