"""Thermodynamic functions of the species of a gas, by the NASA polynomials, for one temperature or two."""

import functools
from collections.abc import Iterable, Sequence
from typing import ClassVar, Self

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import GAS_CONSTANT, Array, Float, Scalar
from boostglide.gas.species import REFERENCE_TEMPERATURE, Species, load_species

COLDEST, HOTTEST = 200.0, 20000.0
"""Limits of the polynomials [K]; beyond them each species keeps the heat capacity that it has there."""

REFERENCE_PRESSURE = 1e5
"""Pressure of the standard state of the polynomials [Pa]."""

BREAKS = (COLDEST, REFERENCE_TEMPERATURE, 1000.0, 6000.0, HOTTEST)
MOST_SLOPE, LEAST_SLOPE = 20.0, -0.5
LEAST_CAPACITY = 0.2

PerSpecies = Float[Array, " species"]


class SpeciesThermodynamics(eqx.Module):
    """Heat capacity, enthalpy, entropy and free energy of each species of a gas, for one temperature.

    Valid from 200 to 20000 K. Outside, and where the polynomials of a species end before, its heat capacity
    is that of the end, so that all functions continue smoothly and without extremes; above 20000 K that is a
    guess. Enthalpy counts from the elements at 298.15 K.

    For two temperatures the enthalpy splits as h(T, Tv) = formation + thermal (T - 298.15 K) + vibronic(Tv):
    translation and rotation at their classical values, and everything else, electronic excitation included,
    at the other temperature. At Tv = T, from 298.15 K, that is the one-temperature enthalpy again. Of the
    electron everything belongs to Tv. Some polynomials of molecules fall so steeply at the hot end that the
    vibronic heat capacity would turn negative (O2 at 18430 K): from where it falls below a fifth of R it is
    kept, for O2 from 16760 K.

    Parameters
    ----------
    names
        Names of the species.
    element_names
        Symbols of the elements, in the order of `elements`.
    molar_mass
        Molar mass [kg/mol].
    charge
        Charge in elementary charges [-].
    elements
        Number of atoms of each element [-].
    coefficients
        Nine coefficients of heat capacity by range of temperature and species, the first and last range of
        constant heat capacity [-].
    thermal_heat_capacity
        Heat capacity of translation and rotation at constant pressure [J/kg/K]; zero for the electron.
    formation_enthalpy
        Enthalpy at 298.15 K [J/kg].
    cold_capacity, cold_slope
        Vibronic heat capacity at 298.15 K [J/kg/K] and the power of temperature that continues it below [-].
    hot_temperature, hot_enthalpy, hot_capacity
        Temperature [K] from which the vibronic heat capacity is kept, the vibronic enthalpy there [J/kg], and
        that heat capacity [J/kg/K].
    """

    names: tuple[str, ...] = eqx.field(static=True)
    element_names: tuple[str, ...] = eqx.field(static=True)
    molar_mass: PerSpecies
    charge: PerSpecies
    elements: Float[Array, "element species"]
    coefficients: Float[Array, "range species 9"]
    thermal_heat_capacity: PerSpecies
    formation_enthalpy: PerSpecies
    cold_capacity: PerSpecies
    cold_slope: PerSpecies
    hot_temperature: PerSpecies
    hot_enthalpy: PerSpecies
    hot_capacity: PerSpecies
    references: ClassVar[tuple[str, ...]] = ("mcbride2002", "gnoffo1989")

    @classmethod
    def load(cls, names: Iterable[str]) -> Self:
        """Functions of the named species; ValueError where one is unknown."""
        species = load_species(names)
        elements = tuple(dict.fromkeys(key for each in species for key in each.elements))
        numbers = [
            jnp.asarray(each, dtype=float) for each in _arrays(tuple(each.name for each in species), elements)
        ]
        return cls(tuple(each.name for each in species), elements, *numbers)

    @property
    def gas_constant(self) -> PerSpecies:
        """Specific gas constant of each species [J/kg/K]."""
        return float(GAS_CONSTANT) / self.molar_mass

    def heat_capacity(self, temperature: Scalar) -> PerSpecies:
        """Heat capacity at constant pressure at a temperature [K]; [J/kg/K]."""
        return self.gas_constant * self._sum(temperature, _capacity_basis(temperature))

    def enthalpy(self, temperature: Scalar) -> PerSpecies:
        """Enthalpy at a temperature [K], zero for the elements at 298.15 K [J/kg]."""
        return self.gas_constant * temperature * self._sum(temperature, _enthalpy_basis(temperature))

    def entropy(self, temperature: Scalar) -> PerSpecies:
        """Entropy at a temperature [K] and 100 kPa [J/kg/K]."""
        return self.gas_constant * self._sum(temperature, _entropy_basis(temperature))

    def gibbs(self, temperature: Scalar) -> PerSpecies:
        """Free enthalpy of one mole over R T at a temperature [K] and 100 kPa [-]."""
        return self._sum(temperature, _enthalpy_basis(temperature) - _entropy_basis(temperature))

    def vibronic_enthalpy(self, temperature: Scalar) -> PerSpecies:
        """Energy of vibration and electrons at their temperature [K], zero at 298.15 K [J/kg].

        References
        ----------
        gnoffo1989 (the polynomial less translation and rotation).
        """
        rise = temperature - REFERENCE_TEMPERATURE
        warm = self.enthalpy(temperature) - self.formation_enthalpy - self.thermal_heat_capacity * rise
        exponent = self.cold_slope + 1.0
        ratio = jnp.exp(exponent * self._cold_logarithm(temperature))
        cold = self.cold_capacity * REFERENCE_TEMPERATURE * (ratio - 1.0) / exponent
        hot = self.hot_enthalpy + self.hot_capacity * (temperature - self.hot_temperature)
        warm = jnp.where(temperature > self.hot_temperature, hot, warm)
        return jnp.where(temperature < REFERENCE_TEMPERATURE, cold, warm)

    def vibronic_heat_capacity(self, temperature: Scalar) -> PerSpecies:
        """Slope of the vibronic enthalpy at a temperature [K]; zero for atoms without excitation [J/kg/K]."""
        warm = self.heat_capacity(temperature) - self.thermal_heat_capacity
        warm = jnp.where(temperature > self.hot_temperature, self.hot_capacity, warm)
        cold = self.cold_capacity * jnp.exp(self.cold_slope * self._cold_logarithm(temperature))
        return jnp.where(temperature < REFERENCE_TEMPERATURE, cold, warm)

    def _cold_logarithm(self, temperature: Scalar) -> Scalar:
        return jnp.minimum(jnp.log(jnp.maximum(temperature, 1.0) / REFERENCE_TEMPERATURE), 0.0)

    def _sum(self, temperature: Scalar, basis: Float[Array, " 9"]) -> PerSpecies:
        breaks = jnp.asarray(BREAKS, dtype=float)
        index = jnp.sum(temperature >= breaks, dtype=jnp.int32)
        return jax.lax.dynamic_index_in_dim(self.coefficients, index, keepdims=False) @ basis


def _capacity_basis(temperature: Scalar) -> Float[Array, " 9"]:
    """What the coefficients multiply in cp/R."""
    t = temperature
    one, nothing = jnp.ones_like(t), jnp.zeros_like(t)
    return jnp.stack([t**-2, 1.0 / t, one, t, t**2, t**3, t**4, nothing, nothing])


def _enthalpy_basis(temperature: Scalar) -> Float[Array, " 9"]:
    """What the coefficients multiply in h/(R T)."""
    t, inverse = temperature, 1.0 / temperature
    one, nothing = jnp.ones_like(t), jnp.zeros_like(t)
    powers = [t / 2.0, t**2 / 3.0, t**3 / 4.0, t**4 / 5.0]
    return jnp.stack([-(inverse**2), jnp.log(t) * inverse, one, *powers, inverse, nothing])


def _entropy_basis(temperature: Scalar) -> Float[Array, " 9"]:
    """What the coefficients multiply in s/R."""
    t, inverse = temperature, 1.0 / temperature
    powers = [t, t**2 / 2.0, t**3 / 3.0, t**4 / 4.0]
    one, nothing = jnp.ones_like(t), jnp.zeros_like(t)
    return jnp.stack([-0.5 * inverse**2, -inverse, jnp.log(t), *powers, nothing, one])


def shared_ranges(species: Species) -> np.ndarray:
    """Coefficients on the ranges that all species share: below 200 K, between `BREAKS`, above 20000 K.

    Parameters
    ----------
    species
        One species.

    Returns
    -------
    Nine coefficients for each range; of constant heat capacity where the species has no polynomial [-].
    """
    given = np.array(species.coefficients)
    limits = np.array(species.temperature_ranges)
    edges = np.array((COLDEST - 1.0, *BREAKS))
    rows = []
    for low in edges:
        if low < limits[0]:
            rows.append(_constant_from(given[0], float(limits[0])))
        elif low >= limits[-1]:
            rows.append(_constant_from(given[-1], float(limits[-1])))
        else:
            rows.append(given[np.searchsorted(limits, low, side="right") - 1])
    return np.stack(rows)


def tabulated(species: Sequence[Species], temperatures: np.ndarray) -> np.ndarray:
    """Heat capacity, enthalpy and entropy of species at temperatures, outside compiled code.

    Parameters
    ----------
    species
        The species.
    temperatures
        Temperatures [K].

    Returns
    -------
    By temperature and species: heat capacity over R [-], enthalpy over R [K], entropy over R at 100 kPa [-].
    """
    table = np.stack([shared_ranges(each) for each in species], axis=1)
    found = []
    for t in temperatures:
        rows = _row_at(table, t)
        weights = _capacity_weights(t), t * _enthalpy_weights(t), _entropy_weights(t)
        found.append(rows @ np.stack(weights, axis=1))
    return np.array(found)


def _constant_from(row: np.ndarray, temperature: float) -> np.ndarray:
    """Coefficients of constant heat capacity with the enthalpy and entropy of a row at one temperature."""
    t = temperature
    capacity = row @ _capacity_weights(t)
    enthalpy = row @ (t * _enthalpy_weights(t))
    entropy = row @ _entropy_weights(t)
    constants = [enthalpy - capacity * t, entropy - capacity * np.log(t)]
    return np.array([0.0, 0.0, capacity, 0.0, 0.0, 0.0, 0.0, *constants])


def _at_reference(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """At 298.15 K: heat capacity over R, its slope over ln T, and enthalpy over R [K]."""
    t = REFERENCE_TEMPERATURE
    powers = _capacity_weights(t)
    exponents = np.array([-2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 0.0, 0.0])
    return rows @ powers, rows @ (exponents * powers), rows @ (t * _enthalpy_weights(t))


@functools.cache
def _arrays(names: tuple[str, ...], elements: tuple[str, ...]) -> tuple[np.ndarray, ...]:
    """The numbers of some species, in the order of the fields."""
    species = load_species(names)
    mass = np.array([each.molar_mass for each in species])
    constant = float(GAS_CONSTANT) / mass
    thermal = np.array([each.thermal_heat_capacity for each in species]) / mass
    table = np.stack([shared_ranges(each) for each in species], axis=1)
    capacity, slope, enthalpy = _at_reference(table[2])
    vibronic = np.maximum(capacity * constant - thermal, 0.0)
    power = np.where(vibronic > 0.0, slope * constant / np.where(vibronic > 0.0, vibronic, 1.0), 0.0)
    hot = np.array([_hot_end(each, rows) for each, rows in zip(species, table.swapaxes(0, 1), strict=True)])
    return (
        mass,
        np.array([each.charge for each in species], dtype=float),
        np.array([[each.elements.get(key, 0) for each in species] for key in elements], dtype=float),
        table,
        thermal,
        enthalpy * constant,
        vibronic,
        np.clip(power, LEAST_SLOPE, MOST_SLOPE),
        hot[:, 0],
        hot[:, 1] * constant,
        hot[:, 2] * constant,
    )


def _hot_end(species: Species, rows: np.ndarray) -> tuple[float, float, float]:
    """Where the vibronic heat capacity of a molecule gets below R/5 [K]; its enthalpy and itself there.

    Both over R, so that the enthalpy is in K.
    """
    thermal = species.thermal_heat_capacity / float(GAS_CONSTANT)
    hot = HOTTEST
    if species.atoms > 1:
        grid = np.arange(2000.0, HOTTEST, 10.0)
        capacity = np.where(grid < BREAKS[3], *(rows[i] @ _capacity_weights(grid) for i in (3, 4)))
        low = capacity - thermal < LEAST_CAPACITY
        hot = float(grid[low.argmax()]) if low.any() else HOTTEST
    row, t = _row_at(rows, hot), REFERENCE_TEMPERATURE
    rise = hot * (row @ _enthalpy_weights(hot)) - t * (rows[2] @ _enthalpy_weights(t)) - thermal * (hot - t)
    return hot, float(rise), float(row @ _capacity_weights(hot) - thermal)


def _row_at(rows: np.ndarray, temperature: float) -> np.ndarray:
    return rows[np.searchsorted(BREAKS, temperature, side="right")]


def _capacity_weights(t: float | np.ndarray) -> np.ndarray:
    one, nothing = t * 0.0 + 1.0, t * 0.0
    return np.array([t**-2, 1.0 / t, one, t, t**2, t**3, t**4, nothing, nothing])


def _enthalpy_weights(t: float) -> np.ndarray:
    return np.array([-(t**-2), np.log(t) / t, 1.0, t / 2, t**2 / 3, t**3 / 4, t**4 / 5, 1.0 / t, 0.0])


def _entropy_weights(t: float) -> np.ndarray:
    return np.array([-0.5 * t**-2, -1.0 / t, np.log(t), t, t**2 / 2, t**3 / 3, t**4 / 4, 0.0, 1.0])
