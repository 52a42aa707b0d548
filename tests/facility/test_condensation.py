import jax
import jax.numpy as jnp
import pytest

from boostglide.core import cite
from boostglide.facility import VapourPressure, condensation, matching_supply, tunnel_stream
from boostglide.gas import FrozenAir, PerfectAir

CURVES = {name: VapourPressure.load(name) for name in ("nitrogen", "oxygen")}


# Normal boiling points: 77.355 K (Span et al. 2000), 90.188 K (Schmidt and Wagner 1985)
@pytest.mark.parametrize(("name", "boiling"), [("nitrogen", 77.355), ("oxygen", 90.188)])
def test_normal_boiling_point(name, boiling):
    assert float(CURVES[name].pressure(jnp.asarray(boiling))) == pytest.approx(101325.0, rel=5e-4)


@pytest.mark.parametrize("name", CURVES)
def test_curves_meet_at_the_triple_point(name):
    curve = CURVES[name]
    below, above = (curve.pressure(curve.triple_temperature * factor) for factor in (1 - 1e-9, 1 + 1e-9))
    assert float(below) == pytest.approx(float(above), rel=2e-3)


# Clausius-Clapeyron with heats of sublimation near the triple point: nitrogen (beta) 6.8 kJ/mol, oxygen
# (gamma) 8.2 kJ/mol, textbook values to about 5 %
@pytest.mark.parametrize(("name", "heat"), [("nitrogen", 6.8e3), ("oxygen", 8.2e3)])
def test_slope_above_the_solid(name, heat):
    curve = CURVES[name]
    temperature = 0.95 * curve.triple_temperature
    slope = jax.grad(lambda value: jnp.log(curve.pressure(value)))(temperature)
    assert float(slope * 8.31446 * temperature**2) == pytest.approx(heat, rel=0.06)


@pytest.mark.parametrize("name", CURVES)
def test_temperature_is_the_inverse(name):
    for pressure in (5.0, 80.0, 5e3, 1e5):
        back = CURVES[name].pressure(CURVES[name].temperature(jnp.asarray(pressure)))
        assert float(back) == pytest.approx(pressure, rel=2e-3)


def test_margin_at_48_kilometres_and_mach_8():
    for air, low, high in ((PerfectAir(), 15.0, 17.0), (FrozenAir.load(), 17.0, 20.0)):
        stream = tunnel_stream(matching_supply(900.0, 8.0, 102.0, air), 8.0, air)
        result = jax.jit(condensation)(stream.freestream)
        assert low < float(result.margin) < high
        assert not bool(result.saturated)
        assert bool(result.within)


def test_unheated_supply_condenses():
    stream = tunnel_stream(matching_supply(300.0, 8.0, 102.0, PerfectAir()), 8.0, PerfectAir())
    assert bool(condensation(stream.freestream).saturated)


def test_sources_are_in_the_bibliography():
    assert cite(*VapourPressure.references, "daum1963", "wegener1951")


def test_unknown_species_is_refused():
    with pytest.raises(ValueError, match="nitrogen"):
        VapourPressure.load("argon")
