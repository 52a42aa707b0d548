"""The supply that a reflected-shock tunnel makes: shock, reflection, relaxation to the measured pressure."""

import dataclasses

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Flag, Scalar
from boostglide.facility.checks import checked
from boostglide.facility.supply import TunnelSupply
from boostglide.gas import AbstractAir, EquilibriumAir, GasState, reflected_shock, shocked


class ShockTubeStates(eqx.Module):
    """States of the test gas in a reflected-shock tunnel.

    Parameters
    ----------
    fill
        Gas before the shot (state 1).
    incident
        Gas behind the incident shock (state 2); `speed` is relative to the shock.
    reflected
        Gas behind the reflected shock (state 5).
    relaxed
        That gas at the measured nozzle-supply pressure (state 5s).
    supply
        The relaxed gas as the supply of a nozzle.
    within
        Whether all states lie in the range of the model of air.
    """

    fill: GasState
    incident: GasState
    reflected: GasState
    relaxed: GasState
    supply: TunnelSupply
    within: Flag


def shock_tube_supply(
    *,
    fill_pressure: Scalar | float,
    fill_temperature: Scalar | float,
    shock_speed: Scalar | float,
    supply_pressure: Scalar | float,
    air: AbstractAir | None = None,
) -> ShockTubeStates:
    """States of a reflected-shock tunnel from what is measured: fill, shock speed and nozzle-supply pressure.

    The test gas is in equilibrium after each shock, and relaxes from the pressure behind the reflected shock
    to the measured one at constant entropy. Heat losses, boundary layers and driver gas are left out.

    Parameters
    ----------
    fill_pressure
        Pressure before the shot [Pa].
    fill_temperature
        Temperature before the shot [K].
    shock_speed
        Speed of the incident shock [m/s], above the speed of sound.
    supply_pressure
        Measured nozzle-supply pressure [Pa].
    air
        Model of air; `EquilibriumAir` if left out.

    Returns
    -------
    ShockTubeStates
        States 1, 2, 5 and 5s.

    Raises
    ------
    ValueError
        If an argument is not positive.

    References
    ----------
    estcn
    """
    names = ("fill_pressure", "fill_temperature", "shock_speed", "supply_pressure")
    values = (fill_pressure, fill_temperature, shock_speed, supply_pressure)
    pressure, temperature, speed, supply = (
        checked(name, value, 0.0) for name, value in zip(names, values, strict=True)
    )
    return _states(pressure, temperature, speed, supply, EquilibriumAir.load() if air is None else air)


@eqx.filter_jit
def _states(
    pressure: Scalar, temperature: Scalar, shock_speed: Scalar, supply_pressure: Scalar, air: AbstractAir
) -> ShockTubeStates:
    fill = air.state(pressure=pressure, enthalpy=air.cold_enthalpy(temperature))
    moving = dataclasses.replace(fill, speed=shock_speed)
    incident = shocked(moving, air)
    reflected = reflected_shock(moving, incident, air)
    relaxed = air.state_from_entropy(pressure=supply_pressure, entropy=reflected.entropy)
    within = fill.within & incident.within & reflected.within & relaxed.within
    supply = TunnelSupply(relaxed.temperature, jnp.asarray(supply_pressure, dtype=float))
    return ShockTubeStates(fill, incident, reflected, relaxed, supply, within)
