"""How a mixture in equilibrium answers to temperature and pressure, its composition included."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from boostglide.core import GAS_CONSTANT
from boostglide.gas.cantera_phase import element_matrix, settled

if TYPE_CHECKING:
    import cantera

LEAST_SINGULAR_VALUE = 1e-13
REFERENCES = ("cea1994",)


class Response(NamedTuple):
    """Logarithmic derivatives of an equilibrium state, from the derivatives of the mass action laws.

    Parameters
    ----------
    volume_by_temperature
        d ln V / d ln T at constant pressure [-]; 1 without reactions.
    volume_by_pressure
        d ln V / d ln p at constant temperature [-]; -1 without reactions.
    heat_capacity
        Heat capacity at constant pressure, reactions included [J/kg/K].
    amounts_by_temperature, amounts_by_pressure
        d ln n / d ln T and d ln n / d ln p of the amount of each species in a fixed mass [-].
    """

    volume_by_temperature: float
    volume_by_pressure: float
    heat_capacity: float
    amounts_by_temperature: np.ndarray
    amounts_by_pressure: np.ndarray

    def isentropic_exponent(self, gas_constant: float) -> float:
        """Slope of ln p over ln(density) at constant entropy [-], from the specific gas constant [J/kg/K]."""
        reacting = gas_constant * self.volume_by_temperature**2 / self.heat_capacity
        return -1.0 / (self.volume_by_pressure + reacting)


def response(gas: cantera.Solution, *, reacts: bool = True) -> Response:
    """The derivatives of a phase in equilibrium, exact for its composition.

    Parameters
    ----------
    gas
        Phase that has been brought to equilibrium.
    reacts
        Whether the composition follows; if not, the derivatives are those of the frozen mixture.

    Returns
    -------
    Derivatives.

    References
    ----------
    cea1994, Eqs. 2.56 to 2.69, with the charge as one more element.
    """
    count = gas.n_species
    if not reacts:
        return Response(1.0, -1.0, float(gas.cp_mass), np.zeros(count), np.zeros(count))
    amounts = settled(gas)
    enthalpy = np.array(gas.standard_enthalpies_RT)
    matrix = element_matrix(tuple(gas.species_names))
    weighted = amounts[:, None] * matrix
    system = np.block(
        [[matrix.T @ weighted, weighted.sum(0)[:, None]], [weighted.sum(0)[None], np.zeros((1, 1))]]
    )
    right = np.stack(
        [
            -np.append(weighted.T @ enthalpy, amounts @ enthalpy),
            np.append(weighted.sum(0), amounts.sum()),
        ],
        axis=1,
    )
    scale = 1.0 / np.sqrt(np.maximum(np.append(np.diag(system)[:-1], 1.0), 1e-290))
    solution = (
        scale[:, None]
        * np.linalg.lstsq(
            scale[:, None] * system * scale, scale[:, None] * right, rcond=LEAST_SINGULAR_VALUE
        )[0]
    )
    by_temperature = matrix @ solution[:-1, 0] + solution[-1, 0] + enthalpy
    by_pressure = matrix @ solution[:-1, 1] + solution[-1, 1] - 1.0
    reacting = (
        float(GAS_CONSTANT) / (gas.mean_molecular_weight / 1e3) * (amounts @ (enthalpy * by_temperature))
    )
    return Response(
        1.0 + float(solution[-1, 0]),
        -1.0 + float(solution[-1, 1]),
        float(gas.cp_mass + reacting),
        by_temperature,
        by_pressure,
    )
