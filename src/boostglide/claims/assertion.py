"""The kinds of claim, and what decides each; every decidable kind is a quantity against an interval."""

import math
import re
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from boostglide.claims.reading import read
from boostglide.claims.units import quantity, stated
from boostglide.scenario import FrozenModel

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Interval(FrozenModel):
    """What a claim asks of a number, as text with units.

    Either `as_stated` (words of the report, read by the rounding rules of `reading`), or `about` with
    `plus_minus`, or one or both of `at_least` and `at_most`.
    """

    as_stated: str | None = None
    at_least: str | None = None
    at_most: str | None = None
    about: str | None = None
    plus_minus: str | None = None

    @model_validator(mode="after")
    def _one_form(self):
        forms = [self.as_stated is not None, self.about is not None, bool(self.at_least or self.at_most)]
        if sum(forms) != 1:
            raise ValueError("state one of `as_stated`, `about`, or `at_least` and `at_most`")
        if self.plus_minus is not None and self.about is None:
            raise ValueError("`plus_minus` belongs to `about`")
        if self.as_stated is not None:
            read(self.as_stated)
        return self

    def bounds(self, unit: str) -> tuple[float, float]:
        """Low and high bound in `unit`; infinite where the claim has one side.

        Raises
        ------
        ValueError
            If a text is not a number with a unit of that kind, or low is above high.
        """
        low, high = -math.inf, math.inf
        if self.as_stated is not None:
            reading = read(self.as_stated)
            low, high = (_shift(edge, reading.unit, unit) for edge in (reading.low, reading.high))
        elif self.about is not None:
            middle = quantity(self.about, unit)
            slack = quantity(self.plus_minus, unit) if self.plus_minus else _half_digit(self.about, unit)
            low, high = middle - slack, middle + slack
        if self.at_least is not None:
            low = quantity(self.at_least, unit)
        if self.at_most is not None:
            high = quantity(self.at_most, unit)
        if low > high:
            raise ValueError(f"the low bound {low:g} {unit} lies above the high bound {high:g} {unit}")
        return low, high

    @property
    def text(self) -> str:
        """The interval in its own words and units."""
        if self.as_stated is not None:
            return self.as_stated
        if self.about is not None:
            return f"about {self.about}" + (f" (plus or minus {self.plus_minus})" if self.plus_minus else "")
        if self.at_least is not None and self.at_most is not None:
            return f"{self.at_least} to {self.at_most}"
        return f"at least {self.at_least}" if self.at_least is not None else f"at most {self.at_most}"


def _shift(edge: float, unit: str, to: str) -> float:
    return edge if math.isinf(edge) else stated(edge, unit, to)


def _half_digit(text: str, unit: str) -> float:
    reading = read(text)
    return 0.5 * (_shift(reading.high, reading.unit, unit) - _shift(reading.low, reading.unit, unit))


class QuantityOf(FrozenModel):
    """One quantity of a study, in the unit in which it is shown."""

    study: str
    quantity: str
    unit: str
    label: str | None = None


class Alongside(QuantityOf):
    """A row that is shown beside the deciding one, and decides nothing."""

    interval: Interval | None = None


class RangeAssertion(FrozenModel):
    """A computed quantity against a claimed interval.

    `models` names the same quantity by other models: all decide, none is averaged, and where they fall in
    different bands the claim is underdetermined. `model_error` replaces that of the study, for a ratio whose
    errors cancel.
    """

    kind: Literal["range"]
    study: str
    quantity: str
    unit: str
    label: str | None = None
    interval: Interval
    chart: Literal["histogram", "path", "bars", "none"] = "histogram"
    models: tuple[QuantityOf, ...] = ()
    alongside: tuple[Alongside, ...] = ()
    refused_part: str | None = None
    model_error: float | None = Field(default=None, gt=0.0)
    reads_as: str

    @property
    def deciding(self) -> tuple[QuantityOf, ...]:
        """The quantities that decide, the first one first."""
        first = QuantityOf(study=self.study, quantity=self.quantity, unit=self.unit, label=self.label)
        return (first, *self.models)


class Pair(FrozenModel):
    """Two stated numbers that should be one quantity; the second is rounded as it is written."""

    stated: str
    equals: str


class ConversionAssertion(FrozenModel):
    """Stated conversions: each must agree within half the last stated digit."""

    kind: Literal["conversion"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=1)]
    reads_as: str


class Event(FrozenModel):
    """Something with a date and a source; the date is a year, a month or a day, as far as it is known."""

    what: str
    date: str
    source: str

    @field_validator("date")
    @classmethod
    def _date(cls, value: str) -> str:
        if not DATE.fullmatch(value):
            raise ValueError("write a date as 2021, 2021-11 or 2021-11-21, in quotes")
        return value


class Order(FrozenModel):
    """The claim needs `first` before `then`."""

    first: Event
    then: Event


class ChronologyAssertion(FrozenModel):
    """Dates with sources: in every order, the first event must come before the other."""

    kind: Literal["chronology"]
    orders: Annotated[tuple[Order, ...], Field(min_length=1)]
    alongside: tuple[Alongside, ...] = ()
    reads_as: str


class DocumentaryAssertion(FrozenModel):
    """Not a physics question: a matter of record, an opinion, a forecast, a point of law."""

    kind: Literal["documentary"]
    reason: Literal["record", "opinion", "forecast", "law"]
    because: str


class IllPosedAssertion(FrozenModel):
    """The words cannot be turned into a test; the reason says why."""

    kind: Literal["ill-posed"]
    because: str


class RefusalAssertion(FrozenModel):
    """Out of scope: the key of the refusal list, and rows that may be answered instead."""

    kind: Literal["refusal"]
    refusal: str
    instead: tuple[Alongside, ...] = ()


Assertion = Annotated[
    RangeAssertion
    | ConversionAssertion
    | ChronologyAssertion
    | DocumentaryAssertion
    | IllPosedAssertion
    | RefusalAssertion,
    Field(discriminator="kind"),
]


def quantities_of(assertion: Assertion) -> tuple[QuantityOf, ...]:
    """Every quantity of a study that an assertion names, deciding rows first."""
    deciding = assertion.deciding if isinstance(assertion, RangeAssertion) else ()
    shown = getattr(assertion, "alongside", ()) or getattr(assertion, "instead", ())
    return (*deciding, *shown)
