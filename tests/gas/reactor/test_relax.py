"""Relaxation behind shocks: what is conserved, where it starts and ends, many against one, derivatives."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.gas import (
    Kinetics,
    Stream,
    cantera_gas,
    load_mechanism,
    relax_behind_shock,
    relax_many,
    relaxation_at,
)
from boostglide.solve import StiffSettings

AIR = {"N2": 0.79, "O2": 0.21}
STREAM = {"pressure": 5.0, "temperature": 220.0, "speed": 7650.0, "mole_fractions": AIR}


@pytest.fixture(scope="module")
def shared():
    return Kinetics.of(load_mechanism("park1993"), "shared")


@pytest.fixture(scope="module")
def profile(shared):
    return relax_behind_shock(shared, **STREAM, until=0.1)


@pytest.fixture(scope="module")
def neutral():
    return Kinetics.of(load_mechanism("park1993", 5), "one")


def test_fluxes_elements_and_charge_are_conserved(shared, profile):
    flux = profile.density * profile.speed
    impulse = profile.pressure + flux * profile.speed
    moles = profile.mass_fractions / np.asarray(shared.thermodynamics.molar_mass)
    elements = moles @ np.asarray(shared.thermodynamics.elements).T
    assert profile.outcome == Outcome.COMPLETED and profile.distance[-1] == 0.1
    assert np.ptp(flux) < 1e-12 * flux[0] and np.ptp(impulse) < 1e-12 * impulse[0]
    assert np.max(np.abs(profile.energy_error)) < 1e-12
    assert np.max(np.abs(elements / elements[0] - 1.0)) < 1e-12
    assert np.max(np.abs(moles @ np.asarray(shared.thermodynamics.charge))) < 1e-12


def test_only_translation_and_rotation_jump(profile):
    """The exact jump of a gas of constant heat capacity ratio 1.4."""
    mach = 7650.0 / np.sqrt(1.4 * 8.314462618 / 0.02885 * 220.0)
    factor = (2.8 * mach**2 - 0.4) * (0.4 * mach**2 + 2.0) / (2.4**2 * mach**2)
    assert profile.temperature[0] == pytest.approx(220.0 * factor, rel=1e-3)
    assert profile.vibrational_temperature[0, 0] == 220.0
    assert profile.mole_fractions[0, :2] == pytest.approx([0.79, 0.21])


def test_a_weak_shock_starts_at_the_exact_jump_or_is_refused(shared):
    """Density and energy behind a shock of Mach 1.25; below Mach 1.2 the other root is the right one."""
    stream = {"pressure": 101325.0, "temperature": 288.15, "mole_fractions": AIR}
    sound = np.sqrt(1.4 * 8.314462618 / 0.02885 * 288.15)
    weak = relax_behind_shock(shared, **stream, speed=1.25 * sound, until=0.1)
    ratio = 2.4 * 1.25**2 / (0.4 * 1.25**2 + 2.0)
    assert 1.25 * sound / weak.speed[0] == pytest.approx(ratio, rel=1e-3)
    assert np.max(np.abs(weak.energy_error)) < 1e-12 and np.all(np.isfinite(weak.temperature))
    with pytest.raises(ValueError, match="isothermal speed of sound"):
        relax_behind_shock(shared, **stream, speed=1.19 * sound, until=0.1)


def test_temperatures_meet(shared):
    far = relax_behind_shock(shared, **STREAM, until=1e3)
    gas = cantera_gas(load_mechanism("park1993"))
    gas.TPX = far.temperature[-1], far.pressure[-1], AIR
    gas.equilibrate("TP", rtol=1e-11)
    assert far.vibrational_temperature[-1, 0] == pytest.approx(far.temperature[-1], rel=1e-9)
    assert far.mole_fractions[-1] == pytest.approx(gas.X, rel=1e-6)
    assert 6000.0 < far.temperature[-1] < 6700.0


def test_many_keep_the_order_and_follow_the_single_case(neutral):
    speeds = np.linspace(4000.0, 7000.0, 9)
    speeds[0] = 400.0  # a weak shock, which leaves the gas cold
    stations = np.array([1e-3, 1e-2, 5e-2])
    seen = []
    many = relax_many(
        neutral, pressure=np.full(9, 20.0), temperature=np.full(9, 250.0), speed=speeds, mole_fractions=AIR,
        stations=stations, settings=StiffSettings(1e-6, 4000), progress=seen.append,
    )  # fmt: skip
    single = relax_behind_shock(
        neutral, pressure=20.0, temperature=250.0, speed=float(speeds[4]), mole_fractions=AIR, until=5e-2
    )
    assert many.temperature.shape == (9, 3) and many.mole_fractions.shape == (9, 3, 5) and seen == [9]
    assert np.all(many.outcome == Outcome.COMPLETED) and np.all(np.diff(many.temperature[:, -1]) > 0.0)
    assert np.max(np.abs(many.energy_error)) < 1e-5 and many.temperature[0, 0] < 298.0
    expected = np.interp(stations, single.distance, single.temperature)
    assert many.temperature[4] == pytest.approx(expected, rel=1e-3)  # between steps by straight lines
    assert many.temperature[4, -1] == pytest.approx(single.temperature[-1], rel=1e-5)


def test_energy_stays_with_one_temperature(neutral):
    found = relax_behind_shock(
        neutral, pressure=20.0, temperature=250.0, speed=5500.0, mole_fractions=AIR, until=5e-2
    )
    assert np.max(np.abs(found.energy_error)) < 1e-6
    assert found.vibrational_temperature[:, 0] == pytest.approx(found.temperature)


def test_derivatives_with_respect_to_rates_and_conditions(neutral):
    count = neutral.reactions
    fractions = jnp.array([0.79, 0.21, 0.0, 0.0, 0.0])

    def temperatures(speed, factors):
        stream = Stream(jnp.asarray(20.0), jnp.asarray(250.0), speed, fractions)
        stations = jnp.array([1e-3, 1e-2])
        return relaxation_at(neutral, stream, stations, factors, StiffSettings(1e-6, 4000)).temperature

    @jax.jit
    def slope(speed, factors, faster, quicker):
        return jax.jvp(temperatures, (speed, factors), (faster, quicker))

    speed, none = jnp.asarray(5500.0), jnp.zeros(count)
    first = none.at[2].set(1.0)
    for faster, quicker, step in ((0.0, first, 1e-3), (1.0, none, 1.0)):
        faster = jnp.asarray(faster)
        _, found = slope(speed, none, faster, quicker)
        high, low = (slope(speed + sign * step * faster, sign * step * quicker, faster, quicker)[0]
                     for sign in (1.0, -1.0))  # fmt: skip
        assert np.asarray(found) == pytest.approx(np.asarray(high - low) / (2.0 * step), rel=1e-3)


def test_bad_input_is_refused(shared):
    with pytest.raises(ValueError, match=r"above 359\.7 m/s, but is 250 m/s"):
        relax_behind_shock(shared, **(STREAM | {"speed": 250.0}), until=0.1)
    with pytest.raises(ValueError, match="names Ar"):
        relax_behind_shock(shared, **(STREAM | {"mole_fractions": {"Ar": 1.0}}), until=0.1)
    with pytest.raises(ValueError, match="`pressure` must be above 0"):
        relax_behind_shock(shared, **(STREAM | {"pressure": -1.0}), until=0.1)
    with pytest.raises(ValueError, match="`until` must be a distance"):
        relax_behind_shock(shared, **STREAM, until=float("nan"))
    with pytest.raises(ValueError, match="rising distances"):
        relax_many(
            shared, pressure=np.ones(1), temperature=np.full(1, 220.0), speed=np.full(1, 7e3),
            mole_fractions=AIR, stations=np.array([0.1, 0.1]),
        )  # fmt: skip
