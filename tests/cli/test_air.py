import json

import pytest
from typer.testing import CliRunner

from boostglide.cli.main import app


def call(*arguments):
    result = CliRunner().invoke(app, ["air", *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_text():
    result = call("--temperature", "250K", "--pressure", "1bar")
    assert result.exit_code == 0
    for words in ("density", "J/kg", "Mole fractions", "speed of sound, frozen", "elements at 298.15 K"):
        assert words in result.stdout


def test_json():
    result = call(
        "--temperature", "5000K", "--pressure", "1kPa", "--composition", "CO2:0.96,N2:0.04", "--json"
    )
    assert result.exit_code == 0
    content = json.loads(result.stdout)
    assert content["temperature_k"] == 5000.0
    assert sum(content["mole_fractions"].values()) == pytest.approx(1.0, abs=1e-8)
    assert content["mole_fractions"]["CN"] > 0.0
    assert content["composition"] == {"CO2": 0.96, "N2": 0.04}
    assert content["transport"] is None


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--temperature", "100K", "--pressure", "1bar"), "200 K to 20,000 K"),
        (("--temperature", "25000K", "--pressure", "1bar"), "200 K to 20,000 K"),
        (("--temperature", "300K", "--pressure", "0.1Pa"), "1 Pa to "),
        (("--temperature", "-5K", "--pressure", "1bar"), "--temperature"),
        (("--temperature", "300K", "--pressure", "-2kPa"), "--pressure"),
        (("--temperature", "300K"), "--pressure"),
        (("--pressure", "1bar"), "--temperature"),
        ((), "--altitude"),
        (("--temperature", "300", "--pressure", "1bar"), "--temperature"),
        (("--temperature", "300m", "--pressure", "1bar"), "--temperature"),
        (("--temperature", "nanK", "--pressure", "1bar"), "--temperature"),
        (("--temperature", "300K", "--pressure", "1bar", "--composition", "Xy:1"), "Xy"),
        (("--temperature", "300K", "--pressure", "1bar", "--composition", "N2:-1"), "N2"),
        (("--temperature", "300K", "--pressure", "1bar", "--composition", "NO+:1"), "charge"),
    ],
)
def test_bad_input_is_one_line(arguments, told):
    result = call(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert told in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.stderr
