"""What happens on a flight, located between the points of its path."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.interpolate import BarycentricInterpolator, CubicHermiteSpline

from boostglide.scenario import Cruise, Launch, Scenario
from boostglide.study.phases import attached
from boostglide.study.record import Event

Columns = Mapping[str, npt.NDArray[np.float64]]

ENTRY = 100e3
"""Altitude whose crossing downwards counts as entry [m]."""

CARRYING = 1.0
"""Lift over mass from which a lowest point counts as a pull-up and a highest one as a phugoid top [m/s^2]."""

LEAST_SWING = 1.0
"""Height by which a highest or lowest point must stand out [m]."""

SHOWN = (
    "altitude",
    "speed",
    "mach",
    "flight_path_angle",
    "ground_range",
    "latitude",
    "longitude",
    "mass",
    "load_factor",
    "dynamic_pressure",
    "heat_flux",
    "wall_temperature",
)
"""Channels that an event carries."""


class _Found(NamedTuple):
    time: float
    name: str
    label: str
    at: int | None = None
    """Point of the path that the event is at, where it is one."""


def flight_events(scenario: Scenario, columns: Columns, flown: Sequence[int]) -> tuple[Event, ...]:
    """Events of one flight in the order of time.

    Extremes and crossings are located on cubic curves through neighbouring points; ends of phases are points
    of the path and exact.

    Parameters
    ----------
    scenario
        What was flown.
    columns
        Time [s] and channels of the path in SI, shape (point,) each, all phases one after the other.
    flown
        Numbers of the phases that were flown.
    """
    found = [
        *_phase_events(scenario, columns, flown),
        *_altitude_events(columns),
        *_peaks(columns),
        *_watched(scenario, columns),
    ]
    last = len(columns["time"]) - 1
    found.append(_Found(float(columns["time"][last]), "end", "end of the flight", last))
    order = sorted(found, key=lambda each: (each.time, each.name == "end"))
    return tuple(_event(scenario, columns, each) for each in order)


def _event(scenario: Scenario, columns: Columns, found: _Found) -> Event:
    time = columns["time"]
    if found.at is None:
        after = int(np.clip(np.searchsorted(time, found.time, side="left"), 1, len(time) - 1))
        phase = int(columns["phase"][after])
        values = {name: _between(columns, name, found.time, after) for name in SHOWN}
    else:
        phase = int(columns["phase"][found.at])
        values = {name: float(columns[name][found.at]) for name in SHOWN}
    return Event(found.name, found.label, found.time, scenario.phases[phase].phase, values)


def _between(columns: Columns, name: str, when: float, after: int) -> float:
    """A channel between two points [unit of the channel], on a cubic where the phase has points enough."""
    pair = slice(after - 1, after + 1)
    if columns["time"][after] <= columns["time"][after - 1]:
        return float(columns[name][after])
    if name == "altitude":
        return float(
            CubicHermiteSpline(columns["time"][pair], columns[name][pair], _climb(columns)[pair])(when)
        )
    around = slice(max(after - 2, 0), after + 2)
    smooth = np.ptp(columns["phase"][around]) == 0 and (np.diff(columns["time"][around]) > 0).all()
    span = around if smooth else pair
    time, values = columns["time"][span], columns[name][span]
    turn = np.unwrap(values) if name == "longitude" else values
    return float(BarycentricInterpolator(time, turn)(when))


def _climb(columns: Columns) -> npt.NDArray[np.float64]:
    return columns["speed"] * np.sin(columns["flight_path_angle"])


def _phase_events(scenario: Scenario, columns: Columns, flown: Sequence[int]) -> Iterator[_Found]:
    """Ignition, burn-out and separation, and the start of a glide."""
    time, phase = columns["time"], columns["phase"]
    stages = [getattr(each, "stage", None) for each in scenario.phases]
    burns: dict[int, int] = {}
    for number in flown:
        stage = stages[number]
        first, last = (int(each) for each in np.flatnonzero(phase == number)[[0, -1]])
        if stage is not None and (number == 0 or stages[number - 1] != stage):
            burns[stage] = burns.get(stage, 0) + 1
            again = "" if burns[stage] == 1 else ", again"
            lifts = number == 0 and isinstance(scenario.start, Launch)
            label = "lift-off" if lifts else f"ignition of stage {stage}{again}"
            yield _Found(float(time[first]), "lift-off" if lifts else "ignition", label, first)
        if number and attached(scenario, number) != attached(scenario, number - 1):
            dropped = (attached(scenario, number - 1) or 0) + 1
            yield _Found(float(time[first]), "separation", f"separation of stage {dropped}", first)
        complete = number != flown[-1] or number + 1 == len(stages)
        if stage is not None and complete and (number + 1 == len(stages) or stages[number + 1] != stage):
            yield _Found(float(time[last]), "burn-out", f"burn-out of stage {stage}", last)
        if isinstance(scenario.phases[number], Cruise) and complete:
            yield _Found(float(time[last]), "burn-out", "end of the cruise", last)
        if scenario.phases[number].phase == "equilibrium-glide" and time[last] > time[first]:
            yield _Found(float(time[first]), "glide-start", "start of the glide", first)


def _altitude_events(columns: Columns) -> Iterator[_Found]:
    """Apogee, entry, pull-up and phugoid tops."""
    altitude = columns["altitude"]
    top = int(np.argmax(altitude))
    if 0 < top < len(altitude) - 1:
        yield _Found(_turning(columns, top), "apogee", "apogee")
    down = _crossings(columns["time"], altitude - ENTRY, "falling")
    if down:
        yield _Found(down[-1], "entry", f"entry: {ENTRY / 1000:.0f} km downwards")
    begun = down[-1] if down else columns["time"][0]
    yield from _swings(columns, begun)


def _swings(columns: Columns, begun: float) -> Iterator[_Found]:
    """The first lowest point under lift is the pull-up, the highest ones after it are phugoid tops."""
    time, climb = columns["time"], _climb(columns)
    carried = columns["lift_acceleration"] > CARRYING
    lows, tops = _crossings(time, climb, "rising"), _crossings(time, climb, "falling")
    lowest = [each for each in lows if each > begun and _at(time, carried, each)]
    lowest = [each for each in lowest if _stands_out(columns, each, before=tops)]
    if not lowest:
        return
    yield _Found(lowest[0], "pull-up", "lowest point of the pull-up")
    highest = [each for each in tops if each > lowest[0] and _at(time, carried, each)]
    highest = [each for each in highest if _stands_out(columns, each, before=lows, after=lows)]
    for number, top in enumerate(highest, start=1):
        yield _Found(top, "phugoid-top", f"top {number} of the phugoid")


def _stands_out(
    columns: Columns, when: float, before: Sequence[float] = (), after: Sequence[float] | None = None
) -> bool:
    """Whether a turning point differs by `LEAST_SWING` from the one before it, and from that after it."""
    time, altitude = columns["time"], columns["altitude"]
    near = [max((each for each in before if each < when), default=time[0])]
    if after is not None:
        near.append(min((each for each in after if each > when), default=time[-1]))
    here, *there = np.interp([when, *near], time, altitude)
    return bool((np.abs(np.array(there) - here) >= LEAST_SWING).all())


def _at(time: npt.NDArray[np.float64], flag: npt.NDArray[np.bool_], when: float) -> bool:
    return bool(flag[min(np.searchsorted(time, when), len(flag) - 1)])


def _turning(columns: Columns, near: int) -> float:
    """Time at which the body neither rises nor sinks next to a point of the path [s]."""
    times = _crossings(columns["time"], _climb(columns), "falling")
    return min(
        times, key=lambda each: abs(each - columns["time"][near]), default=float(columns["time"][near])
    )


def _crossings(time: npt.NDArray[np.float64], values: npt.NDArray[np.float64], direction: str) -> list[float]:
    """Times at which a channel passes zero [s], by the secant through the two points around it.

    Where four points are at hand the time is read off the cubic of time over the channel.
    """
    low, high = values[:-1], values[1:]
    rising, falling = (low < 0) & (high >= 0), (low > 0) & (high <= 0)
    chosen = {"rising": rising, "falling": falling, "either": rising | falling}[direction]
    return [_inverse(time, values, int(each)) for each in np.flatnonzero(chosen)]


def _inverse(time: npt.NDArray[np.float64], values: npt.NDArray[np.float64], at: int) -> float:
    span = slice(max(at - 1, 0), at + 3)
    t, v = time[span], values[span]
    monotone = (np.diff(v) > 0).all() or (np.diff(v) < 0).all()
    if len(t) == 4 and monotone and (np.diff(t) > 0).all():
        guess = sum(t[i] * np.prod([-v[j] / (v[i] - v[j]) for j in range(4) if j != i]) for i in range(4))
        if time[at] <= guess <= time[at + 1]:
            return float(guess)
    share = values[at] / (values[at] - values[at + 1])
    return float(time[at] + share * (time[at + 1] - time[at]))


def _peaks(columns: Columns) -> Iterator[_Found]:
    for name, label, channel in (
        ("peak-heating", "peak heating of the nose", "heat_flux"),
        ("peak-deceleration", "peak deceleration", "load_factor"),
        ("peak-dynamic-pressure", "peak dynamic pressure", "dynamic_pressure"),
    ):
        at = int(np.argmax(columns[channel]))
        if columns[channel][at] > 0:
            yield _peak(columns, at, channel, name, label)


def _peak(columns: Columns, at: int, channel: str, name: str, label: str) -> _Found:
    """The greatest value, by the parabola through the greatest point and its neighbours in the phase."""
    around = slice(max(at - 1, 0), at + 2)
    time, values = columns["time"][around], columns[channel][around]
    if len(time) < 3 or np.ptp(columns["phase"][around]) > 0 or not (np.diff(time) > 0).all():
        return _Found(float(columns["time"][at]), name, label, at)
    slopes = np.diff(values) / np.diff(time)
    bend = slopes[0] - slopes[1]
    if bend <= 0:
        return _Found(float(time[1]), name, label, at)
    middles = 0.5 * (time[1:] + time[:-1])
    return _Found(float(middles[0] + slopes[0] / bend * (middles[1] - middles[0])), name, label)


def _watched(scenario: Scenario, columns: Columns) -> Iterator[_Found]:
    """Events that the scenario asks for."""
    for watch in scenario.events:
        if watch.quantity not in columns:
            continue
        name = watch.name
        for when in _crossings(columns["time"], columns[watch.quantity] - watch.value.value, watch.direction):
            yield _Found(when, name, f"{watch.quantity.replace('_', ' ')} {watch.value.text}")
