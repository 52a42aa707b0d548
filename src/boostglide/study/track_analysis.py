"""Heating, plasma and sight along a measured or foreign track."""

import importlib.metadata
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from boostglide.core import STANDARD_GRAVITY, Outcome, Trajectory
from boostglide.heating import STAGNATION_MODELS
from boostglide.planet import AbstractAtmosphere, StandardAtmosphere1976
from boostglide.plasma import ASSUMPTIONS, RadioBand, radio_bands
from boostglide.scenario import Track
from boostglide.sensing import Sensor
from boostglide.study.record import FlightRecord
from boostglide.study.track_effects import (
    CONTINUUM,
    BandLoss,
    NoseHeating,
    Sight,
    band_losses,
    nose_heating,
    sight_of,
)
from boostglide.study.track_events import track_events
from boostglide.study.track_kinematics import Motion
from boostglide.study.track_path import air_sentence, track_path
from boostglide.study.track_record import path_dataset

MODEL = "sutton-graves"
"""Correlation whose numbers stand in the summary; all others stand beside it."""

BIASES = (5e-4, math.radians(0.01) / 3600.0)
"""Constant errors of an accelerometer [m/s^2] and a gyroscope [rad/s]; illustrative, of navigation grade."""

LEAST_SIGNAL = 3.0
"""Drag is used where it exceeds its estimated error by this factor [-]."""

PACKAGES = ("boostglide", "jax", "numpy", "equinox")


@dataclass(frozen=True)
class Nose:
    """What of a body meets the stream.

    Parameters
    ----------
    radius
        Nose radius [m].
    emissivity
        Emissivity of the radiating wall [-].
    vehicle
        Name of the vehicle, empty where the numbers were given by hand.
    references
        Keys of the bibliography.
    """

    radius: float
    emissivity: float
    vehicle: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class TrackAnalysis:
    """What a track says of heat, plasma and sight.

    Parameters
    ----------
    record
        The track as a flight record: channels, events, summary and what they rest on. Its heat flux is that
        of `MODEL` to a cold wall.
    trajectory
        The same path in the type that the physics takes.
    motion
        Speed, direction, drag and lift with their errors.
    nose
        Nose radius and emissivity.
    heating
        Heating by every correlation.
    bands
        Losses of every radio band.
    sights
        What each sensor sees.
    measures
        Further numbers in SI, by name with unit.
    """

    record: FlightRecord
    trajectory: Trajectory
    motion: Motion
    nose: Nose
    heating: dict[str, NoseHeating]
    bands: dict[str, BandLoss]
    sights: tuple[Sight, ...]
    measures: dict[str, float]


def analyse_track(
    track: Track,
    nose: Nose,
    *,
    name: str = "track",
    sensors: Sequence[Sensor] = (),
    mask: float = 0.0,
    atmosphere: AbstractAtmosphere | None = None,
    bands: dict[str, RadioBand] | None = None,
    biases: tuple[float, float] = BIASES,
    progress: Callable[[str, float], None] | None = None,
) -> TrackAnalysis:
    """Heating, plasma and sight along a track.

    Parameters
    ----------
    track
        What was read.
    nose
        Nose radius and emissivity.
    name
        Name of the track.
    sensors
        Sensors on the ground; they need positions in the track.
    mask
        Least elevation at which sensors see [rad], 0 to pi/2.
    atmosphere
        Air by altitude; the US Standard Atmosphere 1976 if left out. Columns of the track replace it.
    bands
        Radio bands by name; all of the package's table if left out.
    biases
        Constant errors of an accelerometer [m/s^2] and a gyroscope [rad/s] for the drift without signals.
    progress
        Called with words and with the share of the work that is done [-].

    Returns
    -------
    TrackAnalysis
        Channels, events and numbers.

    Raises
    ------
    ValueError
        If a number is out of range, or sensors are given for a track without positions.
    """
    _check_sensors(track, sensors)
    tell = progress or (lambda words, share: None)
    air, chosen = atmosphere or StandardAtmosphere1976(), bands or radio_bands()
    path, motion = track_path(track, air, lambda share: tell("Motion", 0.4 * share))
    tell("Heating", 0.4)
    heating = nose_heating(path, nose.radius, nose.emissivity)
    losses, electrons = band_losses(
        path, nose.radius, chosen, biases, lambda share: tell("Plasma", 0.6 + 0.35 * share)
    )
    tell("Sight", 0.95)
    sights = tuple(sight_of(path, sensor, mask) for sensor in sensors)
    found = _Found(track, air, path, motion, heating, losses, electrons, sights)
    record = _record(found, name, (*_assumptions(found), _drift_sentence(biases)), nose, chosen)
    return TrackAnalysis(record, path, motion, nose, heating, losses, sights, _measures(path, motion, losses))


def _check_sensors(track: Track, sensors: Sequence[Sensor]) -> None:
    if sensors and not track.has_positions:
        raise ValueError(
            "Argument `sensors` must be empty for a track without latitude and longitude, but is not: "
            "where the body stands is not known."
        )


class _Found(NamedTuple):
    track: Track
    air: AbstractAtmosphere
    path: Trajectory
    motion: Motion
    heating: dict[str, NoseHeating]
    bands: dict[str, BandLoss]
    electrons: np.ndarray
    sights: tuple[Sight, ...]


def _record(
    found: _Found, name: str, assumptions: tuple[str, ...], nose: Nose, bands: dict[str, RadioBand]
) -> FlightRecord:
    first = found.heating[MODEL]
    dataset = path_dataset(
        found.path, found.motion, found.heating, found.bands, found.electrons, found.sights
    )
    return FlightRecord(
        name=name,
        title=f"Track {name}",
        path=dataset,
        events=track_events(dataset, first, _clear_load(found.motion), found.bands, found.sights),
        summary=_summary(found.path, found.motion, first),
        outcome=Outcome.COMPLETED,
        assumptions=assumptions,
        references=_references(found.air, nose, bands),
        models=_models(found.track, found.air, found.motion),
        switches={
            "rotation": "on" if found.track.has_positions else "off",
            "wind": "none",
            "oblateness": "J2" if found.track.has_positions else "off",
        },
        versions={package: importlib.metadata.version(package) for package in PACKAGES},
    )


def _clear_drag(motion: Motion) -> np.ndarray:
    """Drag where it stands out of its error, NaN elsewhere [m/s^2]."""
    stands = motion.drag_acceleration > LEAST_SIGNAL * motion.drag_error
    return np.where(stands, motion.drag_acceleration, np.nan)


def _clear_load(motion: Motion) -> np.ndarray:
    """Drag and lift together where they stand out of their error, NaN elsewhere [m/s^2]."""
    if not np.isfinite(motion.lift_acceleration).all():
        return _clear_drag(motion)
    load = np.hypot(motion.drag_acceleration, motion.lift_acceleration)
    stands = load > LEAST_SIGNAL * np.hypot(motion.drag_error, motion.lift_error)
    return np.where(stands, load, np.nan)


def _greatest(values: np.ndarray) -> float:
    return float(np.nanmax(values)) if np.isfinite(values).any() else math.nan


def _summary(path: Trajectory, motion: Motion, heating: NoseHeating) -> dict[str, float]:
    duration = float(path.time[-1] - path.time[0])
    return {
        "range_km": float(path.ground_range[-1]) / 1e3,
        "flight_time_s": duration,
        "burnout_speed_m_s": math.nan,
        "apogee_km": float(np.max(path.altitude)) / 1e3,
        "peak_deceleration_g": _greatest(_clear_load(motion)) / STANDARD_GRAVITY.value,
        "peak_heat_flux_w_m2": heating.peak_cold_wall_heat_flux,
        "heat_load_j_m2": float(heating.cold_wall_heat_load[-1]),
        "mean_ground_speed_m_s": float(path.ground_range[-1]) / duration,
    }


def _measures(path: Trajectory, motion: Motion, bands: dict[str, BandLoss]) -> dict[str, float]:
    """Errors of the motion, the ballistic coefficient that drag implies, and the longest blackout."""
    coefficient = 0.5 * path.density * path.speed**2 / _clear_drag(motion)
    known = coefficient[np.isfinite(coefficient)]
    quartiles = np.percentile(known, (25, 50, 75)) if known.size else np.full(3, math.nan)
    apart = math.nan
    if motion.speed_from_positions is not None and motion.speed_source != "positions":
        apart = float(np.max(np.abs(motion.speed_from_positions - motion.speed)))
    longest = max((each.duration for band in bands.values() for each in band.stretches), default=0.0)
    return {
        "points": float(len(path.time)),
        "median_step_s": float(np.median(np.diff(path.time))),
        "mean_speed_error_m_s": float(np.mean(motion.speed_error)),
        "greatest_speed_error_m_s": float(np.max(motion.speed_error)),
        "greatest_difference_to_speed_from_positions_m_s": apart,
        "ballistic_coefficient_first_quartile_kg_m2": float(quartiles[0]),
        "ballistic_coefficient_median_kg_m2": float(quartiles[1]),
        "ballistic_coefficient_third_quartile_kg_m2": float(quartiles[2]),
        "points_with_clear_drag": float(known.size),
        "longest_blackout_s": longest,
    }


def _assumptions(found: _Found) -> tuple[str, ...]:
    track, motion, bands = found.track, found.motion, found.bands
    texts = [air_sentence(track, found.air), f"Speed comes from: {motion.speed_source}.", *motion.remarks]
    texts.append(
        "Drag and the ballistic coefficient hold where no engine pushes; drag, load and coefficient are "
        f"given where they exceed {LEAST_SIGNAL:g} times their estimated error. The peak deceleration counts "
        "drag and, where positions are known, lift."
    )
    for name, each in found.heating.items():
        texts += [text for text in each.history.assumptions if text not in texts]
        if each.share_valid < 0.99:
            outside = 100.0 * (1.0 - each.share_valid)
            texts.append(f"`{name}` is outside its range for {outside:.3g} % of its heat load.")
    texts += ASSUMPTIONS
    thin = max((each.blocked_time - each.blocked_time_in_continuum for each in bands.values()), default=0.0)
    if thin > 0.0:
        texts.append(
            f"Up to {thin:.3g} s of blocked time lie where the Knudsen number of the nose exceeds "
            f"{CONTINUUM:g}: no shock layer in equilibrium forms there, and the true blackout begins later."
        )
    texts += [text for sight in found.sights for text in sight.assumptions]
    if track.unused:
        texts.append(f"Columns that were not used: {', '.join(track.unused)}.")
    return tuple(dict.fromkeys(texts))


def _drift_sentence(biases: tuple[float, float]) -> str:
    degrees = math.degrees(biases[1]) * 3600.0
    return (
        f"Without signals a navigator drifts by a constant error of {biases[0]:.3g} m/s^2 of its "
        f"accelerometer or of {degrees:.3g} deg/h of its gyroscope; both are illustrative."
    )


def _models(track: Track, air: AbstractAtmosphere, motion: Motion) -> dict[str, str]:
    return {
        "atmosphere": air_sentence(track, air),
        "speed": motion.speed_source,
        "gravity": "WGS84 + J2" if track.has_positions else "central, mean radius",
        "heating": ", ".join(STAGNATION_MODELS),
        "plasma": "equilibrium air at the stagnation point, uniform layer",
    }


def _references(air: AbstractAtmosphere, nose: Nose, bands: dict[str, RadioBand]) -> tuple[str, ...]:
    keys: list[Any] = [*air.references, "nima_wgs84", "savitzky1964", *nose.references]
    for model in STAGNATION_MODELS.values():
        keys += model.references
    keys += ["seiff1962", "ginzburg1970", "born1999"]
    for band in bands.values():
        keys += band.references
    return tuple(dict.fromkeys(keys))
