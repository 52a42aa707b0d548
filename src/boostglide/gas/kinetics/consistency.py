"""What reactions of a mechanism owe to each other and to their kind."""

from __future__ import annotations

import collections
import typing
from collections.abc import Mapping

from boostglide.gas.kinetics.fault import ReactionFault
from boostglide.gas.kinetics.fields import Fields
from boostglide.gas.kinetics.reaction import Kind, Reaction

KINDS: tuple[Kind, ...] = typing.get_args(Kind)
ELECTRON = "e-"


def check_kind(
    fields: Fields, reactants: Mapping[str, int], products: Mapping[str, int], has_body: bool
) -> Kind:
    """The field `kind`, if the equation is of that kind.

    Parameters
    ----------
    fields
        The reaction as it stands in the file.
    reactants, products
        Particle numbers by species.
    has_body
        Whether there is a third body.

    Raises
    ------
    ReactionFault
        If the word is unknown, or the electrons and particle numbers do not go with it.
    """
    kind = typing.cast(Kind, fields.one_of("kind", KINDS))
    electrons = products.get(ELECTRON, 0) - reactants.get(ELECTRON, 0)
    particles = sum(products.values()) - sum(reactants.values())
    collides = has_body or bool(reactants.keys() & products.keys())
    if "ionisation" in kind and electrons != 1:
        raise fields.fault("kind", "an ionisation that frees one electron", kind, "change kind or equation")
    if "ionisation" not in kind and electrons != 0:
        raise fields.fault("kind", "a kind of ionisation", kind, "an electron is freed or caught")
    if kind.startswith("electron-impact") != (ELECTRON in reactants):
        raise fields.fault(
            "kind",
            "`electron-impact-...` where an electron collides, and only there",
            kind,
            "change the kind",
        )
    if "dissociation" in kind and (particles != 1 or not collides):
        raise fields.fault("kind", "one particle more and a collider on both sides", kind, "change the kind")
    if "exchange" in kind and (particles != 0 or has_body):
        raise fields.fault(
            "kind", "an exchange of equal particle numbers without `M`", kind, "change the kind"
        )
    return kind


def doubled(reactions: Mapping[int, Reaction]) -> list[ReactionFault]:
    """Faults of reactions that stand twice, backward or with a collider that `M` of another covers.

    Parameters
    ----------
    reactions
        Reactions by their number.
    """
    seen: dict[object, int] = {}
    faults = []
    for number, reaction in reactions.items():
        keys = list(_collisions(reaction))
        clash = next((seen[key] for key in keys if key in seen), None)
        if clash is not None:
            found = f"the collisions of reaction {clash} again"
            advice = "remove one, or set the efficiency of the collider to 0"
            faults.append(ReactionFault(number, "equation", "a reaction once", found, advice))
        for key in keys:
            seen.setdefault(key, number)
    return faults


def _collisions(reaction: Reaction) -> typing.Iterator[object]:
    """Every collision that a reaction stands for, the same for both directions."""
    bodies = (
        [None]
        if reaction.third_body is None
        else [name for name, each in reaction.third_body.items() if each]
    )
    for body in bodies:
        yield frozenset(
            frozenset((collections.Counter(side) + collections.Counter([body] if body else [])).items())
            for side in (reaction.reactants, reaction.products)
        )
