"""A relaxation as plain data: CSV, NetCDF after the CF conventions, and a document for programs."""

import pathlib
from typing import Any

import numpy as np

from boostglide.core import cite
from boostglide.report.exchange.channels import channel_of
from boostglide.report.exchange.table import number_cell, table_text
from boostglide.report.exchange.whole_files import whole_file, write_text
from boostglide.study import RelaxationRecord

CHANNELS = (
    "distance", "time", "temperature", "vibrational_temperature", "pressure", "density", "speed",
    "electron_density",
)  # fmt: skip
"""Variables of a profile over its stations, in the order of the columns of a table."""


def relaxation_document(record: RelaxationRecord) -> dict[str, Any]:
    """A relaxation for programs; units are in the names.

    Parameters
    ----------
    record
        The relaxation.
    """
    profile = record.profile
    fractions = {
        str(name): profile["mole_fraction"].sel(species=name).values.tolist()
        for name in profile["species"].values
    }
    return {
        **{_column(record, name): profile[name].values.tolist() for name in CHANNELS},
        "mole_fractions": fractions,
        "mechanism": record.mechanism,
        "outcome": record.outcome.name.lower(),
        "outcome_text": record.sentence,
        "title": record.title,
        "mechanism_title": record.mechanism_title,
        "temperatures": record.temperatures,
        "which_temperature": which_temperature(record.temperatures),
        **record.states,
        "summary": record.summary,
        "models": record.models,
        "assumptions": list(record.assumptions),
        "references": list(record.references),
        "versions": record.versions,
    }


def which_temperature(count: int) -> dict[str, str]:
    """What each temperature of a relaxation is that of.

    Parameters
    ----------
    count
        Number of temperatures [-], 1 or 2.
    """
    if count == 1:
        words = "one temperature of all motions of the gas"
        return {"temperature_k": words, "vibrational_temperature_k": f"{words}, the same as temperature_k"}
    return {
        "temperature_k": "translation and rotation of the heavy particles",
        "vibrational_temperature_k": "vibration, electronic states and free electrons",
    }


def write_relaxation_csv(record: RelaxationRecord, path: pathlib.Path) -> pathlib.Path:
    """Write the profile as CSV: one line a station, units in the names of the columns.

    Parameters
    ----------
    record
        The relaxation.
    path
        File to write; an older one is replaced.
    """
    profile = record.profile
    names = [str(name) for name in profile["species"].values]
    columns = np.column_stack(
        [*(profile[name].values for name in CHANNELS), profile["mole_fraction"].transpose().values.T]
    )
    header = [_column(record, name) for name in CHANNELS] + [f"mole_fraction_{name}" for name in names]
    return write_text(path, table_text(header, ([number_cell(value) for value in row] for row in columns)))


def write_relaxation_netcdf(record: RelaxationRecord, path: pathlib.Path) -> pathlib.Path:
    """Write the profile as NetCDF-4 with assumptions, models, references and versions as attributes.

    Parameters
    ----------
    record
        The relaxation.
    path
        File to write; an older one is replaced.
    """
    dataset = record.profile.copy()
    for name in dataset.variables:
        if dataset[name].attrs.get("units") == "K":
            dataset[name].attrs["units_metadata"] = "temperature: on_scale"
    dataset = dataset.assign_attrs(
        Conventions="CF-1.11", title=record.title, mechanism=record.mechanism,
        source=f"computed with boostglide {record.versions.get('boostglide', '')}".strip(),
        outcome=record.outcome.name.lower(), comment=record.sentence,
        assumptions="\n".join(record.assumptions), references="\n".join(cite(*record.references)),
        models="\n".join(f"{name}: {words}" for name, words in record.models.items()),
        versions="\n".join(f"{name}: {words}" for name, words in record.versions.items()),
    )  # fmt: skip
    encoding = {str(name): {"_FillValue": None} for name in dataset.variables if name != "species"}
    with whole_file(path) as work:
        dataset.to_netcdf(work, engine="h5netcdf", encoding=encoding)
    return pathlib.Path(path)


def _column(record: RelaxationRecord, name: str) -> str:
    column = channel_of(name, str(record.profile[name].attrs.get("units", ""))).column
    return {"electron_density_1_m3": "electron_density_m3"}.get(column, column)
