"""What a reacting gas in local equilibrium adds to heat conduction and to heat capacity."""

import jax.numpy as jnp
import numpy as np

from boostglide.core import BOLTZMANN, Array, Float, Scalar
from boostglide.solve import solve_linear

Species = Float[Array, " species"]
Conserved = Float[Array, "conserved species"]
_K = float(BOLTZMANN)
_TRACE = 1e-40


def conserved_quantities(elements: np.ndarray, charge: np.ndarray) -> np.ndarray:
    """What no reaction changes: atoms of each element and charge, as independent rows.

    Parameters
    ----------
    elements
        Atoms of each element by species [-].
    charge
        Charge by species [-].
    """
    rows: list[np.ndarray] = []
    for row in [*elements, charge]:
        if np.linalg.matrix_rank(np.array([*rows, row])) > len(rows):
            rows.append(row)
    return np.array(rows)


def reactive_conductivity(
    fraction: Species,
    enthalpy: Species,
    resistance: Float[Array, "species species"],
    conserved: Conserved,
    temperature: Scalar,
) -> Scalar:
    """Conduction of heat by particles that diffuse, react and so carry heat of formation.

    The gas is in chemical equilibrium at each point, and elements and charge do not diffuse. The solution is
    that of Butler and Brokaw, found from the Stefan-Maxwell equations with the potentials of the elements as
    further unknowns instead of a choice of reactions; the field of ambipolar diffusion is among them. Without
    thermal diffusion.

    Parameters
    ----------
    fraction
        Mole fractions in equilibrium [-].
    enthalpy
        Enthalpy of one particle, formation included [J].
    resistance
        Inverse of number density times binary diffusion coefficients [m s].
    conserved
        Independent rows of what reactions conserve [-].
    temperature
        Temperature [K].

    Returns
    -------
    Thermal conductivity [W/m/K].

    References
    ----------
    butler1957, brokaw1960
    """
    share = fraction + _TRACE
    size = jnp.mean(resistance)
    friction = resistance / size * share[None, :]
    diffusive = jnp.diag(jnp.sum(friction, axis=1)) - friction
    flux = conserved * share[None, :]
    flux = flux / jnp.sum(jnp.abs(flux), axis=1)[:, None]
    corner = jnp.zeros((conserved.shape[0],) * 2)
    system = jnp.block([[diffusive, -conserved.T], [flux, corner]])
    drive = enthalpy / (_K * temperature)
    known = jnp.concatenate([drive, jnp.zeros(conserved.shape[0])])
    speed = solve_linear(system, known)[: fraction.shape[0]]
    return _K * jnp.sum(share * drive * speed) / size


def reactive_heat_capacity(
    fraction: Species, enthalpy: Species, conserved: Conserved, temperature: Scalar
) -> Scalar:
    """Heat capacity at constant pressure that shifting equilibrium adds, for one particle of the mixture.

    Parameters
    ----------
    fraction
        Mole fractions in equilibrium [-].
    enthalpy
        Enthalpy of one particle, formation included [J].
    conserved
        Independent rows of what reactions conserve [-].
    temperature
        Temperature [K].

    Returns
    -------
    Heat capacity of one particle over the Boltzmann constant [-].

    References
    ----------
    cea1994 (derivatives at constant pressure).
    """
    share = fraction + _TRACE
    rows = jnp.concatenate([conserved, jnp.ones((1, fraction.shape[0]))])
    count = conserved.shape[0]
    drive = enthalpy / (_K * temperature)
    system = (rows * share[None, :]) @ rows.T
    system = system.at[count, count].set(0.0)
    size = jnp.sqrt(jnp.append(jnp.diagonal(system)[:count], 1.0))
    known = -((rows * share[None, :]) @ drive) / size
    found = solve_linear(system / (size[:, None] * size[None, :]), known) / size
    return jnp.sum(share * drive * (drive + found @ rows))
