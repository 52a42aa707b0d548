"""A gas in equilibrium at one point: composition, thermodynamics, derivatives, transport."""

import dataclasses
import math
from collections.abc import Mapping
from typing import Any

import jax
import jax.numpy as jnp

from boostglide.gas import (
    EquilibriumMixture,
    FrozenAir,
    GasState,
    StateDerivatives,
    Transport,
    TransportProperties,
)
from boostglide.scenario import GasInput, format_quantity
from boostglide.study.air_words import sentences
from boostglide.study.gas_state import state_content
from boostglide.study.recorded import package_versions

TEMPERATURES, PRESSURES = (200.0, 20000.0), (1.0, 1e8)
"""Range of the model [K], [Pa]."""

TRANSPORT_FROM = 300.0
WITH_TRANSPORT = ("N2", "O2", "NO", "N", "O", "Ar", "N2+", "O2+", "NO+", "N+", "O+", "Ar+", "e-")
"""From where there are transport properties [K], and the species that have collision integrals."""

UNTREATED = 1e-3
"""Share of other species [-] up to which the rest stands for the gas."""

_TEMPERATURE = "chemical equilibrium: one temperature of all motions of the gas, reactions complete"
_DERIVATIVES = {
    "heat_capacity_at_constant_pressure": "heat_capacity_at_constant_pressure_j_kg_k",
    "heat_capacity_at_constant_volume": "heat_capacity_at_constant_volume_j_kg_k",
    "heat_capacity_ratio": "heat_capacity_ratio",
    "isentropic_exponent": "isentropic_exponent",
    "thermal_expansion": "thermal_expansion_1_k",
    "compressibility": "compressibility_1_pa",
}
_TRANSPORT = {
    "viscosity": "viscosity_pa_s",
    "frozen_conductivity": "frozen_thermal_conductivity_w_m_k",
    "vibronic_conductivity": "vibronic_thermal_conductivity_w_m_k",
    "electron_conductivity": "electron_thermal_conductivity_w_m_k",
    "reactive_conductivity": "reactive_thermal_conductivity_w_m_k",
    "equilibrium_conductivity": "equilibrium_thermal_conductivity_w_m_k",
    "frozen_prandtl": "frozen_prandtl_number",
    "equilibrium_prandtl": "equilibrium_prandtl_number",
    "equilibrium_lewis": "equilibrium_lewis_number",
    "electrical_conductivity": "electrical_conductivity_s_m",
    "collision_frequency": "electron_collision_frequency_1_s",
    "momentum_transfer_frequency": "electron_momentum_transfer_frequency_1_s",
    "debye_length": "debye_length_m",
}

_BY_SPECIES = {"diffusion": "diffusion_m2_s", "lewis": "lewis_numbers"}


@dataclasses.dataclass(frozen=True)
class AirRecord:
    """A gas in equilibrium at one point, with everything that text, files and charts need.

    Parameters
    ----------
    name, title
        Short name and heading.
    content
        Plain data with units in the names.
    composition
        Mole fractions of the gas before any reaction.
    assumptions
        What the numbers take for granted and how far they err, one sentence each.
    references
        Bibliography keys of models and numbers.
    models
        What computes what.
    versions
        Versions of the packages that computed it.
    """

    name: str
    title: str
    content: dict[str, Any]
    composition: dict[str, float]
    assumptions: tuple[str, ...]
    references: tuple[str, ...]
    models: dict[str, str]
    versions: dict[str, str]


def record_air(point: GasInput) -> AirRecord:
    """A gas in chemical equilibrium at a pressure and a temperature, by Cantera, without a table.

    Parameters
    ----------
    point
        Pressure, temperature and composition.

    Returns
    -------
    The record.

    Raises
    ------
    ValueError
        If pressure or temperature lie outside the range of the model.
    """
    _check(point.pressure, point.temperature)
    gas = EquilibriumMixture.of(point.composition)
    of = jnp.asarray(point.pressure), jnp.asarray(point.temperature)
    state, derivatives = _both(gas, *of)
    if not bool(jnp.isfinite(state.density)):
        raise ValueError(
            f"No equilibrium was found for {point.described}; another temperature or pressure may have one."
        )
    found = gas.composition(pressure=state.pressure, enthalpy=state.enthalpy).tolist()
    fractions = dict(zip(gas.species, found, strict=True))
    transport, without = _transport(fractions, point)
    content = {
        **state_content(state, gas, fractions, _TEMPERATURE),
        **_frozen(fractions, state),
        "compressibility_factor": float(gas.frozen.molar_mass / state.molar_mass),
        "derivatives": _renamed(derivatives, _DERIVATIVES),
        "transport": transport,
        "composition": dict(point.composition),
        "gas": point.described,
    }
    assumptions = (*point.assumptions, *sentences(point, fractions), *without)
    references = (*gas.references, "cea1994", *point.references, *(Transport.references if transport else ()))
    content |= {"assumptions": list(assumptions), "references": list(references)}
    return AirRecord(
        name=f"air-{point.temperature:.0f}k",
        title=f"Gas in equilibrium: {point.described}",
        content=content,
        composition=dict(point.composition),
        assumptions=assumptions,
        references=references,
        models={
            "gas": f"{len(gas.species)} species in equilibrium by Cantera",
            "transport": "collision integrals",
        },
        versions=package_versions(),
    )


@jax.jit
def _both(
    gas: EquilibriumMixture, pressure: jax.Array, temperature: jax.Array
) -> tuple[GasState, StateDerivatives]:
    state = gas.state_from_temperature(pressure=pressure, temperature=temperature)
    return state, gas.derivatives(state)


def _check(pressure: float, temperature: float) -> None:
    """Refuse what no polynomial and no test covers."""
    for name, value, (low, high), unit in (
        ("temperature", temperature, TEMPERATURES, "K"),
        ("pressure", pressure, PRESSURES, "Pa"),
    ):
        if not low <= value <= high:
            bounds = f"{format_quantity(low, unit)} to {format_quantity(high, unit)}"
            raise ValueError(
                f"Option `--{name}`: expected {bounds}, the range of the model, found "
                f"{format_quantity(value, unit)}; choose a state within it"
            )


def _frozen(fractions: Mapping[str, float], state: GasState) -> dict[str, float]:
    """What the gas would do if its composition did not follow."""
    still = FrozenAir.of(_neutral(fractions))
    frozen = still.state_from_temperature(pressure=state.pressure, temperature=state.temperature)
    square = float(frozen.sound_speed**2 * frozen.density / frozen.pressure)
    constant = float(still.gas_constant)
    return {
        "frozen_sound_speed_m_s": float(frozen.sound_speed),
        "frozen_heat_capacity_ratio": square,
        "frozen_heat_capacity_j_kg_k": constant * square / (square - 1.0),
    }


def _neutral(fractions: Mapping[str, float]) -> dict[str, float]:
    """The mixture without charge to the last digit, as its models want it."""
    charges = {name: (name.endswith("+") - name.endswith("-")) * share for name, share in fractions.items()}
    return {**fractions, "e-": max(fractions.get("e-", 0.0) + math.fsum(charges.values()), 0.0)}


def _transport(
    fractions: Mapping[str, float], point: GasInput
) -> tuple[dict[str, Any] | None, tuple[str, ...]]:
    """Transport properties, or none and why."""
    if point.temperature < TRANSPORT_FROM:
        return None, (f"Transport properties are given from {TRANSPORT_FROM:g} K.",)
    others = {name: share for name, share in fractions.items() if name not in WITH_TRANSPORT}
    left_out = sum(others.values())
    if left_out > UNTREATED:
        missing = [name for name, share in others.items() if share > UNTREATED]
        return None, (
            f"There are no transport properties: the collision integrals lack {', '.join(missing)}.",
        )
    shares = jnp.asarray([fractions.get(name, 0.0) for name in WITH_TRANSPORT]) / (1.0 - left_out)
    of = jnp.asarray(point.pressure), jnp.asarray(point.temperature), shares
    properties = _transport_at(Transport.of(WITH_TRANSPORT), *of)
    more = (
        "Transport by collision integrals: about 5 to 10 per cent for neutral air, 20 to 30 per cent where "
        "molecules, atoms and ions mix.",
    )
    found = _renamed(properties, _TRANSPORT)
    for name, key in _BY_SPECIES.items():
        found[key] = dict(zip(WITH_TRANSPORT, getattr(properties, name).tolist(), strict=True))
    return found, more


@jax.jit
def _transport_at(
    model: Transport, pressure: jax.Array, temperature: jax.Array, shares: jax.Array
) -> TransportProperties:
    return model.at(pressure=pressure, temperature=temperature, fraction=shares)


def _renamed(source: Any, names: Mapping[str, str]) -> dict[str, Any]:
    return {key: float(getattr(source, name)) for name, key in names.items()}
