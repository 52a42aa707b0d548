"""Oblique shocks on wedges: a perfect gas against the closed relations of NACA Report 1135.

Sources: NACA Report 1135, Eqs. 128 to 150 and 168; the values are those of the closed relations, whose charts
show three digits.
"""

import dataclasses
import math

import jax
import jax.numpy as jnp

from boostglide.gas import PerfectAir, wedge_flow
from verification.row import Row

GAMMA = 1.4
flow = jax.jit(wedge_flow, static_argnames="strong")


def turning(mach: float, shock: float) -> float:
    """Deflection [rad] by a shock at an angle [rad], NACA Report 1135, Eq. 138."""
    square = (mach * math.sin(shock)) ** 2
    return math.atan(2 / math.tan(shock) * (square - 1) / (mach**2 * (GAMMA + math.cos(2 * shock)) + 2))


def detachment(mach: float) -> float:
    """Shock angle [rad] at the largest deflection, NACA Report 1135, Eq. 168."""
    root = math.sqrt((GAMMA + 1) * ((GAMMA + 1) / 16 * mach**4 + (GAMMA - 1) / 2 * mach**2 + 1))
    return math.asin(math.sqrt(((GAMMA + 1) / 4 * mach**2 - 1 + root) / (GAMMA * mach**2)))


def compare() -> list[Row]:
    """Closed relations and computed values."""
    air = PerfectAir(GAMMA)
    rows = []
    for mach, shock in ((2.0, 40.0), (3.0, 40.0), (3.0, 80.0), (10.0, 25.0), (25.0, 55.0)):
        still = air.state_from_temperature(pressure=jnp.asarray(1e4), temperature=jnp.asarray(220.0))
        stream = dataclasses.replace(still, speed=mach * still.sound_speed)
        top = detachment(mach)
        turn = turning(mach, math.radians(shock))
        found = flow(stream, air, jnp.asarray(turn), strong=math.radians(shock) > top)
        jump = (2 * GAMMA * (mach * math.sin(math.radians(shock))) ** 2 - (GAMMA - 1)) / (GAMMA + 1)
        words = f"Mach {mach:g}, wedge of {math.degrees(turn):.4f} deg"
        rows += [
            Row(f"shock angle, {words}", shock, math.degrees(found.shock_angle), "deg", 1e-6, "naca1135"),
            Row(
                f"pressure ratio, {words}",
                jump,
                float(found.downstream.pressure) / 1e4,
                "-",
                1e-6,
                "naca1135",
            ),
            Row(
                f"largest wedge angle, Mach {mach:g}",
                math.degrees(turning(mach, top)),
                math.degrees(found.largest_angle),
                "deg",
                1e-6,
                "naca1135",
            ),
        ]
    return rows
