"""Track files: units to SI, and every fault with its line."""

import math

import numpy as np
import pytest

from boostglide.scenario import InputError, load_track, parse_track
from boostglide.scenario.track import MOST_BYTES, MOST_FAULTS

HEADER = "time_s,latitude_deg,longitude_deg,altitude_km"


def table(rows=8, header=HEADER, row="{t},{t},10,{t}"):
    return "\n".join([header, *(row.format(t=number) for number in range(rows))])


def faults_of(text, **options):
    with pytest.raises(InputError) as caught:
        parse_track(text, "track.csv", **options)
    return caught.value.faults


def test_units_become_si():
    text = table(8, "t [s],lat (deg),Longitude_rad,alt_kft,v_km_s,gamma_deg,mach", "{t},45,1,{t},7,-3,20")
    track = parse_track("# a comment\n\n" + text)
    np.testing.assert_allclose(track.latitude, math.pi / 4)
    np.testing.assert_allclose(track.longitude, 1.0)
    np.testing.assert_allclose(track.altitude, 304.8 * np.arange(8))
    np.testing.assert_allclose(track.speed, 7000.0)
    np.testing.assert_allclose(track.flight_path_angle, math.radians(-3))
    assert track.mach[0] == 20.0


@pytest.mark.parametrize(
    ("header", "value", "si"),
    [
        ("speed_ft_s", 1000.0, 304.8),
        ("speed_kn", 100.0, 51.444444444),
        ("speed_mph", 100.0, 44.704),
        ("speed_km/h", 3.6, 1.0),
        ("density_kg/m^3", 0.1, 0.1),
        ("pressure_hPa", 10.0, 1000.0),
        ("temperature_degC", 0.0, 273.15),
        ("altitude_mi", 1.0, 1609.344),
        ("altitude_nmi", 1.0, 1852.0),
        ("altitude_ft", 1.0, 0.3048),
        ("time_min", 1.0, 60.0),
    ],
)
def test_each_unit(header, value, si):
    name = header.split("_")[0]
    others = [each for each in ("time_s", "altitude_m", "speed_m_s") if not each.startswith(name)]
    lines = [",".join([header, *others])]
    lines += [",".join([f"{value * (number + 1 if name == 'time' else 1)}", *[f"{number}"] * len(others)])
              for number in range(4)]  # fmt: skip
    track = parse_track("\n".join(lines))
    assert getattr(track, name)[0] == pytest.approx(si, rel=1e-9)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_and_line_ends(separator):
    text = table().replace(",", separator).replace("\n", "\r\n")
    assert len(parse_track(text).time) == 8


def test_quotes_and_a_byte_order_mark(tmp_path):
    path = tmp_path / "track.csv"
    path.write_text(table(row='"{t}",{t},10,{t}'), encoding="utf-8-sig")
    assert load_track(path).time[3] == 3.0


def test_other_columns_are_listed():
    text = table(header=HEADER + ",phase,altitude_error_m", row="{t},{t},10,{t},glide,5")
    assert parse_track(text).unused == ("phase", "altitude_error_m")


def test_speed_stands_for_positions():
    track = parse_track(table(3, "time_s,altitude_m,speed_m_s", "{t},{t},5"))
    assert not track.has_positions
    assert track.speed[0] == 5.0


@pytest.mark.parametrize(
    ("text", "line", "field", "words"),
    [
        (table().replace("\n3,3,10,3", "\n2,3,10,3"), 5, "time", "the same time again"),
        (table().replace("\n3,3,10,3", "\n1.5,3,10,3"), 5, "time", "an earlier time"),
        (table().replace("\n3,3,10,3", "\n3,nan,10,3"), 5, "latitude", '"nan"'),
        (table().replace("\n3,3,10,3", "\n3,inf,10,3"), 5, "latitude", '"inf"'),
        (table().replace("\n3,3,10,3", "\n3,,10,3"), 5, "latitude", "an empty cell"),
        (table().replace("\n3,3,10,3", "\n3,1_0,10,3"), 5, "latitude", "1_0"),
        (table().replace("\n3,3,10,3", "\n3,91,10,3"), 5, "latitude", "-90 to 90 deg"),
        (table().replace("\n3,3,10,3", "\n3,3,361,3"), 5, "longitude", "-180 to 360 deg"),
        (table().replace("\n3,3,10,3", "\n3,3,10,1001"), 5, "altitude", "-5 to 1000 km"),
        (table().replace("\n3,3,10,3", "\n3,3,10,-5.1"), 5, "altitude", "-5 to 1000 km"),
        (table().replace("\n3,3,10,3", "\n3,3,10"), 5, "row", "4 cells"),
        (table().replace("\n3,3,10,3", '\n3,"3,10,3'), 5, "file", "quotes"),
        (table(header=HEADER.replace("altitude_km", "altitude_furlong")), 1, "altitude", "altitude_km"),
        (table(header=HEADER.replace("altitude_km", "altitude")), 1, "altitude", "without a unit"),
        (table(header=HEADER.replace("altitude_km", "alttude_km")), 1, "altitude", "alttude_km"),
        (table(header=HEADER.replace("time_s", "clock")), 1, "time", "name it `time_s`"),
        (table(header=HEADER.replace("latitude_deg", "altitude_m")), 1, "altitude", "remove one"),
        (table(3, "time_s,altitude_m", "{t},{t}"), 1, "latitude", "latitude_deg"),
        (table(header=HEADER.replace("latitude_deg", "speed_m_s")), 1, "latitude", "this column"),
        (table(6), 0, "file", "at least 7 points"),
        (table(2, "time_s,altitude_m,speed_m_s", "{t},{t},5"), 0, "file", "at least 3 points"),
        (table(8, "time_s,altitude_m,speed_m_s", "{t},{t},-5"), 2, "speed", "0 to 20 km/s"),
        (table(1).split("\n", 1)[0], 0, "file", "at least 7 points"),
        ("", 1, "file", "an empty file"),
        ("# only words\n\n", 1, "file", "an empty file"),
    ],
)
def test_faults(text, line, field, words):
    fault = faults_of(text)[0]
    assert (fault.file, fault.line, fault.field) == ("track.csv", line, field)
    assert words in str(fault)


def test_gaps():
    text = table(30).replace("\n29,29,10,29", "\n129,29,10,29")
    fault = faults_of(text)[0]
    assert (fault.line, fault.field) == (31, "time")
    assert "a gap of 101 s" in str(fault)
    assert len(parse_track(text, largest_gap=101.0).time) == 30
    assert faults_of(table(), largest_gap=0.5)[0].line == 3


def test_all_faults_are_reported_up_to_a_bound():
    text = table(row="{t},95,10,{t}")
    assert [fault.line for fault in faults_of(text)] == list(range(2, 10))
    many = faults_of(table(100, row="{t},95,10,{t}"))
    assert len(many) == MOST_FAULTS + 1
    assert "100 faults" in str(many[0])


def test_files_that_cannot_be_read(tmp_path):
    large = tmp_path / "large.csv"
    large.write_bytes(b"#" * (MOST_BYTES + 1))
    odd = tmp_path / "odd.csv"
    odd.write_bytes(b"time_s\n\xff")
    for path, words in [
        (tmp_path, "directory"),
        (tmp_path / "none.csv", "no such file"),
        (large, "a larger file"),
        (odd, "0xff"),
    ]:
        with pytest.raises(InputError, match=words):
            load_track(path)


def test_a_control_character_does_not_reach_the_terminal():
    fault = faults_of(table().replace("\n3,3,10,3", "\n3,\x1b[31m,10,3"))[0]
    assert "\x1b" not in str(fault)
