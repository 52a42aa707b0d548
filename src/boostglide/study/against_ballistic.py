"""A flight beside the ballistic shots it is compared with: same range, or same burn-out speed."""

import jax
import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.flight import arc_points, greatest_ballistic_range, minimum_energy_arc
from boostglide.planet import StandardAtmosphere1976
from boostglide.sensing import FOUR_THIRDS
from boostglide.study.path_measures import TNT as TNT

AIR_FREE = 1e-3
"""Drag over weight below which a ballistic body counts as free of air [-]."""

ASSUMPTIONS = (
    "The ballistic comparison is the arc of least energy in vacuum over a sphere that does not turn, from "
    "ground to ground; depressed shots are faster and lower, lofted ones slower and higher.",
    "The ascent of both is left out; pull-up and glide are flown.",
    "Radar: at the end point, zero elevation mask, no terrain, an Earth of 4/3 its radius for refraction, "
    "which sees high bodies somewhat too early.",
)


def against_ballistic(
    measures: dict[str, Scalar], burnout_speed: Scalar, ballistic_coefficient: Scalar
) -> dict[str, Scalar]:
    """Ratios of a flight to ballistic shots.

    Parameters
    ----------
    measures
        From `basic_measures`, with `warning_time` [s].
    burnout_speed
        Speed at burn-out [m/s].
    ballistic_coefficient
        Mass over drag area of the ballistic body [kg/m^2].

    Returns
    -------
    dict of Scalar
        Ratios [-] by name.
    """
    distance = measures["ground_range"]
    arc = minimum_energy_arc(distance)
    points = arc_points(arc, distance)
    elevation = jax.vmap(lambda angle, height: FOUR_THIRDS.apparent_elevation(angle, 0.0 * height, height))(
        jnp.maximum(points.angle_to_end, 1e-9), points.altitude
    )
    seen = jnp.sum(jnp.diff(points.time) * (elevation[:-1] > 0))
    density = jax.vmap(StandardAtmosphere1976())(jnp.clip(points.altitude, 0.0, 1000e3)).density
    drag = 0.5 * density * points.speed**2 / ballistic_coefficient / 9.80665
    free = jnp.sum(jnp.diff(points.time) * (drag[:-1] < AIR_FREE)) / points.time[-1]
    same_speed = greatest_ballistic_range(burnout_speed)
    ballistic_speed = same_speed / minimum_energy_arc(same_speed).time
    return {
        "time_ratio_same_range": measures["flight_time"] / arc.time,
        "altitude_ratio_same_range": measures["apogee"] / arc.apogee,
        "warning_ratio_same_range": measures["warning_time"] / jnp.maximum(seen, 1.0),
        "speed_ratio_same_burnout": measures["mean_ground_speed"] / ballistic_speed,
        "unpowered_aerodynamic_free_fraction_ballistic": free,
    }
