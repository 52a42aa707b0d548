"""Pressure on a surface from its angle to the stream alone: Newtonian, tangent-cone and lee side."""

import jax.numpy as jnp

from boostglide.core import Scalar

HEAT_RATIO = 1.4
"""Ratio of specific heats of undissociated air [-]."""

BASE_PRESSURE_FACTOR = -1.0
"""Pressure coefficient of a base times Mach number squared [-] (gentry1973)."""

_LEAST_SIMILARITY = 1e-6


def stagnation_pressure_coefficient(mach: Scalar, heat_ratio: Scalar | float = HEAT_RATIO) -> Scalar:
    """Pressure coefficient where the stream comes to rest behind a normal shock.

    Valid for Mach numbers of 1 and more; below, the value at Mach 1 is held. It tends to 1.839 at a heat
    ratio of 1.4 and to 2 at a heat ratio of 1, which is nearer to dissociated air.

    Parameters
    ----------
    mach
        Mach number [-].
    heat_ratio
        Ratio of specific heats [-], above 1.

    Returns
    -------
    Pressure coefficient [-].

    References
    ----------
    naca1135, equation 100 (Rayleigh's pitot formula).
    """
    g = heat_ratio
    square = jnp.maximum(mach, 1.0) ** 2
    twice = 2.0 * g * square - (g - 1.0)
    ratio = ((g + 1.0) ** 2 * square / (2.0 * twice)) ** (g / (g - 1.0)) * twice / (g + 1.0)
    return (ratio - 1.0) * 2.0 / (g * square)


def newtonian_pressure_coefficient(inclination: Scalar, greatest: Scalar | float = 2.0) -> Scalar:
    """Pressure coefficient after Newton: as the square of the sine of the angle to the stream.

    With a greatest value of 2 it is the classical theory, exact where the Mach number is unlimited and the
    heat ratio 1; with that of the stagnation point it is the modified theory of Lees. The modified form is
    meant for blunt bodies above about Mach 5: within a few percent near the nose, too low by 13 to 25 % on
    cones above Mach 5 and too low near the shoulder of a large-angle cone, where it misses that the pressure
    hardly falls before the sonic line.

    Parameters
    ----------
    inclination
        Sine of the angle between surface and stream [-], positive to windward.
    greatest
        Pressure coefficient of a surface across the stream [-].

    Returns
    -------
    Pressure coefficient [-], zero to leeward.

    References
    ----------
    lees1955 (modified theory); anderson2006, sections 3.2 and 3.3.
    """
    windward = jnp.maximum(inclination, 0.0)
    return greatest * windward * windward


def tangent_cone_pressure_coefficient(
    mach: Scalar, inclination: Scalar, heat_ratio: Scalar | float = HEAT_RATIO
) -> Scalar:
    """Pressure coefficient of the sharp cone whose flank has the angle of the surface.

    With K the Mach number times the sine of the angle, and g the heat ratio,

        C_p = sin^2 [1 + ((g+1) K^2 + 2) / ((g-1) K^2 + 2) ln((g+1)/2 + 1/K^2)],

    the hypersonic small-disturbance result with the sine in place of the angle. Against exact conical flow
    at a heat ratio of 1.4 and Mach numbers from 3 to 20 it is within 3 % for K above 1 and angles to 40 deg,
    within 1 % for K above 1.5 and angles to 30 deg, and up to 8 % too high for K near 0.25. It knows no
    detachment of the shock: on the 60 deg flank of the Stardust capsule the axial force becomes 5 to 6 % too
    high, where the modified Newtonian theory is 6 to 7 % too low.

    Parameters
    ----------
    mach
        Mach number [-], above about 3.
    inclination
        Sine of the angle between surface and stream [-]; zero is returned to leeward.
    heat_ratio
        Ratio of specific heats [-], above 1.

    Returns
    -------
    Pressure coefficient [-].

    References
    ----------
    rasmussen1967; anderson2006, chapter 4 (hypersonic small disturbances).
    """
    windward = jnp.maximum(inclination, 0.0)
    square = jnp.maximum(mach * windward, _LEAST_SIMILARITY) ** 2
    g = heat_ratio
    shape = ((g + 1.0) * square + 2.0) / ((g - 1.0) * square + 2.0)
    return windward * windward * (1.0 + shape * jnp.log(0.5 * (g + 1.0) + 1.0 / square))


def leeward_pressure_coefficient(
    mach: Scalar, inclination: Scalar, heat_ratio: Scalar | float = HEAT_RATIO
) -> Scalar:
    """Pressure coefficient of a surface that is turned away from the stream, and of a base.

    The stream expands round the edge as in two dimensions at high Mach number, where with K the Mach number
    times the sine of the angle

        p / p_1 = (1 - (g-1)/2 K)^(2g/(g-1)),

    but not below the pressure of a base, C_p = -1/M^2, which is 70 % of the way to vacuum at a heat ratio of
    1.4. The base pressure in flight differs from that by tens of percent; above Mach 5 its whole contribution
    to the drag coefficient is below 0.04.

    Parameters
    ----------
    mach
        Mach number [-], above about 2.
    inclination
        Sine of the angle between surface and stream [-]; zero is returned to windward.
    heat_ratio
        Ratio of specific heats [-], above 1.

    Returns
    -------
    Pressure coefficient [-], zero or negative.

    References
    ----------
    anderson2006, section 2.5 (expansion at high Mach number); gentry1973 (limit -1/M^2).
    """
    g = heat_ratio
    lee = jnp.maximum(-inclination, 0.0)
    left = jnp.maximum(1.0 - 0.5 * (g - 1.0) * mach * lee, 0.0)
    expanded = (left ** (2.0 * g / (g - 1.0)) - 1.0) * 2.0 / (g * mach * mach)
    return jnp.maximum(expanded, BASE_PRESSURE_FACTOR / (mach * mach))
