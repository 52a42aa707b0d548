"""Searches: numbers of a scenario that make its flight reach stated values, found with derivatives."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import jax.numpy as jnp
import numpy as np

from boostglide.core import Scalar
from boostglide.flight import Flight, FlightEnds, fly_one, trace_one
from boostglide.planet import fixed_to_geodetic, local_axes
from boostglide.scenario import Samples, Scenario, Search, unit_dimension
from boostglide.solve import Settings
from boostglide.study.build import build_flight
from boostglide.study.forward import with_slopes
from boostglide.study.numbers import nominal_members, single, with_found
from boostglide.study.summary import ascent_end, deceleration, greatest

SETTINGS = Settings(tolerance=1e-9)
POINTS = 240
"""Points of each phase from which apogee, range and greatest load are read."""

ROUNDS = 40
"""Steps of a search before it is given up."""

CLOSE = 1e-9
"""Relative width of a bracket that ends a search [-]."""

CLOSE_BY = 1e-5
"""Miss over that at the bounds beyond which a search has found a jump instead [-]."""

Residual = Callable[[Any], tuple[Any, Any]]


class SearchError(ValueError):
    """A search did not find what was asked for; the message says what was reached instead."""


def search_numbers(scenario: Scenario) -> dict[str, float]:
    """The numbers that the searches of a scenario find, at the median of all others.

    One search is a Newton iteration kept inside a bracket; several together are a damped Newton iteration.

    Parameters
    ----------
    scenario
        What is flown.

    Returns
    -------
    Values in SI by dotted path; empty without searches.

    Raises
    ------
    SearchError
        If the wanted value is not reached between the bounds, or the iteration does not settle.
    """
    searches = scenario.solve_for
    if not searches:
        return {}
    base = single(scenario, nominal_members(scenario))
    residual = _residual(scenario, base)
    bounds = np.array([_bounds(scenario, search) for search in searches])
    if len(searches) == 1:
        found = [_bracketed(residual, searches[0], *bounds[0])]
    else:
        found = _together(residual, searches, bounds)
    return {search.unknown: float(value) for search, value in zip(searches, found, strict=True)}


def drawn_members(scenario: Scenario, samples: int, seed: int) -> Samples:
    """Members of a scenario; what its searches find, at the median of the other numbers, holds for all alike.

    Parameters
    ----------
    scenario
        What is flown.
    samples, seed
        How many members, and the seed that draws them.

    Raises
    ------
    SearchError
        If a search of the scenario fails.
    """
    return with_found(scenario.sample(samples, seed), search_numbers(scenario))


def _bounds(scenario: Scenario, search: Search) -> tuple[float, float]:
    return search.bounds(unit_dimension(scenario.numbers[search.unknown].unit))


def _residual(scenario: Scenario, base: Mapping[str, float]) -> Residual:
    """Reached minus wanted values, and their derivatives by the unknowns."""
    unknowns = [search.unknown for search in scenario.solve_for]
    wanted = jnp.asarray([search.value.value for search in scenario.solve_for])

    def reached(values: Any) -> Any:
        numbers = {**base, **dict(zip(unknowns, values, strict=True))}
        flight, start = build_flight(
            scenario, {path: jnp.asarray(each, dtype=float) for path, each in numbers.items()}
        )
        needed = _needed(scenario)
        flight = dataclasses.replace(flight, phases=flight.phases[:needed])
        ends = fly_one(flight, start, SETTINGS)
        return jnp.stack([_measure(scenario, search, flight, ends) for search in scenario.solve_for])

    return with_slopes(lambda values: reached(values) - wanted)


def _needed(scenario: Scenario) -> int:
    """How many phases must be flown to know what is wanted."""
    end = ascent_end(scenario)
    only_ascent = all(search.wanted.startswith("burnout") for search in scenario.solve_for)
    return end + 1 if only_ascent and end is not None else len(scenario.phases)


def _measure(scenario: Scenario, search: Search, flight: Flight, ends: FlightEnds) -> Scalar:
    if search.wanted.startswith("burnout"):
        return _burnout(scenario, search.wanted, flight, ends)
    if search.wanted == "flight_time":
        return ends.time
    path = trace_one(flight, ends, POINTS * len(flight.phases), SETTINGS)
    match search.wanted:
        case "apogee":
            return greatest(path.time, path.altitude)
        case "ground_range":
            return path.ground_range[-1]
        case _:
            return greatest(path.time, deceleration(path))


def _burnout(scenario: Scenario, wanted: str, flight: Flight, ends: FlightEnds) -> Scalar:
    end = ascent_end(scenario)
    if end is None:
        raise SearchError(f"`{wanted}` is wanted, but no phase of the scenario is under thrust.")
    state = ends.phases[end].end
    speed, place = state.velocity.norm(), fixed_to_geodetic(state.position, flight.world.figure)
    match wanted:
        case "burnout_speed":
            return speed
        case "burnout_altitude":
            return place.altitude
    up = local_axes(place.latitude, place.longitude).up
    return jnp.arcsin(jnp.clip(up.dot(state.velocity) / speed, -1.0, 1.0))


def _bracketed(residual: Residual, search: Search, low: float, high: float) -> float:
    """Newton's iteration between two values where the residual has different signs."""
    at_low, at_high = (float(residual(jnp.asarray([each]))[0][0]) for each in (low, high))
    if not at_low * at_high <= 0:
        target = search.value.value
        raise SearchError(
            f"`{search.wanted}` = {search.value.text} is not reached for `{search.unknown}` from "
            f"{search.low} to {search.high}: there it is {target + at_low:.6g} and {target + at_high:.6g} in "
            "SI; widen the bounds, or change the value."
        )
    value, reach = 0.5 * (low + high), max(abs(at_low), abs(at_high))
    for _ in range(ROUNDS):
        miss, slope = (float(np.ravel(each)[0]) for each in residual(jnp.asarray([value])))
        if miss == 0 or high - low <= CLOSE * max(abs(low), abs(high)):
            break
        low, high, at_low = (low, value, at_low) if miss * at_low <= 0 else (value, high, miss)
        step = value - miss / slope if slope else low
        before, value = value, step if low < step < high else 0.5 * (low + high)
        if abs(value - before) <= CLOSE * max(abs(value), 1e-12):
            break
    miss = float(np.ravel(residual(jnp.asarray([value]))[0])[0])
    if abs(miss) <= CLOSE_BY * max(reach, CLOSE):
        return value
    raise SearchError(
        f"`{search.wanted}` = {search.value.text} is not reached: it jumps at `{search.unknown}` = "
        f"{value:.9g} in SI, where it is {search.value.value + miss:.6g}; narrow the bounds, or change the "
        "value."
    )


def _together(residual: Residual, searches: tuple[Search, ...], bounds: np.ndarray) -> np.ndarray:
    """Damped Newton iteration from the middle of the bounds; steps are halved until the miss shrinks."""
    low, high = bounds.T
    scale = np.array([max(abs(search.value.value), 1e-3) for search in searches])
    value = 0.5 * (low + high)
    miss, slopes = (np.asarray(each) for each in residual(jnp.asarray(value)))
    for _ in range(ROUNDS):
        size = np.max(np.abs(miss) / scale)
        if size < 1e-8:
            return value
        step = -np.linalg.lstsq(slopes, miss, rcond=None)[0]
        for _ in range(12):
            trial = np.clip(value + step, low, high)
            new, new_slopes = (np.asarray(each) for each in residual(jnp.asarray(trial)))
            if np.isfinite(new).all() and np.max(np.abs(new) / scale) < size:
                break
            step = 0.5 * step
        else:
            break
        value, miss, slopes = trial, new, new_slopes
    reached = ", ".join(
        f"{search.wanted} off by {each:.4g} in SI" for search, each in zip(searches, miss, strict=True)
    )
    raise SearchError(f"The searches of the scenario do not settle between their bounds: {reached}.")
