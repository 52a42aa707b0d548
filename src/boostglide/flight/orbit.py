"""Osculating orbit of a point of flight."""

import jax.numpy as jnp

from boostglide.core import Scalar, Vector3
from boostglide.flight.state import FlightPoint
from boostglide.planet import fixed_to_inertial_velocity


def inertial_velocity(point: FlightPoint) -> Vector3:
    """Velocity relative to axes that do not turn [m/s], in the directions of the Earth-fixed ones now.

    Parameters
    ----------
    point
        Where the body is.
    """
    return fixed_to_inertial_velocity(point.position, point.velocity, point.world.rotation_rate)


def inertial_speed(point: FlightPoint) -> Scalar:
    """Size of the inertial velocity [m/s].

    Parameters
    ----------
    point
        Where the body is.
    """
    return inertial_velocity(point).norm()


def apsis_altitudes(point: FlightPoint) -> tuple[Scalar, Scalar]:
    """Altitudes of perigee and apogee of the Kepler orbit through a point, above the equatorial radius.

    Zonal harmonics are left out: in a low orbit they shift an apsis by up to some 10 km. Without a bound
    orbit the apogee is infinite.

    Parameters
    ----------
    point
        Where the body is.

    Returns
    -------
    Perigee and apogee altitude [m].

    References
    ----------
    curtis2020, equations 2.60 (energy), 2.48 (angular momentum), 2.50 (apses).
    """
    gravity = point.world.gravity
    parameter = gravity.gravitational_parameter
    velocity = inertial_velocity(point)
    momentum = point.position.cross(velocity)
    semilatus = momentum.dot(momentum) / parameter
    energy = 0.5 * velocity.dot(velocity) - parameter / point.radius
    eccentricity = jnp.sqrt(jnp.maximum(1 + 2 * energy * semilatus / parameter, 1e-16))
    apogee = jnp.where(
        eccentricity < 1, semilatus / jnp.where(eccentricity < 1, 1 - eccentricity, 1.0), jnp.inf
    )
    perigee = semilatus / (1 + eccentricity)
    return perigee - gravity.equatorial_radius, apogee - gravity.equatorial_radius
