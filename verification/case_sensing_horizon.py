"""Horizon distances against an independent hand calculation, and the 4/3 Earth against bent rays.

The published column holds distances worked out by hand for a sphere of 6371 km, with straight rays and with
the customary 4/3 Earth of ITU-R P.834. The last rows compare the 4/3 Earth with rays bent by the reference
atmosphere of ITU-R P.453; they miss on purpose, because the 4/3 Earth sees high targets too far.
"""

import numpy as np

from boostglide.sensing import FOUR_THIRDS, STRAIGHT, ExponentialAtmosphere, horizon_range
from verification.row import Row

GEOMETRIC = {20: 504, 30: 617, 40: 712, 50: 796, 60: 871, 100: 1121, 350: 2065, 700: 2859, 1300: 3764}
EFFECTIVE = {20: 582, 30: 713, 40: 823, 50: 919, 60: 1007, 100: 1297, 350: 2398, 700: 3336, 1300: 4427}
MASKED = {30: 395, 40: 490, 60: 655, 350: 1993}


def compare() -> list[Row]:
    """Published and computed ground ranges [km]."""
    rows = []
    for table, model, mask, words in (
        (GEOMETRIC, STRAIGHT, 0.0, "straight"),
        (EFFECTIVE, FOUR_THIRDS, 0.0, "4/3 Earth"),
        (MASKED, FOUR_THIRDS, float(np.radians(3.0)), "4/3 Earth, mask 3 deg"),
        ({20: 582, 50: 919, 1300: 4427}, ExponentialAtmosphere(), 0.0, "bent by the reference atmosphere"),
    ):
        for altitude, published in table.items():
            computed = float(horizon_range(altitude * 1e3, mask, model)) / 1e3
            quantity = f"horizon from {altitude} km, {words}"
            rows.append(Row(quantity, published, computed, "km", 2e-3, "itu-p834"))
    return rows
