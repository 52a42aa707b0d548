"""A flight as NetCDF after the CF conventions: everything that is known of it in one file."""

import math
import pathlib
import re
from collections.abc import Mapping

import numpy as np
import xarray as xr

from boostglide.core import cite
from boostglide.report.exchange.channels import channel_of
from boostglide.report.exchange.epoch import EPOCH, EPOCH_WORDS, iso, parsed
from boostglide.report.exchange.stretches import phase_names
from boostglide.report.exchange.whole_files import whole_file
from boostglide.study import SUMMARY, Event, FlightRecord

REFERENCES = ("cf2023",)
CONVENTIONS = "CF-1.11"
SCHEMA = "boostglide-flight/1"

_COORDINATES = ("time", "latitude", "longitude", "altitude")
_AXES = {"latitude": "Y", "longitude": "X"}
_ELLIPSOID = {
    "grid_mapping_name": "latitude_longitude",
    "semi_major_axis": 6378137.0,
    "inverse_flattening": 298.257223563,
    "reference_ellipsoid_name": "WGS 84",
    "horizontal_datum_name": "World Geodetic System 1984",
    "prime_meridian_name": "Greenwich",
    "longitude_of_prime_meridian": 0.0,
}


def write_netcdf(record: FlightRecord, path: pathlib.Path, epoch: str = EPOCH) -> pathlib.Path:
    """Write a flight as NetCDF-4 after the conventions CF-1.11, as one trajectory with its events.

    Assumptions, models, switches, versions, outcome, summary and references are attributes of the file, so
    that it explains itself. It is written whole or not at all.

    Parameters
    ----------
    record
        The flight.
    path
        File to write; an older one is replaced.
    epoch
        Date and time at which the clock of the file starts, as ISO 8601 in UTC; a flight has none of its own.

    Returns
    -------
    Path
        The file.

    References
    ----------
    cf2023, sections 9 and H.4.2.
    """
    dataset = flight_dataset(record, epoch)
    encoding = {name: {"_FillValue": None} for name in dataset.variables}
    with whole_file(path) as work:
        dataset.to_netcdf(work, engine="h5netcdf", encoding=encoding)
    return pathlib.Path(path)


def flight_dataset(record: FlightRecord, epoch: str = EPOCH) -> xr.Dataset:
    """A flight as a dataset after CF-1.11, in degrees where angles are degrees.

    Parameters
    ----------
    record
        The flight.
    epoch
        Start of the clock, as for `write_netcdf`.
    """
    data: dict[str, object] = {
        str(name): _channel(record, str(name), epoch) for name in record.path.data_vars if name != "phase"
    }
    if "time" in record.path.coords:
        data["time"] = _channel(record, "time", epoch)
    data["elapsed_time"] = _elapsed(record.path["time"].values, "point")
    data["phase"] = _phase(record)
    data["trajectory"] = ((), record.name, {"cf_role": "trajectory_id", "long_name": "name of the flight"})
    data["crs"] = ((), np.int32(0), _ELLIPSOID)
    data |= _events(record.events, epoch)
    dataset = xr.Dataset(data).set_coords(["trajectory", *_COORDINATES])
    for name in dataset.data_vars:
        if dataset[name].dims == ("event",):
            dataset[name].encoding["coordinates"] = "event_time event_latitude event_longitude event_altitude"
    return dataset.assign_attrs(attributes(record))


def _channel(record: FlightRecord, name: str, epoch: str) -> tuple[str, np.ndarray, dict[str, object]]:
    given = record.path[name]
    known = channel_of(name, str(given.attrs.get("units", "")))
    facts: dict[str, object] = {
        "units": known.units, "long_name": str(given.attrs.get("long_name", name.replace("_", " "))),
    }  # fmt: skip
    if known.standard_name:
        facts["standard_name"] = known.standard_name
    if known.units == "K":
        facts["units_metadata"] = "temperature: on_scale"
    if name == "time":
        facts |= _clock(epoch)
    elif name == "altitude":
        facts |= {"positive": "up", "axis": "Z"}
    if name not in ("time", "latitude", "longitude"):
        facts["grid_mapping"] = "crs"
    return "point", np.asarray(given.values, float) * known.factor, facts


def _clock(epoch: str) -> dict[str, object]:
    return {
        "standard_name": "time", "units": f"seconds since {iso(parsed(epoch))}", "calendar": "standard",
        "units_metadata": "leap_seconds: none", "axis": "T", "comment": EPOCH_WORDS,
    }  # fmt: skip


def _elapsed(time: np.ndarray, dimension: str) -> tuple[str, np.ndarray, dict[str, object]]:
    return dimension, np.asarray(time, float), {"units": "s", "long_name": "time since the start of the path"}


def _phase(record: FlightRecord) -> tuple[str, np.ndarray, dict[str, object]]:
    names = phase_names(record)
    facts = {
        "long_name": "phase of the flight",
        "flag_values": np.arange(len(names), dtype=np.int32),
        "flag_meanings": " ".join(_flag(name) for name in names),
        "grid_mapping": "crs",
    }
    return "point", np.rint(record.path["phase"].values).astype(np.int32), facts


def _flag(name: str) -> str:
    """A name of letters, digits and the marks that a flag may have."""
    return re.sub(r"[^A-Za-z0-9_.+@-]+", "_", name) or "_"


def _events(events: tuple[Event, ...], epoch: str) -> dict[str, object]:
    """What happens on the flight, one entry an event; values that an event has not are NaN."""
    if not events:
        return {}
    time = np.array([event.time for event in events], float)
    data: dict[str, object] = {
        "event_time": ("event", time, {"long_name": "time of the event", **_clock(epoch)}),
        "event_elapsed_time": _elapsed(time, "event"),
    }
    del data["event_time"][2]["axis"]  # type: ignore[index]
    for key, words in (("name", "name of the event"), ("label", "event in words"), ("phase", "phase")):
        texts = np.array([getattr(event, key) for event in events], object)
        data[f"event_{key}"] = ("event", texts, {"long_name": words})
    names = dict.fromkeys(["latitude", "longitude", "altitude", *(name for e in events for name in e.values)])
    for name in names:
        if name not in ("time", "phase"):
            data[f"event_{name}"] = _event_values(events, name)
    return data


def _event_values(events: tuple[Event, ...], name: str) -> tuple[str, np.ndarray, dict[str, object]]:
    known = channel_of(name)
    values = np.array([event.values.get(name, math.nan) for event in events], float) * known.factor
    facts: dict[str, object] = {"units": known.units, "long_name": f"{name.replace('_', ' ')} at the event"}
    if known.units == "K":
        facts["units_metadata"] = "temperature: on_scale"
    if name == "altitude":
        facts["positive"] = "up"
    if name in _AXES:
        facts["axis"] = _AXES[name]
    else:  # one latitude alone may have a standard name where there is a grid mapping
        facts["grid_mapping"] = "crs"
        if known.standard_name:
            facts["standard_name"] = known.standard_name
    return "event", values, facts


def attributes(record: FlightRecord) -> dict[str, object]:
    """What a flight rests on and how it ended, as attributes of a file.

    Parameters
    ----------
    record
        The flight.
    """
    summary = {f"summary_{key}": float(record.summary.get(key, math.nan)) for key in SUMMARY}
    return {
        "Conventions": CONVENTIONS,
        "featureType": "trajectory",
        "format": SCHEMA,
        "title": record.title,
        "flight": record.name,
        "institution": "none",
        "source": f"computed with boostglide {record.versions.get('boostglide', '')}".strip(),
        "history": "written once by boostglide; not changed since",
        "comment": f"{record.outcome.sentence} {EPOCH_WORDS}",
        "outcome": record.outcome.name.lower(),
        "outcome_sentence": record.outcome.sentence,
        "assumptions": "\n".join(record.assumptions),
        "models": _lines(record.models),
        "switches": _lines(record.switches),
        "versions": _lines(record.versions),
        "references": "\n".join(cite(*record.references)),
        "reference_keys": " ".join(record.references),
        **summary,
    }


def _lines(entries: Mapping[str, str]) -> str:
    return "\n".join(f"{name}: {words}" for name, words in entries.items())
