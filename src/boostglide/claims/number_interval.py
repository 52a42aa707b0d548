"""What a stated number claims: an interval, beside the words that it was read from."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

_MAGNITUDE = math.sqrt(10.0)


@dataclass(frozen=True)
class Reading:
    """What a stated number claims.

    Parameters
    ----------
    text
        The number as it was written.
    value
        The number itself (the middle of a stated span), in `unit`.
    low, high
        The interval that it is read as, in `unit`; infinite where the statement has one side.
    unit
        The unit in one spelling; "Mach" for Mach numbers, empty for bare numbers.
    step
        Size of the last stated digit, in `unit`; 0 where a span or vague words are stated.
    written_unit
        The unit as it was written.
    qualifier
        The words before and behind the number, as they were written.
    share_of
        What a percentage or a fraction is one of, as it was written.
    also
        The same number in other units, as the text gives it in brackets.
    """

    text: str
    value: float
    low: float
    high: float
    unit: str
    step: float = 0.0
    written_unit: str = ""
    qualifier: str = ""
    share_of: str = ""
    also: tuple[Reading, ...] = ()

    @property
    def half_width(self) -> float:
        """Half the width of the interval, in `unit`."""
        return 0.5 * (self.high - self.low)

    @property
    def rounding(self) -> tuple[float, float]:
        """The interval of the number alone, in `unit`: what rounds to it, or its span, whatever bounds it."""
        if self.step:
            return self.value - 0.5 * self.step, self.value + 0.5 * self.step
        low, high = (end if math.isfinite(end) else self.value for end in (self.low, self.high))
        return low, high


def bounded(reading: Reading, kinds: tuple[str, ...]) -> Reading:
    """The interval after its qualifiers; the first that bounds decides, and "about" changes nothing.

    Parameters
    ----------
    reading
        The number alone.
    kinds
        Kinds of its qualifiers in their order, as `NumberWords` names them.
    """
    kind = next((each for each in kinds if each != "near"), "near")
    low, high = reading.low, reading.high
    own_low, own_high = (reading.value, reading.value) if reading.step else (low, high)
    if kind == "above":
        low, high = own_low, math.inf
    elif kind == "below":
        low, high = -math.inf, own_high
    elif kind == "little_above":
        low = own_low
    elif kind == "little_below":
        high = own_high
    elif kind == "magnitude" and reading.value > 0:
        low, high = reading.value / _MAGNITUDE, reading.value * _MAGNITUDE
    return replace(reading, low=low, high=high)
