"""Events: located against ends of phases with the same condition, and against parabolas and sines."""

import numpy as np
import pytest

from boostglide.study.events import flight_events
from tests.study.cases import scenario
from tests.study.flights import POWERED, event, recorded, replaced

ROUND = replaced(POWERED, ("gravity_degree: 2}", "gravity_degree: 2, figure: {radius: 6371 km}}"))
"""Over a sphere, where the vertical of phases is that of paths."""

WATCHED = (
    ROUND
    + """\
events:
  - {name: high, quantity: altitude, value: 70 km, direction: rising}
  - {name: mach-three, quantity: mach, value: 3, direction: rising}
  - {name: top, quantity: flight_path_angle, value: 0 deg, direction: falling}
  - {name: level, quantity: vertical_speed, value: 0 m/s, direction: falling}
  - {name: energetic, quantity: energy_height, value: 60 km, direction: rising}
  - {name: fast, quantity: inertial_speed, value: 1.5 km/s, direction: rising}
  - {name: light, quantity: mass, value: 600 kg, direction: falling}
  - {name: minute, quantity: phase_time, value: 60 s, direction: rising}
"""
)

LIFT = "  - phase: constant-angle\n    lift_fraction: 0.5\n"
SPLIT = replaced(
    ROUND,
    (
        LIFT,
        f"{LIFT}    end: {{altitude_above: 70 km}}\n"
        f"{LIFT}    end: {{flight_path_angle_below: 0 deg}}\n{LIFT}",
    ),
)
"""The same flight in phases that end where two of the events are."""


def first(record, name):
    """The first event of a name."""
    return next(each for each in record.events if each.name == name)


def test_every_watched_event_happens():
    """Quantities that the path does not hold as channels are watched too."""
    record = recorded(WATCHED)
    names = [each.name for each in record.events]
    assert {watch.name for watch in scenario(WATCHED).events} <= set(names)
    assert [each.time for each in record.events] == sorted(each.time for each in record.events)


@pytest.mark.parametrize(("name", "phase"), [("high", 2.0), ("top", 3.0)])
def test_an_event_is_where_a_phase_with_the_same_condition_ends(name, phase):
    """Located between points of the path to a millisecond; the end of the phase is exact."""
    found, split = first(recorded(WATCHED), name), recorded(SPLIT).path
    at = np.flatnonzero(split["phase"].values == phase)[0]
    assert found.time == pytest.approx(float(split["time"].values[at]), abs=1e-3)
    for channel in ("altitude", "speed", "ground_range", "flight_path_angle", "longitude"):
        expected = float(split[channel].values[at])
        assert found.values[channel] == pytest.approx(expected, rel=1e-5, abs=1e-5), channel


def test_values_at_events_are_those_that_were_watched():
    record = recorded(WATCHED)
    assert first(record, "high").values["altitude"] == pytest.approx(70e3, abs=0.5)
    assert first(record, "mach-three").values["mach"] == pytest.approx(3.0, abs=1e-3)
    found = first(record, "energetic").values
    assert found["altitude"] + found["speed"] ** 2 / (2 * 9.80665) == pytest.approx(60e3, abs=5.0)
    burnout = first(record, "burn-out")
    assert first(record, "minute").time == pytest.approx(burnout.time + 60.0, abs=1e-6)
    assert first(record, "light").time == pytest.approx(burnout.time, abs=1e-9)
    assert first(record, "level").time == pytest.approx(first(record, "apogee").time, abs=1e-3)


def test_a_rocket_lit_in_flight_does_not_lift_off():
    names = [each.name for each in recorded(WATCHED).events]
    assert "lift-off" not in names
    order = [name for name in names if name in ("ignition", "burn-out", "separation", "apogee", "end")]
    assert order == ["ignition", "burn-out", "separation", "apogee", "end"]
    assert event(recorded(WATCHED), "separation").label == "separation of stage 1"


# --- on made-up columns, without a flight ---


def columns(time, altitude, climb, **more):
    """A path at 3000 m/s of which altitude and climb are given."""
    one = np.ones_like(time)
    made = {
        "time": time,
        "altitude": altitude,
        "speed": 3000.0 * one,
        "flight_path_angle": np.arcsin(climb / 3000.0),
        "phase": 0 * one,
        "lift_acceleration": 5.0 * one,
    }
    rest = ("mach", "ground_range", "latitude", "longitude", "mass", "wall_temperature")
    rest += ("load_factor", "heat_flux", "dynamic_pressure")
    return {name: 0 * one for name in rest} | made | more


def names_of(made):
    return [each for each in flight_events(scenario(POWERED), made, []) if each.name != "end"]


def test_swings_are_counted_and_rounding_is_not():
    """A sine of 100 m has its tops; one of a micrometre, as of a cruise, has none."""
    time = np.linspace(0.0, 100.0, 400)
    for size, tops in ((100.0, 4), (1e-6, 0)):
        wave = 2 * np.pi / 20.0
        altitude, climb = 20e3 + size * np.sin(wave * time), size * wave * np.cos(wave * time)
        found = [each for each in names_of(columns(time, altitude, climb)) if each.name == "phugoid-top"]
        assert len(found) == tops
        expected = 5.0 + 20.0 * np.arange(1, tops + 1)
        np.testing.assert_allclose([each.time for each in found], expected, atol=1e-4)


def test_peaks_lie_between_points():
    """The greatest value of a bell that no point hits is found within a hundredth of the spacing."""
    time = np.linspace(0.0, 60.0, 31)
    bell = np.exp(-(((time - 30.7) / 12.0) ** 2))
    made = columns(time, 50e3 - 100 * time, 0 * time - 100.0, heat_flux=bell)
    (peak,) = [each for each in names_of(made) if each.name == "peak-heating"]
    assert peak.time == pytest.approx(30.7, abs=0.02)
    assert peak.values["heat_flux"] == pytest.approx(1.0, abs=3e-4)


def test_apogee_and_entry_of_a_parabola():
    time = np.linspace(0.0, 400.0, 81)
    climb = 1500.0 - 9.0 * time
    altitude = 50e3 + 1500.0 * time - 4.5 * time**2
    made = columns(time, altitude, climb, lift_acceleration=0 * time)
    found = {each.name: each for each in names_of(made)}
    assert found["apogee"].time == pytest.approx(1500.0 / 9.0, abs=1e-6)
    assert found["apogee"].values["altitude"] == pytest.approx(50e3 + 1500.0**2 / 18.0, abs=1e-3)
    down = (1500.0 + np.sqrt(1500.0**2 - 18.0 * 50e3)) / 9.0
    assert found["entry"].time == pytest.approx(down, abs=1e-3)
