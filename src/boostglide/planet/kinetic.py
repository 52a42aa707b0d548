"""Viscosity and mean free path of undisturbed air."""

import math

import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.planet.us76_layers import MOLAR_GAS_CONSTANT

_AVOGADRO = 6.022169e26
"""Molecules per kilomole in the report [1/kmol]."""

_COLLISION_DIAMETER = 3.65e-10
"""Mean effective collision diameter [m], us76, section 1.3.8."""


def dynamic_viscosity(temperature: Scalar) -> Scalar:
    """Dynamic viscosity of air by Sutherland's law.

    Valid for undissociated air from 100 K to 1900 K; the report uses it up to 86 km. At the temperatures of
    a shock layer ask the `gas` area.

    Parameters
    ----------
    temperature
        Kinetic temperature [K].

    Returns
    -------
    Scalar
        Dynamic viscosity [Pa s].

    References
    ----------
    us76, equation 51, with beta = 1.458e-6 kg/(s m K^0.5) and S = 110.4 K.
    """
    return 1.458e-6 * temperature * jnp.sqrt(temperature) / (temperature + 110.4)


def mean_free_path(pressure: Scalar, temperature: Scalar) -> Scalar:
    """Mean free path between the collisions of air molecules.

    The report's single collision diameter holds up to 86 km and is continued above, where the air is no
    longer the same mixture.

    Parameters
    ----------
    pressure
        Pressure [Pa].
    temperature
        Kinetic temperature [K].

    Returns
    -------
    Scalar
        Mean free path [m].

    References
    ----------
    us76, equation 46.
    """
    area = math.sqrt(2) * math.pi * _COLLISION_DIAMETER**2
    return (MOLAR_GAS_CONSTANT / (_AVOGADRO * area)) * temperature / pressure
