"""Vessels against Cantera's reactors with the same mechanism, and a stream tube."""

import cantera
import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.gas import (
    Kinetics,
    cantera_gas,
    expand_along_stream_tube,
    expand_many,
    load_mechanism,
    react_at_constant_pressure,
    react_at_constant_volume,
    react_many,
)
from boostglide.solve import StiffSettings

AIR = {"N2": 0.79, "O2": 0.21}


def reference(kind, mechanism, found, pressure):
    """Cantera's temperatures and mass fractions at some of the times."""
    gas = cantera_gas(mechanism)
    gas.TPX = found.temperature[0], pressure, AIR
    reactor = kind(gas, clone=False)
    network = cantera.ReactorNet([reactor])
    network.rtol, network.atol, network.max_steps = 1e-10, 1e-18, 100_000
    rows = np.arange(20, len(found.time), 20)
    values = []
    for row in rows:
        network.advance(found.time[row])
        values.append((reactor.T, *reactor.phase.Y))
    return rows, np.array(values)


@pytest.mark.parametrize(
    ("count", "react", "kind"),
    [
        (11, react_at_constant_pressure, cantera.IdealGasConstPressureReactor),
        (5, react_at_constant_volume, cantera.IdealGasReactor),
    ],
)
def test_vessels_follow_cantera(count, react, kind):
    mechanism = load_mechanism("park1993", count)
    kinetics = Kinetics.of(mechanism, "one")
    found = react(kinetics, pressure=1e4, temperature=9000.0, mole_fractions=AIR, until=1e-3)
    rows, expected = reference(kind, mechanism, found, 1e4)
    assert found.outcome == Outcome.COMPLETED and len(rows) > 5
    assert np.max(np.abs(found.temperature[rows] - expected[:, 0])) < 0.05
    assert np.max(np.abs(found.mass_fractions[rows] - expected[:, 1:])) < 1e-6
    moles = found.mass_fractions / np.asarray(kinetics.thermodynamics.molar_mass)
    elements = moles @ np.asarray(kinetics.thermodynamics.elements).T
    assert np.max(np.abs(elements / elements[0] - 1.0)) < 1e-10
    assert np.max(np.abs(moles @ np.asarray(kinetics.thermodynamics.charge))) < 1e-10


def test_a_stream_tube_freezes_and_keeps_its_total_enthalpy():
    kinetics = Kinetics.of(load_mechanism("park1993", 5), "one")
    times = np.linspace(0.0, 1e-4, 30)
    pressures = 1e4 * np.exp(-times / 2e-5)
    gas = {"N2": 0.6, "O": 0.3, "N": 0.1}
    found = expand_along_stream_tube(
        kinetics, times=times, pressures=pressures, temperature=5000.0, speed=1000.0, mole_fractions=gas
    )
    assert found.outcome == Outcome.COMPLETED and found.temperature[-1] < 0.5 * found.temperature[0]
    assert found.pressure[-1] == pytest.approx(pressures[-1], rel=1e-9)
    assert np.max(np.abs(found.energy_error)) < 1e-6
    assert found.speed[-1] > 2500.0 and found.distance[-1] > 0.1
    assert found.mole_fractions[-1, 4] > 0.2  # atoms find no partner in the thinned gas
    with pytest.raises(ValueError, match="rising from 0 s"):
        expand_along_stream_tube(
            kinetics, times=times + 1.0, pressures=pressures, temperature=5e3, speed=0.0, mole_fractions=gas
        )


def test_bad_input_is_refused():
    kinetics = Kinetics.of(load_mechanism("park1993", 5), "one")
    start = {"pressure": 1e4, "mole_fractions": AIR, "until": 1e-3}
    with pytest.raises(ValueError, match="within 20 to 20000 K, but is 30000"):
        react_at_constant_volume(kinetics, temperature=30000.0, **start)
    with pytest.raises(ValueError, match="one temperature holds"):
        react_at_constant_volume(kinetics, temperature=5000.0, vibrational_temperature=300.0, **start)


@pytest.mark.parametrize(
    ("constant", "single"), [("volume", react_at_constant_volume), ("pressure", react_at_constant_pressure)]
)
def test_many_vessels_are_single_ones_side_by_side(constant, single):
    kinetics = Kinetics.of(load_mechanism("park1993", 5), "one")
    times, hot = np.array([1e-6, 1e-5, 1e-4]), np.array([7000.0, 9000.0, 6000.0])
    many = react_many(
        kinetics, constant, pressure=np.full(3, 1e4), temperature=hot, mole_fractions=AIR, times=times
    )
    assert many.temperature.shape == (3, 3) and np.all(many.outcome == Outcome.COMPLETED)
    for row, temperature in enumerate(hot):
        one = single(kinetics, pressure=1e4, temperature=temperature, mole_fractions=AIR, until=1e-4)
        assert many.temperature[row] == pytest.approx(np.interp(times, one.time, one.temperature), rel=2e-3)
        assert many.temperature[row, -1] == pytest.approx(one.temperature[-1], rel=1e-4)


def test_each_of_many_vessels_has_its_outcome():
    kinetics = Kinetics.of(load_mechanism("park1993", 5), "one")
    given = {"pressure": np.full(2, 1e4), "temperature": np.array([300.0, 9000.0]), "mole_fractions": AIR}
    few = StiffSettings(tolerance=3e-4, most_steps=25)
    found = react_many(kinetics, "volume", **given, times=np.array([1e-6, 1e-5, 1e-4]), settings=few)
    assert list(found.outcome) == [Outcome.COMPLETED, Outcome.STEP_LIMIT]
    assert np.all(np.isfinite(found.temperature)) and found.temperature[1, -1] < 9000.0
    with pytest.raises(ValueError, match="`volume` or `pressure`"):
        react_many(kinetics, "energy", **given, times=np.array([1e-4]))
    with pytest.raises(ValueError, match="rising times"):
        react_many(kinetics, "volume", **given, times=np.array([0.0, 1e-4]))


def test_many_stream_tubes_are_single_ones_side_by_side():
    kinetics = Kinetics.of(load_mechanism("park1993", 5), "one")
    times, gas = np.linspace(0.0, 1e-4, 12), {"N2": 0.6, "O": 0.3, "N": 0.1}
    pressures = np.array([[1e4], [3e4]]) * np.exp(-times / 2e-5)
    start = {"times": times, "mole_fractions": gas, "settings": StiffSettings(1e-6)}
    many = expand_many(
        kinetics, **start, pressures=pressures, temperature=np.full(2, 6000.0), speed=np.full(2, 2000.0)
    )
    for row in range(2):
        one = expand_along_stream_tube(
            kinetics, **start, pressures=pressures[row], temperature=6000.0, speed=2000.0
        )
        assert many.temperature[row, -1] == pytest.approx(one.temperature[-1], rel=1e-5)
        assert many.speed[row, -1] == pytest.approx(one.speed[-1], rel=1e-6)
        assert many.pressure[row] == pytest.approx(pressures[row, 1:], rel=1e-9)
