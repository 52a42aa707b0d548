"""The one door through which data files beside the code are read."""

import functools
import importlib.resources
import pathlib
from typing import Any

import numpy as np
from ruamel.yaml import YAML

_HEADER = ("description", "source", "licence")


def data_path(name: str) -> pathlib.Path:
    """Where a data file lies.

    Parameters
    ----------
    name
        Path below the data folder, for example ``"planet/us76.yaml"``.

    Raises
    ------
    FileNotFoundError
        If the package carries no such file.
    """
    path = pathlib.Path(str(importlib.resources.files("boostglide") / "data" / name))
    if not path.is_file():
        raise FileNotFoundError(f"boostglide carries no data file `{name}`.")
    return path


@functools.cache
def load_yaml(name: str) -> dict[str, Any]:
    """The content of a YAML data file, which must open with `description`, `source` and `licence`.

    Parameters
    ----------
    name
        Path below the data folder, for example ``"plasma/radio_bands.yaml"``.

    Raises
    ------
    ValueError
        If one of the three is missing.
    """
    content = YAML(typ="safe", pure=True).load(data_path(name).read_text(encoding="utf-8"))
    missing = [key for key in _HEADER if key not in content]
    if missing:
        raise ValueError(f"Data file `{name}` must state {', '.join(missing)}.")
    return content


@functools.cache
def load_arrays(name: str) -> dict[str, np.ndarray]:
    """The arrays of an NPZ data file, in SI units; pickled objects are refused."""
    with np.load(data_path(name), allow_pickle=False) as archive:
        return {key: archive[key] for key in archive.files}
