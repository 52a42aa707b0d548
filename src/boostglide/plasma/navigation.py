"""How far an inertial navigator drifts while it has no signals."""

import math

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import STANDARD_GRAVITY, Scalar

EARTH_RADIUS = 6371008.8
SCHULER_RATE = math.sqrt(float(STANDARD_GRAVITY) / EARTH_RADIUS)
"""Angular rate of the Schuler oscillation at sea level [rad/s], period 84.4 minutes."""


class InertialDrift(eqx.Module):
    """Position error by two models of the same error source, side by side.

    Parameters
    ----------
    unaided
        Integrated twice with nothing to hold it back [m]: space, or any time short against 84 minutes.
    schuler
        Held back by gravity, whose direction the navigator derives from its own position [m]: horizontal
        errors near the ground.
    """

    unaided: Scalar
    schuler: Scalar


def inertial_drift(accelerometer_bias: Scalar, duration: Scalar) -> InertialDrift:
    """Position error from a constant accelerometer bias, started without error.

    Parameters
    ----------
    accelerometer_bias
        Constant error of the measured acceleration [m/s^2].
    duration
        Time without signals [s].

    Returns
    -------
    Errors b t^2 / 2 and b / w^2 (1 - cos w t) with the Schuler rate w. In the vertical gravity drives the
    error away instead of holding it back; neither formula holds there.

    References
    ----------
    titterton2004, chapter 12; groves2013, section 5.7. Both solve x'' + w^2 x = b from rest (w = 0 when
    unaided).
    """
    angle = SCHULER_RATE * duration
    bounded = accelerometer_bias / SCHULER_RATE**2 * 2.0 * jnp.sin(0.5 * angle) ** 2
    return InertialDrift(0.5 * accelerometer_bias * duration**2, bounded)


def gyro_drift(
    gyro_bias: Scalar, duration: Scalar, specific_force: float = float(STANDARD_GRAVITY)
) -> InertialDrift:
    """Horizontal position error from a constant drift of a horizontal gyroscope, started without error.

    Parameters
    ----------
    gyro_bias
        Constant error of the measured turn rate [rad/s].
    duration
        Time without signals [s].
    specific_force
        Specific force across which the tilt lies [m/s^2]: gravity for level flight at low speed; less in fast
        glide, where part of the weight is carried by the curved path. Used by the unaided model only.

    Returns
    -------
    Errors f e t^3 / 6 and R e (t - sin(w t) / w).

    References
    ----------
    titterton2004, chapter 12; groves2013, section 5.7. Both solve x'' + w^2 x = g e t from rest.
    """
    angle = SCHULER_RATE * duration
    bounded = EARTH_RADIUS * gyro_bias * (duration - jnp.sin(angle) / SCHULER_RATE)
    return InertialDrift(specific_force * gyro_bias * duration**3 / 6.0, bounded)


def bias_for_drift(position_error: Scalar, duration: Scalar) -> InertialDrift:
    """Accelerometer bias that alone makes a position error; the inverse of `inertial_drift`.

    Parameters
    ----------
    position_error
        Position error [m].
    duration
        Time without signals [s], above zero and below one Schuler period of 84.4 minutes.

    Returns
    -------
    Bias by the unaided and by the Schuler-bounded model [m/s^2].

    References
    ----------
    as `inertial_drift`
    """
    unit = inertial_drift(jnp.ones_like(duration), duration)
    return InertialDrift(position_error / unit.unaided, position_error / unit.schuler)


def gyro_bias_for_drift(position_error: Scalar, duration: Scalar) -> InertialDrift:
    """Gyroscope drift that alone makes a position error; the inverse of `gyro_drift`.

    Parameters
    ----------
    position_error
        Position error [m].
    duration
        Time without signals [s], above zero.

    Returns
    -------
    Drift by the unaided and by the Schuler-bounded model [rad/s].

    References
    ----------
    as `gyro_drift`
    """
    unit = gyro_drift(jnp.ones_like(duration), duration)
    return InertialDrift(position_error / unit.unaided, position_error / unit.schuler)
