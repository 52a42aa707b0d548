"""Ballistic arcs in vacuum over a sphere that does not turn: the exact comparison for any flight."""

from typing import NamedTuple

import jax.numpy as jnp

from boostglide.core import Float, Scalar
from boostglide.planet import MEAN_RADIUS, ZonalGravity

references = ("bate1971",)
GRAVITATIONAL_PARAMETER = ZonalGravity.central().gravitational_parameter


class BallisticArc(NamedTuple):
    """A ballistic arc between two points on the ground.

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


def ballistic_arc(speed: Scalar, flight_path_angle: Scalar) -> BallisticArc:
    """The ballistic arc from ground to ground that starts with a speed at an angle.

    Vacuum, spherical Earth of mean radius 6371008.8 m without rotation: real shots start higher (burn-out)
    and are slowed by air in the last half minute. Valid below the escape speed and above angle zero.

    Parameters
    ----------
    speed
        Speed at both ends [m/s].
    flight_path_angle
        Angle of departure above the horizontal [rad].

    Returns
    -------
    BallisticArc
        Apogee, time and ellipse.

    References
    ----------
    bate1971 (section 6.2, equations 6.2-4 to 6.2-21).
    """
    energy = speed**2 * MEAN_RADIUS / GRAVITATIONAL_PARAMETER
    axis = MEAN_RADIUS / (2 - energy)
    squared = 1 + energy * (energy - 2) * jnp.cos(flight_path_angle) ** 2
    eccentricity = jnp.sqrt(jnp.maximum(squared, 1e-16))
    start = jnp.arccos(jnp.clip((energy - 1) / eccentricity, -1.0, 1.0))
    swept = jnp.pi - start + eccentricity * jnp.sin(start)
    time = 2 * jnp.sqrt(axis**3 / GRAVITATIONAL_PARAMETER) * swept
    apogee = axis * (1 + eccentricity) - MEAN_RADIUS
    return BallisticArc(speed, flight_path_angle, apogee, time, axis, eccentricity)


def minimum_energy_arc(ground_range: Scalar) -> BallisticArc:
    """The ballistic arc of least energy over a distance on the ground; assumptions of `ballistic_arc`.

    Parameters
    ----------
    ground_range
        Distance on the ground [m], above 0 and below 20,000 km.

    Returns
    -------
    BallisticArc
        Speed, angle, apogee and time.

    References
    ----------
    bate1971 (equations 6.2-17 to 6.2-19).
    """
    half = 0.5 * ground_range / MEAN_RADIUS
    sine = jnp.sin(half)
    speed = jnp.sqrt(GRAVITATIONAL_PARAMETER / MEAN_RADIUS * 2 * sine / (1 + sine))
    return ballistic_arc(speed, 0.25 * (jnp.pi - 2 * half))


def lower_arc(speed: Scalar, ground_range: Scalar) -> BallisticArc:
    """The lower, faster of the two arcs with a speed over a distance; that of least energy out of its reach.

    Assumptions of `ballistic_arc`; an arc below some 10 degrees would in truth be flown in air.

    Parameters
    ----------
    speed
        Speed at the ground [m/s].
    ground_range
        Distance on the ground [m].

    Returns
    -------
    BallisticArc
        Speed, angle, apogee and time.

    References
    ----------
    bate1971 (equation 6.2-16, the free-flight range equation solved for the angle).
    """
    half = 0.5 * ground_range / MEAN_RADIUS
    least = minimum_energy_arc(ground_range)
    used = jnp.maximum(speed, least.speed)
    energy = used**2 * MEAN_RADIUS / GRAVITATIONAL_PARAMETER
    sine = jnp.clip((2 - energy) / energy * jnp.sin(half), -1.0, 1.0)
    return ballistic_arc(used, 0.5 * (jnp.arcsin(sine) - half))


def greatest_ballistic_range(speed: Scalar) -> Scalar:
    """Greatest distance on the ground that a speed at the ground reaches in vacuum [m].

    The inverse of `minimum_energy_arc`; a speed from the circular one (7.9 km/s) up reaches half the globe.

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
    """Points of an arc, evenly spaced in eccentric anomaly.

    Parameters
    ----------
    arc
        From `ballistic_arc` or one of its kin.
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
