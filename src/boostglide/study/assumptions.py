"""What a flight rests on, in words: assumptions, models, switches and references."""

from typing import Any

import numpy as np

from boostglide.core import Trajectory, bibliography
from boostglide.flight import Flight
from boostglide.heating import SuttonGraves
from boostglide.scenario import Samples, Scenario
from boostglide.study.build import build_flight
from boostglide.study.numbers import nominal_members

FORMULAS = ("vinh1980", "sutton1971")
SINGLE, ENSEMBLE = "hairer1993", "dormand1980"
"""Sources of the methods that integrate a single flight and an ensemble."""


def found_by_search(samples: Samples) -> tuple[str, ...]:
    """What the searches of a scenario found, one sentence each.

    Parameters
    ----------
    samples
        Members that hold the numbers that were found.
    """
    return tuple(
        f"Found by a search of the scenario: {path} = {each.text.removesuffix(', found')}."
        for path, each in samples.parameters.items()
        if each.text.endswith(", found")
    )


def assumptions_of(scenario: Scenario, flight: Flight, path: Trajectory, heating: Any) -> tuple[str, ...]:
    """Every choice that the numbers rest on, and every place where a model left its range.

    Parameters
    ----------
    scenario, flight
        What was flown.
    path
        How it went.
    heating
        Heating along it.
    """
    return (
        *scenario.assumptions,
        *flight.assumptions,
        f"Atmosphere: {flight.world.atmosphere.name}.",
        "Heat flux and heat load are those of a cold wall, the wall temperature is that in radiative "
        "equilibrium.",
        *heating.assumptions,
        *_left_range(scenario, path, heating),
    )


def _left_range(scenario: Scenario, path: Trajectory, heating: Any) -> tuple[str, ...]:
    """Sentences on stretches in which a model was used outside its range."""
    hot = np.asarray(heating.cold_wall_heat_flux)
    counts = hot > 0.01 * hot.max() if hot.max() > 0 else np.zeros_like(hot, bool)
    outside = counts & ~np.asarray(heating.valid)
    time = np.asarray(path.time)
    found = []
    strayed = np.zeros_like(hot, bool) if path.in_range is None else np.asarray(path.in_range) < 0.5
    if strayed.any():
        low, high = time[strayed][0], time[strayed][-1]
        found.append(
            f"Outside the tables of atmosphere, wind, aerodynamics or engine at some points from {low:.0f} s "
            f"to {high:.0f} s: there their end values hold, and the flight is an extrapolation."
        )
    if outside.any():
        low, high = time[outside][0], time[outside][-1]
        found.append(
            f"Outside the range of the heating model at some points from {low:.0f} s to {high:.0f} s, where "
            "the heat flux exceeds a hundredth of its peak: there it is an extrapolation."
        )
    return tuple(found)


def models_of(scenario: Scenario, flight: Flight, integrator: str) -> dict[str, str]:
    """What computes what.

    Parameters
    ----------
    scenario, flight
        What is flown.
    integrator
        What integrates it, in words.
    """
    degree = scenario.world.gravity_degree
    harmonics = "central term" if degree == 0 else f"zonal harmonics to degree {degree}"
    described = scenario.vehicle.aerodynamics
    return {
        "motion": f"point mass in Earth-fixed axes; {integrator}",
        "atmosphere": str(flight.world.atmosphere.name),
        "gravity": f"{flight.world.gravity.gravitational_parameter:.10g} m^3/s^2, {harmonics}",
        "aerodynamics": "lift-to-drag ratio and ballistic coefficient"
        if described is None
        else described.kind,
        "heating": SuttonGraves().name,
    }


def switches_of(scenario: Scenario) -> dict[str, str]:
    """Which parts of the physics are on.

    Parameters
    ----------
    scenario
        What is flown.
    """
    world = scenario.world
    return {
        "rotation": "on" if world.rotation else "off",
        "oblateness": "off"
        if world.gravity_degree == 0
        else f"zonal harmonics to degree {world.gravity_degree}",
        "figure": "WGS84" if world.figure == "wgs84" else f"sphere of {world.figure.radius.text}",
        "wind": "none" if world.wind is None else world.wind.kind,
        "density variation": "off" if world.density_variation is None else "on",
    }


def references_of(scenario: Scenario, flight: Flight, *methods: str) -> tuple[str, ...]:
    """Bibliography keys of models and numbers, each once, in the order of their use.

    Parameters
    ----------
    scenario, flight
        What is flown.
    methods
        Keys of the numerical methods.
    """
    known = bibliography()
    keys = [*FORMULAS, *methods, *scenario.sources]
    keys += [*flight.world.atmosphere.references, *flight.aerodynamics.references]
    keys += [] if flight.world.wind is None else list(flight.world.wind.references)
    keys += list(flight.world.gravity.references)
    for phase in flight.phases:
        keys += [] if phase.propulsion is None else list(phase.propulsion.references)
    return tuple(dict.fromkeys(key for key in keys if key in known))


def scenario_references(scenario: Scenario) -> tuple[str, ...]:
    """Bibliography keys of everything that a scenario rests on, its models included.

    Parameters
    ----------
    scenario
        What is flown.
    """
    flight, _ = build_flight(scenario, nominal_members(scenario))
    return references_of(scenario, flight, SINGLE, ENSEMBLE)


def scenario_statements(scenario: Scenario) -> list[str]:
    """What stands for a source where no publication does: assumptions and choices, each once.

    Parameters
    ----------
    scenario
        What is flown.
    """
    known = bibliography()
    return [text for text in scenario.sources if text not in known]
