"""Words for numbers and for what stands around them, in English and German."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class NumberWords:
    """The words of one language, in lower case, with umlauts written out as ae, oe, ue and ss.

    Parameters
    ----------
    cardinals
        Words for 0 to 19 and the tens; articles count 1.
    groups
        Words that multiply what stands before them.
    vague_groups
        Plurals that count by themselves, "dozens of".
    several, couple
        Words for a few, and for two or three.
    uncountable
        Words that say many without a number; a text with one of them is refused.
    parts
        Names of fractions and their denominator.
    halves
        Words and phrases for one half that stand before a unit.
    and_a_half
        Words that add one half to the number before them.
    multiples
        Words for a number of times.
    above, below, near, little_above, little_below, magnitude
        Words before a number, by what they make of it.
    above_after, below_after, near_after
        The same behind a number.
    out_of
        Words between the parts of a ratio, "two out of three".
    joins, openings
        Words between the ends of a span, and before it.
    additions
        Words inside of a written-out number.
    decades, decade_openings
        "Thirties", and the words before such a decade.
    nouns
        Names of quantities that may stand before a number, with their preposition.
    of
        Words between a share and what it is a share of.
    tails
        Harmless words behind a unit.
    """

    cardinals: Mapping[str, int]
    groups: Mapping[str, float]
    vague_groups: Mapping[str, float]
    several: tuple[str, ...]
    couple: tuple[str, ...]
    uncountable: tuple[str, ...]
    parts: Mapping[str, int]
    halves: tuple[str, ...]
    and_a_half: tuple[str, ...]
    multiples: Mapping[str, float]
    above: tuple[str, ...]
    below: tuple[str, ...]
    near: tuple[str, ...]
    little_above: tuple[str, ...]
    little_below: tuple[str, ...]
    magnitude: tuple[str, ...]
    above_after: tuple[str, ...]
    below_after: tuple[str, ...]
    near_after: tuple[str, ...]
    out_of: tuple[str, ...]
    joins: tuple[str, ...]
    openings: tuple[str, ...]
    additions: tuple[str, ...]
    decades: Mapping[str, int]
    decade_openings: tuple[str, ...]
    nouns: tuple[str, ...]
    of: tuple[str, ...]
    tails: tuple[str, ...]

    def joined(self, other: NumberWords) -> NumberWords:
        """The words of two languages together; where both have a word, this one decides.

        Parameters
        ----------
        other
            The second language.
        """
        values = {}
        for field in dataclasses.fields(self):
            own, more = getattr(self, field.name), getattr(other, field.name)
            values[field.name] = {**more, **own} if isinstance(own, Mapping) else (*own, *more)
        return NumberWords(**values)


SYMBOLS_ABOVE, SYMBOLS_BELOW, SYMBOLS_NEAR = (">=", "≥", ">"), ("<=", "≤", "<"), ("~", "≈", "c.", "ca.")
"""Signs before a number, in every language."""
