"""A state of a gas as plain data, the same for all commands about gases."""

from collections.abc import Mapping
from typing import Any, Protocol

from boostglide.core import Scalar
from boostglide.gas import GasState

ENTHALPY_ZERO = "Enthalpy counts from the elements at 298.15 K; only differences have a meaning."


class HasDatum(Protocol):
    """A model of a gas that says where its enthalpy has its zero."""

    @property
    def enthalpy_datum(self) -> Scalar:
        """Enthalpy of the model where that from the elements at 298.15 K is zero [J/kg]."""
        ...


def state_content(
    state: GasState, air: HasDatum, mole_fractions: Mapping[str, float], which_temperature: str
) -> dict[str, Any]:
    """A state as plain data with units in the names.

    Parameters
    ----------
    state
        The state.
    air
        Model to which it belongs; its zero of enthalpy is taken off.
    mole_fractions
        Mole fractions by species [-].
    which_temperature
        What the temperature is that of.
    """
    return {
        "pressure_pa": float(state.pressure),
        "temperature_k": float(state.temperature),
        "density_kg_m3": float(state.density),
        "speed_m_s": float(state.speed),
        "enthalpy_j_kg": float(state.enthalpy - air.enthalpy_datum),
        "mach": float(state.speed / state.sound_speed),
        "electron_density_m3": float(state.electron_density),
        "mole_fractions": {name: float(share) for name, share in mole_fractions.items()},
        "which_temperature": which_temperature,
        "sound_speed_m_s": float(state.sound_speed),
        "entropy_j_kg_k": float(state.entropy),
        "molar_mass_kg_mol": float(state.molar_mass),
    }
