"""The numbers of a single member of a scenario, and those that searches find."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from boostglide.scenario import Booster, Samples, Scenario


def nominal_members(scenario: Scenario) -> Samples:
    """One member with every number at its median."""
    first = next(iter(scenario.numbers))
    return scenario.members({first: np.array([0.5])})


def single(scenario: Scenario, samples: Samples, member: int = 0) -> dict[str, float]:
    """The numbers of one member in SI by dotted path, without those that follow from others.

    Parameters
    ----------
    scenario
        What is flown.
    samples
        Its members.
    member
        Which of them, from zero.
    """
    derived = ("start.speed",) if isinstance(scenario.start, Booster) else ()
    return {
        path: float(each.values[member]) for path, each in samples.parameters.items() if path not in derived
    }


def with_found(samples: Samples, found: Mapping[str, float]) -> Samples:
    """Members with the numbers that searches found in place of their own.

    Parameters
    ----------
    samples
        Members of a scenario.
    found
        Values in SI by dotted path; every member gets the same.
    """
    parameters = dict(samples.parameters)
    for path, value in found.items():
        old = parameters[path]
        values = np.full(samples.size, value)
        parameters[path] = replace(
            old, values=values, text=f"{in_words(value, old.unit)}, found", varies=False
        )
    return Samples(parameters, samples.size, samples.seed)


def in_words(value: float, unit: str) -> str:
    """A number in SI for people; angles in degrees."""
    if unit == "rad":
        return f"{np.rad2deg(value):.5g} deg"
    return f"{value:.6g} {unit}".removesuffix(" -").strip()
