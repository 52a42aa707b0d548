"""One flight of a scenario, flown at the median of its numbers and recorded."""

import dataclasses
import importlib.metadata
from collections.abc import Callable
from typing import Any

import numpy as np
import xarray as xr

from boostglide.core import Trajectory
from boostglide.flight import DenseFlight, DensePhase, Flight, fly_dense, path_of
from boostglide.heating import heating_along
from boostglide.scenario import Samples, Scenario
from boostglide.study.assumptions import (
    SINGLE,
    assumptions_of,
    found_by_search,
    models_of,
    references_of,
    switches_of,
)
from boostglide.study.build import build_flight
from boostglide.study.events import flight_events
from boostglide.study.heat_load import NoseHeatLoad
from boostglide.study.numbers import nominal_members, with_found
from boostglide.study.phases import carries_mass
from boostglide.study.record import FlightRecord
from boostglide.study.search import search_numbers
from boostglide.study.summary import Summary
from boostglide.study.watched import watched_quantities

FEWEST_POINTS, MOST_POINTS = 600, 20_000
"""Points of a phase at least and at most."""

LONGEST_STEP = 10.0
"""Time between two points at most [s], unless a phase would have too many."""

INTEGRATOR = "SciPy DOP853, dense output"

PACKAGES = ("boostglide", "jax", "numpy", "scipy", "equinox")

CHANNELS = {
    "altitude": ("m", "geodetic altitude"),
    "latitude": ("rad", "geodetic latitude"),
    "longitude": ("rad", "longitude"),
    "ground_range": ("m", "distance travelled over the ground"),
    "speed": ("m/s", "speed relative to the Earth"),
    "flight_path_angle": ("rad", "angle above the horizontal"),
    "heading": ("rad", "heading, clockwise from north"),
    "mach": ("1", "Mach number"),
    "density": ("kg/m^3", "density of the air"),
    "pressure": ("Pa", "pressure of the air"),
    "temperature": ("K", "temperature of the air"),
    "dynamic_pressure": ("Pa", "dynamic pressure"),
    "lift_acceleration": ("m/s^2", "lift over mass"),
    "drag_acceleration": ("m/s^2", "drag over mass"),
    "thrust_acceleration": ("m/s^2", "thrust over mass"),
    "load_factor": ("1", "aerodynamic force over weight at sea level"),
    "mass": ("kg", "mass"),
    "angle_of_attack": ("rad", "angle of attack"),
    "bank": ("rad", "bank angle, to the right"),
    "heat_flux": ("W/m^2", "heat flux of the nose, cold wall"),
    "heat_load": ("J/m^2", "heat load of the nose, cold wall"),
    "wall_temperature": ("K", "temperature of the nose in radiative equilibrium"),
    "phase": ("1", "number of the phase"),
}
"""Unit and name of each channel of a recorded path."""


def record_flight(
    scenario: Scenario, samples: Samples | None = None, progress: Callable[[float], None] | None = None
) -> FlightRecord:
    """Fly one member of a scenario and record it.

    Parameters
    ----------
    scenario
        What is flown.
    samples
        The member; all numbers at their median, after the searches of the scenario, if left out.
    progress
        Called with the share that is done [-].

    Raises
    ------
    SearchError
        If a search of the scenario fails.
    ValueError
        If there is more than one member.
    """
    tell = progress or (lambda _: None)
    if samples is None:
        samples = with_found(nominal_members(scenario), search_numbers(scenario))
    if samples.size != 1:
        raise ValueError(f"Argument `samples` must hold one member, but holds {samples.size}.")
    tell(0.2)
    flight, start = build_flight(
        scenario, samples, (NoseHeatLoad(nose_radius=samples["vehicle.nose_radius"]),)
    )
    flown = fly_dense(flight, start)
    tell(0.7)
    path = path_of(flown, _points)
    if not carries_mass(scenario):
        path = dataclasses.replace(path, mass=np.full_like(path.time, samples["vehicle.mass"][0]))
    tell(0.9)
    return _record(scenario, samples, flight, flown, path)


def _points(phase: DensePhase) -> int:
    duration = phase.times[-1] - phase.times[0]
    return int(min(max(FEWEST_POINTS, duration / LONGEST_STEP, 2 * len(phase.times)), MOST_POINTS))


def _record(
    scenario: Scenario, samples: Samples, flight: Flight, flown: DenseFlight, path: Trajectory
) -> FlightRecord:
    nose_radius, emissivity = samples["vehicle.nose_radius"][0], samples["vehicle.emissivity"][0]
    heating = heating_along(path, nose_radius, emissivity)
    columns = _columns(path, heating)
    watched = watched_quantities(scenario, flight, path, columns)
    events = flight_events(scenario, columns | watched, [phase.number for phase in flown.phases])
    summary = Summary.of_scenario(scenario)(path, nose_radius)
    return FlightRecord(
        name=scenario.name,
        title=scenario.title,
        path=_dataset(scenario, columns),
        events=events,
        summary={key: float(value) for key, value in summary.items()},
        outcome=flown.outcome,
        assumptions=(*found_by_search(samples), *assumptions_of(scenario, flight, path, heating)),
        references=references_of(scenario, flight, SINGLE),
        models=models_of(scenario, flight, INTEGRATOR),
        switches=switches_of(scenario),
        versions=package_versions(),
    )


def package_versions() -> dict[str, str]:
    """Versions of the packages that compute a flight."""
    return {name: importlib.metadata.version(name) for name in PACKAGES}


def _columns(path: Trajectory, heating: Any) -> dict[str, np.ndarray]:
    """Time and all channels of a path."""
    stream = path.freestream
    more = {
        "mach": path.mach,
        "dynamic_pressure": stream.dynamic_pressure,
        "load_factor": path.load_factor,
        "heat_flux": heating.cold_wall_heat_flux,
        "heat_load": path.integrals[0],
        "wall_temperature": heating.wall_temperature,
    }
    names = ("time", *CHANNELS)
    return {name: np.asarray(more[name] if name in more else getattr(path, name)) for name in names}


def _dataset(scenario: Scenario, columns: dict[str, np.ndarray]) -> xr.Dataset:
    """The path with rising times: of two points at one time the later phase's is kept."""
    time = columns["time"]
    keep = np.append(np.diff(time) > 0, True)
    data = {
        name: ("point", columns[name][keep], {"units": unit, "long_name": words})
        for name, (unit, words) in CHANNELS.items()
    }
    time_attributes = {"units": "s", "long_name": "time since the start of the flight"}
    coordinates = {"time": ("point", time[keep], time_attributes)}
    names = "\n".join(phase.phase for phase in scenario.phases)
    return xr.Dataset(data, coords=coordinates, attrs={"phase_names": names, "title": scenario.title})
