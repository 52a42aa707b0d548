"""Normal shocks: from the stream ahead to the state behind, for every model of air."""

import dataclasses

import jax
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar
from boostglide.gas.air import AbstractAir
from boostglide.gas.frozen import PerfectAir
from boostglide.gas.state import GasState

ITERATIONS = 10


def upstream_state(freestream: Freestream, air: AbstractAir) -> GasState:
    """The free stream as a state of an air model, undissociated, moving at its speed.

    Parameters
    ----------
    freestream
        Air ahead of the body; its own density is kept, so that the mass flow is that of the atmosphere model.
    air
        Model of air.

    Returns
    -------
    State of the stream.
    """
    state = air.state(pressure=freestream.pressure, enthalpy=air.cold_enthalpy(freestream.temperature))
    return dataclasses.replace(state, density=freestream.density, speed=freestream.speed)


def normal_shock(freestream: Freestream, air: AbstractAir) -> GasState:
    """The state behind a normal shock in the free stream, in the frame of the shock.

    With `EquilibriumAir` the temperature is that of complete equilibrium, which is reached some distance
    behind the shock; with `FrozenAir` it is that before dissociation. A subsonic stream has no shock and is
    returned.

    Parameters
    ----------
    freestream
        Air ahead of the shock, 0.5 to 12 km/s, up to about 90 km.
    air
        Model of air; `within` of the result says whether the state lies in its range.

    Returns
    -------
    State behind the shock; `speed` is that of the gas relative to the shock [m/s].

    References
    ----------
    anderson2006, section 14.3 (equilibrium normal shock, iteration on the density ratio).
    """
    return shocked(upstream_state(freestream, air), air)


def shocked(upstream: GasState, air: AbstractAir) -> GasState:
    """The state behind a normal shock that a moving gas meets, in the frame of the shock.

    Mass, momentum and energy hold to rounding; Newton's method on the density ratio runs a fixed number of
    times and meets the equation of state to 1e-8.

    Parameters
    ----------
    upstream
        State ahead of the shock; `speed` is relative to the shock [m/s].
    air
        Model of air.

    Returns
    -------
    State behind the shock; a subsonic stream has none and is returned.

    References
    ----------
    anderson2006, section 14.3.
    """
    mach = upstream.speed / upstream.sound_speed
    is_shocked = mach > 1.0
    fast = jnp.maximum(mach, 1.01)
    speed = fast * upstream.sound_speed
    mass_flow = upstream.density * speed

    def behind(ratio: Scalar) -> GasState:
        pressure = upstream.pressure + mass_flow * speed * (1.0 - ratio)
        enthalpy = upstream.enthalpy + 0.5 * speed**2 * (1.0 - ratio**2)
        return air.state(pressure=pressure, enthalpy=enthalpy)

    def excess(ratio: Scalar) -> Scalar:
        return upstream.density / behind(ratio).density - ratio

    def improve(_: int, ratio: Scalar) -> Scalar:
        value, slope = jax.jvp(excess, (ratio,), (jnp.ones_like(ratio),))
        return jnp.clip(ratio - value / jnp.minimum(slope, -0.05), 0.01, 1.0)

    ratio = jax.lax.fori_loop(0, ITERATIONS, improve, (2.0 + 0.4 * fast**2) / (2.4 * fast**2))
    state = behind(ratio)
    state = dataclasses.replace(
        state,
        density=upstream.density / ratio,
        speed=speed * ratio,
        within=state.within & upstream.within,
    )
    return jax.tree.map(lambda shock, still: jnp.where(is_shocked, shock, still), state, upstream)


def reflected_shock(upstream: GasState, incident: GasState, air: AbstractAir) -> GasState:
    """The gas at rest behind the shock that returns from the closed end of a tube.

    Parameters
    ----------
    upstream
        State ahead of the incident shock; `speed` is the shock speed [m/s].
    incident
        State behind it, as from `shocked`.
    air
        Model of air.

    Returns
    -------
    State at the end wall, at rest.

    References
    ----------
    anderson2006, section 14.3, with the frame of the reflected shock.
    """
    piston = upstream.speed - incident.speed

    def behind(ratio: Scalar) -> GasState:
        speed = piston / (1.0 - ratio)
        pressure = incident.pressure + incident.density * speed * piston
        enthalpy = incident.enthalpy + 0.5 * speed**2 * (1.0 - ratio**2)
        return air.state(pressure=pressure, enthalpy=enthalpy)

    def excess(ratio: Scalar) -> Scalar:
        return incident.density / behind(ratio).density - ratio

    def improve(_: int, ratio: Scalar) -> Scalar:
        value, slope = jax.jvp(excess, (ratio,), (jnp.ones_like(ratio),))
        return jnp.clip(ratio - value / jnp.minimum(slope, -0.05), 0.01, 0.95)

    ratio = jax.lax.fori_loop(0, 2 * ITERATIONS, improve, jnp.full_like(piston, 0.2))
    return dataclasses.replace(behind(ratio), density=incident.density / ratio)


def perfect_gas_normal_shock(freestream: Freestream, heat_capacity_ratio: float = 1.4) -> GasState:
    """The state behind a normal shock in a perfect gas, in closed form.

    Parameters
    ----------
    freestream
        Air ahead of the shock; its pressure and density set the gas constant.
    heat_capacity_ratio
        Ratio of the heat capacities [-].

    Returns
    -------
    State behind the shock; above some 1.5 km/s its temperature is too high for air. A subsonic stream has no
    shock and is returned.

    References
    ----------
    naca1135, Eqs. 93 to 95.
    """
    ratio = heat_capacity_ratio
    constant = freestream.pressure / (freestream.density * freestream.temperature)
    square = freestream.speed**2 / (ratio * constant * freestream.temperature)
    square = jnp.maximum(square, 1.0)
    pressure = freestream.pressure * (2.0 * ratio * square - (ratio - 1.0)) / (ratio + 1.0)
    compression = (ratio + 1.0) * square / ((ratio - 1.0) * square + 2.0)
    density = freestream.density * compression
    air = dataclasses.replace(PerfectAir(heat_capacity_ratio), gas_constant=constant)
    state = air.state_from_temperature(pressure=pressure, temperature=pressure / (density * constant))
    return dataclasses.replace(state, speed=freestream.speed / compression)
