import warnings

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas import SpeciesThermodynamics
from boostglide.gas.thermodynamics import HOTTEST

NAMES = ("N2", "O2", "NO", "N", "O", "Ar", "e-", "N2+", "O2+", "NO+", "N+", "O+", "Ar+", "NO2", "O-")
gas = SpeciesThermodynamics.load(NAMES)
everything = jax.jit(lambda t: (gas.heat_capacity(t), gas.enthalpy(t), gas.entropy(t), gas.gibbs(t)))
slopes = jax.jit(
    lambda t: (jax.jacfwd(gas.enthalpy)(t), jax.jacfwd(gas.entropy)(t), jax.jacfwd(gas.vibronic_enthalpy)(t))
)
vibronic = jax.jit(lambda t: (gas.vibronic_heat_capacity(t), gas.vibronic_enthalpy(t)))


@pytest.fixture(scope="module")
def cantera_air():
    """The eleven species of Cantera's own file, whose standard pressure is one atmosphere."""
    import cantera

    cantera.suppress_thermo_warnings()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return cantera.Solution("airNASA9.yaml")


@pytest.mark.parametrize("temperature", [300.0, 999.0, 1001.0, 5999.0, 6001.0, 19990.0])
def test_polynomials_against_cantera(cantera_air, temperature):
    cantera_air.TP = temperature, 1e5
    found = [dict(zip(NAMES, np.asarray(each), strict=True)) for each in everything(jnp.asarray(temperature))]
    for place, name in enumerate(cantera_air.species_names):
        constant = 8.31446261815324 / float(gas.molar_mass[NAMES.index(name)])
        assert found[0][name] == pytest.approx(constant * cantera_air.standard_cp_R[place], rel=1e-12)
        enthalpy = constant * temperature * cantera_air.standard_enthalpies_RT[place]
        assert found[1][name] == pytest.approx(enthalpy, rel=1e-11, abs=1e-6)
        entropy = cantera_air.standard_entropies_R[place] + np.log(1e5 / 101325.0)
        assert found[2][name] == pytest.approx(constant * entropy, rel=1e-9)


def test_entropy_of_nitrogen_at_one_bar():
    """CODATA 1989 key value: 191.609 J/mol/K at 298.15 K and 100 kPa."""
    entropy = gas.entropy(jnp.asarray(298.15)) * gas.molar_mass
    assert float(entropy[NAMES.index("N2")]) == pytest.approx(191.609, abs=0.01)
    assert float(entropy[NAMES.index("O2")]) == pytest.approx(205.152, abs=0.01)
    assert float(entropy[NAMES.index("Ar")]) == pytest.approx(154.846, abs=0.01)


@pytest.mark.parametrize("temperature", [150.0, 250.0, 450.0, 2000.0, 9000.0, 30000.0])
def test_functions_belong_together(temperature):
    """cp is the slope of h, cp/T that of s, and G = H - T S."""
    t = jnp.asarray(temperature)
    capacity, enthalpy, entropy, gibbs = everything(t)
    of_enthalpy, of_entropy, of_vibronic = slopes(t)
    assert jnp.allclose(of_enthalpy, capacity, rtol=1e-10)
    assert jnp.allclose(of_entropy * t, capacity, rtol=1e-10)
    assert jnp.allclose(gibbs, (enthalpy - t * entropy) / (gas.gas_constant * t), rtol=1e-12, atol=1e-12)
    vibronic_capacity, _ = vibronic(t)
    assert jnp.allclose(of_vibronic, vibronic_capacity, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("edge", [200.0, 298.15, 1000.0, 6000.0, HOTTEST, 16760.0])
def test_no_jumps(edge):
    below, above = (everything(jnp.asarray(edge * (1.0 + sign * 1e-9))) for sign in (-1, 1))
    for place, (one, other) in enumerate(zip(below, above, strict=True)):
        scale = gas.gas_constant * (edge if place == 1 else 1.0) if place < 3 else jnp.ones_like(one)
        limit = 0.03 if place == 0 else 2e-3
        assert float(jnp.max(jnp.abs(one - other)[:13] / scale[:13])) < limit
    for one, other in zip(*(vibronic(jnp.asarray(edge * (1.0 + s * 1e-9))) for s in (-1, 1)), strict=True):
        assert float(jnp.max(jnp.abs(one - other)[:13] / (gas.gas_constant[:13] * edge))) < 2e-3


@pytest.mark.parametrize("temperature", [298.15, 700.0, 4000.0, 12000.0, 16700.0])
def test_two_equal_temperatures_are_one(temperature):
    t = jnp.asarray(temperature)
    split = gas.formation_enthalpy + gas.thermal_heat_capacity * (t - 298.15) + gas.vibronic_enthalpy(t)
    assert jnp.allclose(split, gas.enthalpy(t), rtol=1e-12, atol=1e-6)


def test_vibronic_energy_can_be_inverted():
    """It rises with temperature for every molecule and the electron, also where polynomials end or turn."""
    molecules = [NAMES.index(name) for name in ("N2", "O2", "NO", "e-", "N2+", "O2+", "NO+")]
    for t in np.geomspace(100.0, 60000.0, 40):
        capacity, _ = vibronic(jnp.asarray(t))
        assert float(jnp.min(capacity[jnp.asarray(molecules)])) > 0.0


def test_the_electron_belongs_to_the_second_temperature():
    place = NAMES.index("e-")
    assert float(gas.thermal_heat_capacity[place]) == 0.0
    assert float(gas.vibronic_enthalpy(jnp.asarray(5000.0))[place]) == pytest.approx(
        2.5 * float(gas.gas_constant[place]) * (5000.0 - 298.15), rel=1e-9
    )


def test_continuation_beyond_the_polynomials_keeps_the_heat_capacity():
    for inside, outside in ((200.0, 60.0), (HOTTEST, 55000.0)):
        capacity = gas.heat_capacity(jnp.asarray(inside))[:6]
        assert jnp.allclose(gas.heat_capacity(jnp.asarray(outside))[:6], capacity, rtol=1e-6)
    no2 = NAMES.index("NO2")
    assert float(gas.heat_capacity(jnp.asarray(15000.0))[no2]) == pytest.approx(
        float(gas.heat_capacity(jnp.asarray(5999.99))[no2]), rel=1e-4
    )
