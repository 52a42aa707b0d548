"""Rockets of the catalogue: burn-out, payload and range against what is published of their classes.

The intercontinental rocket has published masses, specific impulses and burn times, and its flight a published
burn-out (wright2015): 6.0 km/s at 123 km and 3.7 deg above the horizontal, after a turn of 16 deg that cost
about 1.0 km/s. Here there is no turn: the speed without cut-off at that altitude and angle, less 1.0 km/s, is
set against 6.0 km/s. A second flight is cut off at the published burn-out and coasts to 100 km, where
acton2015 has its entry state; acton2015 and wright2015 give this flight 5.03 and 3 deg there, one of them by
a slip of columns, and the coast decides between them.

The orbital rocket is flown to the level insertion at 190 km of the scenario round-the-world, due east from
the equator; what it can bring there is the payload flown and the propellant left. Its published payload is
for an elliptical orbit from other sites, where the Earth's rotation helps less, so that more is expected here.

The medium-range rocket is a set of assumptions, of which only the lift-off mass is published. Its range, flown
with the median glider of the scenario medium-range-launch, is set against the middle of the published
1,800 to 2,500 km, and its first 1,400 km against the only published time.
"""

import math

from boostglide.study import FlightRecord
from verification.row import Row
from verification.vehicle_flight import at, changed, flight

VEHICLES = ("intercontinental-boost-glide", "orbital-booster-class", "medium-range-booster")

STANDARD_GRAVITY = 9.80665  # [m/s^2]
TURN_LOSS = 1.0  # [km/s]
INSERTED = 1600.0  # [kg], glider and de-orbit engine at the median of the scenario
SECOND_STAGE_INERT = 3500.0  # [kg]


def compare() -> list[Row]:
    """The three rockets in turn."""
    return [*_intercontinental(), *_orbital(), *_medium_range()]


def _ascent(cut_off: str) -> FlightRecord:
    """The intercontinental rocket to its burn-out, and the coast to 100 km."""
    end = ("phases", 3, "end"), {"speed_above": cut_off}
    coast = ("phases", 4, "end"), {"altitude_below": "100 km"}
    rest = [(("phases", 5), None)] * 3
    return flight(changed("intercontinental-launch", end, coast, *rest))


def _intercontinental() -> list[Row]:
    full, cut = _ascent("9 km/s"), _ascent("6.0 km/s")
    burnouts = [event for event in full.events if event.name == "burn-out"]
    ends = [0.0, *(event.time for event in burnouts)]
    name, source = "intercontinental rocket", "wright2015"
    rows = [
        Row(f"{name}: burn of stage {number + 1}", published, ends[number + 1] - ends[number], "s", 0.02, made)
        for number, (published, made) in enumerate((each, "thrusty2026") for each in (56.4, 60.7, 72.0))
    ]
    speed = burnouts[-1].values["speed"] / 1e3 - TURN_LOSS
    rows.append(Row(f"{name}: burn-out speed less the turn", 6.0, speed, "km/s", 0.05, source))
    last = cut.path.isel(point=-1)
    top = cut.summary["apogee_km"]
    angle = -math.degrees(float(last["flight_path_angle"]))
    return [
        *rows,
        Row(f"{name}: top of the coast", 450e3 * 0.3048e-3, top, "km", 0.05, "spravka2015"),
        Row(f"{name}: speed at 100 km", 6010.0, float(last["speed"]), "m/s", 0.01, "acton2015"),
        Row(f"{name}: entry angle, of acton2015", 5.03, angle, "deg", 0.05, "acton2015"),
        Row(f"{name}: entry angle, of wright2015", 3.0, angle, "deg", 0.05, source),
        Row(f"{name}: time of entry", 435.0, float(last["time"]), "s", 0.1, "acton2015"),
    ]


def _orbital() -> list[Row]:
    record = flight(changed("round-the-world", *[(("phases", 3), None)] * 6))
    mass = record.path["mass"].values
    thrust = float(record.path["thrust_acceleration"].values[0]) * mass[0] / STANDARD_GRAVITY
    payload = mass[-1] - SECOND_STAGE_INERT
    name, source = "orbital rocket", "xinhua2011"
    return [
        Row(f"{name}: mass at lift-off", 190.0, float(mass[0]) / 1e3, "t", 0.02, source),
        Row(f"{name}: thrust at lift-off", 284.0, thrust / 1e3, "t", 0.02, "spacelaunchreport-cz"),
        Row(f"{name}: payload to orbit", 1800.0, float(payload), "kg", 0.2, source),
    ]


def _medium_range() -> list[Row]:
    record = flight(changed("medium-range-launch"))
    (time,) = at(record, "ground_range", 1400e3, "time")
    tops = [event.values["altitude"] for event in record.events if event.name == "phugoid-top"]
    mass, name = float(record.path["mass"].values[0]) / 1e3, "medium-range rocket"
    source = "diplomat2017"
    rows = [
        Row(f"{name}: mass at lift-off", 15.0, mass, "t", 0.02, "sofrep2024"),
        Row(f"{name}: range", 2150.0, record.summary["range_km"], "km", 0.163, source),
        Row(f"{name}: time of 1,400 km", 11.0, time / 60, "min", 0.15, "IBTimes, December 2017"),
    ]
    return rows + [Row(f"{name}: top behind the pull-up", 60.0, top / 1e3, "km", 0.1, source) for top in tops[:1]]
