"""What stands on the page of a state of a gas, and on that of shocks."""

from collections.abc import Mapping, Sequence
from typing import Any

import xarray as xr

from boostglide.core import cite
from boostglide.report.flight_page import FlightPage, Table
from boostglide.report.gas_air_figures import air_figures, source_line
from boostglide.report.gas_pages import gas_groups
from boostglide.report.gas_shock_figures import shock_figures
from boostglide.report.gas_tables import composition_table, quantity_table, state_table
from boostglide.report.numbers import number, with_unit
from boostglide.study import AirRecord, ShockRecord

_INNER = {"derivatives": "Derivatives", "transport": "Transport"}


def air_page(
    record: AirRecord, curves: xr.Dataset, command: str = "", files: Sequence[tuple[str, str]] = ()
) -> FlightPage:
    """The page of a gas in equilibrium.

    Parameters
    ----------
    record
        The state, with `title`, `content`, `assumptions`, `references` and `versions`.
    curves
        The same gas over temperature.
    command
        What to type to get it.
    files
        Names of files beside the page, and what is in them.
    """
    content: Mapping[str, Any] = record.content
    version = record.versions.get("boostglide", "")
    return FlightPage(
        title=record.title,
        lead="A gas in chemical equilibrium: one temperature for all motions, reactions infinitely fast.",
        version=version, facts=_facts(content), opening=tuple(_tables(content)),
        pictures=air_figures(curves, float(content["temperature_k"]), record.title, source_line(version)),
        tables=(composition_table({"Mole fraction": content}),),
        groups=gas_groups(record.assumptions, getattr(record, "models", {}), record.versions),
        references=tuple(cite(*record.references)), files=tuple(files), command=command,
    )  # fmt: skip


def _facts(content: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    facts = [
        ("Temperature", f"{number(content['temperature_k'], 4)} K"),
        ("Pressure", with_unit(content["pressure_pa"], "Pa", 4)),
        ("Density", f"{number(content['density_kg_m3'])} kg/m³"),
    ]
    if content.get("electron_density_m3"):
        facts.append(("Electron density", f"{number(content['electron_density_m3'])} 1/m³"))
    return tuple(facts)


def _tables(content: Mapping[str, Any]) -> list[Table]:
    """The state, and what stands in parts of its plain data."""
    caption = "The enthalpy counts from the elements at 298.15 K; only its differences have a meaning."
    tables = [quantity_table(content, "State", caption)]
    for key, heading in _INNER.items():
        if isinstance(content.get(key), Mapping):
            tables.append(quantity_table(content[key], heading))
    return tables


STATIONS = {
    "upstream": "Free stream",
    "downstream": "Behind the shock",
    "surface": "At the surface",
    "stagnation": "Brought to rest behind the shock",
    "pitot": "Pitot probe",
    "reflected": "Behind the reflected shock",
}
"""Keys of the states of a shock and the words of their rows."""


def shock_page(
    record: ShockRecord, curves: xr.Dataset, command: str = "", files: Sequence[tuple[str, str]] = ()
) -> FlightPage:
    """The page of shocks in a stream.

    Parameters
    ----------
    record
        The states, with `title`, `content`, `assumptions`, `references` and `versions`.
    curves
        A normal shock in the same stream over speed, by model of the gas.
    command
        What to type to get it.
    files
        Names of files beside the page, and what is in them.
    """
    content: Mapping[str, Any] = record.content
    version = record.versions.get("boostglide", "")
    states = {words: content[key] for key, words in STATIONS.items() if isinstance(content.get(key), Mapping)}
    source = f"Computed with boostglide {version}. Species data NASA TP-2002-211556."
    which = content.get("which_temperature", "translation and rotation")
    caption = f"Temperatures: {which}. Enthalpies: only differences have a meaning."
    speed = float(content["upstream"]["speed_m_s"])
    return FlightPage(
        title=record.title, lead=str(getattr(record, "lead", "")) or "States across a shock.",
        version=version, facts=_shock_facts(content), opening=(state_table(states, "States", caption),),
        pictures=shock_figures(curves, speed, _of_the_stream(record.title), source),
        tables=(composition_table(states),),
        groups=gas_groups(record.assumptions, getattr(record, "models", {}), record.versions),
        references=tuple(cite(*record.references)), files=tuple(files), command=command,
    )  # fmt: skip


def _of_the_stream(title: str) -> str:
    """Title of the chart, which shows a normal shock whatever the record holds."""
    kind, _, stream = title.partition(": ")
    return title if kind == "Normal shock" or not stream else f"Normal shock in the stream of {stream}"


def _shock_facts(content: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    ahead, behind = content["upstream"], content["downstream"]
    ratio = behind["density_kg_m3"] / ahead["density_kg_m3"]
    facts = [
        ("Temperature behind the shock", f"{number(behind['temperature_k'], 4)} K"),
        ("Pressure behind the shock", with_unit(behind["pressure_pa"], "Pa", 4)),
        ("Density ratio", number(ratio, 4)),
    ]
    if behind.get("electron_density_m3"):
        facts.append(("Electron density", f"{number(behind['electron_density_m3'])} 1/m³"))
    if content.get("shock_angle_deg") is not None:
        facts.append(("Shock angle", f"{number(content['shock_angle_deg'], 4)}°"))
    return tuple(facts)
