"""Numbers that do not fit each other, or nature: what, why, and what to do."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from boostglide.claims.number_interval import Reading
from boostglide.claims.units import convertible, kind_of_unit, stated
from boostglide.planet import WGS84, ZonalGravity

REFERENCES = ("nima_wgs84", "us76")

SLOWEST_SOUND, FASTEST_SOUND = 270.0, 341.0
"""Range of the speed of sound in the 1976 atmosphere up to 86 km, 274 to 340.3 m/s, rounded outward [m/s]."""

CIRCULAR_SPEED = math.sqrt(ZonalGravity().gravitational_parameter / WGS84.equatorial_radius)
"""Speed of a circular orbit at the height of the equator, 7.9 km/s; higher orbits are slower [m/s]."""

ESCAPE_SPEED = math.sqrt(2.0) * CIRCULAR_SPEED
"""Escape speed at the equator, 11.2 km/s [m/s]."""

SPAN_TOLERANCE = 0.05
"""How far the ends of a converted span may differ [-]."""

KILOMETRES_IN_MILE, NAUTICAL_OVER_STATUTE = 1.609344, 1.852 / 1.609344
"""Exact by definition [-]."""

Kind = Literal[
    "conversion",
    "conversion-rounding",
    "escape-speed",
    "circular-speed",
    "mach-and-speed",
    "distance-time-speed",
    "absolute-zero",
    "percentage",
    "dates",
    "unclear-number",
]

_TIMES = frozenset(("s", "ms", "minute", "hour", "day"))


@dataclass(frozen=True)
class Suspicion:
    """Something that deserves a second look; it decides nothing.

    Parameters
    ----------
    kind
        What it is about.
    why
        One sentence.
    numbers
        The numbers as they are written.
    advice
        What to do.
    """

    kind: Kind
    why: str
    numbers: tuple[str, ...]
    advice: str


def suspicions(readings: Sequence[Reading], *, glides: bool = False) -> tuple[Suspicion, ...]:
    """What is suspicious about numbers that are said of one thing.

    Parameters
    ----------
    readings
        The numbers, with the conversions in their brackets.
    glides
        Whether the thing is a glider, so that more than circular speed is remarkable.
    """
    found = [each for reading in readings for each in _of_one(reading, glides)]
    machs = [each for each in readings if each.unit == "Mach"]
    speeds = [each for each in readings if kind_of_unit(each.unit) == "speed"]
    if len(machs) == len(speeds) == 1:
        found += _mach_and_speed(machs[0], speeds[0])
    found += _way_and_time(readings, glides)
    return tuple(dict.fromkeys(found))


def _of_one(reading: Reading, glides: bool) -> list[Suspicion]:
    found = [_temperature(reading), _percentage(reading), _speed(reading, glides)]
    for other in reading.also:
        found += [_temperature(other), _speed(other, glides), *_mach_and_speed(reading, other)]
        if {reading.unit, other.unit} & {"Mach", ""} and reading.unit != other.unit:
            continue
        if convertible(reading.unit, other.unit):
            found.append(conversion(reading, other))
    return [each for each in found if each is not None]


def conversion(first: Reading, second: Reading) -> Suspicion | None:
    """Whether a number in a second unit is the first one, as it is rounded; None if it is.

    The first, taken as it stands, must round to the second. Where only the second rounds to the first, the
    pair is remarked upon more softly. The ends of spans may differ by 5 %.

    Parameters
    ----------
    first, second
        Two numbers of one kind.
    """
    if not (first.step and second.step):
        return _span_conversion(first, second)
    there = stated(first.value, first.unit, second.unit)
    back = stated(second.value, second.unit, first.unit)
    if _within(there, second.rounding):
        return None
    numbers = (_words(first), _words(second))
    shown = (_shown(first.value, first.unit), _shown(there, second.unit), _shown(second.value, second.unit))
    sense = "{} is {}, and not {}".format(*shown)
    if _within(back, first.rounding):
        why = f"{sense}; the two agree only if the first number is a rounding of the second."
        return Suspicion(
            "conversion-rounding", why, numbers, "Find out which of the two is the original number."
        )
    return Suspicion("conversion", f"{sense}.", numbers, _hint(first, second, there, back))


def _span_conversion(first: Reading, second: Reading) -> Suspicion | None:
    ends = zip(_finite(first), _finite(second), strict=True)
    pairs = [(stated(one, first.unit, second.unit), other) for one, other in ends]
    if all(abs(one - other) <= SPAN_TOLERANCE * max(abs(one), abs(other)) for one, other in pairs):
        return None
    low, high = (_shown(one, second.unit) for one, _ in pairs)
    why = f"{_words(first)} is {low} to {high}, and not {_words(second)}."
    return Suspicion("conversion", why, (_words(first), _words(second)), "Look up the original numbers.")


def _hint(first: Reading, second: Reading, there: float, back: float) -> str:
    """The usual mistakes: a lost digit, the other mile, a difference of temperatures."""
    ratio = back / first.value if first.value and back / first.value > 0 else math.nan
    power = round(math.log10(ratio)) if ratio > 0 else 0
    if power and abs(ratio / 10.0**power - 1.0) < 0.01:
        factor = f"{10.0 ** abs(power):,.0f} times {'larger' if power > 0 else 'smaller'}"
        return f"The second number is {factor} than the first: a digit may be lost; look up the original."
    lengths = kind_of_unit(first.unit) in ("length", "speed")
    if lengths and abs(max(ratio, 1.0 / ratio) - NAUTICAL_OVER_STATUTE) < 0.01:
        return (
            "The two differ by the ratio of the nautical to the statute mile; find out which mile is meant."
        )
    if kind_of_unit(first.unit) == "temperature":
        scale = {"degF": 1.8}.get(second.unit, 1.0) / {"degF": 1.8}.get(first.unit, 1.0)
        if _within(first.value * scale, second.rounding):
            return "The conversion is that of a difference of temperatures; convert the temperature itself."
    if lengths and abs(max(ratio, 1.0 / ratio) - KILOMETRES_IN_MILE**2) < 0.03:
        return "The conversion goes the wrong way between miles and kilometres."
    return "Look up the original number, and enter the conversion as a mutation of kind `unit` or `typo`."


def _temperature(reading: Reading) -> Suspicion | None:
    if kind_of_unit(reading.unit) != "temperature":
        return None
    kelvin = stated(reading.value, reading.unit, "kelvin")
    if kelvin >= 0.0:
        return None
    why = f"{_words(reading)} lies {-kelvin:.4g} K below absolute zero."
    return Suspicion("absolute-zero", why, (_words(reading),), "Check the sign and the unit.")


def _percentage(reading: Reading) -> Suspicion | None:
    if reading.unit != "%" or not reading.share_of or reading.rounding[0] <= 100.0:
        return None
    why = f"{_words(reading)} is more than the whole."
    return Suspicion(
        "percentage", why, (_words(reading),), "Find out whether an increase is meant, or a ratio."
    )


def _speed(reading: Reading, glides: bool) -> Suspicion | None:
    """A speed that only something leaving the Earth has, or that no glider has."""
    slow, fast = _speeds(reading)
    if math.isnan(slow):
        return None
    limits: list[tuple[Kind, str, float]] = [("escape-speed", "escape speed", ESCAPE_SPEED)]
    if glides:
        limits.append(("circular-speed", "the speed of a low circular orbit", CIRCULAR_SPEED))
    for kind, name, limit in limits:
        if fast <= limit:
            continue
        surely = "lies" if slow > limit else "lies, where the air is warm,"
        why = f"{_words(reading)} {surely} above {name}, {limit / 1000.0:.1f} km/s."
        advice = (
            "Check the unit and the number of digits; ask whether the speed was measured, and against what."
        )
        return Suspicion(kind, why, (_words(reading),), advice)
    return None


def _speeds(reading: Reading) -> tuple[float, float]:
    """The stated speed as a range in m/s; a range of sound speeds for Mach numbers."""
    if reading.unit == "Mach":
        return reading.value * SLOWEST_SOUND, reading.value * FASTEST_SOUND
    if kind_of_unit(reading.unit) != "speed":
        return math.nan, math.nan
    speed = stated(reading.value, reading.unit, "m/s")
    return speed, speed


def _mach_and_speed(first: Reading, second: Reading) -> list[Suspicion]:
    """A Mach number beside a speed: the speed of sound that follows must be one of the atmosphere."""
    mach, speed = (first, second) if first.unit == "Mach" else (second, first)
    if mach.unit != "Mach" or kind_of_unit(speed.unit) != "speed" or not mach.rounding[0] > 0.0:
        return []
    slow, fast = (stated(end, speed.unit, "m/s") for end in speed.rounding)
    low, high = slow / mach.rounding[1], fast / mach.rounding[0]
    if low <= FASTEST_SOUND and high >= SLOWEST_SOUND:
        return []
    sound = stated(speed.value, speed.unit, "m/s") / mach.value
    needs = f"{_words(mach)} at {_words(speed)} needs a speed of sound of {sound:.0f} m/s"
    why = f"{needs}, but the atmosphere has {SLOWEST_SOUND:.0f} to {FASTEST_SOUND:.0f} m/s."
    return [
        Suspicion(
            "mach-and-speed", why, (_words(mach), _words(speed)), "Find out which of the two was measured."
        )
    ]


def _way_and_time(readings: Sequence[Reading], glides: bool) -> list[Suspicion]:
    """One distance and one time: the mean speed that follows, against the stated one and against nature."""
    ways = [each for each in readings if kind_of_unit(each.unit) == "length"]
    times = [each for each in readings if each.unit in _TIMES]
    speeds = [each for each in readings if each.unit == "Mach" or kind_of_unit(each.unit) == "speed"]
    if len(ways) != 1 or len(times) != 1 or len(speeds) > 1:
        return []
    way, time = ways[0], times[0]
    near, far = (stated(end, way.unit, "m") for end in way.rounding)
    short, long = (stated(end, time.unit, "s") for end in time.rounding)
    if near <= 0.0 or short <= 0.0:
        return []
    slow, fast = near / long, far / short
    mean = stated(way.value, way.unit, "m") / stated(time.value, time.unit, "s")
    if not speeds:
        return _too_fast(way, time, slow, mean, glides)
    low, high = _claimed_speed(speeds[0])
    if slow <= high and fast >= low:
        return []
    said, mean_speed = _words(speeds[0]), _metres_per_second(mean)
    why = f"{_words(way)} in {_words(time)} is {mean_speed} on average, which is not {said}."
    advice = "A mean over the ground may lie below the greatest speed; find out which speed is meant."
    return [Suspicion("distance-time-speed", why, (_words(way), _words(time), _words(speeds[0])), advice)]


def _too_fast(way: Reading, time: Reading, slow: float, mean: float, glides: bool) -> list[Suspicion]:
    limit, name = (
        (CIRCULAR_SPEED, "the speed of a low circular orbit") if glides else (ESCAPE_SPEED, "escape speed")
    )
    if slow <= limit:
        return []
    why = f"{_words(way)} in {_words(time)} is {_metres_per_second(mean)} on average, above {name}."
    kind: Kind = "circular-speed" if glides else "escape-speed"
    return [Suspicion(kind, why, (_words(way), _words(time)), "Check both numbers and their units.")]


def _claimed_speed(reading: Reading) -> tuple[float, float]:
    """The interval of a claimed speed in m/s, over all speeds of sound for a Mach number."""
    bounded = math.isinf(reading.low) or math.isinf(reading.high)
    low, high = (reading.low, reading.high) if bounded else reading.rounding
    if reading.unit == "Mach":
        return low * (SLOWEST_SOUND if low > 0 else 1.0), high * FASTEST_SOUND
    slow, fast = (end if math.isinf(end) else stated(end, reading.unit, "m/s") for end in (low, high))
    return slow, fast


def _finite(reading: Reading) -> tuple[float, float]:
    return (
        reading.rounding
        if reading.step
        else (
            reading.low if math.isfinite(reading.low) else reading.value,
            reading.high if math.isfinite(reading.high) else reading.value,
        )
    )


def _within(value: float, interval: tuple[float, float]) -> bool:
    slack = 1e-9 * max(abs(interval[0]), abs(interval[1]))
    return interval[0] - slack <= value <= interval[1] + slack


def _words(reading: Reading) -> str:
    """A number as it is written, without the conversions behind it."""
    return re.split(r"\s*[(\[]", reading.text)[0].strip() or reading.text


def _shown(value: float, unit: str) -> str:
    number = f"{value:,.0f}" if abs(value) >= 1000.0 else f"{value:.4g}"
    names = {"kelvin": "K", "degC": "°C", "degF": "°F", "foot": "feet", "mile": "miles", "inch": "inches"}
    names |= {"nautical_mile": "nautical miles", "minute": "minutes", "hour": "hours"}
    return f"{number} {names.get(unit, unit.replace('_', ' '))}".strip()


def _metres_per_second(speed: float) -> str:
    return f"{speed / 1000.0:.3g} km/s" if speed >= 1000.0 else f"{speed:.3g} m/s"
