"""How people write units, and the one spelling that each is kept in."""

import functools
import re
from dataclasses import dataclass

SYMBOLS = {
    "mile": ("mi", "mls"),
    "nautical_mile": ("nmi", "NM", "n.m."),
    "km": ("km",),
    "m": ("m",),
    "cm": ("cm",),
    "mm": ("mm",),
    "foot": ("ft", "ft."),
    "inch": ("in.", '"'),
    "yard": ("yd", "yds"),
    "kelvin": ("K", "k", "°K"),
    "degC": ("°C", "º C", "° C", "ºC", "C", "degC"),
    "degF": ("°F", "º F", "° F", "ºF", "F", "degF"),
    "s": ("s", "sec", "secs", "sec.", "Sek."),
    "ms": ("ms", "msec"),
    "minute": ("min", "mins", "min.", "Min."),
    "hour": ("h", "hr", "hrs", "Std.", "Std"),
    "year": ("yr", "yrs"),
    "m/s": ("m/s", "m s^-1", "mps"),
    "km/s": ("km/s", "kps", "km s^-1"),
    "km/h": ("km/h", "kph", "kmh", "km/hr", "kmph"),
    "mph": ("mph", "mi/h"),
    "knot": ("kts", "kn"),
    "foot/s": ("ft/s", "fps"),
    "m/s^2": ("m/s^2", "m/s²", "m/s2"),
    "kg": ("kg",),
    "t": ("t",),
    "lb": ("lb", "lbs", "lb."),
    "N": ("N",),
    "kN": ("kN",),
    "MN": ("MN",),
    "W": ("W",),
    "kW": ("kW",),
    "MW": ("MW",),
    "GW": ("GW",),
    "J": ("J",),
    "kJ": ("kJ",),
    "MJ": ("MJ",),
    "GJ": ("GJ",),
    "MJ/kg": ("MJ/kg",),
    "Hz": ("Hz",),
    "kHz": ("kHz",),
    "MHz": ("MHz",),
    "GHz": ("GHz",),
    "Pa": ("Pa",),
    "hPa": ("hPa",),
    "kPa": ("kPa",),
    "MPa": ("MPa",),
    "mbar": ("mbar",),
    "bar": ("bar",),
    "atm": ("atm",),
    "psi": ("psi",),
    "kg/m^2": ("kg/m^2", "kg/m²", "kg/m2"),
    "kg/m^3": ("kg/m^3", "kg/m³", "kg/m3"),
    "W/m^2": ("W/m^2", "W/m²", "W/m2"),
    "kW/m^2": ("kW/m^2", "kW/m²", "kW/m2"),
    "MW/m^2": ("MW/m^2", "MW/m²", "MW/m2"),
    "W/cm^2": ("W/cm^2", "W/cm²", "W/cm2"),
    "kW/sr": ("kW/sr",),
    "1/m^3": ("1/m^3", "m^-3", "m⁻³", "/m^3", "per m^3", "per m³"),
    "1/cm^3": ("1/cm^3", "cm^-3", "cm⁻³", "/cm^3", "/cc", "per cm^3", "per cm³"),
    "m^2": ("m^2", "m²", "m2", "qm"),
    "km^2": ("km^2", "km²", "km2"),
    "m^3": ("m^3", "m³", "m3"),
    "dB": ("dB",),
    "%": ("%",),
}
"""Symbols, upper and lower case told apart; where only one symbol has these letters, any case will do."""

WORDS = {
    "mile": ("mile", "miles", "statute mile", "statute miles", "meile", "meilen", "landmeilen"),
    "nautical_mile": (
        "nautical mile",
        "nautical miles",
        "sea miles",
        "seemeile",
        "seemeilen",
        "nautische meilen",
    ),
    "km": ("kilometer", "kilometers", "kilometre", "kilometres", "kilometern", "klick", "klicks"),
    "m": ("meter", "meters", "metre", "metres", "metern"),
    "cm": ("centimeter", "centimeters", "centimetre", "centimetres", "zentimeter", "zentimetern"),
    "mm": ("millimeter", "millimeters", "millimetre", "millimetres", "millimetern"),
    "foot": ("foot", "feet", "fuss"),
    "inch": ("inch", "inches", "zoll"),
    "yard": ("yard", "yards"),
    "kelvin": ("kelvin", "kelvins", "degrees kelvin", "degrees k", "grad kelvin"),
    "degC": (
        *(
            f"{word} {scale}"
            for word in ("degrees", "degree", "deg", "deg.", "grad", "°")
            for scale in ("celsius", "centigrade", "c")
        ),
        "celsius",
        "centigrade",
    ),
    "degF": (
        *(
            f"{word} {scale}"
            for word in ("degrees", "degree", "deg", "deg.", "grad", "°")
            for scale in ("fahrenheit", "f")
        ),
        "fahrenheit",
    ),
    "year": ("year", "years", "jahr", "jahre", "jahren", "years old", "years of age", "jahre alt"),
    "month": ("month", "months", "monat", "monate", "monaten"),
    "week": ("week", "weeks", "woche", "wochen"),
    "day": ("day", "days", "tag", "tage", "tagen"),
    "hour": ("hour", "hours", "stunde", "stunden"),
    "minute": ("minute", "minutes", "minuten"),
    "s": ("second", "seconds", "sekunde", "sekunden"),
    "ms": ("millisecond", "milliseconds", "millisekunde", "millisekunden"),
    "km/h": ("stundenkilometer", "stundenkilometern"),
    "knot": ("knot", "knots", "knoten"),
    "m/s^2": ("metres per second squared", "meters per second squared"),
    "standard_gravity": (
        "g's",
        "gs",
        "g-force",
        "g-forces",
        "times gravity",
        "times the acceleration of gravity",
    ),
    "kg": ("kilogram", "kilograms", "kilogramme", "kilogrammes", "kilogramm", "kilo", "kilos"),
    "g": ("gram", "grams", "gramme", "grammes", "gramm"),
    "t": ("tonne", "tonnes", "metric ton", "metric tons", "tonnen"),
    "short_ton": ("short ton", "short tons", "us tons"),
    "long_ton": ("long ton", "long tons", "imperial tons"),
    "lb": ("pound", "pounds"),
    "N": ("newton", "newtons"),
    "kN": ("kilonewton", "kilonewtons"),
    "W": ("watt", "watts"),
    "kW": ("kilowatt", "kilowatts"),
    "MW": ("megawatt", "megawatts"),
    "GW": ("gigawatt", "gigawatts"),
    "J": ("joule", "joules"),
    "kJ": ("kilojoule", "kilojoules"),
    "MJ": ("megajoule", "megajoules"),
    "GJ": ("gigajoule", "gigajoules"),
    "Hz": ("hertz",),
    "kHz": ("kilohertz",),
    "MHz": ("megahertz",),
    "GHz": ("gigahertz",),
    "Pa": ("pascal", "pascals"),
    "kPa": ("kilopascal", "kilopascals"),
    "MPa": ("megapascal", "megapascals"),
    "bar": ("bars",),
    "atm": ("atmosphere", "atmospheres", "atmosphaeren"),
    "deg": ("degrees of arc", "degrees of latitude", "degrees of longitude", "bogengrad", "deg"),
    "m^2": ("square meters", "square metres", "quadratmeter", "quadratmetern"),
    "km^2": ("square kilometers", "square kilometres", "quadratkilometer"),
    "dB": ("decibel", "decibels", "dezibel"),
    "%": ("percent", "per cent", "pct", "prozent", "v.h."),
    "percentage point": (
        "percentage point",
        "percentage points",
        "prozentpunkt",
        "prozentpunkte",
        "prozentpunkten",
    ),
    "Mach": (
        *(
            f"times {words}the speed of sound"
            for words in ("", "faster than ", "higher than ", "as fast as ")
        ),
        "x the speed of sound",
        "times the sound speed",
        "times sound speed",
        "times faster than sound",
        "times as fast as sound",
        "times faster",
        "the speed of sound",
        "speed of sound",
        "mach",
        "mal schneller als der schall",
        "mal so schnell wie der schall",
        "mal die schallgeschwindigkeit",
        *(
            f"{fold} {sound}"
            for fold in ("fache", "facher", "fachen", "faches", "fache der", "fachen der")
            for sound in ("schallgeschwindigkeit",)
        ),
        "der schallgeschwindigkeit",
        "die schallgeschwindigkeit",
        "schallgeschwindigkeit",
    ),
    "people": ("person", "people", "persons", "operatives", "person team", "personen", "menschen"),
    "documents": ("documents", "classified documents", "dokumente", "dokumenten"),
    "orders of magnitude": (
        "order of magnitude",
        "orders of magnitude",
        "groessenordnung",
        "groessenordnungen",
    ),
    "": ("times", "fold", "x", "times as", "mal", "fach", "fache", "faches", "fachen"),
}
"""Words, in any case, umlauts written out."""

UNCLEAR = {
    "degrees": ("degC", "degF", "deg"),
    "degree": ("degC", "degF", "deg"),
    "grad": ("degC", "degF", "deg"),
    "°": ("degC", "degF", "deg"),
    "º": ("degC", "degF", "deg"),
    "ton": ("t", "short_ton", "long_ton"),
    "tons": ("t", "short_ton", "long_ton"),
    "g": ("g", "standard_gravity"),
}
"""Words that stand for several units: each makes a reading of its own."""

COUNTED = frozenset(("people", "documents", "percentage point", "orders of magnitude", ""))
"""Units of counts, which are converted to no other."""

_JOINED = {
    "km/hour": "km/h",
    "mile/hour": "mph",
    "nautical_mile/hour": "knot",
    "mile/s": "mile/s",
}
_DIVISORS = frozenset(("s", "ms", "minute", "hour", "day", "year", "kg", "m^2", "cm^2", "m^3", "km"))
_DIVIDED = frozenset(
    "mile nautical_mile km m cm mm foot inch kg g t lb N kN W kW MW GW J kJ MJ GJ deg".split()
)
_PER = re.compile(r"\s*(?:/|per\b|pro\b|je\b|an?\b|in der\b|die\b)\s*", re.IGNORECASE)
_CASE_COUNTS = frozenset(
    ("mm", "ms", "mn", "mw", "mj", "mhz", "mpa", "nm", "mw/m^2", "mw/m²", "mw/m2", "mj/kg")
)
_END = r"(?![\w^²³⁻])"


@dataclass(frozen=True)
class UnitFound:
    """A unit in a text.

    Parameters
    ----------
    units
        The units that the words can mean, one unless they are unclear.
    end
        Where its words end in the text.
    """

    units: tuple[str, ...]
    end: int


def pattern_of(words: str) -> str:
    """A pattern for words with umlauts written out or not, and any space between them.

    Parameters
    ----------
    words
        Lower-case words, umlauts written out.
    """
    parts = []
    for part in words.split():
        escaped = re.escape(part)
        for spelling, letter in (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ss", "ß")):
            escaped = escaped.replace(spelling, f"(?:{spelling}|{letter})")
        parts.append(escaped)
    return r"\s+".join(parts)


def written_out(word: str) -> str:
    """A word in lower case with umlauts as ae, oe, ue and ss.

    Parameters
    ----------
    word
        Any word.
    """
    word = word.lower()
    for letter, spelling in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        word = word.replace(letter, spelling)
    return word


def unit_at(text: str, start: int) -> UnitFound | None:
    """The longest unit that begins at a place, "kilometres per hour" included; None if none does.

    Parameters
    ----------
    text
        The text.
    start
        Where to look in it.
    """
    found = _simple(text, start)
    if found is None or found.units[0] not in _DIVIDED:
        return found
    per = _PER.match(text, found.end)
    below = _simple(text, per.end()) if per else None
    if below is None or below.units[0] not in _DIVISORS:
        return found
    joined = f"{found.units[0]}/{below.units[0]}"
    return UnitFound((_JOINED.get(joined, joined),), below.end)


def _simple(text: str, start: int) -> UnitFound | None:
    matches = [table.match(text, start) for table in _tables()]
    best = max((found for found in matches if found), key=lambda found: found.end(), default=None)
    if best is None:
        return None
    words = re.sub(r"\s+", " ", best[0])
    if words in _symbols():
        return UnitFound((_symbols()[words],), best.end())
    words = written_out(words)
    units = UNCLEAR.get(words) or (_words()[words],)
    return UnitFound(units, best.end())


@functools.cache
def _symbols() -> dict[str, str]:
    return {symbol: unit for unit, symbols in SYMBOLS.items() for symbol in symbols}


@functools.cache
def _words() -> dict[str, str]:
    """Words to units; a symbol in other letters counts where no second symbol has these letters."""
    words = {word: unit for unit, every in WORDS.items() for word in every}
    lower: dict[str, set[str]] = {}
    for symbol, unit in _symbols().items():
        lower.setdefault(written_out(symbol), set()).add(unit)
    kept = {word: next(iter(units)) for word, units in lower.items() if len(units) == 1 and len(word) > 1}
    return {word: unit for word, unit in kept.items() if word not in _CASE_COUNTS} | words


@functools.cache
def _tables() -> tuple[re.Pattern[str], ...]:
    symbols = sorted(_symbols(), key=len, reverse=True)
    words = sorted({*_words(), *UNCLEAR}, key=len, reverse=True)
    exact = "|".join(_ended(re.escape(symbol).replace(r"\ ", r"\s+")) for symbol in symbols)
    any_case = "|".join(_ended(pattern_of(word)) for word in words)
    return re.compile(exact), re.compile(any_case, re.IGNORECASE)


def _ended(pattern: str) -> str:
    return pattern + _END
