"""Likelihood words: the seven of ICD 203 for the share of parameter sets that satisfy a claim."""

import math

REFERENCES = ("icd203",)

# Upper edge of each band [-]; the outer words also cover the shares below 1 % and above 99 %.
BANDS: tuple[tuple[float, str], ...] = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.00, "almost certain"),
)

WORDS = tuple(word for _, word in BANDS)

# Every spelling that ICD 203 lists for the seven bands, for the linter.
SPELLINGS: tuple[str, ...] = (
    "almost no chance",
    "remote chance",
    "remote possibility",
    "very unlikely",
    "highly improbable",
    "unlikely",
    "improbable",
    "improbably",
    "roughly even chance",
    "roughly even odds",
    "very likely",
    "highly probable",
    "likely",
    "probable",
    "probably",
    "almost certain",
    "almost certainly",
    "nearly certain",
)

_SENTENCES = {
    "almost no chance": "There is almost no chance that the claim holds",
    "very unlikely": "It is very unlikely that the claim holds",
    "unlikely": "It is unlikely that the claim holds",
    "roughly even chance": "There is a roughly even chance that the claim holds",
    "likely": "It is likely that the claim holds",
    "very likely": "It is very likely that the claim holds",
    "almost certain": "It is almost certain that the claim holds",
}


def likelihood_word(fraction: float) -> str:
    """The ICD-203 word for a share of parameter sets.

    Bands of ICD 203: 1-5 %, 5-20 %, 20-45 %, 45-55 %, 55-80 %, 80-95 %, 95-99 %. The edges 5 % and 95 %
    belong to the outer bands, as in the verdict rule; every other edge belongs to the band above it,
    and 55 % to "roughly even chance". A share of 0 or 1 keeps the outer word, because a finite set of
    parameters proves neither.

    Parameters
    ----------
    fraction
        Share of parameter sets that satisfy the claim, 0 to 1 [-].

    Returns
    -------
    str
        One of the seven words [text].

    Raises
    ------
    ValueError
        If `fraction` is outside 0 to 1.

    References
    ----------
    icd203
    """
    if not (math.isfinite(fraction) and 0.0 <= fraction <= 1.0):
        raise ValueError(f"Argument `fraction` must lie between 0 and 1, but is {fraction}.")
    if fraction >= 0.95:
        return WORDS[-1]
    inclusive = (0.05, 0.55)
    for edge, word in BANDS:
        if fraction < edge or (edge in inclusive and fraction == edge):
            return word
    return WORDS[-1]


def likelihood_clause(word: str) -> str:
    """The opening of a sentence that carries a likelihood word, without its full stop."""
    return _SENTENCES[word]


def count_phrase(satisfied: int, completed: int) -> str:
    """How many parameter sets satisfy the claim, in words: none, all, or a number.

    Parameters
    ----------
    satisfied, completed
        Numbers of parameter sets [-].
    """
    sets = f"the {completed:,} parameter sets tried"
    if satisfied == 0:
        return f"in none of {sets}"
    if satisfied == completed:
        return f"in all of {sets}"
    return f"in {satisfied:,} of {sets}"
