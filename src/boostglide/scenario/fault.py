"""What is wrong with a file, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST = 80


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with an input file; `str` gives it as one line.

    Parameters
    ----------
    file
        The file as the caller named it.
    line
        Line number, counted from 1; 0 where the whole file is meant.
    field
        Dotted path of the field, or ``"file"``.
    expected, found
        What the field takes and what stands there.
    advice
        What to do.
    """

    file: str
    line: int
    field: str
    expected: str
    found: str
    advice: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: {self.field}"
        return one_line(f"{place}: expected {self.expected}, found {self.found}; {self.advice}")


class InputError(ValueError):
    """An input file was refused; `faults` holds everything that is wrong with it.

    Parameters
    ----------
    faults
        At least one fault.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(faults, key=lambda fault: (fault.line, fault.field)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class Refusal(ValueError):
    """One value was refused; a validator raises it, and the loader adds the file, line and field.

    Parameters
    ----------
    expected, found
        What the field takes and what stands there.
    advice
        What to do.
    """

    def __init__(self, expected: str, found: str, advice: str) -> None:
        self.expected, self.found, self.advice = expected, found, advice
        super().__init__(f"expected {expected}, found {found}; {advice}")


def shown(value: object) -> str:
    """A value as it appears in a fault: on one line, shortened, without control characters."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return f"a mapping of {len(value)} keys"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)} entries"
    text = one_line(str(value))
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
    return f'"{text}"' if isinstance(value, str) else text


def one_line(text: str) -> str:
    """The text with every character that does not print, line breaks included, written as an escape."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )
