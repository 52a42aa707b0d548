"""Made-up flights for tests of charts and files: no physics, only curves of a likely shape."""

import numpy as np
import xarray as xr

from boostglide.core import Outcome
from boostglide.study import EnsembleRecord, Event, FlightRecord

RADIUS = 6371008.8
UNITS = {
    "time": "s", "latitude": "rad", "longitude": "rad", "altitude": "m", "ground_range": "m",
    "speed": "m/s", "flight_path_angle": "rad", "heading": "rad", "mach": "-", "density": "kg/m^3",
    "pressure": "Pa", "temperature": "K", "dynamic_pressure": "Pa", "lift_acceleration": "m/s^2",
    "drag_acceleration": "m/s^2", "thrust_acceleration": "m/s^2", "load_factor": "-", "mass": "kg",
    "angle_of_attack": "rad", "bank": "rad", "heat_flux": "W/m^2", "heat_load": "J/m^2",
    "wall_temperature": "K", "phase": "-",
}  # fmt: skip
NAMES = ("boost", "ballistic arc", "pull-up", "glide & <descent>")


def great_circle(central: np.ndarray, inclination: float, start: tuple[float, float]):
    """Latitude, longitude and heading [rad] after an angle at the centre, from a place, heading given."""
    latitude, longitude = start
    sine = np.sin(latitude) * np.cos(central) + np.cos(latitude) * np.sin(central) * np.cos(inclination)
    east = np.sin(inclination) * np.sin(central) * np.cos(latitude)
    turn = np.arctan2(east, np.cos(central) - np.sin(latitude) * sine)
    found = longitude + turn
    heading = np.full_like(central, inclination) % (2 * np.pi)
    return np.arcsin(np.clip(sine, -1, 1)), (found + np.pi) % (2 * np.pi) - np.pi, heading


def record_of(
    name: str, title: str, time: np.ndarray, altitude: np.ndarray, speed: np.ndarray, central: np.ndarray,
    phase: np.ndarray, *, heading: float = 1.3, start: tuple[float, float] = (0.6, 2.2), names=NAMES,
    outcome: Outcome = Outcome.IMPACTED,
) -> FlightRecord:  # fmt: skip
    """A record whose air and heat follow from altitude and speed by rules of thumb."""
    latitude, longitude, course = great_circle(central, heading, start)
    density = 1.225 * np.exp(-altitude / 7200.0)
    pressure, temperature = density * 287.05 * 240.0, np.full_like(time, 240.0)
    dynamic_pressure = 0.5 * density * speed**2
    drag = dynamic_pressure / 6000.0
    flux = 1.7415e-4 * np.sqrt(density / 0.05) * speed**3
    channels = {
        "time": time, "latitude": latitude, "longitude": longitude, "altitude": altitude,
        "ground_range": central * RADIUS, "speed": speed,
        "flight_path_angle": np.arctan2(np.gradient(altitude, time), np.maximum(speed, 1.0)),
        "heading": course, "mach": speed / 310.0, "density": density, "pressure": pressure,
        "temperature": temperature, "dynamic_pressure": dynamic_pressure, "lift_acceleration": 2.4 * drag,
        "drag_acceleration": drag, "thrust_acceleration": np.where(phase == 0, 30.0, 0.0),
        "load_factor": 2.6 * drag / 9.80665, "mass": np.where(phase == 0, 9000.0 - 60.0 * time, 900.0),
        "angle_of_attack": np.full_like(time, 0.17), "bank": np.zeros_like(time), "heat_flux": flux,
        "heat_load": np.concatenate([[0.0], np.cumsum(0.5 * (flux[1:] + flux[:-1]) * np.diff(time))]),
        "wall_temperature": (flux / (0.85 * 5.670374e-8) + 240.0**4) ** 0.25, "phase": phase.astype(float),
    }  # fmt: skip
    path = xr.Dataset(
        {key: ("point", values, {"units": UNITS[key], "long_name": key.replace("_", " ")})
         for key, values in channels.items()}
    )  # fmt: skip
    path["phase"].attrs["phase_names"] = "\n".join(names)
    return FlightRecord(
        name, title, path, events_of(path, names), summary_of(path), outcome,
        ("The body is a point mass.", "The air is the 1976 standard atmosphere <above> a turning Earth."),
        ("us76", "codata2022"), {"atmosphere": "US Standard Atmosphere 1976", "gravity": "WGS84 & J2"},
        {"rotation": "on", "oblateness": "J2", "wind": "none"}, {"boostglide": "0.1.0", "numpy": "2.3.1"},
    )  # fmt: skip


def event(path: xr.Dataset, name: str, label: str, point: int, names=NAMES) -> Event:
    """An event at a point of a path."""
    values = {str(key): float(path[key].values[point]) for key in path if key not in ("time", "phase")}
    number = int(path["phase"].values[point])
    return Event(name, label, float(path["time"].values[point]), names[number], values)


def events_of(path: xr.Dataset, names=NAMES) -> tuple[Event, ...]:
    """Burn-out, apogee, entry, pull-up, peaks and end."""
    phase, altitude = path["phase"].values, path["altitude"].values
    last = phase.size - 1
    places = {
        ("start", "launch"): 0,
        ("burn-out", "burn-out of stage 1"): int(np.searchsorted(phase, 1)),
        ("apogee", "apogee"): int(np.argmax(altitude)),
        ("entry", "entry at 100 km"): int(np.searchsorted(phase, 2)) - 1,
        ("pull-up", "pull-up"): min(int(np.searchsorted(phase, 2)) + 8, last),
        ("glide-start", "start of the glide"): min(int(np.searchsorted(phase, 3)), last),
        ("peak-heating", "peak heat flux"): int(np.argmax(path["heat_flux"].values)),
        ("peak-deceleration", "peak deceleration"): int(np.argmax(path["drag_acceleration"].values)),
        ("end", "end of the flight"): last,
    }
    made = [event(path, *words, point, names) for words, point in places.items()]
    return tuple(sorted(made, key=lambda each: each.time))


def summary_of(path: xr.Dataset) -> dict[str, float]:
    """The contract keys; the burn-out speed does not apply."""
    time, ground = path["time"].values, path["ground_range"].values
    return {
        "range_km": float(ground[-1]) / 1e3, "flight_time_s": float(time[-1]),
        "burnout_speed_m_s": float("nan"), "apogee_km": float(path["altitude"].max()) / 1e3,
        "peak_deceleration_g": float(path["drag_acceleration"].max()) / 9.80665,
        "peak_heat_flux_w_m2": float(path["heat_flux"].max()),
        "heat_load_j_m2": float(path["heat_load"].values[-1]),
        "mean_ground_speed_m_s": float(ground[-1] / time[-1]),
    }  # fmt: skip


def boost_glide(name: str = "example-glide", reach: float = 1.0, **look) -> FlightRecord:
    """A boost, an arc, a pull-up and a long glide, across the date line."""
    share = np.linspace(0.0, 1.0, 500) ** 1.15
    time = 1500.0 * reach * share
    climb = 110e3 * np.sin(np.pi * np.clip(share / 0.3, 0, 1))
    glide = (46e3 - 45e3 * np.clip((share - 0.3) / 0.7, 0, 1) ** 1.8) * np.clip((share - 0.15) / 0.15, 0, 1)
    altitude = np.maximum(climb, glide + 2.2e3 * np.sin(26 * share) * (share > 0.3) * (1 - share))
    rise, fall = (share / 0.06) ** 0.8, 1 - np.clip(share - 0.06, 0, 1) ** 2.2
    speed = np.maximum(5400 * np.where(share < 0.06, rise, fall), 150.0)
    central = np.concatenate([[0.0], np.cumsum(0.5 * (speed[1:] + speed[:-1]) * np.diff(time))]) / RADIUS
    phase = np.digitize(share, [0.06, 0.27, 0.31])
    return record_of(name, f"Boost-glide flight, {name}", time, altitude, speed, central, phase, **look)


def ballistic(name: str = "example-ballistic", **look) -> FlightRecord:
    """A ballistic flight that comes down fast."""
    share = np.linspace(0.0, 1.0, 400)
    time, central = 1080.0 * share, 3.3e6 * share / RADIUS
    altitude = 620e3 * 4 * share * (1 - share)
    speed = np.where(share < 0.08, 5000 * share / 0.08, 5000 - 2900 * np.sin(np.pi * (share - 0.08) / 0.92))
    speed = np.where(altitude < 4e4, speed * np.clip(altitude / 4e4, 0.15, 1) ** 0.4, speed)
    phase = np.digitize(share, [0.08, 0.96])
    return record_of(name, f"Ballistic flight, {name}", time, altitude, speed, central, phase, **look)


def orbital(name: str = "example-orbit", revolutions: float = 20.0, heading: float = 0.0) -> FlightRecord:
    """Many revolutions over both poles, then an entry."""
    time = np.concatenate([np.linspace(0, 600, 60), np.linspace(600, 5400 * revolutions, 4000)[1:],
                           5400 * revolutions + np.linspace(0, 2400, 200)[1:]])  # fmt: skip
    end = 5400 * revolutions
    climb, down = np.clip(time / 600, 0, 1), np.clip((time - end) / 2400, 0, 1)
    altitude = 200e3 * climb**0.7 * (1 - down**0.6)
    speed = np.maximum(7800 * climb**1.2 * (1 - down**3), 100.0)
    central = np.concatenate([[0.0], np.cumsum(0.5 * (speed[1:] + speed[:-1]) * np.diff(time))]) / RADIUS
    phase = np.digitize(time, [600.0, end, end + 600.0])
    names = ("ascent", "orbit", "de-orbit", "entry")
    return record_of(
        name, f"Orbit with entry, {name}", time, altitude, speed, central, phase, heading=heading,
        start=(0.1, 1.0), names=names, outcome=Outcome.COMPLETED,
    )  # fmt: skip


def ensemble(members: int = 400, name: str = "example-ensemble") -> EnsembleRecord:
    """Spread-out copies of the glide; one in twenty has no complete outcome."""
    draw, glide = np.random.default_rng(5), boost_glide()
    failed = np.arange(members) % 20 == 7
    facts = {"title": glide.title, "seed": 5, "assumptions": "\n".join(glide.assumptions),
             "references": "us76 codata2022", "models": "atmosphere: US Standard Atmosphere 1976",
             "switches": "wind: none", "versions": "boostglide: 0.1.0"}  # fmt: skip
    data = {
        key: ("member", np.where(failed, np.nan, value * draw.lognormal(0.0, 0.08, members)))
        for key, value in glide.summary.items()
    }
    codes = np.where(failed, int(Outcome.SKIPPED_OUT), int(Outcome.IMPACTED)).astype(np.int32)
    drawn = {"vehicle_mass": ("member", draw.normal(900, 20, members), {"units": "kg", "long_name": "mass"})}
    return EnsembleRecord(
        name, "Example of an ensemble", xr.Dataset({**data, "outcome": ("member", codes)}, attrs=facts),
        quantiles(glide, "ground_range"), quantiles(glide, "time"), xr.Dataset(drawn),
    )  # fmt: skip


def quantiles(record: FlightRecord, over: str) -> xr.Dataset:
    """Bands about a flight that widen on the way."""
    path, grid = record.path, np.linspace(0, float(record.path[over].values[-1]), 101)
    share = np.linspace(0, 1, 101)
    data = {}
    for channel in ("altitude", "speed", "mach", "flight_path_angle"):
        middle = np.interp(grid, path[over].values, path[channel].values)
        levels = np.stack([middle * (1 + sign * 0.25 * share) for sign in (-1, 0, 1)])
        bounds = np.array([levels.min(), levels.max()])
        facts = {"units": UNITS[channel], "bounds": bounds, "resolution": 0.1, "values_beyond_bounds": 0}
        data[channel] = (("probability", over), np.sort(levels, axis=0), facts)
    data["members"] = (over, np.where(share < 0.7, 380, 380 * (1.7 - share) ** 3).astype(int))
    return xr.Dataset(data, {"probability": [0.05, 0.5, 0.95], over: (over, grid, {"units": UNITS[over]})})
