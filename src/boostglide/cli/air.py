"""`boostglide air`: a gas in equilibrium at one pressure and temperature."""

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
    from boostglide.study import AirRecord

_ROWS = (
    ("pressure_pa", "pressure", "Pa"),
    ("temperature_k", "temperature", "K"),
    ("density_kg_m3", "density", "kg/m^3"),
    ("enthalpy_j_kg", "enthalpy", "J/kg"),
    ("entropy_j_kg_k", "entropy", "J/kg/K"),
    ("molar_mass_kg_mol", "molar mass", "kg/mol"),
    ("electron_density_m3", "electron density", "1/m^3"),
    ("sound_speed_m_s", "speed of sound, equilibrium", "m/s"),
    ("frozen_sound_speed_m_s", "speed of sound, frozen", "m/s"),
    ("frozen_heat_capacity_j_kg_k", "heat capacity, frozen", "J/kg/K"),
    ("frozen_heat_capacity_ratio", "heat capacity ratio, frozen", "-"),
)
_DERIVATIVES = (
    ("heat_capacity_at_constant_pressure_j_kg_k", "heat capacity at constant pressure", "J/kg/K"),
    ("heat_capacity_at_constant_volume_j_kg_k", "heat capacity at constant volume", "J/kg/K"),
    ("heat_capacity_ratio", "ratio of heat capacities", "-"),
    ("isentropic_exponent", "isentropic exponent", "-"),
    ("thermal_expansion_1_k", "thermal expansion", "1/K"),
    ("compressibility_1_pa", "compressibility", "1/Pa"),
)
_TRANSPORT = (
    ("viscosity_pa_s", "viscosity", "Pa s"),
    ("frozen_thermal_conductivity_w_m_k", "thermal conductivity, frozen", "W/m/K"),
    ("reactive_thermal_conductivity_w_m_k", "thermal conductivity, reactive", "W/m/K"),
    ("frozen_prandtl_number", "Prandtl number, frozen", "-"),
    ("equilibrium_prandtl_number", "Prandtl number, equilibrium", "-"),
    ("equilibrium_lewis_number", "Lewis number, equilibrium", "-"),
    ("electrical_conductivity_s_m", "electrical conductivity", "S/m"),
    ("electron_collision_frequency_1_s", "electron collision frequency", "1/s"),
    ("debye_length_m", "Debye length", "m"),
)
_SHOWN_FRACTION = 1e-9


def air(
    temperature: Annotated[
        str | None, typer.Option(help="Temperature, such as 7000K; 200 to 20000 K.")
    ] = None,
    pressure: Annotated[str | None, typer.Option(help="Pressure, such as 0.1atm; 1 Pa to 100 MPa.")] = None,
    altitude: Annotated[
        str | None,
        typer.Option(help="In place of both, an altitude in the US Standard Atmosphere 1976, such as 30km."),
    ] = None,
    composition: Annotated[
        str | None,
        typer.Option(help='Mole fractions, such as "N2:0.79,O2:0.21" or CO2:1; standard air if left out.'),
    ] = None,
    out: Annotated[pathlib.Path | None, typer.Option(help="Folder for a page with charts.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")] = False,
) -> None:
    """Compute a gas in chemical equilibrium: composition, thermodynamics, derivatives, transport."""
    with refusing() as console:
        with progress(console, "Gas") as tell, without_solver_messages():
            record = _record(altitude, pressure, temperature, composition, out)
            tell(0.5)
            if out is not None:
                from boostglide.report import write_air

                write_air(record, out, command=typed(*sys.argv[1:]))
            tell(1.0)
        if as_json:
            print_json(record.content)
            return
        sys.stdout.write("\n".join(air_text(record)) + "\n")
        if out is not None:
            say(console, f"Files: {out}")


def _record(
    altitude: str | None,
    pressure: str | None,
    temperature: str | None,
    composition: str | None,
    out: pathlib.Path | None,
) -> AirRecord:
    configure_engine()
    from boostglide.scenario import parse_stream
    from boostglide.study import record_air

    point = parse_stream(altitude, pressure, temperature, composition=composition)
    if out is not None:
        from boostglide.report import check_target

        check_target(out)
    return record_air(point)


def air_text(record: AirRecord) -> list[str]:
    """A gas in equilibrium as lines of text.

    Parameters
    ----------
    record
        The gas.
    """
    content = record.content
    shares = sorted(content["mole_fractions"].items(), key=lambda entry: -entry[1])
    transport = content["transport"]
    return [
        record.title,
        "",
        *_lines(content, _ROWS),
        "",
        "Derivatives, reactions included",
        *_lines(content["derivatives"], _DERIVATIVES),
        "",
        *(["Transport", *_lines(transport, _TRANSPORT), ""] if transport else []),
        f"Mole fractions (above {_SHOWN_FRACTION:g})",
        *(f"  {name:36} {share:>13.6g} -" for name, share in shares if share > _SHOWN_FRACTION),
        "",
        f"Temperature: {content['which_temperature']}.",
        *record.assumptions,
    ]


def _lines(content: dict[str, Any], rows: tuple[tuple[str, str, str], ...]) -> list[str]:
    return [f"  {label:36} {content[key]:>13.6g} {unit}" for key, label, unit in rows]
