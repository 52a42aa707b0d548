"""The benchmark glide: 80 km, 6500 m/s, lift over drag 2.6, down to 20 km or 1000 m/s, with its heat load."""

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import Scalar, Vector3
from boostglide.flight import (
    AbstractQuadrature,
    ConstantAngle,
    FlightPoint,
    FlightState,
    Ground,
    PhaseMotion,
    SpeedBelow,
    World,
)
from boostglide.planet import EARTH_ROTATION_RATE, WGS84, StandardAtmosphere1976, ZonalGravity
from boostglide.vehicle import HingeSum, TabulatedAerodynamics

MASS, AREA, LIFT, DRAG, NOSE_RADIUS = 1000.0, 0.5, 0.42, 0.16, 0.1  # [kg], [m^2], [-], [-], [m]
MACH = (0.0, 1.0, 3.0, 5.0, 8.0, 12.0, 18.0, 25.0)
LIFT_FACTOR = (0.80, 1.10, 1.10, 1.05, 1.02, 1.00, 0.99, 0.98)
DRAG_FACTOR = (0.60, 1.60, 1.25, 1.10, 1.04, 1.00, 0.99, 0.985)
START_ALTITUDE, START_SPEED = 80e3, 6500.0  # [m], [m/s]
END_ALTITUDE, END_SPEED = 20e3, 1000.0  # [m], [m/s]
HEATING_CONSTANT = 1.7415e-4  # [kg^0.5/m] Sutton and Graves, air
RANGE_RADIUS = 6371e3  # [m] sphere on which the ground range of this case is measured


class StagnationHeat(AbstractQuadrature):
    """Heat load of the nose by Sutton and Graves [J/m^2]."""

    scale: float = eqx.field(static=True, default=1e8)

    def rate(self, point: FlightPoint) -> Scalar:
        """Heat flux [W/m^2]."""
        return HEATING_CONSTANT * jnp.sqrt(point.air.density / NOSE_RADIUS) * point.speed**3


def members(count: int, seed: int = 1) -> np.ndarray:
    """The first members of the ensemble; a shorter one is the beginning of a longer one."""
    return members_of(np.random.default_rng(seed), count)


def members_of(draws: np.random.Generator, count: int) -> np.ndarray:
    """The next members: lift and drag area over mass [m^2/kg], density factor [-], flight-path angle [rad].

    Uniform spreads, plus or minus: mass 5 %, lift and drag 10 % each, density 20 %, angle 0.3 degrees;
    shape (count, 4).
    """
    u = draws.uniform(-1, 1, (count, 5))
    area = AREA / (MASS * (1 + 0.05 * u[:, 0]))
    lift, drag = area * LIFT * (1 + 0.1 * u[:, 1]), area * DRAG * (1 + 0.1 * u[:, 2])
    return np.stack([lift, drag, 1 + 0.2 * u[:, 3], np.deg2rad(0.3 * u[:, 4])], axis=1)


def motion(member: np.ndarray) -> PhaseMotion:
    """The initial value problem of the members."""
    return motion_of(member[:, 0], member[:, 1], member[:, 2])


def motion_of(lift, drag, density) -> PhaseMotion:
    """The initial value problem for lift and drag area over mass [m^2/kg] and density factor [-]."""
    world = World(ZonalGravity(), StandardAtmosphere1976(density), EARTH_ROTATION_RATE)
    tables = [HingeSum.from_table(MACH, factor) for factor in (LIFT_FACTOR, DRAG_FACTOR)]
    aerodynamics = TabulatedAerodynamics(*tables, drag, polar=False)
    ends = (Ground(END_ALTITUDE), SpeedBelow(END_SPEED))
    return PhaseMotion(world, aerodynamics, ConstantAngle(lift / drag, 1.0, 0.0), ends, (StagnationHeat(),))


def start(member: np.ndarray) -> FlightState:
    """Over the equator at longitude zero, flying east."""
    zero = np.zeros(len(member))
    return FlightState(
        Vector3(zero + WGS84.equatorial_radius + START_ALTITUDE, zero, zero),
        Vector3(START_SPEED * np.sin(member[:, 3]), START_SPEED * np.cos(member[:, 3]), zero),
        (zero,),
    )


def ground_range(state: FlightState) -> np.ndarray:
    """Great-circle distance from the start on the sphere of this case [m]."""
    position = state.position
    angle = np.arctan2(np.hypot(position.y, position.z), position.x)
    return RANGE_RADIUS * (angle % (2 * np.pi))
