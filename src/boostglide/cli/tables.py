"""Events and summaries of flights as lines of text and as plain data."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from boostglide.study import Event

UNIT_NAMES = {
    "altitude": "altitude_m",
    "speed": "speed_m_s",
    "mach": "mach",
    "flight_path_angle": "flight_path_angle_deg",
    "ground_range": "range_km",
    "latitude": "latitude_deg",
    "longitude": "longitude_deg",
    "mass": "mass_kg",
    "load_factor": "deceleration_g",
    "dynamic_pressure": "dynamic_pressure_pa",
    "heat_flux": "heat_flux_w_m2",
    "wall_temperature": "wall_temperature_k",
}
"""Name of each channel of an event with the unit in which it is given."""

_SUMMARY = {
    "range_km": ("ground range", "km", 1),
    "flight_time_s": ("flight time", "s", 1),
    "burnout_speed_m_s": ("burn-out speed", "m/s", 1),
    "apogee_km": ("apogee", "km", 1),
    "peak_deceleration_g": ("peak deceleration", "g", 2),
    "peak_heat_flux_w_m2": ("peak heat flux of the nose", "W/m^2", 0),
    "heat_load_j_m2": ("heat load of the nose", "J/m^2", 0),
    "mean_ground_speed_m_s": ("mean ground speed", "m/s", 1),
}


def in_unit(name: str, value: float) -> float:
    """A channel in the unit of its name in `UNIT_NAMES`."""
    if UNIT_NAMES[name].endswith("_deg"):
        return math.degrees(value)
    return value / 1000 if UNIT_NAMES[name].endswith("_km") else value


def event_content(event: Event) -> dict[str, Any]:
    """An event as plain data; units are in the names."""
    channels = {UNIT_NAMES[name]: in_unit(name, value) for name, value in event.values.items()}
    return {
        "name": event.name,
        "label": event.label,
        "time_s": event.time,
        "phase": event.phase,
        **channels,
    }


def event_table(events: Sequence[Event]) -> list[str]:
    """Events as lines of a table."""
    width = max((len(event.label) for event in events), default=5)
    head = f"{'event':{width}}  {'time s':>9}  {'altitude km':>11}  {'speed m/s':>9}  {'Mach':>6}"
    head += f"  {'angle deg':>9}  {'range km':>9}  {'load g':>7}"
    return [head, "-" * len(head), *(_row(event, width) for event in events)]


def _row(event: Event, width: int) -> str:
    value = event.values
    angle = math.degrees(value["flight_path_angle"])
    return (
        f"{event.label:{width}}  {event.time:9.1f}  {value['altitude'] / 1000:11.2f}  {value['speed']:9.1f}"
        f"  {value['mach']:6.2f}  {angle:9.2f}  {value['ground_range'] / 1000:9.1f}"
        f"  {value['load_factor']:7.2f}"
    )


def summary_lines(summary: Mapping[str, float]) -> list[str]:
    """A summary as lines of name, number and unit."""
    return [
        f"{label:28} {_number(summary[key], digits):>18} {unit}"
        for key, (label, unit, digits) in _SUMMARY.items()
    ]


def _number(value: float, digits: int) -> str:
    return f"{value + 0.0:,.{digits}f}" if math.isfinite(value) else "-"
