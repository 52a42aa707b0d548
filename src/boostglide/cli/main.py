"""The command `boostglide`; everything heavy is imported by the command that needs it."""

from typing import Annotated

import typer

from boostglide import __version__
from boostglide.cli.air import air
from boostglide.cli.analyse import analyse
from boostglide.cli.assess import assess
from boostglide.cli.cite import cite
from boostglide.cli.compare import compare
from boostglide.cli.ensemble import ensemble
from boostglide.cli.fly import fly
from boostglide.cli.relax import relax
from boostglide.cli.sensitivity import sensitivity
from boostglide.cli.shock import shock
from boostglide.cli.vehicles import vehicles

app = typer.Typer(
    name="boostglide",
    help="Boost-glide flight as physics, and which public claims about it hold.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("assess")(assess)
app.command("fly")(fly)
app.command("ensemble")(ensemble)
app.command("compare")(compare)
app.command("sensitivity")(sensitivity)
app.command("analyse")(analyse)
app.command("relax")(relax)
app.command("cite")(cite)
app.command("vehicles")(vehicles)
app.command("air")(air)
app.command("shock")(shock)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"boostglide {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Boost-glide flight as physics, and which public claims about it hold."""


def main() -> None:
    """Run the command line."""
    app()
