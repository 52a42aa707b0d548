"""The speed from which the nose layer stops a band."""

from collections.abc import Sequence

import jax
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar
from boostglide.gas import EquilibriumAir, normal_shock
from boostglide.planet import StandardAtmosphere1976
from boostglide.plasma.bands import RadioBand
from boostglide.plasma.medium import critical_density
from boostglide.plasma.nose import nose_state


def onset_speed(
    altitude: Scalar,
    band: RadioBand,
    air: EquilibriumAir,
    atmosphere: StandardAtmosphere1976,
    range_of_speed: Sequence[float] = (500.0, 12000.0),
    alkali_fraction: Scalar | float = 0.0,
) -> Scalar:
    """Speed at which the equilibrium nose layer reaches the critical density of a band.

    Parameters
    ----------
    altitude
        Geometric altitude [m], up to about 90 km.
    band
        Radio band.
    air
        Air in equilibrium.
    atmosphere
        Standard atmosphere.
    range_of_speed
        Slowest and fastest speed of the search [m/s].
    alkali_fraction
        Share of sodium in the particles of the layer [-].

    Returns
    -------
    Speed [m/s]; not a number where the layer does not reach the critical density in the range of speed.

    References
    ----------
    as `blackout_at`; bisection on the logarithm of the electron density, 45 halvings.
    """
    ambient = atmosphere(jnp.asarray(altitude, dtype=float))
    target = critical_density(band.frequency)

    def halve(_: int, bounds: tuple[Scalar, Scalar]) -> tuple[Scalar, Scalar]:
        middle = 0.5 * (bounds[0] + bounds[1])
        point = Freestream(*ambient, middle)
        nose = nose_state(normal_shock(point, air), air, alkali_fraction)
        dense = nose.electron_density > target
        return jnp.where(dense, bounds[0], middle), jnp.where(dense, middle, bounds[1])

    low, high = (jnp.full_like(ambient.density, speed) for speed in range_of_speed)
    start, end = jax.lax.fori_loop(0, 45, halve, (low, high))
    return jnp.where((start > low) & (end < high), 0.5 * (start + end), jnp.nan)
