"""Ballistic arcs in vacuum over a sphere that does not turn: the exact comparison for any flight."""

from typing import NamedTuple

import jax.numpy as jnp

from boostglide.core import Float, Scalar
from boostglide.planet import MEAN_RADIUS, ZonalGravity

references = ("battin1999", "bate1971")
GRAVITATIONAL_PARAMETER = ZonalGravity.central().gravitational_parameter


class BallisticArc(NamedTuple):
    """The arc of least energy between two points on the ground.

    Parameters
    ----------
    speed
        Speed at both ends [m/s].
    flight_path_angle
        Angle of departure above the horizontal [rad].
    apogee
        Greatest altitude [m].
    time
        Time of flight [s].
    semi_major_axis, eccentricity
        Of the ellipse [m], [-].
    """

    speed: Scalar
    flight_path_angle: Scalar
    apogee: Scalar
    time: Scalar
    semi_major_axis: Scalar
    eccentricity: Scalar


def minimum_energy_arc(ground_range: Scalar) -> BallisticArc:
    """The ballistic arc of least energy over a distance on the ground.

    Vacuum, spherical Earth of mean radius 6371008.8 m without rotation, both ends on the ground: real shots
    start higher (burn-out) and are slowed by air in the last half minute. Valid from 0 to 20,000 km.

    Parameters
    ----------
    ground_range
        Distance on the ground [m].

    Returns
    -------
    BallisticArc
        Speed, angle, apogee and time.

    References
    ----------
    bate1971 (equations 6.2-10 to 6.2-18), battin1999 (section 6.6, least-energy ellipse and its time).
    """
    half = 0.5 * ground_range / MEAN_RADIUS
    chord = 2 * MEAN_RADIUS * jnp.sin(half)
    semiperimeter = MEAN_RADIUS + 0.5 * chord
    axis = 0.5 * semiperimeter
    beta = 2 * jnp.arcsin(jnp.sqrt(jnp.maximum(1 - chord / semiperimeter, 0.0)))
    time = jnp.sqrt(axis**3 / GRAVITATIONAL_PARAMETER) * (jnp.pi - beta + jnp.sin(beta))
    speed = jnp.sqrt(GRAVITATIONAL_PARAMETER * (2 / MEAN_RADIUS - 1 / axis))
    angle = 0.25 * (jnp.pi - 2 * half)
    momentum = MEAN_RADIUS * speed * jnp.cos(angle)
    parameter = momentum**2 / GRAVITATIONAL_PARAMETER
    eccentricity = jnp.sqrt(jnp.maximum(1 - parameter / axis, 0.0))
    return BallisticArc(speed, angle, axis * (1 + eccentricity) - MEAN_RADIUS, time, axis, eccentricity)


def greatest_ballistic_range(speed: Scalar) -> Scalar:
    """Greatest distance on the ground that a speed at the ground reaches in vacuum [m].

    The inverse of `minimum_energy_arc`; a speed at or above the circular one (7.9 km/s) reaches half the globe.

    Parameters
    ----------
    speed
        Speed [m/s].

    References
    ----------
    bate1971 (equation 6.2-19).
    """
    energy = jnp.clip(speed**2 * MEAN_RADIUS / GRAVITATIONAL_PARAMETER, 0.0, 1.0)
    return 2 * MEAN_RADIUS * jnp.arcsin(energy / (2 - energy))


class ArcPoints(NamedTuple):
    """Points of an arc: time [s], altitude [m], central angle to its end [rad] and speed [m/s]."""

    time: Float
    altitude: Float
    angle_to_end: Float
    speed: Float


def arc_points(arc: BallisticArc, ground_range: Scalar, count: int = 200) -> ArcPoints:
    """Points of an arc of least energy, evenly spaced in eccentric anomaly.

    Parameters
    ----------
    arc
        From `minimum_energy_arc`.
    ground_range
        Its distance on the ground [m].
    count
        How many points [-].

    References
    ----------
    bate1971 (section 4.2, Kepler's equation).
    """
    axis, eccentricity = arc.semi_major_axis, arc.eccentricity
    start = jnp.arccos(jnp.clip((1 - MEAN_RADIUS / axis) / eccentricity, -1.0, 1.0))
    anomaly = jnp.linspace(start, 2 * jnp.pi - start, count)
    rate = jnp.sqrt(GRAVITATIONAL_PARAMETER / axis**3)
    since = (anomaly - eccentricity * jnp.sin(anomaly)) / rate
    radius = axis * (1 - eccentricity * jnp.cos(anomaly))
    around = jnp.sqrt(1 - eccentricity**2) * jnp.sin(anomaly)
    true_anomaly = jnp.arctan2(around, jnp.cos(anomaly) - eccentricity) % (2 * jnp.pi)
    half = 0.5 * ground_range / MEAN_RADIUS
    speed = jnp.sqrt(GRAVITATIONAL_PARAMETER * (2 / radius - 1 / axis))
    return ArcPoints(since - since[0], radius - MEAN_RADIUS, jnp.pi + half - true_anomaly, speed)
