"""What became of a particle of gas: its state along the way."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import AVOGADRO, Array, Code, Float, Scalar
from boostglide.gas.kinetics.electrons import NAME
from boostglide.gas.reactor.reactor import Case, Reactor
from boostglide.solve import StiffSettings, solve_stiff

MANY_CASES = StiffSettings(tolerance=3e-4, most_steps=4000)
"""How many relaxations are integrated; see `benchmarks/relaxation.py` for the error this leaves."""


class History(NamedTuple):
    """State of a gas along its way, arrays over points; many cases have an axis of members before.

    Parameters
    ----------
    distance
        Distance along the flow [m]; zero where there is none.
    time
        Time of the particle [s].
    temperature
        Of translation and rotation [K].
    vibrational_temperature
        Of each vibrational mode [K], shape (points, modes); with one temperature, that one.
    density
        Density [kg/m^3].
    pressure
        Pressure [Pa].
    speed
        Speed [m/s]; zero where there is no flow.
    mass_fractions, mole_fractions
        Of the species [-], shape (points, species).
    electron_density
        Electrons in a volume [1/m^3].
    energy_error
        Energy above what is conserved, over the size of the conserved energy [-].
    outcome
        `Outcome` code of the integration.
    steps
        Attempts of the integration.
    """

    distance: Float[Array | np.ndarray, " point"]
    time: Float[Array | np.ndarray, " point"]
    temperature: Float[Array | np.ndarray, " point"]
    vibrational_temperature: Float[Array | np.ndarray, "point mode"]
    density: Float[Array | np.ndarray, " point"]
    pressure: Float[Array | np.ndarray, " point"]
    speed: Float[Array | np.ndarray, " point"]
    mass_fractions: Float[Array | np.ndarray, "point species"]
    mole_fractions: Float[Array | np.ndarray, "point species"]
    electron_density: Float[Array | np.ndarray, " point"]
    energy_error: Float[Array | np.ndarray, " point"]
    outcome: Code
    steps: Code


def history(
    reactor: Reactor, positions: Float, states: Float, case: Case, outcome: Code, steps: Code
) -> History:
    """The history of one case from its unknowns at positions.

    Parameters
    ----------
    reactor
        What was integrated.
    positions
        Shape (points,), in units of the problem.
    states
        Unknowns, shape (points, unknowns), in units of the problem.
    case
        The case.
    outcome, steps
        How the integration ended, and its attempts.
    """
    names, mass = reactor.kinetics.names, reactor.kinetics.thermodynamics.molar_mass

    def told(position: Scalar, state: Float) -> History:
        point = reactor.point(position, state, case)
        modes = point.vibrational_temperature if reactor.kinetics.modes else point.temperature[None]
        electrons = point.moles[names.index(NAME)] if NAME in names else jnp.zeros_like(point.volume)
        place = reactor.flow.place(case.flow, position, point.volume, point.extra)
        return History(
            distance=place.distance,
            time=place.time,
            temperature=point.temperature,
            vibrational_temperature=modes,
            density=1.0 / point.volume,
            pressure=point.gas.product(point.temperature) / point.volume,
            speed=place.speed,
            mass_fractions=point.moles * mass,
            mole_fractions=point.moles / jnp.sum(point.moles),
            electron_density=electrons * float(AVOGADRO) / point.volume,
            energy_error=reactor.surplus(position, state, case) / reactor.flow.energy_size(case.flow),
            outcome=outcome,
            steps=steps,
        )

    return jax.vmap(told)(positions, states)._replace(outcome=outcome, steps=steps)


def at_stations(
    reactor: Reactor, states: Float, stations: Float, case: Case, settings: StiffSettings
) -> History:
    """Follow cases side by side and keep their states at stations, with the lanes on the last axis.

    Parameters
    ----------
    reactor
        What is integrated.
    states
        First unknowns, shape (unknowns, lanes), in units of the problem.
    stations
        Rising positions, shape (stations, lanes), in the unit of the problem.
    case
        The cases.
    settings
        How to integrate.
    """
    ends = solve_stiff(reactor, states, stations, case, settings)

    def told(stations: Float, states: Float, case: Case, outcome: Code, steps: Code) -> History:
        return history(reactor, stations, states, case, outcome, steps)

    return jax.vmap(told, in_axes=-1, out_axes=-1)(stations, ends.stations, case, ends.outcome, ends.steps)


def cut(recorded: tuple[History, Scalar]) -> History:
    """The rows of a record that are meant, as NumPy arrays."""
    whole, count = jax.device_get(recorded)
    rows = int(count)
    return History(*(leaf[:rows] if np.ndim(leaf) else leaf for leaf in whole))
