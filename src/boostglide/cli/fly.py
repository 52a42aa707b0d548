"""`boostglide fly`: one flight, its events, and its files."""

from __future__ import annotations

import pathlib
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boostglide.cli.running import configure_engine, print_json, progress, refusing, say, typed
from boostglide.cli.tables import event_table, summary_lines

if TYPE_CHECKING:
    from boostglide.study import FlightRecord


def fly(
    scenario: Annotated[str, typer.Argument(help="Scenario file, or the name of a bundled scenario.")],
    out: Annotated[
        pathlib.Path | None, typer.Option(help="Folder of the files; out/NAME if left out.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")] = False,
) -> None:
    """Fly a scenario at the median of its numbers, print its events and write its files."""
    with refusing() as console:
        configure_engine()
        record, folder = _fly(console, scenario, out)
        if as_json:
            print_json(record_content(record))
            return
        sys.stdout.write("\n".join(_text(record)) + "\n")
        say(console, f"Files: {folder}")


def _fly(console: Any, name: str, out: pathlib.Path | None) -> tuple[FlightRecord, pathlib.Path]:
    from boostglide.report import check_target, write_flight
    from boostglide.scenario import load_scenario
    from boostglide.study import record_flight

    chosen = load_scenario(name)
    folder = out or pathlib.Path("out") / chosen.name
    check_target(folder)
    with progress(console, f"Flight {chosen.name}") as tell:
        record = record_flight(chosen, progress=lambda share: tell(0.6 * share))
        write_flight(record, folder, command=typed("fly", name, "--out", folder))
        tell(1.0)
    return record, folder


def _text(record: FlightRecord) -> list[str]:
    return [
        record.title,
        "",
        *event_table(record.events),
        "",
        *summary_lines(record.summary),
        "",
        *[text for text in record.assumptions if text.startswith("Found by a search")],
        record.outcome.sentence,
        *[text for text in record.assumptions if text.startswith("Outside")],
        _world(record),
        "All assumptions and references stand on the page, and in the output of `--json`.",
    ]


def _world(record: FlightRecord) -> str:
    """What the flight was computed with: the atmosphere, and which parts of the physics are on."""
    parts = {"atmosphere": record.models["atmosphere"], **record.switches}
    return "World: " + ", ".join(f"{name} {value}" for name, value in parts.items()) + "."


def record_content(record: FlightRecord) -> dict[str, Any]:
    """Events, summary and outcome of a flight as plain data; units are in the names."""
    from boostglide.cli.tables import event_content

    return {
        "name": record.name,
        "title": record.title,
        "events": [event_content(event) for event in record.events],
        "summary": record.summary,
        "outcome": record.outcome.name.lower(),
        "outcome_text": record.outcome.sentence,
        "models": record.models,
        "switches": record.switches,
        "versions": record.versions,
        "assumptions": list(record.assumptions),
        "references": list(record.references),
    }
