"""Conduction of heat by heavy particles: their motion, and what they carry inside."""

import jax.numpy as jnp
import numpy as np

from boostglide.core import BOLTZMANN, Array, Float, Scalar
from boostglide.gas.transport.collisions import HeavyIntegrals
from boostglide.gas.transport.diffusion import binary_diffusion
from boostglide.solve import solve_linear

Heavy = Float[Array, " heavy"]
_K = float(BOLTZMANN)


def translational_conductivity(
    fraction: Heavy, mass: Heavy, integrals: HeavyIntegrals, temperature: Scalar
) -> Scalar:
    """Conductivity of the motion of heavy particles, second approximation in Laguerre polynomials.

    The first that gives a conductivity, without thermal diffusion.

    Parameters
    ----------
    fraction
        Mole fractions of the heavy particles; they need not sum to one [-].
    mass
        Mass of one particle [kg].
    integrals
        Collision integrals of their pairs.
    temperature
        Temperature of the heavy particles [K].

    Returns
    -------
    Thermal conductivity [W/m/K].

    References
    ----------
    hirschfelder1954; magin2004 (equations of the system).
    """
    first, second = mass[:, None], mass[None, :]
    star, b_star = integrals.viscosity / integrals.diffusion, integrals.b_star
    total = (first + second) ** 2
    scale = 1.0 / (25.0 * _K * binary_diffusion(mass, integrals.diffusion, temperature))
    product = first * second / total
    others = 1.0 - np.eye(fraction.shape[0])
    loss = 30.0 * first**2 / total + 16.0 * product * star + second**2 / total * (25.0 - 12.0 * b_star)
    crossed = others * scale * product * (16.0 * star + 12.0 * b_star - 55.0)
    # A species with itself: 4 m / (15 k eta) is 8/25 A* / (k n D).
    own = 8.0 * jnp.diagonal(star * scale)
    system = jnp.diag((others * scale * loss) @ fraction + own * fraction) + crossed * fraction[None, :]
    return jnp.sum(fraction * solve_linear(system, jnp.ones_like(fraction)))


def internal_conductivity(fraction: Heavy, capacity: Heavy, resistance: Scalar) -> Scalar:
    """Conductivity of energy that diffusing particles carry inside, after Eucken.

    Rotation, vibration and excitation alike; each species diffuses through all others without preference
    (no inelastic collisions).

    Parameters
    ----------
    fraction
        Mole fractions of the heavy particles [-].
    capacity
        Internal heat capacity of one particle over the Boltzmann constant [-].
    resistance
        Sum over all partners, electrons and itself included, of mole fraction over (number density times
        binary diffusion coefficient), by species [m s].

    Returns
    -------
    Thermal conductivity [W/m/K].

    References
    ----------
    hirschfelder1954; gupta1990
    """
    return _K * jnp.sum(fraction * capacity / resistance)
