"""`boostglide shock`: the states about a normal, oblique, conical or reflected shock."""

from __future__ import annotations

import pathlib
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
    from boostglide.study import ShockRecord

_ROWS = (
    ("pressure_pa", "pressure", "Pa"),
    ("temperature_k", "temperature", "K"),
    ("density_kg_m3", "density", "kg/m^3"),
    ("speed_m_s", "speed", "m/s"),
    ("mach", "Mach number", "-"),
    ("sound_speed_m_s", "speed of sound", "m/s"),
    ("enthalpy_j_kg", "enthalpy", "J/kg"),
    ("electron_density_m3", "electron density", "1/m^3"),
)
_SHOWN_FRACTION = 1e-6


def shock(
    speed: Annotated[str, typer.Option(help="Speed of the stream relative to the shock, such as 7650m/s.")],
    altitude: Annotated[
        str | None, typer.Option(help="Altitude in the US Standard Atmosphere 1976, such as 71km.")
    ] = None,
    pressure: Annotated[str | None, typer.Option(help="Pressure of the stream, such as 125kPa.")] = None,
    temperature: Annotated[str | None, typer.Option(help="Temperature of the stream, such as 300K.")] = None,
    composition: Annotated[
        str | None,
        typer.Option(help='Mole fractions, such as "N2:0.79,O2:0.21" or CO2:1; standard air if left out.'),
    ] = None,
    angle: Annotated[
        str | None, typer.Option(help="Angle by which a wedge turns the stream, such as 30deg.")
    ] = None,
    cone: Annotated[str | None, typer.Option(help="Half-angle of a cone, such as 15deg.")] = None,
    reflected: Annotated[
        bool, typer.Option("--reflected", help="Add the shock that the closed end of a tube returns.")
    ] = False,
    gas: Annotated[
        str, typer.Option(help="Model of the gas: perfect, frozen or equilibrium.")
    ] = "equilibrium",
    out: Annotated[pathlib.Path | None, typer.Option(help="Folder for a page with charts.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")] = False,
) -> None:
    """Compute the gas behind a normal, oblique, conical or reflected shock, and brought to rest."""
    with refusing() as console:
        with progress(console, "Shock") as tell, without_solver_messages():
            record = _record(
                speed, altitude, pressure, temperature, composition, angle, cone, reflected, gas, out
            )
            tell(0.5)
            if out is not None:
                _write(record, out)
            tell(1.0)
        if as_json:
            print_json(record.content)
            return
        sys.stdout.write("\n".join(shock_text(record)) + "\n")
        if out is not None:
            say(console, f"Files: {out}")


def _record(
    speed: str,
    altitude: str | None,
    pressure: str | None,
    temperature: str | None,
    composition: str | None,
    angle: str | None,
    cone: str | None,
    reflected: bool,
    gas: str,
    out: pathlib.Path | None,
) -> ShockRecord:
    configure_engine()
    from boostglide.scenario import parse_option, parse_stream
    from boostglide.study import record_shock

    stream = parse_stream(altitude, pressure, temperature, speed, composition)
    wedge_angle = None if angle is None else parse_option("angle", angle, "angle")
    cone_angle = None if cone is None else parse_option("cone", cone, "angle")
    if out is not None:
        from boostglide.report import check_target

        check_target(out)
    return record_shock(stream, gas, wedge_angle=wedge_angle, cone_angle=cone_angle, reflected=reflected)


def _write(record: ShockRecord, out: pathlib.Path) -> None:
    from boostglide.report import write_shock
    from boostglide.study import shock_sweep

    sweep = shock_sweep(
        record.composition, pressure=record.pressure, temperature=record.temperature, speed=record.speed
    )
    write_shock(record, out, command=typed(*sys.argv[1:]), curves=sweep)


def shock_text(record: ShockRecord) -> list[str]:
    """The states of a record as lines of text.

    Parameters
    ----------
    record
        The shock.
    """
    from boostglide.study import SHOCK_STATES

    content = record.content
    names = [name for name in SHOCK_STATES if content[name] is not None]
    states = [content[name] for name in names]
    rows = [_row(label, unit, [_number(state[key]) for state in states]) for key, label, unit in _ROWS]
    species = [
        name
        for name in _species(states)
        if any(state["mole_fractions"].get(name, 0.0) >= _SHOWN_FRACTION for state in states)
    ]
    fractions = [
        _row(name, "-", [_number(state["mole_fractions"].get(name, 0.0)) for state in states])
        for name in species
    ]
    head = _row("", "", names)
    return [
        record.title,
        "",
        head,
        "-" * len(head),
        *rows,
        "Mole fractions",
        *fractions,
        "",
        f"Shock angle {content['shock_angle_deg']:.4f} deg; density ratio {content['density_ratio']:.5g}.",
        *_more(content),
        f"Temperature: {content['which_temperature']}.",
        *(f"{name}: {words}." for name, words in content["frames"].items()),
        *content["assumptions"],
    ]


def _more(content: dict[str, Any]) -> list[str]:
    lines = []
    if "gas_speed_behind_moving_shock_m_s" in content:
        lines.append(
            "A shock of this speed in gas at rest drives the gas at "
            f"{content['gas_speed_behind_moving_shock_m_s']:,.2f} m/s."
        )
        gaps = content["standoff_over_nose_radius"].values()
        lines.append(
            f"Stand-off distance on a sphere: {min(gaps):.4f} to {max(gaps):.4f} of its radius (two "
            "published coefficients)."
        )
    if "reflected_shock_speed_m_s" in content:
        lines.append(f"Speed of the reflected shock: {content['reflected_shock_speed_m_s']:,.2f} m/s.")
    if "largest_attached_angle_deg" in content:
        lines.append(
            f"Largest angle with an attached shock: {content['largest_attached_angle_deg']:.3f} deg."
        )
    return lines


def _species(states: list[dict[str, Any]]) -> list[str]:
    """Species of all states, the most abundant first."""
    largest: dict[str, float] = {}
    for state in states:
        for name, share in state["mole_fractions"].items():
            largest[name] = max(share, largest.get(name, 0.0))
    return sorted(largest, key=lambda name: -largest[name])


def _row(label: str, unit: str, cells: list[str]) -> str:
    return f"{label:18} {unit:7}" + "".join(f" {cell:>13}" for cell in cells)


def _number(value: float) -> str:
    return f"{value:.6g}" if value else "0"
