"""Numbers that sum up one path: how far, how fast, how high, how long seen, how long blocked."""

import jax.numpy as jnp

from boostglide.core import Scalar, Time, Trajectory
from boostglide.gas import EquilibriumAir
from boostglide.plasma import RadioBand, blackout_along
from boostglide.sensing import Sensor, visibility_along, warning_time

SUPPORTED = 0.1
"""Share of the weight from which a body counts as carried by lift [-]."""

TNT = 4.184e6
"""Energy of a kilogram of TNT by convention [J/kg]; NIST SP 811, appendix B."""


def share_of_time(path: Trajectory, holds: Time) -> Scalar:
    """Share of the time of a path in which a condition holds at both ends of a step, in part at one [-]."""
    step = jnp.diff(path.time)
    weight = 0.5 * (holds[1:] + holds[:-1])
    return jnp.sum(step * weight) / jnp.maximum(path.time[-1] - path.time[0], 1e-9)


def basic_measures(path: Trajectory) -> dict[str, Scalar]:
    """Range, time, mean speed, apogee, greatest Mach number, share carried by lift, energy at arrival."""
    duration = path.time[-1] - path.time[0]
    weight = 9.80665
    supported = (path.lift_acceleration > SUPPORTED * weight).astype(float)
    return {
        "ground_range": path.ground_range[-1],
        "flight_time": duration,
        "mean_ground_speed": path.ground_range[-1] / jnp.maximum(duration, 1e-9),
        "apogee": jnp.max(path.altitude),
        "maximum_mach": jnp.max(path.mach),
        "lift_supported_fraction": share_of_time(path, supported),
        "arrival_energy_ratio_tnt": 0.5 * path.speed[-1] ** 2 / TNT,
        "peak_deceleration": jnp.max(path.load_factor),
    }


def phase_median_altitude(path: Trajectory, phase: int) -> Scalar:
    """Median altitude of one phase [m]; points are evenly spaced in time within a phase."""
    inside = path.phase == phase
    return jnp.nanmedian(jnp.where(inside, path.altitude, jnp.nan))


def warning_of_end_point(path: Trajectory) -> Scalar:
    """Time from first visibility to arrival for a radar at the end of the path, at zero elevation [s]."""
    radar = Sensor(path.latitude[-1], path.longitude[-1], jnp.zeros_like(path.time[-1]))
    return warning_time(visibility_along(path, radar)).warning_time


def nose_blackout_duration(
    path: Trajectory, nose_radius: Scalar, band: RadioBand, air: EquilibriumAir
) -> Scalar:
    """Time in which the layer before the nose blocks a radio band [s]."""
    history = blackout_along(path, nose_radius, band, air)
    return share_of_time(path, history.blocked.astype(float)) * (path.time[-1] - path.time[0])
