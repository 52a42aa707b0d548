"""Derivatives of the summary of a flight by the numbers of its scenario."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import jax.numpy as jnp
import numpy as np

from boostglide.flight import fly_one, trace_one
from boostglide.scenario import Scenario
from boostglide.solve import Settings
from boostglide.study.build import build_flight
from boostglide.study.forward import with_slopes
from boostglide.study.heat_load import NoseHeatLoad
from boostglide.study.numbers import nominal_members, single, with_found
from boostglide.study.record import SUMMARY
from boostglide.study.search import search_numbers
from boostglide.study.summary import Summary

SETTINGS = Settings(tolerance=1e-11)
POINTS = 2000
"""Points of each phase from which greatest values are read."""


@dataclass(frozen=True)
class Sensitivities:
    """How the summary of a flight changes with numbers of its scenario, at the median of all of them.

    Parameters
    ----------
    values
        The summary itself, by its keys.
    numbers
        Values of the numbers in SI, by dotted path.
    units
        SI units of the numbers, by dotted path.
    derivatives
        Derivative of each summary number by each number of the scenario, by key and then by path.
    """

    values: dict[str, float]
    numbers: dict[str, float]
    units: dict[str, str]
    derivatives: dict[str, dict[str, float]]

    def elasticity(self, key: str, path: str) -> float:
        """Relative change of a summary number for a relative change of a number of the scenario [-]."""
        return self.derivatives[key][path] * self.numbers[path] / self.values[key]


def sensitivities(scenario: Scenario, paths: Sequence[str] = ()) -> Sensitivities:
    """Derivatives of the summary by forward-mode differentiation through the whole flight, ends included.

    Parameters
    ----------
    scenario
        What is flown, at the median of its numbers.
    paths
        Dotted paths of numbers of the scenario; all that vary, or all if none does, if left out.

    Returns
    -------
    Sensitivities
        Derivatives in the unit of the summary number over SI of the scenario number.

    Raises
    ------
    ValueError
        If a path is unknown.
    SearchError
        If a search of the scenario fails.
    """
    samples = with_found(nominal_members(scenario), search_numbers(scenario))
    base = single(scenario, samples)
    unknown = [path for path in paths if path not in base]
    if unknown:
        raise ValueError(f"The scenario has no number {', '.join(unknown)}; it has {', '.join(base)}.")
    chosen = tuple(paths) or _varying(scenario, base)
    function = summary_function(scenario, base, chosen)
    values, slopes = with_slopes(function)([base[path] for path in chosen])
    table = {key: dict(zip(chosen, map(float, np.asarray(slopes[key])), strict=True)) for key in SUMMARY}
    units = {path: samples.parameters[path].unit for path in chosen}
    return Sensitivities(
        {key: float(values[key]) for key in SUMMARY}, {path: base[path] for path in chosen}, units, table
    )


def summary_function(scenario: Scenario, base: dict[str, float], paths: Sequence[str]) -> Any:
    """The summary as a function of some numbers of the scenario, to be compiled and differentiated.

    Parameters
    ----------
    scenario
        What is flown.
    base
        All its numbers in SI by dotted path.
    paths
        Which of them are arguments, in this order.
    """
    summary = Summary.of_scenario(scenario)

    def function(values: Any) -> dict[str, Any]:
        numbers = {path: jnp.asarray(each, dtype=float) for path, each in base.items()}
        numbers |= dict(zip(paths, values, strict=True))
        nose_radius = numbers["vehicle.nose_radius"]
        flight, start = build_flight(scenario, numbers, (NoseHeatLoad(nose_radius=nose_radius),))
        ends = fly_one(flight, start, SETTINGS)
        path = trace_one(flight, ends, POINTS * len(flight.phases), SETTINGS)
        return summary(path, nose_radius)

    return function


def _varying(scenario: Scenario, base: dict[str, float]) -> tuple[str, ...]:
    varying = tuple(
        path for path, number in scenario.numbers.items() if number.distribution.varies and path in base
    )
    return varying or tuple(path for path in scenario.numbers if path in base)
