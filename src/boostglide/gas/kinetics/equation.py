"""Reaction equations: text to particle numbers, and the balance of elements and charge."""

from __future__ import annotations

import collections
import re
from collections.abc import Mapping

from boostglide.gas.kinetics.particles import elements_and_charge

THIRD_BODY = "M"
MOST_PARTICLES = 4
"""Particles on one side of a reaction, the third body included."""

_TERM = re.compile(r"(?:([1-4])\s+)?(\S+)")


def sides(equation: str) -> tuple[dict[str, int], dict[str, int], bool]:
    """Particle numbers of both sides, and whether a third body stands on both.

    Parameters
    ----------
    equation
        For example ``"N2 + M = N + N + M"`` or ``"N + e- = N+ + 2 e-"``, with blanks around `+` and `=`.

    Raises
    ------
    ValueError
        With what was expected, if the text is no such equation.
    """
    halves = re.split(r"\s+<?=>?\s+", equation.strip())
    if len(halves) != 2:
        raise ValueError("two sides with ` = ` between them")
    left, right = (_particles(half) for half in halves)
    bodies = left.pop(THIRD_BODY, 0), right.pop(THIRD_BODY, 0)
    if bodies not in ((0, 0), (1, 1)):
        raise ValueError("one third body `M` on each side or none")
    if not left or not right or max(sum(left.values()), sum(right.values())) + bodies[0] > MOST_PARTICLES:
        raise ValueError(f"1 to {MOST_PARTICLES} particles on each side")
    if left == right:
        raise ValueError("something that changes")
    return left, right, bodies[0] == 1


def _particles(half: str) -> dict[str, int]:
    counts: collections.Counter[str] = collections.Counter()
    for term in re.split(r"\s+\+\s+", half.strip()):
        match = _TERM.fullmatch(term.strip())
        if match is None:
            raise ValueError("species with ` + ` between them, blanks on both sides")
        counts[match[2]] += int(match[1] or 1)
    return dict(counts)


def imbalance(reactants: Mapping[str, int], products: Mapping[str, int]) -> dict[str, int]:
    """Surplus of the products by element, and of their charge as ``"charge"``; empty if all balances.

    Parameters
    ----------
    reactants, products
        Particle numbers by species.
    """
    surplus: collections.Counter[str] = collections.Counter()
    for side, sign in ((reactants, -1), (products, 1)):
        for name, count in side.items():
            elements, charge = elements_and_charge(name)
            surplus["charge"] += sign * count * charge
            for element, atoms in elements.items():
                surplus[element] += sign * count * atoms
    return {name: count for name, count in surplus.items() if count}
