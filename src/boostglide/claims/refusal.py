"""What is not answered, why, and what may be answered instead."""

from dataclasses import dataclass

SCOPE_WORDS = "illustrative open-literature parameter set"


@dataclass(frozen=True)
class Refusal:
    """One kind of question that the project declines.

    Parameters
    ----------
    key
        Name in ledger files.
    asked
        The kind of question, in a few words.
    why
        One sentence: why it is not answered.
    instead
        One sentence: what may be answered instead.
    """

    key: str
    asked: str
    why: str
    instead: str

    @property
    def text(self) -> str:
        """Both sentences, as they are published."""
        return f"{self.why} {self.instead}"


REFUSALS: dict[str, Refusal] = {
    entry.key: entry
    for entry in (
        Refusal(
            "warhead-effects",
            "effects of a warhead, and whether a miss matters for it",
            "Effects of warheads are not computed here, because that answer serves the use of a weapon "
            "and not the check of a report.",
            "The size of a reported miss and its possible causes can be examined instead.",
        ),
        Refusal(
            "target-damage",
            "damage that an impact does to a target",
            "Whether an impact destroys a target is not computed here, because that is a question of "
            "weapon effects.",
            "The kinetic energy per kilogram can be compared with that of TNT instead.",
        ),
        Refusal(
            "aim-point",
            "aim points, steering to a target, optimisation of accuracy",
            "Aim points and steering to a target are not computed here, because they serve an attack.",
            "The scatter of a flight with a fixed law can be shown as uncertainty instead.",
        ),
        Refusal(
            "targeting-footprint",
            "footprints tied to targets, penetration of defended areas",
            "Areas that a vehicle could reach are not tied to targets or defences here, because that is "
            "attack planning.",
            "The range and cross-range of a vehicle class can be given instead.",
        ),
        Refusal(
            "route-selection",
            "routes around sensors or defences",
            "Routes around sensors or defences are not searched for here, because that is attack planning.",
            "The visibility of a given trajectory and the warning time at its end can be given instead.",
        ),
        Refusal(
            "engagement",
            "interception and evasion",
            "Interception and evasion are not modelled here, because an engagement depends on weapon "
            "details that a check of public reports neither has nor needs.",
            "The warning time and the coverage of a sensor can be given instead.",
        ),
        Refusal(
            "design-optimisation",
            "optimisation of a vehicle's design",
            "Vehicle designs are not optimised here, because that would be development work on a weapon.",
            "The sensitivity of a claim to published parameters can be given instead.",
        ),
    )
}


def refusal(key: str) -> Refusal:
    """The refusal behind a key.

    Parameters
    ----------
    key
        Name in the list of refusals.

    Raises
    ------
    ValueError
        If the list has no such key.
    """
    if key not in REFUSALS:
        raise ValueError(f"Argument `key` must be one of {', '.join(REFUSALS)}, but is `{key}`.")
    return REFUSALS[key]
