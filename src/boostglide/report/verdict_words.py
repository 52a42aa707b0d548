"""The seven verdicts as a page shows them: words, a symbol, what they mean, a place on a scale."""

from typing import NamedTuple


class VerdictWord(NamedTuple):
    """One verdict: its key, the words shown, what they mean, its rating for ClaimReview or None."""

    key: str
    words: str
    meaning: str
    rating: int | None


BEST_RATING, WORST_RATING = 5, 1
RATING_SCALE = (
    "5 consistent with physics, 4 possible under a stated condition, 3 underdetermined, 2 ill-posed, "
    "1 inconsistent with physics; claims that physics cannot decide, and questions that are not answered, "
    "have no number."
)

VERDICT_WORDS: dict[str, VerdictWord] = {
    word.key: word
    for word in (
        VerdictWord(
            "consistent", "Consistent with physics",
            "At least 95 % of the sampled parameter sets meet the claim. That does not make it true.", 5,
        ),
        VerdictWord(
            "inconsistent", "Inconsistent with physics",
            "At most 5 % of the sampled parameter sets meet the claim.", 1,
        ),
        VerdictWord(
            "possible-if", "Possible under a condition",
            "Some parameter sets meet the claim, and one or two parameters say which.", 4,
        ),
        VerdictWord(
            "underdetermined", "Underdetermined",
            "Models disagree, or what is publicly known does not decide.", 3,
        ),
        VerdictWord(
            "ill-posed", "Ill-posed",
            "The words join things that cannot be tested together.", 2,
        ),
        VerdictWord(
            "not-a-physics-question", "Not a physics question",
            "Documents may decide it; physics cannot.", None,
        ),
        VerdictWord(
            "out-of-scope", "Not answered here",
            "The answer would serve the use of a weapon and not the check of a report.", None,
        ),
    )
}  # fmt: skip


def verdict_word(key: str) -> VerdictWord:
    """The words for a verdict.

    Raises
    ------
    ValueError
        If it is none of the seven.
    """
    if str(key) not in VERDICT_WORDS:
        known = ", ".join(VERDICT_WORDS)
        raise ValueError(f"Argument `key` must be a verdict ({known}), but it is `{key}`.")
    return VERDICT_WORDS[str(key)]
