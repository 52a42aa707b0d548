"""The equations of a particle of gas: composition, temperatures and what its flow adds."""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from boostglide.core import GAS_CONSTANT, Array, Flag, Float, Scalar
from boostglide.gas.kinetics.source import Kinetics
from boostglide.gas.reactor.flow import AbstractFlow, CaloricLaw, Extra, GasLaw
from boostglide.gas.species import REFERENCE_TEMPERATURE
from boostglide.solve import AbstractStiffProblem

MOLES_SCALE = 1e-6
"""Moles of a species in a kilogram [mol/kg] below which its error counts less and less."""

TEMPERATURE_SCALE = 10.0
HOTTEST, COLDEST = 2e5, 20.0
"""Temperatures [K] between which a case is followed."""


class Case(NamedTuple):
    """What belongs to one case.

    Parameters
    ----------
    flow
        Numbers of its flow, in any units.
    log_factor
        Logarithm by which each rate is multiplied [-].
    """

    flow: Any
    log_factor: Float[Array, " reaction"]


class Point(NamedTuple):
    """A particle of gas at one moment.

    Parameters
    ----------
    moles
        Moles of each species in a kilogram [mol/kg].
    vibrational_temperature
        Of each mode [K]; empty for one temperature.
    temperature
        Of translation and rotation [K].
    volume
        Specific volume [m^3/kg].
    gas
        Its gas law.
    extra
        Unknowns of the flow, in their units.
    """

    moles: Float[Array, " species"]
    vibrational_temperature: Float[Array, " mode"]
    temperature: Scalar
    volume: Scalar
    gas: GasLaw
    extra: Extra


class Reactor(AbstractStiffProblem):
    """Chemistry and energy exchange in a particle of gas whose flow sets volume and energy.

    The unknowns are the moles of each species in a kilogram [mol/kg], the temperature or the vibrational
    temperatures [K], and those of the flow.

    Parameters
    ----------
    kinetics
        Chemistry and energy exchange.
    flow
        The surroundings.
    """

    kinetics: Kinetics
    flow: AbstractFlow

    def error_scale(self) -> Float[Array, " unknowns"]:
        """Sizes added in the error control [mol/kg, K and units of the flow]."""
        species, modes = len(self.kinetics.names), max(self.kinetics.modes, 1)
        sizes = [MOLES_SCALE] * species + [TEMPERATURE_SCALE] * modes + list(self.flow.extras)
        return jnp.asarray(sizes, dtype=float)

    def within(self, position: Scalar, state: Float[Array, " unknowns"], case: Case) -> Flag:
        """Whether all numbers are finite and temperatures lie between 20 and 200 000 K [any unit]."""
        point = self.point(position, state, case)
        every = jnp.concatenate([point.temperature[None], point.vibrational_temperature])
        finite = jnp.all(jnp.isfinite(state)) & (point.volume > 0.0)
        return finite & jnp.all((every > COLDEST) & (every < HOTTEST))

    def pack(self, mass_fractions: Float, temperatures: Float, extra: Float) -> Float[Array, " unknowns"]:
        """Unknowns from mass fractions [-], the temperature or vibrational ones [K] and those of the flow."""
        return jnp.concatenate(
            [mass_fractions / self.kinetics.thermodynamics.molar_mass, temperatures, extra]
        )

    def point(self, position: Scalar, state: Float[Array, " unknowns"], case: Case) -> Point:
        """The particle at a position, in units of the problem."""
        moles, temperatures, extra = self._unpacked(state)
        modes = temperatures[: self.kinetics.modes]
        gas = self.gas_law(moles, modes)
        temperature = temperatures[0]
        if self.kinetics.modes:
            temperature = self.flow.temperature(case.flow, gas, self.caloric_law(moles, modes), extra)
        volume = self.flow.volume(case.flow, position, gas, temperature, extra)
        return Point(moles, modes, temperature, volume, gas, extra)

    def rates(
        self, position: Scalar, state: Float[Array, " unknowns"], case: Case
    ) -> Float[Array, " unknowns"]:
        """Derivative of the unknowns with respect to the position, in their units."""
        point = self.point(position, state, case)
        mass = self.kinetics.thermodynamics.molar_mass
        fractions, modes = point.moles * mass, point.vibrational_temperature
        produced, gained = self.kinetics.sources(
            point.temperature, modes, 1.0 / point.volume, fractions, case.log_factor
        )
        moles = produced * point.volume / mass
        extra = self.flow.extra_rates(case.flow, position, point.volume, point.extra)
        if self.kinetics.modes:
            temperatures = self._vibrational_rates(position, point, case, moles, gained * point.volume, extra)
        else:
            temperatures = self._temperature_rate(point, case, moles, extra)[None]
        slopes = jnp.concatenate([moles, temperatures, extra])
        return slopes * self.flow.stretch(case.flow, point.volume, point.extra)

    def surplus(self, position: Scalar, state: Float[Array, " unknowns"], case: Case) -> Scalar:
        """Energy above what the flow conserves [J/kg]."""
        point = self.point(position, state, case)
        enthalpy = self.enthalpy_at(point.moles, point.temperature, point.vibrational_temperature)
        return self.flow.surplus(case.flow, point.gas, point.temperature, enthalpy, point.extra)

    def enthalpy_at(self, moles: Float, temperature: Scalar, vibrational_temperature: Float) -> Scalar:
        """Enthalpy of a composition [mol/kg] at temperatures [K]; [J/kg]."""
        if self.kinetics.modes:
            law = self.caloric_law(moles, vibrational_temperature)
            return law.offset + law.heat_capacity * temperature
        thermodynamics = self.kinetics.thermodynamics
        return jnp.sum(moles * thermodynamics.molar_mass * thermodynamics.enthalpy(temperature))

    def gas_law(self, moles: Float, vibrational_temperature: Float) -> GasLaw:
        """Gas law of a composition [mol/kg], electrons at their own temperature where there is one [K]."""
        total = jnp.sum(moles) * float(GAS_CONSTANT)
        if not self.kinetics.modes:
            return GasLaw(total, jnp.zeros_like(total))
        electrons = self._electron_constant(moles)
        return GasLaw(
            total - electrons, electrons * self.kinetics.electron_temperature(vibrational_temperature)
        )

    def caloric_law(self, moles: Float, vibrational_temperature: Float) -> CaloricLaw:
        """Caloric law of a composition [mol/kg] with vibrational temperatures [K]."""
        energy = self.kinetics.vibronic(vibrational_temperature).energy
        return self._caloric_law(moles, self.gas_law(moles, vibrational_temperature).electrons, energy)

    def _caloric_law(self, moles: Float, electrons: Scalar, vibronic_energy: Float) -> CaloricLaw:
        thermodynamics = self.kinetics.thermodynamics
        fractions, thermal = moles * thermodynamics.molar_mass, thermodynamics.thermal_heat_capacity
        at_rest = thermodynamics.formation_enthalpy - REFERENCE_TEMPERATURE * thermal
        return CaloricLaw(
            jnp.sum(fractions * (at_rest + vibronic_energy)) + electrons, jnp.sum(fractions * thermal)
        )

    def _electron_constant(self, moles: Float) -> Scalar:
        """Gas constant times the moles of electrons in a kilogram [J/kg/K]."""
        kinetics = self.kinetics
        return jnp.sum(moles * kinetics.thermodynamics.molar_mass * kinetics.electron_gas_constant)

    def _unpacked(self, state: Float) -> tuple[Float, Float, Float]:
        species, modes = len(self.kinetics.names), max(self.kinetics.modes, 1)
        return state[:species], state[species : species + modes], state[species + modes :]

    def _vibrational_rates(
        self, position: Scalar, point: Point, case: Case, moles: Float, gained: Float, extra: Float
    ) -> Float[Array, " mode"]:
        """Rate of each vibrational temperature [K/s]; expansion costs the electrons p_e dv."""
        kinetics, mass = self.kinetics, self.kinetics.thermodynamics.molar_mass
        modes, electron = point.vibrational_temperature, kinetics.electron_mode
        vibronic = kinetics.vibronic(modes)
        capacity = kinetics.member @ (point.moles * mass * vibronic.heat_capacity)
        gain = (gained - kinetics.member @ (moles * mass * vibronic.energy)) / capacity
        # The two laws change with the composition and with the vibrational temperatures.
        constant = self._electron_constant(point.moles)
        electrons = self.gas_law(moles, modes).electrons + constant * jnp.sum(electron * gain)
        gas = GasLaw(self.gas_law(moles, modes).constant, electrons)
        caloric = self._caloric_law(moles, electrons, vibronic.energy)
        caloric = caloric._replace(offset=caloric.offset + jnp.sum(capacity * gain))
        growth = self._growth(position, point, case, gas, caloric, extra, 1.0)
        warmer = jnp.sum(electron * capacity)
        none = jnp.zeros_like(constant)
        own = GasLaw(none, constant), CaloricLaw(warmer + constant, none)
        per_kelvin = self._growth(position, point, case, *own, jnp.zeros_like(extra), 0.0)
        # Cooling of the electrons for a growth of the volume, which their cooling itself makes smaller.
        cooling = point.gas.electrons / point.volume / warmer
        return gain - electron * cooling * growth / (1.0 + cooling * per_kelvin)

    def _growth(
        self,
        position: Scalar,
        point: Point,
        case: Case,
        gas: GasLaw,
        caloric: CaloricLaw,
        extra: Float,
        time: float,
    ) -> Scalar:
        """Rate of the volume for rates of the two laws, of what belongs to the flow, and of time."""

        def volume(gas: GasLaw, caloric: CaloricLaw, extra: Float, time: Scalar) -> Scalar:
            return self.flow.volume(
                case.flow, time, gas, self.flow.temperature(case.flow, gas, caloric, extra), extra
            )

        law = self.caloric_law(point.moles, point.vibrational_temperature)
        where = (point.gas, law, point.extra, position)
        return jax.jvp(volume, where, (gas, caloric, extra, jnp.full_like(position, time)))[1]

    def _temperature_rate(self, point: Point, case: Case, moles: Float, extra: Float) -> Scalar:
        """Rate of the one temperature that keeps the surplus of energy at zero [K/s]."""

        def surplus(moles: Float, temperature: Scalar, extra: Float) -> Scalar:
            gas = self.gas_law(moles, point.vibrational_temperature)
            enthalpy = self.enthalpy_at(moles, temperature, point.vibrational_temperature)
            return self.flow.surplus(case.flow, gas, temperature, enthalpy, extra)

        where = (point.moles, point.temperature, point.extra)
        none, one = jnp.zeros_like(point.moles), jnp.ones_like(point.temperature)
        made = jax.jvp(surplus, where, (moles, 0.0 * one, extra))[1]
        per_kelvin = jax.jvp(surplus, where, (none, one, jnp.zeros_like(extra)))[1]
        return -made / per_kelvin
