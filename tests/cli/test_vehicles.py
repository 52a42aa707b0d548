"""`boostglide vehicles`: the list, one vehicle, and both as JSON."""

import json

import pytest
from typer.testing import CliRunner

from boostglide.cli.main import app
from boostglide.scenario import bundled_vehicles


def call(*arguments):
    result = CliRunner().invoke(app, ["vehicles", *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_all_are_listed_with_kind_and_title():
    lines = call().stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(bundled_vehicles())
    assert any("htv2-class-glider" in line and "glider" in line.split() for line in lines)


def test_the_list_as_json():
    found = json.loads(call("--json").stdout)
    assert [each["name"] for each in found] == list(bundled_vehicles())
    assert set(found[0]) == {"name", "title", "kind", "stages", "summary"}


def test_one_vehicle_shows_conflicting_values_and_sources():
    text = call("htv2-class-glider").stdout
    for words in ("13,000 kg/m^2 [acton2015]", "also 4,680 kg/m^2 [candler2022]", "References", "10.1080"):
        assert words in text
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("name", bundled_vehicles())
def test_every_vehicle_as_json(name):
    found = json.loads(call(name, "--json").stdout)
    assert found["name"] == name and found["format"] == "boostglide-vehicle/1"
    assert found["references"] or found["kind"] == "booster"
    assert call(name).stdout.startswith(found["title"])


def test_tables_are_named():
    text = call("apollo-command-module").stdout
    assert "lift coefficient, drag coefficient over 13 Mach numbers from 0.4 to 29.5" in text


def test_an_unknown_name_suggests_the_nearest():
    result = call("shuttle-orbitr")
    assert result.exit_code == 2 and "did you mean `shuttle-orbiter`?" in result.stderr
