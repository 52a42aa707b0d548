"""Text with a unit to SI, and back for display; the only place where pint is used."""

from __future__ import annotations

import dataclasses
import difflib
import functools
import math
import re
import threading
from typing import Any, NamedTuple

from boostglide.scenario.fault import Refusal, shown


class Dimension(NamedTuple):
    """A kind of quantity: its name in words, its SI unit, and an example for a person to copy."""

    words: str
    unit: str
    example: str


DIMENSIONS: dict[str, Dimension] = {
    "length": Dimension("a length", "m", "24 mi"),
    "area": Dimension("an area", "m^2", "0.5 m^2"),
    "volume": Dimension("a volume", "m^3", "2 m^3"),
    "mass": Dimension("a mass", "kg", "1,000 kg"),
    "time": Dimension("a time", "s", "12 min"),
    "speed": Dimension("a speed", "m/s", "3.5 km/s"),
    "acceleration": Dimension("an acceleration", "m/s^2", "9.8 m/s^2"),
    "angle": Dimension("an angle", "rad", "-1.5 deg"),
    "angular_rate": Dimension("an angular rate", "rad/s", "0.1 deg/s"),
    "moment_of_inertia": Dimension("a moment of inertia", "kg m^2", "5,000 kg m^2"),
    "temperature": Dimension("a temperature", "K", "900 K"),
    "pressure": Dimension("a pressure", "Pa", "102 Pa"),
    "density": Dimension("a density", "kg/m^3", "1.2 kg/m^3"),
    "ballistic_coefficient": Dimension("a ballistic coefficient", "kg/m^2", "13,000 kg/m^2"),
    "force": Dimension("a force", "N", "3.9 kN"),
    "energy": Dimension("an energy", "J", "4.2 MJ"),
    "specific_energy": Dimension("an energy per mass", "J/kg", "4.184 MJ/kg"),
    "power": Dimension("a power", "W", "15 GW"),
    "heat_flux": Dimension("a heat flux", "W/m^2", "0.6 MW/m^2"),
    "heat_load": Dimension("a heat load", "J/m^2", "66 MJ/m^2"),
    "radiant_intensity": Dimension("a radiant intensity", "W/sr", "20 kW/sr"),
    "frequency": Dimension("a frequency", "Hz", "1575.42 MHz"),
    "number_density": Dimension("a number density", "1/m^3", "3.1e16 1/m^3"),
    "mach": Dimension("a Mach number", "Mach", "Mach 8"),
    "decibel": Dimension("a level in decibels", "dB", "20 dB"),
    "dimensionless": Dimension("a plain number", "-", "2.6"),
}
"""Kinds of quantity that a field can ask for, by name."""

COMMON_UNITS = (
    "m km cm mm ft mi nmi inch yard kg g t lb s ms min h day year m/s km/s km/h mph ft/s knot deg rad deg/s "
    "deg/h K degC degF Pa kPa MPa bar psi atm kg/m^3 kg/m^2 lb/ft^2 N kN lbf J kJ MJ GJ J/kg MJ/kg W kW MW "
    "GW W/m^2 kW/m^2 MW/m^2 W/cm^2 W/sr kW/sr Hz kHz MHz GHz 1/m^3 1/cm^3 m^2 m^3"
).split()

_NUMBER = r"[-+\u2212]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?"
_AMOUNT = re.compile(
    rf"(?P<mach>[Mm]ach\s+)?(?P<number>{_NUMBER})\s*(?P<unit>[^\d\s±+\-−.,][^±+]*?|1/[^±+]*?)?\s*"
    rf"(?:(?:±|\+/?-)\s*(?P<spread>{_NUMBER})\s*(?P<spread_unit>[^\s±+].*)?)?"
)
_WORD = r"(?:[^\W\d_]|[%°_])+"
_UNIT = re.compile(rf"(?:1/)?{_WORD}(?:\^?-?[1-9])?(?:\s*[/*·. ]\s*{_WORD}(?:\^?-?[1-9])?)*")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SPECIAL = {"Mach": "mach", "dB": "decibel", "-": "dimensionless", "%": "dimensionless"}
_LOCK = threading.RLock()


@dataclasses.dataclass(frozen=True)
class Amount:
    """A quantity as someone wrote it, and its value in SI.

    Parameters
    ----------
    value
        Value in `unit`.
    unit
        SI unit, or ``"Mach"``, ``"dB"``, ``"-"``.
    text
        The text as written.
    dimension
        Name of its kind in `DIMENSIONS`, or the SI unit where it is of no named kind.
    half_width
        What follows the plus-minus sign, in `unit`; 0 where there is none.
    written_unit
        The unit as written.
    """

    value: float
    unit: str
    text: str
    dimension: str
    half_width: float = 0.0
    written_unit: str = "-"

    @property
    def bounds(self) -> tuple[float, float]:
        """Value minus and plus the half width, in `unit`."""
        return self.value - self.half_width, self.value + self.half_width


def parse_quantity(text: object, dimension: str | None = None) -> Amount:
    """Read a quantity with its unit.

    Parameters
    ----------
    text
        For example ``"2,000 mi"``, ``"24 mi ± 10 %"``, ``"626.85 degC"``, ``"Mach 8"``; a plain number only
        where the dimension is ``"dimensionless"``.
    dimension
        Key of `DIMENSIONS` that the value must have; any kind if none is given.

    Returns
    -------
    The amount in SI.

    Raises
    ------
    Refusal
        If the text is no quantity, has no unit, or has one of another kind.
    """
    if dimension is not None and dimension not in DIMENSIONS:
        raise KeyError(f"There is no kind of quantity `{dimension}`; known are {', '.join(DIMENSIONS)}.")
    kind = DIMENSIONS.get(dimension or "", Dimension("a number with its unit", "", "24 mi"))
    match = None if isinstance(text, bool) or not isinstance(text, (str, int, float)) else _match(text)
    if match is None:
        raise Refusal(kind.words, shown(text), _form_advice(text, kind))
    written = "Mach" if match["mach"] else _clean(match["unit"] or "-")
    amount = _convert(str(text).strip(), match, written, kind)
    if dimension is not None and amount.dimension != dimension:
        raise _wrong_kind(amount, kind, dimension)
    return amount


def to_unit(value_si: Any, unit: str) -> Any:
    """Convert SI values to a unit for display.

    Parameters
    ----------
    value_si
        A number or array in the SI unit of the same kind.
    unit
        Target unit, for example ``"mi"``.

    Raises
    ------
    Refusal
        If there is no such unit.
    """
    factor, offset, _ = _conversion(_clean(unit))
    return (value_si - offset) / factor


def format_quantity(value_si: float, unit: str, *, digits: int = 4) -> str:
    """A value in a unit for people, such as ``"2,000 mi"`` for 3218688 and ``"mi"``.

    Parameters
    ----------
    value_si
        Value in SI.
    unit
        Unit to show.
    digits
        Significant digits [-].
    """
    value = float(to_unit(value_si, unit))
    number = _number_text(value, digits)
    unit = _clean(unit)
    if unit == "Mach":
        return f"Mach {number}"
    return number if unit == "-" else f"{number} {unit}"


def unit_dimension(unit: str) -> str:
    """Name of the kind that a unit belongs to; the SI unit itself where the kind has no name."""
    return _conversion(_clean(unit))[2]


def _match(text: object) -> re.Match[str] | None:
    if not isinstance(text, str):
        text = repr(text)
    elif "[-]" in text:
        text = text.replace("[-]", "")
    return _AMOUNT.fullmatch(text.strip()) if len(text) <= 100 else None


def _clean(unit: str) -> str:
    """One spelling of a unit: no brackets, plain exponents, `degC` for `°C`."""
    unit = unit.strip().removeprefix("[").removesuffix("]").strip() or "-"
    if unit in ("-", "%", "dB", "Mach"):
        return unit
    unit = re.sub(r"([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)", lambda match: "^" + match[1].translate(_SUPERSCRIPTS), unit)
    unit = unit.replace("°C", "degC").replace("°F", "degF").replace("°", "deg")
    return unit.replace("**", "^").replace("µ", "μ")


def _convert(text: str, match: re.Match[str], written: str, kind: Dimension) -> Amount:
    spread, spread_unit = match["spread"], match["spread_unit"]
    if written == "-" and spread_unit and spread_unit.strip() != "%":
        written = _clean(spread_unit)
    if written == "-" and kind.unit not in ("-", ""):
        raise Refusal(
            kind.words, f"{shown(text)} without a unit", f'add the unit, for example "{kind.example}"'
        )
    factor, offset, dimension = _conversion(written, kind)
    value = _number(match["number"])
    half_width = 0.0
    if spread is not None:
        half_width = _half_width(_number(spread), spread_unit, value, written, kind)
    result = value * factor + offset
    if not math.isfinite(result):
        raise Refusal(kind.words, shown(text), "write a finite number")
    unit = DIMENSIONS[dimension].unit if dimension in DIMENSIONS else dimension
    return Amount(result, unit, text, dimension, half_width, written)


def _half_width(spread: float, spread_unit: str | None, value: float, written: str, kind: Dimension) -> float:
    """Half width in SI of what follows the plus-minus sign; a percentage is one of the value."""
    factor, offset, dimension = _conversion(written, kind)
    if spread < 0:
        raise Refusal("a positive number after ±", f"{spread:g}", "write ± and a positive number")
    unit = _clean(spread_unit) if spread_unit else written
    if unit == "%" and written != "%":
        if offset:
            raise Refusal("± in the unit itself", f"a percentage of {written}", f'write "± 5 {written}"')
        return abs(spread / 100 * value * factor)
    other_factor, _, other = _conversion(unit, kind)
    if other != dimension:
        raise Refusal(f"± in {written} or %", f"± in {unit}", "give both in the same kind of unit")
    return spread * other_factor


def _wrong_kind(amount: Amount, kind: Dimension, dimension: str) -> Refusal:
    named = DIMENSIONS.get(amount.dimension)
    found = f"{shown(amount.text)}, which is {named.words if named else 'in ' + amount.unit}"
    if amount.dimension == "mach" and dimension == "speed":
        advice = f'a Mach number depends on the air around; write a speed such as "{kind.example}"'
    else:
        advice = f'write for example "{kind.example}"'
    return Refusal(kind.words, found, advice)


def _form_advice(text: object, kind: Dimension) -> str:
    if isinstance(text, str) and re.match(r"\s*[-+]?\d+,\d", text):
        return f'write a decimal point and groups of three digits, for example "{kind.example}"'
    return f'write for example "{kind.example}"'


def _number(text: str) -> float:
    return float(text.replace(",", "").replace("\u2212", "-"))


def _number_text(value: float, digits: int) -> str:
    if value == 0 or not math.isfinite(value):
        return f"{value:g}"
    exponent = math.floor(math.log10(abs(value)))
    if not -4 <= exponent < 9:
        return f"{value:.{digits}g}"
    rounded = f"{round(value, digits - 1 - exponent):,.{max(digits - 1 - exponent, 0)}f}"
    return rounded.rstrip("0").rstrip(".") if "." in rounded else rounded


def _conversion(unit: str, kind: Dimension | None = None) -> tuple[float, float, str]:
    """Factor and offset to SI of a unit, and the kind of quantity that it measures."""
    if unit in _SPECIAL:
        return (0.01 if unit == "%" else 1.0), 0.0, _SPECIAL[unit]
    found = _lookup(unit) if len(unit) <= 40 and _UNIT.fullmatch(unit) else None
    if found is None:
        near = [known for known in COMMON_UNITS if known.lower() == unit.lower()]
        near = near or difflib.get_close_matches(unit, COMMON_UNITS, n=1, cutoff=0.5)
        example = kind.example if kind else "24 mi"
        advice = f"did you mean `{near[0]}`?" if near else f'write for example "{example}"'
        raise Refusal(kind.words if kind else "a unit", f"the unknown unit {shown(unit)}", advice)
    return found


@functools.lru_cache(maxsize=512)
def _lookup(unit: str) -> tuple[float, float, str] | None:
    with _LOCK:
        registry = _registry()
        try:
            zero = registry.Quantity(0.0, unit).to_base_units()
            one = registry.Quantity(1.0, unit).to_base_units()
        except (
            Exception
        ):  # pint raises many kinds of error, its tokenizer's included, on text that is no unit
            return None
        offset = float(zero.magnitude)
        factor = round(float(one.magnitude) - offset, 12) if offset else float(one.magnitude)
        base = f"{zero.units:~C}" or "-"
        dimension = _names().get(base, base)
    return (factor, offset, dimension) if math.isfinite(factor) and factor > 0 else None


@functools.cache
def _names() -> dict[str, str]:
    """Names of the kinds by their base units in pint's spelling; the first of two equal kinds wins."""
    registry = _registry()
    physical = {name: kind for name, kind in DIMENSIONS.items() if kind.unit not in _SPECIAL}
    bases = {name: registry.Quantity(1.0, kind.unit).to_base_units() for name, kind in physical.items()}
    return {f"{base.units:~C}": name for name, base in reversed(bases.items())}


@functools.cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(cache_folder=None)
