"""Equilibrium glide in closed form: how far, how fast, how high."""

import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.planet import MEAN_RADIUS, ZonalGravity

references = ("eggers1958", "sanger1944")
GRAVITATIONAL_PARAMETER = ZonalGravity.central().gravitational_parameter
GLIDE_RADIUS = MEAN_RADIUS + 45e3
"""Distance from the centre of the Earth at which the closed forms reckon: 45 km of altitude [m]."""


def equilibrium_glide_range(start_speed: Scalar, end_speed: Scalar, lift_to_drag: Scalar) -> Scalar:
    """Distance on the ground of an equilibrium glide between two speeds.

    Spherical Earth without rotation, small flight-path angle, constant lift-to-drag ratio; independent of the
    ballistic coefficient. Valid below the circular speed (7.88 km/s).

    Parameters
    ----------
    start_speed, end_speed
        Speeds [m/s].
    lift_to_drag
        Lift-to-drag ratio [-].

    Returns
    -------
    Scalar
        Distance [m].

    References
    ----------
    eggers1958 (equation 13); sanger1944.
    """
    circular = GRAVITATIONAL_PARAMETER / GLIDE_RADIUS
    ratio = (circular - end_speed**2) / (circular - start_speed**2)
    return 0.5 * MEAN_RADIUS * lift_to_drag * jnp.log(ratio)


def equilibrium_glide_speed(ground_range: Scalar, end_speed: Scalar, lift_to_drag: Scalar) -> Scalar:
    """Speed at which a glide of a given distance must start; the inverse of `equilibrium_glide_range`.

    Parameters
    ----------
    ground_range
        Distance on the ground [m].
    end_speed
        Speed at its end [m/s].
    lift_to_drag
        Lift-to-drag ratio [-].

    Returns
    -------
    Scalar
        Speed [m/s].

    References
    ----------
    eggers1958 (equation 13).
    """
    circular = GRAVITATIONAL_PARAMETER / GLIDE_RADIUS
    left = jnp.exp(-2 * ground_range / (MEAN_RADIUS * lift_to_drag))
    return jnp.sqrt(circular - (circular - end_speed**2) * left)


def equilibrium_glide_density(speed: Scalar, lift_to_drag: Scalar, ballistic_coefficient: Scalar) -> Scalar:
    """Density of the air in which a glide at a speed is in equilibrium.

    Parameters
    ----------
    speed
        Speed [m/s].
    lift_to_drag
        Lift-to-drag ratio [-].
    ballistic_coefficient
        Mass over drag area [kg/m^2].

    Returns
    -------
    Scalar
        Density [kg/m^3].

    References
    ----------
    eggers1958 (equation 9).
    """
    support = GRAVITATIONAL_PARAMETER / GLIDE_RADIUS**2 - speed**2 / GLIDE_RADIUS
    return 2 * ballistic_coefficient * support / (lift_to_drag * speed**2)
