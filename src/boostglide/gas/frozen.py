"""Air whose composition does not change: vibration in equilibrium, and the perfect gas."""

from typing import ClassVar, Self

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import GAS_CONSTANT, Array, Float, Scalar, load_arrays
from boostglide.gas.air import AbstractAir
from boostglide.gas.interpolation import cell
from boostglide.gas.state import GasState

TABLE = "gas/equilibrium_air.npz"
COLDEST, HOTTEST = 40.0, 20000.0


class FrozenAir(AbstractAir):
    """Undissociated air O2 0.21, N2 0.79 by mole, vibration in equilibrium; 40 to 20000 K.

    Below 200 K, where the NASA polynomials end, the heat capacity of 200 K is kept. Only the composition is
    frozen: behind a shock this is the temperature once vibration has relaxed and before dissociation starts.

    Parameters
    ----------
    log_temperature
        Nodes of the logarithm of temperature [K], even.
    table
        Enthalpy [J/kg], entropy at 1 Pa [J/kg/K] and heat capacity [J/kg/K] at the nodes.
    molar_mass
        Molar mass [kg/mol].
    """

    log_temperature: Float[Array, " node"]
    table: Float[Array, "node 3"]
    molar_mass: Scalar
    references: ClassVar[tuple[str, ...]] = ("mcbride2002", "cantera2025")

    @classmethod
    def load(cls) -> Self:
        """The air of the package's table."""
        arrays = load_arrays(TABLE)
        names = ("frozen_log_temperature", "frozen_table", "cold_molar_mass")
        return cls(*(jnp.asarray(np.asarray(arrays[name]), dtype=float) for name in names))

    @property
    def gas_constant(self) -> Scalar:
        """Specific gas constant [J/kg/K]."""
        return float(GAS_CONSTANT) / self.molar_mass

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
            nitric_oxide=jnp.zeros_like(temperature),
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


def _hermite(t: Scalar, low: Scalar, high: Scalar, left: Scalar, right: Scalar) -> Scalar:
    """Cubic with given ends and slopes on the unit interval."""
    rise = high - low
    return low + t * (left + t * ((3.0 * rise - 2.0 * left - right) + t * (left + right - 2.0 * rise)))
