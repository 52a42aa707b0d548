"""Events of a flight as people read them: time on a clock, and the few numbers that matter."""

import math

from boostglide.report.numbers import number, with_unit
from boostglide.study import Event

_SHOWN = (
    ("altitude", "altitude", "km", 1e-3),
    ("speed", "speed", "m/s", 1.0),
    ("mach", "Mach", "", 1.0),
    ("ground_range", "ground range", "km", 1e-3),
    ("load_factor", "load factor", "", 1.0),
    ("heat_flux", "heat flux", "MW/m²", 1e-6),
)


def clock(time: float) -> str:
    """Time since the start, as 12.5 s, 3 min 20 s or 26 h 03 min 20 s.

    Parameters
    ----------
    time
        Time [s].
    """
    if not math.isfinite(time):
        return "–"
    if abs(time) < 59.95:
        return with_unit(round(time, 1), "s")
    sign, whole = "−" if time < 0 else "", round(abs(time))
    hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        return f"{sign}{hours} h {minutes:02} min {seconds:02} s"
    return f"{sign}{minutes} min {seconds:02} s"


def event_sentence(event: Event) -> str:
    """Time, phase and numbers of an event in one line."""
    parts = [f"{clock(event.time)} after the start", f"phase {event.phase}"]
    for name, words, unit, factor in _SHOWN:
        value = event.values.get(name, math.nan) * factor
        if math.isfinite(value):
            parts.append(f"{words} {number(value, 3)} {unit}".strip())
    return "; ".join(parts)
