import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.plasma import absorption, attenuation, permittivity, slab_transmission

slab = jax.jit(slab_transmission)


def values(*numbers):
    return tuple(jnp.asarray(number, dtype=float) for number in numbers)


@pytest.mark.parametrize(
    ("gigahertz", "published"), [(0.1, 0.010), (0.5, 0.011), (1, 0.012), (2, 0.018), (4, 0.185), (8, 0.995)]
)
def test_published_transmission(gigahertz, published):
    """Table 4 of arXiv 2512.18163 as transcribed: 2.31e17 per m^3, 2.53 cm, absorption only."""
    loss = float(absorption(*values(2.31e17, 1e7, 0.0253, gigahertz * 1e9)))
    assert 10 ** (-loss / 10) == pytest.approx(published, rel=0.045)


@pytest.mark.parametrize("density", [1e15, 3e16, 1e17, 1e18])
@pytest.mark.parametrize("collisions", [1e6, 1e9, 1e11])
def test_against_the_wave_equation(density, collisions):
    """E'' + k^2 eps E = 0 across the layer by a fine Runge-Kutta march from the far side."""
    frequency, thickness = 1.57542e9, 0.04
    result = slab(*values(density, collisions, thickness, frequency))
    k = 2 * np.pi * frequency / 299792458.0
    eps = complex(permittivity(*values(density, collisions, frequency)))
    field, slope, steps = 1.0 + 0j, 1j * k, 4000
    h = -thickness / steps
    dissipated = 0.0
    for _ in range(steps):
        before = abs(field) ** 2
        k1 = (slope, -(k**2) * eps * field)
        k2 = (slope + h / 2 * k1[1], -(k**2) * eps * (field + h / 2 * k1[0]))
        k3 = (slope + h / 2 * k2[1], -(k**2) * eps * (field + h / 2 * k2[0]))
        k4 = (slope + h * k3[1], -(k**2) * eps * (field + h * k3[0]))
        field += h / 6 * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0])
        slope += h / 6 * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1])
        dissipated += -h * 0.5 * (before + abs(field) ** 2)
    incoming = 0.5 * (field + slope / (1j * k))
    outgoing = 0.5 * (field - slope / (1j * k))
    reflected = abs(outgoing / incoming) ** 2
    transmitted = 1 / abs(incoming) ** 2
    absorbed = k * eps.imag * dissipated / abs(incoming) ** 2
    assert float(result.reflected) == pytest.approx(reflected, rel=1e-4, abs=1e-9)
    assert float(result.transmitted) == pytest.approx(transmitted, rel=1e-4)
    assert float(result.absorbed) == pytest.approx(absorbed, rel=2e-3, abs=1e-9)
    assert float(result.attenuation) == pytest.approx(-10 * np.log10(transmitted), abs=1e-3)


def test_energy_is_conserved_and_shares_are_shares():
    densities = jnp.geomspace(1e12, 1e21, 60)
    for collisions in (0.0, 1e8, 1e12):
        result = jax.jit(jax.vmap(slab_transmission, (0, None, None, None)))(
            densities, *values(collisions, 0.03, 2.25e9)
        )
        for share in (result.reflected, result.transmitted, result.absorbed):
            assert bool(jnp.all((share >= -1e-12) & (share <= 1.0 + 1e-12)))
        total = result.reflected + result.transmitted + result.absorbed
        assert float(jnp.max(jnp.abs(total - 1.0))) < 1e-12
        if collisions == 0.0:
            assert float(jnp.max(jnp.abs(result.absorbed))) < 1e-9


def test_thick_layers_do_not_overflow():
    result = slab(*values(1e20, 1e10, 5.0, 1e9))
    assert float(result.transmitted) == 0.0
    assert float(result.attenuation) > 1e4
    slope = jax.grad(lambda d: attenuation(d, *values(1e10, 5.0, 1e9)))(jnp.asarray(1e20))
    assert bool(jnp.isfinite(slope))


def test_two_forms_meet_in_a_thin_medium():
    arguments = values(1e15, 1e10, 0.5, 3.5e10)
    assert float(attenuation(*arguments)) == pytest.approx(float(absorption(*arguments)), rel=1e-3)
