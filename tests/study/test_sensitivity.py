"""Derivatives of the summary against differences of flights that another integrator flew, ends included."""

import numpy as np
import pytest

from boostglide.study import nominal_members, record_flight, sensitivities, with_found
from boostglide.study import recorded as recorded_module
from tests.study.cases import scenario
from tests.study.flights import POWERED, recorded

STEPS = {
    "vehicle.lift_to_drag": 1e-4,
    "rocket.stages.0.vacuum_thrust": 1.0,
    "start.flight_path_angle": 1e-5,
    "phases.0.shift": 1e-5,
}
"""Numbers by which the summary is differentiated, and steps of the differences in SI."""

BOUNDS = {
    "burnout_speed_m_s": 1e-5,
    "flight_time_s": 2e-4,
    "range_km": 5e-4,
    "heat_load_j_m2": 3e-3,
    "peak_heat_flux_w_m2": 0.01,
    "peak_deceleration_g": 0.03,
}
"""Errors of derivatives, over the derivative itself or value over number where that is larger [-]."""


@pytest.fixture(scope="module")
def slopes():
    return sensitivities(scenario(POWERED), (*STEPS, "vehicle.nose_radius"))


def test_values_are_those_of_the_record(slopes):
    """The compiled flight of order 5 and that of SciPy of order 8: the same end to 1e-6.

    Greatest values are read off parabolas through other points: 1e-3.
    """
    record = recorded(POWERED)
    for key in ("flight_time_s", "burnout_speed_m_s", "heat_load_j_m2", "range_km"):
        assert slopes.values[key] == pytest.approx(record.summary[key], rel=1e-6), key
    for key in ("apogee_km", "peak_deceleration_g", "peak_heat_flux_w_m2"):
        assert slopes.values[key] == pytest.approx(record.summary[key], rel=1e-3), key


@pytest.mark.parametrize("path", list(STEPS))
def test_derivatives_are_those_of_differences(slopes, path, monkeypatch):
    """Central differences of recorded flights at many points.

    The steps of the compiled flight stand still in the derivative, and the atmosphere has layers: that costs
    1e-4 of times and 3e-3 of the heat load. Greatest values are read off parabolas.
    """
    monkeypatch.setattr(recorded_module, "FEWEST_POINTS", 4000)
    found = scenario(POWERED)

    def summary(change):
        samples = with_found(nominal_members(found), {path: slopes.numbers[path] + change})
        return record_flight(found, samples).summary

    above, below = summary(STEPS[path]), summary(-STEPS[path])
    for key, bound in BOUNDS.items():
        difference = (above[key] - below[key]) / (2 * STEPS[path])
        scale = max(abs(difference), abs(slopes.values[key] / (slopes.numbers[path] or 1.0)))
        assert slopes.derivatives[key][path] == pytest.approx(difference, abs=bound * scale), key


def test_the_nose_radius_changes_only_the_heating(slopes):
    """Sutton and Graves: the flux goes as the inverse root of the radius, the path does not know it."""
    path = "vehicle.nose_radius"
    assert slopes.elasticity("peak_heat_flux_w_m2", path) == pytest.approx(-0.5, rel=1e-9)
    assert slopes.elasticity("heat_load_j_m2", path) == pytest.approx(-0.5, rel=1e-7)
    assert slopes.derivatives["range_km"][path] == 0.0
    assert slopes.units[path] == "m"


def test_unknown_paths_are_refused():
    with pytest.raises(ValueError, match=r"no number vehicle\.colour"):
        sensitivities(scenario(POWERED), ("vehicle.colour",))


def test_all_derivatives_are_finite(slopes):
    table = np.array(
        [[slopes.derivatives[key][path] for path in slopes.numbers] for key in slopes.derivatives]
    )
    assert np.isfinite(table).all()
