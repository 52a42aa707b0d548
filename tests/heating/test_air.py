import cantera
import jax.numpy as jnp
import pytest

from boostglide.heating import undissociated_air_enthalpy


@pytest.mark.parametrize("temperature", [300.0, 900.0, 1500.0, 2500.0, 3000.0])
def test_enthalpy_agrees_with_the_nasa9_polynomials(temperature):
    air = cantera.Solution("airNASA9.yaml")
    air.TPX = 298.15, 1e5, "N2:0.79, O2:0.21"
    zero = air.h
    air.TP = temperature, 1e5
    ours = undissociated_air_enthalpy(jnp.asarray(temperature)) - undissociated_air_enthalpy(
        jnp.asarray(298.15)
    )
    assert float(ours) == pytest.approx(air.h - zero, rel=0.02)


def test_cold_limit_is_the_perfect_gas():
    assert float(undissociated_air_enthalpy(jnp.asarray(50.0))) == pytest.approx(
        (3.5 - 0.0097) * 287.05287 * 50.0, rel=1e-12
    )
