"""Bad input: exit status 2 and one line a fault with file, line, field, expected and found."""

import re

import pytest

from tests.cli.conftest import LEDGER

LINE = re.compile(
    r"^(?P<file>\S+):(?P<line>\d+): (?P<field>[\w.-]+): expected (?P<expected>.+), found (?P<found>.+); .+$"
)


@pytest.fixture
def refused(run, tmp_path):
    """Faults of a ledger text, parsed."""

    def call(text):
        path = tmp_path / "ledger.yaml"
        path.write_text(text, encoding="utf-8")
        result = run(path, "--out", tmp_path / "out")
        assert result.exit_code == 2
        assert result.stdout == "" and "Traceback" not in result.stderr
        assert not (tmp_path / "out").exists()
        found = [LINE.match(line) for line in result.stderr.splitlines()]
        assert found and all(found), result.stderr
        assert {match["file"] for match in found} == {str(path)}
        return found

    return call


@pytest.mark.parametrize(
    ("old", "new", "field", "told"),
    [
        ("statement: A scientist", "statment: A scientist", "statment", "statement"),
        ('interval: {at_most: "1"}', 'interval: {at_mots: "1"}', "at_mots", "at_most"),
        ("study: tunnel-jf22", "study: tunnel-jf23", "study", "tunnel-jf23"),
        ("quantity: run_energy_ratio", "quantity: run_enegry", "quantity", "run_energy_ratio"),
        ("kind: documentary", "kind: documentry", "assertion", "documentary"),
        (
            '{source: report, stated: "A scientist defected."}',
            '{source: reprt, stated: "A"}',
            "source",
            "reprt",
        ),
        ("id: A2", "id: A1", "id", "again (first on line"),
        ("stated: 900 K", "stated: 900", "pairs.0.stated", "900"),
        ("stated: 900 K", "stated: 900 km", "pairs.0", "900.0 km"),
        ('{at_most: "1"}', "{at_most: 5 km}", "interval", "5 km"),
        ('{at_most: "1"}', '{at_least: "3", at_most: "1"}', "interval", "above the high bound"),
        ("model_error: 0.02", "model_error: -0.02", "model_error", "greater than 0"),
        ("validation: passed", "validation: pased", "validation", "passed"),
        ("date: '2022-01-27'", "date: January", "date", "January"),
    ],
)
def test_one_fault(refused, ledger_text, old, new, field, told):
    assert ledger_text.count(old) >= 1
    text = ledger_text.replace(old, new, 1)
    found = refused(text)
    fitting = [match for match in found if match["field"].endswith(field) and told in match[0]]
    assert fitting, [match[0] for match in found]
    place = text[: ledger_text.index(old)].count("\n") + 1
    assert abs(int(fitting[0]["line"]) - place) <= 2


def test_every_fault_is_told(refused, ledger_text):
    text = ledger_text.replace("statement: A scientist", "statment: A scientist")
    text = text.replace("validation: passed", "validation: pased")
    fields = {match["field"].split(".")[-1] for match in refused(text)}
    assert {"statment", "validation"} <= fields


@pytest.mark.parametrize(
    "text",
    ["format: [", "a: 1\na: 2\n", "- 1\n- 2\n", "", "just words", "a: &x [*x]\n", "\x00", "a:\n\t- b\n"],
)
def test_text_that_is_no_ledger(refused, text):
    assert refused(text)


def test_a_file_too_large(refused, ledger_text):
    found = refused(ledger_text + "#" * 1_100_000)
    assert len(found) == 1 and found[0]["field"] == "file"


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_path_that_is_no_file(run, tmp_path, kind):
    path = tmp_path if kind == "folder" else tmp_path / "nowhere.yaml"
    result = run(path, "--out", tmp_path / "out")
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert LINE.match(line)["file"] == str(path)


def test_unknown_claim(run, tmp_path):
    result = run(LEDGER, "--out", tmp_path / "out", "--only", "A9")
    assert result.exit_code == 2 and "A9" in result.stderr and "A1, A2, A3, A4" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "option",
    [("--samples", 0), ("--samples", -5), ("--samples", "many"), ("--samples", 10**9), ("--seed", -1)],
)
def test_numbers_out_of_range(run, tmp_path, option):
    result = run(LEDGER, "--out", tmp_path / "out", *option)
    assert result.exit_code == 2 and option[0] in result.stderr and "Traceback" not in result.stderr
    assert not (tmp_path / "out").exists()


def test_folder_of_somebody_else(run, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine")
    result = run(LEDGER, "--out", out)
    assert result.exit_code == 2 and "out" in result.stderr and len(result.stderr.splitlines()) == 1
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_file_in_the_place_of_the_folder(run, tmp_path):
    out = tmp_path / "out"
    out.write_text("mine")
    result = run(LEDGER, "--out", out)
    assert result.exit_code == 2 and len(result.stderr.splitlines()) == 1
    assert out.read_text() == "mine"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: A2", "id: ../A2", "../A2"),
        (
            "quantity: run_energy_ratio",
            "quantity: run_energy",
            "claims.1.assertion.unit: expected a unit of an energy",
        ),
    ],
)
def test_odd_names_and_units_of_another_kind(run, ledger_text, tmp_path, old, new, told):
    """An ID becomes a file name, and a quantity has a unit: such a fault is found before any study runs."""
    path = tmp_path / "ledger.yaml"
    path.write_text(ledger_text.replace(old, new, 1), encoding="utf-8")
    result = run(path, "--out", tmp_path / "out", "--samples", 40)
    assert result.exit_code == 2 and told in result.stderr and "Traceback" not in result.stderr
    assert result.stderr.startswith(f"{path}:") and not (tmp_path / "out").exists()
