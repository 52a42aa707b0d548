"""Ensembles fly the same flights as records: member by member, and in their counts."""

import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.study import nominal_members, record_ensemble, with_found
from tests.study.cases import scenario
from tests.study.flights import POWERED, recorded


@pytest.fixture(scope="module")
def ensemble():
    """The median first, then members that differ, then one whose mass makes no start."""
    found = scenario(POWERED)
    return record_ensemble(found, found.sample(6, 3))


def test_a_member_at_the_median_is_the_recorded_flight(ensemble):
    """Lanes of order 5 at 1e-7 against SciPy of order 8 at 1e-11.

    Greatest values are read off few points of each path, and miss short peaks by some percent.
    """
    found = scenario(POWERED)
    # As many members as above, so that the program is there already.
    median = nominal_members(found)
    same = with_found(found.sample(6, 3), {path: median[path][0] for path in found.numbers})
    summary, record = record_ensemble(found, same).members, recorded(POWERED).summary
    for key, bound in (
        ("flight_time_s", 1e-5),
        ("burnout_speed_m_s", 1e-6),
        ("heat_load_j_m2", 1e-5),
        ("range_km", 1e-4),
        ("apogee_km", 1e-4),
        ("peak_heat_flux_w_m2", 0.05),
        ("peak_deceleration_g", 0.05),
    ):
        np.testing.assert_allclose(summary[key].values, record[key], rtol=bound, err_msg=key)


def test_members_differ_as_their_numbers_do(ensemble):
    """More lift-to-drag ratio, more range, at masses that are alike; every outcome is counted."""
    members, parameters = ensemble.members, ensemble.parameters
    assert sum(ensemble.outcome_counts.values()) == 6
    assert ensemble.outcome_counts == {"completed": 6}
    assert np.ptp(members["range_km"].values) > 10.0
    assert set(parameters.data_vars) == {"vehicle_mass", "vehicle_lift_to_drag"}
    fit = np.stack([parameters[name].values for name in parameters.data_vars] + [np.ones(6)], axis=1)
    slope = dict(zip(parameters.data_vars, np.linalg.lstsq(fit, members["range_km"].values)[0], strict=False))
    assert slope["vehicle_lift_to_drag"] > 0 > slope["vehicle_mass"]


def test_quantiles_enclose_the_median(ensemble):
    table = ensemble.quantiles()
    for key, row in table.items():
        assert row["p05"] <= row["p50"] <= row["p95"], key
    along = ensemble.along_range
    assert along is not None
    altitude = along["altitude"].values
    assert (altitude[0, :50] <= altitude[1, :50] + 1e-6).all()
    assert int(along["outcome_count"].sum()) == 6


def test_outcomes_have_names(ensemble):
    assert ensemble.members["outcome"].attrs["flag_meanings"].split() == [
        each.name.lower() for each in Outcome
    ]
