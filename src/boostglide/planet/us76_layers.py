"""The US Standard Atmosphere 1976 up to 86 km: seven layers, exact and without a branch."""

import functools
import math
from typing import NamedTuple

import jax.numpy as jnp

from boostglide.core import Scalar

EARTH_RADIUS, GRAVITY = 6356766.0, 9.80665
"""Radius [m] and sea-level gravity [m/s^2] of the report; they turn geometric into geopotential altitude."""

MOLAR_GAS_CONSTANT = 8314.32
"""Gas constant of the report [J/kmol/K]; the CODATA value would move its tables."""

MOLAR_MASS = 28.9644
"""Molar mass of air at sea level [kg/kmol]."""

SPECIFIC_GAS_CONSTANT = MOLAR_GAS_CONSTANT / MOLAR_MASS
"""Gas constant of air at sea level [J/kg/K]."""

SEA_LEVEL_TEMPERATURE, SEA_LEVEL_PRESSURE = 288.15, 101325.0
"""Temperature [K] and pressure [Pa] at altitude zero."""

LAYER_BASE = (0.0, 11e3, 20e3, 32e3, 47e3, 51e3, 71e3)
"""Geopotential altitude at which each layer begins [m], table 4; the first reaches below zero."""

LAPSE_RATE = (-6.5e-3, 0.0, 1e-3, 2.8e-3, 0.0, -2.8e-3, -2e-3)
"""Gradient of the molecular-scale temperature in each layer [K/m of geopotential altitude], table 4."""

JOIN = 86e3
"""Geometric altitude at which the layers end and the upper part begins [m]."""

# Fitted to table 8, altitude above 80 km in km; at 86 km it gives the report's 186.8673 K.
_DEFICIT = (7.98941024e-06, 6.06120199e-06, -1.71349301e-06, 1.34302401e-07)


class Layer(NamedTuple):
    """One layer: ln(density) = base + slope * H + twice_power * atanh((T - middle) / (T + middle)).

    T = intercept + lapse * H is the molecular-scale temperature at the geopotential altitude H, and
    2 atanh((T - middle) / (T + middle)) = ln(T / middle): a short series takes the place of the logarithm.

    Parameters
    ----------
    intercept
        Temperature of the layer's line at altitude zero [K].
    lapse
        Gradient of the temperature [K/m].
    base
        Logarithm of density over 1 kg/m^3 [-].
    slope
        Gradient of ln(density), where the temperature is constant [1/m].
    twice_power
        Twice the power of temperature in the density [-].
    middle
        Temperature halfway through the layer [K].
    """

    intercept: float
    lapse: float
    base: float
    slope: float
    twice_power: float
    middle: float


def geopotential_altitude(altitude):
    """Geopotential altitude [m] from geometric altitude [m]; us76, equation 18.

    Parameters
    ----------
    altitude
        Geometric altitude [m], above -6356 km.

    Returns
    -------
    Scalar
        Geopotential altitude [m].
    """
    return EARTH_RADIUS * altitude / (EARTH_RADIUS + altitude)


@functools.cache
def layer_table() -> tuple[Layer, ...]:
    """Each layer as formula, built from sea level upward; us76, equations 23, 33a and 33b."""
    kelvin, pressure, layers = SEA_LEVEL_TEMPERATURE, SEA_LEVEL_PRESSURE, []
    tops = (*LAYER_BASE[1:], geopotential_altitude(JOIN))
    for base, top, lapse in zip(LAYER_BASE, tops, LAPSE_RATE, strict=True):
        log_density = math.log(pressure / (SPECIFIC_GAS_CONSTANT * kelvin))
        warm, middle = kelvin + lapse * (top - base), kelvin + 0.5 * lapse * (top - base)
        power = -(1 + GRAVITY / (SPECIFIC_GAS_CONSTANT * lapse)) if lapse else 0.0
        slope = 0.0 if lapse else -GRAVITY / (SPECIFIC_GAS_CONSTANT * kelvin)
        offset = log_density - slope * base - power * math.log(kelvin / middle)
        layers.append(Layer(kelvin - lapse * base, lapse, offset, slope, 2 * power, middle))
        pressure *= (warm / kelvin) ** (power + 1) if lapse else math.exp(slope * (top - base))
        kelvin = warm
    return tuple(layers)


def layers(altitude: Scalar) -> tuple[Scalar, Scalar]:
    """Density and molecular-scale temperature in the layers.

    Parameters
    ----------
    altitude
        Geometric altitude [m], -5 km to 86 km.

    Returns
    -------
    tuple
        Logarithm of density over 1 kg/m^3 [-], molecular-scale temperature [K].
    """
    height, table = geopotential_altitude(altitude), layer_table()
    chosen = list(table[0])
    for boundary, layer in zip(LAYER_BASE[1:], table[1:], strict=True):
        chosen = [jnp.where(height >= boundary, b, a) for a, b in zip(chosen, layer, strict=True)]
    intercept, lapse, base, slope, twice_power, middle = chosen
    scale = intercept + lapse * height
    return base + slope * height + twice_power * _atanh((scale - middle) / (scale + middle)), scale


def molar_mass_ratio(altitude: Scalar) -> Scalar:
    """Molar mass of air over its sea-level value, within 2e-6 of table 8 of the report.

    Parameters
    ----------
    altitude
        Geometric altitude [m], up to 86 km.

    Returns
    -------
    Scalar
        Ratio [-], one up to 80 km.
    """
    x = jnp.maximum(altitude - 80e3, 0.0) * 1e-3
    a, b, c, d = _DEFICIT
    return 1 - x * x * (a + x * (b + x * (c + x * d)))


def _atanh(x: Scalar) -> Scalar:
    """Inverse hyperbolic tangent for |x| below 0.15, to the last digit; cheaper than a logarithm."""
    square = x * x
    total = jnp.full_like(x, 1 / 15)
    for n in (13, 11, 9, 7, 5, 3, 1):
        total = total * square + 1 / n
    return total * x
