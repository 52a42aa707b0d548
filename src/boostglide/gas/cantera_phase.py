"""Chemical equilibrium of any mixture of gases by Cantera, with the species data of this package."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from boostglide.gas.composition import normalised
from boostglide.gas.species import Species, load_species, species_of_elements
from boostglide.gas.thermodynamics import BREAKS, REFERENCE_PRESSURE, shared_ranges

if TYPE_CHECKING:
    import cantera

TRACE = 1e-9
TOLERANCE = 1e-10
WARM_STARTS = (6000.0, 15000.0, 2500.0, 800.0)
"""Temperatures of the equilibria from which the solver starts again where it fails [K]."""

FIRST, LAST = 10.0, 100000.0
"""Temperatures [K] between which the phase is defined; beyond the polynomials heat capacity is constant."""

REFERENCES = ("cantera2025", "mcbride2002")


def new_phase(names: Iterable[str]) -> cantera.Solution:
    """A new ideal-gas phase of Cantera over some species, made in memory.

    Parameters
    ----------
    names
        Names of the species.

    Returns
    -------
    The phase, at rest at 300 K.
    """
    import cantera

    cantera.suppress_thermo_warnings()
    return cantera.Solution(yaml=_definition(tuple(names)), name="gas")


@functools.cache
def phase(names: tuple[str, ...]) -> cantera.Solution:
    """The phase of some species that this process keeps; its state is whatever was set last."""
    return new_phase(names)


def possible_species(composition: Mapping[str, float]) -> tuple[str, ...]:
    """Names of the species that can form from a mixture: all known of its elements, and the electron.

    Parameters
    ----------
    composition
        Amounts by species, in any one unit.
    """
    elements = {key for each in load_species(composition) for key in each.elements}
    return species_of_elements(elements)


def equilibrate(
    gas: cantera.Solution, pair: Literal["TP", "HP", "SP"], first: float, pressure: float
) -> None:
    """Bring a phase to equilibrium at a pressure and one other property.

    Parameters
    ----------
    gas
        Phase whose composition gives the elements; it is changed.
    pair
        Which property is given: ``"TP"``, ``"HP"`` or ``"SP"``.
    first
        Temperature [K], specific enthalpy [J/kg] or specific entropy [J/kg/K].
    pressure
        Pressure [Pa].

    Raises
    ------
    cantera.CanteraError
        If no start led to equilibrium.
    """
    import cantera

    start = gas.state
    failure: Exception = RuntimeError("no start")
    for warmth in (None, *WARM_STARTS):
        try:
            gas.state = start
            if warmth is not None:
                gas.TP = warmth, pressure
                gas.equilibrate("TP", rtol=TOLERANCE)
            setattr(gas, pair, (first, pressure))
            gas.equilibrate(pair, rtol=TOLERANCE)
            return
        except cantera.CanteraError as error:
            failure = error
    raise failure


def equilibrium_composition(
    composition: Mapping[str, float],
    temperature: float,
    pressure: float,
    species: Iterable[str] | None = None,
) -> dict[str, float]:
    """Mole fractions of a mixture in equilibrium at a temperature and a pressure.

    Parameters
    ----------
    composition
        Amounts by species before any reaction, in any one unit.
    temperature
        Temperature, 200 to 20000 [K].
    pressure
        Pressure [Pa].
    species
        Species that may form; those possible of the elements unless given.

    Returns
    -------
    Mole fractions [-] of all species, traces by the law of mass action.

    Raises
    ------
    ValueError
        If the composition is not one.

    References
    ----------
    cantera2025, mcbride2002.
    """
    fractions = normalised(composition)
    names = tuple(species or possible_species(fractions))
    gas = phase(names)
    gas.X = fractions
    equilibrate(gas, "TP", temperature, pressure)
    return dict(zip(names, settled(gas).tolist(), strict=True))


def settled(gas: cantera.Solution) -> np.ndarray:
    """Mole fractions of a phase in equilibrium, traces by the law of mass action.

    Parameters
    ----------
    gas
        Phase that has been brought to equilibrium.

    Returns
    -------
    Mole fractions [-]; below 1e-300 they are zero.
    """
    return np.exp(settled_logarithms(gas))


def settled_logarithms(gas: cantera.Solution) -> np.ndarray:
    """Logarithms of the mole fractions of a phase in equilibrium, traces by the law of mass action.

    The solver stops before fractions below 1e-12 have settled: its electrons below 1500 K are too few by a
    factor of 1000 and more. Here the potentials of the elements come from the most abundant species and give
    every fraction below 1e-9; the potential of the electrons makes the gas neutral.

    Parameters
    ----------
    gas
        Phase that has been brought to equilibrium.

    Returns
    -------
    Natural logarithms of the mole fractions [-].
    """
    electron, charge, matrix = _elements(tuple(gas.species_names))
    fractions, standard = np.array(gas.X), np.array(gas.standard_gibbs_RT)
    neutral = matrix @ _element_potentials(fractions, standard, charge, matrix) - standard
    traces = neutral + charge * _charge_exponent(fractions, neutral, charge, electron)
    direct = np.log(np.maximum(fractions, 1e-300))
    return np.where((fractions > TRACE) | (traces > np.log(10.0 * TRACE)), direct, traces)


def _element_potentials(
    fractions: np.ndarray, standard: np.ndarray, charge: np.ndarray, matrix: np.ndarray
) -> np.ndarray:
    """Chemical potentials of the elements over R T from the most abundant independent neutral species."""
    order = [i for i in np.argsort(-fractions) if charge[i] == 0]
    chosen: list[int] = []
    for index in order:
        if np.linalg.matrix_rank(matrix[[*chosen, index]]) > len(chosen):
            chosen.append(int(index))
        if len(chosen) == matrix.shape[1]:
            break
    values = standard[chosen] + np.log(np.maximum(fractions[chosen], 1e-300))
    return np.linalg.solve(matrix[chosen], values)


def _charge_exponent(
    fractions: np.ndarray, neutral: np.ndarray, charge: np.ndarray, electron: int | None
) -> float:
    """What one positive charge adds to a chemical potential over R T: by the electrons, or by neutrality."""
    if electron is None:
        return 0.0
    if fractions[electron] > TRACE:
        return float(neutral[electron] - np.log(fractions[electron]))
    return 0.5 * (_log_sum(neutral[charge < 0]) - _log_sum(neutral[charge > 0]))


def _log_sum(exponents: np.ndarray) -> float:
    """Logarithm of a sum of exponentials."""
    largest = float(exponents.max())
    return largest + float(np.log(np.exp(exponents - largest).sum()))


@functools.cache
def element_matrix(names: tuple[str, ...]) -> np.ndarray:
    """Atoms of each element by species; the charge, where there is any, is the last element.

    Parameters
    ----------
    names
        Names of the species.
    """
    _, charge, matrix = _elements(names)
    return np.column_stack([matrix, charge]) if charge.any() else matrix


@functools.cache
def _elements(names: tuple[str, ...]) -> tuple[int | None, np.ndarray, np.ndarray]:
    """Place of the electron, charges, and atoms of each element by species."""
    species = load_species(names)
    elements = list(dict.fromkeys(key for each in species for key in each.elements))
    matrix = np.array([[each.elements.get(key, 0) for key in elements] for each in species], dtype=float)
    electron = names.index("e-") if "e-" in names else None
    return electron, np.array([each.charge for each in species]), matrix


def _definition(names: tuple[str, ...]) -> str:
    """The phase in Cantera's own language."""
    from ruamel.yaml import YAML
    from ruamel.yaml.compat import StringIO

    species = load_species(names)
    text = StringIO()
    YAML(typ="safe").dump({**_phase(species), "species": [_entry(each) for each in species]}, text)
    return text.getvalue()


def _phase(species: tuple[Species, ...]) -> dict[str, Any]:
    symbols = list(dict.fromkeys(key for each in species for key in each.elements))
    masses = _element_masses(tuple(symbols))
    elements = [{"symbol": key, "atomic-weight": mass * 1e3} for key, mass in masses.items()]
    listed = {
        "name": "gas",
        "thermo": "ideal-gas",
        "elements": list(masses),
        "species": [each.name for each in species],
    }
    return {"elements": elements, "phases": [listed]}


def _element_masses(symbols: tuple[str, ...]) -> dict[str, float]:
    """Molar masses of the elements and of the electron [kg/mol]."""
    atoms = {each.name: each.molar_mass for each in load_species((*symbols, "e-"))}
    return {"E" if name == "e-" else name: mass for name, mass in atoms.items()}


def _entry(species: Species) -> dict[str, Any]:
    composition = dict(species.elements)
    if species.charge:
        composition["E"] = -species.charge
    thermo = {
        "model": "NASA9",
        "reference-pressure": REFERENCE_PRESSURE,
        "temperature-ranges": [FIRST, *BREAKS, LAST],
        "data": shared_ranges(species).tolist(),
    }
    return {"name": species.name, "composition": composition, "thermo": thermo}
