"""Normal shocks: from the stream ahead to the state behind, for every model of air."""

import dataclasses

import jax
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar
from boostglide.gas.air import AbstractAir
from boostglide.gas.frozen import PerfectAir
from boostglide.gas.state import GasState
from boostglide.solve import bracketed_root

WEAKEST, LEAST_RATIO = 1.001, 0.002
"""Least Mach number that is solved for, and least ratio of densities that is searched."""


def upstream_state(freestream: Freestream, air: AbstractAir) -> GasState:
    """The free stream as a state of an air model, undissociated, moving at its speed.

    For a mixture that burns when it comes to equilibrium take the state of `FrozenAir.of`, with the enthalpy
    that the model gives the unreacted gas.

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


def shocked(upstream: GasState, air: AbstractAir, *, weakest: float = WEAKEST) -> GasState:
    """The state behind a normal shock that a moving gas meets, in the frame of the shock.

    Mass, momentum and energy hold to rounding, the equation of state to 1e-9; derivatives are exact.

    Parameters
    ----------
    upstream
        State ahead of the shock; `speed` is relative to the shock [m/s].
    air
        Model of air.
    weakest
        Least Mach number [-] that is solved for; slower supersonic streams get the shock of this one. Near 1
        the upstream density must agree with the model of air all the better.

    Returns
    -------
    State behind the shock; a subsonic stream has none and is returned. `within` is false too where no state
    was found.

    References
    ----------
    anderson2006, section 14.3.
    """
    mach = upstream.speed / upstream.sound_speed
    fast = jnp.maximum(mach, weakest)
    moving = dataclasses.replace(upstream, speed=fast * upstream.sound_speed)
    perfect = (2.0 + 0.4 * fast**2) / (2.4 * fast**2)
    end = jnp.ones_like(perfect)
    found = bracketed_root(_shock_excess, (moving, air), LEAST_RATIO * end, end, perfect, 0.9 * perfect)
    behind = _behind_shock((moving, air), found.value)
    behind = dataclasses.replace(
        behind,
        density=moving.density / found.value,
        speed=moving.speed * found.value,
        within=behind.within & upstream.within & found.converged,
    )
    return jax.tree.map(lambda shock, still: jnp.where(mach > 1.0, shock, still), behind, upstream)


def _behind_shock(ahead: tuple[GasState, AbstractAir], ratio: Scalar) -> GasState:
    """State behind a shock that divides the volume by a ratio, from momentum and energy."""
    upstream, air = ahead
    mass_flow = upstream.density * upstream.speed
    pressure = upstream.pressure + mass_flow * upstream.speed * (1.0 - ratio)
    enthalpy = upstream.enthalpy + 0.5 * upstream.speed**2 * (1.0 - ratio**2)
    return air.state(pressure=pressure, enthalpy=enthalpy)


def _shock_excess(ahead: tuple[GasState, AbstractAir], ratio: Scalar) -> Scalar:
    """What the volume of the equation of state exceeds the ratio by, without the root at no shock at all."""
    return (ahead[0].density / _behind_shock(ahead, ratio).density - ratio) / (1.0 - ratio)


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
    State at the end wall, at rest; `within` is false too where none was found.

    References
    ----------
    anderson2006, section 14.3, with the frame of the reflected shock.
    """
    piston = upstream.speed - incident.speed
    one = jnp.ones_like(piston)
    tube = (incident, piston, air)
    found = bracketed_root(_wall_excess, tube, LEAST_RATIO * one, (1.0 - 1e-9) * one, 0.3 * one, 0.2 * one)
    wall = _at_wall(tube, found.value)
    return dataclasses.replace(
        wall,
        density=incident.density / found.value,
        within=wall.within & incident.within & found.converged,
    )


def reflected_shock_speed(upstream: GasState, incident: GasState, wall: GasState) -> Scalar:
    """Speed of the reflected shock away from the end wall [m/s], from the three states that it joins."""
    piston = upstream.speed - incident.speed
    return piston * incident.density / (wall.density - incident.density)


def _at_wall(tube: tuple[GasState, Scalar, AbstractAir], ratio: Scalar) -> GasState:
    """State at the end wall if the reflected shock divides the volume by a ratio."""
    incident, piston, air = tube
    speed = piston / (1.0 - ratio)
    pressure = incident.pressure + incident.density * speed * piston
    enthalpy = incident.enthalpy + 0.5 * speed**2 * (1.0 - ratio**2)
    return air.state(pressure=pressure, enthalpy=enthalpy)


def _wall_excess(tube: tuple[GasState, Scalar, AbstractAir], ratio: Scalar) -> Scalar:
    return tube[0].density / _at_wall(tube, ratio).density - ratio


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
