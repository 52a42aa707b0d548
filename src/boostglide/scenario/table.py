"""Axes and nested lists of tables: rising, complete, finite; what is wrong is named by row and column."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import pydantic
from pydantic import AfterValidator, Field, PlainSerializer, PlainValidator

from boostglide.scenario.fault import Refusal, shown
from boostglide.scenario.number import Angle, Time
from boostglide.scenario.place import refused_at
from boostglide.scenario.quantity import Amount

MOST_POINTS = 2_000
"""Longest axis of a table."""

Nested = tuple[Any, ...]
"""Numbers in lists of lists, one level an axis."""


def rising(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Check that the values of an axis rise.

    Raises
    ------
    pydantic_core.ValidationError
        At the first value that does not.
    """
    numbers = [value.value if isinstance(value, Amount) else value for value in values]
    for index, (before, after) in enumerate(itertools.pairwise(numbers), start=1):
        if after <= before:
            expected = f"values that rise, here above {_text(values[index - 1])}"
            advice = "sort the rows, and give each value of the axis once"
            raise refused_at(Refusal(expected, _text(values[index]), advice), index)
    return values


def _text(value: Any) -> str:
    return value.text if isinstance(value, Amount) else f"{value:g}"


_Points = Field(min_length=1, max_length=MOST_POINTS)

MachAxis = Annotated[tuple[Annotated[float, Field(ge=0, le=60)], ...], _Points, AfterValidator(rising)]
AngleAxis = Annotated[tuple[Angle, ...], _Points, AfterValidator(rising)]
NumberAxis = Annotated[tuple[float, ...], _Points, AfterValidator(rising)]
TimeAxis = Annotated[tuple[Time, ...], _Points, AfterValidator(rising)]


Impulses = Annotated[tuple[Time, ...], Field(min_length=1, max_length=MOST_POINTS)]
Shares = Annotated[tuple[Annotated[float, Field(ge=0, le=2)], ...], Field(min_length=1)]


def _nested(value: object) -> Nested:
    """Lists of lists of finite numbers as tuples; a single list is one too."""
    if not isinstance(value, (list, tuple)):
        raise Refusal("a list", shown(value), "write the values as a list, one level of brackets an axis")
    return tuple(_entry(part, (index,)) for index, part in enumerate(value))


def _entry(part: object, place: tuple[int, ...]) -> Any:
    if isinstance(part, (list, tuple)):
        if len(place) > 3:
            advice = "write one level of brackets an axis"
            raise refused_at(Refusal("at most three levels of lists", "more", advice), *place)
        return tuple(_entry(inner, (*place, index)) for index, inner in enumerate(part))
    if isinstance(part, bool) or not isinstance(part, (int, float)) or not math.isfinite(part):
        advice = "fill the gap from the source, or leave out its row or column"
        raise refused_at(Refusal("a finite number", shown(part), advice), *place)
    return float(part)


def _plain(value: Nested) -> list[Any]:
    return [_plain(part) if isinstance(part, tuple) else part for part in value]


NestedNumbers = Annotated[Nested, PlainValidator(_nested), PlainSerializer(_plain, return_type=list)]
Coefficients = Annotated[tuple[float, ...], Field(min_length=1, max_length=MOST_POINTS)]


def check_shape(values: Nested, axes: Sequence[tuple[str, int]], *place: str | int) -> None:
    """Check that nested lists have one entry for each value of each axis.

    Parameters
    ----------
    values
        The nested lists.
    axes
        Name and length of each axis, outermost first.
    place
        Where the lists stand.

    Raises
    ------
    pydantic_core.ValidationError
        At the first list that is too short, too long, or nested otherwise.
    """
    name, length = axes[0]
    if len(values) != length:
        advice = "the table has a gap or one row too many: compare it with the axis"
        expected = f"{length} entries, one for each value of `{name}`"
        raise refused_at(Refusal(expected, f"{len(values)}", advice), *place)
    for index, part in enumerate(values):
        deeper = isinstance(part, tuple)
        if deeper != (len(axes) > 1):
            expected = f"a list over `{axes[1][0]}`" if len(axes) > 1 else "a number"
            names = ", then ".join(f"`{each}`" for each, _ in axes)
            advice = f"nest the lists by {names}"
            found = f"a list of {len(part)} entries" if deeper else f"{part:g}"
            raise refused_at(Refusal(expected, found, advice), *place, index)
        if deeper:
            check_shape(part, axes[1:], *place, index)


def tables_in(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every table inside a model in words, with its dotted path.

    Parameters
    ----------
    value
        A model, or anything that one holds.
    path
        Path of the value itself.
    """
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from tables_in(part, f"{path}.{index}")
    if not isinstance(value, pydantic.BaseModel):
        return
    axes = [name for name in AXES if getattr(value, name, None)]
    if axes:
        spans = [_span(name, getattr(value, name)) for name in axes]
        columns = [name for name, part in value if isinstance(part, tuple) and part and name not in axes]
        words = ", ".join(column.replace("_", " ") for column in columns)
        yield path, f"{words} over {' and '.join(spans)} [{getattr(value, 'source', '')}]"
    for name, part in value:
        if name not in axes:
            yield from tables_in(part, f"{path}.{name}" if path else name)


AXES = {
    "mach": "Mach numbers",
    "angle_of_attack": "angles of attack",
    "log10_knudsen": "logarithms of the Knudsen number",
    "log10_reynolds": "logarithms of the Reynolds number",
    "time": "times",
}
"""Axes of tables by field, in words."""


def _span(name: str, values: tuple[Any, ...]) -> str:
    if len(values) == 1:
        return f"one of the {AXES[name]}, {_text(values[0])}"
    return f"{len(values)} {AXES[name]} from {_text(values[0])} to {_text(values[-1])}"
