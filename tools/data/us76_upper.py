"""Write the upper part (86 to 1000 km) of the US Standard Atmosphere 1976 as cubics in altitude.

The report defines this part by a temperature profile and one differential equation for each gas
(diffusion in a turbulent and gravitating mixture, with empirical fluxes). This script integrates
them (relative tolerance 1e-12), cuts the result into cells whose number follows from the altitude
by multiplication alone, and stores one cubic Hermite polynomial a cell for the logarithm of density and for
the molecular-scale temperature (the kinetic temperature times sea-level molar mass over molar mass).
Equation and table numbers are those of NOAA-S/T 76-1562.

    python tools/data/us76_upper.py
"""

import hashlib
import io
import itertools
import math
import pathlib
import zipfile

import numpy as np
from scipy.integrate import solve_ivp

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "src/boostglide/data/planet"

# --- Constants of the report: table 2 ---------------------------------------------------------------------
GAS_CONSTANT = 8314.32  # [J/kmol/K]
AVOGADRO = 6.022169e26  # [1/kmol]
EARTH_RADIUS, GRAVITY = 6356766.0, 9.80665  # [m], [m/s^2]
SEA_LEVEL_MOLAR_MASS = 28.9644  # [kg/kmol]

# --- Species: tables 3 (molar mass), 6, 7 and 9; sections 1.3.5 and 1.3.6 ----------------------------------
SPECIES = ("N2", "O", "O2", "Ar", "He")
MOLAR_MASS = np.array([28.0134, 15.9994, 31.9988, 39.948, 4.0026])  # [kg/kmol]
HYDROGEN_MASS = 1.00797  # [kg/kmol]
DENSITY_86 = np.array([1.129794e20, 8.6e16, 3.030898e19, 1.351400e18, 7.5817e14])  # [1/m^3] at 86 km
HYDROGEN_500 = 8.0e10  # [1/m^3] at 500 km
HYDROGEN_FLUX = 7.2e11  # [1/m^2/s]
DIFFUSION_A = np.array([1.0, 6.986e20, 4.863e20, 4.487e20, 1.700e21])  # [1/m/s]; none for N2
DIFFUSION_B = np.array([0.0, 0.750, 0.750, 0.870, 0.691])  # [-]
HYDROGEN_A, HYDROGEN_B = 3.305e21, 0.500
THERMAL_DIFFUSION = np.array([0.0, 0.0, 0.0, 0.0, -0.40])  # [-]
HYDROGEN_THERMAL = -0.25  # [-]
FLUX_Q = np.array([0.0, -5.809644e-4, 1.366212e-4, 9.434079e-5, -2.457369e-4]) * 1e-9  # [1/m^3]
FLUX_U = np.array([0.0, 56.90311, 86.0, 86.0, 86.0]) * 1e3  # [m]
FLUX_W = np.array([0.0, 2.706240e-5, 8.333333e-5, 8.333333e-5, 6.666667e-4]) * 1e-9  # [1/m^3]
OXYGEN_Q, OXYGEN_U, OXYGEN_W = -3.416248e-3 * 1e-9, 97e3, 5.008765e-4 * 1e-9

# Altitudes [m] at which one of the defining functions changes its form.
BREAKS = np.array([86, 91, 95, 97, 100, 110, 115, 120, 150, 500, 1000]) * 1e3

# Cells: (first altitude [m], cell height [m]); the heights grow, so the cell number is a minimum of lines.
SECTORS = ((86e3, 500.0), (120e3, 2500.0), (300e3, 10000.0))
TOP = 1000e3


T86, T110, T120, EXOSPHERE, GRADIENT = 186.8673, 240.0, 360.0, 1000.0, 12e-3  # [K], [K/m]; table 5
_RISE = GRADIENT * 19e3
# The ellipse meets 86 to 91 km without a slope and 110 to 120 km with 12 K/km: appendix B, unrounded.
CENTRE = (_RISE * T110 + T86**2 - T110**2) / (_RISE - 2 * (T110 - T86))
AMPLITUDE = T86 - CENTRE
HALF_WIDTH = 19e3 / math.sqrt(1 - ((T110 - CENTRE) / AMPLITUDE) ** 2)


def temperature(z: float) -> tuple[float, float]:
    """Kinetic temperature [K] and its derivative [K/m]; equations 25 to 32."""
    if z <= 91e3:
        return T86, 0.0
    if z < 110e3:
        root = math.sqrt(1 - ((z - 91e3) / HALF_WIDTH) ** 2)
        return CENTRE + AMPLITUDE * root, -AMPLITUDE * (z - 91e3) / HALF_WIDTH**2 / root
    if z <= 120e3:
        return T110 + GRADIENT * (z - 110e3), GRADIENT
    ratio, rate = (EARTH_RADIUS + 120e3) / (EARTH_RADIUS + z), GRADIENT / (EXOSPHERE - T120)
    decay = (EXOSPHERE - T120) * math.exp(-rate * (z - 120e3) * ratio)
    return EXOSPHERE - decay, rate * ratio**2 * decay


def gravity(z: float) -> float:
    """Acceleration of gravity [m/s^2], equation 17."""
    return GRAVITY * (EARTH_RADIUS / (EARTH_RADIUS + z)) ** 2


def eddy_diffusion(z: float) -> float:
    """Eddy diffusion coefficient [m^2/s], equation 7."""
    if z <= 95e3:
        return 120.0
    return 120 * math.exp(1 - 4e8 / (4e8 - (z - 95e3) ** 2)) if z < 115e3 else 0.0


def slopes(z: float, log_density: np.ndarray, middle: float) -> np.ndarray:
    """Derivative of ln(number density) of N2, O, O2, Ar, He [1/m]; section 1.3.5.

    `middle` lies in the segment that is integrated, and settles which form holds at its ends.
    """
    kelvin, gradient = temperature(z)
    weight = gravity(z) / (GAS_CONSTANT * kelvin)  # [kmol/kg/m]
    mixture = SEA_LEVEL_MOLAR_MASS if middle < 100e3 else MOLAR_MASS[0]
    fall = np.empty(5)
    fall[0] = weight * mixture
    n = np.exp(log_density)
    # O and O2 diffuse through N2; Ar and He through N2, O and O2, whose mean molar mass counts above 100 km.
    background = np.array([n[0], n[0], n[:3].sum(), n[:3].sum()])
    mean = SEA_LEVEL_MOLAR_MASS if middle < 100e3 else (n[:3] @ MOLAR_MASS[:3]) / n[:3].sum()
    around = np.array([mixture, mixture, mean, mean])
    molecular = DIFFUSION_A[1:] / background * (kelvin / 273.15) ** DIFFUSION_B[1:]
    eddy = eddy_diffusion(z)
    own = MOLAR_MASS[1:] + THERMAL_DIFFUSION[1:] * gradient / (weight * kelvin)
    fall[1:] = weight * (molecular * own + eddy * around) / (molecular + eddy)
    if middle < 150e3:
        above = z - FLUX_U[1:]
        fall[1:] += FLUX_Q[1:] * above**2 * np.exp(-FLUX_W[1:] * above**3)
    if middle < 97e3:
        below = OXYGEN_U - z
        fall[1] += OXYGEN_Q * below**2 * math.exp(-OXYGEN_W * below**3)
    return -fall - gradient / kelvin


def hydrogen_slope(z: float, n: float, background: float) -> float:
    """Derivative of the number density of H [1/m^4]; equation 39, differentiated."""
    kelvin, gradient = temperature(z)
    fall = (1 + HYDROGEN_THERMAL) * gradient / kelvin + HYDROGEN_MASS * gravity(z) / (GAS_CONSTANT * kelvin)
    molecular = HYDROGEN_A / background * (kelvin / 273.15) ** HYDROGEN_B
    return -(HYDROGEN_FLUX / molecular if z < 500e3 else 0.0) - n * fall


def integrate() -> list[tuple[float, float, object, object]]:
    """Segments: lower and upper altitude [m], ln(number density), number density of H over altitude."""
    options = {"method": "DOP853", "rtol": 1e-12, "atol": 1e-13, "dense_output": True}
    segments, state = [], np.log(DENSITY_86)
    for low, high in itertools.pairwise(BREAKS):
        run = solve_ivp(slopes, (low, high), state, args=(0.5 * (low + high),), **options)
        segments.append([low, high, run.sol, None])
        state = run.y[:, -1]
    for segment, start in ((segments[-2], 500e3), (segments[-1], 500e3)):
        low, high, heavy, _ = segment
        span = (high, low) if high == start else (low, high)

        def rate(z, n, heavy=heavy, start=start, high=high):
            inside = min(z, start - 1e-6) if high == start else z
            return [hydrogen_slope(inside, n[0], np.exp(heavy(z)).sum())]

        segment[3] = solve_ivp(rate, span, [HYDROGEN_500], **(options | {"atol": 1e-3})).sol
    return [tuple(segment) for segment in segments]


def state_at(segment: tuple, z: float) -> dict[str, float]:
    """Density, temperatures and their derivatives, and number densities, at an altitude of the segment."""
    low, high, heavy, light = segment
    log_density = heavy(z)
    n = np.exp(log_density)
    n_slope = n * slopes(z, log_density, 0.5 * (low + high))
    hydrogen = float(light(z)[0]) if light else 0.0
    inside = min(z, 500e3 - 1e-6) if high <= 500e3 else z
    hydrogen_rate = hydrogen_slope(inside, hydrogen, n.sum()) if light else 0.0
    n, n_slope = np.append(n, hydrogen), np.append(n_slope, hydrogen_rate)
    masses = np.append(MOLAR_MASS, HYDROGEN_MASS)
    mass, number = (n * masses).sum(), n.sum()
    mass_slope, number_slope = (n_slope * masses).sum(), n_slope.sum()
    kelvin, gradient = temperature(z)
    scale = kelvin * SEA_LEVEL_MOLAR_MASS * number / mass
    relative = gradient / kelvin + number_slope / number - mass_slope / mass
    return {
        "log_density": math.log(mass / AVOGADRO),
        "log_density_slope": mass_slope / mass,
        "molecular_temperature": scale,
        "molecular_temperature_slope": scale * relative,
        "temperature": kelvin,
        "pressure": number / AVOGADRO * GAS_CONSTANT * kelvin,
        "number": n,
    }


def edges() -> np.ndarray:
    """Altitudes [m] at which the cells meet."""
    tops = [first for first, _ in SECTORS[1:]] + [TOP]
    parts = [np.arange(first, top, height) for (first, height), top in zip(SECTORS, tops, strict=True)]
    return np.append(np.concatenate(parts), TOP)


def segment_of(segments: list, z: float, side: float) -> tuple:
    """The segment that holds an altitude, seen from above (`side` > 0) or from below."""
    return next(s for s in segments if s[0] <= z + side * 1e-6 <= s[1])


QUANTITIES = ("log_density", "molecular_temperature")


def cubics(segments: list) -> np.ndarray:
    """Coefficients of the cell polynomials in the cell coordinate 0 to 1, shape (cells, 2, 4)."""
    z = edges()
    rows = np.empty((len(z) - 1, len(QUANTITIES), 4))
    for i, (low, high) in enumerate(itertools.pairwise(z)):
        bottom = state_at(segment_of(segments, low, 1), low)
        top = state_at(segment_of(segments, high, -1), high)
        shared = state_at(segment_of(segments, high, 1 if high < TOP else -1), high)
        for j, name in enumerate(QUANTITIES):
            # Values are shared by neighbours; slopes too, except where the report's own profile has a kink.
            f0, f1 = bottom[name], shared[name]
            d0, d1 = bottom[name + "_slope"] * (high - low), top[name + "_slope"] * (high - low)
            rows[i, j] = f0, d0, 3 * (f1 - f0) - 2 * d0 - d1, 2 * (f0 - f1) + d0 + d1
    return rows


def write_arrays(path: pathlib.Path, **arrays: np.ndarray) -> None:
    """An NPZ file whose bytes depend on the arrays alone: `numpy.savez` would store the time."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.asarray(array), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue())


def interpolation_error(segments: list, rows: np.ndarray) -> dict[str, float]:
    """Largest relative difference of the cubics from the integrated equations inside the cells."""
    worst = dict.fromkeys(QUANTITIES, 0.0)
    z = edges()
    for i, (low, high) in enumerate(itertools.pairwise(z)):
        for t in (0.1, 0.25, 0.5, 0.75, 0.9):
            altitude = low + t * (high - low)
            exact = state_at(segment_of(segments, altitude, 1), altitude)
            for j, name in enumerate(QUANTITIES):
                value = rows[i, j] @ t ** np.arange(4)
                error = value - exact[name] if name == "log_density" else value / exact[name] - 1
                worst[name] = max(worst[name], abs(error))
    return worst


YAML = """description: >-
  US Standard Atmosphere 1976, 86 to 1000 km: ln(density [kg/m^3]) and molecular-scale temperature [K] as one
  cubic a cell, in the place within the cell from 0 to 1. Cells of {heights} m begin at {firsts} m
  geometric altitude.
source: us76 (the defining equations of sections 1.2 and 1.3, integrated to a relative 1e-12)
licence: MIT (computed by the generator; the report is a work of the United States Government)
generator: tools/data/us76_upper.py
file: us76_upper.npz
sha256: {digest}
units:
  coefficients: "[-] and [K], shape (cells, 2, 4), ascending powers"
  sector_first: "[m]"
  sector_height: "[m]"
  top: "[m]"
interpolation_error:
  # Largest relative difference between the cubics and the integrated equations.
  density: {density:.1e}
  molecular_temperature: {temperature:.1e}
"""


def main() -> None:
    """Write us76_upper.npz and us76_upper.yaml."""
    segments = integrate()
    rows = cubics(segments)
    worst = interpolation_error(segments, rows)
    path = FOLDER / "us76_upper.npz"
    first, height = np.array(SECTORS).T
    write_arrays(path, coefficients=rows, sector_first=first, sector_height=height, top=np.array(TOP))
    text = YAML.format(
        heights=", ".join(f"{x:g}" for x in height),
        firsts=", ".join(f"{x:g}" for x in first),
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
        density=worst["log_density"],
        temperature=worst["molecular_temperature"],
    )
    path.with_suffix(".yaml").write_text(text, encoding="utf-8")
    print(f"{len(rows)} cells, largest relative errors {worst}")
    for km in (86, 100, 110, 120, 150, 200, 300, 500, 750, 1000):
        z = km * 1e3
        state = state_at(segment_of(segments, z, -1 if km > 86 else 1), z)
        numbers = " ".join(f"{n:.3e}" for n in state["number"])
        print(
            f"{km:5d} km {state['temperature']:8.2f} K {state['pressure']:.4e} Pa "
            f"{math.exp(state['log_density']):.3e} kg/m^3, 1/m^3: {numbers}"
        )


if __name__ == "__main__":
    main()
