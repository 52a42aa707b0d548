"""A flight beside the ballistic shots it is compared with: same range, or same burn-out speed."""

import jax
import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.flight import (
    BallisticArc,
    arc_points,
    greatest_ballistic_range,
    lower_arc,
    minimum_energy_arc,
)
from boostglide.planet import StandardAtmosphere1976
from boostglide.sensing import FOUR_THIRDS

AIR_FREE = 1e-3
"""Drag over weight below which a ballistic body counts as free of air [-]."""

ASSUMPTIONS = (
    "Ballistic comparisons are arcs in vacuum over a sphere that does not turn. Height, warning and mean "
    "speed are compared with the arc of least energy; flight time with the lower arc of a rocket of the same "
    "burn-out speed to the same range, or with the arc of least energy where that rocket falls short.",
    "Times count from the altitude of burn-out; the ascent of both is left out, pull-up and glide are flown.",
    "Radar: at the end point, zero elevation mask, no terrain, an Earth of 4/3 its radius for refraction, "
    "which sees high bodies somewhat too early.",
)


def against_ballistic(
    measures: dict[str, Scalar],
    burnout_speed: Scalar,
    burnout_altitude: Scalar,
    ballistic_coefficient: Scalar,
) -> dict[str, Scalar]:
    """Ratios of a flight to ballistic shots.

    Parameters
    ----------
    measures
        From `basic_measures`, with `warning_time` [s].
    burnout_speed
        Speed at burn-out [m/s].
    burnout_altitude
        Altitude of burn-out [m].
    ballistic_coefficient
        Mass over drag area of the ballistic body [kg/m^2].

    Returns
    -------
    dict of Scalar
        Ratios [-] by name.
    """
    distance = measures["ground_range"]
    least = minimum_energy_arc(distance)
    same_speed = greatest_ballistic_range(burnout_speed)
    ballistic_speed = same_speed / minimum_energy_arc(same_speed).time
    lower = lower_arc(burnout_speed, distance)
    return {
        "time_ratio_same_range": measures["flight_time"] / time_from(lower, distance, burnout_altitude),
        "time_ratio_least_energy": measures["flight_time"] / time_from(least, distance, burnout_altitude),
        "altitude_ratio_same_range": measures["apogee"] / least.apogee,
        "warning_ratio_same_range": measures["warning_time"] / radar_time(least, distance),
        "speed_ratio_same_burnout": measures["mean_ground_speed"] / ballistic_speed,
        "unpowered_aerodynamic_free_fraction_ballistic": air_free_share(
            least, distance, ballistic_coefficient
        ),
    }


def time_from(arc: BallisticArc, distance: Scalar, altitude: Scalar) -> Scalar:
    """Time of an arc from burn-out altitude on, scaled to the whole distance at its mean ground speed [s]."""
    points = arc_points(arc, distance)
    rising = points.time <= 0.5 * points.time[-1]
    height = jnp.where(rising, points.altitude, jnp.inf)
    time = jnp.interp(altitude, height, points.time)
    angle = jnp.interp(altitude, height, points.angle_to_end)
    return (points.time[-1] - time) * points.angle_to_end[0] / angle


def radar_time(arc: BallisticArc, distance: Scalar) -> Scalar:
    """Time for which a radar at the end of an arc has it in view, at least 1 s [s]."""
    points = arc_points(arc, distance)

    def elevation(angle: Scalar, altitude: Scalar) -> Scalar:
        return FOUR_THIRDS.apparent_elevation(angle, jnp.zeros_like(altitude), altitude)

    seen = jax.vmap(elevation)(jnp.maximum(points.angle_to_end, 1e-9), points.altitude) > 0
    return jnp.maximum(jnp.sum(jnp.diff(points.time) * seen[:-1].astype(float)), 1.0)


def air_free_share(arc: BallisticArc, distance: Scalar, ballistic_coefficient: Scalar) -> Scalar:
    """Share of the time of an arc in which drag is below a thousandth of the weight [-]."""
    points = arc_points(arc, distance)
    density = jax.vmap(StandardAtmosphere1976())(jnp.clip(points.altitude, 0.0, 1000e3)).density
    drag = 0.5 * density * points.speed**2 / ballistic_coefficient / 9.80665
    return jnp.sum(jnp.diff(points.time) * (drag[:-1] < AIR_FREE).astype(float)) / points.time[-1]
