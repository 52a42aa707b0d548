"""Relaxation behind a shock, recorded: against Marrone (1963), with its ends, its words and its faults."""

import dataclasses

import numpy as np
import pytest

from boostglide.core import Outcome, bibliography
from boostglide.gas import load_mechanism, relax_behind_shock
from boostglide.scenario import GasInput
from boostglide.study import RELAXATION_SUMMARY, chosen_stations, relax, relaxation

AIR = {"N2": 0.79, "O2": 0.21}
STREAM = GasInput(4267.0, 133.3, 300.0, 133.3 / 288.2 / 300.0, AIR, "Mach 12.28 at 133.3 Pa and 300 K")


@pytest.fixture(scope="module")
def record():
    """Marrone's shock with one temperature and the rates of Gupta and others."""
    return relax(STREAM, load_mechanism("gupta1990", 7), 1, 0.25)


@pytest.mark.parametrize(
    ("place", "temperature", "density"),
    [(0.2997e-2, 19.05, 8.926), (0.995e-2, 17.26, 9.649), (9.886e-2, 15.29, 10.50), (19.9e-2, 14.94, 10.72)],
)
def test_profile_of_marrone(record, place, temperature, density):
    """Figure 4 of Marrone (1963), digitised; temperature and density over those of the stream."""
    profile = record.profile
    found = [np.interp(place, profile["distance"], profile[name]) for name in ("temperature", "density")]
    assert found[0] / 300.0 == pytest.approx(temperature, rel=0.02)
    assert found[1] / record.states["upstream"]["density_kg_m3"] == pytest.approx(density, rel=0.02)


def test_ends_agree_with_each_other(record):
    """Enthalpy, momentum and mass hold from the stream through the shock to equilibrium."""
    ahead = record.states["upstream"]
    total = ahead["enthalpy_j_kg"] + 0.5 * ahead["speed_m_s"] ** 2
    impulse = ahead["pressure_pa"] + ahead["density_kg_m3"] * ahead["speed_m_s"] ** 2
    for key in ("frozen", "last", "equilibrium"):
        state = record.states[key]
        assert state["enthalpy_j_kg"] + 0.5 * state["speed_m_s"] ** 2 == pytest.approx(total, rel=2e-4), key
        momentum = state["pressure_pa"] + state["density_kg_m3"] * state["speed_m_s"] ** 2
        assert momentum == pytest.approx(impulse, rel=1e-4), key
        assert state["mach"] < 1.0 < ahead["mach"]
    last, end = record.states["last"], record.states["equilibrium"]
    assert last["temperature_k"] == pytest.approx(end["temperature_k"], rel=0.02)
    assert last["electron_density_m3"] == pytest.approx(end["electron_density_m3"], rel=0.15)


def test_summary_is_read_off_the_profile(record):
    assert set(record.summary) == set(RELAXATION_SUMMARY)
    electrons = record.profile["electron_density"].values
    place = record.summary["peak_electron_distance_m"]
    assert np.interp(place, record.profile["distance"], electrons) == pytest.approx(electrons.max())
    assert 0.01 < record.summary["equilibrium_distance_m"] < 0.2
    assert record.outcome is Outcome.COMPLETED
    np.testing.assert_array_equal(record.profile["temperature"], record.profile["vibrational_temperature"])


def test_stations_are_the_ends_and_some_between(record):
    places = chosen_stations(record.profile)
    assert places[0] == 0
    assert places[-1] == record.profile.sizes["station"] - 1
    assert 8 <= len(places) <= 12


def test_it_says_what_it_rests_on(record):
    words = " ".join(record.assumptions)
    for part in ("Argon", "One temperature", "Boundary layer", "radiation", "mechanisms"):
        assert part in words
    assert set(record.references) <= set(bibliography())
    assert record.models["mechanism"].startswith("gupta1990, 7 species")


def test_steps_that_run_out_are_an_outcome_with_the_last_state(record, monkeypatch):
    """A history that ends early is recorded as far as it goes."""

    def short(*given, **named):
        whole = relax_behind_shock(*given, **named)
        cut = {name: getattr(whole, name)[:20] for name in whole._fields if name not in ("outcome", "steps")}
        return whole._replace(outcome=np.int32(Outcome.STEP_LIMIT), **cut)

    monkeypatch.setattr(relaxation, "relax_behind_shock", short)
    ended = relax(STREAM, load_mechanism("gupta1990", 7), 1, 0.25)
    assert ended.outcome is Outcome.STEP_LIMIT
    assert "used all its steps" in ended.sentence
    assert ended.profile.sizes["station"] == 20
    last = ended.states["last"]["temperature_k"]
    assert record.states["last"]["temperature_k"] < last < record.states["frozen"]["temperature_k"]


@pytest.mark.parametrize(
    ("change", "temperatures", "words"),
    [
        ({"speed": 200.0}, 2, "faster than sound"),
        ({"speed": 400.0}, 2, "Mach 1.2"),
        ({"composition": {"N2": 0.99, "Ar": 0.01}}, 2, "the gas has Ar"),
        ({}, 3, "must be 1 or 2"),
        ({"speed": 40e3}, 1, "200 to 20,000 K and 1 Pa to 100 MPa"),
    ],
)
def test_what_cannot_be_computed_is_refused(change, temperatures, words):
    with pytest.raises(ValueError, match=words):
        relax(dataclasses.replace(STREAM, **change), load_mechanism("park1993", 5), temperatures)
