"""The record of one flight: its path, its events, its summary, and what they rest on."""

from dataclasses import dataclass

import xarray as xr

from boostglide.core import Outcome

SUMMARY = {
    "range_km": "ground range",
    "flight_time_s": "flight time",
    "burnout_speed_m_s": "burn-out speed",
    "apogee_km": "apogee",
    "peak_deceleration_g": "peak deceleration",
    "peak_heat_flux_w_m2": "peak heat flux of the nose",
    "heat_load_j_m2": "heat load of the nose",
    "mean_ground_speed_m_s": "mean ground speed",
}
"""What every flight is summed up by, with its unit in the name."""


@dataclass(frozen=True)
class Event:
    """Something that happens on a flight.

    Parameters
    ----------
    name
        What programs call it, for example ``"peak-heating"``.
    label
        What people call it.
    time
        Time since the start [s].
    phase
        Name of the phase in which it happens.
    values
        Channels of the path at that time in SI, by name.
    """

    name: str
    label: str
    time: float
    phase: str
    values: dict[str, float]


@dataclass(frozen=True)
class FlightRecord:
    """One flight with everything that files, charts and tables need.

    Parameters
    ----------
    name, title
        Short name and heading.
    path
        Channels over the dimension ``point``, in SI and radians, each with its unit.
    events
        What happened, in the order of time.
    summary
        The numbers of `SUMMARY`; NaN where one does not apply.
    outcome
        How the flight ended.
    assumptions
        What the numbers take for granted and where the models end, one sentence each.
    references
        Bibliography keys of models and numbers.
    models
        What computes what.
    switches
        Which parts of the physics are on.
    versions
        Versions of the packages that computed it.
    """

    name: str
    title: str
    path: xr.Dataset
    events: tuple[Event, ...]
    summary: dict[str, float]
    outcome: Outcome
    assumptions: tuple[str, ...]
    references: tuple[str, ...]
    models: dict[str, str]
    switches: dict[str, str]
    versions: dict[str, str]
