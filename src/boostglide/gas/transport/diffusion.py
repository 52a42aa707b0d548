"""Diffusion in a mixture: binary coefficients, coefficients into the mixture, ambipolar ones."""

import math

import jax.numpy as jnp
import numpy as np

from boostglide.core import BOLTZMANN, ELECTRON_MASS, Array, Float, Scalar

Heavy = Float[Array, " heavy"]
Pairs = Float[Array, "heavy heavy"]
Species = Float[Array, " species"]
Partners = Float[Array | np.ndarray, "..."]
_K = float(BOLTZMANN)
_PURE = 1e-12


def binary_diffusion(mass: Heavy, diffusion_integral: Pairs, temperature: Scalar) -> Pairs:
    """Binary diffusion coefficients times number density, first Chapman-Enskog approximation.

    Parameters
    ----------
    mass
        Mass of one particle [kg].
    diffusion_integral
        Q11 of the pairs [m^2].
    temperature
        Temperature of the heavy particles [K].

    Returns
    -------
    Coefficients times particles in a volume [1/m/s].

    References
    ----------
    hirschfelder1954
    """
    reduced = mass[:, None] * mass[None, :] / (mass[:, None] + mass[None, :])
    return 3.0 / 16.0 * jnp.sqrt(2.0 * math.pi * _K * temperature / reduced) / diffusion_integral


def electron_diffusion(diffusion_integral: Partners, electron_temperature: Scalar) -> Partners:
    """Binary diffusion coefficients of electrons with heavy particles, times number density.

    Parameters
    ----------
    diffusion_integral
        Q11 of electrons with one partner or several [m^2].
    electron_temperature
        Temperature of the electrons [K].

    Returns
    -------
    Coefficients times particles in a volume [1/m/s].

    References
    ----------
    magin2004
    """
    ratio = 2.0 * math.pi * _K * electron_temperature / float(ELECTRON_MASS)
    return 1.0 / diffusion_integral * (3.0 / 16.0 * jnp.sqrt(ratio))


def mixture_diffusion(fraction: Species, resistance: Float[Array, "species species"]) -> Species:
    """Diffusion coefficient of each species into the others, (1 - x_i) over the sum of x_j / D_ij.

    Parameters
    ----------
    fraction
        Mole fractions [-].
    resistance
        Inverse binary diffusion coefficients [s/m^2].

    Returns
    -------
    Coefficients [m^2/s]. Of a pure gas that of its particles among themselves.

    References
    ----------
    hirschfelder1954
    """
    others = 1.0 - np.eye(fraction.shape[0])
    # A little of everything else lets a pure gas have its limit.
    share = fraction + _PURE
    return jnp.asarray(others @ share) / jnp.sum(others * resistance * share[None, :], axis=1)


def ambipolar_diffusion(
    coefficient: Species, charge: np.ndarray, temperature: Scalar, electron_temperature: Scalar
) -> Species:
    """Diffusion coefficients of ions that drag electrons with them, D (1 + Te / T); of neutral species, D.

    Parameters
    ----------
    coefficient
        Diffusion coefficients into the mixture [m^2/s].
    charge
        Charges [-].
    temperature
        Temperature of the heavy particles [K].
    electron_temperature
        Temperature of the electrons [K].

    Returns
    -------
    Coefficients [m^2/s]; of the electron, zero: it moves with the ions. Good for weak ionisation and currents
    of zero.

    References
    ----------
    mitchner1973
    """
    drag = jnp.where(jnp.asarray(charge > 0), 1.0 + electron_temperature / temperature, 1.0)
    return jnp.where(jnp.asarray(charge < 0), 0.0, coefficient * drag)
