"""What the air does to a body on a track, and who sees it: heat, plasma, sight."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Freestream, Scalar, Trajectory
from boostglide.gas import EquilibriumAir
from boostglide.heating import (
    STAGNATION_MODELS,
    AbstractStagnationHeating,
    HeatingHistory,
    heating_along,
    knudsen_number,
)
from boostglide.plasma import (
    RadioBand,
    Stretch,
    blackout_at,
    blackout_stretches,
    gyro_drift,
    inertial_drift,
)
from boostglide.sensing import Sensor, visibility_along

CONTINUUM = 0.01
"""Knudsen number of the nose above which no shock layer in equilibrium forms [-]."""

_BLOCK = 4096


@dataclass(frozen=True)
class NoseHeating:
    """Heating of the nose by one correlation.

    Parameters
    ----------
    title
        Name of the correlation.
    history
        Heat flux [W/m^2], wall temperature [K] and heat load [J/m^2] over time.
    cold_wall_heat_load
        Heat load of a cold wall since the start [J/m^2].
    peak_heat_flux, peak_cold_wall_heat_flux
        Greatest flux into the radiating and into a cold wall [W/m^2].
    peak_time
        Time of the greatest cold-wall flux [s].
    peak_wall_temperature
        Greatest temperature of the radiating wall [K].
    share_valid
        Share of the heat load taken in where the correlation holds [-].
    stated_error
        What is known of its error, in words.
    """

    title: str
    history: HeatingHistory
    cold_wall_heat_load: np.ndarray
    peak_heat_flux: float
    peak_cold_wall_heat_flux: float
    peak_time: float
    peak_wall_temperature: float
    share_valid: float
    stated_error: str


@dataclass(frozen=True)
class BandLoss:
    """What the nose layer does to one radio band along a track.

    Parameters
    ----------
    title
        Name of the band for people.
    frequency, margin
        Frequency [Hz] and loss that the link survives [dB].
    attenuation, excess
        Loss, and loss less margin, at each point [dB].
    stretches
        Stretches in which the band is blocked.
    blocked_time, blocked_time_in_continuum
        Time in which it is blocked [s], in all and where the flow is a continuum.
    accelerometer_drift, gyro_drift
        Position error of an inertial navigator after the longest stretch [m], unaided and held by gravity.
    """

    title: str
    frequency: float
    margin: float
    attenuation: np.ndarray
    excess: np.ndarray
    stretches: tuple[Stretch, ...]
    blocked_time: float
    blocked_time_in_continuum: float
    accelerometer_drift: tuple[float, float]
    gyro_drift: tuple[float, float]


@dataclass(frozen=True)
class Sight:
    """A track as one sensor sees it.

    Parameters
    ----------
    name
        Name of the sensor.
    latitude, longitude, altitude
        Where it stands [rad], [rad], [m].
    elevation, azimuth, slant_range
        Elevation with refraction [rad], direction [rad] and distance [m] at each point.
    stretches
        Stretches in which the track is in view.
    assumptions
        What the numbers rest on.
    """

    name: str
    latitude: float
    longitude: float
    altitude: float
    elevation: np.ndarray
    azimuth: np.ndarray
    slant_range: np.ndarray
    stretches: tuple[Stretch, ...]
    assumptions: tuple[str, ...]


def nose_heating(path: Trajectory, nose_radius: float, emissivity: float) -> dict[str, NoseHeating]:
    """Heating of the nose by every correlation, side by side; they are never averaged.

    Parameters
    ----------
    path
        Trajectory of the track.
    nose_radius
        Nose radius [m].
    emissivity
        Emissivity of the wall [-].

    Returns
    -------
    dict
        Heating by name of the correlation.
    """
    return {
        name: _nose_heating(path, nose_radius, emissivity, model) for name, model in STAGNATION_MODELS.items()
    }


def _nose_heating(
    path: Trajectory, nose_radius: float, emissivity: float, model: AbstractStagnationHeating
) -> NoseHeating:
    history = jax.tree.map(np.asarray, heating_along(path, nose_radius, emissivity, model))
    load, valid = np.diff(history.heat_load), history.valid[1:] & history.valid[:-1]
    return NoseHeating(
        title=model.name,
        history=history,
        cold_wall_heat_load=_summed(path.time, history.cold_wall_heat_flux),
        peak_heat_flux=float(np.max(history.heat_flux)),
        peak_cold_wall_heat_flux=float(np.max(history.cold_wall_heat_flux)),
        peak_time=float(path.time[np.argmax(history.cold_wall_heat_flux)]),
        peak_wall_temperature=float(np.max(history.wall_temperature)),
        share_valid=float(np.sum(load[valid]) / max(np.sum(load), 1e-300)),
        stated_error=model.stated_error,
    )


def _summed(time: Any, flux: np.ndarray) -> np.ndarray:
    return np.concatenate([[0.0], np.cumsum(0.5 * (flux[1:] + flux[:-1]) * np.diff(time))])


def band_losses(
    path: Trajectory,
    nose_radius: float,
    bands: dict[str, RadioBand],
    biases: tuple[float, float],
    progress: Callable[[float], None] | None = None,
) -> tuple[dict[str, BandLoss], np.ndarray]:
    """Losses of radio bands in the layer before the nose.

    Parameters
    ----------
    path
        Trajectory of the track.
    nose_radius
        Nose radius [m].
    bands
        Bands by name.
    biases
        Constant errors of an accelerometer [m/s^2] and of a gyroscope [rad/s].
    progress
        Called with the share of the work that is done [-].

    Returns
    -------
    dict and array
        Losses by band, and the electron density at the stagnation point [1/m^3].
    """
    stream = path.freestream
    electrons, losses = _losses(stream, nose_radius, list(bands.values()), progress)
    rarefied = np.asarray(knudsen_number(stream, jnp.asarray(nose_radius))) > CONTINUUM
    found = {
        name: _band_loss(band, path.time, losses[:, number], rarefied, biases)
        for number, (name, band) in enumerate(bands.items())
    }
    return found, electrons


def _band_loss(
    band: RadioBand, time: Any, loss: np.ndarray, rarefied: np.ndarray, biases: tuple[float, float]
) -> BandLoss:
    excess = loss - float(band.margin)
    stretches = blackout_stretches(time, jnp.asarray(excess))
    dense = blackout_stretches(time, jnp.where(rarefied, -np.abs(excess), excess))
    longest = jnp.asarray(max((each.duration for each in stretches), default=0.0))
    pushed = inertial_drift(jnp.asarray(biases[0]), longest)
    turned = gyro_drift(jnp.asarray(biases[1]), longest)
    return BandLoss(
        title=band.title,
        frequency=float(band.frequency),
        margin=float(band.margin),
        attenuation=loss,
        excess=excess,
        stretches=tuple(stretches),
        blocked_time=sum(each.duration for each in stretches),
        blocked_time_in_continuum=sum(each.duration for each in dense),
        accelerometer_drift=(float(pushed.unaided), float(pushed.schuler)),
        gyro_drift=(float(turned.unaided), float(turned.schuler)),
    )


def _losses(
    stream: Freestream,
    nose_radius: float,
    bands: list[RadioBand],
    progress: Callable[[float], None] | None,
) -> tuple[np.ndarray, np.ndarray]:
    """Electron density (points,) and attenuation (points, bands), a block of points at a time."""
    air, radius = EquilibriumAir.load(), jnp.asarray(nose_radius, dtype=float)
    frequencies = jnp.stack([band.frequency for band in bands])
    count = len(stream.speed)
    size = min(_BLOCK, count)
    electrons, losses = np.empty(count), np.empty((count, len(bands)))
    for first in range(0, count, size):
        start = min(first, count - size)  # the last block overlaps the one before it, so that all are alike
        block = jax.tree.map(lambda leaf, start=start: jnp.asarray(leaf[start : start + size]), stream)
        found = _block_losses(block, radius, frequencies, air)
        electrons[start : start + size], losses[start : start + size] = map(np.asarray, found)
        if progress:
            progress((start + size) / count)
    return electrons, losses


@eqx.filter_jit
def _block_losses(
    stream: Freestream, nose_radius: Scalar, frequencies: Array, air: EquilibriumAir
) -> tuple[Array, Array]:
    def at_point(point: Freestream) -> tuple[Any, Any]:
        def at_frequency(frequency: Scalar) -> tuple[Scalar, Scalar]:
            band = RadioBand("band", "band", frequency, jnp.zeros_like(frequency))
            found = blackout_at(point, nose_radius, band, air)
            return found.electron_density, found.attenuation

        electrons, loss = jax.vmap(at_frequency)(frequencies)
        return electrons[0], loss

    return jax.vmap(at_point)(stream)


def sight_of(path: Trajectory, sensor: Sensor, mask: float) -> Sight:
    """A track as one sensor sees it.

    Parameters
    ----------
    path
        Trajectory of the track, with positions.
    sensor
        Where the sensor stands.
    mask
        Least elevation at which it sees [rad].

    Returns
    -------
    Sight
        Angles, distance, and the stretches in view.
    """
    seen = visibility_along(path, sensor, mask)
    elevation = np.asarray(seen.elevation)
    return Sight(
        name=sensor.name,
        latitude=float(sensor.latitude),
        longitude=float(sensor.longitude),
        altitude=float(sensor.altitude),
        elevation=elevation,
        azimuth=np.asarray(seen.azimuth) % (2.0 * np.pi),
        slant_range=np.asarray(seen.slant_range),
        stretches=tuple(blackout_stretches(path.time, jnp.asarray(elevation - mask))),
        assumptions=seen.assumptions,
    )
