"""Air whose composition does not change: vibration in equilibrium, and the perfect gas."""

import functools
from collections.abc import Mapping
from typing import ClassVar, Self

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import GAS_CONSTANT, Array, Float, Scalar
from boostglide.gas.air import AbstractAir
from boostglide.gas.composition import STANDARD_AIR, mean_molar_mass, normalised
from boostglide.gas.interpolation import cell
from boostglide.gas.species import REFERENCE_TEMPERATURE, load_species
from boostglide.gas.state import GasState
from boostglide.gas.thermodynamics import REFERENCE_PRESSURE, tabulated

COLDEST, POLYNOMIALS_FROM, HOTTEST = 40.0, 200.0, 20000.0
NODES = 161


class FrozenAir(AbstractAir):
    """A gas of fixed composition, vibration in equilibrium; 40 to 20000 K.

    Standard air by `load`, any other mixture by `of`. Below 200 K, where the NASA polynomials end, the heat
    capacity of 200 K is kept. Only the composition is frozen: behind a shock this is the temperature once
    vibration has relaxed and before dissociation starts. Enthalpy is zero at 0 K of that continuation.

    Parameters
    ----------
    log_temperature
        Nodes of the logarithm of temperature [K], even.
    table
        Enthalpy [J/kg], entropy at 1 Pa [J/kg/K] and heat capacity [J/kg/K] at the nodes.
    molar_mass
        Molar mass [kg/mol].
    mole_fractions
        Mole fractions of the species [-].
    enthalpy_datum
        Enthalpy of this model where that from the elements at 298.15 K is zero [J/kg].
    species
        Names of the species.
    """

    log_temperature: Float[Array, " node"]
    table: Float[Array, "node 3"]
    molar_mass: Scalar
    mole_fractions: Float[Array, " species"]
    enthalpy_datum: Scalar
    species: tuple[str, ...] = eqx.field(static=True)
    references: ClassVar[tuple[str, ...]] = ("mcbride2002",)

    @classmethod
    def load(cls) -> Self:
        """Standard air: nitrogen, oxygen and argon."""
        return cls.of(STANDARD_AIR)

    @classmethod
    def of(cls, composition: Mapping[str, float]) -> Self:
        """The gas of a composition by amounts of species in any one unit; ValueError if it is not one."""
        fractions = normalised(composition)
        nodes, table, datum = _tabulate(tuple(fractions.items()))
        shares = list(fractions.values())
        arrays = (nodes, table, mean_molar_mass(fractions), shares, datum)
        numbers = [jnp.asarray(each, dtype=float) for each in arrays]
        return cls(*numbers, species=tuple(fractions))

    @property
    def gas_constant(self) -> Scalar:
        """Specific gas constant [J/kg/K]."""
        return float(GAS_CONSTANT) / self.molar_mass

    def composition(self, *, pressure: Scalar, enthalpy: Scalar) -> Float[Array, " species"]:
        """Mole fractions, the same at every pressure [Pa] and specific enthalpy [J/kg]; [-]."""
        return self.mole_fractions + 0.0 * (pressure + enthalpy)

    def cold_enthalpy(self, temperature: Scalar) -> Scalar:
        """Specific enthalpy at a temperature [K]; clamped at 20000 K [J/kg]."""
        return self._at(temperature)[0]

    def state(self, *, pressure: Scalar, enthalpy: Scalar) -> GasState:
        """State at a pressure [Pa] and a specific enthalpy [J/kg]; `within` for 40 to 20000 K."""
        return self._state(pressure, self._invert(enthalpy, 0))

    def state_from_temperature(self, *, pressure: Scalar, temperature: Scalar) -> GasState:
        """State at a pressure [Pa] and a temperature [K]; `within` for 40 to 20000 K."""
        return self._state(pressure, temperature)

    def state_from_entropy(self, *, pressure: Scalar, entropy: Scalar) -> GasState:
        """State at a pressure [Pa] and a specific entropy [J/kg/K]; `within` for 40 to 20000 K."""
        return self._state(pressure, self._invert(entropy + self.gas_constant * jnp.log(pressure), 1))

    def _share(self, name: str) -> Scalar | float:
        return self.mole_fractions[self.species.index(name)] if name in self.species else 0.0

    def _state(self, pressure: Scalar, temperature: Scalar) -> GasState:
        enthalpy, entropy, capacity = self._at(temperature)
        constant = self.gas_constant
        return GasState(
            pressure=pressure,
            temperature=temperature,
            density=pressure / (constant * temperature),
            enthalpy=enthalpy,
            entropy=entropy - constant * jnp.log(pressure),
            sound_speed=jnp.sqrt(capacity / (capacity - constant) * constant * temperature),
            electron_density=jnp.zeros_like(temperature),
            speed=jnp.zeros_like(temperature),
            molar_mass=self.molar_mass + jnp.zeros_like(temperature),
            nitric_oxide=self._share("NO") + jnp.zeros_like(temperature),
            within=(temperature >= COLDEST) & (temperature < HOTTEST) & (pressure > 0.0),
        )

    def _at(self, temperature: Scalar) -> tuple[Scalar, Scalar, Scalar]:
        """Enthalpy, entropy at 1 Pa and heat capacity, by the Hermite cubic in ln temperature."""
        first, step = self.log_temperature[0], self.log_temperature[1] - self.log_temperature[0]
        index, t = cell((jnp.log(temperature) - first) / step, self.table.shape[0] - 1)
        low, high = jax.lax.dynamic_slice(self.table, (index, jnp.zeros_like(index)), (2, 3))
        temperatures = jnp.exp(jax.lax.dynamic_slice(self.log_temperature, (index,), (2,)))
        left, right = step * low[2], step * high[2]
        enthalpy = _hermite(t, low[0], high[0], left * temperatures[0], right * temperatures[1])
        entropy = _hermite(t, low[1], high[1], left, right)
        capacity = low[2] + t * (high[2] - low[2])
        cold, coldest = self.table[0], jnp.exp(first)
        is_cold = temperature < coldest
        return (
            jnp.where(is_cold, cold[0] + cold[2] * (temperature - coldest), enthalpy),
            jnp.where(is_cold, cold[1] + cold[2] * (jnp.log(temperature) - first), entropy),
            capacity,
        )

    def _invert(self, value: Scalar, column: int) -> Scalar:
        """Temperature at which a column of the table has a value [K]."""
        nodes = self.table[:, column]
        logarithm = jnp.interp(value, nodes, self.log_temperature)
        temperature = jnp.exp(logarithm)
        for _ in range(4):
            here = self._at(temperature)
            rise = (value - here[column]) / here[2]
            better = temperature + rise if column == 0 else temperature * jnp.exp(jnp.clip(rise, -5.0, 5.0))
            temperature = jnp.clip(better, 1.0, HOTTEST)
        return temperature


class PerfectAir(AbstractAir):
    """Air of constant heat capacity, the perfect gas of textbooks; a comparison, not hot air.

    Parameters
    ----------
    heat_capacity_ratio
        Ratio of the heat capacities [-].
    gas_constant
        Specific gas constant [J/kg/K].
    """

    heat_capacity_ratio: Scalar
    gas_constant: Scalar
    references: ClassVar[tuple[str, ...]] = ("naca1135",)

    def __init__(self, heat_capacity_ratio: float = 1.4, gas_constant: float = 287.05287) -> None:
        """Air of the standard atmosphere unless told otherwise."""
        self.heat_capacity_ratio = jnp.asarray(heat_capacity_ratio, dtype=float)
        self.gas_constant = jnp.asarray(gas_constant, dtype=float)

    @property
    def enthalpy_datum(self) -> Scalar:
        """Enthalpy of this model at 298.15 K, where that from the elements is zero [J/kg]."""
        return self.heat_capacity * REFERENCE_TEMPERATURE

    @property
    def heat_capacity(self) -> Scalar:
        """Heat capacity at constant pressure [J/kg/K]."""
        return self.gas_constant * self.heat_capacity_ratio / (self.heat_capacity_ratio - 1.0)

    def cold_enthalpy(self, temperature: Scalar) -> Scalar:
        """Specific enthalpy at a temperature [K], zero at 0 K [J/kg]."""
        return self.heat_capacity * temperature

    def state(self, *, pressure: Scalar, enthalpy: Scalar) -> GasState:
        """State at a pressure [Pa] and a specific enthalpy [J/kg]."""
        return self.state_from_temperature(pressure=pressure, temperature=enthalpy / self.heat_capacity)

    def state_from_entropy(self, *, pressure: Scalar, entropy: Scalar) -> GasState:
        """State at a pressure [Pa] and a specific entropy [J/kg/K]."""
        temperature = jnp.exp((entropy + self.gas_constant * jnp.log(pressure)) / self.heat_capacity)
        return self.state_from_temperature(pressure=pressure, temperature=temperature)

    def state_from_temperature(self, *, pressure: Scalar, temperature: Scalar) -> GasState:
        """State at a pressure [Pa] and a temperature [K]."""
        zero = jnp.zeros_like(temperature)
        return GasState(
            pressure=pressure,
            temperature=temperature,
            density=pressure / (self.gas_constant * temperature),
            enthalpy=self.heat_capacity * temperature,
            entropy=self.heat_capacity * jnp.log(temperature) - self.gas_constant * jnp.log(pressure),
            sound_speed=jnp.sqrt(self.heat_capacity_ratio * self.gas_constant * temperature),
            electron_density=zero,
            speed=zero,
            molar_mass=float(GAS_CONSTANT) / self.gas_constant + zero,
            nitric_oxide=zero,
            within=(temperature > 0.0) & (pressure > 0.0),
        )


@functools.cache
def _tabulate(fractions: tuple[tuple[str, float], ...]) -> tuple[np.ndarray, np.ndarray, float]:
    """Nodes of ln temperature; enthalpy, entropy at 1 Pa and heat capacity there; datum of enthalpy."""
    species = load_species(name for name, _ in fractions)
    shares = np.array([share for _, share in fractions])
    constant = float(GAS_CONSTANT) / sum(
        each.molar_mass * share for each, share in zip(species, shares, strict=True)
    )
    nodes = np.linspace(np.log(POLYNOMIALS_FROM), np.log(HOTTEST), NODES)
    capacity, enthalpy, entropy = constant * np.moveaxis(tabulated(species, np.exp(nodes)), 2, 0) @ shares
    entropy += constant * (np.log(REFERENCE_PRESSURE) - shares @ np.log(shares))
    datum = capacity[0] * POLYNOMIALS_FROM - enthalpy[0]
    return nodes, np.stack([enthalpy + datum, entropy, capacity], axis=1), float(datum)


def _hermite(t: Scalar, low: Scalar, high: Scalar, left: Scalar, right: Scalar) -> Scalar:
    """Cubic with given ends and slopes on the unit interval."""
    rise = high - low
    return low + t * (left + t * ((3.0 * rise - 2.0 * left - right) + t * (left + right - 2.0 * rise)))
