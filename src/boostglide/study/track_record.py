"""Channels of an analysed track as a labelled dataset."""

from collections.abc import Sequence

import numpy as np
import xarray as xr

from boostglide.core import STANDARD_GRAVITY, Trajectory
from boostglide.study.track_effects import BandLoss, NoseHeating, Sight
from boostglide.study.track_kinematics import Motion

_PATH = {
    "time": ("s", "time of the track"),
    "altitude": ("m", "geodetic altitude"),
    "latitude": ("rad", "geodetic latitude"),
    "longitude": ("rad", "longitude"),
    "ground_range": ("m", "distance travelled over the ground"),
    "speed": ("m/s", "speed relative to the Earth"),
    "flight_path_angle": ("rad", "angle above the horizontal"),
    "heading": ("rad", "heading, clockwise from north"),
    "mach": ("1", "Mach number"),
    "density": ("kg/m^3", "density of the air"),
    "pressure": ("Pa", "pressure of the air"),
    "temperature": ("K", "temperature of the air"),
    "lift_acceleration": ("m/s^2", "acceleration across the path without gravity"),
    "drag_acceleration": ("m/s^2", "deceleration along the path without gravity"),
    "phase": ("1", "number of the phase"),
}
_MOTION = {
    "speed_error": ("m/s", "estimated error of the speed from positions"),
    "drag_error": ("m/s^2", "estimated error of the drag"),
    "lift_error": ("m/s^2", "estimated error of the lift"),
}


def path_dataset(
    path: Trajectory,
    motion: Motion,
    heating: dict[str, NoseHeating],
    bands: dict[str, BandLoss],
    electrons: np.ndarray,
    sights: Sequence[Sight],
) -> xr.Dataset:
    """All channels of an analysed track over the dimension ``point``, in SI and radians.

    Parameters
    ----------
    path, motion
        The track and how it moves.
    heating
        Heating by correlation; the first one also gives `heat_flux`, `heat_load` and `wall_temperature`.
    bands
        Losses by radio band.
    electrons
        Electron density at the stagnation point [1/m^3].
    sights
        What each sensor sees.

    Returns
    -------
    xarray.Dataset
        Channels with units and names.
    """
    data = {name: (getattr(path, name), *words) for name, words in _PATH.items()}
    data["dynamic_pressure"] = (path.freestream.dynamic_pressure, "Pa", "dynamic pressure")
    lift = np.nan_to_num(motion.lift_acceleration)  # not known without positions
    load = np.hypot(motion.drag_acceleration, lift) / STANDARD_GRAVITY.value
    data["load_factor"] = (load, "1", "aerodynamic force over weight at sea level")
    data |= {name: (getattr(motion, name), *words) for name, words in _MOTION.items()}
    data |= _heat(heating)
    data["electron_density"] = (electrons, "1/m^3", "electrons at the stagnation point, equilibrium")
    for name, band in bands.items():
        data[f"attenuation_{name}"] = (band.attenuation, "dB", f"loss of {band.title} in the nose layer")
    for number, sight in enumerate(sights, start=1):
        seen = f"seen from {sight.name}"
        data[f"elevation_{number}"] = (sight.elevation, "rad", f"elevation with refraction, {seen}")
        data[f"azimuth_{number}"] = (sight.azimuth, "rad", f"azimuth, {seen}")
        data[f"slant_range_{number}"] = (sight.slant_range, "m", f"distance, {seen}")
    variables = {
        name: ("point", np.asarray(values, float), {"units": unit, "long_name": words})
        for name, (values, unit, words) in data.items()
    }
    dataset = xr.Dataset(variables, attrs={"phase_names": "track"}).set_coords("time")
    dataset["phase"].attrs["phase_names"] = "track"
    return dataset


def _heat(heating: dict[str, NoseHeating]) -> dict[str, tuple[np.ndarray, str, str]]:
    """Heating channels of every correlation."""
    first = next(iter(heating.values()))
    data = {
        "heat_flux": (first.history.cold_wall_heat_flux, "W/m^2", "heat flux of the nose, cold wall"),
        "heat_load": (first.cold_wall_heat_load, "J/m^2", "heat load of the nose, cold wall"),
        "wall_temperature": (first.history.wall_temperature, "K", "temperature of the radiating nose"),
    }
    for name, each in heating.items():
        key, by, history = name.replace("-", "_"), f"by {each.title} ({name})", each.history
        data |= {
            f"cold_wall_heat_flux_{key}": (history.cold_wall_heat_flux, "W/m^2", f"cold-wall heat flux {by}"),
            f"radiating_wall_heat_flux_{key}": (history.heat_flux, "W/m^2", f"radiating-wall heat flux {by}"),
            f"radiating_wall_heat_load_{key}": (history.heat_load, "J/m^2", f"radiating-wall heat load {by}"),
            f"wall_temperature_{key}": (history.wall_temperature, "K", f"radiating-wall temperature {by}"),
            f"valid_{key}": (history.valid.astype(float), "1", f"whether in range, {by}"),
        }
    return data
