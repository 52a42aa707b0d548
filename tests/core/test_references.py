"""Keys lead to full references; unknown and doubled keys are refused."""

import pytest

from boostglide.core import bibliography, cite, reference, references


def test_a_key_leads_to_a_text():
    assert "1976" in reference("us76")


def test_every_entry_is_a_sentence_or_more():
    short = [key for key, text in bibliography().items() if len(text) < 30]
    assert not short


def test_an_unknown_key_is_named():
    with pytest.raises(KeyError, match="no key `nobody1900`"):
        reference("nobody1900")


def test_cite_gives_each_once_in_order():
    assert cite("us76", "codata2022", "us76") == [reference("us76"), reference("codata2022")]


def test_a_doubled_key_is_refused(tmp_path, monkeypatch):
    for name in ("core", "other"):
        (tmp_path / f"{name}.yaml").touch()
    entries = {"description": "a", "source": "b", "licence": "c", "references": {"k": {"text": "t"}}}
    monkeypatch.setattr(references, "data_path", lambda name: tmp_path / "core.yaml")
    monkeypatch.setattr(references, "load_yaml", lambda name: entries)
    bibliography.cache_clear()
    try:
        with pytest.raises(ValueError, match="defines `k` twice"):
            bibliography()
    finally:
        bibliography.cache_clear()
