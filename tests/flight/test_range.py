"""Points at which a model is used outside its range are marked along the path."""

import jax.numpy as jnp
import numpy as np

from boostglide.flight import (
    ConstantAngle,
    Flight,
    Ground,
    Limits,
    Phase,
    World,
    fly_dense,
    path_of,
    start_state,
)
from boostglide.planet import StandardAtmosphere1976, ZonalGravity
from boostglide.vehicle import TabulatedAerodynamics


def falling(mach):
    """A body with a drag table over two Mach numbers, falling from 60 km."""
    body = TabulatedAerodynamics.from_tables(mach, [0.0, 0.0], [1.0, 1.0], reference_area=1e-3, polar=False)
    world = World(ZonalGravity.central(), StandardAtmosphere1976(1.0), 0.0)
    command = ConstantAngle.at_bank(jnp.asarray(0.0), jnp.asarray(0.0))
    phases = (Phase("fall", command, Ground(0.0), may_leave_atmosphere=True),)
    return Flight(world, body, phases, Limits(-1e6))


START = {
    "altitude": 60e3,
    "latitude": 0.0,
    "longitude": 0.0,
    "speed": 3000.0,
    "flight_path_angle": -0.8,
    "heading": 0.0,
}


def test_points_beyond_the_table_are_marked():
    """From Mach 9 down through the lowest Mach number of the table."""
    path = path_of(fly_dense(falling([3.0, 20.0]), start_state(**START, rotation_rate=0.0)), lambda _: 400)
    felt = np.hypot(path.lift_acceleration, path.drag_acceleration) > 0.01
    np.testing.assert_array_equal(path.in_range < 0.5, felt & (path.mach < 3.0))
    assert 0 < np.mean(path.in_range) < 1


def test_a_wider_table_marks_nothing():
    wide = falling([0.0, 20.0])
    path = path_of(fly_dense(wide, start_state(**START, rotation_rate=0.0)), lambda _: 400)
    assert np.all(path.in_range == 1)
