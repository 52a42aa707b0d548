"""Coefficients of shapes from local inclination against published coefficients of capsules.

Sources: `graves1972`, trim coefficients of the Apollo command module; `scallion1967`, forces of the Fire II
package at Mach 35; `edquist2006` and `zeiner1973`, trim angle and lift-to-drag ratio of the Viking capsule;
`mitcheltree1997`, axial force of the Stardust capsule from Navier-Stokes solutions; `huygens-trajectory`,
free-molecular drag of the Huygens probe; `naca1135`, Table II. Nothing is tuned: the heat ratio is 1.4
throughout, and the only wake is the base pressure. Where nothing else is said the pressure is modified
Newtonian.

Known misses: modified Newtonian pressure hardly falls towards the shoulder of a flat heat shield, so that
the axial forces of Apollo and Fire II are too high, most where the shield is flattest and at zero angle,
while the small normal force of Fire II is too low; on the 60 deg cone of Stardust it falls too much behind
the nose, so that the drag is too low, while tangent cones, whose shock would be detached, err as much to the
other side; the lift of the 70 deg cone of Viking is too low, where tangent cones do better.
"""

import math

import jax.numpy as jnp

from boostglide.vehicle import (
    AerodynamicTable,
    Capsule,
    SphereCone,
    SurfaceSettings,
    stagnation_pressure_coefficient,
    table_from_shape,
)
from verification.row import Row

APOLLO = Capsule(4.694, 1.956, 0.196, math.radians(33.0), 0.4)
FIRE = Capsule(0.9347, 0.336, 0.0102, math.radians(33.0), 0.1)
"""Radius of the shield after hash2007; shoulder and afterbody are assumed, and matter little up to 30 deg."""

VIKING = SphereCone(0.878, math.radians(70.0), 1.7525)
STARDUST = SphereCone(0.2286, math.radians(60.0), 0.4064)
HUYGENS = SphereCone(1.25, math.radians(60.0), 0.5 * 2.6937)
CONES = SurfaceSettings(pressure="tangent-cone")
TITAN = SurfaceSettings(temperature=170.0, wall_temperature=250.0)
HUYGENS_MACH = 22.0


def compare() -> list[Row]:
    """Force coefficients and their ratios [-], and the pressure behind a normal shock [-]."""
    return [*apollo(), *fire(), *viking(), *stardust(), *huygens(), *pitot()]


def coefficients(
    table: AerodynamicTable, mach: float, angle: float, knudsen: float = 0.0
) -> tuple[float, float]:
    """Lift and drag coefficient [-] at an angle [deg] and the logarithm of a Knudsen number [-]."""
    at = (jnp.asarray(value, dtype=float) for value in (mach, math.radians(angle), knudsen))
    lift, drag = table.coefficients(*at)
    return float(lift), float(drag)


def apollo() -> list[Row]:
    """Rows of the table for Mach 10 and 29.5, trimmed at 156.79 and 160.06 deg from the apex."""
    table = table_from_shape(APOLLO, [10.0, 29.5], [math.radians(each) for each in (0.0, 19.94, 23.21)])
    rows = []
    for mach, angle, lift, drag in ((10.0, -23.21, 0.42856, 1.2246), (29.5, -19.94, 0.38773, 1.2891)):
        got_lift, got_drag = coefficients(table, mach, angle)
        rows += [
            Row(f"lift coefficient of Apollo at Mach {mach:g}", lift, got_lift, "-", 0.05, "graves1972"),
            Row(f"drag coefficient of Apollo at Mach {mach:g}", drag, got_drag, "-", 0.05, "graves1972"),
            Row(
                f"lift over drag of Apollo at Mach {mach:g}",
                lift / drag,
                got_lift / got_drag,
                "-",
                0.05,
                "graves1972",
            ),
        ]
    return rows


def fire() -> list[Row]:
    """Axial and normal force in body axes at Mach 35."""
    published = {0.0: (1.4766, 0.0), 20.0: (1.3449, 0.0724), 40.0: (0.9792, 0.1807)}
    table = table_from_shape(FIRE, [35.0], [math.radians(each) for each in published])
    rows = []
    for degrees, (axial, normal) in published.items():
        lift, drag = coefficients(table, 35.0, degrees)
        cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        got = (drag * cosine - lift * sine, lift * cosine + drag * sine)
        rows.append(
            Row(f"axial force of Fire II at {degrees:g} deg", axial, got[0], "-", 0.05, "scallion1967")
        )
        if normal:
            rows.append(
                Row(f"normal force of Fire II at {degrees:g} deg", normal, got[1], "-", 0.05, "scallion1967")
            )
    return rows


def viking() -> list[Row]:
    """Ratio of lift to drag at the trim angle."""
    rows = []
    for method, settings in (("", None), (", tangent cones", CONES)):
        table = table_from_shape(VIKING, [20.0], [0.0, math.radians(11.1)], settings=settings)
        lift, drag = coefficients(table, 20.0, -11.1)
        name = f"lift over drag of Viking at -11.1 deg{method}"
        rows.append(Row(name, 0.18, lift / drag, "-", 0.05, "zeiner1973"))
    return rows


def stardust() -> list[Row]:
    """Axial force at zero angle of attack."""
    published = {10.5: 1.515, 24.7: 1.4816, 40.0: 1.4959}
    tables = {
        "": table_from_shape(STARDUST, list(published), [0.0]),
        ", tangent cones": table_from_shape(STARDUST, list(published), [0.0], settings=CONES),
    }
    return [
        Row(
            f"axial force of Stardust at Mach {mach:g}{method}",
            value,
            coefficients(table, mach, 0.0)[1],
            "-",
            0.05,
            "mitcheltree1997",
        )
        for method, table in tables.items()
        for mach, value in published.items()
    ]


def huygens() -> list[Row]:
    """Free-molecular drag at zero angle; nitrogen at 170 K, 6 km/s and a wall of 250 K are assumed."""
    table = table_from_shape(HUYGENS, [HUYGENS_MACH], [0.0], knudsen=[1e-3, 10.0], settings=TITAN)
    drag = coefficients(table, HUYGENS_MACH, 0.0, 1.0)[1]
    return [Row("free-molecular drag coefficient of Huygens", 2.09, drag, "-", 0.05, "huygens-trajectory")]


def pitot() -> list[Row]:
    """Stagnation pressure behind a normal shock over the static pressure ahead."""
    greatest = float(stagnation_pressure_coefficient(jnp.asarray(10.0)))
    ratio = 1.0 + 0.7 * 10.0**2 * greatest
    return [Row("pitot over static pressure at Mach 10", 129.2, ratio, "-", 1e-3, "naca1135")]
