"""Skin friction against incompressible plates and exact laminar compressible layers."""

import jax.numpy as jnp
import numpy as np
import pytest
from scipy.integrate import solve_bvp

from boostglide.planet import dynamic_viscosity, mean_free_path
from boostglide.vehicle import Edge, friction_coefficient, newtonian_edge, reynolds_of_knudsen

PLATE = Edge(jnp.asarray(1.0), jnp.asarray(1.0), jnp.asarray(1.0))


def number(value):
    return jnp.asarray(value, dtype=float)


def friction(mach, reynolds, wall=1.0, transition=1e99, temperature=220.0):
    return float(
        friction_coefficient(
            PLATE,
            number(mach),
            number(reynolds),
            temperature=temperature,
            wall_temperature=wall * temperature,
            transition_reynolds=transition,
        )
    )


def test_slow_laminar_plate_is_that_of_blasius():
    assert friction(1e-3, 1e5) == pytest.approx(0.664 / np.sqrt(1e5), rel=1e-4)


def test_slow_turbulent_plate_is_that_of_schultz_grunow():
    """0.370 / 7^2.584 = 0.002424 at ten million."""
    assert friction(1e-3, 1e7, transition=1e6) == pytest.approx(0.002424, rel=1e-3)
    assert friction(1e-3, 0.9e6, transition=1e6) == pytest.approx(0.664 / np.sqrt(0.9e6), rel=1e-4)


def exact_plate(mach, wall, temperature=220.0, prandtl=0.72):
    """Shear times the root of the Reynolds number of a laminar plate: similar equations, Sutherland's law."""

    def product(ratio):
        """Density times viscosity over that at the edge."""
        return np.sqrt(ratio) * (temperature + 110.4) / (ratio * temperature + 110.4)

    def slope(_, state):
        f, speed, stress, ratio, flux = state
        c = product(np.maximum(ratio, 0.1))
        bend = stress / c
        return [
            speed,
            bend,
            -f * bend,
            prandtl * flux / c,
            -f * prandtl * flux / c - c * 0.4 * mach**2 * bend**2,
        ]

    def ends(left, right):
        return [left[0], left[1], left[3] - wall, right[1] - 1, right[3] - 1]

    eta = np.linspace(0, 8, 120)
    speed = 1 - np.exp(-eta)
    hump = wall + (1 - wall) * speed + 0.17 * mach**2 * speed * (1 - speed)
    guess = np.array([eta - speed, speed, 0.5 * np.exp(-eta), hump, 0 * eta])
    result = solve_bvp(slope, ends, eta, guess, tol=1e-5, max_nodes=20000)
    assert result.success
    return np.sqrt(2) * result.y[2, 0]


@pytest.mark.parametrize(("mach", "wall"), [(0.1, 1.0), (4.0, 2.0), (8.0, 4.0), (10.0, 8.0)])
def test_laminar_plate_is_near_the_exact_layer(mach, wall):
    assert friction(mach, 1e6, wall) * 1e3 == pytest.approx(exact_plate(mach, wall), rel=0.04)


def test_edge_keeps_the_speed_along_the_surface_and_the_energy():
    mach, sine = 10.0, 0.3
    edge = newtonian_edge(number(mach), number(sine), number(0.18), 1.4)
    assert float(edge.speed_ratio) ** 2 == pytest.approx(1 - sine**2)
    total = 1 + 0.2 * mach**2
    assert float(edge.temperature_ratio) + 0.2 * mach**2 * float(edge.speed_ratio) ** 2 == pytest.approx(
        total
    )
    assert float(edge.pressure_ratio) == pytest.approx(1 + 0.7 * mach**2 * 0.18)


@pytest.mark.parametrize("temperature", [200.0, 250.0, 300.0])
def test_reynolds_number_of_a_knudsen_number_agrees_with_the_standard_atmosphere(temperature):
    pressure = 10.0
    sound = np.sqrt(1.4 * 287.05 * temperature)
    density, speed = pressure / (287.05 * temperature), 12 * sound
    reynolds = density * speed / float(dynamic_viscosity(number(temperature)))
    knudsen = mean_free_path(number(pressure), number(temperature))
    assert float(reynolds_of_knudsen(number(12.0), knudsen)) == pytest.approx(reynolds, rel=0.15)
