"""Charts of flights, ensembles and comparisons, and the folders that hold them."""

import dataclasses
import html.parser
import itertools
import json
import re

import numpy as np
import pytest
import xarray as xr

from boostglide.report import (
    band_picture,
    comparison_figures,
    ensemble_figures,
    flight_figures,
    write_comparison,
    write_ensemble,
    write_flight,
)
from boostglide.report.comparison_figures import comparison_chart, flight_labels
from boostglide.report.flight_folder import FLIGHT_FILES
from boostglide.report.flight_windows import active_windows, time_unit
from boostglide.report.histograms import Sampled, histogram_grid
from boostglide.report.line_names import look
from boostglide.report.panels import Line, Mark, Strip, joined, strips_chart
from boostglide.report.style import text_width
from boostglide.study import SUMMARY

VOID = {"meta", "br", "link", "img", "use", "path"}


class Marks(html.parser.HTMLParser):
    """Elements of a page, and whether all of them are closed."""

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.links = [], set(), []

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def glide(flights):
    return flights.boost_glide()


@pytest.fixture(scope="module")
def folder(glide, tmp_path_factory):
    out = tmp_path_factory.mktemp("flight") / "out"
    return write_flight(glide, out, command="boostglide fly example.yaml"), out


@pytest.fixture(scope="module")
def pictures(glide):
    return {each.files[0].path: each for each in flight_figures(glide)}


def test_every_chart_of_a_flight_names_its_axes_and_units(pictures):
    expected = {
        "profile": ("Altitude [km]", "Distance over ground [km]", "boost", "apogee"),
        "speed": ("Speed [km/s]", "Mach number [-]", "Time since the start [min]"),
        "loads": ("Flight-path angle [°]", "Load factor [-]", "Dynamic pressure [kPa]"),
        "heating": ("Heat flux of the nose [MW/m²]", "Wall temperature of the nose [K]", "[MJ/m²]"),
        "track": ("Circle: start. Square: end.",),
    }
    assert list(pictures) == [f"figures/{name}.png" for name in expected]
    for name, words in expected.items():
        picture = pictures[f"figures/{name}.png"]
        for drawing in (picture.wide, picture.narrow, picture.files[1].content.decode()):
            text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", str(drawing)))
            assert all(word in text for word in words), name
        assert picture.words and picture.files[0].content[:4] == b"\x89PNG"


def test_names_of_phases_are_escaped(pictures):
    assert "glide &amp; &lt;descent&gt;" in pictures["figures/profile.png"].wide


def test_charts_without_their_channels_are_left_out(glide):
    bare = dataclasses.replace(
        glide, path=glide.path.drop_vars(["heat_flux", "wall_temperature", "heat_load"]), events=()
    )
    names = [picture.files[0].path for picture in flight_figures(bare)]
    assert "figures/heating.png" not in names and len(names) == 4


def test_long_coasts_are_cut_out_of_the_charts_over_time(flights, glide):
    whole = active_windows(glide)
    assert whole == [(0.0, float(glide.path["time"].values[-1]))]
    orbit = flights.orbital()
    (start, climbed), (back, end) = active_windows(orbit)
    assert start == 0.0 and climbed < 1200 and end == orbit.path["time"].values[-1]
    assert end - back < 3600 and climbed < back
    high = orbit.path["altitude"].values > 150e3
    outside = (orbit.path["time"].values > climbed) & (orbit.path["time"].values < back)
    assert np.all(high[outside])


def test_time_is_read_in_units_of_its_length():
    assert [time_unit(longest)[1] for longest in (60.0, 1500.0, 2e5)] == ["s", "min", "h"]
    assert 2e5 * time_unit(2e5)[0] == pytest.approx(55.5556, rel=1e-5)


def test_numbers_that_would_touch_stand_together():
    assert joined([(0.0, 1), (100.0, 2)]) == [(0.0, "1"), (100.0, "2")]
    assert joined([(0.0, 1), (6.0, 2), (12.0, 3), (200.0, 4)]) == [(6.0, "1–3"), (200.0, "4")]
    places = joined([(7.0 * number, number) for number in range(30)])
    edges = [(x - text_width(words, 11) / 2, x + text_width(words, 11) / 2) for x, words in places]
    assert all(left[1] <= right[0] + 4 for left, right in itertools.pairwise(edges))


def test_panels_share_one_axis_and_refuse_nothing_to_draw():
    x = np.linspace(0, 10, 50)
    strips = [Strip("A [m]", (Line("", x, x**2),)), Strip("B [K]", (Line("", x, 300 + x),))]
    sheet = strips_chart(strips, x_label="Time [s]", marks=[Mark(5.0, 1)], key=["1 middle"])
    assert len(sheet.axes) == 2 and sheet.axes[0].get_xlim() == sheet.axes[1].get_xlim()
    with pytest.raises(ValueError, match="finite point"):
        strips_chart([Strip("A [m]", (Line("", x, np.full(50, np.nan)),))], x_label="x")


def test_twelve_lines_all_differ():
    assert len({str(look(place)) for place in range(12)}) == 12


def test_a_flight_has_the_same_colour_in_all_panels_of_a_comparison(flights, glide):
    records = [glide, flights.ballistic(), flights.boost_glide("long", 1.4)]
    sheet = comparison_chart(records)
    assert len(sheet.axes) == 4
    colors = [[line.get_color() for line in axes.lines[:3]] for axes in sheet.axes]
    assert all(each == colors[0] for each in colors) and len(set(colors[0])) == 3
    assert len(comparison_figures(records)) == 2


def test_flights_of_one_name_are_told_apart(glide):
    assert len(set(flight_labels([glide, glide, glide]))) == 3
    with pytest.raises(ValueError, match="1 to 12"):
        comparison_figures([])


@pytest.mark.parametrize("over", ["ground_range", "time"])
def test_bands_hold_the_outer_quantiles_and_count_flights(flights, over):
    quantiles = getattr(flights.ensemble(), "along_time" if over == "time" else "along_range")
    picture = band_picture(quantiles, "Example")
    assert "5 % to 95 %" in picture.caption
    for words in ("Altitude [km]", "Mach number [-]", "Flights that get there [-]"):
        assert words in picture.wide
    with pytest.raises(ValueError, match="over ground range or time"):
        band_picture(xr.Dataset(), "Example")


def test_an_ensemble_without_complete_flights_still_has_a_page(flights, tmp_path):
    record = flights.ensemble(40)
    lost = record.members.map(lambda each: each if each.name == "outcome" else each * np.nan, keep_attrs=True)
    empty = dataclasses.replace(record, members=lost, along_range=None, along_time=None)
    assert ensemble_figures(empty) == ()
    page = write_ensemble(empty, tmp_path / "out")[0].read_text()
    assert "no flight is complete" in page


def test_one_value_for_all_flights_can_be_drawn():
    assert histogram_grid([Sampled("Range [km]", np.full(5, 3.0))], width=340)
    with pytest.raises(ValueError, match="finite value"):
        histogram_grid([Sampled("Range [km]", np.array([np.nan]))])


def test_a_folder_holds_every_format(folder):
    files, out = folder
    names = {file.relative_to(out).as_posix() for file in files}
    assert files[0].name == "index.html" and {name for name, _ in FLIGHT_FILES} <= names
    assert {f"figures/{name}.{kind}" for name in ("profile", "track") for kind in ("svg", "png")} <= names
    document = json.loads((out / "flight.json").read_text())
    assert document["format"] == "boostglide-flight/1" and set(document["summary"]) == set(SUMMARY)
    assert document["summary"]["burnout_speed_m_s"] is None and len(document["events"]) == 9
    manifest = json.loads((out / "manifest.json").read_text())
    assert set(manifest["files"]) == names - {"manifest.json"} and manifest["kind"] == "flight"


def test_the_page_is_whole_and_asks_for_nothing_from_outside(folder):
    files, out = folder
    text = files[0].read_text()
    page = Marks()
    page.feed(text)
    assert not page.open and "script" not in page.seen and page.seen >= {"svg", "table", "figure"}
    assert all(not re.match(r"[a-z]+:|//", link) for link in page.links)
    assert all((out / link).is_file() for link in page.links if not link.startswith("#"))
    for words in ("5,807 km", "peak deceleration", "US Standard Atmosphere 1976", "fly example.yaml"):
        assert words in text.replace("\u00a0", " ")
    assert "&lt;above&gt;" in text and "<above>" not in text


def test_a_folder_with_other_files_is_left_alone(glide, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ValueError, match="other"):
        write_flight(glide, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_comparison_lists_the_numbers_of_all_flights(flights, glide, tmp_path):
    records = [glide, dataclasses.replace(flights.ballistic(), name="../=x", title="<b>Arc</b>")]
    files = write_comparison(records, tmp_path / "out", title="Two flights")
    text = files[0].read_text()
    assert "&lt;b&gt;Arc" in text and "<b>Arc" not in text and "3,300\u00a0km" in text
    assert all((tmp_path / "out") in file.parents for file in files)
    rows = (tmp_path / "out" / "comparison.csv").read_text().splitlines()
    assert rows[0].startswith("flight,title,outcome,range_km") and len(rows) == 3


def test_an_ensemble_keeps_its_members(flights, tmp_path):
    record = flights.ensemble(60)
    write_ensemble(record, tmp_path / "out", "boostglide ensemble example.yaml")
    rows = (tmp_path / "out" / "members.csv").read_text().splitlines()
    assert len(rows) == 61 and rows[0].split(",")[:3] == ["member", "outcome", "range_km"]
    assert "vehicle_mass [kg]" in rows[0] and rows[8].startswith("7,skipped_out,,")
    with xr.open_dataset(tmp_path / "out" / "members.nc") as read:
        np.testing.assert_array_equal(read["range_km"], record.members["range_km"])
        assert read.attrs["assumptions"] == record.members.attrs["assumptions"]
    with xr.open_dataset(tmp_path / "out" / "along-range.nc") as read:
        np.testing.assert_array_equal(read["altitude"], record.along_range["altitude"])
        assert read["altitude"].attrs["value_bounds"].shape == (2,)
    text = (tmp_path / "out" / "index.html").read_text()
    assert "57 of them are complete" in text
