"""Ballistic coefficient from a published drag force.

Source: Candler and Leyva 2022 (`candler2022`): a glider of 1,000 kg at 6 km/s and 1.015e-3 kg/m^3 has a drag
of 3,900 N, hence a ballistic coefficient of 4,680 kg/m^2; a body of that coefficient glides where the density
is 4.17e-4 kg/m^3 instead.
"""

import jax.numpy as jnp

from boostglide.core import Freestream
from boostglide.vehicle import GlideAerodynamics
from verification.row import Row

MASS = 1000.0
DENSITY = 1.015e-3
SPEED = 6000.0
SOUND_SPEED = 317.0
LIFT_TO_DRAG = 2.58
RADIUS_AT_GLIDE = 6371e3 + 57.1e3
GRAVITY_AT_GLIDE = 9.63


def compare() -> list[Row]:
    """Drag at the published state [N], and density of equilibrium glide [kg/m^3]."""
    body = GlideAerodynamics(jnp.asarray(LIFT_TO_DRAG), jnp.asarray(4680.0))
    stream = Freestream(*(jnp.asarray(value) for value in (DENSITY, 70.0, 250.0, SOUND_SPEED, SPEED)))
    lift, drag = (float(value) for value in body.accelerations(stream, jnp.asarray(1.0)))
    weight = GRAVITY_AT_GLIDE - SPEED**2 / RADIUS_AT_GLIDE
    return [
        Row("drag force of the glider", 3900.0, MASS * drag, "N", 5e-3, "candler2022"),
        Row("density of equilibrium glide", 4.17e-4, DENSITY * weight / lift, "kg/m^3", 0.05, "candler2022"),
    ]
