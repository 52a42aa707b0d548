"""The benchmark glide with SciPy's DOP853 and a right-hand side of its own, compiled by Numba.

Nothing here uses the physics of the package: the layers of the US Standard Atmosphere 1976 are written out
from its table 4, gravity is the J2 field, and the altitude is that over the equator, along which the glide
flies.
"""

import math

import numpy as np
from scipy.integrate import solve_ivp

PARAMETER, EQUATORIAL, J2, SPIN = 3.986004418e14, 6378137.0, 1.08262668e-3, 7.292115e-5
BASES = (0.0, 11e3, 20e3, 32e3, 47e3, 51e3, 71e3)  # [m] geopotential
LAPSES = (-6.5e-3, 0.0, 1e-3, 2.8e-3, 0.0, -2.8e-3, -2e-3)  # [K/m]
GAS, FALL = 8314.32 / 28.9644, 9.80665 / (8314.32 / 28.9644)  # [J/kg/K], [K/m]
SCALES = np.array([1e5] * 3 + [1e2] * 3 + [1e8])  # [m], [m/s], [J/m^2] as in the error control of the package


def _layer_bases() -> np.ndarray:
    """Temperature [K] and pressure [Pa] at the base of each layer, shape (layers, 2)."""
    rows = [(288.15, 101325.0)]
    for base, top, lapse in zip(BASES, BASES[1:], LAPSES, strict=False):
        cold, warm = rows[-1][0], rows[-1][0] + lapse * (top - base)
        fall = (cold / warm) ** (FALL / lapse) if lapse else math.exp(-FALL * (top - base) / cold)
        rows.append((warm, rows[-1][1] * fall))
    return np.array(rows)


def rates_of(case):
    """The right-hand side, compiled; raises ImportError without Numba.

    Parameters
    ----------
    case
        The module of the benchmark case, for its tables.
    """
    import numba

    bases, lapses, layer = np.array(BASES), np.array(LAPSES), _layer_bases()
    mach_table = np.array(case.MACH)
    lift_table, drag_table = np.array(case.LIFT_FACTOR), np.array(case.DRAG_FACTOR)
    heat = case.HEATING_CONSTANT / math.sqrt(case.NOSE_RADIUS)

    @numba.njit
    def rates(time, state, lift_area, drag_area):
        x, y, z, u, v, w, _ = state
        squared, fast = x * x + y * y + z * z, u * u + v * v + w * w
        radius, speed = math.sqrt(squared), math.sqrt(fast)
        height = radius - EQUATORIAL
        height = 6356766.0 * height / (6356766.0 + height)
        number = max(np.searchsorted(bases, height, side="right") - 1, 0)
        above, (cold, pressure), lapse = height - bases[number], layer[number], lapses[number]
        warm = cold + lapse * above
        if lapse == 0.0:
            pressure *= math.exp(-FALL * above / cold)
        else:
            pressure *= (cold / warm) ** (FALL / lapse)
        density, mach = pressure / (GAS * warm), speed / math.sqrt(1.4 * GAS * warm)
        lift = 0.5 * density * fast * lift_area * np.interp(mach, mach_table, lift_table)
        drag = 0.5 * density * fast * drag_area * np.interp(mach, mach_table, drag_table)
        sine = (x * u + y * v + z * w) / (radius * speed)  # of the flight-path angle
        upward = lift / math.sqrt(1 - sine * sine) / radius
        along = (drag + lift * sine / math.sqrt(1 - sine * sine)) / speed
        pull, oblate = PARAMETER / (squared * radius), 1.5 * J2 * EQUATORIAL**2 / squared
        flat, steep = oblate * (1 - 5 * z * z / squared), oblate * (3 - 5 * z * z / squared)
        return np.array(
            [
                u,
                v,
                w,
                (upward - pull * (1 + flat) + SPIN**2) * x - along * u + 2 * SPIN * v,
                (upward - pull * (1 + flat) + SPIN**2) * y - along * v - 2 * SPIN * u,
                (upward - pull * (1 + steep)) * z - along * w,
                heat * math.sqrt(density) * fast * speed,
            ]
        )

    return rates


def flight(rates, case, tolerance: float):
    """One nominal glide; returns its end time [s] and end state."""

    def at_altitude(time, state, *areas):
        return math.sqrt(state[0] ** 2 + state[1] ** 2 + state[2] ** 2) - EQUATORIAL - case.END_ALTITUDE

    def at_speed(time, state, *areas):
        return math.sqrt(state[3] ** 2 + state[4] ** 2 + state[5] ** 2) - case.END_SPEED

    at_altitude.terminal = at_speed.terminal = True
    start = np.array([EQUATORIAL + case.START_ALTITUDE, 0, 0, 0, case.START_SPEED, 0, 0])
    area = case.AREA / case.MASS
    found = solve_ivp(
        rates,
        (0.0, 5000.0),
        start,
        "DOP853",
        events=(at_altitude, at_speed),
        args=(area * case.LIFT, area * case.DRAG),
        rtol=tolerance,
        atol=tolerance * SCALES,
    )
    return found.t[-1], found.y[:, -1]
