import dataclasses

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas import (
    AIR_WITHOUT_ARGON,
    STANDARD_AIR,
    EquilibriumMixture,
    FrozenAir,
    PerfectAir,
    normal_shock,
    perfect_gas_normal_shock,
    reflected_shock,
    reflected_shock_speed,
    shocked,
    upstream_state,
)

shock = jax.jit(normal_shock)


def grid(stream, speeds=40):
    """Streams from sea level to 90 km, 0.5 to 12 km/s."""
    air = [
        (101325.0, 288.15),
        (1171.9, 226.65),
        (75.9, 270.65),
        (4.63, 217.45),
        (0.886, 196.65),
        (0.18, 187.0),
    ]
    points = [stream(p, t, u) for p, t in air for u in np.linspace(500.0, 12000.0, speeds)]
    return jax.tree.map(lambda *values: jnp.stack(values), *points)


def test_conservation_across_the_shock(air, stream):
    points = grid(stream)
    ahead = jax.jit(jax.vmap(upstream_state, (0, None)))(points, air)
    behind = jax.jit(jax.vmap(normal_shock, (0, None)))(points, air)
    mass = behind.density * behind.speed / (ahead.density * ahead.speed)
    momentum = (behind.pressure + behind.density * behind.speed**2) / (
        ahead.pressure + ahead.density * ahead.speed**2
    )
    energy = behind.total_enthalpy / ahead.total_enthalpy
    table = jax.jit(jax.vmap(lambda p, h: air.state(pressure=p, enthalpy=h)))(
        behind.pressure, behind.enthalpy
    )
    for ratio in (
        mass,
        momentum,
        energy,
        table.density / behind.density,
        table.temperature / behind.temperature,
    ):
        assert float(jnp.max(jnp.abs(ratio - 1.0))) < 1e-8
    inside = behind.within
    assert int(jnp.sum(inside)) > 0.9 * inside.size
    assert bool(jnp.all((behind.entropy > ahead.entropy) | ~inside))


def test_against_cantera_shock(air, stream, reference):
    """The same balance solved with Cantera itself, by plain iteration on the density ratio."""
    for pressure, temperature, speed in (
        (1171.9, 226.65, 3000.0),
        (75.9, 270.65, 6000.0),
        (0.886, 196.65, 9000.0),
    ):
        point = stream(pressure, temperature, speed)
        enthalpy, density, ratio = float(air.cold_enthalpy(point.temperature)), float(point.density), 0.1
        for _ in range(60):
            gas = reference.enthalpic(
                enthalpy + 0.5 * speed**2 * (1.0 - ratio**2),
                pressure + density * speed**2 * (1.0 - ratio),
            )
            ratio = density / gas.density
        behind = shock(point, air)
        assert float(behind.temperature) == pytest.approx(gas.T, rel=1e-3)
        assert float(behind.density) == pytest.approx(gas.density, rel=1e-3)
        assert float(behind.pressure) == pytest.approx(gas.P, rel=1e-4)
        assert float(behind.electron_density) == pytest.approx(reference.electrons(), rel=0.01)


@pytest.mark.parametrize(("pressure", "speed"), [(1171.9, 4000.0), (20.3, 5000.0), (20.3, 10500.0)])
def test_against_cea_shock(air, stream, pressure, speed):
    """NASA cea 3.3, another code with the same species data, same composition with argon."""
    cea = pytest.importorskip("cea")
    names = list(STANDARD_AIR)
    reactants = cea.Mixture(names, ions=True)
    products = cea.Mixture(names, products_from_reactants=True, ions=True)
    solver = cea.ShockSolver(products, reactants=reactants, ions=True)
    solution = cea.ShockSolution(solver)
    weights = reactants.moles_to_weights(np.array(list(STANDARD_AIR.values())))
    solver.solve(solution, weights, 240.0, pressure / 1e5, u1=speed)
    behind = shock(stream(pressure, 240.0, speed), air)
    assert float(behind.temperature) == pytest.approx(solution.T[1], rel=1e-3)
    assert float(behind.pressure) == pytest.approx(solution.P[1] * 1e5, rel=3e-4)


def unreacted(composition, air, pressure, temperature, speed):
    """A stream of a composition that has not reacted, as a state of a model."""
    cold, speed = FrozenAir.of(composition), jnp.asarray(speed)
    pressure, temperature = jnp.asarray(pressure), jnp.asarray(temperature)
    state = cold.state_from_temperature(pressure=pressure, temperature=temperature)
    return dataclasses.replace(state, speed=speed, enthalpy=air.cold_enthalpy(temperature))


def test_published_shock_tunnel_chain():
    """ESTCn manual, T4 condition, 5-species air: incident shock, reflected shock, relaxation to 34.37 MPa."""
    air = EquilibriumMixture.of(AIR_WITHOUT_ARGON)
    ahead = unreacted(AIR_WITHOUT_ARGON, air, 125e3, 300.0, 2414.0)
    incident = shocked(ahead, air)
    assert float(ahead.speed - incident.speed) == pytest.approx(2052.9, rel=1e-4)
    assert float(incident.pressure) == pytest.approx(7.2897e6, rel=1e-3)
    assert float(incident.temperature) == pytest.approx(2615.79, rel=1e-3)
    wall = reflected_shock(ahead, incident, air)
    assert float(wall.pressure) == pytest.approx(59.375e6, rel=2e-3)
    assert float(wall.temperature) == pytest.approx(4529.8, rel=1e-3)
    assert float(wall.speed) == 0.0
    supply = air.state_from_entropy(pressure=jnp.asarray(34.37e6), entropy=wall.entropy)
    assert float(supply.temperature) == pytest.approx(4143.27, rel=1e-3)
    assert float(supply.enthalpy - ahead.enthalpy) == pytest.approx(5.43258e6, rel=1e-3)


def test_published_shock_of_frozen_gas():
    """ESTCn manual, frozen gas of N2 and O2; its numbers are those of O2 0.79, N2 0.21 (1.5616 kg/m^3)."""
    exchanged = {"N2": 0.21, "O2": 0.79}
    air = FrozenAir.of(exchanged)
    ahead = unreacted(exchanged, air, 125e3, 300.0, 2414.0)
    behind = shocked(ahead, air)
    assert float(ahead.density) == pytest.approx(1.5616, rel=1e-4)
    assert float(behind.pressure) == pytest.approx(7.8815e6, rel=1e-4)
    assert float(behind.temperature) == pytest.approx(2792.97, rel=1e-4)
    assert float(ahead.speed - behind.speed) == pytest.approx(2057.56, rel=1e-4)


CEA_7 = (
    (1100.0, 0.10933e5, 1528.52, 666.38, 0.25904e5, 2108.38),
    (1200.0, 0.16423e5, 1816.43, 575.19, 0.48321e5, 2576.82),
    (1250.0, 0.18722e5, 1930.79, 558.80, 0.58319e5, 2712.20),
    (1300.0, 0.21039e5, 2040.82, 546.82, 0.68801e5, 2829.43),
    (1350.0, 0.23424e5, 2147.14, 536.92, 0.80089e5, 2936.81),
    (1400.0, 0.25908e5, 2249.06, 527.83, 0.92469e5, 3039.45),
)


def test_published_burning_shocks():
    """NASA RP-1311, example 7: H2 0.05, O2 0.05, Ar 0.90 at 10 mmHg; it burns behind the shock."""
    composition = {"H2": 0.05, "O2": 0.05, "Ar": 0.90}
    air = EquilibriumMixture.of(composition)
    incident, reflected = eqx.filter_jit(shocked), eqx.filter_jit(reflected_shock)
    for speed, pressure, temperature, behind_speed, wall_pressure, wall_temperature in CEA_7:
        ahead = unreacted(composition, air, 1333.22, 300.0, speed)
        behind = incident(ahead, air)
        wall = reflected(ahead, behind, air)
        assert bool(wall.within)
        assert float(behind.pressure) == pytest.approx(pressure, rel=1e-4)
        assert float(behind.temperature) == pytest.approx(temperature, rel=1e-4)
        assert float(behind.speed) == pytest.approx(behind_speed, rel=1e-4)
        assert float(wall.pressure) == pytest.approx(wall_pressure, rel=1e-4)
        assert float(wall.temperature) == pytest.approx(wall_temperature, rel=1e-4)


def test_reflected_shock_keeps_mass_momentum_and_energy(air, stream):
    """In the frame of the reflected shock; and the perfect gas in closed form."""
    for model in (air, PerfectAir()):
        ahead = upstream_state(stream(1000.0, 300.0, 3000.0), model)
        behind = shocked(ahead, model)
        wall = reflected_shock(ahead, behind, model)
        moving = reflected_shock_speed(ahead, behind, wall)
        inflow = moving + ahead.speed - behind.speed
        assert float(wall.density * moving) == pytest.approx(float(behind.density * inflow), rel=1e-9)
        force = behind.pressure + behind.density * inflow**2
        assert float(wall.pressure + wall.density * moving**2) == pytest.approx(float(force), rel=1e-9)
        assert float(wall.enthalpy + 0.5 * moving**2) == pytest.approx(
            float(behind.enthalpy + 0.5 * inflow**2), rel=1e-12
        )
    jump = float(behind.pressure / ahead.pressure)
    assert float(wall.pressure / behind.pressure) == pytest.approx(
        (8.0 * jump - 1.0) / (jump + 6.0), rel=1e-4
    )


def test_published_shock_of_huber(air, stream):
    """NACA TN 4352 Table IV and ESTCn with 13 species, as given in the ESTCn manual."""
    behind = shock(stream(59.0, 283.0, 11296.0), air)
    assert float(behind.pressure) == pytest.approx(86686.0, rel=5e-4)
    assert float(behind.temperature) == pytest.approx(12034.0, rel=5e-4)
    assert 11296.0 - float(behind.speed) == pytest.approx(10561.1, rel=1e-4)
    assert float(behind.pressure) == pytest.approx(86.5e3, rel=3e-3)
    assert float(behind.temperature) == pytest.approx(12000.0, rel=5e-3)


@pytest.mark.parametrize(
    ("mach", "pressure", "density", "temperature"),
    [
        (1.5, 2.4583333, 1.8620690, 1.3202160),
        (3.0, 10.333333, 3.8571429, 2.6790123),
        (10.0, 116.5, 5.7142857, 20.3875),
    ],
)
def test_perfect_gas_in_closed_form(stream, mach, pressure, density, temperature):
    """NACA Report 1135, Table II."""
    point = stream(1e3, 250.0, mach * float(stream(1e3, 250.0, 1.0).sound_speed))
    closed = perfect_gas_normal_shock(point)
    constant = float(point.pressure / point.density / point.temperature)
    solved = shock(point, PerfectAir(gas_constant=constant))
    for behind in (closed, solved):
        assert float(behind.pressure / point.pressure) == pytest.approx(pressure, rel=1e-6)
        assert float(behind.density / point.density) == pytest.approx(density, rel=1e-6)
        assert float(behind.temperature / point.temperature) == pytest.approx(temperature, rel=1e-6)
        assert float(behind.electron_density) == 0.0


def test_temperatures_are_ordered(air, stream):
    point = stream(75.9, 270.65, 4000.0)
    equilibrium, frozen = shock(point, air), shock(point, FrozenAir.load())
    assert equilibrium.temperature < frozen.temperature < perfect_gas_normal_shock(point).temperature
    assert equilibrium.density > frozen.density


def test_subsonic_stream_is_returned(air, stream):
    point = stream(101325.0, 288.15, 200.0)
    behind = shock(point, air)
    assert float(behind.pressure) == 101325.0
    assert float(behind.speed) == 200.0


def test_derivatives_against_differences(air, stream):
    """Through the implicit solution, for the table and for Cantera behind a callback."""
    mixture = EquilibriumMixture.of(STANDARD_AIR)

    def outcome(model, speed):
        behind = shocked(unreacted(STANDARD_AIR, model, 75.9, 270.65, speed), model)
        return jnp.stack([behind.temperature / 1e3, behind.density, behind.electron_density / 1e20])

    for model, tolerance in ((air, 2e-4), (mixture, 2e-3)):
        function = eqx.filter_jit(lambda speed, model=model: outcome(model, speed))
        speed, step = jnp.asarray(6000.0), 5.0
        slope = eqx.filter_jit(jax.jacfwd(function))(speed)
        differences = (function(speed + step) - function(speed - step)) / (2.0 * step)
        assert np.allclose(slope, differences, rtol=tolerance)
        if model is air:
            reverse = jax.jit(jax.grad(lambda speed: outcome(air, speed)[0]))(speed)
            assert float(reverse) == pytest.approx(float(slope[0]), rel=1e-9)


def test_gradients_are_finite(air, stream):
    slope = jax.jit(jax.grad(lambda u: normal_shock(stream(75.9, 270.65, u), air).temperature))
    assert float(slope(jnp.asarray(5000.0))) == pytest.approx(0.55, abs=0.5)
    assert all(bool(jnp.isfinite(slope(jnp.asarray(u)))) for u in (100.0, 400.0, 11000.0))
