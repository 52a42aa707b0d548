"""Gas brought to rest: behind the shock of a body, and without any shock."""

import dataclasses

import jax
import jax.numpy as jnp

from boostglide.core import GAS_CONSTANT, Freestream, Scalar
from boostglide.gas.air import AbstractAir
from boostglide.gas.shock import normal_shock, upstream_state
from boostglide.gas.state import GasState

ITERATIONS, LARGEST_GAP = 8, 1e-6


def brought_to_rest(state: GasState, air: AbstractAir) -> GasState:
    """The state that a moving gas reaches when it is stopped at constant entropy.

    Parameters
    ----------
    state
        Moving gas.
    air
        Model of air in which the compression takes place.

    Returns
    -------
    State at rest. Its `within` is false where the pressure would pass the edge of the table (100 MPa for
    equilibrium air), or where the entropy differs by more than 1e-6 of the gas constant.

    References
    ----------
    anderson2006, section 14.5; Newton's method on the logarithm of pressure with the exact slope at constant
    enthalpy, -p / (density temperature).
    """
    enthalpy = state.total_enthalpy
    gain = jnp.clip(0.5 * state.density * state.speed**2 / state.pressure, 0.0, 1e3)

    def improve(_: int, logarithm: Scalar) -> Scalar:
        here = air.state(pressure=jnp.exp(logarithm), enthalpy=enthalpy)
        slope = here.pressure / (here.density * here.temperature)
        return jnp.clip(logarithm + (here.entropy - state.entropy) / slope, -30.0, 80.0)

    start = jnp.log(state.pressure * (1.0 + gain))
    logarithm = jax.lax.fori_loop(0, ITERATIONS, improve, start)
    rest = air.state(pressure=jnp.exp(logarithm), enthalpy=enthalpy)
    gap = (rest.entropy - state.entropy) * rest.molar_mass / float(GAS_CONSTANT)
    return dataclasses.replace(rest, within=rest.within & state.within & (jnp.abs(gap) < LARGEST_GAP))


def stagnation_behind_shock(freestream: Freestream, air: AbstractAir) -> GasState:
    """The state at the stagnation point of a blunt body: a normal shock, then rest at constant entropy.

    Parameters
    ----------
    freestream
        Air ahead of the body, up to 12 km/s and about 90 km.
    air
        Model of air. With `EquilibriumAir` the temperature is that of equilibrium at the edge of the boundary
        layer, well below the perfect-gas and frozen temperatures.

    Returns
    -------
    Stagnation state; `pressure` is the pitot pressure [Pa].

    References
    ----------
    anderson2006, sections 14.3 and 14.5.
    """
    return brought_to_rest(normal_shock(freestream, air), air)


def total_conditions(freestream: Freestream, air: AbstractAir) -> GasState:
    """The reservoir from which the stream would expand at constant entropy, without a shock.

    Parameters
    ----------
    freestream
        Moving air.
    air
        Model of air; the total temperature of equilibrium air depends on the total pressure.

    Returns
    -------
    Total state. Above about Mach 10 to 14 the total pressure of equilibrium air passes 100 MPa and `within`
    is false.

    References
    ----------
    anderson2006, section 14.5.
    """
    return brought_to_rest(upstream_state(freestream, air), air)


def perfect_gas_total_temperature(freestream: Freestream, heat_capacity_ratio: float = 1.4) -> Scalar:
    """Total temperature of a perfect gas, the same with and without shocks.

    Parameters
    ----------
    freestream
        Moving air.
    heat_capacity_ratio
        Ratio of the heat capacities [-].

    Returns
    -------
    Total temperature [K]; above some 1.5 km/s too high for air.

    References
    ----------
    naca1135, Eq. 43.
    """
    return freestream.temperature * (1.0 + 0.5 * (heat_capacity_ratio - 1.0) * freestream.mach**2)
