"""Heat capacities and other derivatives of the state of a gas."""

from collections.abc import Callable

import equinox as eqx
import jax
import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.gas.state import GasState


class StateDerivatives(eqx.Module):
    """How a gas answers to small changes, with the chemistry of its model.

    Parameters
    ----------
    heat_capacity_at_constant_pressure
        Slope of enthalpy over temperature at constant pressure [J/kg/K].
    heat_capacity_at_constant_volume
        Slope of internal energy over temperature at constant volume [J/kg/K].
    heat_capacity_ratio
        First over second [-].
    isentropic_exponent
        Slope of ln pressure over ln density at constant entropy [-]; not the ratio in a reacting gas.
    thermal_expansion
        Slope of ln volume over temperature at constant pressure [1/K].
    compressibility
        Slope of -ln volume over pressure at constant temperature [1/Pa].
    """

    heat_capacity_at_constant_pressure: Scalar
    heat_capacity_at_constant_volume: Scalar
    heat_capacity_ratio: Scalar
    isentropic_exponent: Scalar
    thermal_expansion: Scalar
    compressibility: Scalar


def derivatives_from_response(
    state: GasState, heat_capacity: Scalar, volume_by_temperature: Scalar, volume_by_pressure: Scalar
) -> StateDerivatives:
    """Derivatives of a state from three of them.

    Parameters
    ----------
    state
        State of the gas.
    heat_capacity
        Heat capacity at constant pressure [J/kg/K].
    volume_by_temperature
        Slope of ln volume over ln temperature at constant pressure [-].
    volume_by_pressure
        Slope of ln volume over ln pressure at constant temperature [-].

    Returns
    -------
    Derivatives.

    References
    ----------
    cea1994, Eqs. 2.70 to 2.74.
    """
    constant = state.pressure / (state.density * state.temperature)
    at_constant_volume = heat_capacity + constant * volume_by_temperature**2 / volume_by_pressure
    return StateDerivatives(
        heat_capacity_at_constant_pressure=heat_capacity,
        heat_capacity_at_constant_volume=at_constant_volume,
        heat_capacity_ratio=heat_capacity / at_constant_volume,
        isentropic_exponent=-heat_capacity / (at_constant_volume * volume_by_pressure),
        thermal_expansion=volume_by_temperature / state.temperature,
        compressibility=-volume_by_pressure / state.pressure,
    )


def derivatives_of(state: GasState, state_at: Callable[..., GasState]) -> StateDerivatives:
    """Derivatives of a state of a gas, by differentiating its model.

    Parameters
    ----------
    state
        State of the gas.
    state_at
        The model to which the state belongs, as a function of `pressure` [Pa] and `enthalpy` [J/kg].

    Returns
    -------
    Derivatives.

    References
    ----------
    anderson2006, section 11.12 (specific heats and sound speed of an equilibrium gas).
    """

    def properties(pressure: Scalar, enthalpy: Scalar) -> tuple[Scalar, Scalar]:
        there = state_at(pressure=pressure, enthalpy=enthalpy)
        return jnp.log(there.density), there.temperature

    of = (state.pressure, state.enthalpy)
    one, nothing = jnp.ones_like(state.pressure), jnp.zeros_like(state.pressure)
    _, (density_by_pressure, temperature_by_pressure) = jax.jvp(properties, of, (one, nothing))
    _, (density_by_enthalpy, temperature_by_enthalpy) = jax.jvp(properties, of, (nothing, one))
    capacity = 1.0 / temperature_by_enthalpy
    isothermal = density_by_pressure - density_by_enthalpy * temperature_by_pressure * capacity
    by_temperature = -density_by_enthalpy * capacity * state.temperature
    return derivatives_from_response(state, capacity, by_temperature, -isothermal * state.pressure)
