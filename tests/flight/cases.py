"""Flights that the tests share: few structures, so that few programs are compiled, with numbers that vary."""

import numpy as np

from boostglide.core import Outcome
from boostglide.flight import (
    ConstantAngle,
    EquilibriumGlide,
    Flight,
    Ground,
    Limits,
    Phase,
    SpeedBelow,
    World,
    start_state,
)
from boostglide.planet import StandardAtmosphere1976, ZonalGravity
from boostglide.solve import Settings
from boostglide.vehicle import GlideAerodynamics

COUNT = 64
TIGHT = Settings(tolerance=1e-11)
# Points of paths: the shares of a flight of both phases that is traced at 192 points.
BALLISTIC_POINTS, GLIDE_POINTS = 48, 144


def column(value):
    """A number for every member."""
    return np.array(np.broadcast_to(np.asarray(value, float), COUNT))


def world(density_factor=1.0, rotation_rate=0.0):
    """Central gravity and standard air."""
    air = StandardAtmosphere1976(column(density_factor))
    return World(ZonalGravity.central(), air, column(rotation_rate))


def body(lift_to_drag=2.5, ballistic_coefficient=5000.0):
    """A body with a parabolic polar."""
    return GlideAerodynamics(column(lift_to_drag), column(ballistic_coefficient))


def limits(ground=0.0, skip_out=150e3, longest_time=20e3, ceiling=1e8):
    """Limits that differ from member to member."""
    return Limits(column(ground), column(skip_out), column(longest_time), column(ceiling))


def falling(ground=0.0, lift_fraction=0.0, bank=0.0):
    """A phase at constant angle of attack down to the ground."""
    command = ConstantAngle.at_bank(column(lift_fraction), column(bank))
    return Phase("fall", command, Ground(column(ground), Outcome.COMPLETED), may_leave_atmosphere=True)


def gliding(end_speed=2000.0, damping=0.7, bank=0.0, lift_fraction=1.0):
    """A phase of equilibrium glide down to a speed."""
    command = EquilibriumGlide.at_bank(
        column(damping), column(bank), column(lift_fraction), scale_height=column(7000.0)
    )
    return Phase("glide", command, SpeedBelow(column(end_speed)))


def flight(*phases, over=None, aerodynamics=None, within=None):
    """A flight of these phases."""
    return Flight(over or world(), aerodynamics or body(), phases, within or limits())


def start(
    altitude=80e3,
    latitude=0.0,
    longitude=0.0,
    speed=6000.0,
    flight_path_angle=0.0,
    heading=np.pi / 2,
    **frame,
):
    """First states of all members."""
    place = dict(altitude=column(altitude), latitude=column(latitude), longitude=column(longitude))
    frame.setdefault("rotation_rate", 0.0)
    return start_state(
        **place,
        speed=column(speed),
        flight_path_angle=column(flight_path_angle),
        heading=column(heading),
        **frame,
    )


def rows(vector):
    """A `Vector3` of arrays as one array whose last axis is x, y, z."""
    return np.stack([np.asarray(each) for each in vector], axis=-1)
