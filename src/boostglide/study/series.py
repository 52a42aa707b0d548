"""Kept paths as a labelled dataset for charts and files."""

import numpy as np
import xarray as xr

from boostglide.core import Trajectory

CHANNELS = {
    "time": ("s", "time since the start of the path"),
    "latitude": ("rad", "geodetic latitude"),
    "longitude": ("rad", "longitude"),
    "altitude": ("m", "geodetic altitude"),
    "ground_range": ("m", "distance travelled over the ground"),
    "speed": ("m/s", "speed relative to the Earth"),
    "flight_path_angle": ("rad", "angle above the horizontal"),
    "mach": ("1", "Mach number"),
    "density": ("kg/m^3", "density of the air"),
    "lift_acceleration": ("m/s^2", "lift over mass"),
    "drag_acceleration": ("m/s^2", "drag over mass"),
    "phase": ("1", "number of the phase"),
}


def path_dataset(paths: Trajectory, outcomes: np.ndarray) -> xr.Dataset:
    """Kept paths, dimensions (member, point), with units and names.

    Parameters
    ----------
    paths
        Paths of some members, shape (member, point).
    outcomes
        `Outcome` code of each of them, shape (member,).
    """
    data = {
        name: (("member", "point"), np.asarray(getattr(paths, name)), {"units": unit, "long_name": words})
        for name, (unit, words) in CHANNELS.items()
    }
    data["outcome"] = ("member", np.asarray(outcomes, np.int32), {"long_name": "how the flight ended"})
    return xr.Dataset(data, attrs={"assumptions": "\n".join(paths.assumptions)})
