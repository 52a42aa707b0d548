"""Checked access to the fields of a mechanism that comes from a file: every refusal names its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from boostglide.core import bibliography
from boostglide.gas.kinetics.fault import ReactionFault, near, shown

_KEY = re.compile(r"[\w-]+")


class Fields:
    """A mapping whose values are taken out one by one and checked.

    Parameters
    ----------
    content
        What stands in the file.
    known
        Names that the mapping may hold.
    number
        Number of the reaction, counted from 1; None for the mechanism.
    prefix
        Dotted path that leads to this mapping.
    """

    def __init__(
        self, content: object, known: Collection[str], number: int | None = None, prefix: str = ""
    ) -> None:
        self.number, self.prefix = number, prefix
        if not isinstance(content, Mapping):
            raise self.fault("", "a mapping", shown(content), "write its fields as `name: value`")
        self.content: Mapping[Any, Any] = content
        for name in content:
            if name not in known:
                raise self.fault(str(name), f"one of {', '.join(known)}", shown(name), near(str(name), known))

    def fault(self, name: str, expected: str, found: str, advice: str) -> ReactionFault:
        """A refusal of the field `name`."""
        field = ".".join(filter(None, (self.prefix, name)))
        return ReactionFault(self.number, field or "reaction", expected, found, advice)

    def get(self, name: str, expected: str) -> Any:
        """A field that must be there."""
        value = self.content.get(name)
        if value is None:
            raise self.fault(name, expected, "nothing", f"add `{name}: ...`")
        return value

    def text(self, name: str, longest: int, default: str | None = None) -> str:
        """A text of at most `longest` letters."""
        if default is not None and self.content.get(name) is None:
            return default
        value = self.get(name, "a text")
        if not isinstance(value, str) or not 0 < len(value.strip()) <= longest:
            raise self.fault(name, f"a text of 1 to {longest} letters", shown(value), "shorten or quote it")
        return " ".join(value.split())

    def number_in(self, name: str, low: float, high: float, what: str = "a number") -> float:
        """A finite number within bounds."""
        value = self.get(name, what)
        return self.checked(name, value, low, high, what)

    def checked(self, name: str, value: object, low: float, high: float, what: str = "a number") -> float:
        """The value as a float, if it is a finite number within bounds."""
        expected = f"{what} from {low:g} to {high:g}"
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.fault(name, expected, shown(value), "write a plain number")
        if not low <= value <= high:  # nor is what is no number
            raise self.fault(name, expected, shown(value), "check it against the publication and its units")
        return float(value)

    def pair(self, name: str, low: float, high: float) -> tuple[float, float] | None:
        """A list of two numbers within bounds, or None where the field is not given."""
        value = self.content.get(name)
        if value is None:
            return None
        if not isinstance(value, (list, tuple)) or len(value) != 2:
            raise self.fault(name, "a list of two numbers", shown(value), "write [first, second]")
        first, second = (self.checked(name, each, low, high) for each in value)
        return first, second

    def names(self, name: str, most: int) -> tuple[str, ...]:
        """A list of 1 to `most` different texts."""
        value = self.get(name, "a list of names")
        whole = isinstance(value, (list, tuple)) and 0 < len(value) <= most
        if not whole or not all(isinstance(each, str) and each.strip() for each in value):
            raise self.fault(name, f"a list of 1 to {most} texts", shown(value), "write [first, second, ...]")
        twice = [each for each in value if value.count(each) > 1]
        if twice:
            raise self.fault(name, "different names", f"{shown(twice[0])} twice", "remove one of them")
        return tuple(value)

    def one_of(self, name: str, options: Collection[str]) -> str:
        """One of several words."""
        value = self.get(name, f"one of {', '.join(options)}")
        if not isinstance(value, str) or value not in options:
            raise self.fault(name, f"one of {', '.join(options)}", shown(value), near(str(value), options))
        return value

    def citations(self, name: str = "references") -> tuple[str, ...]:
        """At least one publication: a key of the bibliography, or words."""
        if self.content.get(name) in (None, [], ""):
            raise self.fault(name, "the publication of the numbers", "nothing", f"add `{name}: [...]`")
        found = self.names(name, 20)
        for each in found:
            if _KEY.fullmatch(each) and each not in bibliography():
                known = [key for key in bibliography() if key[:1] == each[:1]] or list(bibliography())
                advice = near(each, known, "write out author, title and year")
                raise self.fault(
                    name, "a key of the bibliography or a publication in words", shown(each), advice
                )
        return found
