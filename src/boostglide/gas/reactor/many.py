"""Many vessels or stream tubes side by side: states at fixed times, on all cores, an outcome for each."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Float
from boostglide.gas.kinetics.source import Kinetics
from boostglide.gas.reactor.checks import HOTTEST, check_positive, check_temperature, checked_fractions
from boostglide.gas.reactor.constant_pressure import ConstantPressure, PressureCase
from boostglide.gas.reactor.constant_volume import ConstantVolume, VesselCase
from boostglide.gas.reactor.history import MANY_CASES, History, at_stations
from boostglide.gas.reactor.reactor import HOTTEST as FOLLOWED_TO
from boostglide.gas.reactor.reactor import Case, Reactor
from boostglide.gas.reactor.stream_tube import StreamTube, TubeCase, tube_case
from boostglide.gas.reactor.vessels import check_pressure_history
from boostglide.solve import StiffSettings, over_lanes


class _Gas(NamedTuple):
    """Gases at their start, with the members on the first axis."""

    pressure: Float[Array, " member"]
    temperature: Float[Array, " member"]
    modes: Float[Array, "member mode"]
    moles: Float[Array, "member species"]


def react_many(
    kinetics: Kinetics,
    constant: Literal["volume", "pressure"],
    *,
    pressure: np.ndarray,
    temperature: np.ndarray,
    mole_fractions: Mapping[str, float],
    times: np.ndarray,
    vibrational_temperature: np.ndarray | None = None,
    log_factor: np.ndarray | None = None,
    settings: StiffSettings = MANY_CASES,
    progress: Callable[[int], None] | None = None,
) -> History:
    """What becomes of many gases at constant volume or at constant pressure, without loss of heat.

    Parameters
    ----------
    kinetics
        Chemistry and energy exchange.
    constant
        What stays: ``"volume"`` or ``"pressure"``.
    pressure, temperature
        Pressure [Pa] and temperature [K] of each at the start, shape (members,).
    mole_fractions
        Amounts by species at the start [-]; those not named are absent.
    times
        Rising times at which states are kept [s], shape (times,).
    vibrational_temperature
        Of all modes at the start [K], shape (members,); the temperature unless given.
    log_factor
        Logarithm by which each rate is multiplied [-], shape (reactions,) or (members, reactions).
    settings
        How to integrate.
    progress
        Called with the number of members done.

    Returns
    -------
    History
        NumPy arrays of shape (members, times, ...), `outcome` and `steps` of shape (members,). A member that
        does not reach a time keeps its last state there.

    Raises
    ------
    ValueError
        If a number is out of range, a species not known, or `constant` neither of the two.
    """
    if constant not in ("volume", "pressure"):
        raise ValueError(f"Argument `constant` must be `volume` or `pressure`, but is `{constant}`.")
    gas = _gas(kinetics, pressure, temperature, vibrational_temperature, mole_fractions)
    reactor = Reactor(kinetics, ConstantVolume() if constant == "volume" else ConstantPressure())

    def begin(gas: _Gas) -> tuple[Any, Float]:
        enthalpy = reactor.enthalpy_at(gas.moles, gas.temperature, gas.modes)
        product = reactor.gas_law(gas.moles, gas.modes).product(gas.temperature)
        vessel = VesselCase(product / gas.pressure, enthalpy - product)
        return (vessel if constant == "volume" else PressureCase(gas.pressure, enthalpy)), jnp.zeros(0)

    flows, extras = jax.vmap(begin)(gas)
    return _follow(reactor, gas, flows, extras, np.asarray(times, float), log_factor, settings, progress)


def expand_many(
    kinetics: Kinetics,
    *,
    times: np.ndarray,
    pressures: np.ndarray,
    temperature: np.ndarray,
    speed: np.ndarray,
    mole_fractions: Mapping[str, float],
    vibrational_temperature: np.ndarray | None = None,
    log_factor: np.ndarray | None = None,
    settings: StiffSettings = MANY_CASES,
    progress: Callable[[int], None] | None = None,
) -> History:
    """What becomes of many particles of gas, each of which follows a given pressure history.

    Parameters
    ----------
    kinetics
        Chemistry and energy exchange.
    times
        Rising times from 0 at which the pressure is given and, but for the first, states are kept [s], shape
        (times,).
    pressures
        Pressure of each particle at the times [Pa], shape (members, times).
    temperature, speed
        Temperature [K] and speed [m/s] of each at the start, shape (members,).
    mole_fractions, vibrational_temperature, log_factor, settings, progress
        As for `react_many`.

    Returns
    -------
    History
        NumPy arrays as of `react_many`, from the second time on.

    Raises
    ------
    ValueError
        If a number is out of range, times do not rise from 0, or a species is not known.
    """
    times, pressures, speed = (np.asarray(each, float) for each in (times, pressures, speed))
    for row, each in zip(pressures, speed, strict=True):
        check_pressure_history(times, row, float(each))
    gas = _gas(kinetics, pressures[:, 0], temperature, vibrational_temperature, mole_fractions)
    reactor = Reactor(kinetics, StreamTube())
    enthalpy = jax.vmap(reactor.enthalpy_at)(gas.moles, gas.temperature, gas.modes)
    cases = [
        tube_case(times, row, total) for row, total in zip(pressures, enthalpy + 0.5 * speed**2, strict=True)
    ]
    flows: TubeCase = jax.tree.map(lambda *leaves: jnp.stack(leaves), *cases)
    extras = jnp.stack([enthalpy, jnp.zeros_like(enthalpy)], axis=1)
    return _follow(reactor, gas, flows, extras, times[1:], log_factor, settings, progress)


def _gas(
    kinetics: Kinetics, pressure: Any, temperature: Any, vibrational: Any, mole_fractions: Mapping[str, float]
) -> _Gas:
    """Checked numbers of all members."""
    pressure, temperature = (np.atleast_1d(np.asarray(each, float)) for each in (pressure, temperature))
    vibrational = temperature if vibrational is None else np.asarray(vibrational, float)
    check_positive(pressure=pressure)
    check_temperature(temperature, FOLLOWED_TO if kinetics.modes else HOTTEST)
    check_temperature(vibrational)
    if not (pressure.shape == temperature.shape == vibrational.shape):
        raise ValueError("Arguments for many gases must have one entry a member, but their lengths differ.")
    if not kinetics.modes and np.any(vibrational != temperature):
        raise ValueError("Argument `vibrational_temperature` must not be given where one temperature holds.")
    fractions = checked_fractions(kinetics, mole_fractions)
    moles = fractions / (fractions @ np.asarray(kinetics.thermodynamics.molar_mass))
    modes = np.broadcast_to(vibrational[:, None], (len(pressure), kinetics.modes))
    moles = np.broadcast_to(moles, (len(pressure), len(moles)))
    return _Gas(*(jnp.asarray(each) for each in (pressure, temperature, modes, moles)))


def _follow(
    reactor: Reactor,
    gas: _Gas,
    flows: Any,
    extras: Float,
    times: np.ndarray,
    log_factor: Any,
    settings: StiffSettings,
    progress: Callable[[int], None] | None,
) -> History:
    """Deal the cases out to the lanes."""
    if times.ndim != 1 or not (len(times) and times[0] > 0.0 and np.all(np.diff(times) > 0.0)):
        raise ValueError("Argument `times` must hold rising times above 0 s.")
    kinetics, members = reactor.kinetics, len(gas.pressure)
    temperatures = gas.modes if kinetics.modes else gas.temperature[:, None]
    mass = kinetics.thermodynamics.molar_mass
    states = jax.vmap(lambda moles, each, extra: reactor.pack(moles * mass, each, extra))(
        gas.moles, temperatures, extras
    )
    factors = np.zeros(kinetics.reactions) if log_factor is None else np.asarray(log_factor, float)
    case = Case(flows, jnp.asarray(np.broadcast_to(factors, (members, kinetics.reactions))))
    stations = np.broadcast_to(times, (members, len(times)))
    return over_lanes(_followed, (reactor, settings), (states, stations, case), progress)


def _followed(shared: tuple[Reactor, StiffSettings], lanes: tuple[Float, Float, Case]) -> History:
    """Cases side by side, with the lanes on the last axis."""
    reactor, settings = shared
    states, times, case = lanes
    return at_stations(reactor, states, times, case, settings)
