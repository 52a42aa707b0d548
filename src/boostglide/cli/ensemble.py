"""`boostglide ensemble`: many members of a scenario, their spread and their files."""

from __future__ import annotations

import pathlib
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boostglide.cli.running import configure_engine, print_json, progress, refusing, say, typed

if TYPE_CHECKING:
    from boostglide.study import EnsembleRecord

MOST_MEMBERS = 10_000_000


def ensemble(
    scenario: Annotated[str, typer.Argument(help="Scenario file, or the name of a bundled scenario.")],
    members: Annotated[
        int, typer.Option("-n", "--members", min=1, max=MOST_MEMBERS, help="How many flights.")
    ] = 1000,
    seed: Annotated[int, typer.Option(min=0, max=2**31 - 1, help="Seed of the numbers that vary.")] = 0,
    out: Annotated[
        pathlib.Path | None, typer.Option(help="Folder of the files; out/NAME-ensemble if left out.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")] = False,
) -> None:
    """Fly many members of a scenario with numbers drawn from its distributions."""
    with refusing() as console:
        configure_engine()
        record, folder = _fly(console, scenario, members, seed, out)
        if as_json:
            print_json(_content(record, members, seed))
            return
        sys.stdout.write("\n".join(_text(record, members)) + "\n")
        say(console, f"Files: {folder}")


def _fly(
    console: Any, name: str, members: int, seed: int, out: pathlib.Path | None
) -> tuple[EnsembleRecord, pathlib.Path]:
    from boostglide.report import check_target, write_ensemble
    from boostglide.scenario import load_scenario
    from boostglide.study import drawn_members, record_ensemble

    chosen = load_scenario(name)
    folder = out or pathlib.Path("out") / f"{chosen.name}-ensemble"
    check_target(folder)
    with progress(console, f"Ensemble {chosen.name}") as tell:
        samples = drawn_members(chosen, members, seed)
        record = record_ensemble(chosen, samples, lambda share: tell(0.95 * share))
        words = ("ensemble", name, "-n", members, "--seed", seed, "--out", folder)
        write_ensemble(record, folder, command=typed(*words))
        tell(1.0)
    return record, folder


def _content(record: EnsembleRecord, members: int, seed: int) -> dict[str, Any]:
    attributes = record.members.attrs
    return {
        "name": record.name,
        "title": record.title,
        "members": members,
        "seed": seed,
        "outcomes": record.outcome_counts,
        "members_outside_a_table": int((record.members["share_in_range"].values < 1).sum()),
        "summary": record.quantiles(),
        "assumptions": attributes["assumptions"].split("\n"),
        "references": attributes["references"].split(),
    }


def _text(record: EnsembleRecord, members: int) -> list[str]:
    head = f"{'':26}{'5 %':>16}{'median':>16}{'95 %':>16}"
    lines = [f"{record.title}: {members:,} members", "", head, "-" * len(head)]
    for key, each in record.quantiles().items():
        lines.append(f"{key:26}" + "".join(f"{value:>16,.6g}" for value in each.values()))
    counts = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in record.outcome_counts.items())
    left = int((record.members["share_in_range"].values < 1).sum())
    strayed = f"In {left:,} flights a table was left for a while; its end value held there."
    return [*lines, "", f"Outcomes: {counts}.", *([strayed] if left else [])]
