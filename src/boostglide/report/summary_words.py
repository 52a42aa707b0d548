"""The numbers that sum up a flight, in words and in the units that people use."""

import math
from collections.abc import Mapping

from boostglide.report.exchange.event_words import clock
from boostglide.report.numbers import number

SUMMARY_SHOWN = {
    "range_km": ("Ground range", "km", 1.0),
    "flight_time_s": ("Flight time", "min", 1 / 60),
    "burnout_speed_m_s": ("Burn-out speed", "m/s", 1.0),
    "apogee_km": ("Apogee", "km", 1.0),
    "peak_deceleration_g": ("Peak deceleration", "g", 1.0),
    "peak_heat_flux_w_m2": ("Peak heat flux of the nose", "MW/m²", 1e-6),
    "heat_load_j_m2": ("Heat load of the nose", "MJ/m²", 1e-6),
    "mean_ground_speed_m_s": ("Mean ground speed", "m/s", 1.0),
}
"""Words, unit and factor of each number of a summary."""


def summary_text(key: str, value: float) -> str:
    """A number of a summary with its unit, a dash where it does not apply."""
    if not math.isfinite(value):
        return "–"
    if key == "flight_time_s":
        return clock(value)
    _, unit, factor = SUMMARY_SHOWN[key]
    return f"{number(value * factor, 4 if unit in ('km', 'm/s') else 3)} {unit}"


def summary_facts(summary: Mapping[str, float]) -> list[tuple[str, str]]:
    """Words and numbers of a summary, without those that do not apply."""
    return [
        (words, summary_text(key, summary[key]))
        for key, (words, _, _) in SUMMARY_SHOWN.items()
        if math.isfinite(summary.get(key, math.nan))
    ]
