"""`boostglide analyse`: a measured or foreign track in, heating, plasma and sight along it out."""

from __future__ import annotations

import json
import math
import pathlib
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boostglide.cli.running import configure_engine, print_json, progress, refusing

if TYPE_CHECKING:
    from boostglide.sensing import Sensor
    from boostglide.study import Nose, TrackAnalysis


def analyse(
    track: Annotated[pathlib.Path, typer.Argument(help="CSV file with units in the names of its columns.")],
    vehicle: Annotated[
        str | None, typer.Option(help="Vehicle of the catalogue, for nose radius and emissivity.")
    ] = None,
    nose_radius: Annotated[str | None, typer.Option(help='Nose radius, for example "0.05 m".')] = None,
    emissivity: Annotated[
        float | None, typer.Option(help="Emissivity of the wall, above 0 and at most 1.")
    ] = None,
    sensor: Annotated[
        list[str] | None,
        typer.Option(
            help="Sensor on the ground: LATITUDE,LONGITUDE[,ALTITUDE] in degrees and metres; may be repeated."
        ),
    ] = None,
    mask: Annotated[float, typer.Option(help="Least elevation at which sensors see, in degrees.")] = 0.0,
    density_factor: Annotated[
        float, typer.Option(help="Factor on the density of the standard atmosphere.")
    ] = 1.0,
    largest_gap: Annotated[
        float | None,
        typer.Option(help="Longest step between two points in seconds; 20 median steps if left out."),
    ] = None,
    out: Annotated[
        pathlib.Path | None, typer.Option(help="Folder for all channels, events and numbers as files.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of text.")] = False,
) -> None:
    """Compute heating, plasma and visibility along a measured track."""
    with refusing() as console:
        configure_engine()
        nose = _nose(vehicle, nose_radius, emissivity)
        sensors = [_sensor(text, number) for number, text in enumerate(sensor or [], start=1)]
        _check(mask, density_factor, largest_gap, out)
        analysis = _analyse(console, track, nose, sensors, mask, density_factor, largest_gap)
        content = _content(analysis)
        if out is not None:
            _write(analysis, content, out)
        if as_json:
            print_json(content)
            return
        from boostglide.cli.analyse_words import card

        sys.stdout.write(card(analysis) + "\n" + (f"Files: {out}\n" if out else ""))


def _nose(name: str | None, radius: str | None, emissivity: float | None) -> Nose:
    """Nose radius and emissivity of a vehicle, with those given by hand in their place."""
    from boostglide.scenario import parse_quantity
    from boostglide.study import Nose

    if name is None and (radius is None or emissivity is None):
        raise ValueError(
            'Give `--vehicle NAME` (see `boostglide vehicles`), or both `--nose-radius "0.05 m"` and '
            "`--emissivity 0.85`."
        )
    values, references = _catalogued(name) if name else ({}, ())
    if radius is not None:
        values["nose_radius"] = parse_quantity(radius, "length").value
    if emissivity is not None:
        values["emissivity"] = emissivity
    if not 0.0 < values["nose_radius"] <= 100.0:
        raise ValueError(
            f"Option `--nose-radius` must lie above 0, up to 100 m, but is {values['nose_radius']:g} m."
        )
    if not 0.0 < values["emissivity"] <= 1.0:
        raise ValueError(f"Option `--emissivity` must lie above 0, up to 1, but is {values['emissivity']:g}.")
    return Nose(values["nose_radius"], values["emissivity"], name or "", references)


def _catalogued(name: str) -> tuple[dict[str, float], tuple[str, ...]]:
    import numpy as np

    from boostglide.scenario import load_vehicle

    found = load_vehicle(name)
    if found.nose_radius is None or found.emissivity is None:
        raise ValueError(f"Option `--vehicle` must name a vehicle with a nose, but {name} is a rocket alone.")
    middle = np.array([0.5])
    values = {
        key: float(getattr(found, key).distribution.quantile(middle)[0])
        for key in ("nose_radius", "emissivity")
    }
    return values, found.references


def _sensor(text: str, number: int) -> Sensor:
    from boostglide.sensing import Sensor

    try:
        parts = [float(part) for part in text.split(",")]
    except ValueError:
        parts = []
    if len(parts) not in (2, 3) or not all(map(math.isfinite, parts)):
        raise ValueError(
            "Option `--sensor` must be LATITUDE,LONGITUDE or LATITUDE,LONGITUDE,ALTITUDE in degrees and "
            f"metres, for example 52.5,13.4,30, but is {text}."
        )
    latitude, longitude, altitude = (*parts, 0.0)[:3]
    if not (abs(latitude) <= 90.0 and -180.0 <= longitude <= 360.0 and -500.0 <= altitude <= 1e5):
        raise ValueError(
            "Option `--sensor` must have a latitude of -90 to 90, a longitude of -180 to 360 degrees and an "
            f"altitude of -500 to 100,000 m, but is {text}."
        )
    return Sensor(math.radians(latitude), math.radians(longitude), altitude, f"sensor {number} at {text}")


def _check(mask: float, density_factor: float, largest_gap: float | None, out: pathlib.Path | None) -> None:
    """Refuse options out of range before anything is computed."""
    if not 0.0 <= mask <= 90.0:
        raise ValueError(f"Option `--mask` must lie between 0 and 90 degrees, but is {mask:g}.")
    if not 0.01 <= density_factor <= 100.0:
        raise ValueError(
            f"Option `--density-factor` must lie between 0.01 and 100, but is {density_factor:g}."
        )
    if largest_gap is not None and not largest_gap > 0.0:
        raise ValueError(f"Option `--largest-gap` must be positive, but is {largest_gap:g} s.")
    if out is not None and out.exists() and not out.is_dir():
        raise ValueError(f"Option `--out` must be a folder, but `{out}` is something else.")


def _analyse(
    console: Any,
    file: pathlib.Path,
    nose: Nose,
    sensors: list[Sensor],
    mask: float,
    density_factor: float,
    largest_gap: float | None,
) -> TrackAnalysis:
    from boostglide.planet import StandardAtmosphere1976
    from boostglide.scenario import load_track
    from boostglide.study import analyse_track

    with progress(console, "Reading") as tell:
        return analyse_track(
            load_track(file, largest_gap),
            nose,
            name=file.stem,
            sensors=sensors,
            mask=math.radians(mask),
            atmosphere=StandardAtmosphere1976(density_factor),
            progress=lambda words, share: tell(share, words),
        )


def _content(analysis: TrackAnalysis) -> dict[str, Any]:
    from boostglide.cli.analyse_words import content

    return content(analysis)


def _write(analysis: TrackAnalysis, content: dict[str, Any], out: pathlib.Path) -> None:
    """All channels and events as tables, the numbers as JSON; with positions, the track for globes too."""
    from boostglide.report import write_csv, write_events_csv, write_geojson, write_kml, write_netcdf

    out.mkdir(parents=True, exist_ok=True)
    write_csv(analysis.record, out / "track.csv")
    write_events_csv(analysis.record, out / "events.csv")
    if math.isfinite(analysis.trajectory.latitude[0]):
        write_geojson(analysis.record, out / "track.geojson")
        write_kml(analysis.record, out / "track.kml")
        write_netcdf(analysis.record, out / "track.nc")
    text = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    work = out / ".analysis.json"
    work.write_text(text, encoding="utf-8")
    work.replace(out / "analysis.json")  # whole or not at all
