"""`boostglide vehicles`: the catalogue of vehicles, and what is known of each."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boostglide.cli.running import refusing

if TYPE_CHECKING:
    from boostglide.scenario import VehicleFile


def vehicles(
    name: Annotated[str | None, typer.Argument(help="Vehicle to show; all are listed if left out.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")] = False,
) -> None:
    """List the vehicles of the catalogue, or show one with its numbers and sources."""
    from boostglide.scenario import bundled_vehicles, load_vehicle

    with refusing():
        if name is None:
            found = [load_vehicle(each) for each in bundled_vehicles()]
            text = _json([_headline(each) for each in found]) if as_json else _list(found)
        else:
            vehicle = load_vehicle(name)
            text = _json(_content(vehicle)) if as_json else _card(vehicle)
        sys.stdout.write(text + "\n")


def _json(content: Any) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False)


def _headline(vehicle: VehicleFile) -> dict[str, Any]:
    return {
        "name": vehicle.name,
        "title": vehicle.title,
        "kind": vehicle.kind,
        "stages": len(vehicle.stages),
        "summary": vehicle.summary.strip(),
    }


def _content(vehicle: VehicleFile) -> dict[str, Any]:
    """The file as data, with the full text behind every source."""
    from boostglide.core import reference

    content = vehicle.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {**content, "references": {key: reference(key) for key in vehicle.references}}


def _list(found: list[VehicleFile]) -> str:
    width = max((len(each.name) for each in found), default=0)
    kinds = max((len(each.kind) for each in found), default=0)
    return "\n".join(f"{each.name:<{width}}  {each.kind:<{kinds}}  {each.title}" for each in found)


def _card(vehicle: VehicleFile) -> str:
    """The file for people: numbers with their sources, other published values below each."""
    lines = [vehicle.title, "", *_wrapped(vehicle.summary.strip())]
    lines += [line for text in vehicle.assumptions for line in _wrapped(text, "- ", "  ")]
    lines += ["", "Numbers", *_numbers(vehicle)]
    lines += _tables(vehicle)
    if vehicle.flights:
        lines += ["", "Published flights"]
        for flight in vehicle.flights:
            text = f"{flight.name}: {flight.text.strip()} [{flight.source}]"
            lines += _wrapped(text, "  ", "    ")
    return "\n".join([*lines, *_references(vehicle)])


def _numbers(vehicle: VehicleFile) -> list[str]:
    lines = []
    for path, number in vehicle.numbers.items():
        note = f" ({number.note.strip()})" if number.note else ""
        lines += _wrapped(f"{path}: {number.text} [{number.source}]{note}", "  ", "      ")
        for other in number.also:
            note = f" ({other.note.strip()})" if other.note else ""
            lines += _wrapped(f"also {other.text} [{other.source}]{note}", "    ", "      ")
    return lines


def _tables(vehicle: VehicleFile) -> list[str]:
    texts = [f"{name}: {text}" for name, text in vehicle.tables.items()]
    if not texts:
        return []
    return ["", "Tables", *(line for text in texts for line in _wrapped(text, "  ", "      "))]


def _references(vehicle: VehicleFile) -> list[str]:
    from boostglide.core import reference

    keys = vehicle.references
    if not keys:
        return []
    lines = [line for key in keys for line in _wrapped(f"{key}: {reference(key)}", "  ", "      ")]
    return ["", "References", *lines]


def _wrapped(text: str, first: str = "", later: str = "") -> list[str]:
    import textwrap

    wrapper = textwrap.TextWrapper(100, first, later, break_on_hyphens=False, break_long_words=False)
    return wrapper.wrap(" ".join(text.split()))
