"""Any mixture of gases in equilibrium, computed by Cantera from within compiled code."""

import dataclasses
import functools
from collections.abc import Mapping
from typing import ClassVar, Literal, Self

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import BOLTZMANN, GAS_CONSTANT, Array, Float, Scalar
from boostglide.gas import mixture_host as host
from boostglide.gas.air import AbstractAir
from boostglide.gas.cantera_phase import possible_species
from boostglide.gas.equilibrium import HIGHEST_PRESSURE, LOWEST_PRESSURE, UNREACTED
from boostglide.gas.frozen import COLDEST, HOTTEST, FrozenAir
from boostglide.gas.mixture_host import Mixture
from boostglide.gas.state import GasState

Pair = Literal["TP", "HP", "SP"]


class EquilibriumMixture(AbstractAir):
    """Any mixture of gases in chemical equilibrium, an ideal gas of all known species of its elements.

    The states come from Cantera, one after the other, through a callback of compiled code: about a
    millisecond each. First derivatives are those of the laws of mass action, exact but for the sound speed
    (central differences); there are no second derivatives.

    Valid as equilibrium air is: 1 Pa to 100 MPa and 40 to 20000 K, and at any lower pressure below 1000 K;
    condensation, forces between molecules and second ionisation are not in the model. Below 200 K the
    composition and the heat capacity of 200 K are kept. Enthalpy is zero for the unreacted mixture at 0 K, as
    in `FrozenAir.of`, which is also the model of a stream that has not reacted.

    Parameters
    ----------
    frozen
        The unreacted mixture.
    unreacted
        Mole fractions of the unreacted mixture [-].
    species
        Names of the species that can form, in the order of `composition`.
    """

    frozen: FrozenAir
    unreacted: tuple[tuple[str, float], ...] = eqx.field(static=True)
    species: tuple[str, ...] = eqx.field(static=True)
    references: ClassVar[tuple[str, ...]] = ("cantera2025", "mcbride2002")

    @classmethod
    def of(cls, composition: Mapping[str, float]) -> Self:
        """The mixture of amounts of species in any one unit; ValueError if it is not one."""
        frozen = FrozenAir.of(composition)
        fractions = dict(zip(frozen.species, np.asarray(frozen.mole_fractions).tolist(), strict=True))
        return cls(frozen, tuple(fractions.items()), possible_species(fractions))

    @property
    def enthalpy_datum(self) -> Scalar:
        """Enthalpy of this model where that from the elements at 298.15 K is zero [J/kg]."""
        return self.frozen.enthalpy_datum

    def cold_enthalpy(self, temperature: Scalar) -> Scalar:
        """Specific enthalpy of the unreacted mixture at a temperature [K]; for free streams [J/kg]."""
        return self.frozen.cold_enthalpy(temperature)

    def state(self, *, pressure: Scalar, enthalpy: Scalar) -> GasState:
        """State at a pressure [Pa] and a specific enthalpy [J/kg]; `within` says whether it is in range."""
        state = self._state("HP", enthalpy - self.enthalpy_datum, pressure)
        return dataclasses.replace(state, enthalpy=jnp.asarray(enthalpy, dtype=float))

    def state_from_temperature(self, *, pressure: Scalar, temperature: Scalar) -> GasState:
        """State at a pressure [Pa] and a temperature [K]; `within` says whether it is in range."""
        state = self._state("TP", temperature, pressure)
        return dataclasses.replace(state, within=state.within & (temperature <= HOTTEST))

    def state_from_entropy(self, *, pressure: Scalar, entropy: Scalar) -> GasState:
        """State at a pressure [Pa] and a specific entropy [J/kg/K]; `within` says whether it is in range."""
        return self._state("SP", entropy, pressure)

    def composition(self, *, pressure: Scalar, enthalpy: Scalar) -> Float[Array, " species"]:
        """Mole fractions at a pressure [Pa] and a specific enthalpy [J/kg]; without derivative [-]."""
        shape = jax.ShapeDtypeStruct((len(self.species),), float)
        call = functools.partial(host.fractions, (self.unreacted, self.species), "HP")
        arguments = (jax.lax.stop_gradient(enthalpy - self.enthalpy_datum), jax.lax.stop_gradient(pressure))
        return jax.pure_callback(call, shape, *arguments, vmap_method="sequential")

    def _state(self, pair: Pair, first: Scalar, pressure: Scalar) -> GasState:
        mixture = (self.unreacted, self.species)
        pressure = jnp.asarray(pressure, dtype=float)
        solved = _solved(mixture, pair, jnp.asarray(first, dtype=float), pressure)
        temperature, enthalpy, entropy, molar_mass, electrons, nitric_oxide, beyond = solved
        in_range = (temperature >= COLDEST) & (beyond < 0.5) & (pressure <= HIGHEST_PRESSURE)
        unreacted = (temperature <= UNREACTED) & (pressure > 0.0)
        return GasState(
            pressure=pressure,
            temperature=temperature,
            density=pressure * molar_mass / (float(GAS_CONSTANT) * temperature),
            enthalpy=enthalpy + self.enthalpy_datum,
            entropy=entropy,
            sound_speed=_sound_speed(mixture, temperature, pressure),
            electron_density=electrons * pressure / (float(BOLTZMANN) * temperature),
            speed=jnp.zeros_like(temperature),
            molar_mass=molar_mass,
            nitric_oxide=nitric_oxide,
            within=in_range & ((pressure >= LOWEST_PRESSURE) | unreacted),
        )


@functools.partial(jax.custom_jvp, nondiff_argnums=(0, 1))
def _solved(mixture: Mixture, pair: Pair, first: Scalar, pressure: Scalar) -> Float[Array, " property"]:
    """Properties of an equilibrium state."""
    shape = jax.ShapeDtypeStruct((host.PROPERTIES,), float)
    call = functools.partial(host.properties, mixture, pair)
    return jax.pure_callback(call, shape, first, pressure, vmap_method="sequential")


@_solved.defjvp
def _solved_slope(
    mixture: Mixture, pair: Pair, primals: tuple[Scalar, Scalar], tangents: tuple[Scalar, Scalar]
) -> tuple[Array, Array]:
    shape = jax.ShapeDtypeStruct((3, host.PROPERTIES), float)
    call = functools.partial(host.properties_and_slopes, mixture, pair)
    values, by_first, by_pressure = jax.pure_callback(call, shape, *primals, vmap_method="sequential")
    return values, by_first * tangents[0] + by_pressure * tangents[1]


@functools.partial(jax.custom_jvp, nondiff_argnums=(0,))
def _sound_speed(mixture: Mixture, temperature: Scalar, pressure: Scalar) -> Scalar:
    """Equilibrium speed of sound; apart from the other properties, which iterations need without it."""
    call = functools.partial(host.sound_speed, mixture)
    shape = jax.ShapeDtypeStruct((), float)
    return jax.pure_callback(call, shape, temperature, pressure, vmap_method="sequential")


@_sound_speed.defjvp
def _sound_speed_slope(
    mixture: Mixture, primals: tuple[Scalar, Scalar], tangents: tuple[Scalar, Scalar]
) -> tuple[Scalar, Scalar]:
    shape = jax.ShapeDtypeStruct((3,), float)
    call = functools.partial(host.sound_speed_and_slopes, mixture)
    value, by_temperature, by_pressure = jax.pure_callback(call, shape, *primals, vmap_method="sequential")
    return value, by_temperature * tangents[0] + by_pressure * tangents[1]
