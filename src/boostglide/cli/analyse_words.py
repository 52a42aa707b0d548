"""An analysed track as JSON and as text for people."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING, Any

from boostglide.core import reference

if TYPE_CHECKING:
    from boostglide.plasma import Stretch
    from boostglide.study import TrackAnalysis

SCHEMA = "boostglide-track-analysis/1"
_UNITS = {
    "altitude": "m",
    "speed": "m_s",
    "mach": "",
    "flight_path_angle": "deg",
    "ground_range": "m",
    "latitude": "deg",
    "longitude": "deg",
    "dynamic_pressure": "pa",
    "drag_acceleration": "m_s2",
    "load_factor": "",
    "heat_flux": "w_m2",
    "wall_temperature": "k",
}


def content(analysis: TrackAnalysis) -> dict[str, Any]:
    """Everything but the channels, for programs: units in the names, null where a number is not known."""
    record = analysis.record
    return {
        "format": SCHEMA,
        "name": record.name,
        "vehicle": analysis.nose.vehicle or None,
        "nose_radius_m": analysis.nose.radius,
        "emissivity": analysis.nose.emissivity,
        "summary": {name: _known(value) for name, value in record.summary.items()},
        "motion": {"speed_source": analysis.motion.speed_source}
        | {name: _known(value) for name, value in analysis.measures.items()},
        "heating": {name: _heating(each) for name, each in analysis.heating.items()},
        "radio_bands": {name: _band(each) for name, each in analysis.bands.items()},
        "sensors": [_sight(each) for each in analysis.sights],
        "events": [_event(each) for each in record.events],
        "models": record.models,
        "switches": record.switches,
        "assumptions": list(record.assumptions),
        "references": {key: reference(key) for key in record.references},
        "versions": record.versions,
    }


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _heating(each: Any) -> dict[str, Any]:
    return {
        "peak_cold_wall_heat_flux_w_m2": each.peak_cold_wall_heat_flux,
        "peak_radiating_wall_heat_flux_w_m2": each.peak_heat_flux,
        "peak_time_s": each.peak_time,
        "peak_wall_temperature_k": each.peak_wall_temperature,
        "cold_wall_heat_load_j_m2": float(each.cold_wall_heat_load[-1]),
        "radiating_wall_heat_load_j_m2": float(each.history.heat_load[-1]),
        "share_of_heat_load_in_range": each.share_valid,
        "stated_error": each.stated_error,
    }


def _stretches(stretches: tuple[Stretch, ...]) -> list[dict[str, Any]]:
    return [{"start_s": each.start, "end_s": each.end, "is_cut": each.is_cut} for each in stretches]


def _band(each: Any) -> dict[str, Any]:
    return {
        "title": each.title,
        "frequency_hz": each.frequency,
        "margin_db": each.margin,
        "greatest_attenuation_db": _known(float(max(each.attenuation))),
        "blocked_time_s": each.blocked_time,
        "blocked_time_in_continuum_s": each.blocked_time_in_continuum,
        "stretches": _stretches(each.stretches),
        "position_error_of_accelerometer_m": _models(each.accelerometer_drift),
        "position_error_of_gyroscope_m": _models(each.gyro_drift),
    }


def _models(pair: tuple[float, float]) -> dict[str, float]:
    return dict(zip(("unaided", "schuler"), pair, strict=True))


def _sight(each: Any) -> dict[str, Any]:
    highest = int(each.elevation.argmax())
    return {
        "name": each.name,
        "latitude_deg": math.degrees(each.latitude),
        "longitude_deg": math.degrees(each.longitude),
        "altitude_m": each.altitude,
        "greatest_elevation_deg": math.degrees(float(each.elevation[highest])),
        "least_slant_range_m": float(each.slant_range.min()),
        "time_in_view_s": sum(stretch.duration for stretch in each.stretches),
        "stretches": _stretches(each.stretches),
    }


def _event(event: Any) -> dict[str, Any]:
    values = {}
    for name, value in event.values.items():
        unit = _UNITS[name]
        key = f"{name}_{unit}" if unit else name
        values[key] = _known(math.degrees(value) if unit == "deg" else value)
    return {"name": event.name, "label": event.label, "time_s": event.time, **values}


def card(analysis: TrackAnalysis) -> str:
    """The numbers of a track for people."""
    record, nose = analysis.record, analysis.nose
    whose = f" of {nose.vehicle}" if nose.vehicle else ""
    head = f"{record.title}: nose{whose} with a radius of {nose.radius:g} m, emissivity {nose.emissivity:g}"
    parts = [[head], _motion_lines(analysis), _heat_lines(analysis), _band_lines(analysis)]
    parts += [_sight_lines(analysis)] if analysis.sights else []
    parts += [_event_lines(analysis), ["Assumptions", *_bullets(record.assumptions)]]
    return "\n\n".join("\n".join(lines) for lines in parts)


def _motion_lines(analysis: TrackAnalysis) -> list[str]:
    summary, more = analysis.record.summary, analysis.measures
    speed = analysis.trajectory.speed
    return [
        "Motion",
        f"  points                 {more['points']:.0f} over {summary['flight_time_s']:.6g} s",
        f"  speed                  {speed.min():,.1f} to {speed.max():,.1f} m/s, "
        f"from {analysis.motion.speed_source}",
        f"  error of the speed     {_speed_error(more)}",
        f"  greatest deceleration  {_number(summary['peak_deceleration_g'])} g",
        f"  ballistic coefficient  {_coefficient(more)}",
    ]


def _coefficient(more: dict[str, float]) -> str:
    if not more["points_with_clear_drag"]:
        return "not known; drag does not stand out of its error"
    low, middle, high = (
        _number(more[f"ballistic_coefficient_{name}_kg_m2"])
        for name in ("first_quartile", "median", "third_quartile")
    )
    points = f"{more['points_with_clear_drag']:.0f} points"
    return f"{middle} kg/m^2, middle half {low} to {high} ({points})"


def _speed_error(more: dict[str, float]) -> str:
    if math.isfinite(more["mean_speed_error_m_s"]):
        mean, most = more["mean_speed_error_m_s"], more["greatest_speed_error_m_s"]
        return f"{mean:,.3g} m/s on average, {most:,.3g} m/s at most (estimate)"
    apart = more["greatest_difference_to_speed_from_positions_m_s"]
    if math.isfinite(apart):
        return f"not known; the speed from positions differs by up to {apart:,.3g} m/s"
    return "not known; the file gives the speed"


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "not known"
    return f"{value:,.0f}" if abs(value) >= 1000.0 else f"{value:.4g}"


def _heat_lines(analysis: TrackAnalysis) -> list[str]:
    lines = ["Heating of the nose, by correlation (not averaged)"]
    lines.append(f"  {'':26}{'cold wall':>14}{'radiating':>14}{'wall':>9}{'load, rad.':>14}{'in range':>10}")
    lines.append(f"  {'':26}{'kW/m^2':>14}{'kW/m^2':>14}{'K':>9}{'MJ/m^2':>14}{'%':>10}")
    for name, each in analysis.heating.items():
        flux = f"{each.peak_cold_wall_heat_flux / 1e3:>14,.1f}{each.peak_heat_flux / 1e3:>14,.1f}"
        load = f"{each.history.heat_load[-1] / 1e6:>14,.2f}{100 * each.share_valid:>10.1f}"
        lines.append(f"  {name:26}{flux}{each.peak_wall_temperature:>9,.0f}{load}")
    return lines


def _band_lines(analysis: TrackAnalysis) -> list[str]:
    lines = ["Radio through the layer before the nose (equilibrium: too many electrons high up)"]
    for each in analysis.bands.values():
        words = ", ".join(_stretch(stretch) for stretch in each.stretches) or "never blocked"
        drift = max(each.accelerometer_drift[0], each.gyro_drift[0])
        more = f"; an inertial navigator drifts some {drift:,.3g} m" if each.stretches else ""
        lines.append(f"  {each.title:18} {each.blocked_time:9.1f} s   {words}{more}")
    return lines


def _stretch(stretch: Stretch) -> str:
    return f"{stretch.start:.1f} to {stretch.end:.1f} s" + (" (cut by the track)" if stretch.is_cut else "")


def _sight_lines(analysis: TrackAnalysis) -> list[str]:
    lines = ["Sight"]
    for each in analysis.sights:
        words = ", ".join(_stretch(stretch) for stretch in each.stretches) or "never in view"
        highest = math.degrees(float(each.elevation.max()))
        lines.append(f"  {each.name}: {words}; greatest elevation {highest:.2f} deg")
    return lines


def _event_lines(analysis: TrackAnalysis) -> list[str]:
    lines = ["Events"]
    for event in analysis.record.events:
        place = f"{event.values['altitude'] / 1e3:8.2f} km {event.values['speed']:9,.0f} m/s"
        lines.append(f"  {event.time:10.2f} s {place}  {event.label}")
    return lines


def _bullets(texts: tuple[str, ...]) -> list[str]:
    return [
        line
        for text in texts
        for line in textwrap.wrap(text, 100, initial_indent="- ", subsequent_indent="  ")
    ]
