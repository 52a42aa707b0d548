"""When the plasma in front of the nose blocks a radio band along a flown path."""

import equinox as eqx
import jax
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar, Time, TimeFlag, Trajectory
from boostglide.gas import SEIFF, EquilibriumAir, normal_shock
from boostglide.plasma.bands import RadioBand
from boostglide.plasma.collisions import collision_frequency
from boostglide.plasma.medium import critical_density
from boostglide.plasma.nose import nose_state
from boostglide.plasma.slab import slab_transmission

DEGRADED = 3.0
"""Loss from which a signal counts as degraded [dB]: half of its power is gone."""

ASSUMPTIONS = (
    "Electrons are those of equilibrium air at the stagnation point; above about 60 km this is an upper "
    "bound there, because ionisation lags behind.",
    "The layer is uniform, as thick as the shock stand-off distance and crossed straight ahead of the "
    "nose; antennas look through other parts of the flow.",
    "Along the afterbody, frozen electrons from the nose can stay denser than equilibrium there.",
    "Sodium and potassium from a heat shield raise the electron density strongly; their share in the "
    "layer is given (none by default) and no result of an ablation model.",
)


class BlackoutHistory(eqx.Module):
    """What the nose layer does to one band, at each time of a path.

    Parameters
    ----------
    electron_density
        Electrons in a volume at the stagnation point, equilibrium [1/m^3].
    collision_frequency
        Momentum-changing collisions of one electron [1/s].
    thickness
        Thickness of the layer, the shock stand-off distance [m].
    attenuation
        Loss with reflection at sharp faces [dB].
    absorption
        Loss along the path alone [dB].
    overdense
        Whether the electron density exceeds the critical density of the band.
    blocked
        Whether the attenuation exceeds the margin of the band.
    degraded
        Whether more than 3 dB are lost and the band is not blocked.
    within
        Whether the stagnation state lies in the range of the air model.
    excess
        Attenuation less margin [dB]; positive where blocked.
    """

    electron_density: Time
    collision_frequency: Time
    thickness: Time
    attenuation: Time
    absorption: Time
    overdense: TimeFlag
    blocked: TimeFlag
    degraded: TimeFlag
    within: TimeFlag
    excess: Time


def blackout_at(
    freestream: Freestream,
    nose_radius: Scalar,
    band: RadioBand,
    air: EquilibriumAir,
    alkali_fraction: Scalar | float = 0.0,
) -> BlackoutHistory:
    """What the nose layer does to one band at one point of a path; fields are scalars.

    Parameters
    ----------
    freestream
        Air ahead of the body.
    nose_radius
        Radius of the nose [m].
    band
        Radio band.
    air
        Air in equilibrium.
    alkali_fraction
        Share of sodium in the particles of the layer [-], 1e-6 to 1e-4 for common heat shields; illustrative.

    Returns
    -------
    Electron density, losses and flags; see the sentences in `ASSUMPTIONS`.

    References
    ----------
    seiff1962 (thickness), ginzburg1970 (permittivity), born1999 (layer), morabito2002 (practice).
    """
    shock = normal_shock(freestream, air)
    nose = nose_state(shock, air, alkali_fraction)
    thickness = SEIFF * nose_radius * freestream.density / shock.density
    collisions = collision_frequency(nose).total
    loss = slab_transmission(nose.electron_density, collisions, thickness, band.frequency)
    blocked = loss.attenuation > band.margin
    return BlackoutHistory(
        electron_density=nose.electron_density,
        collision_frequency=collisions,
        thickness=thickness,
        attenuation=loss.attenuation,
        absorption=loss.absorption,
        overdense=nose.electron_density > critical_density(band.frequency),
        blocked=blocked,
        degraded=(loss.attenuation > DEGRADED) & ~blocked,
        within=nose.within,
        excess=loss.attenuation - band.margin,
    )


def blackout_along(
    trajectory: Trajectory,
    nose_radius: Scalar,
    band: RadioBand,
    air: EquilibriumAir,
    alkali_fraction: Scalar | float = 0.0,
) -> BlackoutHistory:
    """What the nose layer does to one band along a path.

    Parameters
    ----------
    trajectory
        Path with times on its only axis; batch with `jax.vmap`.
    nose_radius
        Radius of the nose [m].
    band
        Radio band.
    air
        Air in equilibrium.
    alkali_fraction
        Share of sodium in the particles of the layer [-].

    Returns
    -------
    History over the times of the path; see the sentences in `ASSUMPTIONS`.

    References
    ----------
    as `blackout_at`
    """
    radius = jnp.asarray(nose_radius, dtype=float)
    along = jax.vmap(lambda point: blackout_at(point, radius, band, air, alkali_fraction))
    return along(trajectory.freestream)
