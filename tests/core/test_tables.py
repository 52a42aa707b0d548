"""Data files are read through one door that asks for a header."""

import numpy as np
import pytest

from boostglide.core import data_path, load_arrays, load_yaml, tables


@pytest.fixture
def data_folder(tmp_path, monkeypatch):
    """A folder in place of the package's data."""
    monkeypatch.setattr(tables, "data_path", lambda name: tmp_path / name)
    load_yaml.cache_clear()
    load_arrays.cache_clear()
    yield tmp_path
    load_yaml.cache_clear()
    load_arrays.cache_clear()


def test_path_of_a_file_of_the_package():
    assert data_path("plasma/radio_bands.yaml").is_file()


def test_a_missing_file_is_named():
    with pytest.raises(FileNotFoundError, match=r"no data file `plasma/nothing\.yaml`"):
        data_path("plasma/nothing.yaml")


@pytest.mark.parametrize("missing", ["description", "source", "licence"])
def test_a_header_is_asked_for(data_folder, missing):
    header = {"description": "a", "source": "b", "licence": "c"}
    del header[missing]
    (data_folder / "x.yaml").write_text("\n".join(f"{key}: {value}" for key, value in header.items()))
    with pytest.raises(ValueError, match=f"must state {missing}"):
        load_yaml("x.yaml")


def test_content_is_read_once(data_folder):
    (data_folder / "x.yaml").write_text("description: a\nsource: b\nlicence: c\nnumber: 1.5\n")
    assert load_yaml("x.yaml")["number"] == 1.5
    assert load_yaml("x.yaml") is load_yaml("x.yaml")


def test_pickled_objects_are_refused(data_folder):
    np.savez(data_folder / "x.npz", good=np.arange(3.0), bad=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle=False"):
        load_arrays("x.npz")
