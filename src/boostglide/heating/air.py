"""Enthalpy of air at the wall, in closed form for the hot path."""

import jax.numpy as jnp

from boostglide.core import Scalar

GAS_CONSTANT_OF_AIR = 287.05287
"""Specific gas constant of dry air [J/kg/K], U.S. Standard Atmosphere 1976."""
HOTTEST_WALL = 4000.0
"""Wall temperature [K] up to which results count as inside the model."""
_ARGON = 0.0097
_OSCILLATORS = ((0.78084, 3390.0), (0.20946, 2270.0))


def undissociated_air_enthalpy(temperature: Scalar) -> Scalar:
    """Specific enthalpy of dry air that vibrates and does not dissociate, zero at 0 K.

    Mole fractions N2 0.78084, O2 0.20946, the rest counted as argon; rotation fully excited, each molecule a
    harmonic oscillator. Within 1.2 % of the NASA-9 polynomials up to 1500 K and 2 % up to 3000 K. Above
    about 2500 K dissociation makes true air hold more: at 3000 K and 0.1 atm 4.5 MJ/kg from 298 K, against
    3.2 MJ/kg here. `boostglide.gas.FrozenAir` is the tabulated counterpart.

    Parameters
    ----------
    temperature
        Temperature [K], above zero.

    Returns
    -------
    Scalar
        Enthalpy [J/kg].

    References
    ----------
    vincenti1965, us76
    """
    total = (3.5 - _ARGON) * temperature
    for share, theta in _OSCILLATORS:
        total = total + share * theta / jnp.expm1(theta / temperature)
    return GAS_CONSTANT_OF_AIR * total
