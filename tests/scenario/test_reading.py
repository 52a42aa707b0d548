"""YAML text to data with lines, and what is refused on the way."""

import os
import time

import pytest
from ruamel.yaml import YAML

from boostglide.scenario import InputError
from boostglide.scenario.reading import parse_document, read_document


def fault(text):
    with pytest.raises(InputError) as error:
        parse_document(text, "x.yaml")
    return error.value.faults[0]


def test_data_agree_with_an_ordinary_loader():
    text = """
a: 1
b: [1.5, -2e3, true, null, text, "1", '2.5', .inf, 0x10]
c:
  - {d: yes, "e f": ~}
  - |
    two
    lines
g: &anchor {h: 1}
i: *anchor
"""
    ours = parse_document(text).data
    theirs = YAML(typ="safe", pure=True).load(text)
    theirs["b"][-1] = "0x10"  # hexadecimal numbers stay text here
    assert ours == theirs


def test_every_key_and_entry_keeps_its_line():
    document = parse_document("# comment\na: 1\nb:\n  c:\n    - 1\n    - d: 2\n")
    expected = {
        ("a",): 2,
        ("b",): 3,
        ("b", "c"): 4,
        ("b", "c", 0): 5,
        ("b", "c", 1): 6,
        ("b", "c", 1, "d"): 6,
    }
    assert {place: line for place, line in document.lines.items() if place} == expected
    assert document.line(("b", "c", 1, "missing")) == 6


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "an empty file"),
        ("# only a comment\n", 1, "an empty file"),
        ("~", 1, "an empty file"),
        ("a: 1\na: 2\n", 2, "`a` again (first on line 1)"),
        ("a: [1, 2\nb: 3\n", 2, "YAML"),
        ("a: b: c\n", 1, "YAML"),
        ("a:\n\t- 1\n", 2, "YAML"),
        ("a: !!python/object:os.system x\n", 1, "the tag"),
        ("a: !custom {b: 1}\n", 1, "the tag"),
        ("a: *nowhere\n", 1, "an alias"),
        ("a: &x [*x]\n", 1, "an alias"),
        ("? [1, 2]\n: 3\n", 1, "a word as key"),
        ("a: 1\n---\nb: 2\n", 2, "one document"),
        ('a: "\\UFFFFFFFF"\n', 0, "YAML"),
        ("a: \x00\n", 0, "YAML"),
        ("[" * 40, 1, "32 levels"),
    ],
)
def test_refuses_with_a_line(text, line, words):
    found = fault(text)
    assert words in str(found)
    assert found.line == line
    assert "\n" not in str(found)


def test_duplicate_keys_are_reported_together():
    with pytest.raises(InputError) as error:
        parse_document("a: 1\nb: 2\na: 3\nb: 4\n")
    assert [found.line for found in error.value.faults] == [3, 4]


def test_an_expansion_bomb_is_refused_quickly():
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    started = time.perf_counter()
    assert "more by aliases" in str(fault("\n".join(levels)))
    assert time.perf_counter() - started < 5


def test_files_that_cannot_be_read_are_faults(tmp_path):
    large, latin, pipe = tmp_path / "large.yaml", tmp_path / "latin.yaml", tmp_path / "pipe"
    large.write_text("a: " + "x" * 200)
    latin.write_bytes("a: 1\nb: é\n".encode("latin-1"))
    os.mkfifo(pipe)
    cases = {
        tmp_path / "none.yaml": "no such file",
        tmp_path: "a directory",
        large: "a larger file",
        latin: ":2: file: expected UTF-8 text, found the byte 0xe9",
        pipe: "a directory or device",
        "a\0b": "null",
        "/dev/zero": "device",
    }
    for path, words in cases.items():
        with pytest.raises(InputError) as error:
            read_document(path, max_bytes=100)
        assert words in str(error.value), path


def test_a_byte_order_mark_is_no_fault(tmp_path):
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_document(path).data == {"a": 1}
