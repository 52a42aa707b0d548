"""Faults of a validated file, all together, each with its line and advice."""

from typing import Annotated, Literal

import pydantic
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boostglide.scenario import (
    Fault,
    FrozenModel,
    InputError,
    Scenario,
    load_document,
    load_text,
    quantity_field,
)
from tests.scenario.examples import BOOSTER, STATE, faults


class Claim(FrozenModel):
    kind: Literal["interval"]
    width: quantity_field("length")


class Word(FrozenModel):
    kind: Literal["word"]
    word: str


class Ledger(FrozenModel):
    title: str
    year: int = 2022
    claims: tuple[Annotated[Claim | Word, pydantic.Field(discriminator="kind")], ...]


GOOD = """\
title: A ledger
claims:
  - kind: interval
    width: 24 mi
  - kind: word
    word: far
"""


def ledger_faults(text):
    with pytest.raises(InputError) as error:
        load_text(text, Ledger, "ledger.yaml")
    return error.value.faults


def test_a_good_file_becomes_a_frozen_object(tmp_path):
    path = tmp_path / "ledger.yaml"
    path.write_text(GOOD)
    ledger = load_document(path, Ledger)
    assert ledger.claims[0].width.value == pytest.approx(38_624.256)
    with pytest.raises(pydantic.ValidationError):
        ledger.title = "other"


def test_all_faults_come_together_in_the_order_of_lines():
    text = GOOD.replace("24 mi", "24 kg").replace("word: far", "wordx: far").replace("title", "titlex")
    found = ledger_faults(text)
    assert [(fault.line, fault.field) for fault in found] == [
        (1, "title"),
        (1, "titlex"),
        (4, "claims.0.width"),
        (5, "claims.1.word"),
        (6, "claims.1.wordx"),
    ]
    assert found[1].advice == "did you mean `title`?"
    assert found[4].advice == "did you mean `word`?"
    assert found[0].advice == "add `title: ...`"
    assert str(found[2]) == (
        'ledger.yaml:4: claims.0.width: expected a length, found "24 kg", which is a mass; '
        'write for example "24 mi"'
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "words"),
    [
        ("kind: word", "kind: wordx", 5, "claims.1", "did you mean `word`?"),
        ("kind: word", "other: 1", 5, "claims.1.kind", "add `kind: ...`"),
        ("title: A ledger", "title: [1]", 1, "title", "a valid string"),
        ("title: A ledger", "title: x\nyear: soon", 2, "year", "a valid integer"),
        ("claims:", "year: .nan\nclaims:", 2, "year", "finite number"),
        ("word: far", "word:", 6, "claims.1.word", "found nothing"),
    ],
)
def test_each_kind_of_fault_has_its_words(old, new, line, field, words):
    (found,) = ledger_faults(GOOD.replace(old, new, 1))
    assert (found.line, found.field) == (line, field)
    assert words in str(found)


@pytest.mark.parametrize(
    ("text", "words"), [("- 1\n- 2\n", "a list of 2"), ("just text\n", "just text"), ("3", "3")]
)
def test_another_top_level_type_is_a_fault(text, words):
    (found,) = ledger_faults(text)
    assert "expected a mapping" in str(found)
    assert words in found.found


def test_a_comma_inside_braces_gets_fitting_advice():
    text = STATE.replace('{value: "5,000 kg/m^2 ± 10 %"', "{value: 5,000 kg/m^2")
    assert any("put quotes" in fault.advice for fault in faults(text))


def test_a_fault_is_one_line_whatever_it_shows():
    fault = Fault("a\nb", 1, "f", "x", "y\r\n\x1b[31m", "z")
    assert str(fault) == "a\\nb:1: f: expected x, found y\\r\\n\\x1b[31m; z"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_mutation_of_a_file_raises_anything_but_an_input_error(data):
    text = data.draw(st.sampled_from([STATE, BOOSTER]))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 12))
        piece = data.draw(
            st.one_of(
                st.text(max_size=6),
                st.sampled_from(
                    [
                        "[",
                        "]",
                        "{",
                        "}",
                        ": ",
                        "\n",
                        "\n  ",
                        "- ",
                        "&a ",
                        "*a",
                        "!!x ",
                        "%",
                        "|",
                        "1e999",
                        "-",
                        "null",
                    ]
                ),
                st.sampled_from(
                    ["nan", ".inf", "0 kg", "Mach 5", "± 300 %", "discrete", "9" * 400, "\\x00", "\ud7ff"]
                ),
            )
        )
        text = text[:place] + piece + text[place + length :]
    try:
        assert load_text(text, Scenario).sample(2).size == 2
    except InputError as error:
        assert error.faults
        assert all("\n" not in str(fault) for fault in error.faults)
