"""The gas just behind a normal shock: composition as ahead of it, vibration as ahead or in equilibrium."""

from typing import NamedTuple

import jax
import jax.numpy as jnp

from boostglide.core import GAS_CONSTANT, Array, Float, Int, Scalar
from boostglide.gas.reactor.flow import CaloricLaw
from boostglide.gas.reactor.post_shock import ShockCase
from boostglide.gas.reactor.reactor import Reactor

NEWTON_STEPS = 12


class Stream(NamedTuple):
    """The gas ahead of a shock, in the frame of the shock.

    Parameters
    ----------
    pressure
        Pressure [Pa].
    temperature
        Temperature of all degrees of freedom [K].
    speed
        Speed towards the shock [m/s].
    mole_fractions
        Of the species of the kinetics [-].
    """

    pressure: Scalar
    temperature: Scalar
    speed: Scalar
    mole_fractions: Float[Array, " species"]


def shock_start(reactor: Reactor, stream: Stream) -> tuple[Float[Array, " unknowns"], ShockCase]:
    """Unknowns just behind a shock, and what is conserved through it.

    With vibrational temperatures, those of the stream are kept and only translation and rotation jump. With
    one temperature, vibration is in equilibrium with it; it is found by Newton's method from the other
    jump.

    Parameters
    ----------
    reactor
        The flow behind the shock.
    stream
        The gas ahead of it.

    Returns
    -------
    tuple
        Unknowns in units of the reactor, and the conserved fluxes.

    References
    ----------
    gnoffo1989, park1990 (frozen jump).
    """
    kinetics, mass = reactor.kinetics, reactor.kinetics.thermodynamics.molar_mass
    moles = stream.mole_fractions / jnp.sum(stream.mole_fractions * mass)
    density = stream.pressure / (float(GAS_CONSTANT) * jnp.sum(moles) * stream.temperature)
    flux = density * stream.speed
    modes = jnp.broadcast_to(stream.temperature, (kinetics.modes,))
    enthalpy = reactor.enthalpy_at(moles, stream.temperature, modes)
    case = ShockCase(flux, stream.speed + stream.pressure / flux, enthalpy + 0.5 * stream.speed**2)
    temperatures = modes if kinetics.modes else _relaxed_jump(reactor, moles, stream.temperature, case)[None]
    return reactor.pack(moles * mass, temperatures, jnp.zeros(1)), case


def _relaxed_jump(reactor: Reactor, moles: Float, cold: Scalar, case: ShockCase) -> Scalar:
    """Temperature behind a shock with vibration in equilibrium, by Newton's method from above."""
    thermodynamics = reactor.kinetics.thermodynamics
    fractions = moles * thermodynamics.molar_mass
    capacity = jnp.sum(fractions * thermodynamics.thermal_heat_capacity)
    gas = reactor.gas_law(moles, jnp.zeros(0))
    frozen = CaloricLaw(reactor.enthalpy_at(moles, cold, jnp.zeros(0)) - capacity * cold, capacity)

    def surplus(temperature: Scalar) -> Scalar:
        enthalpy = reactor.enthalpy_at(moles, temperature, jnp.zeros(0))
        return reactor.flow.surplus(case, gas, temperature, enthalpy, jnp.zeros(1))

    def newton(_: Int, temperature: Scalar) -> Scalar:
        value, slope = jax.jvp(surplus, (temperature,), (jnp.ones_like(temperature),))
        return jnp.maximum(temperature - value / slope, cold)

    first = reactor.flow.temperature(case, gas, frozen, jnp.zeros(1))
    return jax.lax.fori_loop(0, NEWTON_STEPS, newton, first)
