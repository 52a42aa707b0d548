"""What each computed quantity is called, its SI unit, and the model behind it."""

from typing import NamedTuple

import numpy as np

from boostglide.study.result import Quantity

FLOWN = "point-mass flight over a rotating, oblate Earth in the 1976 standard atmosphere"
BALLISTIC = "flown path against the ballistic arc of least energy in vacuum"
PLASMA = "equilibrium air at the stagnation point, uniform layer as thick as the shock stand-off"


class Label(NamedTuple):
    """Name for people, SI unit and model of a quantity."""

    label: str
    unit: str
    model: str


LABELS = {
    "ground_range": Label("ground range", "m", FLOWN),
    "flight_time": Label("flight time", "s", FLOWN),
    "mean_ground_speed": Label("mean speed over the ground", "m/s", FLOWN),
    "apogee": Label("greatest altitude after burn-out", "m", FLOWN),
    "maximum_mach": Label("greatest Mach number", "", FLOWN),
    "lift_supported_fraction": Label("share of the flight carried by lift", "", FLOWN),
    "arrival_energy_ratio_tnt": Label("kinetic energy at arrival over that of TNT", "", FLOWN),
    "peak_deceleration": Label("greatest aerodynamic load", "", FLOWN),
    "glide_altitude": Label("median altitude of the glide", "m", FLOWN),
    "cross_range": Label("cross-range", "m", FLOWN),
    "warning_time": Label("radar warning time", "s", "flown path, radar at its end, refraction by 4/3 Earth"),
    "burnout_speed": Label("burn-out speed", "m/s", "rocket equation minus a stated loss"),
    "speed_shortfall_round_the_world": Label(
        "speed missing for 40,000 km", "m/s", "rocket equation against equilibrium glide in closed form"
    ),
    "time_ratio_same_range": Label(
        "flight time over ballistic time, same range and rocket",
        "",
        "flown path against the lower ballistic arc of the same burn-out speed",
    ),
    "time_ratio_least_energy": Label(
        "flight time over least-energy ballistic time, same range", "", BALLISTIC
    ),
    "altitude_ratio_same_range": Label("greatest altitude over ballistic apogee, same range", "", BALLISTIC),
    "warning_ratio_same_range": Label("warning time over ballistic one, same range", "", BALLISTIC),
    "speed_ratio_same_burnout": Label("mean speed over ballistic one, same burn-out speed", "", BALLISTIC),
    "unpowered_aerodynamic_free_fraction_ballistic": Label(
        "share of the ballistic arc free of air", "", "ballistic arc of least energy, 1976 atmosphere"
    ),
    "nose_blackout_duration_l1": Label("time of blocked GPS L1 at the nose", "s", PLASMA),
    "nose_heat_flux_ratio_flank": Label(
        "nose heating over flank heating",
        "",
        "Sutton-Graves nose against Tauber laminar plate, 1 m aft, 10 degrees",
    ),
    "peak_wall_temperature": Label("greatest nose temperature", "K", "Sutton-Graves, radiating wall"),
    "peak_heat_flux": Label("greatest nose heat flux", "W/m^2", "Sutton-Graves, radiating wall"),
}


def labelled(values: dict[str, np.ndarray], extra: dict[str, Label] | None = None) -> dict[str, Quantity]:
    """Quantities of a study from their values in SI.

    Raises
    ------
    KeyError
        If a quantity has no label.
    """
    labels = LABELS | (extra or {})
    return {
        key: Quantity(np.asarray(value, float), labels[key].unit, labels[key].label, labels[key].model)
        for key, value in values.items()
    }
