"""`boostglide analyse` from end to end on a short track."""

import csv
import json
import pathlib

import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from boostglide.cli.analyse import analyse

EXAMPLE = pathlib.Path(__file__).parents[2] / "docs/how-to/fire-ii-track.csv"
app = typer.Typer()
app.command()(analyse)


def run(*arguments):
    result = CliRunner().invoke(app, [*map(str, arguments)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(scope="module")
def circle(tmp_path_factory):
    """Twelve points along the equator at a constant altitude, 6 km/s."""
    path = tmp_path_factory.mktemp("track") / "equator.csv"
    time = 10.0 * np.arange(12)
    longitude = np.rad2deg(6000.0 / (6378137.0 + 50e3) * time)
    rows = [f"{t},0,{east:.10f},50" for t, east in zip(time, longitude, strict=True)]
    path.write_text("\n".join(["time_s,latitude_deg,longitude_deg,altitude_km", *rows]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def analysed(circle, tmp_path_factory):
    """One analysis that several tests read."""
    out = tmp_path_factory.mktemp("cli") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XLA_FLAGS", "")
        patch.setenv("JAX_NUM_CPU_DEVICES", "2")
        patch.setenv("JAX_COMPILATION_CACHE_DIR", str(out.parent / "cache"))
        nose = ("--nose-radius", "5 cm", "--emissivity", "0.85")
        result = run(circle, *nose, "--sensor", "0,4,100", "--sensor", "60,-100", "--out", out, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout), out


def test_json_holds_the_numbers(analysed):
    found, _ = analysed
    assert found["nose_radius_m"] == pytest.approx(0.05)
    assert found["motion"]["speed_source"] == "positions"
    assert found["motion"]["greatest_speed_error_m_s"] < 1.0
    assert found["summary"]["range_km"] == pytest.approx(660 * 6371.0088 / 6428.137, rel=1e-6)
    assert len(found["heating"]) == 5
    fluxes = {each["peak_cold_wall_heat_flux_w_m2"] for each in found["heating"].values()}
    assert len(fluxes) == 5  # side by side, not averaged
    assert found["radio_bands"]["l1"]["blocked_time_s"] > 0
    assert found["references"]["us76"]


def test_sensors_see_what_they_can(analysed):
    found, _ = analysed
    near, far = found["sensors"]
    assert near["greatest_elevation_deg"] > 20
    assert near["least_slant_range_m"] < 100e3
    assert near["time_in_view_s"] == pytest.approx(110.0)
    assert far["stretches"] == []


def test_files_hold_channels_and_events(analysed):
    found, out = analysed
    names = {"analysis.json", "events.csv", "track.csv", "track.geojson", "track.kml", "track.nc"}
    assert {path.name for path in out.iterdir()} == names
    with (out / "track.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 12
    assert float(rows[5]["speed_m_s"]) == pytest.approx(6000.0, abs=0.1)
    assert float(rows[5]["radiating_wall_heat_flux_tauber_w_m2"]) > 0
    with (out / "events.csv").open(encoding="utf-8") as stream:
        events = [row["event"] for row in csv.DictReader(stream)]
    assert events == [event["name"] for event in found["events"]]
    assert json.loads((out / "analysis.json").read_text(encoding="utf-8")) == found


def test_the_example_of_the_documentation_with_a_vehicle():
    result = run(EXAMPLE, "--vehicle", "fire-ii")
    assert result.exit_code == 0, result.output
    assert "nose of fire-ii with a radius of 0.9347 m" in result.stdout
    assert "brandis-johnston" in result.stdout
    assert "greatest deceleration" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--nose-radius"),
        (("--vehicle", "no-such-vehicle"), "a vehicle of the catalogue"),
        (("--nose-radius", "5", "--emissivity", "0.8"), "a length"),
        (("--nose-radius", "0 m", "--emissivity", "0.8"), "above 0"),
        (("--nose-radius", "5 cm", "--emissivity", "1.2"), "up to 1"),
        (("--vehicle", "fire-ii", "--sensor", "95,0"), "-90 to 90"),
        (("--vehicle", "fire-ii", "--sensor", "here"), "LATITUDE,LONGITUDE"),
        (("--vehicle", "fire-ii", "--sensor", "nan,0"), "LATITUDE,LONGITUDE"),
        (("--vehicle", "fire-ii", "--sensor", "0,0"), "without latitude"),
        (("--vehicle", "fire-ii", "--mask", "91"), "--mask"),
        (("--vehicle", "fire-ii", "--density-factor", "0"), "--density-factor"),
        (("--vehicle", "fire-ii", "--largest-gap", "-1"), "--largest-gap"),
        (("--vehicle", "fire-ii", "--largest-gap", "5"), "track.csv:5: time"),
        (("--vehicle", "fire-ii", "--out", EXAMPLE), "--out"),
    ],
)
def test_bad_arguments(arguments, words):
    result = run(EXAMPLE, *arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


def test_faults_of_a_file_are_lines(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("time_s,altitude_m,speed_m_s\n0,1,1\n1,x,1\n2,1,nan\n", encoding="utf-8")
    result = run(path, "--vehicle", "fire-ii", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "bad.csv:3: altitude" in result.output
    assert "bad.csv:4: speed" in result.output
    assert not (tmp_path / "out").exists()
