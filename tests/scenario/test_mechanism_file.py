"""Mechanisms by name and from files: what is read, and the line of what is refused."""

import pathlib
import random
import re

import pytest

from boostglide.gas import load_mechanism
from boostglide.scenario import InputError, Refusal, find_mechanism, load_mechanism_file

TEXT = """\
format: boostglide-mechanism/1
name: oxygen
title: Dissociation of oxygen
references: ["A. Author, A paper, 2020"]
species: [O2, O]
units: {length: cm, quantity: mol}
reactions:
  - equation: O2 + M = O + O + M
    kind: dissociation
    factor: 2.0e21
    exponent: -1.5
    activation_temperature: 59500
    third_body: {O2: 1, O: 5}
    references: [park1993]
"""


@pytest.fixture
def write(tmp_path):
    """A file with a text; its path."""

    def put(text, name="mine.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return put


def test_a_file(write):
    mechanism = find_mechanism(write(TEXT))
    assert mechanism.name == "oxygen"
    assert mechanism.reactions[0].rate.factor == pytest.approx(2e15)


def test_the_example_of_the_documentation(write):
    page = pathlib.Path(__file__).parents[2] / "docs" / "reference" / "mechanism-files.md"
    first = re.search(r"^```yaml\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)[1]
    assert find_mechanism(write(first)) == find_mechanism(write(TEXT, "same.yaml"))


@pytest.mark.parametrize("count", [None, 5])
def test_a_name(count):
    assert find_mechanism("park2001", count) == load_mechanism("park2001", count)


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("factor: 2.0e21", "factor: -2.0e21", 10, "reactions.0.factor"),
        ("O2 + M = O + O + M", "O2 + M = O + M", 8, "reactions.0.equation"),
        ("O: 5}", "O: 5, N2: 1}", 13, "reactions.0.third_body.N2"),
        ("[O2, O]", "[O2, Ox]", 5, "species"),
        ("length: cm", "length: ell", 6, "units.length"),
        ("    references: [park1993]\n", "", 8, "reactions.0.references"),
        ("exponent: -1.5", "exponent: .nan", 11, "reactions.0.exponent"),
    ],
)
def test_faults_carry_their_line(write, old, new, line, field):
    assert old in TEXT
    with pytest.raises(InputError) as caught:
        find_mechanism(write(TEXT.replace(old, new)))
    (fault,) = caught.value.faults
    assert (fault.line, fault.field) == (line, field)
    assert str(fault).startswith(fault.file)


def test_all_faults_of_a_file(write):
    second = TEXT[TEXT.index("  - equation") :].replace("59500", "high")
    with pytest.raises(InputError) as caught:
        load_mechanism_file(write(TEXT.replace("2.0e21", "-1") + second))
    assert [fault.line for fault in caught.value.faults] == [10, 19]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("prak1993",), "did you mean `park1993`"),
        (("none",), "name a file that ends in .yaml"),
        (("park1993", 6), "5, 7 or 11"),
        (("park1993", 5, {"zeldovich": "no"}), "one of park1993, park2001"),
        (("park1993", 5, None, 2.0), "between 0 and 1"),
    ],
)
def test_refusals(arguments, message):
    with pytest.raises(Refusal, match=message):
        find_mechanism(*arguments)


def test_a_subset_that_a_file_cannot_give(write):
    with pytest.raises(Refusal, match="must name species of `oxygen`"):
        find_mechanism(write(TEXT), 5)


@pytest.mark.parametrize("text", ["", "[]", "- 1\n", "just text", "a: {b: [}", "x: !!python/object:a.b 1"])
def test_what_is_no_mechanism(write, text):
    with pytest.raises(InputError):
        find_mechanism(write(text))


def test_no_file(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        find_mechanism(str(tmp_path / "gone.yaml"))


def test_a_file_that_is_too_large(write):
    with pytest.raises(InputError, match="at most 500000 bytes"):
        find_mechanism(write(TEXT + "#" * 500_000))


def test_damaged_files_are_refused_or_read(write):
    """Random cuts and changes never raise anything but a fault."""
    chance = random.Random(4)
    for _ in range(150):
        letters = list(TEXT)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(letters))
            letters[place] = chance.choice("0123456789.-+eM{}[]:, \nxO2")
        try:
            find_mechanism(write("".join(letters)))
        except InputError as error:
            assert all(fault.line >= 0 for fault in error.faults)
