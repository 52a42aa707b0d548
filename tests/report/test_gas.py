"""Charts, pages and files of relaxations, of states of a gas and of shocks."""

import csv
import dataclasses
import html.parser
import json

import numpy as np
import pytest
import xarray as xr

from boostglide.core import Outcome
from boostglide.report import (
    relaxation_document,
    relaxation_figures,
    shock_figures,
    write_air,
    write_relaxation,
    write_relaxation_csv,
    write_relaxation_netcdf,
    write_shock,
)
from boostglide.report.gas_files import which_temperature
from boostglide.report.gas_names import named_unit, species_name
from boostglide.report.gas_panels import Level, Line, Panel, Place, panels_chart

VOID = {"meta", "br", "link", "img", "use", "path"}


class Marks(html.parser.HTMLParser):
    """Elements of a page, and whether all of them are closed."""

    def __init__(self):
        super().__init__()
        self.open, self.seen = [], set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def folder(gases, tmp_path_factory):
    out = tmp_path_factory.mktemp("gas") / "out"
    return write_relaxation(gases.relaxation(), out, command="boostglide relax --speed 7650m/s")


def test_the_page_is_whole_and_without_scripts(folder):
    page = folder[0].read_text(encoding="utf-8")
    marks = Marks()
    marks.feed(page)
    assert not marks.open
    assert "script" not in marks.seen
    assert "Air &lt;behind&gt; a normal shock" in page
    assert "Argon is left out &amp; said so." in page
    assert "Natural Earth" not in page
    for words in ("frozen, right behind the shock", "equilibrium, far behind", "T, heavy particles", "NO⁺"):
        assert words in page
    names = {path.name for path in folder}
    assert {"relaxation.csv", "relaxation.nc", "relaxation.json", "temperatures.png"} <= names


def test_axes_have_units_and_temperatures_their_names(gases):
    two, one = relaxation_figures(gases.relaxation(2)), relaxation_figures(gases.relaxation(1))
    assert [each.files[0].name for each in two] == ["PNG"] * 4
    for pictures in (two, one):
        drawn = " ".join(each.wide for each in pictures)
        for label in ("Distance behind the shock [mm]", "Temperature [K]", "Electron density [1/m³]"):
            assert label in drawn
    assert "Tv, vibration and electrons" in two[0].wide
    assert "Tv" not in one[0].wide
    assert "all motions" in one[0].wide


def test_a_profile_of_two_stations_is_drawn(gases):
    record = gases.stuck()
    assert len(relaxation_figures(record)) == 4
    record = dataclasses.replace(record, profile=record.profile.isel(station=[0]))
    assert relaxation_figures(record) == ()
    assert "used all its steps" in relaxation_document(record)["outcome_text"]


def test_no_electrons_no_chart_of_them(gases):
    record = gases.relaxation()
    record.profile["electron_density"][:] = 0.0
    assert "electron density" not in " ".join(each.title.lower() for each in relaxation_figures(record))


def test_the_document_has_the_names_that_programs_read(gases):
    content = relaxation_document(gases.relaxation())
    count = len(content["distance_m"])
    for key in ("temperature_k", "vibrational_temperature_k", "density_kg_m3", "speed_m_s",
                "electron_density_m3", "pressure_pa", "time_s"):  # fmt: skip
        assert len(content[key]) == count, key
    assert set(content["mole_fractions"]) >= {"N2", "e-"}
    assert len(content["mole_fractions"]["e-"]) == count
    assert (content["mechanism"], content["outcome"]) == ("park1993", "completed")
    assert which_temperature(1)["vibrational_temperature_k"].endswith("the same as temperature_k")


def test_files_give_the_numbers_back(gases, tmp_path):
    record = gases.relaxation(outcome=Outcome.STEP_TOO_SMALL)
    text = write_relaxation_csv(record, tmp_path / "a.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    fractions = record.profile["mole_fraction"].values
    assert float(rows[7]["mole_fraction_O2"]) == pytest.approx(fractions[7, 1], rel=1e-9)
    assert float(rows[7]["temperature_k"]) == pytest.approx(float(record.profile["temperature"][7]))
    with xr.open_dataset(write_relaxation_netcdf(record, tmp_path / "a.nc")) as read:
        np.testing.assert_array_equal(read["mole_fraction"].values, fractions)
        assert read.attrs["outcome"] == "step_too_small"
        assert read["density"].attrs["units"] == "kg/m^3"


def test_what_is_no_number_is_null(folder):
    path = next(each for each in folder if each.name == "relaxation.json")
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["summary"]["equilibrium_distance_m"] is None


def test_air_and_shocks_have_pages(gases, tmp_path):
    air = write_air(gases.air_point(), tmp_path / "air", curves=gases.air_sweep())[0].read_text("utf-8")
    assert "7000 K &amp; 10.1 kPa" in air
    assert "Temperature, one for all motions [K]" in air
    for words in ("Electrical conductivity", "S/m", "N⁺"):
        assert words in air
    shock = write_shock(gases.shock_states(), tmp_path / "shock", "boostglide shock", gases.shock_sweep())
    page = shock[0].read_text("utf-8")
    for words in ("Behind the shock", "perfect gas", "frozen gas", "Density ratio"):
        assert words in page
    assert "Behind the reflected shock" not in page
    assert (tmp_path / "shock" / "speeds.nc").exists()


def test_the_marked_case_is_named(gases):
    (picture,) = shock_figures(gases.shock_sweep(), 7650.0, "Shock", "Source")
    assert "7.65 km/s" in picture.wide


def test_panels_need_points():
    line = Line("", np.array([1.0, 2.0]), np.array([np.nan, np.nan]))
    with pytest.raises(ValueError, match="finite"):
        panels_chart([Panel("Nothing [-]", (line,))], x_label="x", span=(1.0, 2.0))


def test_levels_stand_inside_the_panel():
    x = np.linspace(1.0, 10.0, 20)
    panel = Panel("Value [-]", (Line("line", x, x),), (Level("high", 30.0), Level("low", 29.0)))
    sheet = panels_chart([panel], x_label="x [-]", span=(1.0, 10.0), place=Place("here", 3.0), width=340)
    low, high = sheet.axes[0].get_ylim()
    assert low < 1.0
    assert high > 30.0


def test_names_are_written_as_people_write_them():
    assert species_name("NO+") == "NO⁺"
    assert species_name("N2+") == "N₂⁺"
    assert species_name("e-") == "e⁻"
    assert named_unit("sound_speed_m_s") == ("Sound speed", "m/s")
    assert named_unit("mach") == ("Mach", "-")
