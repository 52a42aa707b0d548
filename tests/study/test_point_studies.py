"""Studies of points against estimates made by hand, with other tables and other programs."""

import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.planet import standard_atmosphere
from boostglide.study import run_study
from boostglide.study.point_studies import _result
from tests.study.cases import study

MANY = 1500


@pytest.fixture(scope="module")
def onset():
    return study("plasma-onset", MANY)


def near(found, low, high):
    """Members in a band of altitude [m]."""
    altitude = found.parameters["altitude"].values
    return (altitude >= low) & (altitude < high)


@pytest.mark.parametrize(
    ("low", "high", "onset_mach"), [(30e3, 32e3, 8.8), (39e3, 41e3, 9.0), (58e3, 60e3, 11.0)]
)
def test_plasma_begins_between_mach_9_and_11(onset, low, high, onset_mach):
    """Equilibrium air at the stagnation point reaches the critical density of GPS L1 (3.08e16 / m^3)."""
    rows = near(onset, low, high)
    mach = onset.parameters["mach"].values[rows]
    ratio = onset.quantities["electron_density_ratio_l1"].values[rows]
    assert np.max(mach[ratio < 1]) == pytest.approx(onset_mach, abs=0.6)
    assert np.min(mach[ratio > 1]) == pytest.approx(onset_mach, abs=0.6)


def test_mach_5_makes_no_plasma(onset):
    """Twelve to nineteen powers of ten too few electrons."""
    slow = onset.quantities["electron_density_ratio_l1_mach5"].values
    assert np.all(slow < 1e-9)


def test_electrons_at_mach_20(onset):
    """Ratios of 9e4 at 30 km and 1.5e3 at 60 km, within a factor of three."""
    mach = onset.parameters["mach"].values
    ratio = onset.quantities["electron_density_ratio_l1"].values
    for (low, high), expected in (((30e3, 34e3), 9e4), ((56e3, 60e3), 1.5e3)):
        rows = near(onset, low, high) & (mach > 19)
        assert np.any(rows)
        np.testing.assert_allclose(np.log10(np.median(ratio[rows])), np.log10(expected), atol=0.5)


def test_attenuation_follows_the_electrons(onset):
    loss = onset.quantities["attenuation_l1"].values
    ratio = onset.quantities["electron_density_ratio_l1"].values
    assert np.all(loss[ratio < 1e-3] < 0.1) and np.all(loss[ratio > 1e3] > 3)


def test_total_temperature_of_flight_at_48_km():
    """Equilibrium air at rest behind a normal shock: 1077, 1484, 1947, 2385, 2711 K at Mach 4 to 8."""
    found = study("tunnel-fl64")
    mach = found.parameters["mach"].values
    temperature = found.quantities["flight_total_temperature"].values
    expected = np.interp(mach, [4, 5, 6, 7, 8], [1077, 1484, 1947, 2385, 2711])
    np.testing.assert_allclose(temperature, expected, rtol=0.025)
    assert np.all(temperature > 900)


def test_stream_of_a_900_k_tunnel_is_slower_than_the_flight():
    """1.30 against 2.64 km/s at Mach 8; the ratio falls as the flight gets hotter."""
    found = study("tunnel-fl64")
    mach, ratio = found.parameters["mach"].values, found.quantities["stream_speed_ratio"].values
    fast = np.argmax(mach)
    assert mach[fast] > 7.7
    assert ratio[fast] == pytest.approx(1.30 / 2.64, rel=0.04)
    assert np.all(np.diff(ratio[np.argsort(mach)]) < 0) and np.all(ratio < 1)
    assert np.all(found.quantities["run_air_mass"].values > 0)


def test_energy_parity_with_tnt():
    """At 2.893 km/s; a kilogram at Mach 5 has 0.35 of the energy of TNT at sea level, 0.27 at 30 km."""
    found = study("kinetic-energy")
    speed, ratio = found.quantities["speed"].values, found.quantities["energy_ratio_tnt"].values
    np.testing.assert_allclose(ratio, (speed / 2893.0) ** 2, rtol=5e-4)
    for altitude, expected in ((0.0, 0.35), (30e3, 0.27)):
        sound = float(standard_atmosphere(altitude).sound_speed)
        assert (5 * sound / 2893.0) ** 2 == pytest.approx(expected, abs=0.005)
    sound = [float(standard_atmosphere(height).sound_speed) for height in found.parameters["altitude"].values]
    np.testing.assert_allclose(speed, found.parameters["mach"].values * np.array(sound), rtol=1e-9)


def test_ten_km_a_second_is_about_mach_30():
    found = study("tunnel-jf22")
    mach = found.quantities["sound_speed_equivalent_mach"].values
    assert np.all((mach > 29) & (mach < 37))
    np.testing.assert_allclose(found.quantities["run_energy"].values, 450e9)
    store = found.quantities["stored_energy_bound"].values
    np.testing.assert_allclose(found.quantities["run_energy_ratio"].values, 450e9 / store)


def test_driver_gas_by_hand():
    """One kilogram of 2 H2 + O2 gives 241.8 kJ for each 18.015 g of water."""
    found = study("tunnel-jf22")
    value = {key: each.values for key, each in found.parameters.items()}
    moles = value["fill_pressure"] * np.pi / 4 * value["driver_diameter"] ** 2 * value["driver_length"]
    moles = moles / (8.314462618 * 298.15)
    expected = moles * (2 / 3) * 241.8e3
    np.testing.assert_allclose(found.quantities["stored_energy_bound"].values, expected, rtol=3e-3)


def test_a_set_without_a_number_is_blank_and_counted():
    """Where a model has no answer the set holds NaN in every quantity, and its outcome says so."""
    own = study("kinetic-energy").parameters
    labels = {"energy_ratio_tnt": ("energy", "", "made up"), "speed": ("speed", "m/s", "made up")}
    values = {key: np.ones(len(own["mach"].values)) for key in labels}
    values["speed"][3] = np.nan
    from boostglide.study.labels import Label

    labels = {key: Label(*words) for key, words in labels.items()}
    found = _result("kinetic-energy", own, values, labels, (), (), 0)
    assert found.outcomes[3] == Outcome.OUTSIDE_MODEL and np.sum(found.outcomes != Outcome.COMPLETED) == 1
    assert np.isnan(found.quantities["energy_ratio_tnt"].values[3])


@pytest.mark.parametrize(("samples", "seed"), [(0, 0), (5, -1)])
def test_wrong_numbers_are_refused(samples, seed):
    with pytest.raises(ValueError, match="samples >= 1 and seed >= 0"):
        run_study("kinetic-energy", samples, seed)


def test_unknown_study_is_refused():
    with pytest.raises(ValueError, match="must be one of"):
        run_study("no-such-study", 5, 0)
