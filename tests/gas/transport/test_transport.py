import jax
import jax.numpy as jnp
import numpy as np
import pytest
from verification.transport_states import NAMES, STATES

from boostglide.gas import Transport
from boostglide.planet import dynamic_viscosity
from tests.gas.transport.conftest import numbers

STATE = {(each.temperature, round(each.pressure, -4)): each for each in STATES}


def at(air, state):
    return air[1](*numbers(state.pressure, state.temperature, state.fractions))


@pytest.mark.parametrize("state", STATES, ids=lambda each: f"{each.temperature:g}K")
def test_against_mutation(air, state):
    """mutationpp2020, all but the internal energy above 10000 K, where the heat capacities differ."""
    found = at(air, state)
    viscosity, _, _, heavy, internal, electron, electrical = state.values
    assert float(found.viscosity) == pytest.approx(viscosity, rel=0.04)
    assert float(found.heavy_conductivity) == pytest.approx(heavy, rel=0.035)
    if state.temperature <= 10000.0:
        carried = float(found.rotational_conductivity + found.vibronic_conductivity)
        assert carried == pytest.approx(internal, rel=0.06)
    if state.temperature >= 3000.0:
        assert float(found.electron_conductivity) == pytest.approx(electron, rel=0.02)
        assert float(found.electrical_conductivity) == pytest.approx(electrical, rel=0.03)
    assert bool(found.within)


def test_conductivity_and_collisions_at_a_tenth_of_an_atmosphere(air):
    """473 S/m and 9.3e9 per second at 7000 K (Mutation++ 1.2, computed by the developers)."""
    state = STATE[(7000.0, 10000.0)]._replace(pressure=10132.5)
    found = at(air, state)
    assert float(found.electrical_conductivity) == pytest.approx(473.0, rel=0.02)
    assert float(found.collision_frequency) == pytest.approx(9.3e9, rel=0.02)
    electrons = state.fractions[0] * 10132.5 / (1.380649e-23 * 7000.0)
    drude = electrons * 1.602176634e-19**2 / (9.1093837139e-31 * found.collision_frequency)
    assert float(found.electrical_conductivity) == pytest.approx(float(drude), rel=1e-9)
    assert float(found.momentum_transfer_frequency) == pytest.approx(float(jnp.sum(found.partner_frequency)))


def test_cold_air_is_some_per_cent_too_viscous(air):
    """Against Sutherland's law and the Prandtl number 0.71; the docstring states the excess."""
    fraction = [{"N2": 0.79, "O2": 0.21}.get(name, 0.0) for name in NAMES]
    found = air[1](*numbers(101325.0, 300.0, fraction))
    law = float(dynamic_viscosity(jnp.asarray(300.0)))
    assert 1.03 < float(found.viscosity) / law < 1.07
    assert float(found.frozen_prandtl) == pytest.approx(0.69, abs=0.005)
    assert float(found.reactive_conductivity) < 1e-4
    lewis = found.lewis[NAMES.index("O2")]
    assert 0.8 < float(lewis) < 1.2


def test_pure_gases_against_measured_viscosity(air):
    """Cantera 3.2, air.yaml: N2 at 1000 K, O2 at 300 K."""
    for name, temperature, viscosity in (("N2", 1000.0, 4.14987e-5), ("O2", 300.0, 2.06543e-5)):
        fraction = [float(name == each) for each in NAMES]
        found = air[1](*numbers(101325.0, temperature, fraction))
        assert float(found.viscosity) == pytest.approx(viscosity, rel=0.03)


CANTERA = (
    *(1.50707e-03, 7.22808e-01, 9.68925e-04, 2.20198e-01, 2.79761e-04, 3.50705e-04),
    *(5.36267e-02, 1.88799e-05, 2.85470e-06, 8.54462e-08, 2.39416e-04),
)
"""Mole fractions at 7000 K and 10132.5 Pa by Cantera 3.2, airNASA9.yaml."""


def test_heat_capacity_in_equilibrium_is_that_of_cantera(air):
    """Slope of the enthalpy of equilibrium air over 14 K, by Cantera 3.2, airNASA9.yaml."""
    found = air[1](*numbers(10132.5, 7000.0, CANTERA))
    assert float(found.equilibrium_heat_capacity) == pytest.approx(9122.0, rel=1e-3)
    added = found.equilibrium_heat_capacity / found.frozen_heat_capacity - 1.0
    lewis = found.reactive_conductivity / (found.frozen_conductivity * added)
    assert float(found.equilibrium_lewis) == pytest.approx(float(lewis))
    assert 0.3 < float(lewis) < 1.5


def test_reacting_air_against_cea(air):
    """NASA cea 3.3.4 at 3000 K and one atmosphere, with its composition and other collision integrals."""
    shares = {"N2": 0.751624, "O2": 0.162128, "NO": 0.0409729, "N": 1.19818e-5, "O": 0.0452627}
    found = air[1](*numbers(101325.0, 3000.0, [shares.get(name, 0.0) for name in NAMES]))
    assert float(found.viscosity) == pytest.approx(9.28276e-5, rel=0.04)
    assert float(found.frozen_conductivity) == pytest.approx(0.16573, rel=0.1)
    assert float(found.reactive_conductivity) == pytest.approx(0.428834 - 0.16573, rel=0.15)
    assert float(found.equilibrium_heat_capacity) == pytest.approx(2740.76, rel=2e-3)
    assert float(found.equilibrium_prandtl) == pytest.approx(0.59328, rel=0.1)


def test_two_temperatures(air):
    """Electrons hotter than the gas conduct more; the heavy particles do not notice."""
    transport, _ = air
    state = STATE[(7000.0, 10000.0)]
    p, t, x, hot = numbers(state.pressure, state.temperature, state.fractions, 9000.0)
    compiled = jax.jit(
        lambda hot: transport.at(pressure=p, temperature=t, fraction=x, electron_temperature=hot)
    )
    cold, warm = compiled(t), compiled(hot)
    assert float(cold.viscosity) == pytest.approx(float(at(air, state).viscosity), rel=1e-9)
    assert float(warm.viscosity / cold.viscosity) == pytest.approx(1.0, rel=3e-3)
    assert float(warm.electron_conductivity / cold.electron_conductivity) > 1.1
    ions = NAMES.index("NO+")
    ratio = warm.ambipolar_diffusion[ions] / warm.diffusion[ions]
    assert float(ratio) == pytest.approx(1.0 + 9.0 / 7.0, rel=1e-12)
    assert float(warm.ambipolar_diffusion[NAMES.index("e-")]) == 0.0


def test_batches_and_derivatives():
    transport = Transport.of(("N2", "O2", "N", "O"))
    temperature = jnp.asarray([1500.0, 4000.0])
    fraction = jnp.asarray([[0.78, 0.2, 0.0, 0.02], [0.6, 0.0, 0.05, 0.35]])

    def viscosity(t, x):
        return transport.at(pressure=jnp.asarray(1e4), temperature=t, fraction=x).viscosity

    slope = jax.jit(jax.vmap(jax.grad(viscosity)))(temperature, fraction)
    step = 1e-3
    compiled = jax.jit(jax.vmap(viscosity))
    rise = compiled(temperature + step, fraction) - compiled(temperature - step, fraction)
    assert jnp.allclose(slope, rise / (2.0 * step), rtol=1e-5)


def test_argon_is_among_the_species_and_the_range_is_flagged():
    transport = Transport.of(("N2", "O2", "Ar"))
    fraction = transport.fractions({"N2": 0.78084, "O2": 0.209476, "Ar": 0.009684})
    compiled = jax.jit(lambda t: transport.at(pressure=jnp.asarray(1e5), temperature=t, fraction=fraction))
    found = [compiled(jnp.asarray(value)) for value in (250.0, 300.0, 20000.0, 20001.0)]
    assert [bool(each.within) for each in found] == [False, True, True, False]
    assert np.isfinite(float(found[0].viscosity))


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"order": 4}, "`order` must be 1, 2 or 3"),
        (
            {"viscosity_rule": "sutherland"},
            "`viscosity_rule` must be one of chapman-enskog, gupta-yos, wilke",
        ),
        ({"variant": "best"}, "`variant` must be one of"),
    ],
)
def test_unknown_choices_are_refused(choice, message):
    with pytest.raises(ValueError, match=message):
        Transport.of(("N2",), **choice)


def test_species_that_the_model_lacks_are_refused():
    with pytest.raises(ValueError, match=r"model of N2, O2 lacks CO2"):
        Transport.of(("N2", "O2")).fractions({"N2": 0.9, "CO2": 0.1})
