"""What stands on the page of a flight, of an ensemble and of several flights compared."""

import importlib.metadata
import math
from collections.abc import Mapping, Sequence

import numpy as np

from boostglide.core import Outcome, cite
from boostglide.report.comparison_figures import comparison_figures, flight_labels
from boostglide.report.ensemble_figures import ensemble_figures
from boostglide.report.exchange.event_words import clock
from boostglide.report.flight_figures import flight_figures
from boostglide.report.flight_page import FlightPage, Group, Table
from boostglide.report.numbers import number, spread
from boostglide.report.summary_words import SUMMARY_SHOWN, summary_facts, summary_text
from boostglide.study import EnsembleRecord, FlightRecord

_EVENT_COLUMNS = (
    ("altitude", "Altitude [km]", 1e-3),
    ("ground_range", "Range [km]", 1e-3),
    ("speed", "Speed [m/s]", 1.0),
    ("mach", "Mach [-]", 1.0),
    ("flight_path_angle", "Path angle [°]", math.degrees(1.0)),
    ("load_factor", "Load factor [-]", 1.0),
    ("heat_flux", "Heat flux [MW/m²]", 1e-6),
)


def flight_page(record: FlightRecord, command: str = "", files: Sequence[tuple[str, str]] = ()) -> FlightPage:
    """The page of one flight.

    Parameters
    ----------
    record
        The flight.
    command
        What to type to get it.
    files
        Names of files beside the page, and what is in them.
    """
    return FlightPage(
        title=record.title, lead=record.outcome.sentence, version=_version(record.versions),
        facts=tuple(summary_facts(record.summary)), pictures=flight_figures(record),
        tables=(event_table(record),) if record.events else (),
        groups=_groups(record.assumptions, record.models, record.switches, record.versions),
        references=tuple(cite(*record.references)), files=tuple(files), command=command,
    )  # fmt: skip


def _version(versions: Mapping[str, str]) -> str:
    return versions.get("boostglide") or importlib.metadata.version("boostglide")


def _groups(
    assumptions: Sequence[str], models: Mapping[str, str], switches: Mapping[str, str],
    versions: Mapping[str, str],
) -> tuple[Group, ...]:  # fmt: skip
    groups = (
        Group("Assumptions", sentences=tuple(dict.fromkeys(assumptions))),
        Group("Models", tuple((_opening(name), words) for name, words in models.items())),
        Group("Physics switched on and off", tuple((_opening(name), w) for name, w in switches.items())),
        Group("Versions", tuple(versions.items())),
    )
    return tuple(group for group in groups if group.pairs or group.sentences)


def _tied(text: str) -> str:
    """A number and its unit that stay on one line."""
    return text.replace(" ", "\u00a0")


def _opening(text: str) -> str:
    text = text.replace("_", " ")
    return text[:1].upper() + text[1:]


def event_table(record: FlightRecord) -> Table:
    """The events of a flight with the numbers that most of them have."""
    shown = [
        (name, head, factor)
        for name, head, factor in _EVENT_COLUMNS
        if any(math.isfinite(event.values.get(name, math.nan)) for event in record.events)
    ]
    rows = []
    for place, event in enumerate(record.events, 1):
        cells = [number(round(event.values.get(name, math.nan) * factor, 5), 3) for name, _, factor in shown]
        rows.append((f"{place} {event.label}", _tied(clock(event.time)), event.phase, *cells))
    heads = ("Event", "Time", "Phase", *(head for _, head, _ in shown))
    return Table("Events", "Numbers at the time of each event.", heads, tuple(rows), words=(0, 2))


def comparison_page(
    records: Sequence[FlightRecord], title: str = "", command: str = "",
    files: Sequence[tuple[str, str]] = (),
) -> FlightPage:  # fmt: skip
    """The page of several flights side by side.

    Parameters
    ----------
    records
        One to twelve flights.
    title
        Heading of the page.
    command
        What to type to get it.
    files
        Names of files beside the page, and what is in them.
    """
    pictures, labels = comparison_figures(records), flight_labels(records)
    shared = [text for text in records[0].assumptions if all(text in each.assumptions for each in records)]
    assumptions = [Group("Assumptions of all flights", sentences=tuple(shared))]
    for label, record in zip(labels, records, strict=True):
        own = tuple(text for text in record.assumptions if text not in shared)
        assumptions.append(Group(f"Assumptions of {label} alone", sentences=own))
    keys = [key for record in records for key in record.references]
    return FlightPage(
        title=title or "Flights compared", lead=f"{len(records)} flights side by side.",
        version=_version(records[0].versions), opening=(comparison_table(records),), pictures=pictures,
        tables=(_models_table(records),), groups=tuple(group for group in assumptions if group.sentences),
        references=tuple(cite(*keys)), files=tuple(files), command=command,
    )  # fmt: skip


def comparison_table(records: Sequence[FlightRecord]) -> Table:
    """The numbers of several flights, one column each.

    Parameters
    ----------
    records
        The flights.
    """
    rows = []
    for key, (words, _, _) in SUMMARY_SHOWN.items():
        values = [record.summary.get(key, math.nan) for record in records]
        if np.isfinite(values).any():
            rows.append((words, *(_tied(summary_text(key, value)) for value in values)))
    rows.append(("Outcome", *(record.outcome.sentence for record in records)))
    return Table("Numbers", "A dash where a number does not apply.", ("Quantity", *flight_labels(records)),
                 tuple(rows))  # fmt: skip


def _models_table(records: Sequence[FlightRecord]) -> Table:
    """What computes what in each flight, and what is switched on."""
    facts = [{**record.models, **record.switches} for record in records]
    names = dict.fromkeys(name for each in facts for name in each)
    rows = tuple((_opening(name), *(each.get(name, "–") for each in facts)) for name in names)
    heads = ("Model or switch", *flight_labels(records))
    return Table("Models and switches", "", heads, rows, tuple(range(len(heads))))


def ensemble_page(
    record: EnsembleRecord, command: str = "", files: Sequence[tuple[str, str]] = ()
) -> FlightPage:
    """The page of an ensemble.

    Parameters
    ----------
    record
        The ensemble.
    command
        What to type to get it.
    files
        Names of files beside the page, and what is in them.
    """
    facts, count = record.members.attrs, record.members.sizes["member"]
    ended = record.outcome_counts.items()
    complete = sum(number for name, number in ended if Outcome[name.upper()].is_complete)
    versions = _pairs(facts.get("versions", ""))
    numbers = [("Flights", f"{count:,}"), ("Complete", f"{complete:,}")]
    if facts.get("seed", -1) != -1:
        numbers.append(("Seed", str(facts["seed"])))
    return FlightPage(
        title=record.title,
        lead=f"{count:,} flights with numbers drawn from their ranges; {complete:,} of them are complete.",
        version=_version(versions), facts=tuple(numbers), opening=(quantile_table(record),),
        pictures=ensemble_figures(record), tables=(_outcome_table(record), *_parameter_tables(record)),
        groups=_groups(
            str(facts.get("assumptions", "")).split("\n"), _pairs(facts.get("models", "")),
            _pairs(facts.get("switches", "")), versions,
        ),
        references=tuple(cite(*str(facts.get("references", "")).split())), files=tuple(files),
        command=command,
    )  # fmt: skip


def _pairs(text: str) -> dict[str, str]:
    """Lines of a name and words as they stand in the attributes of a dataset."""
    parts = [line.partition(": ") for line in str(text).split("\n")]
    return {name: words for name, mark, words in parts if mark}


def quantile_table(record: EnsembleRecord) -> Table:
    """The spread of each summary number over the complete flights.

    Parameters
    ----------
    record
        The ensemble.
    """
    rows = []
    for key, (words, _, _) in SUMMARY_SHOWN.items():
        values = record.members[key].values if key in record.members else np.empty(0)
        counted = int(np.isfinite(values).sum())
        if counted:
            rows.append((words, *(summary_text(key, value) for value in spread(values)), f"{counted:,}"))
    heads = ("Quantity", "5 %", "Median", "95 %", "Flights")
    return Table("Numbers", "Over the complete flights to which a number applies.", heads, tuple(rows))


def _outcome_table(record: EnsembleRecord) -> Table:
    rows = [(Outcome[name.upper()].sentence, f"{count:,}") for name, count in record.outcome_counts.items()]
    return Table("How the flights ended", "", ("Outcome", "Flights"), tuple(rows))


def _parameter_tables(record: EnsembleRecord) -> list[Table]:
    """The numbers in which the members differ, with the middle 90 % of what was drawn."""
    rows = []
    for name, values in record.parameters.data_vars.items():
        unit = str(values.attrs.get("units", ""))
        cells = [number(value) for value in spread(values.values)]
        label = str(values.attrs.get("long_name", name))
        rows.append((f"{label} [{'-' if unit in ('', '1') else unit}]", *cells))
    heads = ("Number", "5 %", "Median", "95 %")
    return [Table("What was drawn", "SI units; angles in radians.", heads, tuple(rows))] if rows else []
