"""From counts to one of seven words: the verdict rule, a pure function of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

CONSISTENT_FROM = 0.95
INCONSISTENT_TO = 0.05
COMPLETED_SHARE = 0.8
FEWEST_COMPLETED = 8


class Physics(StrEnum):
    """The seven answers of the physics axis."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    POSSIBLE_IF = "possible-if"
    UNDERDETERMINED = "underdetermined"
    ILL_POSED = "ill-posed"
    NOT_PHYSICS = "not-a-physics-question"
    OUT_OF_SCOPE = "out-of-scope"


@dataclass(frozen=True)
class Tally:
    """How the parameter sets of one model stand to a claim.

    Parameters
    ----------
    tried, completed, satisfied
        Numbers of parameter sets: all, those with a number, those that satisfy the claim [-].
    exact
        Whether the number is arithmetic on stated values instead of sampled parameter sets.
    """

    tried: int
    completed: int
    satisfied: int
    exact: bool = False

    def __post_init__(self):
        if not 0 <= self.satisfied <= self.completed <= self.tried:
            raise ValueError(
                "Argument `satisfied` must not exceed `completed`, nor `completed` exceed `tried`, "
                f"but they are {self.satisfied}, {self.completed}, {self.tried}."
            )

    @property
    def fraction(self) -> float | None:
        """Share of completed parameter sets that satisfy the claim [-]; None if none completed."""
        return self.satisfied / self.completed if self.completed else None

    @property
    def enough(self) -> bool:
        """Whether enough parameter sets completed to say anything."""
        if self.exact:
            return self.completed > 0
        return self.completed >= max(FEWEST_COMPLETED, COMPLETED_SHARE * self.tried)


@dataclass(frozen=True)
class Decision:
    """The verdict and the share it rests on.

    Parameters
    ----------
    physics
        One of the seven answers.
    satisfied
        Share of parameter sets that satisfy the claim [-], of the model nearest to one half; None where the
        verdict rests on no share.
    why
        The row of the decision table that applied.
    """

    physics: Physics
    satisfied: float | None
    why: str


def decide(tallies: Sequence[Tally], separable: bool) -> Decision:
    """The verdict on a decidable claim.

    Each model of the same quantity gives one tally, with the share s = satisfied / completed; s >= 0.95 is
    "high", s <= 0.05 is "low", anything else is "middle". Models are never averaged. The first row that
    applies decides:

    | row               | condition                                                      | verdict         |
    |-------------------|----------------------------------------------------------------|-----------------|
    | `too-few`         | a model completed fewer than 80 % of its sets, or fewer than 8 | underdetermined |
    | `models-disagree` | the models do not all fall in the same band                    | underdetermined |
    | `high`            | all high                                                       | consistent      |
    | `low`             | all low                                                        | inconsistent    |
    | `separable`       | all middle, one or two parameters separate the sets            | possible-if     |
    | `not-separable`   | all middle, and none do                                        | underdetermined |

    An exact calculation (arithmetic on stated numbers) counts as one set, and that one is enough. The other
    verdicts follow from the kind of assertion alone: `ill-posed`, `not-a-physics-question` (documentary), and
    `out-of-scope` (refusal).

    Parameters
    ----------
    tallies
        One for each model that decides.
    separable
        Whether `conditions.find_condition` separated the satisfied sets from the others in every model.

    Returns
    -------
    Decision
        Verdict, share [-] and row.

    Raises
    ------
    ValueError
        If there is no tally.
    """
    if not tallies:
        raise ValueError("Argument `tallies` must hold at least one tally, but is empty.")
    if not all(tally.enough for tally in tallies):
        return Decision(Physics.UNDERDETERMINED, None, "too-few")
    shares = [tally.satisfied / tally.completed for tally in tallies]
    bands = {_band(share) for share in shares}
    if len(bands) > 1:
        return Decision(Physics.UNDERDETERMINED, None, "models-disagree")
    share = min(shares, key=lambda value: abs(value - 0.5))
    band = bands.pop()
    if band == "middle":
        row = "separable" if separable else "not-separable"
        return Decision(Physics.POSSIBLE_IF if separable else Physics.UNDERDETERMINED, share, row)
    return Decision(Physics.CONSISTENT if band == "high" else Physics.INCONSISTENT, share, band)


def _band(share: float) -> str:
    if share >= CONSISTENT_FROM:
        return "high"
    return "low" if share <= INCONSISTENT_TO else "middle"
