"""What the reading of a mechanism refuses, one by one, and what it says about it."""

import copy
import math

import pytest

from boostglide.core import load_yaml
from boostglide.gas import ReactionFault, load_mechanism, mechanism_from

GOOD = {
    "format": "boostglide-mechanism/1",
    "name": "oxygen",
    "title": "Oxygen",
    "references": ["A. Author, A paper, 2020"],
    "species": ["O2", "O", "O2+", "e-"],
    "units": {"length": "cm", "quantity": "mol"},
    "reactions": [
        {
            "equation": "O2 + M = O + O + M",
            "kind": "dissociation",
            "factor": 2e21,
            "exponent": -1.5,
            "activation_temperature": 59500,
            "third_body": {"O2": 1, "O": 5, "O2+": 1, "e-": 0},
            "references": ["park1993"],
        },
        {
            "equation": "O + O = O2+ + e-",
            "kind": "associative-ionisation",
            "factor": 710.0,
            "exponent": 2.7,
            "activation_temperature": 80600,
            "references": ["park1993"],
        },
    ],
}


def changed(field, value):
    """The good content with one field replaced; a dotted path, list positions as numbers."""
    content = copy.deepcopy(GOOD)
    *path, last = [int(part) if part.isdigit() else part for part in field.split(".")]
    holder = content
    for part in path:
        holder = holder[part]
    if value is ...:
        del holder[last]
    elif isinstance(holder, list) and last == len(holder):
        holder.append(value)
    else:
        holder[last] = value
    return content


def first(field, value):
    """As `changed`, below the first reaction."""
    return changed(f"reactions.0.{field}", value)


def test_the_good_one_is_read():
    mechanism = mechanism_from(GOOD)
    assert [each.rate.factor for each in mechanism.reactions] == pytest.approx([2e15, 7.1e-4])
    assert mechanism.reactions[0].third_body == {"O2": 1.0, "O": 5.0, "O2+": 1.0, "e-": 0.0}


@pytest.mark.parametrize(
    ("length", "quantity", "factor"),
    [("m", "mol", 2e15), ("m", "kmol", 2e18), ("cm", "molecule", 2e21 / 6.02214076e23)],
)
def test_units(length, quantity, factor):
    content = first("factor", factor)
    content["units"] = {"length": length, "quantity": quantity}
    del content["reactions"][1]
    assert mechanism_from(content).reactions[0].rate.factor == pytest.approx(2e15, rel=1e-12)


def test_fixed_controlling_temperatures():
    mechanism = mechanism_from(first("forward_temperature", [0.7, 0.3]))
    assert mechanism.reactions[0].forward_temperature.vibrational_exponent == 0.3


CASES = {
    "unbalanced elements": (first("equation", "O2 + M = O + M"), 1, "equation", "-1 O on the right"),
    "unbalanced charge": (
        changed("reactions.1.equation", "O + O = O2 + e-"),
        2,
        "equation",
        "-1 charge on the right",
    ),
    "unknown species": (first("equation", "O3 + M = O2 + O + M"), 1, "equation", 'found "O3"'),
    "species without thermodynamics": (changed("species.4", "O2x"), None, "species", "did you mean `O2`"),
    "species twice": (changed("species.4", "O2"), None, "species", '"O2" twice'),
    "one-sided third body": (first("equation", "O2 + M = O + O"), 1, "equation", "one third body"),
    "no blanks": (first("equation", "O2+M=O+O+M"), 1, "equation", "two sides"),
    "nothing changes": (first("equation", "O2 + M = O2 + M"), 1, "equation", "something that changes"),
    "many particles": (first("equation", "O2 + O2 + O2 = 4 O + O2"), 1, "equation", "1 to 4 particles"),
    "negative factor": (first("factor", -1.0), 1, "factor", "a positive number"),
    "zero factor": (first("factor", 0.0), 1, "factor", "a positive number"),
    "factor that is no number": (first("factor", math.nan), 1, "factor", "found nan"),
    "infinite factor": (first("factor", math.inf), 1, "factor", "found inf"),
    "factor in words": (first("factor", "2e21"), 1, "factor", "write a plain number"),
    "true is no number": (first("exponent", True), 1, "exponent", "write a plain number"),
    "absurd exponent": (first("exponent", 400), 1, "exponent", "from -20 to 20"),
    "absurd coefficient": (first("factor", 2e39), 1, "factor", "check the units"),
    "integer beyond floats": (first("factor", 10**5000), 1, "factor", "a positive number"),
    "absurd activation": (first("activation_temperature", 1e9), 1, "activation_temperature", "1e+06"),
    "missing field": (first("exponent", ...), 1, "exponent", "add `exponent: ...`"),
    "unknown field": (first("activation", 1.0), 1, "activation", "did you mean `activation_temperature`"),
    "third body outside": (first("third_body.N2", 1.0), 1, "third_body.N2", "one of O2, O, O2+, e-"),
    "third body incomplete": (first("third_body.O", ...), 1, "third_body.O", "an efficiency"),
    "negative efficiency": (first("third_body.O", -1), 1, "third_body.O", "from 0 to 1e+06"),
    "third body missing": (first("third_body", ...), 1, "third_body", "efficiency of every species"),
    "third body for nobody": (
        changed("reactions.1.third_body", {"O2": 1.0}),
        2,
        "third_body",
        "no such field without `M`",
    ),
    "colliders of no effect": (
        first("third_body", {"O2": 0, "O": 0, "O2+": 0, "e-": 0}),
        1,
        "third_body",
        "efficiencies of zero only",
    ),
    "no citation": (first("references", ...), 1, "references", "the publication of the numbers"),
    "empty citation": (first("references", []), 1, "references", "the publication of the numbers"),
    "citation of an unknown key": (
        first("references", ["park1939"]),
        1,
        "references",
        "did you mean `park1993`",
    ),
    "mechanism without citation": (changed("references", ...), None, "references", "the publication"),
    "unknown kind": (first("kind", "disociation"), 1, "kind", "did you mean `dissociation`"),
    "kind against electrons": (changed("reactions.1.kind", "exchange"), 2, "kind", "a kind of ionisation"),
    "kind without electrons": (
        first("kind", "electron-impact-dissociation"),
        1,
        "kind",
        "where an electron collides",
    ),
    "kind against particles": (first("kind", "exchange"), 1, "kind", "equal particle numbers"),
    "same reaction again": (changed("reactions.2", GOOD["reactions"][1]), 3, "equation", "reaction 2 again"),
    "backward again": (
        changed("reactions.2", {**GOOD["reactions"][1], "equation": "O + O = e- + O2+"}),
        3,
        "equation",
        "reaction 2 again",
    ),
    "collider that M covers": (
        changed(
            "reactions.2",
            {
                **{key: each for key, each in GOOD["reactions"][0].items() if key != "third_body"},
                "equation": "O2 + O = O + O + O",
            },
        ),
        3,
        "equation",
        "reaction 1 again",
    ),
    "range upside down": (first("valid_temperatures", [3000, 300]), 1, "valid_temperatures", "swap them"),
    "powers that do not sum to one": (
        first("forward_temperature", [0.5, 0.7]),
        1,
        "forward_temperature",
        "sum to 1",
    ),
    "no reactions": (changed("reactions", []), None, "reactions", "1 to 200 reactions"),
    "too many reactions": (
        changed("reactions", GOOD["reactions"] * 101),
        None,
        "reactions",
        "1 to 200 reactions",
    ),
    "text for reactions": (changed("reactions", "all"), None, "reactions", "1 to 200 reactions"),
    "text for a reaction": (changed("reactions.0", "O2 = O + O"), 1, "reaction", "a mapping"),
    "other format": (changed("format", "boostglide-mechanism/2"), None, "format", "boostglide-mechanism/1"),
    "unknown unit": (changed("units.length", "km"), None, "units.length", "one of cm, m"),
    "long title": (changed("title", "x" * 500), None, "title", "1 to 200 letters"),
    "an option of no variant": (first("options", {"a": {"b": {}}}), 1, "options.a", "found"),
}


@pytest.mark.parametrize("name", CASES)
def test_refusals(name):
    content, number, field, words = CASES[name]
    with pytest.raises(ReactionFault) as caught:
        mechanism_from(content)
    fault = caught.value
    assert (fault.number, fault.field) == (number, field)
    assert words in str(fault)
    assert "\n" not in str(fault)


@pytest.mark.parametrize("content", [None, 3, "text", [], [1, 2]])
def test_content_that_is_no_mapping(content):
    with pytest.raises(ReactionFault, match="a mapping"):
        mechanism_from(content)


def test_all_faults_are_reported():
    content = first("factor", -1.0)
    content["reactions"][1]["exponent"] = "much"
    with pytest.raises(ReactionFault) as caught:
        mechanism_from(content)
    assert [(each.number, each.field) for each in (caught.value, *caught.value.others)] == [
        (1, "factor"),
        (2, "exponent"),
    ]
    assert caught.value.place == ("reactions", 0, "factor")


def with_variant(**replaced):
    """The good content with one variant whose second option replaces fields of the first reaction."""
    content = first("options", {"speed": {"fast": replaced}})
    options = {name: {"note": "as given", "references": ["park1993"]} for name in ("slow", "fast")}
    content["variants"] = {"speed": {"title": "Speed", "options": options}}
    return content


def test_a_variant_replaces_fields():
    content = with_variant(factor=4e21, note="twice")
    assert mechanism_from(content).reactions[0].rate.factor == pytest.approx(2e15)
    faster = mechanism_from(content, {"speed": "fast"})
    assert faster.reactions[0].rate.factor == pytest.approx(4e15)
    assert faster.reactions[0].note == "twice"


def test_a_variant_removes_a_reaction():
    content = with_variant(present=False)
    assert len(mechanism_from(content).reactions) == 2
    assert len(mechanism_from(content, {"speed": "fast"}).reactions) == 1


def test_fields_of_options_are_checked_even_where_not_chosen():
    with pytest.raises(ReactionFault, match=r"options\.speed\.fast\.fastness"):
        mechanism_from(with_variant(fastness=1.0))


def test_a_variant_needs_two_options():
    content = with_variant(factor=1e21)
    del content["variants"]["speed"]["options"]["slow"]
    with pytest.raises(ReactionFault, match="the default first"):
        mechanism_from(content)


def test_a_bundled_mechanism_survives_a_round_through_its_content():
    content = load_yaml("gas/mechanisms/park1993.yaml")
    assert mechanism_from(content) == load_mechanism("park1993")
