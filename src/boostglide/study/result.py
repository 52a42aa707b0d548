"""What a study found: quantities over sampled parameter sets, frozen and labelled."""

from dataclasses import dataclass, field

import numpy as np
import xarray as xr

from boostglide.core import Outcome


@dataclass(frozen=True)
class Quantity:
    """A computed quantity over the parameter sets of a study.

    Parameters
    ----------
    values
        One value a parameter set, in `unit`; NaN where the set has no complete outcome, shape (samples,).
    unit
        SI unit, in the spelling of pint; ``""`` for a pure number.
    label
        What people call it.
    model
        The model that computed it, in a few words.
    """

    values: np.ndarray
    unit: str
    label: str
    model: str


@dataclass(frozen=True)
class Parameter:
    """A number that a study rests on: its values, where they come from, in words how they spread.

    Parameters
    ----------
    values
        One value a parameter set, in `unit`, shape (samples,).
    unit
        SI unit.
    label
        What people call it.
    source
        Where range and value come from.
    text
        Value or distribution as the scenario states it.
    """

    values: np.ndarray
    unit: str
    label: str
    source: str
    text: str

    @property
    def varies(self) -> bool:
        """Whether the parameter differs between parameter sets."""
        return bool(np.ptp(self.values) > 0)


@dataclass(frozen=True)
class StudyResult:
    """Everything that a verdict or a chart needs to know of a study.

    Parameters
    ----------
    name, title
        Key and heading of the study.
    quantities, parameters
        By key; all hold one value a parameter set.
    outcomes
        `Outcome` code of each parameter set, shape (samples,).
    series
        Time series of some members, dimensions (member, point), or None.
    assumptions
        What the numbers take for granted and where the models end, one sentence each.
    references
        Bibliography keys of the models.
    samples, seed
        How many parameter sets, and the seed that drew them.
    """

    name: str
    title: str
    quantities: dict[str, Quantity]
    parameters: dict[str, Parameter]
    outcomes: np.ndarray
    series: xr.Dataset | None
    assumptions: tuple[str, ...]
    references: tuple[str, ...]
    samples: int
    seed: int
    origin: str = field(default="")

    @property
    def outcome_counts(self) -> dict[Outcome, int]:
        """How many parameter sets ended in which way, most frequent first."""
        codes, counts = np.unique(self.outcomes, return_counts=True)
        order = np.argsort(-counts, kind="stable")
        return {Outcome(int(codes[each])): int(counts[each]) for each in order}

    def to_dataset(self) -> xr.Dataset:
        """Quantities, parameters and outcomes as a labelled dataset with units and origin."""
        data = {}
        for group, items in (("quantity", self.quantities), ("parameter", self.parameters)):
            for key, item in items.items():
                name = key.replace(".", "_") if group == "quantity" else f"parameter_{key.replace('.', '_')}"
                data[name] = ("sample", item.values, {"units": item.unit or "1", "long_name": item.label})
        data["outcome"] = ("sample", self.outcomes.astype(np.int32), _outcome_attributes())
        attributes = {
            "title": self.title,
            "study": self.name,
            "seed": self.seed,
            "assumptions": "\n".join(self.assumptions),
            "references": " ".join(self.references),
        }
        return xr.Dataset(data, attrs=attributes)


def _outcome_attributes() -> dict[str, object]:
    return {
        "long_name": "how the computation ended",
        "flag_values": np.array([int(each) for each in Outcome], np.int32),
        "flag_meanings": " ".join(each.name.lower() for each in Outcome),
    }
