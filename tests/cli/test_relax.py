"""`boostglide relax` from end to end, and what it refuses."""

import json

import pytest
import typer
from typer.testing import CliRunner

from boostglide.cli.relax import relax
from boostglide.cli.relax_words import text
from boostglide.gas import load_mechanism
from boostglide.scenario import parse_stream
from boostglide.study import relax as relaxed

app = typer.Typer()
app.command()(relax)
STREAM = ("--speed", "4km/s", "--pressure", "100Pa", "--temperature", "300K")
UNBALANCED = """format: boostglide-mechanism/1
name: broken
title: A reaction that loses an atom
references: [park1993]
species: [N2, O2, NO, N, O]
units: {length: cm, quantity: mol}
reactions:
- equation: N2 + M = N + M
  kind: dissociation
  factor: 1.0e21
  exponent: -1.6
  activation_temperature: 113200
  references: [park1993]
"""


def run(*arguments):
    result = CliRunner().invoke(app, [*map(str, arguments)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """One short relaxation of neutral air."""
    out = tmp_path_factory.mktemp("relax") / "out"
    result = run(*STREAM, "--species", 5, "--temperatures", 1, "--until", "2mm", "--json", "--out", out)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout), out


def test_json_has_the_promised_keys(printed):
    content, _ = printed
    lists = ("distance_m", "temperature_k", "vibrational_temperature_k", "density_kg_m3", "speed_m_s",
             "electron_density_m3")  # fmt: skip
    count = len(content["distance_m"])
    assert count > 10
    assert all(len(content[key]) == count for key in lists)
    assert all(len(values) == count for values in content["mole_fractions"].values())
    assert set(content["mole_fractions"]) == {"N2", "O2", "NO", "N", "O"}
    assert content["vibrational_temperature_k"] == content["temperature_k"]
    assert (content["mechanism"], content["outcome"]) == ("park1993", "completed")
    assert content["distance_m"][-1] == pytest.approx(2e-3)
    flux = [
        density * speed for density, speed in zip(content["density_kg_m3"], content["speed_m_s"], strict=True)
    ]
    assert flux == pytest.approx([flux[0]] * count)


def test_it_draws(printed):
    _, out = printed
    page = (out / "index.html").read_text("utf-8")
    assert "--until 2mm" in page
    assert (out / "figures" / "temperatures.png").exists()
    assert (out / "relaxation.csv").read_text("utf-8").startswith("distance_m,time_s,temperature_k")


def test_text_names_its_temperatures_and_limits():
    gas = parse_stream(pressure="100Pa", temperature="300K", speed="4km/s", composition="N2:0.79,O2:0.21")
    record = relaxed(gas, load_mechanism("park1993", 5), 1, 2e-3)
    lines = "\n".join(text(record))
    for words in (
        "T and Tv are one temperature",
        "equilibrium, far behind",
        "Argon",
        "not within this distance",
    ):
        assert words in lines
    assert max(map(len, lines.split("\n\n")[0].split("\n"))) < 200


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--speed", "200m/s", "--altitude", "71km"), "faster than sound"),
        (("--speed", "fast", "--altitude", "71km"), "Option `--speed`"),
        (("--speed", "7km/s"), "Option `--altitude`"),
        ((*STREAM, "--mechanism", "park1994"), "did you mean `park1993`?"),
        ((*STREAM, "--species", "6"), "expected 5, 7 or 11"),
        ((*STREAM, "--composition", "CO2:1"), "the gas has CO2"),
        ((*STREAM, "--composition", "Xx:1"), "expected a known species"),
        ((*STREAM, "--until", "-1cm"), "Option `--until`"),
        ((*STREAM, "--until", "1000km"), "between 1 um and 100 m"),
        ((*STREAM, "--temperatures", "3"), "expected 1 or 2"),
        ((*STREAM, "--variant", "o2"), "NAME=OPTION"),
        ((*STREAM, "--variant", "sign=plus"), "sign"),
        ((*STREAM, "--mechanism", "no-such-file.yaml"), "no-such-file.yaml"),
    ],
)
def test_bad_input_is_one_clear_line(arguments, words, tmp_path):
    result = run(*arguments, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_an_unbalanced_mechanism_is_refused_with_its_line(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text(UNBALANCED, encoding="utf-8")
    result = run(*STREAM, "--mechanism", path, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "broken.yaml:8" in result.stderr


def test_a_folder_of_others_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = run(*STREAM, "--out", tmp_path)
    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
