"""Made-up relaxations and states of a gas for tests of charts and files: no physics, only likely curves."""

import dataclasses
from types import SimpleNamespace

import numpy as np
import xarray as xr

from boostglide.core import Outcome
from boostglide.study import RelaxationRecord

SPECIES = ("N2", "O2", "NO", "N", "O", "NO+", "e-")
DENSITY, SPEED = 6.4e-5, 7650.0


def profile(temperatures: int = 2, points: int = 120) -> xr.Dataset:
    """From the frozen state towards equilibrium over ten centimetres."""
    distance = np.concatenate([[0.0], np.geomspace(1e-9, 0.1, points - 1)])
    done = 1 - np.exp(-distance / 5e-3)
    temperature = 27000 - 20500 * (1 - np.exp(-((distance / 4e-3) ** 0.6)))
    vibrational = 216 + 12000 * distance / (distance + 1e-3) * np.exp(-distance / 8e-3) + 6280 * done
    density = DENSITY * (6 + 7 * done)
    atoms = 1 - np.exp(-distance / 1e-3)
    fractions = np.stack(
        [0.79 - 0.3 * done, 0.21 - 0.2099 * atoms, 50 * distance * np.exp(-distance / 2e-3), 0.3 * done,
         0.42 * atoms, 1e-3 * done, 1e-3 * done], axis=1,
    )  # fmt: skip
    fractions /= fractions.sum(axis=1, keepdims=True)

    def column(values, units, words):
        return "station", values, {"units": units, "long_name": words}

    return xr.Dataset(
        {
            "time": column(distance / 900, "s", "time since the shock"),
            "temperature": column(temperature, "K", "translational-rotational temperature"),
            "vibrational_temperature": column(
                vibrational if temperatures == 2 else temperature, "K", "vibrational-electronic temperature"
            ),
            "pressure": column(3500 + 200 * done, "Pa", "pressure"),
            "density": column(density, "kg/m^3", "density"),
            "speed": column(SPEED * DENSITY / density, "m/s", "speed relative to the shock"),
            "electron_density": column(fractions[:, 6] * density * 2.4e25, "1/m^3", "electron density"),
            "mole_fraction": (
                ("station", "species"),
                fractions,
                {"units": "1", "long_name": "mole fraction"},
            ),
        },
        coords={"distance": column(distance, "m", "distance behind the shock"), "species": list(SPECIES)},
    )


def state(**changed) -> dict:
    """A state as plain data."""
    return {
        "pressure_pa": 4.5, "temperature_k": 216.0, "density_kg_m3": DENSITY, "speed_m_s": SPEED,
        "enthalpy_j_kg": -8e4, "mach": 25.9, "electron_density_m3": 0.0,
        "mole_fractions": {"N2": 0.79, "O2": 0.21},
    } | changed  # fmt: skip


def relaxation(temperatures: int = 2, outcome: Outcome = Outcome.COMPLETED) -> RelaxationRecord:
    """A record of two temperatures or one."""
    path = profile(temperatures)
    last = dict(zip(SPECIES, path["mole_fraction"].values[-1].tolist(), strict=True))
    hot = {"density_kg_m3": 6 * DENSITY, "pressure_pa": 3500.0, "speed_m_s": SPEED / 6}
    end = {"density_kg_m3": 13.2 * DENSITY, "pressure_pa": 3720.0, "speed_m_s": SPEED / 13.2}
    return RelaxationRecord(
        "relax-example", "Air <behind> a normal shock of 7,650 m/s at 71 km", path,
        {
            "upstream": state(), "frozen": state(temperature_k=27000.0, mach=0.4, **hot),
            "equilibrium": state(
                temperature_k=6500.0, mach=0.3, electron_density_m3=2.3e19, mole_fractions=last, **end
            ),
        },
        {
            "peak_electron_density_m3": float(path["electron_density"].max()),
            "peak_electron_distance_m": 0.1, "equilibrium_distance_m": float("nan"),
            "peak_vibrational_temperature_k": float(path["vibrational_temperature"].max()),
        },
        "park1993", "Park 1993, air in 7 species", temperatures, outcome,
        ("Argon is left out & said so.",), ("mcbride2002",), {"kinetics": "park1993, 7 species"},
        {"boostglide": "0.3.0"},
    )  # fmt: skip


def stuck() -> RelaxationRecord:
    """A relaxation that ended at its first station but one."""
    record = relaxation(2, Outcome.STEP_LIMIT)
    return dataclasses.replace(record, profile=record.profile.isel(station=slice(0, 2)))


def air_sweep() -> xr.Dataset:
    """Molecules that split and ionise."""
    temperature = np.linspace(250.0, 20000.0, 60)
    split = 1 / (1 + np.exp(-(temperature - 5000) / 600))
    ions = 0.4 / (1 + np.exp(-(temperature - 13000) / 900))
    fractions = np.stack([1 - split, split - 2 * ions * split, ions * split, ions * split], axis=1)

    def column(values):
        return "temperature", values

    return xr.Dataset(
        {
            "mole_fraction": (("temperature", "species"), fractions), "density": column(1 / temperature),
            "enthalpy": column(1e3 * temperature + 3e7 * split), "heat_capacity": column(1e3 + 1e4 * ions),
            "electron_density": column(1e25 * ions * split / temperature),
        },
        coords={"temperature": temperature, "species": ["N2", "N", "N+", "e-"]}, attrs={"pressure": 10132.5},
    )  # fmt: skip


def shock_sweep() -> xr.Dataset:
    """Three models that part as the speed grows."""
    speed = np.linspace(600.0, 10000.0, 30)
    temperature = np.stack([216 + speed**2 / 2400, 216 + speed**2 / 3000, 216 + speed**2 / 9000])
    ratio = np.stack([5.5 + 0 * speed, 7 + 0 * speed, 6 + speed / 900])
    electrons = np.stack([0 * speed, 0 * speed, 1e21 * np.exp(-40000 / speed)])
    return xr.Dataset(
        {
            "temperature": (("gas", "speed"), temperature), "density_ratio": (("gas", "speed"), ratio),
            "electron_density": (("gas", "speed"), electrons),
        },
        coords={"gas": ["perfect", "frozen", "equilibrium"], "speed": speed},
    )  # fmt: skip


def air_point() -> SimpleNamespace:
    """A state of air as its page reads it."""
    content = state(temperature_k=7000.0, speed_m_s=0.0, mach=0.0, electron_density_m3=1.5e20) | {
        "derivatives": {"heat_capacity_j_kg_k": 1.1e4},
        "transport": {"viscosity_pa_s": 1.8e-4, "electrical_conductivity_s_m": 470.0},
    }
    return SimpleNamespace(
        name="air-example", title="Air at 7000 K & 10.1 kPa", content=content,
        composition={"N2": 0.79, "O2": 0.21}, assumptions=("An ideal gas.",), references=("mcbride2002",),
        versions={"boostglide": "0.3.0"},
    )  # fmt: skip


def shock_states() -> SimpleNamespace:
    """Shocks as their page reads them."""
    content = {
        "upstream": state(), "downstream": state(temperature_k=6500.0, density_kg_m3=14 * DENSITY),
        "stagnation": state(temperature_k=6800.0, speed_m_s=0.0), "pitot": state(temperature_k=6800.0),
        "reflected": None, "surface": None, "shock_angle_deg": 90.0,
    }  # fmt: skip
    return SimpleNamespace(
        name="shock-example", title="Shock of 7650 m/s", content=content, gas="equilibrium",
        composition={"N2": 0.79, "O2": 0.21}, assumptions=("One temperature.",),
        references=("mcbride2002",), versions={"boostglide": "0.3.0"},
    )  # fmt: skip
