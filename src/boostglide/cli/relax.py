"""`boostglide relax`: the gas behind a normal shock on its way to equilibrium."""

from __future__ import annotations

import pathlib
import re
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boostglide.cli.running import (
    configure_engine,
    print_json,
    progress,
    refusing,
    say,
    typed,
    without_solver_messages,
)

if TYPE_CHECKING:
    from boostglide.gas import Mechanism
    from boostglide.scenario import GasInput
    from boostglide.study import RelaxationRecord

LONGEST, SHORTEST = 100.0, 1e-6


def relax(
    speed: Annotated[str, typer.Option(help="Speed of the stream across the shock, such as 7650m/s.")],
    altitude: Annotated[str | None, typer.Option(help="Altitude in the 1976 standard atmosphere.")] = None,
    pressure: Annotated[
        str | None, typer.Option(help="Pressure of the stream, with its temperature.")
    ] = None,
    temperature: Annotated[str | None, typer.Option(help="Temperature of the stream.")] = None,
    composition: Annotated[
        str | None, typer.Option(help='Mole fractions; "N2:0.79,O2:0.21" if left out, as rates lack argon.')
    ] = None,
    mechanism: Annotated[
        str, typer.Option(help="Name of a mechanism, or a file of one that ends in .yaml.")
    ] = "park1993",
    species: Annotated[str | None, typer.Option(help="5, 7 or 11 species of air; all if left out.")] = None,
    variant: Annotated[
        list[str] | None, typer.Option(help="NAME=OPTION where publications differ; may be repeated.")
    ] = None,
    temperatures: Annotated[
        str, typer.Option(help="1: one temperature; 2: vibration and electrons have their own.")
    ] = "2",
    until: Annotated[str, typer.Option(help="Distance behind the shock at which to end.")] = "10cm",
    out: Annotated[
        pathlib.Path | None, typer.Option(help="Folder of the page and the files; out/relax-... if left out.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")] = False,
) -> None:
    """Follow the gas behind a normal shock to equilibrium by finite rates, and draw it."""
    with refusing() as console:
        configure_engine()
        from boostglide.report import check_target, relaxation_document
        from boostglide.study import check_relaxation

        gas = _gas(altitude, pressure, temperature, speed, composition)
        count, distance = _temperatures(temperatures), _distance(until)
        chosen = _mechanism(mechanism, species, variant or [])
        folder = out or pathlib.Path("out") / _name(gas, chosen, count)
        check_target(folder)
        check_relaxation(gas, chosen, count)
        given = {
            "speed": speed, "altitude": altitude, "pressure": pressure, "temperature": temperature,
            "composition": composition, "mechanism": mechanism, "species": species,
            "temperatures": temperatures, "until": until,
        }  # fmt: skip
        command = _command(given, variant or [], folder)
        record = _relax(console, gas, chosen, count, distance, folder, command)
        if as_json:
            print_json(relaxation_document(record))
            return
        from boostglide.cli.relax_words import text

        sys.stdout.write("\n".join(text(record)) + "\n")
        say(console, f"Files: {folder}")


def _relax(
    console: Any,
    gas: GasInput,
    mechanism: Mechanism,
    count: int,
    distance: float,
    folder: pathlib.Path,
    command: str,
) -> RelaxationRecord:
    from boostglide.report import write_relaxation
    from boostglide.study import relax as relaxed

    with progress(console, "Relaxation") as tell, without_solver_messages():
        record = relaxed(gas, mechanism, count, distance, progress=lambda share: tell(0.8 * share))
        write_relaxation(record, folder, command=command)
        tell(1.0)
    return record


def _command(given: dict[str, str | None], variants: list[str], folder: pathlib.Path) -> str:
    """What to type to get the record again."""
    words = [(f"--{name}", text) for name, text in given.items() if text is not None]
    words += [("--variant", each) for each in variants] + [("--out", str(folder))]
    return typed("relax", *(part for pair in words for part in pair))


def _gas(
    altitude: str | None, pressure: str | None, temperature: str | None, speed: str, composition: str | None
) -> GasInput:
    from boostglide.gas import AIR_WITHOUT_ARGON
    from boostglide.scenario import parse_stream

    return parse_stream(altitude, pressure, temperature, speed, composition, default=AIR_WITHOUT_ARGON)


def _temperatures(text: str) -> int:
    if text.strip() not in ("1", "2"):
        raise ValueError(
            f'Option `--temperatures`: expected 1 or 2, found "{text}"; 2 gives vibration and electrons a '
            "temperature of their own"
        )
    return int(text)


def _distance(text: str) -> float:
    from boostglide.scenario import parse_option

    distance = parse_option("until", text, "length")
    if not SHORTEST <= distance <= LONGEST:
        raise ValueError(
            f"Option `--until`: expected a distance between {SHORTEST * 1e6:g} um and {LONGEST:g} m, found "
            f'"{text}"; relaxation behind shocks takes from micrometres to some metres'
        )
    return distance


def _mechanism(name: str, species: str | None, variants: list[str]) -> Mechanism:
    from boostglide.scenario import InputError, find_mechanism

    if species not in (None, "5", "7", "11"):
        raise ValueError(
            f'Option `--species`: expected 5, 7 or 11, found "{species}"; leave it out for all species of '
            "the mechanism"
        )
    options = dict(_variant(each) for each in variants)
    count: Any = None if species is None else int(species)
    try:
        return find_mechanism(name, count, options)
    except InputError:
        raise
    except ValueError as error:
        chosen = " and ".join(["`--mechanism`", *(f"`--variant {name}`" for name in options)])
        raise ValueError(f"Option {chosen}: {error}") from None


def _variant(text: str) -> tuple[str, str]:
    name, sign, option = (part.strip() for part in text.partition("="))
    if not (name and sign and option):
        raise ValueError(
            f'Option `--variant`: expected NAME=OPTION, found "{text}"; write for example '
            "--variant o2-ion-charge-exchange=plus"
        )
    return name, option


def _name(gas: GasInput, mechanism: Mechanism, temperatures: int) -> str:
    """Folder name: speed, pressure, mechanism and number of temperatures."""
    name = f"relax-{gas.speed:.0f}-{gas.pressure:.4g}pa-{mechanism.name}-{temperatures}t"
    return re.sub(r"[^A-Za-z0-9.-]", "-", name)[:80]
