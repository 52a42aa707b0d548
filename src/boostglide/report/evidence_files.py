"""The data behind every chart: a table for each claim, a labelled dataset for each study."""

import pathlib
from collections.abc import Sequence

import numpy as np

from boostglide.claims import Evidence
from boostglide.report.links import file_name
from boostglide.report.pictures import File
from boostglide.study import StudyResult


def claim_table(name: str, evidence: Sequence[Evidence]) -> File | None:
    """A CSV with one line a parameter set and one column a quantity and model, or none without samples.

    The first line names the columns with their units; a missing result is an empty cell. Numbers have nine
    digits, so that the same samples always give the same bytes.
    """
    columns = [row for row in evidence if row.samples.size]
    if not columns:
        return None
    lines = [
        ",".join(
            ["sample", *(_quoted(f"{row.quantity} [{row.unit or '-'}] ({row.model})") for row in columns)]
        )
    ]
    for place in range(max(row.samples.size for row in columns)):
        lines.append(",".join([str(place), *(_cell(row.samples, place) for row in columns)]))
    path = f"evidence/{file_name(name)}.csv"
    return File(f"{name}.csv", path, ("\n".join(lines) + "\n").encode())


def _cell(samples: np.ndarray, place: int) -> str:
    value = samples[place] if place < samples.size else np.nan
    return f"{value:.9g}" if np.isfinite(value) else ""


def _quoted(text: str) -> str:
    """A CSV cell; one that a spreadsheet would run as a formula is disarmed."""
    text = " ".join(text.split())
    text = f"'{text}" if text[:1] in "=+-@" else text
    return '"' + text.replace('"', '""') + '"'


def write_datasets(folder: pathlib.Path, key: str, result: StudyResult) -> list[pathlib.Path]:
    """Write samples and flown paths of a study as NetCDF with units and long names.

    Parameters
    ----------
    folder
        Where to write.
    key
        Name of the files.
    result
        The study.

    Returns
    -------
    list
        The files written.
    """
    name = file_name(key)
    datasets = {name: result.to_dataset()}
    if result.series is not None:
        datasets[f"{name}-flights"] = result.series
    written = []
    for stem, dataset in datasets.items():
        path = folder / f"{stem}.nc"
        dataset.to_netcdf(path, engine="h5netcdf")
        written.append(path)
    return written
