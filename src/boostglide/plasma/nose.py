"""The gas at the nose, with the electrons of air and of alkali traces."""

import dataclasses

import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.gas import EquilibriumAir, GasState, brought_to_rest
from boostglide.plasma.seeding import seeded_electron_density


def nose_state(shock: GasState, air: EquilibriumAir, alkali_fraction: Scalar | float = 0.0) -> GasState:
    """The stagnation state behind a shock, with the electrons of a trace of sodium.

    Parameters
    ----------
    shock
        State behind the normal shock.
    air
        Air in equilibrium.
    alkali_fraction
        Share of sodium in the particles of the layer [-].

    Returns
    -------
    State at rest; only the electron density knows of the sodium.

    References
    ----------
    anderson2006, section 14.5; mitchner1973 (Saha equation).
    """
    nose = brought_to_rest(shock, air)
    share = jnp.asarray(alkali_fraction, dtype=float)
    return dataclasses.replace(nose, electron_density=seeded_electron_density(nose, share))
