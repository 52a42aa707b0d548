import hashlib
import json

import numpy as np
import pytest
import xarray as xr

from boostglide.report import write_report
from boostglide.report.evidence_files import claim_table
from boostglide.report.links import file_name, safe_link
from boostglide.report.writing import check_target, swapped_in


def test_the_manifest_names_every_file_with_its_checksum(written):
    manifest = json.loads((written / "manifest.json").read_text(encoding="utf-8"))
    files = {path.relative_to(written).as_posix() for path in written.rglob("*") if path.is_file()}
    assert files == set(manifest["files"]) | {"manifest.json"}
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((written / name).read_bytes()).hexdigest() == digest
    assert manifest["schema"] == "boostglide-report/1"
    assert manifest["seed"] == 7 and manifest["commands"] and manifest["packages"]["numpy"]


def test_verdicts_are_written_as_the_claims_area_states_them(written, example):
    verdicts = json.loads((written / "verdicts.json").read_text(encoding="utf-8"))
    assert [claim["id"] for claim in verdicts["claims"]] == [claim["id"] for claim in example.CLAIMS]


def test_data_carry_units_and_come_back_as_they_were(written, example):
    glide = example.studies(300)["glide"]
    with xr.open_dataset(written / "evidence" / "glide.nc", engine="h5netcdf") as data:
        assert data["range"].attrs["units"] == "m" and data["range"].attrs["long_name"]
        np.testing.assert_array_equal(data["range"].values, glide.quantities["range"].values)
    with xr.open_dataset(written / "evidence" / "glide-flights.nc", engine="h5netcdf") as data:
        assert data["altitude"].attrs["units"] == "m"


def test_a_table_has_units_and_empty_cells_for_what_did_not_finish(example):
    evidence = {claim.id: claim.evidence for claim in example.assessment().claims}["S03"]
    lines = claim_table("S03", evidence).content.decode().splitlines()
    assert lines[0].startswith('sample,"range of the glide [km] (Point mass, WGS84)"')
    assert len(lines) == evidence[0].samples.size + 1
    missing = int(np.flatnonzero(~np.isfinite(evidence[0].samples))[0])
    assert lines[missing + 1] == f"{missing},,"
    assert claim_table("D01", ()) is None


@pytest.fixture
def older(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.json").write_text('{"schema": "boostglide-report/1"}', encoding="utf-8")
    (out / "index.html").write_text("old", encoding="utf-8")
    return out


@pytest.mark.parametrize("trouble", [RuntimeError, KeyboardInterrupt])
def test_trouble_on_the_way_leaves_the_older_report(older, trouble):
    with pytest.raises(trouble), swapped_in(older) as fresh:
        (fresh / "index.html").write_text("new", encoding="utf-8")
        raise trouble
    assert (older / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in older.parent.iterdir()] == ["out"]


def test_trouble_while_drawing_leaves_the_older_report(older, example):
    def stop(words: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_report(example.assessment(), example.studies(20), example.ledger(), older, stop)
    assert (older / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in older.parent.iterdir()] == ["out"]


def test_an_older_report_is_replaced_whole(older):
    with swapped_in(older) as fresh:
        (fresh / "index.html").write_text("new", encoding="utf-8")
    assert sorted(path.name for path in older.iterdir()) == ["index.html"]
    assert (older / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in older.parent.iterdir()] == ["out"]


def test_other_peoples_files_are_never_replaced(tmp_path):
    (tmp_path / "thesis.tex").write_text("years of work", encoding="utf-8")
    with pytest.raises(ValueError, match="holds other"):
        check_target(tmp_path)
    with pytest.raises(ValueError, match="something else"):
        check_target(tmp_path / "thesis.tex")
    link = tmp_path / "link"
    link.symlink_to(tmp_path)
    with pytest.raises(ValueError, match="something else"):
        check_target(link)


def test_files_that_arrive_meanwhile_are_kept(tmp_path):
    out = tmp_path / "out"
    with pytest.raises(ValueError, match="holds other"), swapped_in(out) as fresh:
        (fresh / "index.html").write_text("new", encoding="utf-8")
        out.mkdir()
        (out / "thesis.tex").write_text("years of work", encoding="utf-8")
    assert (out / "thesis.tex").is_file()


@pytest.mark.parametrize("name", ["../S02", "a/b", "", ".hidden", "a b", "S02\n", "x" * 200, "ä"])
def test_no_name_leaves_the_folder(name):
    with pytest.raises(ValueError, match="letters"):
        file_name(name)


def test_only_web_addresses_become_links():
    assert safe_link(" https://example.org/a ") == "https://example.org/a"
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://",
        None,
        "http://[",
        "ftp://x.y",
    ):
        assert safe_link(address) is None


def test_the_same_assessment_gives_the_same_bytes_in_every_file(written, example, tmp_path):
    studies, out = example.studies(300), tmp_path / "again"
    assessment = example.assessment(example.ledger(), studies)
    write_report(assessment, studies, example.ledger(), out, command="boostglide assess example --seed 7")
    first, second = (
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (written, out)
    )
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert {name.rsplit(".", 1)[1] for name in first} >= {"nc", "csv", "svg", "png", "html", "json", "jsonld"}
