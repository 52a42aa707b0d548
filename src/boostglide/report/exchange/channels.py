"""Channels of a flown path as files and charts name them: unit, factor from SI, standard name."""

import math
from typing import NamedTuple

DEGREES = math.degrees(1.0)


class Channel(NamedTuple):
    """How a channel leaves the library.

    `column` is its name in tables, with the unit; `units` and `factor` are the unit in files and what turns
    SI into it; `standard_name` is that of the CF conventions where they have one.
    """

    column: str
    units: str
    factor: float = 1.0
    standard_name: str = ""


CHANNELS = {
    "time": Channel("time_s", "s"),
    "latitude": Channel("latitude_deg", "degrees_north", DEGREES, "latitude"),
    "longitude": Channel("longitude_deg", "degrees_east", DEGREES, "longitude"),
    "altitude": Channel("altitude_m", "m", 1.0, "height_above_reference_ellipsoid"),
    "ground_range": Channel("ground_range_m", "m"),
    "speed": Channel("speed_m_s", "m s-1", 1.0, "platform_speed_wrt_ground"),
    "flight_path_angle": Channel("flight_path_angle_deg", "degree", DEGREES),
    "heading": Channel("heading_deg", "degree", DEGREES, "platform_course"),
    "mach": Channel("mach", "1"),
    "density": Channel("density_kg_m3", "kg m-3", 1.0, "air_density"),
    "pressure": Channel("pressure_pa", "Pa", 1.0, "air_pressure"),
    "temperature": Channel("temperature_k", "K", 1.0, "air_temperature"),
    "dynamic_pressure": Channel("dynamic_pressure_pa", "Pa"),
    "lift_acceleration": Channel("lift_acceleration_m_s2", "m s-2"),
    "drag_acceleration": Channel("drag_acceleration_m_s2", "m s-2"),
    "thrust_acceleration": Channel("thrust_acceleration_m_s2", "m s-2"),
    "load_factor": Channel("load_factor", "1"),
    "mass": Channel("mass_kg", "kg"),
    "angle_of_attack": Channel("angle_of_attack_deg", "degree", DEGREES),
    "bank": Channel("bank_deg", "degree", DEGREES),
    "heat_flux": Channel("heat_flux_w_m2", "W m-2"),
    "heat_load": Channel("heat_load_j_m2", "J m-2"),
    "wall_temperature": Channel("wall_temperature_k", "K"),
}
"""Channels of a `FlightRecord` by name, in the order of the columns of a table; the phase comes last."""

_WORDS = {"m/s": "m s-1", "m/s^2": "m s-2", "kg/m^3": "kg m-3", "W/m^2": "W m-2", "J/m^2": "J m-2", "-": "1"}


def channel_of(name: str, unit: str = "") -> Channel:
    """How a channel is written; one that is not known keeps its name and gets its unit behind it.

    Parameters
    ----------
    name
        Name of the channel.
    unit
        Its SI unit, for a channel that `CHANNELS` does not hold.
    """
    if name in CHANNELS:
        return CHANNELS[name]
    if unit == "rad":
        return Channel(f"{name}_deg", "degree", DEGREES)
    letters = "".join(letter if letter.isalnum() else "_" for letter in unit.replace("^", "")).lower()
    plain = "" if unit in ("", "-", "1") else f"_{letters}"
    return Channel(f"{name}{plain}", _WORDS.get(unit, unit or "1"))
