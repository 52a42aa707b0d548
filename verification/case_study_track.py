"""A published track analysed: Project Fire flight II, heating and deceleration along its table of flight.

Sources: altitude and speed over time, peak load and drag from NASA TN D-3569, Table V and text;
density, temperature, speed and the supercatalytic convective flux of three codes (mean taken here) at three
times from AIAA 2007-605, Tables I and II; all as transcribed by others. The effective nose radius is that of
the heat shield of each time. The correlations read low by what their stated errors say; the misses are shown,
not hidden. In the standard atmosphere, which is 16 percent thinner than the air of that day at 71 km, they
read lower still.
"""

import numpy as np

from boostglide.heating import STAGNATION_MODELS, heating_along
from boostglide.planet import StandardAtmosphere1976, standard_atmosphere
from boostglide.scenario import Track
from boostglide.study import Nose, analyse_track
from boostglide.study.track_path import track_path
from verification.case_entry_ballistic import FIRE
from verification.row import Row

PUBLISHED = [
    (1636.0, 11310.0, 8.57e-5, 210.0, 0.9347, (301 + 307 + 309) / 3),
    (1643.0, 10480.0, 7.80e-4, 276.0, 0.8052, (805 + 802 + 797) / 3),
    (1651.0, 6190.0, 6.05e-3, 253.0, 0.7021, (511 + 477 + 506) / 3),
]


def compare() -> list[Row]:
    """Published and computed values; a miss beyond the tolerance stays in the table."""
    rows = [
        *_heating(_track(published_air=True), "air of the day"),
        *_heating(_track(published_air=False), "standard air"),
    ]
    time, altitude, speed = (np.array(column) for column in zip(*FIRE, strict=True))
    bare = analyse_track(Track("fire", time, 1e3 * altitude, speed=speed), Nose(0.9347, 0.8))
    load = bare.record.summary["peak_deceleration_g"]
    coefficient = bare.measures["ballistic_coefficient_median_kg_m2"]
    rows.append(Row("FIRE II track, peak deceleration from 12 points", 74.3, load, "g", 0.1, "lewis1966"))
    label = "FIRE II track, mass over drag coefficient and area"
    rows.append(Row(label, 1 / 0.0061490, coefficient, "kg/m^2", 0.1, "lewis1966"))
    return rows


def _track(published_air: bool) -> Track:
    """The table of flight with the three published points put in at interpolated altitudes."""
    time, altitude, speed = (np.array(column) for column in zip(*FIRE, strict=True))
    times = np.sort(np.append(time, [row[0] for row in PUBLISHED]))
    altitudes, speeds = np.interp(times, time, 1e3 * altitude), np.interp(times, time, speed)
    air = standard_atmosphere(altitudes)
    density, temperature = np.array(air.density), np.array(air.temperature)
    if published_air:
        for when, fast, dense, warm, *_ in PUBLISHED:
            at = times == when
            speeds[at], density[at], temperature[at] = fast, dense, warm
    return Track("fire", times, altitudes, speed=speeds, density=density, temperature=temperature)


def _heating(track: Track, air: str) -> list[Row]:
    path, _ = track_path(track, StandardAtmosphere1976())
    rows = []
    for when, *_, radius, published in PUBLISHED:
        at = int(np.flatnonzero(track.time == when)[0])
        for name, model in STAGNATION_MODELS.items():
            history = heating_along(path, radius, 0.8, model)
            if bool(history.valid[at]):
                computed = float(history.cold_wall_heat_flux[at]) / 1e4
                label = f"FIRE II track at {when:g} s, {air}, {name}"
                rows.append(Row(label, published, computed, "W/cm^2", 0.15, "hash2007"))
    return rows
