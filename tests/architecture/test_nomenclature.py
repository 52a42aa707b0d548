"""One name, one quantity, one unit; and names are words."""

import collections
import re

from tests.architecture.source import ROOT, Public, listed, public_api

PAGE = ROOT / "docs" / "reference" / "nomenclature.md"
COMMON = 3
"""Functions that share a parameter name before it must be listed."""

BANNED = frozenset(
    "acc accel alt ang aoa arr atm azi calc cd cfg cl coef coeff dens dist dyn elev fn fpa freq func gam "
    "grav hdg idx init lat ld lng lon num param params pos pres psi qbar ref rho sos spd temp tmp traj "
    "tstop val vel visc wt".split()
)
"""Abbreviations that do not stand in public signatures."""

RATIOS = {"facility.Similarity": "every field is the value of the tunnel over that of the flight"}
"""Classes whose fields are named after a quantity and hold a ratio of it."""


def listed_units() -> dict[str, str]:
    """Unit by name, as the page lists it."""
    rows = re.findall(r"^\| `(\w+)` \|([^|]*)\|", PAGE.read_text(encoding="utf-8"), re.M)
    names = [name for name, _ in rows]
    assert len(names) == len(set(names)), "A name is listed twice."
    return {name: unit.strip() for name, unit in rows}


def conflicts(api: tuple[Public, ...], units: dict[str, str]) -> list[str]:
    """Parameters whose unit in the docstring is not that of the page."""
    return [
        f"{entry.name}: `{name}` is listed in [{units[name]}], but the docstring says {found}"
        for entry in api
        if entry.name.rpartition(".")[0] not in RATIOS and entry.name not in RATIOS
        for name in entry.parameters
        if units.get(name) and entry.is_numeric(name)
        if (found := entry.described.get(name)) and units[name] not in found and found != ("any",)
    ]


def test_common_parameters_are_listed():
    used = collections.defaultdict(set)
    for entry in public_api():
        if entry.kind != "class":
            for name in entry.parameters:
                used[name].add(entry.name)
    common = {name: places for name, places in used.items() if len(places) >= COMMON}
    missing = sorted(set(common) - set(listed_units()))
    faults = [
        f"`{name}` is shared by {len(common[name])}: {', '.join(sorted(common[name])[:4])}"
        for name in missing
    ]
    assert len(common) > 30
    assert not faults, f"Add these to {PAGE.relative_to(ROOT)}; " + listed(faults)


def test_units_agree():
    faults = conflicts(public_api(), listed_units())
    assert not faults, listed(faults)


def test_a_wrong_unit_is_found():
    text = "Fall.\n\nParameters\n----------\naltitude\n    How high [km].\n"
    wrong = Public("planet.fall", "function", text, {"altitude": "Scalar"})
    assert conflicts((wrong,), listed_units())


def test_listed_names_are_in_use():
    used = {name for entry in public_api() for name in entry.parameters}
    idle = sorted(set(listed_units()) - used)
    assert not idle, f"Nothing public is called {', '.join(idle)}."


def test_names_are_words():
    faults = [
        f"{entry.name}: `{name}`"
        for entry in public_api()
        for name in [*entry.parameters, entry.name.rpartition(".")[2]]
        if BANNED & set(re.findall(r"[a-z]+", re.sub(r"([A-Z])", r"_\1", name).lower()))
    ]
    assert not faults, "Write the words out; " + listed(faults)
