"""Relaxation of a gas behind a normal shock: one case with all its steps, or many at fixed stations."""

import math
from collections.abc import Callable, Mapping
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Float, Scalar
from boostglide.gas.kinetics.source import Kinetics
from boostglide.gas.reactor.checks import check_stream, checked_fractions
from boostglide.gas.reactor.history import MANY_CASES, History, at_stations, cut, history
from boostglide.gas.reactor.post_shock import PostShock
from boostglide.gas.reactor.reactor import Case, Reactor
from boostglide.gas.reactor.shock_start import Stream, shock_start
from boostglide.solve import StiffSettings, over_lanes, record_stiff

ALL_STEPS = StiffSettings(tolerance=1e-5, most_steps=4000)
"""How a single relaxation is integrated."""


def relax_behind_shock(
    kinetics: Kinetics,
    *,
    pressure: float,
    temperature: float,
    speed: float,
    mole_fractions: Mapping[str, float],
    until: float,
    log_factor: Float[Array, " reaction"] | None = None,
    settings: StiffSettings = ALL_STEPS,
) -> History:
    """Relaxation of a gas behind a normal shock, at every step of the integration.

    With a vibrational temperature, the gas starts with the composition and the vibrational temperature of the
    stream, and only translation and rotation jump. With one temperature, vibration jumps too.

    Parameters
    ----------
    kinetics
        Chemistry and energy exchange.
    pressure, temperature, speed
        Pressure [Pa], temperature [K] and speed [m/s] of the stream ahead of the shock, in its frame.
    mole_fractions
        Amounts by species in the stream [-]; those not named are absent.
    until
        Distance behind the shock to which the relaxation is followed [m].
    log_factor
        Logarithm by which each rate is multiplied [-].
    settings
        How to integrate.

    Returns
    -------
    History
        NumPy arrays over the steps, the first row just behind the shock; the outcome tells whether `until`
        was reached, and otherwise the last row is the last state.

    Raises
    ------
    ValueError
        If the stream is not supersonic, or a number is not positive, or a species not known.

    References
    ----------
    park1990, gnoffo1989, hairer1993.
    """
    fractions = checked_fractions(kinetics, mole_fractions)
    check_stream(kinetics, pressure, temperature, speed, fractions)
    if not (math.isfinite(until) and until > 0.0):
        raise ValueError(f"Argument `until` must be a distance above 0 m, but is {until} m.")
    stream = Stream(*(jnp.asarray(each, dtype=float) for each in (pressure, temperature, speed, fractions)))
    return cut(
        _recorded(kinetics, stream, jnp.asarray(until, dtype=float), _factors(kinetics, log_factor), settings)
    )


def relax_many(
    kinetics: Kinetics,
    *,
    pressure: np.ndarray,
    temperature: np.ndarray,
    speed: np.ndarray,
    mole_fractions: np.ndarray | Mapping[str, float],
    stations: np.ndarray,
    log_factor: np.ndarray | None = None,
    settings: StiffSettings = MANY_CASES,
    progress: Callable[[int], None] | None = None,
) -> History:
    """Relaxations behind many normal shocks, at fixed stations, on all cores.

    Parameters
    ----------
    kinetics
        Chemistry and energy exchange.
    pressure, temperature, speed
        Pressure [Pa], temperature [K] and speed [m/s] of each stream, shape (members,).
    mole_fractions
        Of the stream [-]: by name for all, or an array of shape (members, species).
    stations
        Rising distances behind the shock [m], shape (stations,) or (members, stations).
    log_factor
        Logarithm by which each rate is multiplied [-], shape (reactions,) or (members, reactions).
    settings
        How to integrate.
    progress
        Called with the number of members done.

    Returns
    -------
    History
        NumPy arrays of shape (members, stations, ...), `outcome` and `steps` of shape (members,). A member
        that does not reach a station keeps its last state there.

    Raises
    ------
    ValueError
        As for `relax_behind_shock`, for any member.
    """
    members = len(pressure)
    if isinstance(mole_fractions, Mapping):
        mole_fractions = checked_fractions(kinetics, mole_fractions)
    fractions = np.broadcast_to(mole_fractions, (members, len(kinetics.names)))
    if not (np.all(fractions >= 0.0) and np.all(np.sum(fractions, axis=1) > 0.0)):
        raise ValueError("Argument `mole_fractions` must hold amounts of at least 0, not all of them 0.")
    fractions = fractions / np.sum(fractions, axis=1, keepdims=True)
    check_stream(kinetics, pressure, temperature, speed, fractions)
    stations = np.asarray(stations, float)
    if not (np.all(stations[..., :1] > 0.0) and np.all(np.diff(stations, axis=-1) > 0.0)):
        raise ValueError("Argument `stations` must hold rising distances above 0 m.")
    factors = np.broadcast_to(_factors(kinetics, log_factor), (members, kinetics.reactions))
    streams = Stream(np.asarray(pressure), np.asarray(temperature), np.asarray(speed), fractions)
    inputs = (streams, np.broadcast_to(stations, (members, stations.shape[-1])), factors)
    return over_lanes(_relaxed, (kinetics, settings), inputs, progress)


def relaxation_at(
    kinetics: Kinetics,
    stream: Stream,
    stations: Float[Array, " station"],
    log_factor: Float[Array, " reaction"] | None = None,
    settings: StiffSettings = MANY_CASES,
) -> History:
    """One relaxation at fixed stations, for compiled code and forward derivatives by `jax.jvp`.

    Parameters
    ----------
    kinetics
        Chemistry and energy exchange.
    stream
        The gas ahead of the shock; its numbers are not checked.
    stations
        Rising distances behind the shock [m].
    log_factor
        Logarithm by which each rate is multiplied [-].
    settings
        How to integrate.

    Returns
    -------
    History
        JAX arrays over the stations; `outcome` and `steps` are scalars.
    """
    factors = jnp.zeros(kinetics.reactions) if log_factor is None else log_factor
    lanes = jax.tree.map(lambda leaf: leaf[..., None], (stream, stations, factors))
    return jax.tree.map(lambda leaf: leaf[..., 0], _relaxed((kinetics, settings), lanes))


@eqx.filter_jit
def _recorded(
    kinetics: Kinetics,
    stream: Stream,
    until: Scalar,
    log_factor: Float[Array, " reaction"],
    settings: StiffSettings,
) -> tuple[History, Scalar]:
    """All steps of one relaxation, and how many rows are meant."""
    reactor = Reactor(kinetics, PostShock())
    state, flow = shock_start(reactor, stream)
    case = Case(flow, log_factor)
    record = record_stiff(reactor, state, until, case, settings)
    return history(reactor, record.position, record.state, case, record.outcome, record.steps), record.count


def _relaxed(shared: tuple[Kinetics, StiffSettings], lanes: tuple[Stream, Float, Float]) -> History:
    """Relaxations side by side, with the lanes on the last axis."""
    kinetics, settings = shared
    stream, stations, log_factor = lanes
    reactor = Reactor(kinetics, PostShock())
    state, flow = jax.vmap(lambda each: shock_start(reactor, each), in_axes=-1, out_axes=-1)(stream)
    return at_stations(reactor, state, stations, Case(flow, log_factor), settings)


def _factors(kinetics: Kinetics, log_factor: Any) -> Float[Array, "... reaction"]:
    return jnp.zeros(kinetics.reactions) if log_factor is None else jnp.asarray(log_factor, dtype=float)
