"""How a track moves: speed, direction, drag and lift from what its file holds."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import jax.numpy as jnp
import numpy as np

from boostglide.core import Vector3
from boostglide.flight import ground_range
from boostglide.planet import (
    ZonalGravity,
    geodetic_to_fixed,
    local_axes,
    rotation_acceleration,
)
from boostglide.scenario import Track
from boostglide.study.track_derivative import FEWEST, Derivative, local_derivative

SURFACE_RADIUS = 6371008.8
"""Distance from the centre at which altitude begins where no latitude is known [m]; the mean radius."""


@dataclass(frozen=True)
class Motion:
    """Motion of a track; NaN where the file does not say enough.

    Parameters
    ----------
    position, velocity
        Earth-fixed position [m] and Earth-relative velocity [m/s], shape (points, 3).
    ground_range
        Distance travelled over the ground [m].
    speed, speed_error
        Earth-relative speed and an estimate of its greatest error [m/s]; the error of a column of the file is
        not known and NaN.
    flight_path_angle, heading
        Direction of the velocity [rad].
    drag_acceleration, drag_error
        Deceleration that gravity and the turning Earth do not explain [m/s^2], and its estimated error.
    lift_acceleration, lift_error
        The same across the velocity [m/s^2].
    speed_source
        Where the speed comes from, in words.
    speed_from_positions
        Speed from the positions [m/s], also where the file gives one.
    remarks
        One sentence for each choice that the numbers rest on.
    """

    position: np.ndarray
    velocity: np.ndarray
    ground_range: np.ndarray
    speed: np.ndarray
    speed_error: np.ndarray
    flight_path_angle: np.ndarray
    heading: np.ndarray
    drag_acceleration: np.ndarray
    drag_error: np.ndarray
    lift_acceleration: np.ndarray
    lift_error: np.ndarray
    speed_source: str
    speed_from_positions: np.ndarray | None = None
    remarks: tuple[str, ...] = field(default=())


def track_motion(
    track: Track, sound_speed: np.ndarray, progress: Callable[[float], None] | None = None
) -> Motion:
    """Speed, direction and aerodynamic accelerations along a track.

    Speed is that of the file; without such a column it comes from the positions, and without positions from
    the Mach number. Velocity and acceleration from positions are taken on Earth-fixed axes.

    Parameters
    ----------
    track
        What was read.
    sound_speed
        Speed of sound at each point [m/s].
    progress
        Called with the share of the work that is done [-].

    Returns
    -------
    Motion
        Arrays of shape (points,); NaN where the track does not say enough.

    References
    ----------
    nima_wgs84, savitzky1964
    """
    return _with_positions(track, progress) if track.has_positions else _without(track, sound_speed)


def _with_positions(track: Track, progress: Callable[[float], None] | None) -> Motion:
    tell = progress or (lambda share: None)
    north, east = track.place
    fixed = geodetic_to_fixed(jnp.asarray(north), jnp.asarray(east), jnp.asarray(track.altitude))
    place = Vector3(*map(np.asarray, fixed))
    position = np.stack(place, axis=-1)
    first = local_derivative(track.time, position, 1, lambda share: tell(0.45 * share))
    second = local_derivative(track.time, position, 2, lambda share: tell(0.45 + 0.45 * share))
    found = np.linalg.norm(first.values, axis=-1)
    along = first.values / np.maximum(found, 1e-9)[:, None]
    speed = found if track.speed is None else track.speed
    velocity = along * speed[:, None]
    pull = _pull(place, Vector3(*velocity.T))
    rate = np.sum(second.values * along, axis=-1), second.error
    if track.speed is not None:
        rate = _rate(track.time, track.speed)
    across = second.values - pull
    across = across - np.sum(across * along, axis=-1)[:, None] * along
    angle, heading = _direction(track, velocity)
    return Motion(
        position=position,
        velocity=velocity,
        ground_range=np.asarray(ground_range(*track.place)),
        speed=speed,
        speed_error=first.error if track.speed is None else np.full(len(speed), np.nan),
        flight_path_angle=angle if track.flight_path_angle is None else track.flight_path_angle,
        heading=heading if track.heading is None else track.heading % (2.0 * np.pi),
        drag_acceleration=np.sum(pull * along, axis=-1) - rate[0],
        drag_error=rate[1],
        lift_acceleration=np.linalg.norm(across, axis=-1),
        lift_error=second.error,
        speed_source="column of the file" if track.speed is not None else "positions",
        speed_from_positions=found,
        remarks=_remarks(track, first, second),
    )


def _without(track: Track, sound_speed: np.ndarray) -> Motion:
    """A track of altitude and speed alone, with gravity along the path and no turning Earth."""
    unknown = np.full(len(track.time), np.nan)
    speed = track.speed if track.speed is not None else np.asarray(track.mach) * sound_speed
    angle = _angle_of_climb(track, speed)
    rate, error = _rate(track.time, speed)
    gravity = ZonalGravity().gravitational_parameter / (SURFACE_RADIUS + track.altitude) ** 2
    return Motion(
        position=np.stack([unknown] * 3, axis=-1),
        velocity=np.stack([unknown] * 3, axis=-1),
        ground_range=unknown,
        speed=speed,
        speed_error=unknown,
        flight_path_angle=angle,
        heading=unknown if track.heading is None else track.heading % (2.0 * np.pi),
        drag_acceleration=-rate - gravity * np.sin(angle),
        drag_error=error,
        lift_acceleration=unknown,
        lift_error=unknown,
        speed_source="column of the file" if track.speed is not None else "Mach number and speed of sound",
        remarks=(
            "Without latitude and longitude, drag rests on the rate of the speed and on gravity along the "
            "path alone; the turning of the Earth, at most 0.034 m/s^2, is left out, and lift, ground range "
            "and sight lines are unknown.",
        ),
    )


def _angle_of_climb(track: Track, speed: np.ndarray) -> np.ndarray:
    """Flight-path angle of the file, or from the rate of climb [rad]."""
    if track.flight_path_angle is not None:
        return track.flight_path_angle
    climb, _ = _rate(track.time, track.altitude)
    return np.arcsin(np.clip(climb / np.maximum(speed, 1e-9), -1.0, 1.0))


def _rate(time: np.ndarray, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rate of change and its error; NaN for a track too short for it."""
    if len(time) < FEWEST:
        return np.full(len(time), np.nan), np.full(len(time), np.nan)
    found = local_derivative(time, numbers[:, None], 1)
    return found.values[:, 0], found.error


def _pull(place: Vector3, velocity: Vector3) -> np.ndarray:
    """Acceleration without air in axes that turn with the Earth [m/s^2], shape (points, 3)."""
    gravity = ZonalGravity().acceleration(place)
    turning = rotation_acceleration(place, velocity)
    return np.stack([np.asarray(a) + np.asarray(b) for a, b in zip(gravity, turning, strict=True)], axis=-1)


def _direction(track: Track, velocity: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Flight-path angle and heading of a velocity [rad]."""
    axes, parts = local_axes(*map(jnp.asarray, track.place)), Vector3(*velocity.T)
    east, north, up = (np.asarray(_dot(axis, parts)) for axis in (axes.east, axes.north, axes.up))
    return np.arctan2(up, np.hypot(east, north)), np.arctan2(east, north) % (2.0 * np.pi)


def _dot(axis: Any, parts: Vector3) -> np.ndarray:
    return np.sum([np.asarray(a) * b for a, b in zip(axis, parts, strict=True)], axis=0)


def _remarks(track: Track, first: Derivative, second: Derivative) -> tuple[str, ...]:
    what = "Speed, direction and acceleration" if track.speed is None else "Direction and acceleration"
    widths = f"{first.points} points for velocity and {second.points} for acceleration"
    return (
        f"{what} come from the positions on Earth-fixed axes, by local polynomials of degree 4 over "
        f"{widths}. The positions scatter by {first.noise:.2g} m about them.",
        "The stated error of speed is what a polynomial of degree 6 changes, plus three times the effect of "
        "that scatter; a slow drift of the positions is not seen by it.",
    )
