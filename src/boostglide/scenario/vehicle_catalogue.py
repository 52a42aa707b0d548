"""Vehicles of the catalogue as plain data, and how the fields of a scenario take their place."""

from __future__ import annotations

import copy
import difflib
import functools
import importlib.resources
import pathlib
from typing import Any

import pydantic

from boostglide.scenario.fault import InputError, Refusal, shown
from boostglide.scenario.place import refused_at
from boostglide.scenario.reading import read_document

FOLDER = "data/vehicle"
_FLAT = ("lift_to_drag", "ballistic_coefficient", "polar")


def bundled_vehicles() -> tuple[str, ...]:
    """Names of the vehicles that come with the package."""
    return tuple(sorted(path.stem for path in vehicle_folder().glob("*.yaml")))


def vehicle_folder() -> pathlib.Path:
    """Where the files of the catalogue lie."""
    return pathlib.Path(str(importlib.resources.files("boostglide"))) / FOLDER


def merged_entry(data: Any, model: type[pydantic.BaseModel], needs: str) -> Any:
    """The fields of a vehicle or rocket, those of its catalogue entry where it gives none itself.

    Parameters
    ----------
    data
        What stands in the file; returned as it is where it names no catalogue entry.
    model
        Model whose fields are taken from the entry.
    needs
        Field without which an entry does not serve.

    Raises
    ------
    pydantic_core.ValidationError
        If there is no such entry, or it lacks the field.
    """
    if not isinstance(data, dict) or data.get("catalogue") is None:
        return data
    entry = _entry(data["catalogue"])
    if needs not in entry:
        serving = [name for name in bundled_vehicles() if needs in _plain(name)]
        refusal = Refusal(f"a vehicle with `{needs}`", f"`{data['catalogue']}`", _advice("", serving))
        raise refused_at(refusal, "catalogue")
    return _merged({key: entry[key] for key in model.model_fields if key in entry}, data)


def _entry(name: object) -> dict[str, Any]:
    known = bundled_vehicles()
    if name not in known:
        refusal = Refusal("a vehicle of the catalogue", shown(name), _advice(str(name), known))
        raise refused_at(refusal, "catalogue")
    return copy.deepcopy(_plain(str(name)))


def _advice(name: str, known: Any) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean `{near[0]}`?" if near else f"there are {', '.join(known)}"


@functools.cache
def _plain(name: str) -> dict[str, Any]:
    try:
        return read_document(vehicle_folder() / f"{name}.yaml").data
    except InputError as error:  # a broken catalogue is ours, and pydantic would blame the file
        raise RuntimeError(str(error)) from error


def _merged(entry: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """The entry with the fields of the file in place of its own; aerodynamics without `kind` are amended."""
    given = data.get("aerodynamics")
    described = entry.get("aerodynamics")
    if isinstance(given, dict) and "kind" not in given and isinstance(described, dict):
        return {**entry, **data, "aerodynamics": {**described, **given}}
    if given is not None:  # another description replaces the flat fields
        entry = {key: value for key, value in entry.items() if key not in _FLAT}
    elif "aerodynamics" in entry and any(key in data for key in _FLAT):
        if entry["aerodynamics"].get("kind") == "lift-to-drag":
            kept = {key: value for key, value in entry.pop("aerodynamics").items() if key in _FLAT}
            entry = {**entry, **kept}
        else:
            del entry["aerodynamics"]
    return {**entry, **data}
