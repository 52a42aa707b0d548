"""Air in chemical equilibrium, from a table over pressure and enthalpy."""

import dataclasses
from typing import ClassVar, Self

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import BOLTZMANN, GAS_CONSTANT, Array, Flag, Float, Scalar, load_arrays, load_yaml
from boostglide.gas.air import AbstractAir
from boostglide.gas.derivatives import StateDerivatives, derivatives_from_response
from boostglide.gas.frozen import COLDEST, HOTTEST, POLYNOMIALS_FROM, FrozenAir
from boostglide.gas.interpolation import cell, cubic_weights, invert_rising, with_ghosts
from boostglide.gas.state import GasState
from boostglide.gas.thermodynamics import REFERENCE_PRESSURE, SpeciesThermodynamics

TABLE = "gas/equilibrium_air"
LOWEST_PRESSURE, HIGHEST_PRESSURE = 1.0, 1e8
UNREACTED = 1000.0
_TEMPERATURE, _MOLAR_MASS, _ENTROPY, _SOUND_SPEED, _ELECTRONS, _NITRIC_OXIDE = range(6)


class EquilibriumAir(AbstractAir):
    """Standard air (N2, O2, Ar) in equilibrium, an ideal gas of all their species with one charge at most.

    Valid from 1 Pa to 100 MPa and 40 to 20000 K, and at any lower pressure while below 1000 K, where nothing
    reacts; `within` of each state says so, and outside the edge is returned. Below 200 K the NASA polynomials
    end and air of the constant heat capacity of 200 K continues them. Condensation is not in the model, nor
    are the forces between molecules, which matter above some 10 MPa in cold air, nor second ionisation, which
    matters above 16000 K at 100 Pa and 14000 K at 1 Pa. Negative ions are: without them there would be 5 per
    cent too many electrons at 2000 K and 100 kPa, and twice as many at 4000 K and 100 MPa.

    Enthalpy counts from 0 K (constant heat capacity below 200 K). Errors of the interpolation: see
    data/gas/equilibrium_air.yaml.

    Parameters
    ----------
    table
        Columns at the nodes of log10 pressure and of the enthalpy coordinate, with ghost nodes; units of
        the columns in the data file.
    hot_log_enthalpy
        Logarithm of the enthalpy [J/kg] at 20000 K at the nodes of pressure, with ghost nodes.
    cold_log_enthalpy
        Logarithm of the enthalpy [J/kg] at 200 K.
    frozen
        The undissociated air.
    potentials
        Chemical potentials over R T of the elements at the nodes of the table [-].
    response
        Logarithm of the heat capacity at constant pressure [J/kg/K], slopes of ln volume over ln temperature
        and over ln pressure [-] at the nodes.
    thermodynamics
        The species of which the air is made.
    """

    table: Float[Array, "pressure coordinate 6"]
    hot_log_enthalpy: Float[Array, " pressure"]
    cold_log_enthalpy: Scalar
    frozen: FrozenAir
    potentials: Float[Array, "pressure coordinate 4"]
    response: Float[Array, "pressure coordinate 3"]
    thermodynamics: SpeciesThermodynamics
    references: ClassVar[tuple[str, ...]] = ("cantera2025", "mcbride2002", "keys1981")

    @classmethod
    def load(cls) -> Self:
        """The table of the package."""
        arrays = load_arrays(f"{TABLE}.npz")
        table, potentials, response = (
            jnp.asarray(with_ghosts(with_ghosts(arrays[name], 0), 1), dtype=float)
            for name in ("table", "potentials", "response")
        )
        return cls(
            table,
            jnp.asarray(with_ghosts(arrays["hot_log_enthalpy"], 0), dtype=float),
            jnp.asarray(np.log(arrays["cold_enthalpy"]), dtype=float),
            FrozenAir.load(),
            potentials,
            response,
            SpeciesThermodynamics.load(load_yaml(f"{TABLE}.yaml")["species"]),
        )

    @property
    def species(self) -> tuple[str, ...]:
        """Names of the species, in the order of `composition`."""
        return self.thermodynamics.names

    @property
    def enthalpy_datum(self) -> Scalar:
        """Enthalpy of this model where that from the elements at 298.15 K is zero [J/kg]."""
        return self.frozen.enthalpy_datum

    def cold_enthalpy(self, temperature: Scalar) -> Scalar:
        """Specific enthalpy of undissociated air at a temperature [K]; for streams below 1000 K [J/kg]."""
        return self.frozen.cold_enthalpy(temperature)

    def state(self, *, pressure: Scalar, enthalpy: Scalar) -> GasState:
        """State at a pressure [Pa] and a specific enthalpy [J/kg]; `within` says whether it is in range."""
        values, coordinate = self._interpolated(self.table, pressure, enthalpy)
        return self._state(pressure, enthalpy, values, coordinate <= 1.0 + 1e-12)

    def composition(self, *, pressure: Scalar, enthalpy: Scalar) -> Float[Array, " species"]:
        """Mole fractions at a pressure [Pa] and a specific enthalpy [J/kg], by the law of mass action [-]."""
        potentials, _ = self._interpolated(self.potentials, pressure, enthalpy)
        values, _ = self._interpolated(self.table, pressure, enthalpy)
        temperature = jnp.maximum(jnp.exp(values[_TEMPERATURE]), POLYNOMIALS_FROM)
        held = jnp.clip(pressure, LOWEST_PRESSURE, HIGHEST_PRESSURE)
        species = self.thermodynamics
        of_elements = potentials[:-1] @ species.elements - potentials[-1] * species.charge
        exponent = of_elements - species.gibbs(temperature) - jnp.log(held / REFERENCE_PRESSURE)
        fractions = jnp.exp(jnp.clip(exponent, -300.0, 0.0))
        return fractions / jnp.sum(fractions)

    def state_from_temperature(self, *, pressure: Scalar, temperature: Scalar) -> GasState:
        """State at a pressure [Pa] and a temperature [K]; `within` says whether it is in range."""
        enthalpy = self._solve(pressure, jnp.log(temperature), _TEMPERATURE)
        coldest = jnp.exp(self.frozen.log_temperature[0])
        enthalpy = jnp.where(temperature < coldest, self.frozen.cold_enthalpy(temperature), enthalpy)
        state = self.state(pressure=pressure, enthalpy=enthalpy)
        return dataclasses.replace(state, within=state.within & (temperature <= HOTTEST))

    def state_from_entropy(self, *, pressure: Scalar, entropy: Scalar) -> GasState:
        """State at a pressure [Pa] and a specific entropy [J/kg/K]; `within` says whether it is in range."""
        reduced = entropy / self.frozen.gas_constant + jnp.log(pressure)
        enthalpy = self._solve(pressure, reduced, _ENTROPY)
        cold = self._cold_temperature(reduced)
        coldest = jnp.exp(self.frozen.log_temperature[0])
        enthalpy = jnp.where(cold < coldest, self.frozen.cold_enthalpy(cold), enthalpy)
        return self.state(pressure=pressure, enthalpy=enthalpy)

    def derivatives(self, state: GasState) -> StateDerivatives:
        """Heat capacities and other derivatives of a state, from their own table."""
        values, _ = self._interpolated(self.response, state.pressure, state.enthalpy)
        return derivatives_from_response(state, jnp.exp(values[0]), values[1], values[2])

    @property
    def _cells(self) -> int:
        return self.table.shape[1] - 3

    def _interpolated(
        self, table: Float[Array, "pressure coordinate column"], pressure: Scalar, enthalpy: Scalar
    ) -> tuple[Float[Array, " column"], Scalar]:
        """Columns of a table, and the coordinate of the enthalpy."""
        row, weights, hot = self._pressure(pressure)
        warm = jnp.maximum(enthalpy, jnp.exp(self.cold_log_enthalpy))
        coordinate = (jnp.log(warm) - self.cold_log_enthalpy) / (hot - self.cold_log_enthalpy)
        column, offset = cell(coordinate * self._cells, self._cells)
        nodes = jax.lax.dynamic_slice(table, (row, column, jnp.zeros_like(row)), (4, 4, table.shape[2]))
        return jnp.einsum("i,j,ijk->k", weights, cubic_weights(offset), nodes), coordinate

    def _pressure(self, pressure: Scalar) -> tuple[Array, Float[Array, " 4"], Scalar]:
        """Cell and weights of a pressure, and the logarithm of the enthalpy at 20000 K there."""
        cells = self.table.shape[0] - 3
        span = np.log10(HIGHEST_PRESSURE / LOWEST_PRESSURE)
        row, offset = cell(jnp.log10(pressure / LOWEST_PRESSURE) * (cells / span), cells)
        weights = cubic_weights(offset)
        return row, weights, weights @ jax.lax.dynamic_slice(self.hot_log_enthalpy, (row,), (4,))

    def _solve(self, pressure: Scalar, value: Scalar, column: int) -> Scalar:
        """Enthalpy at which a rising column has a value at a pressure."""
        row, weights, hot = self._pressure(pressure)
        rows = jax.lax.dynamic_slice(
            self.table[:, :, column], (row, jnp.zeros_like(row)), (4, self.table.shape[1])
        )
        index, offset = invert_rising(weights @ rows, value)
        coordinate = (index.astype(offset.dtype) + offset) / self._cells
        return jnp.exp(self.cold_log_enthalpy + coordinate * (hot - self.cold_log_enthalpy))

    def _cold_temperature(self, reduced_entropy: Scalar) -> Scalar:
        """Temperature of unreacted cold air at an entropy in units of the gas constant plus ln pressure."""
        rise = (reduced_entropy - self.table[1, 1, _ENTROPY]) * self.frozen.gas_constant
        return jnp.exp(self.frozen.log_temperature[0] + jnp.minimum(rise / self.frozen.table[0, 2], 0.0))

    def _state(
        self, pressure: Scalar, enthalpy: Scalar, values: Float[Array, " 6"], in_table: Flag
    ) -> GasState:
        """State from interpolated columns; cold air continues them with a constant heat capacity."""
        constant, capacity = self.frozen.gas_constant, self.frozen.table[0, 2]
        coldest = jnp.exp(self.frozen.log_temperature[0])
        cold = jnp.minimum(jnp.maximum(enthalpy / capacity, 1.0) / coldest, 1.0)
        temperature = jnp.exp(values[_TEMPERATURE]) * cold
        molar_mass = jnp.exp(values[_MOLAR_MASS])
        unreacted = temperature <= UNREACTED
        return GasState(
            pressure=pressure,
            temperature=temperature,
            density=pressure * molar_mass / (float(GAS_CONSTANT) * temperature),
            enthalpy=enthalpy,
            entropy=constant * (values[_ENTROPY] - jnp.log(pressure)) + capacity * jnp.log(cold),
            sound_speed=jnp.exp(values[_SOUND_SPEED]) * jnp.sqrt(cold),
            electron_density=10.0 ** values[_ELECTRONS] * pressure / (float(BOLTZMANN) * temperature),
            speed=jnp.zeros_like(temperature),
            molar_mass=molar_mass,
            nitric_oxide=jnp.maximum(values[_NITRIC_OXIDE], 0.0),
            within=in_table
            & (temperature >= COLDEST)
            & (pressure <= HIGHEST_PRESSURE)
            & ((pressure >= LOWEST_PRESSURE) | (unreacted & (pressure > 0.0))),
        )
