"""How far a verdict can be trusted: a level from a rule, and the reason in a sentence of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from boostglide.claims.ledger import Grounds

Level = Literal["low", "moderate", "high"]

LEVELS: tuple[Level, ...] = ("low", "moderate", "high")
_STEPS = {
    "passed": 2, "partial": 1, "none": 0, "inside": 2, "edge": 1, "outside": 0,
    "published": 2, "estimated": 1, "assumed": 0,
}  # fmt: skip
CLEAR_MARGIN = 3.0
NEARLY_ALL = 0.95


@dataclass(frozen=True)
class Confidence:
    """A level, and one or two sentences that say what it rests on."""

    level: Level
    because: str


def confidence_in_study(
    grounds: Sequence[Grounds], completed: float, error: float, margin: float | None
) -> Confidence:
    """The confidence in a verdict that rests on sampled parameter sets.

    The weakest of three grounds sets the level: checks of the models (passed, partial, none), regime of
    the study within the range of the models (inside, edge, outside), parameters (published, estimated,
    assumed); 2, 1, 0 stand for high, moderate, low. Fewer than 95 % completed parameter sets allow moderate
    at most. A verdict gains one step where the computed range (5 % to 95 %) ends three times the model
    error or more away from the claimed bound, because no error of that size turns it; within the model error
    it loses one.

    Parameters
    ----------
    grounds
        The grounds of each study that decides; the weakest counts.
    completed
        Smallest share of completed parameter sets [-].
    error
        Relative model error of the deciding quantity [-].
    margin
        Relative distance of the samples from the claimed bounds [-]; None where the verdict does not
        depend on one bound (possible-if, underdetermined).

    Returns
    -------
    Confidence
        Level and reason [text].
    """
    weakest = min(grounds, key=_step)
    step = _step(weakest)
    reasons = [_full_stop(weakest.because)]
    if completed < NEARLY_ALL:
        step = min(step, 1)
        reasons.append(f"Only {_percent(completed)} of the parameter sets completed.")
    if margin is not None and margin >= CLEAR_MARGIN * error:
        step = min(step + 1, 2)
        reasons.append(
            f"The computed range ends {_percent(margin)} away from the claimed bound, "
            f"against a model error of {_percent(error)}."
        )
    if margin is not None and margin < error:
        step = max(step - 1, 0)
        reasons.append(
            f"The claimed bound lies within the model error of {_percent(error)} of the computed range."
        )
    return Confidence(LEVELS[step], " ".join(reasons))


def confidence_in_dates(second_hand: bool) -> Confidence:
    """The confidence in a verdict that rests on dated sources."""
    if second_hand:
        return Confidence("moderate", "The dates come from sources that were read only as others quote them.")
    return Confidence("high", "The dates come from sources that were read in the original.")


IN_ARITHMETIC = Confidence("high", "The answer is exact arithmetic on the stated numbers.")
IN_REFUSAL = Confidence(
    "high", "The answer follows from a published list of refusals and not from a calculation."
)
IN_ILL_POSED = Confidence("high", "The words themselves leave no quantity to compute.")
IN_DOCUMENTARY = Confidence(
    "high", "The statement names no quantity of physics, so no calculation bears on it."
)


def _percent(value: float) -> str:
    return f"{100.0 * value:.0f} %"


def _step(grounds: Grounds) -> int:
    return min(_STEPS[grounds.validation], _STEPS[grounds.regime], _STEPS[grounds.parameters])


def _full_stop(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."
