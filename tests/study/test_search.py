"""Searches find what they are asked for, say when they cannot, and ask for no place."""

import numpy as np
import pytest

from boostglide.scenario import Search
from boostglide.study import SearchError, record_flight, search_numbers
from boostglide.study.search import _bracketed
from tests.scenario.examples import faults
from tests.study.cases import scenario
from tests.study.flights import POWERED, event

TWO = (
    POWERED
    + """\
solve_for:
  - {unknown: phases.0.shift, low: -10 deg, high: 20 deg, wanted: burnout_flight_path_angle, value: 30 deg}
  - unknown: rocket.stages.0.propellant_mass
    low: 900 kg
    high: 1.4 t
    wanted: burnout_speed
    value: 2.9 km/s
"""
)


def test_two_searches_together_reach_both_values():
    """The recorded flight, by another integrator, burns out at the angle and speed that were asked for."""
    record = record_flight(scenario(TWO))
    burnout = event(record, "burn-out").values
    assert burnout["speed"] == pytest.approx(2900.0, abs=1e-3)
    assert np.rad2deg(burnout["flight_path_angle"]) == pytest.approx(30.0, abs=1e-5)
    assert record.summary["burnout_speed_m_s"] == pytest.approx(2900.0, abs=1e-3)


def test_without_searches_nothing_is_found():
    assert search_numbers(scenario(POWERED)) == {}


def asked(value="2 km/s"):
    return Search(unknown="phases.0.shift", low="-10 deg", high="20 deg", wanted="burnout_speed", value=value)


def residual(function, slope):
    """What a flight would say, as a plain function of the unknown."""
    return lambda at: (np.array([function(float(at[0]))]), np.array([[slope(float(at[0]))]]))


def test_a_root_is_found_where_newton_alone_would_leave():
    """The inverse tangent, from far out; the bracket holds it."""
    curve = residual(lambda x: np.arctan(50 * (x - 1.3)), lambda x: 50 / (1 + (50 * (x - 1.3)) ** 2))
    assert _bracketed(curve, asked(), -100.0, 90.0) == pytest.approx(1.3, abs=1e-8)


def test_a_value_out_of_reach_is_told_with_both_ends():
    curve = residual(lambda x: x**2 + 1.0, lambda x: 2 * x)
    with pytest.raises(SearchError, match=r"is not reached for `phases\.0\.shift` from -10 deg to 20 deg"):
        _bracketed(curve, asked(), -1.0, 2.0)


def test_a_jump_across_the_value_is_no_answer():
    curve = residual(lambda x: -1.0 if x < 0.3 else 2.0, lambda x: 0.0)
    with pytest.raises(SearchError, match=r"it jumps at `phases\.0\.shift`"):
        _bracketed(curve, asked(), -1.0, 1.0)


def test_flights_without_a_number_are_no_answer():
    curve = residual(lambda x: -1.0 if x < -0.9 else 1.0 if x > 0.9 else np.nan, lambda x: 1.0)
    with pytest.raises(SearchError):
        _bracketed(curve, asked(), -1.0, 1.0)


@pytest.mark.parametrize("wanted", ["latitude", "longitude", "target", "impact_point"])
def test_a_place_is_refused(wanted):
    """This program analyses flights and does not aim them."""
    text = TWO.replace("wanted: burnout_speed", f"wanted: {wanted}")
    found = [fault for fault in faults(text) if fault.field.endswith("wanted")]
    assert len(found) == 1
    assert "no place" in found[0].expected
    assert found[0].line == text[: text.index(f"wanted: {wanted}")].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("unknown: phases.0.shift", "unknown: phases.0.tilt", "solve_for[1].unknown"),
        ("low: -10 deg", "low: 30 deg", "solve_for[1].low"),
        ("low: 900 kg", "low: 900 m", "solve_for[2].low"),
    ],
)
def test_faults_of_a_search_name_their_place(old, new, field):
    (fault,) = faults(TWO.replace(old, new))
    assert fault.field.replace("solve_for.0", "solve_for[1]").replace("solve_for.1", "solve_for[2]") == field
    assert fault.line
