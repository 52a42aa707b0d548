"""What happens on a track: greatest heat and deceleration, lost signals, rise and set."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import xarray as xr

from boostglide.study.record import Event
from boostglide.study.track_effects import BandLoss, NoseHeating, Sight

SHOWN = (
    "altitude",
    "speed",
    "mach",
    "flight_path_angle",
    "ground_range",
    "latitude",
    "longitude",
    "dynamic_pressure",
    "drag_acceleration",
    "load_factor",
    "heat_flux",
    "wall_temperature",
)
"""Channels that an event carries."""


def track_events(
    path: xr.Dataset,
    heating: NoseHeating,
    load: np.ndarray,
    bands: Mapping[str, BandLoss],
    sights: Sequence[Sight],
) -> tuple[Event, ...]:
    """Events of a track in the order of time.

    Edges of blackouts and of views are interpolated between points; one that is cut by the start or the end
    of the track is no event. Greatest values are points of the track.

    Parameters
    ----------
    path
        Channels of the track in SI.
    heating
        Heating by the correlation of the summary.
    load
        Aerodynamic acceleration where it is clear, NaN elsewhere [m/s^2].
    bands
        Losses by radio band.
    sights
        What each sensor sees.

    Returns
    -------
    tuple
        Events.
    """
    time = path["time"].values
    found = [("start", "first point of the track", float(time[0]))]
    found.append(("peak-heating", "greatest heat flux of the nose", heating.peak_time))
    top = int(np.argmax(path["altitude"].values))
    if 0 < top < len(time) - 1:
        found.append(("apogee", "highest point", float(time[top])))
    if np.isfinite(load).any():
        when = float(time[np.nanargmax(load)])
        found.append(("peak-deceleration", "greatest load by the air", when))
    found += [*_losses(time, bands), *_views(time, sights)]
    found.append(("end", "last point of the track", float(time[-1])))
    ordered = sorted(found, key=lambda each: (each[2], each[0] == "end"))
    return tuple(Event(name, label, when, "track", _values(path, when)) for name, label, when in ordered)


def _losses(time: np.ndarray, bands: Mapping[str, BandLoss]) -> Iterator[tuple[str, str, float]]:
    for name, band in bands.items():
        for stretch in band.stretches:
            if stretch.start > time[0]:
                yield f"blackout-begin-{name}", f"nose layer blocks {band.title}", stretch.start
            if stretch.end < time[-1]:
                yield f"blackout-end-{name}", f"{band.title} is free again", stretch.end


def _views(time: np.ndarray, sights: Sequence[Sight]) -> Iterator[tuple[str, str, float]]:
    for number, sight in enumerate(sights, start=1):
        for stretch in sight.stretches:
            if stretch.start > time[0]:
                yield f"horizon-rise-{number}", f"rises over the horizon of {sight.name}", stretch.start
            if stretch.end < time[-1]:
                yield f"horizon-set-{number}", f"sets below the horizon of {sight.name}", stretch.end


def _values(path: xr.Dataset, when: float) -> dict[str, float]:
    """Channels at a time, by a straight line between points."""
    time = path["time"].values
    values = {}
    for name in SHOWN:
        channel = path[name].values
        if name == "longitude" and np.isfinite(channel).all():
            channel = np.unwrap(channel)
        values[name] = float(np.interp(when, time, channel))
    return values
