"""States of a gas ahead of a shock and behind it, as plain data with units in the names."""

import dataclasses
from collections.abc import Sequence
from typing import Any

import jax.numpy as jnp
import numpy as np

from boostglide.core import AVOGADRO, BOLTZMANN, GAS_CONSTANT, Float
from boostglide.gas import (
    EquilibriumMixture,
    FrozenAir,
    SpeciesThermodynamics,
    equilibrium_composition,
    shocked,
)
from boostglide.scenario import GasInput

REFERENCE_TEMPERATURE = 298.15


def plain_state(
    thermodynamics: SpeciesThermodynamics,
    mole_fractions: Sequence[float] | Float,
    pressure: float,
    temperatures: tuple[float, float],
    speed: float,
    count: int,
) -> dict[str, Any]:
    """A state of a gas with one temperature or two.

    Parameters
    ----------
    thermodynamics
        Of its species.
    mole_fractions
        In the order of the species [-].
    pressure
        Pressure [Pa].
    temperatures
        That of translation and rotation, and that of vibration, electronic states and electrons [K].
    speed
        Speed relative to the shock [m/s].
    count
        Number of temperatures [-]: with 1 vibration takes part in sound, with 2 it does not.
    """
    hot, vibrational = temperatures
    shares = np.asarray(mole_fractions, float)
    masses = shares * np.asarray(thermodynamics.molar_mass)
    molar_mass = float(masses.sum())
    electrons = np.array([float(name == "e-") for name in thermodynamics.names])
    particles = pressure / (
        float(BOLTZMANN) * (hot * float(shares @ (1 - electrons)) + vibrational * float(shares @ electrons))
    )
    thermal = np.asarray(thermodynamics.thermal_heat_capacity)
    energy = _enthalpies(thermodynamics, hot, None if count == 1 else vibrational)
    capacity = np.asarray(thermodynamics.heat_capacity(jnp.asarray(hot))) if count == 1 else thermal
    heat, constant = float(masses @ capacity) / molar_mass, float(GAS_CONSTANT) / molar_mass
    density = particles * molar_mass / float(AVOGADRO)
    return {
        "pressure_pa": pressure,
        "temperature_k": hot,
        "vibrational_temperature_k": vibrational,
        "density_kg_m3": density,
        "speed_m_s": speed,
        "enthalpy_j_kg": float(masses @ energy) / molar_mass,
        "mach": speed / float(np.sqrt(heat / (heat - constant) * pressure / density)),
        "electron_density_m3": float(shares @ electrons) * particles,
        "mole_fractions": dict(zip(thermodynamics.names, shares.tolist(), strict=True)),
    }


def equilibrium_state(
    gas: GasInput, species: tuple[str, ...], thermodynamics: SpeciesThermodynamics
) -> dict[str, Any]:
    """The gas far behind a normal shock, in equilibrium among some species.

    Parameters
    ----------
    gas
        The stream ahead of the shock.
    species
        Names of the species that may form.
    thermodynamics
        Of these species.

    Raises
    ------
    ValueError
        If the gas would be hotter or denser than the models reach.
    """
    frozen = FrozenAir.of(gas.composition)
    mixture = EquilibriumMixture(frozen, tuple(gas.composition.items()), species)
    pressure, temperature = jnp.asarray(gas.pressure), jnp.asarray(gas.temperature)
    ahead = frozen.state_from_temperature(pressure=pressure, temperature=temperature)
    behind = shocked(dataclasses.replace(ahead, speed=jnp.asarray(gas.speed)), mixture)
    hot = float(behind.temperature)
    if not bool(behind.within):
        raise ValueError(
            "The gas in equilibrium behind this shock lies outside the range of the models, 200 to 20,000 K "
            f"and 1 Pa to 100 MPa: the search ended at {hot:,.0f} K and {float(behind.pressure):.3g} Pa; "
            "give another speed, pressure or number of species."
        )
    found = equilibrium_composition(gas.composition, hot, float(behind.pressure), species)
    shares = [found[name] for name in species]
    return plain_state(thermodynamics, shares, float(behind.pressure), (hot, hot), float(behind.speed), 1)


def _enthalpies(thermodynamics: SpeciesThermodynamics, hot: float, vibrational: float | None) -> np.ndarray:
    """Of each species at one temperature, or at two [J/kg]."""
    if vibrational is None:
        return np.asarray(thermodynamics.enthalpy(jnp.asarray(hot, dtype=float)))
    thermal = np.asarray(thermodynamics.thermal_heat_capacity) * (hot - REFERENCE_TEMPERATURE)
    vibronic = np.asarray(thermodynamics.vibronic_enthalpy(jnp.asarray(vibrational, dtype=float)))
    return np.asarray(thermodynamics.formation_enthalpy) + thermal + vibronic


def sound_speed(air: FrozenAir, temperature: float) -> float:
    """Speed of sound of a gas of fixed composition [m/s].

    Parameters
    ----------
    air
        The gas.
    temperature
        Its temperature [K].
    """
    state = air.state_from_temperature(
        pressure=jnp.asarray(1e3), temperature=jnp.asarray(temperature, dtype=float)
    )
    return float(state.sound_speed)
