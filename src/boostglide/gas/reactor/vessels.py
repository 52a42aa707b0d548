"""Gas that reacts at constant volume or pressure, or along a given pressure history: one case, all steps."""

import math
from collections.abc import Mapping
from typing import Any

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Float, Scalar
from boostglide.gas.kinetics.source import Kinetics
from boostglide.gas.reactor.checks import HOTTEST, check_positive, check_temperature, checked_fractions
from boostglide.gas.reactor.constant_pressure import ConstantPressure, PressureCase
from boostglide.gas.reactor.constant_volume import ConstantVolume, VesselCase
from boostglide.gas.reactor.flow import AbstractFlow, GasLaw
from boostglide.gas.reactor.history import History, cut, history
from boostglide.gas.reactor.reactor import HOTTEST as FOLLOWED_TO
from boostglide.gas.reactor.reactor import Case, Reactor
from boostglide.gas.reactor.stream_tube import StreamTube, tube_case
from boostglide.solve import StiffSettings, record_stiff

ALL_STEPS = StiffSettings(tolerance=1e-6, most_steps=6000)


def react_at_constant_volume(
    kinetics: Kinetics,
    *,
    pressure: float,
    temperature: float,
    mole_fractions: Mapping[str, float],
    until: float,
    vibrational_temperature: float | None = None,
    log_factor: Any = None,
    settings: StiffSettings = ALL_STEPS,
) -> History:
    """What becomes of a gas in a closed vessel without loss of heat.

    Parameters
    ----------
    kinetics
        Chemistry and energy exchange.
    pressure, temperature
        Pressure [Pa] and temperature [K] at the start.
    mole_fractions
        Amounts by species at the start [-]; those not named are absent.
    until
        Time to which the gas is followed [s].
    vibrational_temperature
        Of all modes at the start [K]; the temperature unless given.
    log_factor
        Logarithm by which each rate is multiplied [-].
    settings
        How to integrate.

    Returns
    -------
    History
        NumPy arrays over the steps.

    Raises
    ------
    ValueError
        If a number is out of range, or a species not known.
    """
    start = _Start(kinetics, pressure, temperature, vibrational_temperature, mole_fractions, until)
    reactor = Reactor(kinetics, ConstantVolume())
    gas = start.gas(reactor)
    volume = gas.product(start.temperature) / pressure
    energy = start.enthalpy(reactor) - gas.product(start.temperature)
    return start.run(reactor, VesselCase(volume, energy), jnp.zeros(0), log_factor, settings)


def react_at_constant_pressure(
    kinetics: Kinetics,
    *,
    pressure: float,
    temperature: float,
    mole_fractions: Mapping[str, float],
    until: float,
    vibrational_temperature: float | None = None,
    log_factor: Any = None,
    settings: StiffSettings = ALL_STEPS,
) -> History:
    """What becomes of a gas at constant pressure without loss of heat.

    Parameters
    ----------
    kinetics, pressure, temperature, mole_fractions, until, vibrational_temperature, log_factor, settings
        As for `react_at_constant_volume`.

    Returns
    -------
    History
        NumPy arrays over the steps.

    Raises
    ------
    ValueError
        If a number is out of range, or a species not known.
    """
    start = _Start(kinetics, pressure, temperature, vibrational_temperature, mole_fractions, until)
    reactor = Reactor(kinetics, ConstantPressure())
    case = PressureCase(jnp.asarray(pressure, dtype=float), start.enthalpy(reactor))
    return start.run(reactor, case, jnp.zeros(0), log_factor, settings)


def expand_along_stream_tube(
    kinetics: Kinetics,
    *,
    times: np.ndarray,
    pressures: np.ndarray,
    temperature: float,
    speed: float,
    mole_fractions: Mapping[str, float],
    vibrational_temperature: float | None = None,
    log_factor: Any = None,
    settings: StiffSettings = ALL_STEPS,
) -> History:
    """What becomes of a particle of gas that follows a given pressure history.

    Parameters
    ----------
    kinetics
        Chemistry and energy exchange.
    times
        Rising times of the particle, from 0 [s].
    pressures
        Pressure at the times [Pa], joined by cubics without overshoot in the logarithms.
    temperature, speed
        Temperature [K] and speed [m/s] at the start.
    mole_fractions
        Amounts by species at the start [-]; those not named are absent.
    vibrational_temperature
        Of all modes at the start [K]; the temperature unless given.
    log_factor
        Logarithm by which each rate is multiplied [-].
    settings
        How to integrate.

    Returns
    -------
    History
        NumPy arrays over the steps.

    Raises
    ------
    ValueError
        If a number is out of range, times do not rise from 0, or a species is not known.
    """
    times, pressures = np.asarray(times, float), np.asarray(pressures, float)
    check_pressure_history(times, pressures, speed)
    start = _Start(
        kinetics, float(pressures[0]), temperature, vibrational_temperature, mole_fractions, float(times[-1])
    )
    reactor = Reactor(kinetics, StreamTube())
    enthalpy = start.enthalpy(reactor)
    case = tube_case(times, pressures, enthalpy + 0.5 * speed**2)
    return start.run(reactor, case, jnp.stack([enthalpy, jnp.zeros_like(enthalpy)]), log_factor, settings)


def check_pressure_history(times: np.ndarray, pressures: np.ndarray, speed: float) -> None:
    """ValueError unless times [s] rise from 0, pressures [Pa] are positive, and speed [m/s] not negative."""
    rising = len(times) > 1 and times[0] == 0.0 and bool(np.all(np.diff(times) > 0.0))
    if not rising or len(times) != len(pressures):
        raise ValueError(
            "Arguments `times` and `pressures` must hold at least two points, times rising from 0 s."
        )
    check_positive(pressures=pressures)
    if not (math.isfinite(speed) and speed >= 0.0):
        raise ValueError(f"Argument `speed` must be at least 0 m/s, but is {speed} m/s.")


class _Start:
    """A gas at its start: checked numbers, composition and temperatures."""

    def __init__(
        self,
        kinetics: Kinetics,
        pressure: float,
        temperature: float,
        vibrational_temperature: float | None,
        mole_fractions: Mapping[str, float],
        until: float,
    ) -> None:
        vibrational = temperature if vibrational_temperature is None else vibrational_temperature
        check_positive(pressure=pressure, until=until)
        # Right behind a shock translation is hotter than any table, while vibration is still cold.
        check_temperature(temperature, FOLLOWED_TO if kinetics.modes else HOTTEST)
        check_temperature(vibrational)
        if not kinetics.modes and vibrational != temperature:
            raise ValueError(
                "Argument `vibrational_temperature` must not be given where one temperature holds."
            )
        fractions = checked_fractions(kinetics, mole_fractions)
        self.moles = jnp.asarray(fractions / (fractions @ np.asarray(kinetics.thermodynamics.molar_mass)))
        self.temperature = jnp.asarray(temperature, dtype=float)
        self.modes = jnp.full(kinetics.modes, float(vibrational))
        self.until = jnp.asarray(until, dtype=float)

    def gas(self, reactor: Reactor) -> GasLaw:
        return reactor.gas_law(self.moles, self.modes)

    def enthalpy(self, reactor: Reactor) -> Scalar:
        return reactor.enthalpy_at(self.moles, self.temperature, self.modes)

    def run(
        self, reactor: Reactor, flow: Any, extra: Float, log_factor: Any, settings: StiffSettings
    ) -> History:
        kinetics = reactor.kinetics
        temperatures = self.modes if kinetics.modes else self.temperature[None]
        state = reactor.pack(self.moles * kinetics.thermodynamics.molar_mass, temperatures, extra)
        factors = (
            jnp.zeros(kinetics.reactions) if log_factor is None else jnp.asarray(log_factor, dtype=float)
        )
        return cut(_recorded(kinetics, reactor.flow, state, self.until, Case(flow, factors), settings))


@eqx.filter_jit
def _recorded(
    kinetics: Kinetics,
    flow: AbstractFlow,
    state: Float[Array, " unknowns"],
    until: Scalar,
    case: Case,
    settings: StiffSettings,
) -> tuple[History, Scalar]:
    reactor = Reactor(kinetics, flow)
    record = record_stiff(reactor, state, until, case, settings)
    return history(reactor, record.position, record.state, case, record.outcome, record.steps), record.count
