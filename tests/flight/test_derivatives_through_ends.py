"""Derivatives of the range through the ends, at fixed steps and through the adaptive lanes."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Vector3
from boostglide.flight import ConstantAngle, FlightState, Ground, PhaseMotion, SpeedBelow, World
from boostglide.solve import Settings, solve_fixed_step
from boostglide.solve.lanes import fly_queue
from boostglide.vehicle import GlideAerodynamics
from tests.flight.test_entry import Exponential, PointMass


def _two(*values):
    return jnp.asarray(values, dtype=float)


START = FlightState(
    Vector3(_two(6428137.0, 6428137.0), _two(0, 0), _two(0, 0)),
    Vector3(_two(0, -50), _two(5000, 5500), _two(0, 0)),
)


def _motion(factor):
    return PhaseMotion(
        World(PointMass(_two(3.986e14, 3.986e14)), Exponential(_two(7000, 7200)), _two(0, 0)),
        GlideAerodynamics(_two(2.0, 2.5) * factor, _two(5000, 5000), polar=False),
        ConstantAngle(_two(1, 1), _two(1, 1), _two(0, 0)),
        (Ground(_two(20e3, 20e3)), SpeedBelow(_two(1500, 1500))),
    )


def _fixed(factor):
    return solve_fixed_step(_motion(factor), jnp.zeros(2), START, jnp.asarray(2.0))


def _lanes(factor):
    return fly_queue(_motion(factor), jnp.zeros(2), START, jnp.int32(2), Settings(tolerance=1e-10, lanes=2))


@pytest.mark.parametrize("solve", [_fixed, _lanes])
def test_range_by_lift_to_drag_ratio(solve):
    def ground_range(factor):
        position = solve(factor).state.position
        return 6371e3 * jnp.arctan2(position.y, position.x)

    both = jax.jit(lambda factor: jax.jvp(ground_range, (factor,), (jnp.ones(()),)))
    slope = both(jnp.asarray(1.0))[1]
    difference = (both(jnp.asarray(1.0001))[0] - both(jnp.asarray(0.9999))[0]) / 2e-4
    np.testing.assert_allclose(np.asarray(slope), np.asarray(difference), rtol=1e-6)
