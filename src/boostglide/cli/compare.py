"""`boostglide compare`: several flights in one set of charts."""

from __future__ import annotations

import math
import pathlib
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from boostglide.cli.running import configure_engine, print_json, progress, refusing, say, typed

if TYPE_CHECKING:
    from boostglide.study import FlightRecord

MOST = 6
"""Flights in one set of charts."""


def compare(
    scenarios: Annotated[list[str], typer.Argument(help="Scenario files or names, two to six.")],
    out: Annotated[pathlib.Path, typer.Option(help="Folder of the charts.")] = pathlib.Path("out/compare"),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")] = False,
) -> None:
    """Fly several scenarios and draw them side by side: altitude and range, speed, time, heating."""
    with refusing() as console:
        configure_engine()
        from boostglide.cli.fly import record_content
        from boostglide.report import check_target, write_comparison
        from boostglide.scenario import load_scenario
        from boostglide.study import record_flight

        if not 2 <= len(scenarios) <= MOST:
            raise ValueError(f"Give two to {MOST} scenarios to compare, not {len(scenarios)}.")
        chosen = [load_scenario(name) for name in scenarios]
        check_target(out)
        records = []
        with progress(console, "Flights") as tell:
            for number, each in enumerate(chosen):
                records.append(
                    record_flight(
                        each, progress=lambda share, n=number: tell((n + share) / (len(chosen) + 1))
                    )
                )
            write_comparison(records, out, command=typed("compare", *scenarios, "--out", out))
        if as_json:
            print_json({"flights": [record_content(record) for record in records]})
            return
        sys.stdout.write("\n".join(_table(records)) + "\n")
        say(console, f"Charts: {out}")


def _table(records: list[FlightRecord]) -> list[str]:
    from boostglide.study import SUMMARY

    width = max(len(record.name) for record in records) + 2
    head = f"{'':34}" + "".join(f"{record.name:>{width}}" for record in records)
    lines = [head, "-" * len(head)]
    for key, label in SUMMARY.items():
        name = f"{label} [{key}]" if len(label) < 12 else key
        lines.append(f"{name:34}" + "".join(f"{_number(record.summary[key]):>{width}}" for record in records))
    return lines


def _number(value: float) -> str:
    return f"{value:,.6g}" if math.isfinite(value) else "-"
