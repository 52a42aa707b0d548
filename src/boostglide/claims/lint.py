"""The linter of published sentences: what never stands in one sentence, and words out of scope."""

import re

from boostglide.claims.likelihood import SPELLINGS
from boostglide.claims.refusal import SCOPE_WORDS

REFERENCES = ("icd203",)

_LIKELIHOOD = re.compile(r"\b(" + "|".join(SPELLINGS) + r")\b", re.IGNORECASE)
_LEVEL = r"(?:very\s+)?(?:low|moderate|medium|high|limited)(?:er|est)?"
_CONFIDENCE = re.compile(
    rf"\b{_LEVEL}(?:[-\s]\w+){{0,2}}[-\s]confidence\b|\bconfiden(?:ce|t)\b[^.!?]*?\b{_LEVEL}\b|\b{_LEVEL}ly\s+confident\b",
    re.IGNORECASE,
)
_NAMED_MODEL = re.compile(
    r"\b(?:DF-\d+|DF-ZF|Avangard|Starry Sky|AHW|C-HGB)\s+(?:simulation\s+)?model\b", re.IGNORECASE
)
_ABBREVIATIONS = (
    "no.",
    "ca.",
    "approx.",
    "e.g.",
    "i.e.",
    "vs.",
    "st.",
    "mr.",
    "dr.",
    "gen.",
    "u.s.",
    "u.k.",
    "fig.",
)
_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9ÄÖÜ])|\n\s*\n")


def sentences(text: str) -> tuple[str, ...]:
    """A text cut into sentences; common abbreviations and decimal points do not end one."""
    parts: list[str] = []
    start = 0
    for end in _END.finditer(text):
        words = text[start : end.start() + 1].lower().split()
        if words and words[-1].lstrip("(\"“'") in _ABBREVIATIONS:
            continue
        parts.append(text[start : end.end()].strip())
        start = end.end()
    parts.append(text[start:].strip())
    return tuple(part for part in parts if part)


def lint(text: str) -> tuple[str, ...]:
    """What is wrong with a text, one sentence for each finding; empty if nothing is.

    Two rules: a likelihood word and a confidence level never stand in one sentence (ICD 203), and a
    parameter set is never called the model of a particular foreign vehicle.

    Parameters
    ----------
    text
        Any number of sentences.

    References
    ----------
    icd203
    """
    findings = []
    for sentence in sentences(text):
        word, level = _LIKELIHOOD.search(sentence), _CONFIDENCE.search(sentence)
        if word and level:
            findings.append(
                f"A likelihood word ({word.group(0)!r}) and a confidence level ({level.group(0)!r}) "
                f"must not stand in one sentence: {sentence!r}"
            )
        named = _NAMED_MODEL.search(sentence)
        if named:
            findings.append(f"Say {SCOPE_WORDS!r} instead of {named.group(0)!r}: {sentence!r}")
    return tuple(findings)


def checked(text: str) -> str:
    """The text itself, if the linter has nothing to say about it.

    Raises
    ------
    ValueError
        With the findings, if it has.
    """
    findings = lint(text)
    if findings:
        raise ValueError(" ".join(findings))
    return text
