"""Stated numbers in the unit in which they are compared and shown."""

import functools

from boostglide.scenario import parse_quantity, to_unit, unit_dimension

_BARE = {"", "1", "dimensionless"}


def quantity(text: str, unit: str) -> float:
    """A number with a unit, as ledger files state it, in the unit asked for.

    Parameters
    ----------
    text
        For example "40,000 km", "Mach 5", "20 dB", or "1" where `unit` is "-".
    unit
        Unit of the result.

    Raises
    ------
    ValueError
        If the text is no number with a unit of that kind.
    """
    amount = parse_quantity(text)
    if not _same_kind(amount.dimension, unit_dimension(unit)):
        raise ValueError(f"Argument `text` must be a number in {unit} or a like unit, but is {text!r}.")
    return _shed_rounding(float(to_unit(amount.value, unit)))


def stated(value: float, unit: str, to: str) -> float:
    """A number in another unit of the same kind.

    Parameters
    ----------
    value
        The number, in `unit`.
    unit, to
        Names of units; empty or "-" for bare numbers.
    """
    return quantity(f"{value!r} {unit}" if unit not in _BARE and unit != "-" else f"{value!r}", to)


def displayed(values, unit: str, to: str):
    """SI values of a study in the unit in which a claim is shown.

    Parameters
    ----------
    values
        Number or array in the SI unit `unit`.
    unit
        SI unit of the values; empty for pure numbers.
    to
        Unit to show.

    Raises
    ------
    ValueError
        If `to` measures another kind of quantity.
    """
    own = "-" if unit in _BARE else unit
    if own == to:
        return values
    if not convertible(own, to):
        raise ValueError(f"Argument `to` must be a unit of the same kind as `{own}`, but is `{to}`.")
    return to_unit(values, to)


@functools.lru_cache(maxsize=512)
def kind_of_unit(unit: str) -> str | None:
    """The kind of quantity that a unit measures, as a name of `scenario.DIMENSIONS`; None for counts.

    Parameters
    ----------
    unit
        Name of a unit; empty or "-" for bare numbers.
    """
    try:
        return unit_dimension("-" if unit in _BARE else unit)
    except ValueError:
        return None


def convertible(unit: str, to: str) -> bool:
    """Whether two units measure the same kind of quantity; Mach numbers count as bare ones.

    Parameters
    ----------
    unit, to
        Names of units; empty or "-" for bare numbers.
    """
    first, second = kind_of_unit(unit), kind_of_unit(to)
    return first is not None and second is not None and _same_kind(first, second)


def _same_kind(one: str, other: str) -> bool:
    bare = {"mach", "dimensionless"}
    return one == other or {one, other} <= bare


def _shed_rounding(value: float) -> float:
    """Twelve digits: a bound that two units express exactly must not differ by a last bit."""
    return float(f"{value:.12g}")
