"""The folder of a relaxation, of a state of a gas, and of shocks: every file, or none."""

import math
import pathlib
from typing import Any

import xarray as xr

from boostglide.report.folder import files_of, finish_folder, write_json
from boostglide.report.gas_files import relaxation_document, write_relaxation_csv, write_relaxation_netcdf
from boostglide.report.gas_page import render_gas_page
from boostglide.report.gas_pages import relaxation_page
from boostglide.report.gas_state_pages import air_page, shock_page
from boostglide.report.writing import check_target, few_collections, swapped_in
from boostglide.study import AirRecord, RelaxationRecord, ShockRecord, equilibrium_sweep, shock_sweep

RELAXATION_FILES = (
    ("relaxation.csv", "the profile as a table"),
    ("relaxation.nc", "the profile as NetCDF, with everything that it rests on"),
    ("relaxation.json", "profile, states, assumptions and models for programs"),
)
"""Files beside the page of a relaxation, and what is in them."""


def write_relaxation(record: RelaxationRecord, folder: pathlib.Path, command: str = "") -> list[pathlib.Path]:
    """Write everything about a relaxation into a folder: page, charts, and the profile in three formats.

    Parameters
    ----------
    record
        The relaxation.
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
    with few_collections():
        page = relaxation_page(record, command, RELAXATION_FILES)
    with swapped_in(folder) as fresh:
        write_relaxation_csv(record, fresh / "relaxation.csv")
        write_relaxation_netcdf(record, fresh / "relaxation.nc")
        write_json(fresh / "relaxation.json", finite(relaxation_document(record)))
        finish_folder(fresh, page, render_gas_page(page), {"kind": "relaxation", "name": record.name})
    return files_of(folder)


def write_air(
    record: AirRecord, folder: pathlib.Path, command: str = "", curves: xr.Dataset | None = None
) -> list[pathlib.Path]:
    """Write a state of a gas in equilibrium into a folder: page, charts over temperature, and plain data.

    Parameters
    ----------
    record
        The state, with `name`, `title`, `content` (plain data with units in the names), `composition`,
        `assumptions`, `references` and `versions`.
    folder
        It is made, or an older report in it is replaced, when all files are there.
    command
        What to type to get it.
    curves
        The same gas over temperature; computed if not given.

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
    if curves is None:
        curves = equilibrium_sweep(record.composition, float(record.content["pressure_pa"]))
    files = (("air.json", "the state for programs"), ("equilibrium.nc", "the gas over temperature as NetCDF"))
    with few_collections():
        page = air_page(record, curves, command, files)
    with swapped_in(folder) as fresh:
        write_json(fresh / "air.json", finite(record.content))
        curves.to_netcdf(fresh / "equilibrium.nc", engine="h5netcdf")
        finish_folder(fresh, page, render_gas_page(page), {"kind": "air", "name": record.name})
    return files_of(folder)


def write_shock(
    record: ShockRecord, folder: pathlib.Path, command: str = "", curves: xr.Dataset | None = None
) -> list[pathlib.Path]:
    """Write the states of shocks in a stream into a folder: page, chart over speed, and plain data.

    Parameters
    ----------
    record
        The states, with `name`, `title`, `content` (plain data with units in the names), `composition`,
        `pressure`, `temperature` and `speed` of the stream, `assumptions`, `references` and `versions`.
    folder
        It is made, or an older report in it is replaced, when all files are there.
    command
        What to type to get it.
    curves
        A normal shock in the same stream over speed, by model of the gas; computed if not given.

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
    if curves is None:
        curves = shock_sweep(
            record.composition, pressure=record.pressure, temperature=record.temperature, speed=record.speed
        )
    files = (
        ("shock.json", "the states for programs"),
        ("speeds.nc", "normal shocks over speed in three models of the gas, as NetCDF"),
    )
    with few_collections():
        page = shock_page(record, curves, command, files)
    with swapped_in(folder) as fresh:
        write_json(fresh / "shock.json", finite(record.content))
        curves.to_netcdf(fresh / "speeds.nc", engine="h5netcdf")
        finish_folder(fresh, page, render_gas_page(page), {"kind": "shock", "name": record.name})
    return files_of(folder)


def finite(content: Any) -> Any:
    """Plain data in which numbers that are not finite are None.

    Parameters
    ----------
    content
        Nested dicts, lists, numbers and texts.
    """
    if isinstance(content, dict):
        return {key: finite(value) for key, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [finite(value) for value in content]
    return None if isinstance(content, float) and not math.isfinite(content) else content
