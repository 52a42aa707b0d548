"""A track as a trajectory: the air that it meets and its motion, in the type that all physics takes."""

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Trajectory
from boostglide.planet import AbstractAtmosphere, Air
from boostglide.scenario import Track
from boostglide.study.track_kinematics import Motion, track_motion

GAS_CONSTANT_OF_AIR, HEAT_CAPACITY_RATIO = 8314.32 / 28.9644, 1.4
"""Specific gas constant of air near the ground [J/kg/K] and ratio of heat capacities [-]; us76."""


def track_path(
    track: Track, atmosphere: AbstractAtmosphere, progress: Callable[[float], None] | None = None
) -> tuple[Trajectory, Motion]:
    """The trajectory of a track.

    Parameters
    ----------
    track
        What was read.
    atmosphere
        Air by altitude; columns of the track take the place of its values.
    progress
        Called with the share of the work that is done [-].

    Returns
    -------
    Trajectory and motion
        NumPy leaves of shape (time,), NaN where the track does not say enough; the mass is not known.

    Raises
    ------
    ValueError
        If the track leaves the range of the atmosphere.
    """
    air = track_air(track, atmosphere)
    motion = track_motion(track, np.asarray(air.sound_speed), progress)
    unknown = np.full(len(track.time), np.nan)
    north, east = track.place
    position: Any = motion.position
    velocity: Any = motion.velocity
    path = Trajectory(
        time=track.time,
        position=position,
        velocity=velocity,
        latitude=north,
        longitude=east,
        altitude=track.altitude,
        ground_range=motion.ground_range,
        speed=motion.speed,
        flight_path_angle=motion.flight_path_angle,
        heading=motion.heading,
        density=np.asarray(air.density),
        pressure=np.asarray(air.pressure),
        temperature=np.asarray(air.temperature),
        sound_speed=np.asarray(air.sound_speed),
        lift_acceleration=motion.lift_acceleration,
        drag_acceleration=motion.drag_acceleration,
        mass=unknown,
        phase=np.zeros(len(track.time)),
    )
    return path, motion


def track_air(track: Track, atmosphere: AbstractAtmosphere) -> Air:
    """The air that a track meets.

    What the track gives is used. Of density, pressure and temperature, one that is missing follows from the
    other two by the gas law; where only one is given, the atmosphere supplies the temperature, or the
    pressure beside a given temperature.

    Parameters
    ----------
    track
        What was read.
    atmosphere
        Air by altitude.

    Returns
    -------
    Air
        Density [kg/m^3], pressure [Pa], temperature [K] and speed of sound [m/s] at each point.

    Raises
    ------
    ValueError
        If the track leaves the range of the atmosphere.
    """
    altitude = jnp.asarray(track.altitude)
    if not bool(jnp.all(jax.vmap(atmosphere.contains)(altitude))):
        low, high = (float(limit) / 1e3 for limit in atmosphere.altitude_range)
        raise ValueError(
            f"The track must stay within {low:g} to {high:g} km, the range of {atmosphere.name}, but "
            "leaves it."
        )
    air = Air(*map(np.asarray, jax.jit(jax.vmap(atmosphere))(altitude)))
    given = (track.density, track.pressure, track.temperature)
    return air if all(each is None for each in given) else _completed(air, *given)


def _completed(air: Air, density: Any, pressure: Any, temperature: Any) -> Air:
    """Given values in place of the atmosphere's, the others by the gas law."""
    if temperature is None and density is not None and pressure is not None:
        temperature = pressure / (GAS_CONSTANT_OF_AIR * density)
    temperature = air.temperature if temperature is None else temperature
    if pressure is None and density is None:
        pressure = air.pressure
    if density is None:
        density = pressure / (GAS_CONSTANT_OF_AIR * temperature)
    if pressure is None:
        pressure = density * GAS_CONSTANT_OF_AIR * temperature
    return Air(density, pressure, temperature, np.sqrt(HEAT_CAPACITY_RATIO * pressure / density))


def air_sentence(track: Track, atmosphere: AbstractAtmosphere) -> str:
    """Where the air of a track comes from, as a sentence."""
    given = [name for name in ("density", "pressure", "temperature") if getattr(track, name) is not None]
    if not given:
        return f"The air is that of the {atmosphere.name}, without wind."
    rest = "" if len(given) > 1 else f" and the {atmosphere.name}"
    words = " and ".join(given) if len(given) < 3 else ", ".join(given)
    return f"The air follows from the {words} in the file{rest}, without wind."
