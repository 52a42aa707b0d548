"""The three models of a gas between which `boostglide shock` chooses, and what each takes for granted."""

from collections.abc import Mapping
from dataclasses import dataclass

import jax.numpy as jnp

from boostglide.core import GAS_CONSTANT
from boostglide.gas import (
    STANDARD_AIR,
    EquilibriumMixture,
    FrozenAir,
    PerfectAir,
    equilibrium_composition,
    load_species,
    mean_molar_mass,
    normalised,
)

GASES = ("perfect", "frozen", "equilibrium")
"""Models of a gas, the simplest first."""

_ATOM, _LINEAR, _COLDEST_REACTION, _TRACE = 2.5, 3.5, 250.0, 1e-15
_ZERO = "Enthalpy counts from the elements at 298.15 K; only differences have a meaning."


@dataclass(frozen=True)
class GasModel:
    """One model of a gas.

    Parameters
    ----------
    name
        One of `GASES`.
    air
        The equations of state.
    composition
        Mole fractions of the gas before any reaction [-].
    which_temperature
        What its temperature is the temperature of.
    words
        The model in words.
    assumptions
        What it takes for granted, as sentences.
    references
        Bibliography keys.
    heat_capacity_ratio
        Of the perfect gas [-]; none for the others.
    """

    name: str
    air: PerfectAir | FrozenAir | EquilibriumMixture
    composition: dict[str, float]
    which_temperature: str
    words: str
    assumptions: tuple[str, ...]
    references: tuple[str, ...]
    heat_capacity_ratio: float | None = None

    def mole_fractions(self, temperature: float, pressure: float) -> dict[str, float]:
        """Mole fractions [-] of a state of this gas from its temperature [K] and pressure [Pa]."""
        if self.name != "equilibrium" or temperature < _COLDEST_REACTION:
            return dict(self.composition)
        found = equilibrium_composition(self.composition, temperature, pressure)
        return {name: share for name, share in found.items() if share > _TRACE}


def gas_model(name: str, composition: Mapping[str, float], temperature: float) -> GasModel:
    """One of the three models of a gas.

    Parameters
    ----------
    name
        One of `GASES`.
    composition
        Mole fractions of the gas before any reaction [-].
    temperature
        Temperature of the stream [K], at which a perfect gas of larger molecules takes its heat capacity.

    Returns
    -------
    The model with what it takes for granted.

    Raises
    ------
    ValueError
        If there is no such model.
    """
    if name not in GASES:
        raise ValueError(
            f"Option `--gas`: expected one of {', '.join(GASES)}, found {name!r}; for gas that has had time "
            "to react it is equilibrium"
        )
    gas = normalised(composition)
    return {"perfect": _perfect, "frozen": _frozen, "equilibrium": _equilibrium}[name](gas, temperature)


def heat_capacity_ratio(composition: Mapping[str, float], temperature: float) -> float:
    """Ratio of the heat capacities of a cold gas.

    Parameters
    ----------
    composition
        Mole fractions [-].
    temperature
        Temperature [K], for gases with molecules of more than two atoms.

    Returns
    -------
    The ratio [-]: 1.4 for standard air (as in the US Standard Atmosphere 1976), that of rigid molecules for
    mixtures of atoms and diatomic molecules, else that with vibration at the temperature.
    """
    gas = normalised(composition)
    if gas == normalised(STANDARD_AIR):
        return 1.4
    atoms = {each.name: sum(each.elements.values()) for each in load_species(gas)}
    if max(atoms.values()) <= 2:
        capacity = sum(share * (_LINEAR if atoms[name] == 2 else _ATOM) for name, share in gas.items())
        return capacity / (capacity - 1.0)
    still = FrozenAir.of(gas).state_from_temperature(
        pressure=jnp.asarray(1e5), temperature=jnp.asarray(float(temperature))
    )
    return float(still.sound_speed**2 * still.density / still.pressure)


def _perfect(gas: dict[str, float], temperature: float) -> GasModel:
    ratio = heat_capacity_ratio(gas, temperature)
    return GasModel(
        "perfect",
        PerfectAir(ratio, float(GAS_CONSTANT) / mean_molar_mass(gas)),
        gas,
        "perfect gas: translation and rotation; vibration and reactions are left out",
        f"perfect gas with a ratio of heat capacities of {ratio:.6g}",
        (
            f"The heat capacity is constant, its ratio {ratio:.6g}: vibration and reactions are left out, "
            "which makes gas behind fast shocks too hot and too thin.",
            "Enthalpy is zero at 298.15 K; only differences have a meaning.",
        ),
        ("naca1135",),
        ratio,
    )


def _frozen(gas: dict[str, float], temperature: float) -> GasModel:
    del temperature
    return GasModel(
        "frozen",
        FrozenAir.of(gas),
        gas,
        "frozen chemistry: translation, rotation and vibration in equilibrium, composition of the stream",
        "gas of the composition of the stream, vibration in equilibrium",
        ("No reaction takes place; vibration has its equilibrium.", _ZERO),
        FrozenAir.references,
    )


def _equilibrium(gas: dict[str, float], temperature: float) -> GasModel:
    del temperature
    return GasModel(
        "equilibrium",
        EquilibriumMixture.of(gas),
        gas,
        "chemical equilibrium: one temperature of all motions of the gas, reactions complete",
        "gas in chemical equilibrium with dissociation and single ionisation",
        (
            "Reactions are complete: this is the gas some distance behind the shock, and in thin air that "
            "distance can exceed the body.",
            "An ideal gas: no condensation, no forces between molecules, no radiation, no second ionisation.",
            _ZERO,
        ),
        EquilibriumMixture.references,
    )
