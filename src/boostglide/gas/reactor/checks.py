"""Checks at the door of the reactors."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from boostglide.core import GAS_CONSTANT
from boostglide.gas.kinetics.source import Kinetics
from boostglide.gas.thermodynamics import SpeciesThermodynamics

COLDEST, HOTTEST = 20.0, 20000.0
"""Temperatures [K] at which a gas may start."""

MARGIN = 1.01
"""Distance that is kept from the isothermal speed of sound [-]."""


def checked_fractions(kinetics: Kinetics, mole_fractions: Mapping[str, float]) -> np.ndarray:
    """Mole fractions in the order of the species.

    Parameters
    ----------
    kinetics
        Chemistry, whose species count.
    mole_fractions
        Amounts by species [-]; those not named are absent.

    Returns
    -------
    np.ndarray
        Mole fractions [-], of sum one.

    Raises
    ------
    ValueError
        If a species is not known, an amount is negative, or the sum is not positive.
    """
    unknown = [name for name in mole_fractions if name not in kinetics.names]
    if unknown:
        raise ValueError(
            f"Argument `mole_fractions` must name species of the mechanism ({', '.join(kinetics.names)}), "
            f"but names {', '.join(unknown)}."
        )
    amounts = np.array([float(mole_fractions.get(name, 0.0)) for name in kinetics.names])
    if not (np.all(np.isfinite(amounts)) and np.all(amounts >= 0.0) and amounts.sum() > 0.0):
        raise ValueError("Argument `mole_fractions` must hold amounts of at least 0, not all of them 0.")
    return amounts / amounts.sum()


def check_positive(**values: Any) -> None:
    """ValueError where a named number or array is not above zero and finite, in any unit."""
    for name, value in values.items():
        if not (np.all(np.isfinite(value)) and np.all(np.asarray(value) > 0.0)):
            raise ValueError(f"Argument `{name}` must be above 0, but is {np.min(value)}.")


def check_temperature(temperature: Any, hottest: float = HOTTEST) -> None:
    """ValueError where a starting temperature [K] is outside 20 K and the hottest, 20000 K unless given."""
    if not np.all((np.asarray(temperature) >= COLDEST) & (np.asarray(temperature) <= hottest)):
        outside = np.asarray(temperature).ravel()
        worst = outside[np.argmax(np.abs(np.nan_to_num(outside, nan=np.inf) - 1000.0))]
        raise ValueError(
            f"Argument `temperature` must be within {COLDEST:g} to {hottest:g} K, but is {worst} K."
        )


def check_stream(
    kinetics: Kinetics, pressure: Any, temperature: Any, speed: Any, fractions: np.ndarray
) -> None:
    """ValueError where no shock can be followed: pressure [Pa], temperature [K] and speed [m/s] ahead."""
    check_positive(pressure=pressure, speed=speed)
    check_temperature(temperature)
    least = weakest_shock_speed(kinetics.thermodynamics, fractions, temperature)
    if np.any(np.asarray(speed) <= least):
        slow = np.argmin(np.ravel(speed / least))
        raise ValueError(
            f"Argument `speed` must be above {np.ravel(least)[slow]:.1f} m/s, but is "
            f"{np.ravel(speed)[slow]:g} m/s: behind a weaker shock, if there is one, the gas is faster than "
            "the isothermal speed of sound, which this model does not cover, and nothing reacts."
        )


def weakest_shock_speed(
    thermodynamics: SpeciesThermodynamics, fractions: np.ndarray, temperature: Any
) -> np.ndarray:
    """Speed ahead of the weakest shock behind which a gas is slower than its isothermal speed of sound.

    Parameters
    ----------
    thermodynamics
        Of the species.
    fractions
        Mole fractions [-].
    temperature
        Temperature of the stream [K].

    Returns
    -------
    np.ndarray
        Speed [m/s], with vibration frozen, and a hundredth added.

    References
    ----------
    naca1135, Eq. 96: the Mach number behind the shock, set to one over the root of the heat capacity ratio.
    """
    mass = np.asarray(thermodynamics.molar_mass)
    capacity = np.asarray(thermodynamics.thermal_heat_capacity) * mass
    mean, molar = fractions @ capacity, fractions @ mass
    ratio = mean / (mean - float(GAS_CONSTANT))
    sound = np.sqrt(ratio * float(GAS_CONSTANT) * np.asarray(temperature, dtype=float) / molar)
    return MARGIN * sound * np.sqrt((3.0 * ratio - 1.0) / (ratio * (3.0 - ratio)))
