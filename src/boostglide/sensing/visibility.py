"""What a sensor sees of a flown path."""

import equinox as eqx
import jax
import jax.numpy as jnp

from boostglide.core import Scalar, Time, TimeFlag, Trajectory, Vector3
from boostglide.planet import MEAN_RADIUS
from boostglide.sensing.checks import checked
from boostglide.sensing.refraction import FOUR_THIRDS, AbstractRefraction
from boostglide.sensing.sensor import Sensor, elevation_and_range


class Visibility(eqx.Module):
    """A path as one sensor sees it.

    Parameters
    ----------
    time
        Time since the start of the path [s].
    elevation
        Elevation with refraction [rad].
    geometric_elevation
        Elevation of the straight line [rad].
    azimuth
        Direction clockwise from north [rad].
    slant_range
        Distance along the straight line [m].
    visible
        Whether the elevation with refraction reaches the mask [-].
    mask
        Least elevation at which the sensor sees [rad].
    assumptions
        One sentence for each choice that the numbers rest on.
    """

    time: Time
    elevation: Time
    geometric_elevation: Time
    azimuth: Time
    slant_range: Time
    visible: TimeFlag
    mask: Scalar
    assumptions: tuple[str, ...] = eqx.field(static=True, default=())


def refracted_elevation(
    elevation: Scalar, slant_range: Scalar, sensor_altitude: Scalar, refraction: AbstractRefraction
) -> Scalar:
    """Elevation that a sensor sees, from the straight line to a point.

    The line is drawn on a sphere of mean radius that touches the ellipsoid below the sensor; the sphere
    serves the refraction alone, so that without refraction the elevation is returned unchanged.

    Parameters
    ----------
    elevation
        Elevation of the straight line [rad].
    slant_range
        Length of the straight line [m], above 0.
    sensor_altitude
        Altitude of the sensor [m].
    refraction
        Model of the rays.

    Returns
    -------
    Scalar
        Elevation with refraction [rad].

    References
    ----------
    itu-p834
    """
    near = MEAN_RADIUS + sensor_altitude
    up, level = slant_range * jnp.sin(elevation), slant_range * jnp.cos(elevation)
    altitude = jnp.sqrt((near + up) ** 2 + level**2) - MEAN_RADIUS
    central_angle = jnp.arctan2(level, near + up)
    return refraction.apparent_elevation(central_angle, sensor_altitude, altitude)


def visibility_along(
    trajectory: Trajectory,
    sensor: Sensor,
    mask: Scalar | float = 0.0,
    refraction: AbstractRefraction = FOUR_THIRDS,
) -> Visibility:
    """Elevation and range of a path from one sensor, and when it is in view.

    Terrain, the size of the body and the power of the sensor are left out: a path in view is one that could
    be seen. For many sensors or paths, map this function with `equinox.filter_vmap`.

    Parameters
    ----------
    trajectory
        Path, flown or measured.
    sensor
        Where the sensor stands.
    mask
        Least elevation at which the sensor sees [rad], 0 to pi/2.
    refraction
        Model of the rays; by default an Earth of 4/3 its radius, which sees paths above some 20 km too early.

    Returns
    -------
    Visibility
        The path as the sensor sees it.

    Raises
    ------
    ValueError
        If the mask is out of range.

    References
    ----------
    itu-p834
    """
    return _visibility_along(trajectory, sensor, checked("mask", mask, 0.0, float(0.5 * jnp.pi)), refraction)


@eqx.filter_jit
def _visibility_along(
    trajectory: Trajectory, sensor: Sensor, mask: Scalar, refraction: AbstractRefraction
) -> Visibility:
    position = Vector3(*(trajectory.position[:, axis] for axis in range(3)))
    look = elevation_and_range(sensor, position)
    seen = jax.vmap(lambda angle, reach: refracted_elevation(angle, reach, sensor.altitude, refraction))
    elevation = seen(look.elevation, look.slant_range)
    assumptions = (
        refraction.assumption,
        "A path is in view when its elevation with refraction reaches the mask; terrain, radar cross-section "
        "and detection range are left out.",
    )
    return Visibility(
        trajectory.time, elevation, *look[:2], look.slant_range, elevation >= mask, mask, assumptions
    )
