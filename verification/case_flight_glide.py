"""Equilibrium glide: the closed forms of eggers1958 against the integrated equations of motion.

Sphere at rest, standard air, lift-to-drag ratio 2.5. The closed form of the range leaves out the height given
up during the glide, so the flown range is 1.5 to 2.5 % longer.
"""

import numpy as np

from boostglide.core import Trajectory
from boostglide.flight import (
    EquilibriumGlide,
    Flight,
    Limits,
    Phase,
    SpeedBelow,
    World,
    equilibrium_glide_density,
    equilibrium_glide_range,
    fly,
    start_state,
    trace,
)
from boostglide.planet import StandardAtmosphere1976, ZonalGravity, standard_atmosphere
from boostglide.solve import Settings
from boostglide.vehicle import GlideAerodynamics
from verification.row import Row

COEFFICIENTS = np.array([2000.0, 5500.0, 15000.0])  # [kg/m^2]
START_SPEED, END_SPEED, LIFT_TO_DRAG = 6500.0, 2000.0, 2.5  # [m/s], [m/s], [-]
SETTINGS = Settings(tolerance=1e-10)
SOURCE = "eggers1958"


def compare() -> list[Row]:
    """Range, density and change of altitude with the ballistic coefficient."""
    path = _fly()
    expected = float(equilibrium_glide_range(START_SPEED, END_SPEED, LIFT_TO_DRAG))
    rows = [
        Row(
            f"glide range at a ballistic coefficient of {coefficient:g} kg/m^2",
            expected,
            float(path.ground_range[row, -1]),
            "m",
            0.025,
            f"{SOURCE}, equation 13",
        )
        for row, coefficient in enumerate(COEFFICIENTS)
    ]
    return rows + [_density(path, row) for row in range(3)]


def _density(path: Trajectory, row: int) -> Row:
    middle, coefficient = 4000.0, COEFFICIENTS[row]
    flown = float(np.exp(np.interp(-middle, -path.speed[row], np.log(path.density[row]))))
    expected = float(equilibrium_glide_density(middle, LIFT_TO_DRAG, coefficient))
    name = f"density at 4000 m/s, ballistic coefficient {coefficient:g} kg/m^2"
    return Row(name, expected, flown, "kg/m^3", 0.03, f"{SOURCE}, equation 9")


def _fly() -> Trajectory:
    same = np.ones(3)
    world = World(ZonalGravity.central(), StandardAtmosphere1976(same), 0 * same)
    command = EquilibriumGlide.at_bank(0.7 * same, 0 * same, same, 7000.0 * same)
    glide = Phase("glide", command, SpeedBelow(END_SPEED * same))
    aerodynamics = GlideAerodynamics(LIFT_TO_DRAG * same, COEFFICIENTS)
    flight = Flight(world, aerodynamics, (glide,), Limits(0 * same))
    density = np.asarray(equilibrium_glide_density(START_SPEED, LIFT_TO_DRAG, COEFFICIENTS))
    start = start_state(
        altitude=_balance(density),
        latitude=0 * same,
        longitude=0 * same,
        speed=START_SPEED * same,
        flight_path_angle=-2 * 7000.0 * 9.6 / (START_SPEED**2 * LIFT_TO_DRAG) * same,
        heading=0.5 * np.pi * same,
        rotation_rate=0.0,
    )
    return trace(flight, fly(flight, start, SETTINGS), 200, settings=SETTINGS)


def _balance(density: np.ndarray) -> np.ndarray:
    """Altitudes of standard air of a density [m]."""
    altitude = np.linspace(20e3, 85e3, 2000)
    return np.interp(-np.log(density), -np.log(np.asarray(standard_atmosphere(altitude).density)), altitude)
