"""The stream and the gas that the commands `air`, `shock` and `relax` are asked about, from text to SI."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from boostglide.core import GAS_CONSTANT
from boostglide.gas import STANDARD_AIR, load_species, mean_molar_mass, normalised
from boostglide.planet import standard_atmosphere
from boostglide.scenario.fault import Refusal, shown
from boostglide.scenario.quantity import format_quantity, parse_quantity

LOWEST_ALTITUDE, HIGHEST_ALTITUDE = -5e3, 100e3
LONGEST_TEXT, MOST_SPECIES = 500, 20
_RANGES = {
    "length": (LOWEST_ALTITUDE, HIGHEST_ALTITUDE, "m"),
    "pressure": (1e-3, 1e9, "Pa"),
    "temperature": (1.0, 50e3, "K"),
    "speed": (1.0, 100e3, "m/s"),
}
_OTHER_GAS = (
    "Pressure and temperature are those of the standard atmosphere; the density is that of the gas given, "
    "not that of the atmosphere."
)
_EXAMPLE = '"N2:0.79,O2:0.21" or CO2:1'


@dataclass(frozen=True)
class GasInput:
    """A gas at one point, as a person asked for it; numbers in SI.

    Parameters
    ----------
    speed
        Speed of the gas relative to the shock or body [m/s]; 0 where none was asked for.
    pressure
        Pressure [Pa].
    temperature
        Temperature [K].
    density
        Density [kg/m^3]: of the standard atmosphere for standard air at an altitude, else that of the ideal
        gas.
    composition
        Mole fractions of the undissociated gas by species [-]; they sum to 1.
    described
        The stream in words.
    assumptions
        What was taken for granted, as sentences.
    references
        Keys of the bibliography.
    """

    speed: float
    pressure: float
    temperature: float
    density: float
    composition: dict[str, float]
    described: str
    assumptions: tuple[str, ...] = ()
    references: tuple[str, ...] = field(default=())


def parse_stream(
    altitude: str | None = None,
    pressure: str | None = None,
    temperature: str | None = None,
    speed: str | None = None,
    composition: str | None = None,
    *,
    default: Mapping[str, float] = STANDARD_AIR,
) -> GasInput:
    """Read a stream from the texts of the options of a command.

    Parameters
    ----------
    altitude
        Geometric altitude in the US Standard Atmosphere 1976, such as ``"71km"``; or else
    pressure, temperature
        both of these, such as ``"125kPa"`` and ``"300K"``.
    speed
        Such as ``"7650m/s"``; none for a gas at rest.
    composition
        Mole fractions such as ``"N2:0.79,O2:0.21"`` or ``"CO2:1"``; `default` if none is given.
    default
        Composition where none is given, by mole [-].

    Returns
    -------
    The stream in SI.

    Raises
    ------
    ValueError
        In one line: the option, what it takes, what was found, and what to do.
    """
    _check_combination(altitude, pressure, temperature)
    gas, remark = _composition(composition, default)
    velocity = parse_option("speed", speed, "speed") if speed is not None else 0.0
    kept_density, point, place = _place(altitude, pressure, temperature)
    density = point[0] * mean_molar_mass(gas) / (float(GAS_CONSTANT) * point[1])
    remarks = [remark] if remark else []
    if kept_density is not None and gas == normalised(STANDARD_AIR):
        density = kept_density
    elif kept_density is not None:
        remarks.append(_OTHER_GAS)
    words = f"{format_quantity(velocity, 'm/s')} at {place}" if speed is not None else place
    references = () if kept_density is None else ("us76",)
    return GasInput(velocity, *point, density, gas, f"{words}; {in_words(gas)}", tuple(remarks), references)


def parse_option(option: str, text: str | None, dimension: str) -> float:
    """Read one quantity of the command line, positive and of a size that its kind can have.

    Parameters
    ----------
    option
        Name of the option without its hyphens, for messages.
    text
        The text, such as ``"7650m/s"``.
    dimension
        Key of `DIMENSIONS`.

    Returns
    -------
    Value in SI.

    Raises
    ------
    ValueError
        In one line: the option, what it takes, what was found, and what to do.
    """
    try:
        amount = parse_quantity(text, dimension)
        if amount.half_width:
            raise Refusal("one number", shown(text), "leave out what follows the sign ±")
        _check_range(amount.value, text, option, dimension)
    except Refusal as refusal:
        raise ValueError(f"Option `--{option}`: {refusal}") from None
    return amount.value


def in_words(composition: Mapping[str, float]) -> str:
    """A composition as text: species and mole fractions, the largest first."""
    ordered = sorted(composition.items(), key=lambda entry: -entry[1])
    return ", ".join(f"{name} {fraction:.6g}" for name, fraction in ordered) + " by mole"


def _place(
    altitude: str | None, pressure: str | None, temperature: str | None
) -> tuple[float | None, tuple[float, float], str]:
    """Density of the atmosphere at an altitude, else none; pressure and temperature; the place in words."""
    if altitude is not None:
        height = parse_option("altitude", altitude, "length")
        air = standard_atmosphere(height)
        words = f"{format_quantity(height, 'km')} altitude, US Standard Atmosphere 1976"
        return float(air.density), (float(air.pressure), float(air.temperature)), words
    point = (
        parse_option("pressure", pressure, "pressure"),
        parse_option("temperature", temperature, "temperature"),
    )
    return None, point, f"{format_quantity(point[0], 'Pa')}, {format_quantity(point[1], 'K')}"


def _check_combination(altitude: str | None, pressure: str | None, temperature: str | None) -> None:
    """Refuse what does not say one state."""
    expected = "expected either an altitude, or a pressure and a temperature"
    if altitude is not None and (pressure is not None or temperature is not None):
        other = " and ".join(
            f"`--{name}`" for name, text in (("pressure", pressure), ("temperature", temperature)) if text
        )
        raise ValueError(
            f"Option `--altitude`: {expected}, found {other or 'an empty option'} beside it; give one or the "
            "other, the standard atmosphere has its own pressure and temperature"
        )
    if altitude is None and pressure is None and temperature is None:
        raise ValueError(
            f"Option `--altitude`: {expected}, found none of them; add for example --altitude 71km, or "
            "--pressure 125kPa --temperature 300K"
        )
    for name, text, example in (("pressure", pressure, "125kPa"), ("temperature", temperature, "300K")):
        if altitude is None and text is None:
            raise ValueError(
                f"Option `--{name}`: {expected}, found no {name}; add for example --{name} {example}"
            )


def _check_range(value: float, text: object, option: str, dimension: str) -> None:
    low, high, unit = _RANGES.get(dimension, (0.0, math.inf, ""))
    if option != "altitude" and dimension == "length":
        low, high = 0.0, math.inf
    if option != "altitude" and not value > 0.0:
        raise Refusal("a positive quantity", shown(text), "write a number above zero")
    if not low <= value <= high:
        shown_unit = "km" if option == "altitude" else unit
        bounds = f"{format_quantity(low, shown_unit)} and {format_quantity(high, shown_unit)}"
        advice = (
            "the air is a gas of standard composition only there"
            if option == "altitude"
            else "no model of a gas reaches further; check the unit"
        )
        raise Refusal(f"a value between {bounds}", shown(text), advice)


def _composition(text: str | None, default: Mapping[str, float]) -> tuple[dict[str, float], str]:
    """Mole fractions, and a remark on how they came about."""
    if text is None:
        return dict(normalised(default)), ""
    try:
        given = _amounts(text)
        gas = _mole_fractions(given)
    except Refusal as refusal:
        raise ValueError(f"Option `--composition`: {refusal}") from None
    total = math.fsum(given.values())
    remark = ""
    if abs(total - 1.0) > 1e-6:
        remark = f"The amounts of the composition sum to {total:.6g}; they were scaled to mole fractions."
    return gas, remark


def _mole_fractions(amounts: Mapping[str, float]) -> dict[str, float]:
    try:
        return normalised(amounts)
    except ValueError as error:
        raise Refusal("a gas without net charge", str(error), "add what balances it") from None


def _amounts(text: str) -> dict[str, float]:
    expected = "species and mole fractions"
    if len(text) > LONGEST_TEXT:
        raise Refusal(
            f"{expected} in at most {LONGEST_TEXT} characters",
            f"{len(text)}",
            f"write for example {_EXAMPLE}",
        )
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > MOST_SPECIES:
        raise Refusal(
            f"at most {MOST_SPECIES} species", f"{len(parts)}", "leave out the traces; they hardly matter"
        )
    amounts: dict[str, float] = {}
    for part in parts:
        name, amount = _amount(part, text)
        if name in amounts:
            raise Refusal("each species once", f"{shown(name)} twice", "add the two amounts")
        amounts[name] = amount
    if not math.fsum(amounts.values()) > 0.0:
        raise Refusal("a positive sum of amounts", shown(text), "give at least one amount above zero")
    return {name: amount for name, amount in amounts.items() if amount > 0.0}


def _amount(part: str, text: str) -> tuple[str, float]:
    name, colon, number = (piece.strip() for piece in part.partition(":"))
    if not colon or not name:
        found = shown(part) if part else f"an empty entry in {shown(text)}"
        raise Refusal("SPECIES:AMOUNT, separated by commas", found, f"write for example {_EXAMPLE}")
    try:
        load_species((name,))
    except ValueError as error:
        advice = str(error).partition("; ")[2].rstrip(".")
        raise Refusal("a known species", shown(name), advice) from None
    try:
        amount = float(number)
    except ValueError:
        amount = math.nan
    if not (math.isfinite(amount) and 0.0 <= amount <= 1e6):
        raise Refusal(
            "a mole fraction of 0 or more", f"{shown(number)} for {name}", f"write for example {_EXAMPLE}"
        )
    return name, amount
