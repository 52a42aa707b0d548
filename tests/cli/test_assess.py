"""`boostglide assess` from end to end on a small ledger."""

import json

import pytest

import boostglide.study
from tests.cli.conftest import LEDGER

SEVEN = {
    "consistent",
    "inconsistent",
    "possible-if",
    "underdetermined",
    "ill-posed",
    "out-of-scope",
    "not-a-physics-question",
}
SMALL = ("--samples", 64, "--seed", 3)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """One report that several tests read."""
    from typer.testing import CliRunner

    from boostglide.cli.main import app

    out = tmp_path_factory.mktemp("cli") / "report"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XLA_FLAGS", "")
        patch.setenv("JAX_NUM_CPU_DEVICES", "2")
        patch.setenv("JAX_COMPILATION_CACHE_DIR", str(out.parent / "cache"))
        arguments = ["assess", str(LEDGER), "--out", str(out), *map(str, SMALL), "--json"]
        result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return out, result


def test_all_files_are_written(report):
    out, _ = report
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert {"index.html", "verdicts.json", "claimreview.jsonld", "manifest.json"} <= names
    for folder, ending in (
        ("evidence", ".nc"),
        ("evidence", ".csv"),
        ("figures", ".svg"),
        ("figures", ".png"),
    ):
        assert any(name.startswith(f"{folder}/") and name.endswith(ending) for name in names), (
            folder,
            ending,
        )
    assert not [path for path in out.parent.iterdir() if path.name.startswith(".report")]


def test_json_prints_the_file(report):
    out, result = report
    assert result.stdout == (out / "verdicts.json").read_text(encoding="utf-8")
    assert str(out / "index.html") in result.stderr.replace("\n", "")


def test_verdicts_have_the_form_of_the_contract(report):
    out, _ = report
    document = json.loads((out / "verdicts.json").read_text(encoding="utf-8"))
    assert set(document) == {"schema", "ledger", "version", "seed", "samples", "claims"}
    assert (document["seed"], document["samples"], document["ledger"]) == (3, 64, "small")
    assert [claim["id"] for claim in document["claims"]] == ["A1", "A2", "A3", "A4"]
    keys = {"id", "statement", "physics", "satisfied", "likelihood", "confidence", "sourcing", "evidence"}
    for claim in document["claims"]:
        assert set(claim) == keys | {"would_change", "refused"}
        assert claim["physics"] in SEVEN
        assert set(claim["confidence"]) == {"level", "because"}
        assert set(claim["sourcing"]) == {
            "independent_origins",
            "first_appearance",
            "appearances",
            "admiralty",
        }
        for row in claim["evidence"]:
            assert {"quantity", "unit", "claimed", "computed", "model"} <= set(row)


def test_verdicts_of_the_small_ledger(report):
    out, _ = report
    document = json.loads((out / "verdicts.json").read_text(encoding="utf-8"))
    words = {claim["id"]: claim["physics"] for claim in document["claims"]}
    assert words == {
        "A1": "possible-if",
        "A2": "inconsistent",
        "A3": "consistent",
        "A4": "not-a-physics-question",
    }
    assert 0 < document["claims"][0]["satisfied"] < 1


def test_other_files_say_the_same(report):
    out, _ = report
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert (
        manifest["seed"] == 3
        and manifest["ledger"] == "small"
        and "boostglide assess" in manifest["commands"][0]
    )
    assert "verdicts.json" in manifest["files"]
    reviews = json.loads((out / "claimreview.jsonld").read_text(encoding="utf-8"))
    assert [review["@type"] for review in reviews["@graph"]] == ["ClaimReview"] * 4
    page = (out / "index.html").read_text(encoding="utf-8")
    assert all(f'id="{name}"' in page for name in ("A1", "A2", "A3", "A4"))


def test_same_seed_same_bytes_other_seed_other_numbers(report, run, tmp_path):
    out, _ = report
    bytes_ = (out / "verdicts.json").read_bytes()
    assert run(LEDGER, "--out", tmp_path / "again", *SMALL).exit_code == 0
    assert (tmp_path / "again" / "verdicts.json").read_bytes() == bytes_
    assert run(LEDGER, "--out", tmp_path / "other", "--samples", 64, "--seed", 4).exit_code == 0
    assert (tmp_path / "other" / "verdicts.json").read_bytes() != bytes_


def test_only_runs_what_it_needs(run, tmp_path, monkeypatch):
    asked = []
    real = boostglide.study.run_study
    monkeypatch.setattr(
        boostglide.study, "run_study", lambda name, *rest: asked.append(name) or real(name, *rest)
    )
    out = tmp_path / "out"
    result = run(LEDGER, "--out", out, "--samples", 40, "--only", "A2", "--only", "A4")
    assert result.exit_code == 0 and result.stdout == ""
    document = json.loads((out / "verdicts.json").read_text(encoding="utf-8"))
    assert [claim["id"] for claim in document["claims"]] == ["A2", "A4"]
    assert asked == ["tunnel-jf22"]


def test_an_older_report_is_replaced(run, tmp_path):
    out = tmp_path / "out"
    for name in ("A3", "A4"):
        assert run(LEDGER, "--out", out, "--samples", 40, "--only", name).exit_code == 0
    document = json.loads((out / "verdicts.json").read_text(encoding="utf-8"))
    assert [claim["id"] for claim in document["claims"]] == ["A4"]


@pytest.mark.parametrize("older", [False, True])
def test_an_interrupted_run_leaves_nothing_new(run, tmp_path, monkeypatch, older):
    folder = tmp_path / "work"
    folder.mkdir()
    out = folder / "out"
    if older:
        assert run(LEDGER, "--out", out, "--samples", 40, "--only", "A3").exit_code == 0
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(boostglide.study, "run_study", interrupted)
    result = run(LEDGER, "--out", out, "--samples", 40)
    assert result.exit_code == 130 and "Interrupted" in result.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert out.exists() == older


def test_an_interrupt_while_writing_leaves_the_older_report(run, tmp_path, monkeypatch):
    import boostglide.report.writing as writing

    folder = tmp_path / "work"
    folder.mkdir()
    out = folder / "out"
    assert run(LEDGER, "--out", out, "--samples", 40, "--only", "A3").exit_code == 0
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "manifest_of", interrupted)
    assert run(LEDGER, "--out", out, "--samples", 40, "--only", "A4").exit_code == 130
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert [path.name for path in folder.iterdir()] == ["out"]
