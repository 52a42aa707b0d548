"""The record of one flight: what is flown, masses, channels, and the ways in which it may end."""

import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.study import nominal_members, record_flight
from tests.study.cases import scenario
from tests.study.flights import POWERED, event, recorded, replaced

G0 = 9.80665


def test_masses_and_times_of_a_burn_are_exact():
    """Propellant over flow of mass; at separation the stage is gone and the vehicle alone flies on."""
    record = recorded()
    assert record.outcome == Outcome.COMPLETED
    burnout = event(record, "burn-out")
    assert burnout.time == pytest.approx(1200.0 * G0 * 270.0 / 60e3, rel=1e-9)
    assert burnout.values["mass"] == pytest.approx(500.0 + 150.0, abs=1e-6)
    mass = record.path["mass"].values
    assert mass[0] == pytest.approx(500.0 + 150.0 + 1200.0)
    assert mass[-1] == pytest.approx(500.0)
    assert set(np.unique(record.path["phase"].values)) == {0.0, 1.0}


def test_the_summary_follows_from_the_path():
    record = recorded()
    path, summary = record.path, record.summary
    assert summary["flight_time_s"] == pytest.approx(float(path["time"][-1]))
    assert summary["range_km"] == pytest.approx(float(path["ground_range"][-1]) / 1e3)
    assert summary["apogee_km"] == pytest.approx(float(path["altitude"].max()) / 1e3, rel=1e-5)
    assert summary["burnout_speed_m_s"] == pytest.approx(event(record, "burn-out").values["speed"], rel=1e-9)
    assert summary["peak_deceleration_g"] == pytest.approx(float(path["load_factor"].max()), rel=2e-3)
    assert summary["peak_heat_flux_w_m2"] == pytest.approx(float(path["heat_flux"].max()), rel=1e-3)
    load = np.trapezoid(path["heat_flux"].values, path["time"].values)
    assert summary["heat_load_j_m2"] == pytest.approx(load, rel=1e-3)
    assert summary["mean_ground_speed_m_s"] == pytest.approx(
        1e3 * summary["range_km"] / summary["flight_time_s"]
    )


def test_times_of_a_path_rise_and_every_channel_is_a_number():
    path = recorded().path
    assert (np.diff(path["time"].values) > 0).all()
    for name, values in path.data_vars.items():
        assert np.isfinite(values.values).all(), name
        assert values.attrs["units"] and values.attrs["long_name"], name


def test_a_rocket_too_weak_says_so():
    """Thrust above the weight only with the least masses: the scenario is valid, the median flight is not."""
    text = replaced(
        POWERED,
        ("value: 60 kN", "value: 17 kN"),
        ("low: 400 kg, high: 600 kg", "low: 100 kg, high: 900 kg"),
        ("kind: state\n", "kind: launch\n"),
        ('  speed: {value: 500 m/s, source: "assumption: an example"}\n', ""),
        ('  flight_path_angle: {value: 40 deg, source: "assumption: an example"}\n', ""),
        ('altitude: {value: 15 km, source: "assumption: an example"}', "altitude: 100 m"),
    )
    record = record_flight(scenario(text))
    assert record.outcome == Outcome.NEVER_LIFTED
    assert record.summary["flight_time_s"] < 30.0
    assert [each.name for each in record.events if each.name in ("lift-off", "burn-out")] == ["lift-off"]


def test_more_than_one_member_is_refused():
    found = scenario(POWERED)
    with pytest.raises(ValueError, match="must hold one member, but holds 3"):
        record_flight(found, found.sample(3))
    assert nominal_members(found).size == 1
