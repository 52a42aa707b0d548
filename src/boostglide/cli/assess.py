"""`boostglide assess`: a ledger of claims in, a report with verdicts out."""

from __future__ import annotations

import json
import pathlib
import shlex
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boostglide.cli.running import configure_engine, refusing, say

if TYPE_CHECKING:
    from boostglide.claims import Assessment, Ledger

MOST_SAMPLES = 1_000_000


def assess(
    ledger: Annotated[
        pathlib.Path | None, typer.Argument(help="Ledger file; the three reports of 2022 if left out.")
    ] = None,
    out: Annotated[pathlib.Path, typer.Option(help="Folder of the report, written whole or not at all.")] = (
        pathlib.Path("out")
    ),
    samples: Annotated[
        int, typer.Option(min=32, max=MOST_SAMPLES, help="Parameter sets of each study.")
    ] = 1000,
    seed: Annotated[int, typer.Option(min=0, max=2**31 - 1, help="Seed of the parameter sets.")] = 0,
    only: Annotated[list[str] | None, typer.Option(help="Assess only this claim; may be repeated.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print verdicts.json to the terminal too.")] = False,
) -> None:
    """Assess the claims of a ledger and write the report."""
    chosen = tuple(only or ())
    with refusing() as console:
        configure_engine()
        checked = _checked(ledger, out, chosen)
        result = _assess(console, checked, ledger, out, samples, seed, chosen)
        if as_json:
            sys.stdout.write(json.dumps(result.to_json_dict(), indent=2, ensure_ascii=False) + "\n")


def _checked(path: pathlib.Path | None, out: pathlib.Path, only: tuple[str, ...]) -> Ledger:
    """The ledger, if it and the other arguments can be used."""
    from boostglide.claims import load_ledger
    from boostglide.report import check_target
    from boostglide.study import known_quantities

    ledger = load_ledger(path, known_quantities())
    _chosen(ledger, only)
    check_target(out)
    return ledger


def _assess(
    console: Any,
    ledger: Ledger,
    path: pathlib.Path | None,
    out: pathlib.Path,
    samples: int,
    seed: int,
    only: tuple[str, ...],
) -> Assessment:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from boostglide.claims import studies_needed
    from boostglide.report import write_report

    claims = _chosen(ledger, only)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        work = bar.add_task("Studies", total=len(studies_needed(claims)) + 1)
        assessment, studies = _run(ledger, samples, seed, only, bar, work)
        bar.update(work, description="Report", completed=len(studies))
        write_report(
            assessment,
            studies,
            ledger,
            out,
            command=_command(path, out, samples, seed, only),
            claim_command=_command(path, out, samples, seed, ("{id}",)),
        )
        bar.update(work, completed=len(studies) + 1)
    say(console, _closing(assessment, out))
    return assessment


def _run(
    ledger: Ledger, samples: int, seed: int, only: tuple[str, ...], bar: Any, work: Any
) -> tuple[Assessment, dict[str, Any]]:
    """The assessment and the studies that it ran."""
    from boostglide.claims import assess as assess_ledger
    from boostglide.study import run_study

    studies: dict[str, Any] = {}

    def runner(name: str) -> Any:
        bar.update(work, description=f"Study {name}")
        done = len(studies)
        studies[name] = run_study(
            name, samples, seed, lambda share: bar.update(work, completed=done + 0.99 * share)
        )
        bar.update(work, completed=len(studies))
        return studies[name]

    return assess_ledger(ledger, runner, samples, seed, only or None), studies


def _chosen(ledger: Ledger, only: tuple[str, ...]) -> tuple[Any, ...]:
    known = [claim.id for claim in ledger.claims]
    for name in only:
        if name not in known:
            raise ValueError(
                f"Option `--only` must name a claim of the ledger ({', '.join(known)}), but is {name}."
            )
    return tuple(claim for claim in ledger.claims if not only or claim.id in only)


def _command(
    path: pathlib.Path | None, out: pathlib.Path, samples: int, seed: int, only: tuple[str, ...]
) -> str:
    """The command that reproduces a report, or one claim of it."""
    words = ["boostglide", "assess"]
    words += [shlex.quote(str(path))] if path else []
    words += ["--out", shlex.quote(str(out)), "--samples", str(samples), "--seed", str(seed)]
    for name in only:
        words += ["--only", name]
    return " ".join(words)


def _closing(assessment: Assessment, out: pathlib.Path) -> str:
    counts: dict[str, int] = {}
    for claim in assessment.claims:
        counts[claim.physics.value] = counts.get(claim.physics.value, 0) + 1
    words = ", ".join(f"{count} {word}" for word, count in sorted(counts.items(), key=lambda each: -each[1]))
    return f"{len(assessment.claims)} claims: {words}.\nReport: {out / 'index.html'}"
