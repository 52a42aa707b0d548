"""Electrons from traces of alkali metals, which ablating heat shields shed into the layer."""

import math

import jax
import jax.numpy as jnp

from boostglide.core import BOLTZMANN, ELECTRON_MASS, ELEMENTARY_CHARGE, Scalar
from boostglide.gas import GasState

PLANCK = 6.62607015e-34
SODIUM, POTASSIUM = 5.13908, 4.34066
"""Energies that free the outer electron of sodium and of potassium [eV]."""

ITERATIONS = 40


def saha_density(temperature: Scalar, ionisation_energy_ev: float = SODIUM) -> Scalar:
    """Product of ion and electron density over atom density in equilibrium, for an alkali metal.

    Parameters
    ----------
    temperature
        Temperature [K].
    ionisation_energy_ev
        Energy that frees the outer electron [eV].

    Returns
    -------
    Density [1/m^3]; atoms and ions are taken in their ground states (weights 2 and 1), which holds to some 5
    per cent below 5000 K.

    References
    ----------
    mitchner1973 (Saha equation); nistasd (energies).
    """
    thermal = 2.0 * math.pi * float(ELECTRON_MASS) * float(BOLTZMANN) * temperature / PLANCK**2
    exponent = ionisation_energy_ev * float(ELEMENTARY_CHARGE) / (float(BOLTZMANN) * temperature)
    return thermal * jnp.sqrt(thermal) * jnp.exp(-exponent)


def seeded_electron_density(
    state: GasState, alkali_fraction: Scalar, ionisation_energy_ev: float = SODIUM
) -> Scalar:
    """Electron density of hot air with a trace of an alkali metal, in equilibrium.

    The ions of air keep their product with the electrons, so that added electrons suppress them.

    Parameters
    ----------
    state
        State of clean equilibrium air.
    alkali_fraction
        Share of the metal, atoms and ions, in all particles [-], 0 to 1e-3; compounds are left out, so that
        the result is an upper bound for the share.
    ionisation_energy_ev
        Energy that frees the outer electron [eV].

    Returns
    -------
    Electrons in a volume [1/m^3]; without alkali that of the clean air.

    References
    ----------
    mitchner1973 (Saha equation, charge balance).
    """
    clean, metal = state.electron_density, alkali_fraction * state.number_density
    balance = saha_density(state.temperature, ionisation_energy_ev)

    def improve(_: int, density: Scalar) -> Scalar:
        share = balance / (balance + density)
        excess = density * density - clean * clean - metal * share * density
        return density - excess / (2.0 * density - metal * share * share)

    start = jnp.minimum(jnp.sqrt(clean * clean + metal * balance), clean + metal)
    density = jax.lax.fori_loop(0, ITERATIONS, improve, jnp.maximum(start, 1e-30))
    return jnp.where(metal > 0.0, density, clean)
