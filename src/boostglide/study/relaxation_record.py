"""The record of a relaxation behind a shock: its profile, its ends, and what they rest on."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import xarray as xr

from boostglide.core import Outcome

RELAXATION_SUMMARY = {
    "peak_electron_density_m3": "largest electron density",
    "peak_electron_distance_m": "distance of the largest electron density behind the shock",
    "equilibrium_distance_m": "distance from which the temperatures stay within 5 % of equilibrium",
    "peak_vibrational_temperature_k": "largest vibrational temperature",
}
"""What every relaxation is summed up by, with its unit in the name."""

SENTENCES = {
    Outcome.COMPLETED: "The profile reaches the distance asked for.",
    Outcome.STEP_LIMIT: "The integrator used all its steps before the distance asked for; the profile ends "
    "at the last state that it reached.",
    Outcome.STEP_TOO_SMALL: "The integrator could not meet its tolerance; the profile ends at the last state "
    "that it reached.",
    Outcome.OUTSIDE_MODEL: "The gas left the range of the model; the profile ends at the last state inside.",
}
"""How a relaxation ended, in words."""


@dataclass(frozen=True)
class RelaxationRecord:
    """The gas behind a normal shock from the frozen state on, with everything that files and charts need.

    Parameters
    ----------
    name, title
        Short name and heading.
    profile
        Over the dimensions ``station`` and ``species``: ``distance``, ``time``, ``temperature``,
        ``vibrational_temperature``, ``density``, ``speed``, ``pressure``, ``electron_density``,
        ``mole_fraction``, in SI, each with its unit.
    states
        The gas ahead of the shock (``upstream``), right behind it (``frozen``), and in equilibrium far behind
        it (``equilibrium``), each as plain data with units in the names.
    summary
        The numbers of `RELAXATION_SUMMARY`; NaN where one does not apply.
    mechanism, mechanism_title
        Name and title of the mechanism.
    temperatures
        Number of temperatures [-]: 1, or 2 with a vibrational one.
    outcome
        How the integration ended.
    assumptions
        What the numbers take for granted and where the models end, one sentence each.
    references
        Bibliography keys of models and numbers.
    models
        What computes what.
    versions
        Versions of the packages that computed it.
    """

    name: str
    title: str
    profile: xr.Dataset
    states: dict[str, dict[str, Any]]
    summary: dict[str, float]
    mechanism: str
    mechanism_title: str
    temperatures: int
    outcome: Outcome
    assumptions: tuple[str, ...]
    references: tuple[str, ...]
    models: dict[str, str]
    versions: dict[str, str]

    @property
    def sentence(self) -> str:
        """How the integration ended, in words."""
        return SENTENCES.get(self.outcome, self.outcome.sentence)


def chosen_stations(profile: xr.Dataset, most: int = 12) -> list[int]:
    """Numbers of stations that stand for a profile: first, last, others even in the logarithm of distance.

    Parameters
    ----------
    profile
        Of a `RelaxationRecord`.
    most
        How many [-].
    """
    distance = np.asarray(profile["distance"].values, float)
    if distance.size <= most:
        return list(range(distance.size))
    far = distance[-1]
    wanted = np.concatenate([[0.0], np.geomspace(max(far * 1e-4, distance[1]), far, most - 1)])
    return sorted({int(np.argmin(np.abs(distance - place))) for place in wanted})
