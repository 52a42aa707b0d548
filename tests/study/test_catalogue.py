"""Every study: the quantities that it promises, the same numbers for the same seed, units on everything."""

import numpy as np
import pytest

from boostglide.core import cite
from boostglide.scenario import unit_dimension
from boostglide.study import known_quantities, run_study, study_names
from tests.study.cases import SMALL, study

NAMES = study_names()
FLOWN = [
    "medium-range-boost-glide",
    "orbital-glide",
    "htv2-class-glide",
    "ballistic-minimum-energy",
    "ballistic-depressed",
]


def test_names_are_known():
    assert set(FLOWN) < set(NAMES) == set(known_quantities())


@pytest.mark.parametrize("name", NAMES)
def test_quantities_are_those_that_are_promised(name):
    found = study(name)
    assert set(found.quantities) == set(known_quantities()[name])
    for quantity in found.quantities.values():
        assert quantity.values.shape == (SMALL,) and quantity.label and quantity.model
        assert quantity.unit == "" or unit_dimension(quantity.unit)


@pytest.mark.parametrize("name", NAMES)
def test_all_members_have_an_outcome_and_most_a_number(name):
    found = study(name)
    complete = np.isin(found.outcomes, [each for each in found.outcome_counts if each.is_complete])
    assert sum(found.outcome_counts.values()) == SMALL and complete.mean() > 0.5
    for key, quantity in found.quantities.items():
        np.testing.assert_array_equal(np.isfinite(quantity.values), complete, err_msg=key)


@pytest.mark.parametrize("name", NAMES)
def test_same_seed_same_numbers_and_the_first_do_not_change(name):
    """A second run of fewer members gives the first numbers again, to the last bit."""
    whole, again = study(name), run_study(name, 7, 0)
    for key, quantity in again.quantities.items():
        np.testing.assert_array_equal(quantity.values, whole.quantities[key].values[:7], err_msg=key)
    for key, parameter in again.parameters.items():
        np.testing.assert_array_equal(parameter.values, whole.parameters[key].values[:7], err_msg=key)


@pytest.mark.parametrize("name", NAMES)
def test_another_seed_gives_other_numbers(name):
    first, second = study(name), run_study(name, 7, 1)
    changed = [
        key
        for key, quantity in second.quantities.items()
        if not np.array_equal(quantity.values, first.quantities[key].values[:7], equal_nan=True)
    ]
    assert changed
    assert (first.seed, second.seed) == (0, 1)


@pytest.mark.parametrize("name", NAMES)
def test_assumptions_references_and_sources_are_stated(name):
    found = study(name)
    assert all(sentence.endswith(".") for sentence in found.assumptions) and found.title
    assert cite(*found.references)
    assert all(parameter.source for parameter in found.parameters.values())


@pytest.mark.parametrize("name", FLOWN)
def test_series_have_units_and_rise_in_time(name):
    series = study(name).series
    assert series.sizes["member"] == SMALL
    assert {"altitude", "speed", "ground_range"} <= set(series.data_vars)
    for key, channel in series.data_vars.items():
        if key != "outcome":
            assert channel.attrs["units"] and channel.attrs["long_name"]
            assert channel.attrs["units"] == "1" or unit_dimension(channel.attrs["units"])
    assert np.all(np.diff(series.time.values, axis=1) >= 0)
    assert np.all(np.diff(series.ground_range.values, axis=1) >= 0)


@pytest.mark.parametrize("name", NAMES)
def test_dataset_has_units_on_everything(name):
    data = study(name).to_dataset()
    assert all("units" in data[key].attrs for key in data.data_vars if key != "outcome")
    assert data.sizes == {"sample": SMALL} and data.attrs["seed"] == 0


def test_medium_range_class_falls_short_of_the_globe():
    """The class reaches 2.8 to 5.0 km/s at burn-out, and some 7.8 km/s are needed."""
    found = study("medium-range-boost-glide").quantities
    assert np.all(found["ground_range"].values < 0.3 * 40_000e3)
    burnout = found["burnout_speed"].values
    assert np.all((burnout > 2000) & (burnout < 5500))
    np.testing.assert_allclose(burnout + found["speed_shortfall_round_the_world"].values, 7850, atol=150)


def test_glides_are_lower_than_ballistic_arcs():
    found = study("medium-range-boost-glide").quantities
    assert np.nanmedian(found["altitude_ratio_same_range"].values) < 0.6
    assert np.all((found["glide_altitude"].values > 20e3) & (found["glide_altitude"].values < 60e3))


def test_least_energy_shot():
    """3,219 km in about 15 minutes from 80 km, to an apogee near 690 km; the Earth turns below."""
    found = study("ballistic-minimum-energy").quantities
    assert np.median(found["ground_range"].values) == pytest.approx(3219e3, rel=0.05)
    assert np.median(found["apogee"].values) == pytest.approx(695e3, rel=0.1)
    assert np.all(found["lift_supported_fraction"].values == 0)


def test_speed_error_at_insertion():
    """About 16 km for each metre per second after one revolution."""
    found = study("orbital-glide").quantities
    assert np.all(np.abs(found["end_point_shift_per_speed"].values - 15.9e3) < 0.5e3)
    unaided, schuler = (found[f"drift_{kind}_blackout"].values for kind in ("unaided", "schuler"))
    assert np.nanmax(schuler - unaided) <= 1e-6


def test_progress_is_heard_to_the_end():
    heard = []
    run_study("htv2-class-glide", 5, 0, heard.append)
    assert heard[-1] == 1.0 and heard == sorted(heard)
