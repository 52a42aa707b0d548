"""What stands on the page of a relaxation."""

import math
from collections.abc import Sequence

from boostglide.core import cite
from boostglide.report.flight_page import FlightPage, Group, Table
from boostglide.report.gas_relaxation_figures import relaxation_figures
from boostglide.report.gas_tables import columns_table, composition_table, state_table
from boostglide.report.numbers import number
from boostglide.study import RelaxationRecord, chosen_stations

_STATES = {
    "upstream": "Free stream",
    "frozen": "Right behind the shock, frozen",
    "last": "Last station",
    "equilibrium": "Equilibrium, far behind",
}


def relaxation_page(
    record: RelaxationRecord, command: str = "", files: Sequence[tuple[str, str]] = ()
) -> FlightPage:
    """The page of a relaxation behind a shock.

    Parameters
    ----------
    record
        The relaxation.
    command
        What to type to get it.
    files
        Names of files beside the page, and what is in them.
    """
    states = {words: record.states[key] for key, words in _STATES.items() if key in record.states}
    caption = "The temperature is that of translation and rotation; speeds are relative to the shock."
    return FlightPage(
        title=record.title, lead=f"{record.mechanism_title}. {record.sentence}",
        version=record.versions.get("boostglide", ""), facts=tuple(_facts(record)),
        opening=(state_table(states, "States", caption),), pictures=relaxation_figures(record),
        tables=(_stations(record), composition_table(states)),
        groups=gas_groups(record.assumptions, record.models, record.versions),
        references=tuple(cite(*record.references)), files=tuple(files), command=command,
    )  # fmt: skip


def gas_groups(
    assumptions: Sequence[str], models: dict[str, str], versions: dict[str, str]
) -> tuple[Group, ...]:
    """Assumptions and limits, models and versions as sections of a page.

    Parameters
    ----------
    assumptions
        One sentence each.
    models
        What computes what.
    versions
        Versions of packages.
    """
    groups = (
        Group("Assumptions and limits", sentences=tuple(dict.fromkeys(assumptions))),
        Group("Models", tuple((name[:1].upper() + name[1:], words) for name, words in models.items())),
        Group("Versions", tuple(versions.items())),
    )
    return tuple(group for group in groups if group.pairs or group.sentences)


def _facts(record: RelaxationRecord) -> list[tuple[str, str]]:
    states, summary = record.states, record.summary
    facts = [
        ("Temperature right behind the shock", f"{number(states['frozen']['temperature_k'], 4)} K"),
        ("Temperature in equilibrium", f"{number(states['equilibrium']['temperature_k'], 4)} K"),
    ]
    if summary["peak_electron_density_m3"] > 0:
        place = number(1e3 * summary["peak_electron_distance_m"])
        facts += [
            ("Largest electron density", f"{number(summary['peak_electron_density_m3'])} 1/m³"),
            ("Where it is", f"{place} mm"),
        ]
    far = summary["equilibrium_distance_m"]
    place = f"{number(1e3 * far)} mm" if math.isfinite(far) else "beyond"
    facts.append(("Within 5 % of equilibrium from", place))
    return facts


def _stations(record: RelaxationRecord) -> Table:
    chosen = record.profile.isel(station=chosen_stations(record.profile))
    columns = {"Distance [mm]": chosen["distance"].values * 1e3, "T [K]": chosen["temperature"].values}
    if record.temperatures == 2:
        columns["Tv [K]"] = chosen["vibrational_temperature"].values
    columns |= {
        "Pressure [kPa]": chosen["pressure"].values * 1e-3,
        "Density [kg/m³]": chosen["density"].values,
        "Speed [m/s]": chosen["speed"].values,
        "Electrons [1/m³]": chosen["electron_density"].values,
    }
    caption = "T: translation and rotation." + (
        " Tv: vibration, electronic states, free electrons." if record.temperatures == 2 else ""
    )
    return columns_table("Stations behind the shock", caption, columns)
