"""Sampled parameters of studies that a scenario does not hold: each with unit, distribution and source."""

import functools
from typing import Annotated, Literal

import numpy as np
from pydantic import Field, PlainValidator

from boostglide.core import data_path
from boostglide.scenario import (
    Amount,
    FrozenModel,
    Given,
    Samples,
    load_document,
    parse_quantity,
    uniform_column,
)
from boostglide.study.result import Parameter

Name = Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
AnyAmount = Annotated[Amount, PlainValidator(lambda value: parse_quantity(value))]


class Entry(FrozenModel):
    """One parameter.

    Parameters
    ----------
    label
        What people call it.
    number
        Value or distribution with its source.
    """

    label: str
    number: Given[AnyAmount]


class ParameterFile(FrozenModel):
    """Parameters of one study by key.

    Parameters
    ----------
    format
        ``boostglide-parameters/1``.
    title
        Heading of the study.
    description, source, licence
        Header of every data file.
    parameters
        The parameters.
    """

    format: Literal["boostglide-parameters/1"]
    title: str
    description: str
    source: str
    licence: str
    parameters: dict[Name, Entry]


@functools.cache
def parameter_file(study: str) -> ParameterFile:
    """The parameter file of a study that boostglide carries."""
    return load_document(data_path(f"study/{study}.yaml"), ParameterFile)


def sample_parameters(study: str, samples: int, seed: int) -> dict[str, Parameter]:
    """The parameters of a study over its parameter sets.

    Each has a random column of its own, drawn from (seed, study, key).

    Parameters
    ----------
    study
        Name of the study.
    samples, seed
        How many parameter sets, and the seed.

    Returns
    -------
    dict of Parameter
        By key, values in SI, shape (samples,).
    """
    found = {}
    for key, entry in parameter_file(study).parameters.items():
        number = entry.number
        column = uniform_column(f"{study}.{key}", samples, seed)
        values = np.asarray(number.distribution.quantile(column), float)
        unit = "" if number.unit in ("-", "Mach") else number.unit
        found[key] = Parameter(values, unit, entry.label, number.source, number.text)
    return found


def scenario_parameters(samples: Samples) -> dict[str, Parameter]:
    """The parameters of a scenario's members, as a study states them."""
    return {
        path: Parameter(
            each.values, "" if each.unit == "-" else each.unit, each.label, each.source, each.text
        )
        for path, each in samples.parameters.items()
    }
