"""The charts of one flight: its shape, its speed, its loads, its heat, its track."""

import math
from collections.abc import Callable, Sequence

import numpy as np

from boostglide.report import style
from boostglide.report.exchange.event_words import clock
from boostglide.report.flight_profile import profile_chart
from boostglide.report.flight_windows import active_windows, time_unit
from boostglide.report.line_names import Line
from boostglide.report.numbers import number
from boostglide.report.panels import Mark, Strip, strips_chart
from boostglide.report.pictures import Picture, picture
from boostglide.report.world_map import Track, world_map
from boostglide.study import FlightRecord

SHOWN = {
    "altitude": ("Altitude [km]", 1e-3),
    "speed": ("Speed [km/s]", 1e-3),
    "mach": ("Mach number [-]", 1.0),
    "flight_path_angle": ("Flight-path angle [°]", math.degrees(1.0)),
    "load_factor": ("Load factor [-]", 1.0),
    "dynamic_pressure": ("Dynamic pressure [kPa]", 1e-3),
    "heat_flux": ("Heat flux of the nose [MW/m²]", 1e-6),
    "wall_temperature": ("Wall temperature of the nose [K]", 1.0),
    "heat_load": ("Heat load of the nose [MJ/m²]", 1e-6),
    "ground_range": ("Distance over ground [km]", 1e-3),
}
"""Name of the axis and factor from SI of the channels that charts show."""

_GROUPS = (
    ("speed", "Speed and Mach number", ("speed", "mach")),
    ("loads", "Angle and loads", ("flight_path_angle", "load_factor", "dynamic_pressure")),
    ("heating", "Heat at the nose", ("heat_flux", "wall_temperature", "heat_load")),
)


def flight_figures(record: FlightRecord) -> tuple[Picture, ...]:
    """The charts of a flight, each as inline SVG for desk and phone, and as PNG and SVG to share.

    Altitude over range with phases and events; speed and Mach number; flight-path angle, load factor and
    dynamic pressure; heat flux, wall temperature and heat load; the track on a map. A chart whose channels
    the record does not hold is left out. Long coasts are cut out of the charts over time.

    Parameters
    ----------
    record
        The flight.

    Returns
    -------
    tuple of Picture
        The charts.
    """
    key = event_key(record)
    pictures = [
        _picture("profile", "Altitude and range", record, _profile_words(record),
                 lambda **given: profile_chart(record, key=key, **given))
    ]  # fmt: skip
    for name, heading, channels in _GROUPS:
        held = [channel for channel in channels if _is_held(record, channel)]
        if held:
            words = f"{heading} over time. {_peaks(record, held)}"
            pictures.append(_picture(name, heading, record, words, _over_time(record, held, key)))
    pictures.append(
        _picture("track", "Ground track", record, "The ground track on a map of the world.",
                 lambda **given: world_map([track_of(record)], **given))
    )  # fmt: skip
    return tuple(pictures)


def _is_held(record: FlightRecord, channel: str) -> bool:
    return channel in record.path and bool(np.isfinite(record.path[channel].values).any())


def _picture(
    name: str, heading: str, record: FlightRecord, words: str, draw: Callable[..., style.Sheet]
) -> Picture:
    return picture(
        name, draw, title=f"{record.title}: {heading[:1].lower()}{heading[1:]}", heading=heading,
        words=words, caption="", source=source_line(record),
    )  # fmt: skip


def source_line(record: FlightRecord) -> str:
    """What stands below a shared chart of a flight."""
    version = record.versions.get("boostglide", "")
    models = ", ".join(record.models[name] for name in ("atmosphere", "gravity") if name in record.models)
    return f"Computed with boostglide {version}. {models}".strip().rstrip(".") + "."


def event_key(record: FlightRecord) -> list[str]:
    """What the numbers of the events mean: number, label and time."""
    return [f"{place} {event.label}, {clock(event.time)}" for place, event in enumerate(record.events, 1)]


def _profile_words(record: FlightRecord) -> str:
    apogee, reach = record.summary.get("apogee_km", math.nan), record.summary.get("range_km", math.nan)
    return (
        f"Altitude over distance: up to {number(apogee)} km high and {number(reach)} km far, "
        f"with {len(record.events)} events."
    )


def _peaks(record: FlightRecord, channels: Sequence[str]) -> str:
    parts = []
    for channel in channels:
        label, factor = SHOWN[channel]
        name, unit = label[: label.index(" [")], label[label.index("[") + 1 : -1].replace("-", "")
        highest = float(np.nanmax(record.path[channel].values)) * factor
        parts.append(f"{name} up to {number(highest)} {unit}".strip())
    return "; ".join(parts) + "."


def _over_time(
    record: FlightRecord, channels: Sequence[str], key: Sequence[str]
) -> Callable[..., style.Sheet]:
    time = record.path["time"].values
    factor, unit = time_unit(float(np.nanmax(time)))
    marks = [Mark(event.time * factor, place) for place, event in enumerate(record.events, 1)]
    windows = [(low * factor, high * factor) for low, high in active_windows(record)]
    strips = [
        Strip(SHOWN[channel][0], (Line("", time * factor, record.path[channel].values * SHOWN[channel][1]),))
        for channel in channels
    ]
    cut = " Long coasts are left out." if len(windows) > 1 else ""

    def draw(**given) -> style.Sheet:
        note = given.pop("note", "")
        return strips_chart(
            strips, x_label=f"Time since the start [{unit}]{'; coasts left out' if cut else ''}", marks=marks,
            key=key, windows=windows, note=note, **given,
        )  # fmt: skip

    return draw


def track_of(record: FlightRecord, label: str = "") -> Track:
    """The ground track of a flight under a label; its title if none is given."""
    path = record.path
    return Track(label or record.title, path["latitude"].values, path["longitude"].values)
