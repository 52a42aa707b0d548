"""Numbers as people read them: few digits, thousands apart, powers of ten as powers of ten."""

import math

import numpy as np

from boostglide.report.short_names import unit_name

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_READABLE = {
    "rad": (math.degrees(1.0), "°"),
    "rad/s": (math.degrees(1.0), "°/s"),
    "W/m^2": (1e-3, "kW/m²"),
    "J/m^2": (1e-6, "MJ/m²"),
    "-": (1.0, ""),
    "1": (1.0, ""),
    "dimensionless": (1.0, ""),
    "": (1.0, ""),
}
_LARGE = {
    "m": (2e3, 1e-3, "km"),
    "m/s": (1e3, 1e-3, "km/s"),
    "Pa": (1e4, 1e-3, "kPa"),
    "s": (600.0, 1 / 60, "min"),
    "Hz": (1e6, 1e-6, "MHz"),
    "J/kg": (1e5, 1e-6, "MJ/kg"),
    "W": (1e6, 1e-6, "MW"),
    "J": (1e6, 1e-6, "MJ"),
}


def power_of_ten(exponent: int) -> str:
    """A power of ten with a raised exponent, for example 10⁻⁸."""
    return "10" + str(exponent).translate(_RAISED)


def number(value: float, digits: int = 3) -> str:
    """A number with `digits` significant digits: 3,220, 0.35, 1.2×10¹⁶; a missing one is a dash."""
    if value is None or not math.isfinite(value):
        return "–"
    size = abs(value)
    if size and not 1e-3 <= size < 1e6:
        exponent = math.floor(math.log10(size))
        mantissa = f"{value / 10.0**exponent:.{max(digits - 2, 0)}f}"
        if float(mantissa) in (10.0, -10.0):
            mantissa, exponent = mantissa.replace("10", "1", 1), exponent + 1
        return power_of_ten(exponent) if float(mantissa) == 1.0 else f"{mantissa}×{power_of_ten(exponent)}"
    if not size:
        return "0"
    decimals = max(digits - 1 - math.floor(math.log10(size)), 0)
    text = f"{value:,.{decimals}f}" if size < 1e3 or decimals else f"{value:,.0f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def alike(values: tuple[float, ...], digits: int = 3) -> tuple[str, ...]:
    """Numbers of like size with the same decimals, so that they can be compared: 3.08, 3.90, 4.70."""
    sizes = [abs(value) for value in values if math.isfinite(value) and value]
    if not sizes or max(sizes) >= 1e6 or min(sizes) < 1e-3 or max(sizes) > 100 * min(sizes):
        return tuple(number(value, digits) for value in values)
    decimals = max(digits - 1 - math.floor(math.log10(max(sizes))), 0)
    return tuple(
        f"{value:,.{decimals}f}".replace("-", "−") if math.isfinite(value) else "–" for value in values
    )


def single(values: np.ndarray) -> str:
    """Samples that are all but one value; an exact one with seven digits."""
    return number(float(np.median(values)), 7 if np.size(values) == 1 else 3)


def readable_unit(unit: str) -> str:
    """A unit with raised exponents: kg/m^3 becomes kg/m³; a pure number has none."""
    if unit in _READABLE and _READABLE[unit][0] == 1.0:
        return _READABLE[unit][1]
    if (name := unit_name(unit)) is not None:
        return name
    parts = unit.replace("**", "^").split("^")
    return parts[0] + "".join(_raise_exponent(part) for part in parts[1:])


def _raise_exponent(part: str) -> str:
    """Raise the digits that open a part, and only those."""
    end = next((i for i, letter in enumerate(part) if letter not in "-0123456789"), len(part))
    return part[:end].translate(_RAISED) + part[end:]


def with_unit(value: float, unit: str, digits: int = 3) -> str:
    """A number and its unit: 3,220 km; a degree sign stands close."""
    unit = readable_unit(unit)
    space = "" if unit in ("°", "°/s", "%") else " "
    return f"{number(value, digits)}{space}{unit}".strip()


def for_people(values: np.ndarray, unit: str) -> tuple[np.ndarray, str]:
    """SI values and unit in the unit that people use for that size: 3.2e6 m becomes 3200 km."""
    values = np.asarray(values, dtype=float)
    if unit in _READABLE:
        factor, name = _READABLE[unit]
        return values * factor, name
    if unit in _LARGE and np.any(np.isfinite(values)):
        threshold, factor, name = _LARGE[unit]
        if np.nanmax(np.abs(values)) >= threshold:
            return values * factor, name
    return values, readable_unit(unit)


def spread(values: np.ndarray) -> tuple[float, float, float]:
    """The 5 %, 50 % and 95 % quantiles of the finite values; NaN where there are none."""
    finite = np.asarray(values, dtype=float)
    finite = finite[np.isfinite(finite)]
    if not finite.size:
        return math.nan, math.nan, math.nan
    low, middle, high = np.quantile(finite, [0.05, 0.5, 0.95])
    return float(low), float(middle), float(high)
