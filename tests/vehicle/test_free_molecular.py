"""Free-molecular pressure and shear against integrals over the molecules, and bodies in closed form."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import erf

from boostglide.vehicle import (
    SurfaceSettings,
    force_coefficients,
    free_molecular_coefficients,
    rarefaction_share,
    speed_ratio,
)
from boostglide.vehicle.panels import arc, revolve


def number(value):
    return jnp.asarray(value, dtype=float)


def from_molecules(ratio, inclination, wall, normal, tangential):
    """Momentum that molecules of a drifting Maxwell distribution bring and, after reflection, take along.

    Velocities are in units of the most probable speed, pressures in those of density times its square.
    """
    drift, slide = ratio * inclination, ratio * np.sqrt(1 - inclination**2)
    flux, push = (
        quad(
            lambda u, k=k: u**k * np.exp(-((u - drift) ** 2)) / np.sqrt(np.pi),
            0,
            drift + 12 if drift > 0 else 12,
        )[0]
        for k in (1, 2)
    )
    diffuse = flux * np.sqrt(wall) * np.sqrt(np.pi) / 2
    pressure = (2 - normal) * push + normal * diffuse
    return 2 * pressure / ratio**2, 2 * tangential * flux * slide / ratio**2


@pytest.mark.parametrize("inclination", [-0.3, 0.0, 0.05, 0.7, 1.0])
@pytest.mark.parametrize(("normal", "tangential"), [(1.0, 1.0), (0.8, 0.6), (0.0, 0.0)])
def test_coefficients_are_integrals_over_the_molecules(inclination, normal, tangential):
    ratio, wall = 4.0, 3.0
    got = free_molecular_coefficients(
        number(ratio),
        number(inclination),
        wall,
        normal_accommodation=normal,
        tangential_accommodation=tangential,
    )
    wanted = from_molecules(ratio, inclination, wall, normal, tangential)
    assert [*map(float, got)] == pytest.approx(wanted, rel=1e-7, abs=1e-12)


def test_a_plate_across_a_fast_cold_stream_takes_all_momentum():
    """Diffuse and cold: C_p = 2; mirror-like: 4."""
    for accommodation, wanted in ((1.0, 2.0), (0.0, 4.0)):
        pressure, shear = free_molecular_coefficients(
            number(300.0), number(1.0), 0.0, normal_accommodation=accommodation
        )
        assert float(pressure) == pytest.approx(wanted, rel=1e-4)
        assert float(shear) == 0


def test_drag_of_a_sphere_is_the_closed_form():
    """Schaaf and Chambré: diffuse reflection at a wall temperature."""
    mach, settings = 8.0, SurfaceSettings(temperature=250.0, wall_temperature=500.0)
    s, emitted = mach * np.sqrt(0.7), np.sqrt(2.0)
    wanted = (2 * s**2 + 1) / (np.sqrt(np.pi) * s**3) * np.exp(-(s**2))
    wanted += (4 * s**4 + 4 * s**2 - 1) / (2 * s**4) * erf(s) + 2 * np.sqrt(np.pi) * emitted / (3 * s)
    sphere = revolve([arc((1.0, 0.0), 1.0, 0.0, np.pi, 80)], 24)
    lift, drag = jax.jit(force_coefficients)(
        sphere, number(mach), number(0.3), jnp.array([10.0, 50.0]), number(np.pi), number(2.0), settings
    )
    np.testing.assert_allclose(drag, wanted, rtol=1e-3)
    np.testing.assert_allclose(lift, 0.0, atol=1e-3)
    assert float(speed_ratio(number(mach))) == pytest.approx(s)


def test_bridge_runs_from_nothing_to_all():
    """Wilmoth, Mitcheltree and Moss (1999): between Knudsen numbers of 0.001 and 10, half at their middle."""
    got = [float(rarefaction_share(number(10.0**k))) for k in (-6, -3, -1, 1, 3)]
    assert got == pytest.approx([0, 0, 0.5, 1, 1], abs=1e-15)
