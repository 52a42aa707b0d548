"""Viscosity of a mixture of heavy particles from their collision integrals, by three rules."""

import math

import jax.numpy as jnp
import numpy as np

from boostglide.core import BOLTZMANN, Array, Float, Scalar
from boostglide.gas.transport.diffusion import binary_diffusion
from boostglide.solve import solve_linear

Heavy = Float[Array, " heavy"]
Pairs = Float[Array, "heavy heavy"]
_K = float(BOLTZMANN)
_TINY = 1e-300


def species_viscosity(mass: Heavy, viscosity_integral: Pairs, temperature: Scalar) -> Heavy:
    """Viscosity of each species alone, first Chapman-Enskog approximation.

    Parameters
    ----------
    mass
        Mass of one particle [kg].
    viscosity_integral
        Q22 of the pairs [m^2].
    temperature
        Temperature of the heavy particles [K].

    Returns
    -------
    Viscosities [Pa s].

    References
    ----------
    hirschfelder1954
    """
    return 5.0 / 16.0 * jnp.sqrt(math.pi * mass * _K * temperature) / jnp.diagonal(viscosity_integral)


def chapman_enskog_viscosity(
    fraction: Heavy, mass: Heavy, diffusion_integral: Pairs, viscosity_integral: Pairs, temperature: Scalar
) -> Scalar:
    """Viscosity of a mixture, first Chapman-Enskog approximation: the solution of its linear system.

    The approximation itself is good to 1 per cent; more comes from the integrals.

    Parameters
    ----------
    fraction
        Mole fractions of the heavy particles; they need not sum to one [-].
    mass
        Mass of one particle [kg].
    diffusion_integral, viscosity_integral
        Q11 and Q22 of the pairs [m^2].
    temperature
        Temperature of the heavy particles [K].

    Returns
    -------
    Viscosity [Pa s].

    References
    ----------
    hirschfelder1954; magin2004 (equations of the system).
    """
    loss, return_ = _exchange(mass, diffusion_integral, viscosity_integral, temperature)
    crossed = return_ * (1.0 - np.eye(fraction.shape[0]))
    system = jnp.diag((loss + crossed) @ fraction) - crossed * fraction[None, :]
    return jnp.sum(fraction * solve_linear(system, jnp.ones_like(fraction)))


def gupta_yos_viscosity(
    fraction: Heavy, mass: Heavy, diffusion_integral: Pairs, viscosity_integral: Pairs, temperature: Scalar
) -> Scalar:
    """Viscosity of a mixture by the rule of Yos: the couplings of the linear system replaced by their mean.

    Within 0.2 per cent of the system in air up to 10000 K, up to 7 per cent below it where ions prevail. The
    fractions are those among heavy particles; with electrons in the sum, as some programs have it, the rule
    falls another third below the system that it stands for.

    Parameters
    ----------
    fraction
        Mole fractions of the heavy particles; they need not sum to one [-].
    mass
        Mass of one particle [kg].
    diffusion_integral, viscosity_integral
        Q11 and Q22 of the pairs [m^2].
    temperature
        Temperature of the heavy particles [K].

    Returns
    -------
    Viscosity [Pa s].

    References
    ----------
    gupta1990
    """
    loss, return_ = _exchange(mass, diffusion_integral, viscosity_integral, temperature)
    total = loss @ fraction
    share = fraction / jnp.sum(fraction)
    weight = share[:, None] * share[None, :] * (1.0 / total[:, None] - 1.0 / total[None, :]) ** 2
    norm = jnp.sum(weight)
    mean = jnp.sum(weight * return_) / jnp.where(norm > 0.0, norm, 1.0) * jnp.sum(fraction)
    found = jnp.sum(fraction / (total + mean))
    return found / (1.0 - mean * found / jnp.sum(fraction))


def wilke_viscosity(fraction: Heavy, mass: Heavy, viscosity_integral: Pairs, temperature: Scalar) -> Scalar:
    """Viscosity of a mixture by the rule of Wilke, from the viscosities of its species alone.

    For comparison: 5 to 8 per cent below the linear system in neutral air, and useless with ions, where it is
    up to 80 per cent below.

    Parameters
    ----------
    fraction
        Mole fractions of the heavy particles; they need not sum to one [-].
    mass
        Mass of one particle [kg].
    viscosity_integral
        Q22 of the pairs [m^2].
    temperature
        Temperature of the heavy particles [K].

    Returns
    -------
    Viscosity [Pa s].

    References
    ----------
    wilke1950
    """
    own = species_viscosity(mass, viscosity_integral, temperature)
    ratio = mass[:, None] / mass[None, :]
    numerator = (1.0 + jnp.sqrt(own[:, None] / own[None, :]) * ratio**-0.25) ** 2
    weight = numerator / jnp.sqrt(8.0 * (1.0 + ratio))
    return jnp.sum(fraction * own / (weight @ fraction))


def _exchange(
    mass: Heavy, diffusion_integral: Pairs, viscosity_integral: Pairs, temperature: Scalar
) -> tuple[Pairs, Pairs]:
    """Momentum flux that a species loses to another in collisions, and what of it comes back [m s/kg]."""
    star = 1.2 * viscosity_integral / diffusion_integral
    resistance = 1.0 / binary_diffusion(mass, diffusion_integral, temperature)
    return star * resistance / mass[:, None], (2.0 - star) * resistance / (mass[:, None] + mass[None, :])
