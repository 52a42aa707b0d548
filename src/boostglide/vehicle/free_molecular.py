"""Pressure and shear where molecules meet the body one by one, and the bridge to the continuum."""

import math

import jax.numpy as jnp
from jax.scipy.special import erf

from boostglide.core import Scalar

_ROOT_PI = math.sqrt(math.pi)

CONTINUUM_KNUDSEN = 1e-3
"""Knudsen number below which the flow is taken as a continuum [-] (wilmoth1999)."""

FREE_MOLECULAR_KNUDSEN = 10.0
"""Knudsen number above which the flow is taken as free of collisions [-] (wilmoth1999)."""


def speed_ratio(mach: Scalar, heat_ratio: Scalar | float = 1.4) -> Scalar:
    """Speed over the most probable speed of the molecules.

    Parameters
    ----------
    mach
        Mach number [-].
    heat_ratio
        Ratio of specific heats [-].

    Returns
    -------
    Speed ratio [-].

    References
    ----------
    schaaf1958 (definition of the molecular speed ratio).
    """
    return mach * jnp.sqrt(jnp.asarray(0.5 * heat_ratio, dtype=float))


def free_molecular_coefficients(
    ratio: Scalar,
    inclination: Scalar,
    wall_temperature_ratio: Scalar | float,
    *,
    normal_accommodation: Scalar | float = 1.0,
    tangential_accommodation: Scalar | float = 1.0,
) -> tuple[Scalar, Scalar]:
    """Pressure and shear coefficient of a surface in a stream without collisions.

    With s the speed ratio times the sine of the angle to the stream, t the wall temperature over that of the
    stream, and a_n and a_t the accommodation of normal and tangential momentum,

        S^2 C_p = [(2 - a_n) s / sqrt(pi) + a_n sqrt(t) / 2] exp(-s^2)
                  + [(2 - a_n) (s^2 + 1/2) + a_n sqrt(pi t) s / 2] (1 + erf s),
        S C_t   = a_t cos / sqrt(pi) [exp(-s^2) + sqrt(pi) s (1 + erf s)].

    Exact for a gas in equilibrium and the reflection that the accommodation describes: 1 is diffuse, 0 is
    mirror-like. The pressure is the whole one, not that above the stream. Engineering surfaces in orbit are
    near diffuse; both coefficients are uncertain by some hundredths.

    Parameters
    ----------
    ratio
        Speed ratio of the molecules [-], above 0.
    inclination
        Sine of the angle between surface and stream [-], positive to windward.
    wall_temperature_ratio
        Temperature of the wall over that of the stream [-].
    normal_accommodation, tangential_accommodation
        Accommodation of the momentum across and along the surface [-], from 0 to 1.

    Returns
    -------
    Pressure and shear over the dynamic pressure [-].

    References
    ----------
    schaaf1958 (equations for pressure and shear on an element); bird1994, section 7.4.
    """
    s = ratio * inclination
    bell, step = jnp.exp(-s * s), 1.0 + erf(s)
    reflected = (2.0 - normal_accommodation) / _ROOT_PI * s
    emitted = 0.5 * normal_accommodation * jnp.sqrt(jnp.asarray(wall_temperature_ratio, dtype=float))
    pressure = (reflected + emitted) * bell + (
        (2.0 - normal_accommodation) * (s * s + 0.5) + emitted * _ROOT_PI * s
    ) * step
    along = jnp.sqrt(jnp.maximum(1.0 - inclination * inclination, 0.0))
    shear = tangential_accommodation * along / _ROOT_PI * (bell + _ROOT_PI * s * step)
    return pressure / (ratio * ratio), shear / ratio


def rarefaction_share(knudsen: Scalar) -> Scalar:
    """Share of the free-molecular coefficient at a Knudsen number: a sine-squared bridge in its logarithm.

    A coefficient is C = C_continuum + (C_free - C_continuum) w with w = sin^2(pi (3/8 + log10(Kn) / 8)), from
    0 at Kn = 0.001 to 1 at Kn = 10; the phase follows from that range. The publication finds it a reasonably
    good description of the axial and normal force of a blunt 60 deg sphere-cone against simulations of
    molecules; for slender bodies it has not been fitted. The Knudsen number is that of the undisturbed stream
    on the greatest diameter.

    Parameters
    ----------
    knudsen
        Mean free path over the reference length [-].

    Returns
    -------
    Share [-], from 0 to 1.

    References
    ----------
    wilmoth1999 (sine-squared bridge for the Stardust capsule, Kn from 0.001 to 10).
    """
    logarithm = jnp.log10(jnp.clip(knudsen, CONTINUUM_KNUDSEN, FREE_MOLECULAR_KNUDSEN))
    return jnp.sin(math.pi * (0.375 + 0.125 * logarithm)) ** 2
