"""What compiled code asks Cantera about a mixture: properties of equilibrium states and their derivatives."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from boostglide.core import GAS_CONSTANT
from boostglide.gas.cantera_phase import equilibrate, phase, settled
from boostglide.gas.frozen import HOTTEST, POLYNOMIALS_FROM
from boostglide.gas.response import Response, response

if TYPE_CHECKING:
    import cantera

Pair = Literal["TP", "HP", "SP"]
Mixture = tuple[tuple[tuple[str, float], ...], tuple[str, ...]]
"""Mole fractions before reactions, and the names of the species that can form."""

PROPERTIES = 7
"""Temperature, enthalpy, entropy, molar mass, mole fractions of electrons and NO, 1 beyond 20000 K."""

STEP = 1e-4
_LOCK = threading.Lock()
# A phase of Cantera has one state; callbacks may come from several threads.


def properties(mixture: Mixture, pair: Pair, first: Any, pressure: Any) -> np.ndarray:
    """Properties of a state; NaN where Cantera finds none.

    Parameters
    ----------
    mixture
        Composition and species.
    pair
        Which property is given beside the pressure.
    first
        Temperature [K], specific enthalpy from the elements [J/kg] or specific entropy [J/kg/K].
    pressure
        Pressure [Pa].

    Returns
    -------
    Properties as `PROPERTIES` lists them, in SI units.
    """
    with _LOCK:
        gas, _, beyond = _brought(mixture, pair, float(first), float(pressure))
        return np.full(PROPERTIES, np.nan) if gas is None else _read(gas, pair, float(first), beyond)


def properties_and_slopes(mixture: Mixture, pair: Pair, first: Any, pressure: Any) -> np.ndarray:
    """Properties, and their derivatives by the first property and by pressure; as for `properties`."""
    with _LOCK:
        gas, reacts, beyond = _brought(mixture, pair, float(first), float(pressure))
        if gas is None:
            return np.full((3, PROPERTIES), np.nan)
        values = _read(gas, pair, float(first), beyond)
        by_temperature, by_pressure = _slopes(gas, values, response(gas, reacts=reacts))
    place = ("TP", "HP", "SP").index(pair)
    by_first = np.zeros(PROPERTIES) if beyond else by_temperature / by_temperature[place]
    return np.stack([values, by_first, by_pressure - by_first * by_pressure[place]])


def sound_speed(mixture: Mixture, temperature: Any, pressure: Any) -> np.ndarray:
    """Equilibrium speed of sound [m/s] at a temperature [K] and a pressure [Pa]."""
    with _LOCK:
        gas, reacts, _ = _brought(mixture, "TP", float(temperature), float(pressure))
        if gas is None:
            return np.array(np.nan)
        constant = float(GAS_CONSTANT) / (gas.mean_molecular_weight / 1e3)
        exponent = response(gas, reacts=reacts).isentropic_exponent(constant)
        return np.array(np.sqrt(exponent * gas.P / gas.density))


def sound_speed_and_slopes(mixture: Mixture, temperature: Any, pressure: Any) -> np.ndarray:
    """Speed of sound and its derivatives by temperature and pressure, by central differences."""
    t, p = float(temperature), float(pressure)
    values = [
        float(sound_speed(mixture, t * (1.0 + i * STEP), p * (1.0 + j * STEP)))
        for i, j in ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1))
    ]
    slopes = (values[2] - values[1]) / (2.0 * STEP * t), (values[4] - values[3]) / (2.0 * STEP * p)
    return np.array([values[0], *slopes])


def fractions(mixture: Mixture, pair: Pair, first: Any, pressure: Any) -> np.ndarray:
    """Mole fractions [-] of a state; as for `properties`."""
    with _LOCK:
        gas, _, _ = _brought(mixture, pair, float(first), float(pressure))
        return np.full(len(mixture[1]), np.nan) if gas is None else settled(gas)


def _brought(
    mixture: Mixture, pair: Pair, first: float, pressure: float
) -> tuple[cantera.Solution | None, bool, bool]:
    """The phase in the state asked for, whether its composition reacts there, whether it was beyond 20000 K.

    Below 200 K the composition of 200 K is kept; above 20000 K the state of 20000 K is taken.
    """
    import cantera

    gas = phase(mixture[1])
    unreacted = dict(mixture[0])
    try:
        gas.TPX = 300.0, pressure, unreacted
        if _is_cold(gas, pair, first, pressure):
            setattr(gas, pair, (first, pressure))
            return gas, False, False
        gas.TPX = 300.0, pressure, unreacted
        beyond = _solved_beyond(gas, pair, first, pressure)
    except (cantera.CanteraError, ValueError, ZeroDivisionError):
        return None, False, False
    return gas, True, beyond


def _solved_beyond(gas: cantera.Solution, pair: Pair, first: float, pressure: float) -> bool:
    """Bring the phase to a state, or to that of 20000 K where it lies beyond; whether it does."""
    import cantera

    place = ("TP", "HP", "SP").index(pair)
    try:
        if pair != "TP" or first <= HOTTEST:
            equilibrate(gas, pair, first, pressure)
            if gas.T <= HOTTEST * (1.0 + 1e-9):
                return False
    except cantera.CanteraError as error:
        failure: Exception | None = error
    else:
        failure = None
    equilibrate(gas, "TP", HOTTEST, pressure)
    if failure is not None and first < (gas.T, gas.h, gas.s)[place]:
        raise failure
    return True


def _is_cold(gas: cantera.Solution, pair: Pair, first: float, pressure: float) -> bool:
    """Whether a state is colder than 200 K; if so, the phase is left with the composition of 200 K."""
    place = ("TP", "HP", "SP").index(pair)
    gas.TP = POLYNOMIALS_FROM, pressure
    if first >= (POLYNOMIALS_FROM, gas.h, gas.s)[place] + (0.0, 1e-6 * abs(gas.h), 1e-6 * gas.s)[place]:
        return False
    equilibrate(gas, "TP", POLYNOMIALS_FROM, pressure)
    return first < (POLYNOMIALS_FROM, gas.h, gas.s)[place]


def _read(gas: cantera.Solution, pair: Pair, first: float, beyond: bool) -> np.ndarray:
    amounts = settled(gas)
    names = gas.species_names
    shares = [amounts[names.index(name)] if name in names else 0.0 for name in ("e-", "NO")]
    temperature = first if pair == "TP" and not beyond else gas.T
    return np.array([temperature, gas.h, gas.s, gas.mean_molecular_weight / 1e3, *shares, float(beyond)])


def _slopes(gas: cantera.Solution, values: np.ndarray, found: Response) -> tuple[np.ndarray, np.ndarray]:
    """Derivatives of the properties by temperature and by pressure."""
    temperature, pressure, volume, names = gas.T, gas.P, 1.0 / gas.density, gas.species_names
    by_t, by_p = found.volume_by_temperature - 1.0, found.volume_by_pressure + 1.0
    rows = []
    for amounts, total, size in (
        (found.amounts_by_temperature, by_t, temperature),
        (found.amounts_by_pressure, by_p, pressure),
    ):
        shares = [
            values[4 + k] * float(amounts[names.index(name)] - total) if name in names else 0.0
            for k, name in enumerate(("e-", "NO"))
        ]
        rows.append(np.nan_to_num(np.array([-values[3] * total, *shares])) / size)
    expansion = volume * found.volume_by_temperature
    thermal = [1.0, found.heat_capacity, found.heat_capacity / temperature]
    pressed = [0.0, volume - expansion, -expansion / temperature]
    return np.array([*thermal, *rows[0], 0.0]), np.array([*pressed, *rows[1], 0.0])
