"""The folder of a flight, an ensemble or a comparison: every file, or none."""

import dataclasses
import math
import pathlib
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import xarray as xr

from boostglide.core import Outcome
from boostglide.report.exchange.czml import write_czml
from boostglide.report.exchange.epoch import EPOCH, parsed
from boostglide.report.exchange.geojson import facts_of, write_geojson
from boostglide.report.exchange.kml import write_kml
from boostglide.report.exchange.netcdf import write_netcdf
from boostglide.report.exchange.table import number_cell, table_text, text_cell, write_csv, write_events_csv
from boostglide.report.flight_page import render_flight_page
from boostglide.report.flight_pages import comparison_page, ensemble_page, flight_page
from boostglide.report.folder import files_of, finish_folder, write_json
from boostglide.report.writing import check_target, few_collections, swapped_in
from boostglide.study import SUMMARY, EnsembleRecord, FlightRecord

FLIGHT_FILES = (
    ("flight.nc", "path, events and everything they rest on, NetCDF after the CF conventions"),
    ("flight.csv", "the path as a table"),
    ("events.csv", "the events as a table"),
    ("flight.kml", "the track for Google Earth and geographic programs"),
    ("flight.czml", "the flight for a Cesium globe"),
    ("flight.geojson", "the track as GeoJSON"),
    ("flight.json", "summary, events, models and assumptions for programs"),
)
"""Files beside the page of a flight, and what is in them."""


def write_flight(
    record: FlightRecord, folder: pathlib.Path, epoch: str = EPOCH, command: str = ""
) -> list[pathlib.Path]:
    """Write everything about a flight into a folder: page, charts, and the flight in every format.

    Parameters
    ----------
    record
        The flight.
    folder
        It is made, or an older report in it is replaced, when all files are there.
    epoch
        Start of the clock of files that need a date, as ISO 8601 in UTC; arbitrary.
    command
        What to type to get the flight.

    Returns
    -------
    list of Path
        The files, the page first.

    Raises
    ------
    ValueError
        If the folder holds something that is not a report, the epoch is no date, or the path has fewer than
        two points.
    """
    parsed(epoch)
    check_target(folder)
    with few_collections():
        page = flight_page(record, command, FLIGHT_FILES)
    with swapped_in(folder) as fresh:
        write_netcdf(record, fresh / "flight.nc", epoch)
        write_csv(record, fresh / "flight.csv")
        write_events_csv(record, fresh / "events.csv")
        write_kml(record, fresh / "flight.kml")
        write_czml(record, fresh / "flight.czml", epoch)
        write_geojson(record, fresh / "flight.geojson")
        write_json(fresh / "flight.json", flight_document(record))
        finish_folder(fresh, page, render_flight_page(page), {"kind": "flight", "name": record.name})
    return files_of(folder)


def flight_document(record: FlightRecord) -> dict[str, Any]:
    """A flight for programs: what it is and rests on, its summary, its events; null where none applies.

    Parameters
    ----------
    record
        The flight.
    """
    events = [
        {**dataclasses.asdict(event), "time": _number(event.time),
         "values": {name: _number(value) for name, value in event.values.items()}}
        for event in record.events
    ]  # fmt: skip
    return {"format": "boostglide-flight/1", **facts_of(record), "events": events}


def write_comparison(
    records: Sequence[FlightRecord], folder: pathlib.Path, title: str = "", command: str = ""
) -> list[pathlib.Path]:
    """Write several flights side by side: page, charts, a table of their numbers, and each flight's path.

    Parameters
    ----------
    records
        One to twelve flights.
    folder
        It is made, or an older report in it is replaced, when all files are there.
    title
        Heading of the page.
    command
        What to type to get it.

    Returns
    -------
    list of Path
        The files, the page first.

    Raises
    ------
    ValueError
        If the folder holds something that is not a report, or the number of flights is out of range.
    """
    check_target(folder)
    names = [f"flights/{place:02}-{_slug(record.name)}" for place, record in enumerate(records, 1)]
    files = [("comparison.csv", "the numbers of all flights as a table")]
    for name, record in zip(names, records, strict=True):
        files += [(f"{name}.csv", f"the path of {record.title}"), (f"{name}.nc", "the same as NetCDF")]
    with few_collections():
        page = comparison_page(records, title, command, files)
    with swapped_in(folder) as fresh:
        (fresh / "comparison.csv").write_text(_comparison_csv(records), encoding="utf-8")
        for name, record in zip(names, records, strict=True):
            write_csv(record, fresh / f"{name}.csv")
            write_netcdf(record, fresh / f"{name}.nc")
        finish_folder(
            fresh,
            page,
            render_flight_page(page),
            {"kind": "comparison", "flights": [record.name for record in records]},
        )
    return files_of(folder)


def write_ensemble(record: EnsembleRecord, folder: pathlib.Path, command: str = "") -> list[pathlib.Path]:
    """Write everything about an ensemble: page, charts, its members as table and NetCDF, its quantiles.

    Parameters
    ----------
    record
        The ensemble.
    folder
        It is made, or an older report in it is replaced, when all files are there.
    command
        What to type to get it.

    Returns
    -------
    list of Path
        The files, the page first.

    Raises
    ------
    ValueError
        If the folder holds something that is not a report.
    """
    check_target(folder)
    datasets = {"members": xr.merge([record.members, record.parameters], combine_attrs="override")}
    for name, spread in (("along-range", record.along_range), ("along-time", record.along_time)):
        if spread is not None:
            datasets[name] = spread
    files = [("members.csv", "outcome, numbers and drawn parameters of each flight")]
    files += [(f"{name}.nc", _WORDS[name]) for name in datasets]
    with few_collections():
        page = ensemble_page(record, command, files)
    with swapped_in(folder) as fresh:
        (fresh / "members.csv").write_text(_members_csv(datasets["members"]), encoding="utf-8")
        for name, dataset in datasets.items():
            _plain_bounds(dataset).to_netcdf(fresh / f"{name}.nc", engine="h5netcdf")
        finish_folder(fresh, page, render_flight_page(page), {"kind": "ensemble", "name": record.name})
    return files_of(folder)


_WORDS = {
    "members": "the same as NetCDF, with assumptions and models",
    "along-range": "quantiles of channels over range",
    "along-time": "quantiles of channels over time",
}


def _plain_bounds(dataset: xr.Dataset) -> xr.Dataset:
    """The dataset with limits of values under a name that the CF conventions do not use for cells."""
    dataset = dataset.copy()
    for name in dataset.variables:
        attributes = dataset[name].attrs
        if "bounds" in attributes and not isinstance(attributes["bounds"], str):
            attributes["value_bounds"] = attributes.pop("bounds")
    return dataset


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _slug(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "-", name)[:60]


def _comparison_csv(records: Sequence[FlightRecord]) -> str:
    rows = [
        [text_cell(record.name), text_cell(record.title), record.outcome.name.lower(),
         *(number_cell(record.summary.get(key, math.nan)) for key in SUMMARY)]
        for record in records
    ]  # fmt: skip
    return table_text(["flight", "title", "outcome", *SUMMARY], rows)


def _members_csv(members: xr.Dataset) -> str:
    numbers = [str(name) for name in members.data_vars if name != "outcome"]
    columns = [np.asarray(members[name].values, float) for name in numbers]
    units = [str(members[name].attrs.get("units", "")) for name in numbers]
    heads = [
        name if name in SUMMARY or unit in ("", "1") else f"{name} [{unit}]"
        for name, unit in zip(numbers, units, strict=True)
    ]
    rows = (
        [str(place), Outcome(int(code)).name.lower(), *(number_cell(column[place]) for column in columns)]
        for place, code in enumerate(members["outcome"].values)
    )
    return table_text(["member", "outcome", *heads], rows)
