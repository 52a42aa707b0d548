"""Keys of the bibliography as readers know them: Acton 2015, with a link to the full reference."""

import re
from typing import NamedTuple

from boostglide.core import bibliography

OWN_CHOICE = "choice of this scenario"
_YEAR = re.compile(r"(?:18|19|20)\d\d")


class Citation(NamedTuple):
    """A part of a source text: words, and the key of the reference that they stand for, or None."""

    words: str
    key: str | None


def citations(source: str) -> tuple[Citation, ...]:
    """The parts of a source text, divided by semicolons; keys of the bibliography become short references."""
    parts = [part.strip() for part in source.split(";")]
    known = bibliography()
    return tuple(
        Citation(short_reference(part, known[part]), part) if part in known else Citation(part, None)
        for part in parts
        if part
    )


def short_reference(key: str, text: str) -> str:
    """First author or publisher and year of a reference, for example Acton 2015."""
    author = text.split(",", 1)[0].split(":", 1)[0].strip()
    if len(author) > 32:
        author = key.rstrip("0123456789").capitalize()
    year = _YEAR.search(key) or _YEAR.search(text)
    return f"{author} {year[0]}" if year and year[0] not in author else author
