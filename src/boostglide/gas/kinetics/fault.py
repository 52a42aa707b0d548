"""What is wrong with a mechanism, and at which of its reactions."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LONGEST_INTEGER = 150


class ReactionFault(ValueError):
    """A mechanism was refused.

    Parameters
    ----------
    number
        Number of the reaction, counted from 1; None where the mechanism as a whole is meant.
    field
        Dotted path of the field inside the reaction or mechanism.
    expected, found
        What the field takes and what stands there.
    advice
        What to do.
    others
        Further faults of the same mechanism.
    """

    def __init__(
        self,
        number: int | None,
        field: str,
        expected: str,
        found: str,
        advice: str,
        others: Iterable[ReactionFault] = (),
    ) -> None:
        self.number, self.field = number, field
        self.expected, self.found, self.advice = expected, found, advice
        self.others = tuple(others)
        place = f"Reaction {number}, `{field}`" if number else f"Mechanism, `{field}`"
        super().__init__(f"{place}: expected {expected}, found {found}; {advice}.")

    @property
    def place(self) -> tuple[str | int, ...]:
        """Keys and list positions that lead to the field in the content of the mechanism."""
        inside = tuple(part for part in self.field.split(".") if part)
        return inside if self.number is None else ("reactions", self.number - 1, *inside)


def shown(value: object) -> str:
    """A value on one line, shortened, as it appears in a fault."""
    if value is None:
        return "nothing"
    if isinstance(value, (dict, list, tuple)):
        return f"{'a mapping' if isinstance(value, dict) else 'a list'} of {len(value)}"
    if isinstance(value, int) and value.bit_length() > _LONGEST_INTEGER:
        return "a very large integer"
    text = "".join(letter if letter.isprintable() else "?" for letter in str(value))
    text = text if len(text) <= 60 else text[:57] + "..."
    return f'"{text}"' if isinstance(value, str) else text


def near(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """Advice for a name that is not known: the nearest one, or all of them."""
    names = list(known)
    lower = {each.lower(): each for each in reversed(names)}
    found = difflib.get_close_matches(str(name).lower(), lower, n=1, cutoff=0.5)
    if found:
        return f"did you mean `{lower[found[0]]}`?".rstrip("?")
    return otherwise or f"there are {', '.join(names)}"
