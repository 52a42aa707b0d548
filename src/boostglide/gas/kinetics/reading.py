"""A mechanism from plain data: checked reaction by reaction, chosen among its variants, converted to SI.

Content may come from anyone: sizes, names and numbers are bounded, and everything that is wrong is reported.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from typing import Any

from boostglide.core import AVOGADRO
from boostglide.gas.kinetics.consistency import check_kind, doubled
from boostglide.gas.kinetics.equation import imbalance, sides
from boostglide.gas.kinetics.fault import ReactionFault, near, shown
from boostglide.gas.kinetics.fields import Fields
from boostglide.gas.kinetics.particles import known_species
from boostglide.gas.kinetics.reaction import (
    TRANSLATIONAL,
    VIBRATIONAL,
    ArrheniusRate,
    ControllingTemperature,
    Mechanism,
    Reaction,
)
from boostglide.gas.kinetics.variants import chosen_fields, read_variants, selected

FORMAT = "boostglide-mechanism/1"
MOST_REACTIONS = 200
MOST_SPECIES = 30
LARGEST_COEFFICIENT = 1e22
"""A rate coefficient above it, in m^3, mol and s, is a mistake of units: no collision is so frequent."""

_MECHANISM = (
    "description", "source", "licence", "format", "name", "title", "note", "references", "species", "units",
    "variants", "reactions",
)  # fmt: skip
_REACTION = (
    "equation", "kind", "factor", "exponent", "activation_temperature", "third_body", "references",
    "valid_temperatures", "forward_temperature", "backward_temperature", "note", "present", "options",
)  # fmt: skip
_VOLUME = {"cm": 1e-6, "m": 1.0}
_QUANTITY = {"mol": 1.0, "kmol": 1e3, "molecule": 1.0 / AVOGADRO.value}


@dataclasses.dataclass(frozen=True)
class _Setting:
    """What every reaction of one mechanism shares."""

    species: tuple[str, ...]
    volume: float
    variants: dict[str, str]
    options: dict[str, tuple[str, ...]]
    exponent: float


def mechanism_from(
    content: Mapping[str, Any],
    variants: Mapping[str, str] | None = None,
    dissociation_exponent: float = 0.5,
) -> Mechanism:
    """A mechanism from the content of a mechanism file, which nobody need trust.

    Parameters
    ----------
    content
        Mappings, lists, texts and numbers in the format `boostglide-mechanism/1`.
    variants
        Option by variant, for those that shall differ from their default.
    dissociation_exponent
        Power s of the translational temperature in T^s Tv^(1-s), which controls dissociation [-]; 0 to 1.

    Returns
    -------
    The mechanism with rates in m^3, mol and s.

    Raises
    ------
    ReactionFault
        If the content is no mechanism: unknown fields or species, unbalanced elements or charge, numbers that
        are negative, not finite or absurd, a reaction that stands twice, third bodies that are missing or
        unknown, missing citations. Further faults are in its `others`.
    ValueError
        If an option or the exponent does not exist.
    """
    if not 0 <= dissociation_exponent <= 1:
        raise ValueError(
            f"Argument `dissociation_exponent` must lie between 0 and 1, but is {dissociation_exponent:g}."
        )
    fields = Fields(content, _MECHANISM)
    if (found := fields.get("format", FORMAT)) != FORMAT:
        raise fields.fault("format", FORMAT, shown(found), f"write `format: {FORMAT}`")
    name, title = fields.text("name", 60), fields.text("title", 200)
    references = fields.citations()
    species, volume = _species(fields), _volume(fields)
    available = read_variants(fields)
    taken = selected(name, available, variants)
    options = {each.name: tuple(option.name for option in each.options) for each in available}
    reactions = _reactions(fields, _Setting(species, volume, taken, options, dissociation_exponent))
    note = fields.text("note", 4000, default="")
    return Mechanism(
        name, title, species, reactions, references, taken, available, dissociation_exponent, note
    )


def _species(fields: Fields) -> tuple[str, ...]:
    names = fields.names("species", MOST_SPECIES)
    for name in names:
        if name not in known_species():
            advice = near(name, known_species())
            raise fields.fault("species", "species with known thermodynamics", shown(name), advice)
    return names


def _volume(fields: Fields) -> float:
    """Volume per quantity of the units of the file over m^3/mol."""
    units = Fields(fields.get("units", "a mapping"), ("length", "quantity"), prefix="units")
    return _VOLUME[units.one_of("length", _VOLUME)] / _QUANTITY[units.one_of("quantity", _QUANTITY)]


def _reactions(fields: Fields, setting: _Setting) -> tuple[Reaction, ...]:
    listed = fields.get("reactions", "a list of reactions")
    if not isinstance(listed, Sequence) or isinstance(listed, str) or not 0 < len(listed) <= MOST_REACTIONS:
        raise fields.fault(
            "reactions", f"a list of 1 to {MOST_REACTIONS} reactions", shown(listed), "shorten the mechanism"
        )
    found: dict[int, Reaction] = {}
    faults: list[ReactionFault] = []
    for number, content in enumerate(listed, 1):
        try:
            reaction = _reaction(Fields(content, _REACTION, number), setting)
        except ReactionFault as fault:
            faults.append(fault)
        else:
            if reaction is not None:
                found[number] = reaction
    faults += doubled(found)
    if not found and not faults:
        faults.append(fields.fault("reactions", "a reaction", "none with these options", "choose others"))
    if faults:
        faults[0].others = tuple(faults[1:])
        raise faults[0]
    return tuple(found.values())


def _reaction(fields: Fields, setting: _Setting) -> Reaction | None:
    fields = chosen_fields(fields, setting.variants, setting.options)
    equation, reactants, products, has_body = _equation(fields, setting.species)
    third_body = _third_body(fields, setting.species, has_body)
    kind = check_kind(fields, reactants, products, has_body)
    order = sum(reactants.values()) + has_body
    forward, backward = _temperatures(kind, setting.exponent)
    reaction = Reaction(
        equation,
        reactants,
        products,
        _rate(fields, setting.volume ** (order - 1)),
        third_body,
        kind,
        _controlling(fields, "forward_temperature") or forward,
        _controlling(fields, "backward_temperature") or backward,
        fields.citations(),
        _range(fields),
        fields.text("note", 2000, default=""),
    )
    return reaction if fields.content.get("present", True) is True else None


def _equation(fields: Fields, species: tuple[str, ...]) -> tuple[str, dict[str, int], dict[str, int], bool]:
    text = fields.text("equation", 80)
    try:
        reactants, products, has_body = sides(text)
    except ValueError as error:
        advice = "write it as `N2 + M = N + N + M`"
        raise fields.fault("equation", str(error), shown(text), advice) from None
    for name in (*reactants, *products):
        if name not in species:
            raise fields.fault("equation", "species of the mechanism", shown(name), near(name, species))
    surplus = imbalance(reactants, products)
    if surplus:
        found = ", ".join(f"{count:+d} {name}" for name, count in surplus.items())
        raise fields.fault(
            "equation", "equal elements and charge on both sides", f"{found} on the right", "balance it"
        )
    return text, reactants, products, has_body


def _third_body(fields: Fields, species: tuple[str, ...], has_body: bool) -> dict[str, float] | None:
    given = fields.content.get("third_body")
    if not has_body:
        if given is not None:
            raise fields.fault("third_body", "no such field without `M`", shown(given), "remove it")
        return None
    body = Fields(
        fields.get("third_body", "the efficiency of every species"), species, fields.number, "third_body"
    )
    found = {name: body.number_in(name, 0.0, 1e6, "an efficiency") for name in species}
    if not any(found.values()):
        raise fields.fault("third_body", "a collider", "efficiencies of zero only", "give one")
    return found


def _rate(fields: Fields, unit: float) -> ArrheniusRate:
    factor = fields.number_in("factor", 1e-100, 1e100, "a positive number") * unit
    exponent = fields.number_in("exponent", -20.0, 20.0)
    rate = ArrheniusRate(factor, exponent, fields.number_in("activation_temperature", -2e4, 1e6))
    for temperature in (1000.0, 10000.0, 30000.0):
        if rate.logarithm(temperature) > math.log(LARGEST_COEFFICIENT):
            found = f"exp({rate.logarithm(temperature):.0f}) at {temperature:.0f} K"
            expected = f"a rate coefficient below {LARGEST_COEFFICIENT:g} in m^3, mol and s"
            raise fields.fault("factor", expected, found, "check the units of the file and the exponent")
    return rate


def _temperatures(kind: str, exponent: float) -> tuple[ControllingTemperature, ControllingTemperature]:
    """Controlling temperatures forward and backward, as Park takes them."""
    if kind == "dissociation":
        return ControllingTemperature(exponent, 1.0 - exponent), TRANSLATIONAL
    if kind.startswith("electron-impact"):
        return VIBRATIONAL, VIBRATIONAL
    if kind.endswith("ionisation"):
        return TRANSLATIONAL, VIBRATIONAL
    return TRANSLATIONAL, TRANSLATIONAL


def _controlling(fields: Fields, name: str) -> ControllingTemperature | None:
    powers = fields.pair(name, 0.0, 1.0)
    if powers is None:
        return None
    if not math.isclose(sum(powers), 1.0, abs_tol=1e-9):
        raise fields.fault(
            name, "powers of T and Tv that sum to 1", f"{powers[0]:g} and {powers[1]:g}", "correct"
        )
    return ControllingTemperature(*powers)


def _range(fields: Fields) -> tuple[float, float] | None:
    found = fields.pair("valid_temperatures", 0.0, 1e6)
    if found is not None and not found[0] < found[1]:
        raise fields.fault(
            "valid_temperatures", "[lowest, highest]", f"{found[0]:g}, {found[1]:g}", "swap them"
        )
    return found
