"""The supply of a tunnel and the stream that a nozzle makes of it."""

import math

import equinox as eqx
import jax
import jax.numpy as jnp
from jax.core import Tracer

from boostglide.core import Flag, Freestream, Scalar
from boostglide.facility.checks import checked
from boostglide.gas import AbstractAir, FrozenAir, GasState

BISECTIONS = 48
PRESSURE_STEPS = 4


def _as_scalar(value: object) -> Scalar:
    return jnp.asarray(value, dtype=float)


class TunnelSupply(eqx.Module):
    """Air at rest ahead of the nozzle.

    Parameters
    ----------
    total_temperature
        Temperature of the supply [K].
    total_pressure
        Pressure of the supply [Pa].
    """

    total_temperature: Scalar = eqx.field(converter=_as_scalar)
    total_pressure: Scalar = eqx.field(converter=_as_scalar)


class TunnelStream(eqx.Module):
    """The uniform stream at the exit of a nozzle.

    Parameters
    ----------
    supply
        Air at rest ahead of the nozzle.
    freestream
        Air of the stream.
    mach
        Mach number [-].
    area_ratio
        Exit over throat area of the inviscid nozzle [-].
    mass_flux
        Mass flow over exit area [kg/m^2/s].
    static_enthalpy, total_enthalpy
        Enthalpy of the stream and of the supply, zero at 0 K [J/kg].
    within
        Whether supply, throat and exit lie in the range of the model of air.
    """

    supply: TunnelSupply
    freestream: Freestream
    mach: Scalar
    area_ratio: Scalar
    mass_flux: Scalar
    static_enthalpy: Scalar
    total_enthalpy: Scalar
    within: Flag

    def mass_flow(self, exit_diameter: Scalar | float) -> Scalar:
        """Mass flow through a round exit.

        Parameters
        ----------
        exit_diameter
            Diameter of the exit [m].

        Returns
        -------
        Scalar
            Mass flow [kg/s].
        """
        return self.mass_flux * 0.25 * math.pi * jnp.asarray(exit_diameter, dtype=float) ** 2

    def throat_diameter(self, exit_diameter: Scalar | float) -> Scalar:
        """Diameter of the round throat that belongs to a round exit.

        Parameters
        ----------
        exit_diameter
            Diameter of the exit [m].

        Returns
        -------
        Scalar
            Diameter of the throat [m].
        """
        return jnp.asarray(exit_diameter, dtype=float) / jnp.sqrt(self.area_ratio)


def tunnel_stream(supply: TunnelSupply, mach: Scalar | float, air: AbstractAir | None = None) -> TunnelStream:
    """Expand a supply through a nozzle, at constant entropy and without friction, to a Mach number.

    With `FrozenAir` the vibration stays in equilibrium and the composition fixed; with `PerfectAir` the heat
    capacity is constant; with `EquilibriumAir` the reactions keep up, which overstates the static temperature
    of impulse tunnels, where the flow freezes behind the throat. Condensation and the boundary layer of the
    nozzle are left out.

    Parameters
    ----------
    supply
        Air at rest ahead of the nozzle.
    mach
        Mach number at the exit [-], above 1 and at most 30.
    air
        Model of air; `FrozenAir` if left out.

    Returns
    -------
    TunnelStream
        Stream at the exit; `within` is false where the model of air does not hold, as below 40 K.

    Raises
    ------
    ValueError
        If the supply is not positive or the Mach number is out of range.

    References
    ----------
    naca1135-nozzle, Eqs. 43, 44 and 80 for the perfect gas
    """
    checked("total_temperature", supply.total_temperature, 0.0)
    checked("total_pressure", supply.total_pressure, 0.0)
    target = checked("mach", mach, 1.0, 30.0)
    return _tunnel_stream(supply, target, FrozenAir.load() if air is None else air)


@eqx.filter_jit
def _tunnel_stream(supply: TunnelSupply, mach: Scalar, air: AbstractAir) -> TunnelStream:
    rest = air.state_from_temperature(pressure=supply.total_pressure, temperature=supply.total_temperature)
    both = jax.vmap(lambda value: expanded(rest, value, air))(jnp.stack([mach, jnp.ones_like(mach)]))
    exit_state, throat = (jax.tree.map(lambda leaf, row=row: leaf[row], both) for row in (0, 1))
    flux, throat_flux = (flow_speed(rest, state) * state.density for state in (exit_state, throat))
    freestream = Freestream(
        exit_state.density,
        exit_state.pressure,
        exit_state.temperature,
        exit_state.sound_speed,
        flow_speed(rest, exit_state),
    )
    within = rest.within & throat.within & exit_state.within
    return TunnelStream(
        supply, freestream, mach, throat_flux / flux, flux, exit_state.enthalpy, rest.enthalpy, within
    )


def flow_speed(rest: GasState, state: GasState) -> Scalar:
    """Speed of a gas that has expanded from rest.

    Parameters
    ----------
    rest
        Gas at rest.
    state
        The same gas after the expansion.

    Returns
    -------
    Scalar
        Speed [m/s].
    """
    return jnp.sqrt(2.0 * jnp.maximum(rest.enthalpy - state.enthalpy, 1e-12))


def expanded(rest: GasState, mach: Scalar, air: AbstractAir) -> GasState:
    """State at which a gas that expands from rest at constant entropy reaches a Mach number.

    Bisection on enthalpy, then one Newton step that carries the derivative; within each, Newton's method on
    the logarithm of pressure with the exact slope at constant enthalpy, -p / (density temperature).

    Parameters
    ----------
    rest
        Gas at rest.
    mach
        Mach number to reach [-].
    air
        Model of air.

    Returns
    -------
    GasState
        State of the moving gas.
    """

    def isentropic(enthalpy: Scalar) -> GasState:
        def improve(_: object, logarithm: Scalar) -> Scalar:
            here = air.state(pressure=jnp.exp(logarithm), enthalpy=enthalpy)
            slope = here.pressure / (here.density * here.temperature)
            return logarithm + jnp.clip((here.entropy - rest.entropy) / slope, -8.0, 8.0)

        start = jnp.log(rest.pressure) + 3.5 * jnp.log(enthalpy / rest.enthalpy)
        settled = jax.lax.stop_gradient(jax.lax.fori_loop(0, PRESSURE_STEPS, improve, start))
        return air.state(pressure=jnp.exp(improve(None, settled)), enthalpy=enthalpy)

    def excess(enthalpy: Scalar) -> Scalar:
        state = isentropic(enthalpy)
        return flow_speed(rest, state) / state.sound_speed - mach

    def halve(_: int, bounds: tuple[Scalar, Scalar]) -> tuple[Scalar, Scalar]:
        low, high = bounds
        middle = 0.5 * (low + high)
        is_fast = excess(middle) > 0.0
        return jnp.where(is_fast, middle, low), jnp.where(is_fast, high, middle)

    top = rest.enthalpy + 0.0 * mach
    low, high = jax.lax.fori_loop(0, BISECTIONS, halve, (1e-3 * top, top))
    start = jax.lax.stop_gradient(0.5 * (low + high))
    value, slope = jax.jvp(excess, (start,), (jnp.ones_like(start),))
    return isentropic(start - value / slope)


def matching_supply(
    total_temperature: Scalar | float,
    mach: Scalar | float,
    static_pressure: Scalar | float,
    air: AbstractAir | None = None,
) -> TunnelSupply:
    """Supply whose stream has a static pressure at a Mach number.

    Parameters
    ----------
    total_temperature
        Temperature of the supply [K].
    mach
        Mach number at the exit [-], above 1 and at most 30.
    static_pressure
        Pressure of the stream [Pa].
    air
        Model of air; `FrozenAir` if left out. For `EquilibriumAir` the pressure is met within about 1e-3.

    Returns
    -------
    TunnelSupply
        Air at rest ahead of the nozzle.

    Raises
    ------
    ValueError
        If an argument is out of range.

    References
    ----------
    naca1135-nozzle, Eq. 44 for the perfect gas
    """
    target = checked("static_pressure", static_pressure, 0.0)
    supply = TunnelSupply(total_temperature, 1e4 * target)
    for _ in range(3):
        pressure = tunnel_stream(supply, mach, air).freestream.pressure
        supply = TunnelSupply(total_temperature, supply.total_pressure * target / pressure)
    return supply


def mach_of_supply(
    total_temperature: Scalar | float, static_temperature: Scalar | float, air: AbstractAir | None = None
) -> Scalar:
    """Flight Mach number whose total temperature a supply has.

    Parameters
    ----------
    total_temperature
        Temperature of the supply [K], at least that of the flight.
    static_temperature
        Temperature of the air in flight [K].
    air
        Model of air; `FrozenAir` if left out. `EquilibriumAir` is evaluated without dissociation.

    Returns
    -------
    Scalar
        Mach number [-], with the sound speed of a perfect gas of ratio 1.4 in flight.

    Raises
    ------
    ValueError
        If the supply is colder than the air in flight.
    """
    cold = checked("static_temperature", static_temperature, 0.0)
    hot = checked("total_temperature", total_temperature, float(jnp.max(cold)) if not _traced(cold) else 0.0)
    model = FrozenAir.load() if air is None else air
    speed = jnp.sqrt(2.0 * (model.cold_enthalpy(hot) - model.cold_enthalpy(cold)))
    return speed / jnp.sqrt(1.4 * 287.05287 * cold)


def _traced(value: Scalar) -> bool:
    return isinstance(value, Tracer)
