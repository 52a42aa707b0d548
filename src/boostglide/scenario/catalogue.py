"""Scenarios by name, or from a file."""

from __future__ import annotations

import difflib
import importlib.resources
import os
import pathlib

from boostglide.scenario.document import Scenario
from boostglide.scenario.fault import Fault, InputError
from boostglide.scenario.load import load_document

_FOLDER = "data/scenario"


def bundled_scenarios() -> tuple[str, ...]:
    """Names of the scenarios that come with the package."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


def load_scenario(name_or_path: str | os.PathLike[str]) -> Scenario:
    """Load a scenario.

    Parameters
    ----------
    name_or_path
        Name of a bundled scenario, or the path of a scenario file.

    Raises
    ------
    InputError
        With every fault of the file, or the nearest bundled name if there is neither.
    """
    text = os.fspath(name_or_path)
    names = bundled_scenarios()
    if text in names:
        return load_document(_folder() / f"{text}.yaml", Scenario)
    if pathlib.PurePath(text).suffix or os.sep in text:
        return load_document(name_or_path, Scenario)
    near = difflib.get_close_matches(text, names, n=1)
    advice = f"did you mean `{near[0]}`?" if near else f"bundled are {', '.join(names)}"
    raise InputError([Fault(text, 0, "file", "a bundled scenario or the path of a file", "neither", advice)])


def _folder() -> pathlib.Path:
    return pathlib.Path(str(importlib.resources.files("boostglide"))) / _FOLDER
