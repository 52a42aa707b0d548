"""Ensembles: every member is flown for itself, and how it ended is counted."""

import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.study import flown_blocks, fly_scenario, quantiles_along, trace_members
from boostglide.study.blocks import BLOCK, take_members
from tests.study.cases import (
    BALLISTIC,
    GLIDER,
    LEAVES_THE_MODEL,
    NEVER_LANDS,
    SKIPS_OUT,
    SOME_SKIP_OUT,
    light_measure,
    scenario,
)

MANY = BLOCK + 30


@pytest.fixture(scope="module")
def many():
    found = scenario(GLIDER)
    return fly_scenario(found, found.sample(MANY, 1), light_measure)


@pytest.fixture(scope="module")
def mixed():
    found = scenario(SOME_SKIP_OUT)
    samples = found.sample(MANY, 1)
    return found, samples, fly_scenario(found, samples, light_measure)


def flown(text, samples=6):
    found = scenario(text)
    return fly_scenario(found, found.sample(samples, 0), light_measure)


def test_measures_see_the_parameters_of_their_own_member(many):
    np.testing.assert_array_equal(many.measures["mass"], many.samples["vehicle.mass"])
    assert many.complete.all()
    assert np.all(
        np.diff(many.measures["ground_range"][np.argsort(many.samples["vehicle.lift_to_drag"])]) > 0
    )


def test_members_do_not_depend_on_their_company(many):
    """Alone, in another block and in another order, a member flies the same flight."""
    rows = np.array([BLOCK + 20, 3, 250])
    few = fly_scenario(many.scenario, take_members(many.samples, rows), light_measure)
    for key in ("ground_range", "flight_time"):
        np.testing.assert_allclose(few.measures[key], many.measures[key][rows], rtol=1e-12)


def test_paths_of_the_first_members_are_kept(many):
    assert many.paths.time.shape[0] == 64
    np.testing.assert_allclose(many.paths.ground_range[:, -1], many.measures["ground_range"][:64])
    assert many.paths.time.base is None  # no view that keeps the whole block alive


def test_progress_ends_at_one(many):
    heard = []
    fly_scenario(many.scenario, take_members(many.samples, np.arange(3)), light_measure, heard.append)
    assert heard == [1.0]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (SKIPS_OUT, Outcome.SKIPPED_OUT),
        (NEVER_LANDS, Outcome.TIME_LIMIT),
        (LEAVES_THE_MODEL, Outcome.OUTSIDE_MODEL),
    ],
)
def test_flights_without_an_end_are_counted_and_hold_no_number(text, outcome):
    found = flown(text)
    assert set(found.outcomes) == {outcome}
    assert all(np.isnan(values).all() for values in found.measures.values())
    assert not found.complete.any()


def test_ballistic_flight_lands():
    assert flown(BALLISTIC).complete.all()


def test_only_incomplete_members_are_blank(mixed):
    _, samples, found = mixed
    up = samples["start.flight_path_angle"] > 0
    assert 0 < up.sum() < MANY
    np.testing.assert_array_equal(found.outcomes == Outcome.SKIPPED_OUT, up)
    np.testing.assert_array_equal(np.isnan(found.measures["ground_range"]), up)


def exact_quantiles(found, samples, grid, channel, probabilities):
    """From all paths, kept: what the stream may not keep."""
    rows = []
    for block in flown_blocks(found, samples):
        for row in np.flatnonzero(block.complete):
            where, values = block.paths.ground_range[row], getattr(block.paths, channel)[row]
            rows.append(np.interp(grid, where, values, right=np.nan))
    return np.nanquantile(np.array(rows), probabilities, axis=0), np.isfinite(rows).sum(axis=0)


def test_stream_agrees_with_quantiles_of_kept_paths(mixed):
    found, samples, whole = mixed
    shares = (0.05, 0.5, 0.95)
    data = quantiles_along(found, samples, points=31, probabilities=shares)
    grid = data.ground_range.values
    for channel in ("altitude", "speed"):
        exact, counted = exact_quantiles(found, samples, grid, channel, shares)
        error = np.abs(data[channel].values - exact)
        assert np.nanmax(error) <= 0.5 * data[channel].attrs["resolution"] * (1 + 1e-9)
        assert data[channel].attrs["values_beyond_bounds"] == 0
        np.testing.assert_array_equal(data.members.values, counted)
    assert data.altitude.attrs["resolution"] < 20 and data.altitude.attrs["units"] == "m"
    assert data.speed.attrs["resolution"] < 1 and data.speed.attrs["units"] == "m/s"
    assert data.ground_range.attrs["units"] == "m"
    counts = dict(zip(data.outcome.values, data.outcome_count.values, strict=True))
    assert counts["skipped_out"] == np.sum(whole.outcomes == Outcome.SKIPPED_OUT)
    assert data.outcome_count.values.sum() == MANY


def test_stream_over_time_at_given_points(many):
    points = np.array([0.0, 100.0, 1e6])
    data = quantiles_along(many.scenario, many.samples, ("mach", "altitude"), points, (0.5,), "time")
    assert data.mach.dims == ("probability", "time") and data.time.attrs["units"] == "s"
    assert data.members.values.tolist() == [MANY, MANY, 0]
    assert np.isnan(data.altitude.values[0, -1])
    np.testing.assert_allclose(data.altitude.values[0, 0], 60e3, atol=data.altitude.attrs["resolution"])


def test_stream_of_flights_without_an_end():
    found = scenario(SKIPS_OUT)
    samples = found.sample(6, 0)
    with pytest.raises(ValueError, match="6 SKIPPED_OUT"):
        quantiles_along(found, samples)
    data = quantiles_along(found, samples, points=[0.0, 1e5])
    assert np.isnan(data.altitude.values).all() and data.members.values.tolist() == [0, 0]


def test_series_of_the_members_that_are_asked_for(many):
    data = trace_members(many.scenario, many.samples, [BLOCK + 20, 3])
    assert data.member.values.tolist() == [BLOCK + 20, 3]
    last = data.ground_range.values[:, -1]
    np.testing.assert_allclose(last, many.measures["ground_range"][[BLOCK + 20, 3]], rtol=1e-9)
    assert all("units" in data[name].attrs for name in data.data_vars if name != "outcome")
    for wrong in ([], [MANY], [-1]):
        with pytest.raises(ValueError, match="members"):
            trace_members(many.scenario, many.samples, wrong)
