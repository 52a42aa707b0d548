"""How far a sensor on the ground sees, and how high a point must be to be seen."""

import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.planet import MEAN_RADIUS
from boostglide.sensing.checks import checked
from boostglide.sensing.refraction import FOUR_THIRDS, AbstractRefraction

STEEPEST = 0.5 * jnp.pi


def horizon_range(
    altitude: Scalar | float,
    mask: Scalar | float = 0.0,
    refraction: AbstractRefraction = FOUR_THIRDS,
    sensor_altitude: Scalar | float = 0.0,
) -> Scalar:
    """Ground range at which a point at an altitude rises above the mask of a sensor.

    Valid on the sphere of mean radius 6371008.8 m; terrain is left out.

    Parameters
    ----------
    altitude
        Altitude of the point [m], at least 0.
    mask
        Least elevation at which the sensor sees [rad], 0 to pi/2.
    refraction
        Model of the rays; by default an Earth of 4/3 its radius, see the warning in `EffectiveRadius`.
    sensor_altitude
        Altitude of the sensor [m], at least 0.

    Returns
    -------
    Scalar
        Ground range [m]; zero for a point below the sensor.

    Raises
    ------
    ValueError
        If an argument is out of range.

    References
    ----------
    itu-p834, skolnik2001
    """
    height = checked("altitude", altitude, 0.0)
    least = checked("mask", mask, 0.0, float(STEEPEST))
    base = checked("sensor_altitude", sensor_altitude, 0.0)
    return MEAN_RADIUS * refraction.central_angle(least, base, height)


def minimum_visible_altitude(
    ground_range: Scalar | float,
    mask: Scalar | float = 0.0,
    refraction: AbstractRefraction = FOUR_THIRDS,
    sensor_altitude: Scalar | float = 0.0,
) -> Scalar:
    """Least altitude at which a sensor sees a point at a ground range; the inverse of `horizon_range`.

    Parameters
    ----------
    ground_range
        Distance over the ground [m], at least 0.
    mask
        Least elevation at which the sensor sees [rad], 0 to pi/2.
    refraction
        Model of the rays; by default an Earth of 4/3 its radius.
    sensor_altitude
        Altitude of the sensor [m], at least 0.

    Returns
    -------
    Scalar
        Altitude [m]; infinite where no altitude is high enough.

    Raises
    ------
    ValueError
        If an argument is out of range.

    References
    ----------
    itu-p834, skolnik2001
    """
    distance = checked("ground_range", ground_range, 0.0)
    least = checked("mask", mask, 0.0, float(STEEPEST))
    base = checked("sensor_altitude", sensor_altitude, 0.0)
    return refraction.altitude_on_ray(distance / MEAN_RADIUS, least, base)
