"""Fay and Riddell: the boundary-layer solution behind the correlations, from edge conditions."""

import jax.numpy as jnp

from boostglide.core import Scalar


def newtonian_velocity_gradient(
    nose_radius: Scalar, *, stagnation_pressure: Scalar, static_pressure: Scalar, stagnation_density: Scalar
) -> Scalar:
    """Velocity gradient along the wall at the stagnation point of a sphere in Newtonian flow.

    Parameters
    ----------
    nose_radius
        Nose radius [m].
    stagnation_pressure
        Pressure at the stagnation point [Pa].
    static_pressure
        Pressure of the free stream [Pa].
    stagnation_density
        Density at the stagnation point [kg/m^3].

    Returns
    -------
    Scalar
        Velocity gradient [1/s].

    References
    ----------
    fay1958, Eq. 64
    """
    return jnp.sqrt(2.0 * (stagnation_pressure - static_pressure) / stagnation_density) / nose_radius


def fay_riddell(
    velocity_gradient: Scalar,
    *,
    edge_density: Scalar,
    edge_viscosity: Scalar,
    wall_density: Scalar,
    wall_viscosity: Scalar,
    total_enthalpy: Scalar,
    wall_enthalpy: Scalar,
    dissociation_enthalpy: Scalar,
    lewis_number: float = 1.4,
    prandtl_number: float = 0.71,
    constant: float = 0.76,
) -> Scalar:
    """Heat flux to a catalytic stagnation point in equilibrium flow.

    Parameters
    ----------
    velocity_gradient
        Velocity gradient at the edge of the boundary layer [1/s].
    edge_density, wall_density
        Density at the edge and at the wall [kg/m^3].
    edge_viscosity, wall_viscosity
        Viscosity at the edge and at the wall [Pa*s].
    total_enthalpy, wall_enthalpy
        Enthalpy at the edge and at the wall, from one common zero [J/kg].
    dissociation_enthalpy
        Part of the total enthalpy that sits in dissociation [J/kg].
    lewis_number, prandtl_number
        Lewis and Prandtl number of the edge [-].
    constant
        Leading constant [-]; editions differ between 0.76 and 0.768.

    Returns
    -------
    Scalar
        Heat flux [W/m^2].

    References
    ----------
    fay1958, Eq. 63
    """
    transport = (edge_density * edge_viscosity) ** 0.4 * (wall_density * wall_viscosity) ** 0.1
    diffusion = 1.0 + (lewis_number**0.52 - 1.0) * dissociation_enthalpy / total_enthalpy
    driving = jnp.sqrt(velocity_gradient) * (total_enthalpy - wall_enthalpy)
    return constant * prandtl_number**-0.6 * transport * driving * diffusion
