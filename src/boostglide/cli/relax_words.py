"""A relaxation as lines of text."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from boostglide.study import RelaxationRecord

_STATES = {
    "upstream": "free stream",
    "frozen": "right behind the shock, frozen",
    "last": "last station",
    "equilibrium": "equilibrium, far behind",
}


def text(record: RelaxationRecord) -> list[str]:
    """Stations, what stands out, the states at the ends, and where the models end."""
    return [
        record.title,
        f"Mechanism: {record.mechanism_title}.",
        "",
        *_stations(record),
        "",
        *_summary(record),
        "",
        *_states(record),
        "",
        *_temperatures(record.temperatures),
        record.sentence,
        *record.assumptions,
        "References and versions stand on the page, and in the output of `--json`.",
    ]


def _stations(record: RelaxationRecord) -> list[str]:
    from boostglide.study import chosen_stations

    profile = record.profile
    head = (
        f"{'distance mm':>12}  {'T K':>8}  {'Tv K':>8}  {'pressure Pa':>11}  {'density kg/m3':>13}  "
        f"{'speed m/s':>9}  {'electrons 1/m3':>14}"
    )
    rows = []
    for place in chosen_stations(profile):
        value = {
            str(name): float(profile[name][place]) for name in profile.variables if profile[name].ndim == 1
            and name != "species"
        }  # fmt: skip
        rows.append(
            f"{1e3 * value['distance']:12.5g}  {value['temperature']:8.1f}  "
            f"{value['vibrational_temperature']:8.1f}  {value['pressure']:11.4g}  {value['density']:13.4e}  "
            f"{value['speed']:9.1f}  {value['electron_density']:14.3e}"
        )
    return [head, "-" * len(head), *rows]


def _summary(record: RelaxationRecord) -> list[str]:
    from boostglide.study import RELAXATION_SUMMARY

    lines = []
    for key, words in RELAXATION_SUMMARY.items():
        value = record.summary[key]
        if key == "peak_vibrational_temperature_k" and record.temperatures == 1:
            continue
        lines.append(f"{words[:1].upper() + words[1:]}: {_amount(key, value)}")
    return lines


def _amount(key: str, value: float) -> str:
    if not math.isfinite(value):
        return "not within this distance"
    if key.endswith("_m3"):
        return f"{value:.3e} 1/m3"
    return f"{1e3 * value:.4g} mm" if key.endswith("_m") else f"{value:.0f} K"


def _states(record: RelaxationRecord) -> list[str]:
    head = (
        f"{'state':32}  {'T K':>8}  {'pressure Pa':>11}  {'density kg/m3':>13}  {'speed m/s':>9}  "
        f"{'electrons 1/m3':>14}"
    )
    return [
        head, "-" * len(head),
        *(_state(words, record.states[key]) for key, words in _STATES.items() if key in record.states),
    ]  # fmt: skip


def _state(words: str, state: dict[str, Any]) -> str:
    return (
        f"{words:32}  {state['temperature_k']:8.1f}  {state['pressure_pa']:11.4g}  "
        f"{state['density_kg_m3']:13.4e}  {state['speed_m_s']:9.1f}  {state['electron_density_m3']:14.3e}"
    )


def _temperatures(count: int) -> list[str]:
    if count == 1:
        return ["T and Tv are one temperature of all motions of the gas."]
    return [
        "T is the temperature of translation and rotation; Tv that of vibration, electronic states and free "
        "electrons."
    ]
