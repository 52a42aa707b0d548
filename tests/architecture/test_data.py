"""Every data file says what it is, where it comes from and under which licence; generated ones, by what."""

import hashlib
import re

import pytest
from ruamel.yaml import YAML

from boostglide.core import load_arrays
from tests.architecture.source import PACKAGE, ROOT, listed, python_files, repository_files

DATA = PACKAGE / "data"
FILES = [path for path in repository_files() if path.is_relative_to(DATA)]
CODE_BESIDE = (".css", ".js", ".html")
"""Templates of the report: sources of the program, not data."""

KEY = re.compile(r"^[a-z][a-z0-9_-]*[0-9][a-z0-9_-]*$|^[a-z][a-z0-9-]*-[a-z]+$")


def yaml_files():
    """YAML data files by their path below the data folder."""
    return {path.relative_to(DATA).as_posix(): path for path in FILES if path.suffix == ".yaml"}


def read(path):
    """The content of a YAML file."""
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def test_kinds_of_file_are_known():
    known = (".yaml", ".npz", ".csv", *CODE_BESIDE)
    assert [path.name for path in FILES if path.suffix not in known] == []


@pytest.mark.parametrize("name", yaml_files())
def test_headers(name):
    content = read(yaml_files()[name])
    if name.startswith("scenario/"):  # every number in it has a source of its own
        assert {"format", "name", "title", "summary"} <= set(content)
        return
    for key in ("description", "source", "licence"):
        assert str(content.get(key, "")).strip(), f"{name} must state `{key}`."


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.suffix in (".npz", ".csv")], ids=lambda p: p.name
)
def test_tables_have_a_generator_and_a_hash(path):
    content = read(path.with_suffix(".yaml"))
    assert content["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest(), (
        "The table is not that of its header."
    )
    assert (ROOT / content["generator"]).is_file()
    if path.suffix == ".npz":
        arrays = load_arrays(path.relative_to(DATA).as_posix())
        assert arrays, "The table is empty."


def test_every_generator_is_named_by_a_table():
    named = {read(path).get("generator") for path in yaml_files().values()}
    scripts = {
        path.relative_to(ROOT).as_posix() for path in python_files() if path.parent == ROOT / "tools" / "data"
    }
    assert scripts <= named


def test_every_data_file_is_in_the_catalogue():
    page = (ROOT / "docs" / "reference" / "data-catalogue.md").read_text(encoding="utf-8")
    names = [path.relative_to(DATA).as_posix() for path in FILES if path.suffix not in CODE_BESIDE]
    faults = [name for name in names if f"`{name}`" not in page]
    assert not faults, "docs/reference/data-catalogue.md does not list " + listed(faults)
