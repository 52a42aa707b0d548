"""A number of a scenario: a fixed value or a distribution, with its unit and its source."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterator
from typing import Annotated, Any, Generic, TypeVar

import pydantic
from pydantic import AfterValidator, Field, PlainSerializer, PlainValidator

from boostglide.core import bibliography
from boostglide.scenario.distribution import (
    Discrete,
    Distribution,
    Fixed,
    LogUniform,
    Normal,
    Triangular,
    Uniform,
)
from boostglide.scenario.fault import Refusal, shown
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.quantity import Amount, format_quantity, parse_quantity

CHOICE = "choice of this scenario"


def reads(dimension: str) -> PlainValidator:
    """Validator of a pydantic field that takes text with a unit of one kind and holds an `Amount`.

    Parameters
    ----------
    dimension
        Key of `DIMENSIONS`.
    """

    def read(value: object) -> Amount:
        return value if isinstance(value, Amount) else parse_quantity(value, dimension)

    return PlainValidator(read)


def _written(amount: Amount) -> str:
    return amount.text


WRITES = PlainSerializer(_written, return_type=str)
"""Serializer beside `reads`: an amount is written as the text that it was read from."""


def quantity_field(dimension: str) -> Any:
    """Type of a pydantic field that takes text with a unit of one kind and holds an `Amount`.

    Parameters
    ----------
    dimension
        Key of `DIMENSIONS`.
    """
    return Annotated[Amount, reads(dimension), WRITES]


Length = Annotated[Amount, reads("length"), WRITES]
Mass = Annotated[Amount, reads("mass"), WRITES]
Time = Annotated[Amount, reads("time"), WRITES]
Speed = Annotated[Amount, reads("speed"), WRITES]
Angle = Annotated[Amount, reads("angle"), WRITES]
Area = Annotated[Amount, reads("area"), WRITES]
Force = Annotated[Amount, reads("force"), WRITES]
Density = Annotated[Amount, reads("density"), WRITES]
MomentOfInertia = Annotated[Amount, reads("moment_of_inertia"), WRITES]
BallisticCoefficient = Annotated[Amount, reads("ballistic_coefficient"), WRITES]
Pressure = Annotated[Amount, reads("pressure"), WRITES]
Temperature = Annotated[Amount, reads("temperature"), WRITES]
Dimensionless = Annotated[Amount, reads("dimensionless"), WRITES]

Quantity = TypeVar("Quantity")


def check_source(text: str) -> str:
    """Accept bibliography keys and free text, parted by semicolons; refuse an unknown key.

    Parameters
    ----------
    text
        Keys and sentences.

    Raises
    ------
    Refusal
        If a part of one word is no bibliography key.
    """
    parts = [part.strip() for part in text.split(";")]
    for part in parts:
        if " " in part:
            continue
        known = _known_keys()
        if part not in known:
            near = difflib.get_close_matches(part, known, n=1)
            advice = f"did you mean `{near[0]}`?" if near else 'write a sentence, such as "assumption: ..."'
            raise Refusal("a bibliography key or a sentence that names the source", shown(part), advice)
    return "; ".join(parts)


def _known_keys() -> dict[str, str]:
    try:
        return bibliography()
    except ValueError as error:  # a broken bibliography is ours, and pydantic would blame the file
        raise RuntimeError(str(error)) from error


Source = Annotated[str, AfterValidator(check_source)]


class Range(FrozenModel, Generic[Quantity]):
    """Lowest and highest value."""

    low: Quantity
    high: Quantity


class Bell(FrozenModel, Generic[Quantity]):
    """Mean and standard deviation, with optional limits."""

    mean: Quantity
    standard_deviation: Quantity
    low: Quantity | None = None
    high: Quantity | None = None


class Triangle(FrozenModel, Generic[Quantity]):
    """Lowest, most likely and highest value."""

    low: Quantity
    mode: Quantity
    high: Quantity


class Options(FrozenModel, Generic[Quantity]):
    """Possible values and their weights; equal weights if none are given."""

    values: tuple[Quantity, ...]
    weights: tuple[float, ...] = ()


class Also(FrozenModel, Generic[Quantity]):
    """Another published value of a number, kept beside the one in use; a value or a range."""

    value: Quantity | None = None
    uniform: Range[Quantity] | None = None
    source: Source
    note: str = ""

    @pydantic.model_validator(mode="after")
    def _is_one(self) -> Also[Quantity]:
        if (self.value is None) == (self.uniform is None):
            found = "neither" if self.value is None else "both"
            raise Refusal("either `value` or `uniform`", found, "keep one of them")
        return self

    @property
    def text(self) -> str:
        """The value in words, in the unit in which it was written."""
        if isinstance(self.value, Amount):
            return self.value.text
        span: Any = self.uniform
        return f"{span.low.text} to {span.high.text}"


class Given(FrozenModel, Generic[Quantity]):
    """A number with its source, given as a fixed value or as exactly one distribution.

    `also` lists what others have published for the same number. It changes no result: values that conflict
    are shown side by side and never averaged.
    """

    value: Quantity | None = None
    uniform: Range[Quantity] | None = None
    log_uniform: Range[Quantity] | None = Field(default=None, alias="log-uniform")
    normal: Bell[Quantity] | None = None
    triangular: Triangle[Quantity] | None = None
    discrete: Options[Quantity] | None = None
    source: Source
    note: str = ""
    also: tuple[Also[Quantity], ...] = ()

    @pydantic.model_validator(mode="before")
    @classmethod
    def _is_mapping(cls, data: Any) -> Any:
        if not isinstance(data, (dict, Given)):
            advice = (
                f"write `value: {data}` and `source: ...` below the field" if data is not None else "add both"
            )
            raise Refusal("a mapping with `value` (or a distribution) and `source`", shown(data), advice)
        return data

    @pydantic.model_validator(mode="after")
    def _is_one(self) -> Given[Quantity]:
        given = [alias for alias, shape in self._shapes().items() if shape is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none"
            raise Refusal(f"exactly one of {', '.join(self._shapes())}", found, "keep one of them")
        spread = [amount for amount in self.amounts if amount.half_width > 0]
        if spread and self.value is None:
            advice = "use ± only after `value`"
            raise Refusal("a value without ±", shown(spread[0].text), advice)
        if not all(math.isfinite(bound) for bound in self.distribution.bounds) and self.normal is None:
            raise Refusal("finite values", self.text, "correct the values")
        return self

    def _shapes(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "uniform": self.uniform,
            "log-uniform": self.log_uniform,
            "normal": self.normal,
            "triangular": self.triangular,
            "discrete": self.discrete,
        }

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount that was written, in the order of the fields."""
        shape = next((shape for shape in self._shapes().values() if shape is not None), None)
        if isinstance(shape, Options):
            return shape.values
        parts = dict(shape) if isinstance(shape, pydantic.BaseModel) else {"value": shape}
        return tuple(part for part in parts.values() if isinstance(part, Amount))

    @property
    def unit(self) -> str:
        """SI unit of the number."""
        return self.amounts[0].unit

    @property
    def distribution(self) -> Distribution:
        """The number as a distribution in SI."""
        si = [amount.value for amount in self.amounts]
        if isinstance(self.value, Amount):
            return Uniform(*self.value.bounds) if self.value.half_width else Fixed(self.value.value)
        if self.uniform is not None:
            return Uniform(*si)
        if self.log_uniform is not None:
            return LogUniform(*si)
        if self.triangular is not None:
            return Triangular(*si)
        if self.discrete is not None:
            return Discrete(tuple(si), self.discrete.weights)
        return self._bell()

    def _bell(self) -> Normal:
        bell: Any = self.normal
        limits = {
            side: getattr(bell, side).value for side in ("low", "high") if getattr(bell, side) is not None
        }
        return Normal(bell.mean.value, bell.standard_deviation.value, **limits)

    @property
    def text(self) -> str:
        """The distribution in words, in the units in which it was written."""
        texts = [amount.text for amount in self.amounts]
        if self.value is not None:
            return texts[0]
        if self.uniform is not None or self.log_uniform is not None:
            return f"{'uniform' if self.uniform else 'log-uniform'} from {texts[0]} to {texts[1]}"
        if self.triangular is not None:
            return f"triangular from {texts[0]} to {texts[2]}, most likely {texts[1]}"
        if self.discrete is not None:
            weights = ", ".join(f"{weight:g}" for weight in self.discrete.weights) or "equal"
            return f"one of {', '.join(texts)} (weights {weights})"
        return self._bell_text()

    def _bell_text(self) -> str:
        bell: Any = self.normal
        text = f"normal with mean {bell.mean.text} and standard deviation {bell.standard_deviation.text}"
        above = f", above {bell.low.text}" if bell.low is not None else ""
        below = f", below {bell.high.text}" if bell.high is not None else ""
        return text + above + below


class Chosen(Given[Quantity], Generic[Quantity]):
    """A number that the scenario chooses rather than knows; plain text stands for the value."""

    source: Source = CHOICE

    @pydantic.model_validator(mode="before")
    @classmethod
    def _is_mapping(cls, data: Any) -> Any:
        return data if isinstance(data, (dict, Given)) else {"value": data}


def numbers_in(value: Any, path: str = "") -> Iterator[tuple[str, Given[Any]]]:
    """Every number inside a model, with its dotted path, in the order of the fields.

    Parameters
    ----------
    value
        A model, or anything that one holds.
    path
        Path of the value itself.
    """
    if isinstance(value, Given):
        yield path, value
        return
    if isinstance(value, pydantic.BaseModel):
        parts: Iterator[tuple[Any, Any]] = iter(value)
    elif isinstance(value, (tuple, dict)):
        parts = iter(value.items() if isinstance(value, dict) else enumerate(value))
    else:
        return
    for name, part in parts:
        yield from numbers_in(part, f"{path}.{name}" if path else str(name))


def within(low: float, high: float, unit: str, *, open_low: bool = False) -> AfterValidator:
    """Check that every value a number can take lies in a range.

    Parameters
    ----------
    low, high
        Range in SI.
    unit
        Unit in which a fault names the range.
    open_low
        Whether `low` itself is outside.
    """

    def check(number: Given[Any]) -> Given[Any]:
        lowest, highest = number.distribution.bounds
        if lowest < low or highest > high or (open_low and lowest <= low):
            low_text, high_text = format_quantity(low, unit), format_quantity(high, unit)
            range_text = f"{'above' if open_low else 'from'} {low_text} up to {high_text}"
            unlimited = not (math.isfinite(lowest) and math.isfinite(highest))
            advice = "add `low` and `high` to the normal distribution" if unlimited else "correct the value"
            raise Refusal(f"values {range_text}", number.text, advice)
        return number

    return AfterValidator(check)


def whole(number: Given[Any]) -> Given[Any]:
    """Check that a number is a count: fixed or discrete, without a fraction.

    Raises
    ------
    Refusal
        If it is not.
    """
    counted = number.value is not None or number.discrete is not None
    if not counted or any(amount.value % 1 or amount.half_width for amount in number.amounts):
        raise Refusal(
            "a whole number, or discrete whole numbers", number.text, "write for example `value: 2`"
        )
    return number
