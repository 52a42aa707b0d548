"""A sensor on the ground and the direction in which it looks."""

from typing import NamedTuple

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Scalar, Vector3
from boostglide.planet import geodetic_to_fixed, local_axes
from boostglide.sensing.checks import checked


def _as_scalar(value: object) -> Scalar:
    return jnp.asarray(value, dtype=float)


class Sensor(eqx.Module):
    """A sensor that turns with the Earth.

    Parameters
    ----------
    latitude, longitude
        Geodetic latitude and longitude on WGS84 [rad].
    altitude
        Altitude above the ellipsoid [m].
    name
        Name for people.

    Raises
    ------
    ValueError
        If the latitude leaves -pi/2 to pi/2.
    """

    latitude: Scalar = eqx.field(converter=_as_scalar)
    longitude: Scalar = eqx.field(converter=_as_scalar)
    altitude: Scalar = eqx.field(default=0.0, converter=_as_scalar)
    name: str = eqx.field(static=True, default="sensor")

    def __check_init__(self) -> None:
        if eqx.is_array(self.latitude):
            checked("latitude", self.latitude, -0.5 * jnp.pi, 0.5 * jnp.pi)


class LookAngles(NamedTuple):
    """Where a sensor sees a point, along the straight line.

    Parameters
    ----------
    elevation
        Angle above the plane normal to the ellipsoid [rad].
    azimuth
        Direction clockwise from north [rad], -pi to pi.
    slant_range
        Distance along the straight line [m].
    """

    elevation: Scalar
    azimuth: Scalar
    slant_range: Scalar


def elevation_and_range(sensor: Sensor, position: Vector3) -> LookAngles:
    """Elevation, azimuth and slant range of an Earth-fixed position, without refraction.

    Exact on the ellipsoid. A point within 1 m of the sensor counts as overhead.

    Parameters
    ----------
    sensor
        Where the sensor stands.
    position
        Earth-fixed position [m]; arrays of one shape are allowed.

    Returns
    -------
    LookAngles
        Elevation [rad], azimuth [rad] and slant range [m].
    """
    line = position - geodetic_to_fixed(sensor.latitude, sensor.longitude, sensor.altitude)
    axes = local_axes(sensor.latitude, sensor.longitude)
    east, north, up = line.dot(axes.east), line.dot(axes.north), line.dot(axes.up)
    level, reach = jnp.sqrt(east**2 + north**2), line.norm()
    elevation = jnp.where(reach < 1.0, 0.5 * jnp.pi, jnp.arctan2(up, level))
    return LookAngles(elevation, jnp.arctan2(east, north), reach)
