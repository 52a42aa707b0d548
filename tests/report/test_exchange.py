"""Flights in the formats of others: their rules, their round trips, and what hostile names do to them."""

import csv
import dataclasses
import json
import math
import pathlib
from xml.etree import ElementTree

import numpy as np
import pytest
import xarray as xr

from boostglide.core import cite
from boostglide.report import (
    write_csv,
    write_czml,
    write_events_csv,
    write_geojson,
    write_kml,
    write_netcdf,
)
from boostglide.report.exchange.stretches import flat_lines, phase_names, phase_stretches
from boostglide.report.exchange.table import text_cell

WRITERS = (write_netcdf, write_csv, write_events_csv, write_kml, write_czml, write_geojson)
SPACE = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture(scope="module")
def glide(flights):
    return flights.boost_glide()


@pytest.fixture(scope="module")
def polar(flights):
    return flights.orbital(heading=0.0)


@pytest.fixture(scope="module")
def inclined(flights):
    return flights.orbital(heading=1.0)


def lines_of(features):
    """All lines of a GeoJSON document."""
    for feature in features:
        if feature["properties"]["kind"] == "phase":
            geometry = feature["geometry"]
            single = geometry["type"] == "LineString"
            yield from [geometry["coordinates"]] if single else geometry["coordinates"]


def full(*given):
    """A disk without room."""
    raise OSError("full")


def unit_vectors(longitude, latitude):
    longitude, latitude = np.radians(longitude), np.radians(latitude)
    level = np.cos(latitude)
    return np.stack([level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)], axis=-1)


def test_netcdf_gives_back_the_path_and_what_it_rests_on(glide, tmp_path):
    with xr.open_dataset(write_netcdf(glide, tmp_path / "flight.nc")) as read:
        assert read.attrs["Conventions"] == "CF-1.11" and read.attrs["featureType"] == "trajectory"
        assert read["latitude"].attrs["units"] == "degrees_north"
        assert read["longitude"].attrs["units"] == "degrees_east"
        assert read["altitude"].attrs["standard_name"] == "height_above_reference_ellipsoid"
        assert read["density"].attrs["standard_name"] == "air_density"
        np.testing.assert_allclose(read["latitude"], np.degrees(glide.path["latitude"]), rtol=1e-14)
        np.testing.assert_array_equal(read["speed"], glide.path["speed"])
        np.testing.assert_array_equal(read["elapsed_time"], glide.path["time"])
        np.testing.assert_array_equal(read["phase"], glide.path["phase"])
        assert read["phase"].attrs["flag_meanings"] == "boost ballistic_arc pull-up glide_descent_"
        assert read["trajectory"].item() == glide.name
        assert read["trajectory"].attrs["cf_role"] == "trajectory_id"
        assert read["time"].values[0] == np.datetime64("2000-01-01T00:00:00")
        assert "arbitrary" in read["time"].attrs["comment"]
        assert list(read["event_name"].values) == [event.name for event in glide.events]
        assert read.attrs["assumptions"].split("\n") == list(glide.assumptions)
        assert read.attrs["references"].split("\n") == cite(*glide.references)
        assert "wind: none" in read.attrs["switches"] and "boostglide: 0.1.0" in read.attrs["versions"]
        assert read.attrs["outcome"] == "impacted"
        assert read.attrs["summary_range_km"] == glide.summary["range_km"]
        assert math.isnan(read.attrs["summary_burnout_speed_m_s"])


def test_every_variable_of_netcdf_says_what_it_is(glide, tmp_path):
    with xr.open_dataset(write_netcdf(glide, tmp_path / "flight.nc"), decode_cf=False) as read:
        for name, variable in read.variables.items():
            if name != "crs":
                assert variable.attrs.get("long_name"), name
            if variable.dtype.kind == "f":
                assert variable.attrs.get("units"), name
            assert "_FillValue" not in variable.attrs


def test_the_start_of_the_clock_can_be_chosen(glide, tmp_path):
    with xr.open_dataset(write_netcdf(glide, tmp_path / "f.nc", "2031-05-06T07:08:09+02:00")) as read:
        assert read["time"].values[0] == np.datetime64("2031-05-06T05:08:09")
    for write in (write_netcdf, write_czml):
        with pytest.raises(ValueError, match="date and time"):
            write(glide, tmp_path / "x", "yesterday")
    assert not (tmp_path / "x").exists()


def test_csv_is_plain_and_names_units(glide, tmp_path):
    with write_csv(glide, tmp_path / "flight.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0][:5] == ["time_s", "latitude_deg", "longitude_deg", "altitude_m", "ground_range_m"]
    assert {"speed_m_s", "heat_flux_w_m2", "dynamic_pressure_pa", "mach", "phase"} <= set(rows[0])
    assert len(rows) == glide.path.sizes["point"] + 1 and {len(row) for row in rows} == {len(rows[0])}
    table = dict(zip(rows[0], zip(*rows[1:], strict=True), strict=True))
    np.testing.assert_allclose([float(v) for v in table["altitude_m"]], glide.path["altitude"], rtol=1e-9)
    np.testing.assert_allclose(
        np.radians([float(v) for v in table["longitude_deg"]]), glide.path["longitude"], rtol=1e-9
    )
    assert table["phase"][-1] == "glide & <descent>"


def test_a_missing_number_is_an_empty_cell_and_a_formula_is_disarmed(glide, tmp_path):
    path = glide.path.copy(deep=True)
    path["mach"][3] = np.nan
    lines = write_csv(dataclasses.replace(glide, path=path), tmp_path / "f.csv").read_text().split("\n")
    assert lines[4].split(",")[lines[0].split(",").index("mach")] == ""
    assert text_cell("=1+1") == "'=1+1" and text_cell("apogee") == "apogee"


def test_events_are_a_table_of_their_own(glide, tmp_path):
    with write_events_csv(glide, tmp_path / "events.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["label"] for row in rows] == [event.label for event in glide.events]
    assert float(rows[2]["altitude_m"]) == pytest.approx(glide.events[2].values["altitude"])


def test_kml_meets_the_schema_of_its_consortium(flights, glide, polar, tmp_path):
    etree = pytest.importorskip("lxml.etree")
    fastkml = pytest.importorskip("fastkml")
    file = pathlib.Path(fastkml.__file__).parent / "schema" / "ogckml22.xsd"
    schema = etree.XMLSchema(etree.parse(str(file)))
    for record in (glide, polar, flights.ballistic()):
        document = etree.parse(str(write_kml(record, tmp_path / "flight.kml")))
        assert schema.validate(document), schema.error_log
    broken = (tmp_path / "flight.kml").read_text().replace("absolute", "up in the air", 1)
    assert not schema.validate(etree.fromstring(broken.encode()).getroottree())


def test_kml_draws_phases_at_their_altitude_and_marks_events(glide, tmp_path):
    root = ElementTree.parse(write_kml(glide, tmp_path / "flight.kml")).getroot()
    modes = {each.text for each in root.iter(f"{SPACE}altitudeMode")}
    names = [mark.find(f"{SPACE}name").text for mark in root.iter(f"{SPACE}Placemark")]
    assert modes == {"absolute"}
    phases = ["boost", "ballistic arc", "pull-up", "glide & <descent>"]
    assert names == phases + [event.label for event in glide.events]
    styles = {each.get("id") for each in root.iter(f"{SPACE}Style")}
    used = {each.text.removeprefix("#") for each in root.iter(f"{SPACE}styleUrl")}
    assert used <= styles and len(used) == 5
    first = next(root.iter(f"{SPACE}LineString")).find(f"{SPACE}coordinates").text.split()[0].split(",")
    expected = [np.degrees(glide.path[name].values[0]) for name in ("longitude", "latitude")]
    np.testing.assert_allclose([float(value) for value in first], [*expected, 0.0], atol=1e-6)


def test_czml_has_a_clock_a_body_a_track_and_events(glide, tmp_path):
    packets = json.loads(write_czml(glide, tmp_path / "f.czml", "2030-01-01T00:00:00Z").read_text())
    by_id = {packet["id"]: packet for packet in packets}
    assert packets[0]["id"] == "document" and packets[0]["version"] == "1.0" and len(by_id) == len(packets)
    assert packets[0]["clock"]["interval"] == "2030-01-01T00:00:00Z/2030-01-01T00:25:00Z"
    assert "arbitrary" in packets[0]["description"]
    position = by_id["flight"]["position"]
    samples = np.reshape(position["cartographicDegrees"], (-1, 4))
    assert position["epoch"] == "2030-01-01T00:00:00Z" and "path" in by_id["flight"]
    assert np.all(np.diff(samples[:, 0]) > 0)
    np.testing.assert_allclose(samples[:, 0], glide.path["time"], atol=1e-6)
    np.testing.assert_allclose(samples[:, 2], np.degrees(glide.path["latitude"]), atol=1e-6)
    np.testing.assert_allclose(samples[:, 3], glide.path["altitude"], atol=0.01)
    assert [packet["id"] for packet in packets].count("phase-0") == 1
    marks = [packet for packet in packets if packet["id"].startswith("event-")]
    assert [mark["name"] for mark in marks] == [event.label for event in glide.events]
    assert all(len(mark["position"]["cartographicDegrees"]) == 3 and "point" in mark for mark in marks)


def test_words_of_others_do_not_act_in_a_viewer(glide, tmp_path):
    hostile = dataclasses.replace(glide, title="<script>x</script>", assumptions=("<img src=x onerror=y>",))
    packets = json.loads(write_czml(hostile, tmp_path / "f.czml").read_text())
    assert "<img" not in packets[0]["description"] and "&lt;img" in packets[0]["description"]
    ElementTree.parse(write_kml(hostile, tmp_path / "f.kml"))


@pytest.mark.parametrize("name", ["glide", "polar", "inclined"])
def test_geojson_never_crosses_the_date_line_and_stays_on_the_flight(name, request, tmp_path):
    record = request.getfixturevalue(name)
    document = json.loads(write_geojson(record, tmp_path / "f.geojson").read_text())
    assert document["type"] == "FeatureCollection"
    lines = [np.array(line) for line in lines_of(document["features"])]
    drawn = np.concatenate(lines)
    assert np.abs(drawn[:, 0]).max() <= 180 and np.abs(drawn[:, 1]).max() <= 90
    for line in lines:
        assert len(line) >= 2 and np.all(np.abs(np.diff(line[:, 0])) <= 180)
    flown = unit_vectors(*(np.degrees(record.path[key].values) for key in ("longitude", "latitude")))
    middles = np.concatenate([0.5 * (line[1:, :2] + line[:-1, :2]) for line in lines])
    low = middles[np.abs(middles[:, 1]) < 85][::7]
    nearest = np.linalg.norm(unit_vectors(*low.T)[:, None] - flown[None], axis=-1).min(axis=1)
    assert nearest.max() < np.radians(2.5)  # half a step of the coarsest path


def test_long_orbits_are_cut_once_a_crossing(inclined, tmp_path):
    longitude = np.degrees(inclined.path["longitude"].values)
    crossings = int(np.sum(np.abs(np.diff(longitude)) > 180))
    lines = sum(len(flat_lines(stretch)) for stretch in phase_stretches(inclined))
    assert crossings >= 20 and lines == crossings + len(phase_stretches(inclined))


def test_geojson_points_carry_the_numbers_of_events(glide, tmp_path):
    document = json.loads(write_geojson(glide, tmp_path / "f.geojson").read_text())
    marks = [each for each in document["features"] if each["properties"]["kind"] == "event"]
    apogee = next(mark["properties"] for mark in marks if mark["properties"]["name"] == "apogee")
    assert apogee["altitude_m"] == pytest.approx(110e3, rel=1e-4) and apogee["phase"] == "ballistic arc"
    assert document["flight"]["summary"]["burnout_speed_m_s"] is None
    assert document["flight"]["outcome"] == "impacted"


@pytest.mark.parametrize("write", WRITERS)
def test_the_same_flight_gives_the_same_bytes(write, glide, tmp_path):
    first = write(glide, tmp_path / "a").read_bytes()
    assert write(glide, tmp_path / "b").read_bytes() == first


@pytest.mark.parametrize("write", WRITERS)
def test_an_error_leaves_the_older_file(write, glide, tmp_path, monkeypatch):
    file = tmp_path / "flight"
    file.write_text("older")
    path = glide.path.copy(deep=True)
    path["time"][:] = np.nan
    if write in (write_kml, write_czml, write_geojson):
        with pytest.raises(ValueError, match="two points"):
            write(dataclasses.replace(glide, path=path), file)
    else:
        monkeypatch.setattr(pathlib.Path, "replace", full)
        with pytest.raises(OSError, match="full"):
            write(glide, file)
    assert file.read_text() == "older" and [each.name for each in tmp_path.iterdir()] == ["flight"]


def test_phases_of_one_name_are_numbered_and_nameless_ones_called_by_number(glide):
    path = glide.path.copy()
    del path["phase"].attrs["phase_names"]
    assert phase_names(dataclasses.replace(glide, path=path)) == [f"phase {number}" for number in range(4)]
    path.attrs["phase_names"] = "boost\ncoast\nburn\ncoast"
    assert phase_names(dataclasses.replace(glide, path=path)) == ["boost", "coast", "burn", "coast 2"]


def test_points_without_a_place_and_repeated_times_are_left_out(glide, tmp_path):
    path = glide.path.copy(deep=True)
    path["latitude"][10] = np.nan
    path["time"][20] = path["time"].values[19]
    packets = json.loads(write_czml(dataclasses.replace(glide, path=path), tmp_path / "f").read_text())
    samples = np.reshape(packets[1]["position"]["cartographicDegrees"], (-1, 4))
    assert len(samples) == path.sizes["point"] - 2 and np.all(np.diff(samples[:, 0]) > 0)
