"""Cones at zero incidence: a perfect gas against an independent integration by SciPy, and published values.

Sources: the equation of Taylor and Maccoll in the form of Anderson 2006, Eq. 10.13, integrated here with
SciPy (other variables, another method, an event in place of a fixed end); three values for a cone of 20
degrees as given in the tests of CompAir.jl.
"""

import dataclasses
import math

import jax
import jax.numpy as jnp
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

from boostglide.gas import ConeFlow, PerfectAir, cone_flow
from verification.row import Row

GAMMA = 1.4
flow = jax.jit(cone_flow)


def by_scipy(mach: float, shock: float) -> tuple[float, float]:
    """Half-angle [rad] of the cone that carries a shock at an angle [rad], and the pressure ratio on it."""
    square = (mach * math.sin(shock)) ** 2
    ratio = ((GAMMA - 1) * square + 2) / ((GAMMA + 1) * square)
    largest = math.sqrt(2 / ((GAMMA - 1) * mach**2) + 1)

    def rates(angle: float, speed: list[float]) -> list[float]:
        sound = 0.5 * (GAMMA - 1) * (1 - speed[0] ** 2 - speed[1] ** 2)
        turn = speed[0] * speed[1] ** 2 - sound * (2 * speed[0] + speed[1] / math.tan(angle))
        return [speed[1], turn / (sound - speed[1] ** 2)]

    def touches(_: float, speed: list[float]) -> float:
        return speed[1]

    touches.terminal = True
    start = [math.cos(shock) / largest, -ratio * math.sin(shock) / largest]
    found = solve_ivp(rates, (shock, 1e-6), start, "DOP853", events=touches, rtol=1e-11, atol=1e-13)
    rest = (1 - found.y_events[0][0][0] ** 2) / (1 - start[0] ** 2 - start[1] ** 2)
    jump = (2 * GAMMA * square - (GAMMA - 1)) / (GAMMA + 1)
    return float(found.t[-1]), jump * rest ** (GAMMA / (GAMMA - 1))


def computed(mach: float, angle: float) -> ConeFlow:
    """Flow over a cone of a half-angle [deg] in a perfect gas."""
    air = PerfectAir(GAMMA)
    still = air.state_from_temperature(pressure=jnp.asarray(1e4), temperature=jnp.asarray(220.0))
    return flow(dataclasses.replace(still, speed=mach * still.sound_speed), air, jnp.radians(angle))


def compare() -> list[Row]:
    """Independent and computed values."""
    rows = []
    for mach, angle in ((1.5, 10.0), (2.0, 20.0), (3.0, 30.0), (5.0, 15.0), (10.0, 5.0), (20.0, 50.0)):
        found = computed(mach, angle)
        near, size = float(found.shock_angle), math.radians(angle)
        low = max(math.asin(1 / mach) * (1 + 1e-9), 0.98 * near)
        shock = brentq(lambda b, m=mach, s=size: by_scipy(m, b)[0] - s, low, 1.02 * near)
        pressure = by_scipy(mach, shock)[1]
        words = f"Mach {mach:g}, cone of {angle:g} deg"
        ratio = float(found.surface.pressure) / 1e4
        rows += [
            Row(f"shock angle, {words}", math.degrees(shock), math.degrees(near), "deg", 1e-5, "taylor1933"),
            Row(f"pressure ratio on the surface, {words}", pressure, ratio, "-", 1e-5, "taylor1933"),
        ]
    for mach, angle, shock in ((2.0, 20.0, 37.7955), (3.0, 20.0, 29.6146)):
        words = f"published shock angle, Mach {mach:g}, cone of {angle:g} deg"
        turn = math.degrees(computed(mach, angle).shock_angle)
        rows.append(Row(words, shock, turn, "deg", 1e-4, "compair"))
    behind = computed(3.0, 20.0).downstream
    mach_behind = float(behind.speed / behind.sound_speed)
    rows.append(
        Row(
            "published Mach number behind the shock, Mach 3, cone of 20 deg",
            2.38715,
            mach_behind,
            "-",
            1e-3,
            "compair",
        )
    )
    return rows
