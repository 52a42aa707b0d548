"""No number without a source: every key that code and data name stands in the bibliography, once."""

import ast
import re
from collections.abc import Iterator

from boostglide.core import bibliography
from tests.architecture.source import ROOT, listed, modules, public_api, tree_of
from tests.architecture.test_data import read, yaml_files

SOURCE_FIELDS = ("source", "references")
LEDGERS = "claims/"
"""Ledgers name their own list of publications."""


def keys_in_code() -> Iterator[tuple[str, str]]:
    """Keys of `references` attributes and of fields and arguments that are a `source`."""
    for path in modules():
        for node in ast.walk(tree_of(path)):
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                names = {target.id for target in targets if isinstance(target, ast.Name)}
                if {name.lower() for name in names} & {"references"}:
                    for each in ast.walk(node.value):
                        if isinstance(each, ast.Constant) and isinstance(each.value, str):
                            yield each.value, f"{path.relative_to(ROOT)}:{each.lineno}"


def keys_in_docstrings() -> Iterator[tuple[str, str]]:
    """Words of the section `References` of a docstring that stand where a key would and look like one."""
    for entry in public_api():
        section = re.search(r"^References\n-+\n(.*?)(?=^\S[^\n]*\n-{3,}|\Z)", entry.docstring, re.M | re.S)
        text = re.sub(r"\([^)]*\)", "", section[1]) if section else ""
        for part in re.split(r"[;\n]|, (?=[a-z_-]+\d{4})", text):
            word = re.match(r"\s*([a-z][\w-]*\d\w*)", part)
            if word:
                yield word[1], entry.name


def keys_in_data() -> Iterator[tuple[str, str]]:
    """One-word values of `source` and `references` in data files."""
    for name, path in yaml_files().items():
        if not name.startswith((LEDGERS, "core/references/")):
            for value in _sources(read(path)):
                for part in value.split(";"):
                    pieces = [piece.strip() for piece in part.split(",")]
                    if not any(" " in piece for piece in pieces):  # else it is a sentence
                        yield from ((piece, name) for piece in pieces if piece)


def _sources(content: object) -> Iterator[str]:
    if isinstance(content, dict):
        for key, value in content.items():
            if key in SOURCE_FIELDS:
                yield from [value] if isinstance(value, str) else value if isinstance(value, list) else []
            else:
                yield from _sources(value)
    elif isinstance(content, list):
        for item in content:
            yield from _sources(item)


def unknown(pairs: Iterator[tuple[str, str]]) -> list[str]:
    """Keys that the bibliography does not have."""
    return sorted({f"{place}: `{key}`" for key, place in pairs if key not in bibliography()})


def test_no_key_stands_twice():
    assert len(bibliography()) > 40  # raises if two files define one key


def test_keys_of_the_code_exist():
    pairs = list(keys_in_code())
    assert len(pairs) > 20
    assert not unknown(iter(pairs)), listed(unknown(iter(pairs)))


def test_keys_of_docstrings_exist():
    pairs = list(keys_in_docstrings())
    assert len(pairs) > 30
    assert not unknown(iter(pairs)), listed(unknown(iter(pairs)))


def test_keys_of_the_explanations_exist():
    pages = (ROOT / "docs" / "explanation").glob("*.md")
    word = re.compile(r"\b[a-z]+(?:_[a-z]+)?\d{4}(?:-[a-z]+)?\b")
    pairs = [(key, page.name) for page in pages for key in word.findall(page.read_text(encoding="utf-8"))]
    assert len(pairs) > 20
    assert not unknown(iter(pairs)), listed(unknown(iter(pairs)))


def test_keys_of_the_data_exist():
    pairs = list(keys_in_data())
    assert len(pairs) > 30
    assert not unknown(iter(pairs)), listed(unknown(iter(pairs)))


def test_an_unknown_key_is_found():
    assert unknown(iter([("nobody1900", "here")])) == ["here: `nobody1900`"]
