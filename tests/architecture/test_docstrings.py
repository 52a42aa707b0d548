"""Every public function and class says what it does, and in which unit each of its numbers is."""

import re

from tests.architecture.source import Public, described_parameters, listed, public_api, states_unit
from tests.architecture.test_nomenclature import listed_units

WITHOUT_UNITS = ("scenario", "claims", "study", "report", "cli")
"""Areas above the physics: units are data there, so that numbers of any unit pass through."""


def is_checked(entry: Public) -> bool:
    """Whether numbers of this function or class need units in brackets."""
    return entry.name.split(".")[0] not in WITHOUT_UNITS


def documented_above(entry: Public, api: tuple[Public, ...]) -> str:
    """The docstring of the method in an abstract base class, or nothing."""
    owner, _, method = entry.name.rpartition(".")
    bases = next((each.bases for each in api if each.name == owner), ())
    texts = [each.docstring for each in api for base in bases if each.name.endswith(f".{base}.{method}")]
    return "\n".join(texts)


def test_docstrings_open_with_a_sentence():
    faults = []
    for entry in public_api():
        opening = entry.docstring.split("\n\n")[0]
        if not opening.endswith((".", ":")):
            faults.append(f"{entry.name}: {opening[:60]!r}")
    assert not faults, listed(faults)


def test_functions_name_their_parameters():
    faults = [
        f"{entry.name}: {', '.join(missing)}"
        for entry in public_api()
        if entry.kind == "function" and len(entry.parameters) > 0
        if (missing := [name for name in entry.parameters if not _is_named(entry, name)])
    ]
    assert not faults, "Parameters without an entry; " + listed(faults)


def _is_named(entry: Public, name: str) -> bool:
    """In the section `Parameters`; a function of one sentence may name its parameters in that sentence."""
    return name in entry.described or ("\n\n" not in entry.docstring and bool(entry.docstring))


def test_numbers_of_functions_have_units():
    faults = []
    for entry in public_api():
        if entry.kind == "function" and is_checked(entry):
            numeric = [name for name in entry.parameters if entry.is_numeric(name)]
            if entry.described:
                numeric = [name for name in numeric if not entry.described.get(name)]
            elif states_unit(entry.docstring):
                continue
            faults += [f"{entry.name}: {name}" for name in numeric]
    assert not faults, "Numbers without a unit; " + listed(faults)


def test_methods_with_numbers_state_units():
    """In brackets, in the abstract class, or by names that the nomenclature lists."""
    api, listed_names = public_api(), listed_units()
    faults = [
        f"{entry.name}({', '.join(entry.parameters)})"
        for entry in api
        if entry.kind == "method" and is_checked(entry)
        if any(entry.is_numeric(name) and not listed_names.get(name) for name in entry.parameters)
        if not states_unit(entry.docstring + documented_above(entry, api))
    ]
    assert not faults, "Methods without a unit; " + listed(faults)


def test_fields_of_classes_are_described():
    faults = []
    for entry in public_api():
        if entry.kind == "class" and is_checked(entry):
            for name in entry.parameters:
                if name in entry.described:
                    missing = "unit" if entry.is_numeric(name) and not _has_unit(entry, name) else ""
                else:
                    missing = "" if _is_one_sentence(entry) else "entry"
                faults += [f"{entry.name}: {name} has no {missing}"] if missing else []
    assert not faults, listed(faults)


def _is_one_sentence(entry: Public) -> bool:
    return not entry.described and "\n\n" not in entry.docstring


def _has_unit(entry: Public, name: str) -> bool:
    return bool(entry.described[name])


def test_numbers_returned_have_units():
    faults = [
        entry.name
        for entry in public_api()
        if entry.kind == "function"
        and is_checked(entry)
        and re.match(r"(Scalar|Time|Vector3|float)\b", entry.returns)
        if not states_unit(_returned(entry.docstring))
    ]
    assert not faults, "Returned numbers without a unit; " + listed(faults)


def _returned(docstring: str) -> str:
    """The section `Returns`, else the opening sentence."""
    section = re.search(r"^Returns\n-+\n(.*?)(?=^\S[^\n]*\n-{3,}|\Z)", docstring, re.M | re.S)
    return section[1] if section else docstring.split("\n\n")[0]


def test_the_parser_of_docstrings_can_tell_good_from_bad():
    entries = "Parameters\n----------\na, b\n    Two lengths [m], [km].\nc\n    A name."
    text = f"Sum.\n\n{entries}\n\nReturns\n-------\nScalar\n    [m]."
    assert described_parameters(text) == {"a": ("m",), "b": ("km",), "c": ()}
