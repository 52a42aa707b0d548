"""`boostglide cite`: what a scenario rests on, ready to be cited."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from boostglide.cli.running import configure_engine, print_json, refusing


def cite(
    scenario: Annotated[str, typer.Argument(help="Scenario file, or the name of a bundled scenario.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")] = False,
) -> None:
    """Print the references of the models and numbers of a scenario."""
    with refusing():
        configure_engine()
        from boostglide import __version__
        from boostglide.core import reference
        from boostglide.scenario import load_scenario
        from boostglide.study import scenario_references, scenario_statements

        chosen = load_scenario(scenario)
        keys = scenario_references(chosen)
        statements = scenario_statements(chosen)
        if as_json:
            content: dict[str, Any] = {
                "scenario": chosen.name,
                "digest": chosen.digest,
                "version": __version__,
            }
            print_json(
                {**content, "references": {key: reference(key) for key in keys}, "statements": statements}
            )
            return
        lines = [f"boostglide {__version__}, scenario {chosen.name} ({chosen.digest[:12]})", ""]
        lines += [f"[{key}] {reference(key)}" for key in keys]
        lines += ["", "Numbers without a publication:"] if statements else []
        lines += [f"- {text}" for text in statements]
        sys.stdout.write("\n".join(lines) + "\n")
