"""`boostglide sensitivity`: how the summary of a flight changes with the numbers of its scenario."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from boostglide.cli.running import configure_engine, print_json, progress, refusing

if TYPE_CHECKING:
    from boostglide.study import Sensitivities


def sensitivity(
    scenario: Annotated[str, typer.Argument(help="Scenario file, or the name of a bundled scenario.")],
    to: Annotated[
        list[str] | None,
        typer.Option(help="Dotted path of a number; may be repeated. All that vary if left out."),
    ] = None,
    of: Annotated[str, typer.Option(help="Summary number of the table.")] = "range_km",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: all summary numbers.")] = False,
) -> None:
    """Print derivatives of a summary number by the numbers of the scenario, at their medians."""
    with refusing() as console:
        configure_engine()
        from boostglide.scenario import load_scenario
        from boostglide.study import SUMMARY, sensitivities

        if of not in SUMMARY:
            raise ValueError(f"Option `--of` must be one of {', '.join(SUMMARY)}, but is {of}.")
        chosen = load_scenario(scenario)
        with progress(console, f"Derivatives of {chosen.name}"):
            found = sensitivities(chosen, tuple(to or ()))
        if as_json:
            print_json(
                {
                    "scenario": chosen.name,
                    "summary": found.values,
                    "numbers": {
                        path: {"value": found.numbers[path], "unit": found.units[path]}
                        for path in found.numbers
                    },
                    "derivatives": found.derivatives,
                }
            )
            return
        sys.stdout.write("\n".join(_table(found, of)) + "\n")


def _table(found: Sensitivities, of: str) -> list[str]:
    """Numbers in the order of their relative effect."""
    rows = sorted(found.numbers, key=lambda path: -abs(found.elasticity(of, path)))
    width = max(map(len, rows), default=6)
    head = f"{'number':{width}}  {'value (SI)':>14}  {'d ' + of + ' / d (SI)':>26}  {'% for 1 %':>10}"
    lines = [f"{of} = {found.values[of]:,.6g}", "", head, "-" * len(head)]
    for path in rows:
        slope, relative = found.derivatives[of][path], found.elasticity(of, path)
        lines.append(f"{path:{width}}  {found.numbers[path]:14.6g}  {slope:26.6g}  {relative:10.3f}")
    return lines
