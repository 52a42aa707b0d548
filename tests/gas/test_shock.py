import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas import (
    FrozenAir,
    PerfectAir,
    normal_shock,
    perfect_gas_normal_shock,
    reflected_shock,
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
    """NASA cea 3.3, another code with its own thermodynamic data, same composition without argon."""
    cea = pytest.importorskip("cea")
    reactants = cea.Mixture(["N2", "O2"], ions=True)
    products = cea.Mixture(["N2", "O2"], products_from_reactants=True, ions=True)
    solver = cea.ShockSolver(products, reactants=reactants, ions=True)
    solution = cea.ShockSolution(solver)
    weights = reactants.moles_to_weights(np.array([0.79, 0.21]))
    solver.solve(solution, weights, 240.0, pressure / 1e5, u1=speed)
    behind = shock(stream(pressure, 240.0, speed), air)
    assert float(behind.temperature) == pytest.approx(solution.T[1], rel=5e-3)
    assert float(behind.pressure) == pytest.approx(solution.P[1] * 1e5, rel=2e-3)


def test_published_shock_tunnel_chain(air, stream):
    """ESTCn manual, T4 condition, 5-species air: incident shock, reflected shock, relaxation to 34.37 MPa."""
    ahead = upstream_state(stream(125e3, 300.0, 2414.0), air)
    incident = shocked(ahead, air)
    assert float(incident.pressure) == pytest.approx(7.2897e6, rel=1e-3)
    assert float(incident.temperature) == pytest.approx(2615.79, rel=1e-3)
    wall = reflected_shock(ahead, incident, air)
    assert float(wall.pressure) == pytest.approx(59.375e6, rel=2e-3)
    assert float(wall.temperature) == pytest.approx(4529.8, rel=1e-3)
    assert float(wall.speed) == 0.0
    supply = air.state_from_entropy(pressure=jnp.asarray(34.37e6), entropy=wall.entropy)
    assert float(supply.temperature) == pytest.approx(4143.27, rel=1e-3)
    assert float(supply.enthalpy - ahead.enthalpy) == pytest.approx(5.43258e6, rel=1e-3)


def test_published_shock_of_huber(air, stream):
    """NACA TN 4352 Table IV as quoted by the ESTCn manual: 86.5 kPa and 12000 K, with argon."""
    behind = shock(stream(59.0, 283.0, 11296.0), air)
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
    solved = shock(point, PerfectAir(gas_constant=8.31446261815324 / 0.02885064))
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


def test_gradients_are_finite(air, stream):
    slope = jax.jit(jax.grad(lambda u: normal_shock(stream(75.9, 270.65, u), air).temperature))
    assert float(slope(jnp.asarray(5000.0))) == pytest.approx(0.55, abs=0.5)
    assert all(bool(jnp.isfinite(slope(jnp.asarray(u)))) for u in (100.0, 400.0, 11000.0))
