"""A whole scenario: the file as an object, and its members."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

import numpy as np
import pydantic
from pydantic import Field

from boostglide.scenario.burnout import burnout_parameter, check_burnout
from boostglide.scenario.consistency import check_scenario
from boostglide.scenario.end import Watch
from boostglide.scenario.fault import Refusal
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import Given
from boostglide.scenario.phase import Limits, Phases
from boostglide.scenario.place import refused_at
from boostglide.scenario.quantity import unit_dimension
from boostglide.scenario.rocket import Rocket
from boostglide.scenario.samples import SampledParameter, Samples, Values, normal_columns, uniform_column
from boostglide.scenario.search import Search
from boostglide.scenario.start import Booster, Start
from boostglide.scenario.vehicle import Vehicle
from boostglide.scenario.world import World

LABELS = {
    "lift_to_drag": "best lift-to-drag ratio",
    "equal_staging": "equal stages",
    "stages": "number of stages",
    "flight_path_angle": "flight-path angle",
    "density_factor": "factor on air density",
    "loss": "speed lost in ascent",
}


class Scenario(FrozenModel):
    """What is flown, from where, how and until when; every number with its unit and its source.

    Parameters
    ----------
    format
        ``boostglide-scenario/1``.
    name
        Short name of lower-case words and hyphens.
    title, summary
        For people.
    assumptions
        One sentence for each choice that the numbers rest on.
    world, vehicle, rocket, start, phases, limits
        Planet, vehicle, the rocket that carries it, first state, laws in sequence, and the bounds of the
        whole flight.
    events
        Events to report beside those that every flight has.
    solve_for
        Searches that fix numbers of the scenario before it is flown.
    """

    format: Literal["boostglide-scenario/1"]
    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
    title: str
    summary: str
    assumptions: tuple[str, ...] = ()
    world: World = Field(default_factory=World)
    vehicle: Vehicle
    rocket: Rocket | None = None
    start: Start
    phases: Phases
    limits: Limits = Field(default_factory=Limits)
    events: Annotated[tuple[Watch, ...], Field(max_length=40)] = ()
    solve_for: Annotated[tuple[Search, ...], Field(max_length=4)] = ()

    @pydantic.model_validator(mode="after")
    def _leaves_the_ground(self) -> Scenario:
        if isinstance(self.start, Booster):
            check_burnout(self.start, self.vehicle)
        check_scenario(self)
        for number, search in enumerate(self.solve_for):
            self._check_search(number, search)
        return self

    def _check_search(self, number: int, search: Search) -> None:
        """The unknown must be a number of the scenario, and its bounds must have its unit."""
        if search.unknown not in self.numbers:
            near = difflib.get_close_matches(search.unknown, self.numbers, n=1)
            advice = f"did you mean `{near[0]}`?" if near else "name a number of the scenario"
            refusal = Refusal("the dotted path of a number", f"`{search.unknown}`", advice)
            raise refused_at(refusal, "solve_for", number, "unknown")
        try:
            search.bounds(unit_dimension(self.numbers[search.unknown].unit))
        except Refusal as refusal:
            raise refused_at(refusal, "solve_for", number, "low") from None

    @property
    def numbers(self) -> dict[str, Given[Any]]:
        """Every number of the scenario by its dotted path, in the order of the file."""
        return dict(_numbers(self, ""))

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source that a number names, each once: bibliography keys and free text."""
        parts = (part for number in self.numbers.values() for part in number.source.split("; "))
        return tuple(dict.fromkeys(parts))

    @property
    def digest(self) -> str:
        """SHA-256 of the content as written; comments, order and layout of the file do not count."""
        content = json.dumps(self.model_dump(mode="json", by_alias=True), sort_keys=True)
        return hashlib.sha256(content.encode("utf-8")).hexdigest()

    def sample(self, samples: int, seed: int = 0) -> Samples:
        """Draw members.

        Each number has a random column of its own, drawn from (seed, path): to add a number changes no
        other, and more members begin with the same ones.

        Parameters
        ----------
        samples
            How many members, at least 1 [-].
        seed
            Zero or more [-].

        Raises
        ------
        ValueError
            If `samples` or `seed` is out of range.
        """
        if samples < 1:
            raise ValueError(f"Argument `samples` must be at least 1, but is {samples}.")
        if seed < 0:
            raise ValueError(f"Argument `seed` must be zero or more, but is {seed}.")
        columns = {path: uniform_column(path, samples, seed) for path in self.numbers}
        return self._members(columns, samples, seed)

    def members(self, uniforms: Mapping[str, Values]) -> Samples:
        """Members at given probabilities, for quasi-random designs and sensitivity studies.

        Parameters
        ----------
        uniforms
            Column of probabilities from 0 to 1 [-] for each varying number by path, all of one shape (n,);
            numbers without a column stand at their median.

        Raises
        ------
        ValueError
            If a path is unknown, or the columns are empty or of different length.
        """
        unknown = sorted(set(uniforms) - set(self.numbers))
        sizes = {len(column) for column in uniforms.values()}
        if unknown or len(sizes) != 1:
            found = f"unknown paths {unknown}" if unknown else f"columns of lengths {sorted(sizes)}"
            raise ValueError(
                f"Argument `uniforms` must hold columns of one length for known paths, but has {found}."
            )
        size = sizes.pop()
        columns = {path: uniforms.get(path, np.full(size, 0.5)) for path in self.numbers}
        return self._members(columns, size, None)

    def _members(self, columns: Mapping[str, Values], size: int, seed: int | None) -> Samples:
        parameters = {path: _sampled(path, number, columns[path]) for path, number in self.numbers.items()}
        if isinstance(self.start, Booster):
            parameters["start.speed"] = burnout_parameter(self.start, parameters)
        if self.world.density_variation is not None:
            parameters |= normal_columns(self.world.density_variation, size, seed)
        return Samples(parameters, size, seed)


def _sampled(path: str, number: Given[Any], probability: Values) -> SampledParameter:
    distribution = number.distribution
    values = distribution.quantile(probability)
    return SampledParameter(
        values, number.unit, _label(path), number.source, number.text, distribution.varies
    )


def _label(path: str) -> str:
    """Name for people: the last part in words, with its phase or stage where the path has a number."""
    parts = path.split(".")
    name = LABELS.get(parts[-1], parts[-1].replace("_", " "))
    if parts[0] == "phases":
        return f"{name}{' at the end' if 'end' in parts else ''} of phase {int(parts[1]) + 1}"
    if "stages" in parts[:-1]:
        return f"{name} of stage {int(parts[parts.index('stages') + 1]) + 1}"
    return {"start": f"{name} at start", "limits": f"limit of {name}"}.get(parts[0], name)


def _numbers(value: Any, path: str) -> Iterator[tuple[str, Given[Any]]]:
    if isinstance(value, Given):
        yield path, value
        return
    if isinstance(value, pydantic.BaseModel):
        parts: Iterator[tuple[Any, Any]] = iter(value)
    elif isinstance(value, tuple):
        parts = iter(enumerate(value))
    else:
        return
    for name, part in parts:
        yield from _numbers(part, f"{path}.{name}" if path else str(name))
