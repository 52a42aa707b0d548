import pytest

from boostglide.claims import RangeAssertion, load_ledger, quantities_of, sentences
from boostglide.scenario import InputError
from tests.claims.fakes import fake_studies

GOOD = """\
format: boostglide-ledger/1
name: small
title: A small ledger
summary: One claim.
assessed: 2026-11
sources:
  - {key: a, publisher: A, title: T, date: "2022", read: yes}
  - key: b
    publisher: B
    title: T
    date: undated
    read: second-hand
    derives_from:
      - {source: a, evidence: citation, detail: It cites it.}
studies:
  s: {validation: passed, regime: inside, parameters: published, because: It was checked}
claims:
  - id: X01
    statement: It goes far.
    topic: system
    appearances:
      - {source: b, stated: So.}
    quotes:
      - source: b
        text: It goes 40 km far.
    assertion:
      kind: range
      study: s
      quantity: reach
      unit: km
      interval: {at_least: "40 km"}
      reads_as: Far means 40 km.
    notes: None.
"""


def faults(tmp_path, text, known=None):
    path = tmp_path / "ledger.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_ledger(path, known)
    assert all(fault.file == str(path) for fault in raised.value.faults)
    return [(fault.line, fault.field) for fault in raised.value.faults]


def test_a_good_file_loads(tmp_path):
    path = tmp_path / "ledger.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert load_ledger(path, {"s": ["reach"]}).find_claim("X01").statement == "It goes far."


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        (
            "      - {source: b, stated: So.}",
            "      - {source: z, stated: So.}",
            22,
            "claims.0.appearances.0.source",
        ),
        ("{source: a, evidence", "{source: z, evidence", 14, "sources.1.derives_from.0.source"),
        ("key: b\n", "key: a\n", 8, "sources.1.key"),
        ("      - source: b\n", "      - source: a\n", 24, "claims.0.quotes.0.source"),
        ("text: It goes 40 km far.", "text: It goes far. It goes on.", 25, "claims.0.quotes.0.text"),
        ("study: s", "study: t", 28, "claims.0.assertion.study"),
        ("quantity: reach", "quantity: range", 29, "claims.0.assertion.quantity"),
        ('{at_least: "40 km"}', '{at_least: "40 km", at_most: "4 km"}', 31, "claims.0.assertion.interval"),
        ('{at_least: "40 km"}', '{at_least: "40 s"}', 31, "claims.0.assertion.interval"),
        ("unit: km\n", "unit: km\n      refused_part: anything\n", 31, "claims.0.assertion.refused_part"),
        ("notes: None.", "notes: It is likely (high confidence).", 33, "claims.0.notes"),
        ("notes: None.", "notes: Our DF-17 model says so.", 33, "claims.0.notes"),
        ("    topic: system", "    topic: other", 20, "claims.0.topic"),
        ("    statement: It goes far.\n", "", 18, "claims.0.statement"),
        ("    notes: None.", "    note: None.", 33, "claims.0.note"),
        ('date: "2022"', 'date: "22.1.2022"', 7, "sources.0.date"),
        (
            "- {source: a, evidence: citation, detail: It cites it.}",
            "- {source: b, evidence: citation, detail: It cites it.}",
            21,
            "claims.0.appearances",
        ),
    ],
)
def test_each_bad_input_has_a_fault_with_its_line(tmp_path, old, new, line, field):
    assert old in GOOD
    found = faults(tmp_path, GOOD.replace(old, new), {"s": ["reach"]})
    assert (line, field) in found


@pytest.mark.parametrize("name", ["X01", "x01"])
def test_a_second_claim_with_the_same_id_is_found(tmp_path, name):
    """Told apart without regard to case: IDs name files, and some systems do not tell them apart either."""
    first = GOOD[GOOD.index("  - id: X01") :].replace("X01", name)
    assert faults(tmp_path, GOOD + first) == [(34, "claims.1.id")]


@pytest.mark.parametrize("name", ["S02", "press-2021.3", "7", "A" * 40])
def test_claim_ids_are_plain(tmp_path, name):
    path = tmp_path / "ledger.yaml"
    path.write_text(GOOD.replace("id: X01", f'id: "{name}"'), encoding="utf-8")
    assert load_ledger(path).claims[0].id == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../X01",
        "a/b",
        "a b",
        ".a",
        "a.",
        "a..b",
        "a--b",
        "-a",
        "A" * 41,
        "ä",
        "a_b",
        "<b>",
        "a\\n",
        "٣",
        "CON:",
    ],
)
def test_other_claim_ids_are_refused(tmp_path, name):
    found = faults(tmp_path, GOOD.replace("id: X01", f'id: "{name}"'))
    assert found == [(18, "claims.0.id")]


UNITS = {"s": {"reach": "m", "share": ""}}


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("unit: km\n", "unit: s\n", 30, "claims.0.assertion.unit"),
        ("unit: km\n", "unit: cubits\n", 30, "claims.0.assertion.unit"),
        ("unit: km\n", 'unit: "-"\n', 30, "claims.0.assertion.unit"),
        (
            "reads_as: Far means 40 km.",
            "models: [{study: s, quantity: share, unit: km}]\n      reads_as: Far means 40 km.",
            32,
            "claims.0.assertion.models.0.unit",
        ),
        (
            "reads_as: Far means 40 km.",
            "alongside: [{study: s, quantity: reach, unit: kg}]\n      reads_as: Far means 40 km.",
            32,
            "claims.0.assertion.alongside.0.unit",
        ),
    ],
)
def test_units_must_be_of_the_kind_that_the_study_computes(tmp_path, old, new, line, field):
    assert (line, field) in faults(tmp_path, GOOD.replace(old, new), UNITS)


def test_units_of_the_kind_load(tmp_path):
    path = tmp_path / "ledger.yaml"
    path.write_text(GOOD.replace("unit: km\n", "unit: mile\n"), encoding="utf-8")
    load_ledger(path, UNITS)
    share = GOOD.replace("quantity: reach", "quantity: share").replace("unit: km\n", 'unit: "%"\n')
    path.write_text(share.replace('"40 km"', '"40 %"'), encoding="utf-8")
    load_ledger(path, UNITS)


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ('date: "2022"', 'date: "2022-13"', 7, "sources.0.date"),
        ('date: "2022"', 'date: "2022-02-30"', 7, "sources.0.date"),
        ('date: "2022"', 'date: "0000"', 7, "sources.0.date"),
        ('date: "2022"', 'date: "9999"', 7, "sources.0.date"),
        ("notes: None.", f"notes: {'long ' * 900}", 33, "claims.0.notes"),
        ('{at_least: "40 km"}', '{about: "40 km", plus_minus: "-4 km"}', 31, "claims.0.assertion.interval"),
        ('{at_least: "40 km"}', "{as_stated: 10 to 5 km}", 31, "claims.0.assertion.interval"),
        ('{at_least: "40 km"}', "{as_stated: 2.000 km}", 31, "claims.0.assertion.interval"),
    ],
)
def test_hostile_and_mistaken_values_are_refused(tmp_path, old, new, line, field):
    assert (line, field) in faults(tmp_path, GOOD.replace(old, new), {"s": ["reach"]})


def test_events_have_dates_of_the_calendar(tmp_path):
    head = GOOD[: GOOD.index("    assertion:")]
    first, then = ('{what: it, date: "2022-02-29", source: a}', '{what: it, date: "2024-02-29", source: a}')
    orders = (
        f"    assertion: {{kind: chronology, reads_as: So., orders: [{{first: {first}, then: {then}}}]}}\n"
    )
    assert faults(tmp_path, head + orders) == [(26, "claims.0.assertion.orders.0.first.date")]


def test_long_lists_are_refused(tmp_path):
    many = "".join("      - {source: b, text: It goes 40 km far.}\n" for _ in range(100))
    text = GOOD.replace("    quotes:\n", f"    quotes:\n{many}")
    assert faults(tmp_path, text) == [(23, "claims.0.quotes")]


def claimed(text):
    return GOOD.replace(
        "    assertion:", f"    claimed:\n      - {{source: b, means: reach, {text}}}\n    assertion:"
    )


def test_numbers_must_be_read_in_one_way(tmp_path):
    for text in ("text: 2.000 km", 'text: "3,000 degrees"', "text: 2.000 km, language: xx"):
        assert faults(tmp_path, claimed(text)) == [(27, "claims.0.claimed.0.text")]
    path = tmp_path / "ledger.yaml"
    for text in (
        "text: 2.000 km, language: de",
        "text: 2.000 km, decimals: point",
        'text: "3,000 degrees", unit: degF',
    ):
        path.write_text(claimed(text), encoding="utf-8")
        load_ledger(path)


def test_the_stated_language_of_a_source_counts(tmp_path):
    path = tmp_path / "ledger.yaml"
    german = claimed("text: 2.000 km").replace("date: undated", "date: undated\n    language: de")
    path.write_text(german, encoding="utf-8")
    ledger = load_ledger(path)
    assert ledger.claims[0].claimed[0].read_in("de").value == 2000.0
    assert ledger.find_source("b").stated_language == "de" and ledger.find_source("a").stated_language is None


def test_all_faults_come_together(tmp_path):
    text = GOOD.replace("study: s", "study: t").replace("source: a, evidence", "source: z, evidence")
    assert len(faults(tmp_path, text)) == 2


def test_other_kinds_of_assertion_are_checked(tmp_path):
    head = GOOD[: GOOD.index("    assertion:")]
    refusal = head + "    assertion: {kind: refusal, refusal: anything}\n"
    assert faults(tmp_path, refusal) == [(26, "claims.0.assertion.refusal")]
    pairs = (
        head
        + '    assertion: {kind: conversion, reads_as: So., pairs: [{stated: "3 km", equals: "3 years"}]}\n'
    )
    assert faults(tmp_path, pairs) == [(26, "claims.0.assertion.pairs.0")]
    event = '{what: it, date: "2022", source: z}'
    orders = (
        head
        + f"    assertion: {{kind: chronology, reads_as: So., orders: [{{first: {event}, then: {event}}}]}}\n"
    )
    assert len(faults(tmp_path, orders)) == 2


def test_the_bundled_ledger_is_complete(ledger):
    counts = {"D": 17, "S": 14, "T": 10, "W": 10, "P": 4, "E": 4, "K": 9}
    expected = {f"{letter}{number:02d}" for letter, count in counts.items() for number in range(1, count + 1)}
    names = [claim.id for claim in ledger.claims]
    assert len(names) == 68
    assert set(names) == expected
    for claim in ledger.claims:
        assert claim.statement.endswith(".")
        assert len(sentences(claim.statement)) == 1
        assert claim.would_change or claim.assertion.kind in ("documentary", "refusal", "conversion")


def test_the_bundled_ledger_names_only_known_quantities():
    known = {name: list(result.quantities) for name, result in fake_studies().items()}
    load_ledger(known=known)


def test_each_interval_of_the_bundled_ledger_has_a_kind_of_unit(ledger):
    rows = [each for claim in ledger.claims for each in quantities_of(claim.assertion)]
    assert len(rows) > 50
    for claim in ledger.claims:
        if isinstance(claim.assertion, RangeAssertion):
            low, high = claim.assertion.interval.bounds(claim.assertion.unit)
            assert low < high
