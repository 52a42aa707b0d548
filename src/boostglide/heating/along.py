"""Heating of the stagnation point along a flown path."""

import equinox as eqx
import jax
import jax.numpy as jnp

from boostglide.core import Scalar, Time, TimeFlag, Trajectory
from boostglide.heating.air import HOTTEST_WALL
from boostglide.heating.checks import checked
from boostglide.heating.stagnation.base import AbstractStagnationHeating
from boostglide.heating.stagnation.sutton_graves import SuttonGraves
from boostglide.heating.wall import radiative_equilibrium_temperature


class HeatingHistory(eqx.Module):
    """Heating of one point of the body along a path.

    Parameters
    ----------
    time
        Time since the start of the path [s].
    heat_flux
        Convective heat flux into the radiating wall [W/m^2].
    cold_wall_heat_flux
        Convective heat flux that a cold wall would take [W/m^2].
    wall_temperature
        Temperature at which the wall radiates all it takes in [K].
    heat_load
        Heat flux summed over time since the start [J/m^2].
    valid
        Whether the correlation and the wall model hold at each time [-].
    assumptions
        One sentence for each choice that the numbers rest on.
    """

    time: Time
    heat_flux: Time
    cold_wall_heat_flux: Time
    wall_temperature: Time
    heat_load: Time
    valid: TimeFlag
    assumptions: tuple[str, ...] = eqx.field(static=True, default=())


def heating_along(
    trajectory: Trajectory,
    nose_radius: Scalar | float,
    emissivity: Scalar | float,
    model: AbstractStagnationHeating | None = None,
) -> HeatingHistory:
    """Heat flux, wall temperature and heat load of the stagnation point along one path.

    The wall is thin and radiates to a cold sky. For a batch of paths, map this function with
    `equinox.filter_vmap`.

    Parameters
    ----------
    trajectory
        Path, flown or measured; at least two times.
    nose_radius
        Nose radius [m], above 0.
    emissivity
        Emissivity of the wall [-], above 0 and at most 1.
    model
        Correlation for the heat flux; Sutton and Graves if left out.

    Returns
    -------
    HeatingHistory
        Heating at each time; `valid` is false where the speed, the density, the nose radius or the Knudsen
        number leaves the range of the correlation, or the wall exceeds 4000 K.

    Raises
    ------
    ValueError
        If the nose radius or the emissivity is out of range.
    """
    radius = checked("nose_radius", nose_radius, 0.0, exclusive=True)
    emission = checked("emissivity", emissivity, 0.0, 1.0, exclusive=True)
    return _heating_along(trajectory, radius, emission, SuttonGraves() if model is None else model)


@eqx.filter_jit
def _heating_along(
    trajectory: Trajectory, nose_radius: Scalar, emissivity: Scalar, model: AbstractStagnationHeating
) -> HeatingHistory:
    stream = trajectory.freestream
    temperature = jax.vmap(
        lambda air: radiative_equilibrium_temperature(air, nose_radius, emissivity, model)
    )(stream)
    flux = model(stream, nose_radius, temperature)
    steps = 0.5 * (flux[1:] + flux[:-1]) * jnp.diff(trajectory.time)
    load = jnp.concatenate([jnp.zeros_like(flux[:1]), jnp.cumsum(steps)])
    valid = model.contains(stream, nose_radius) & (temperature <= HOTTEST_WALL)
    assumptions = (
        f"Stagnation-point heating follows `{model.name}`. {model.stated_error}",
        "The wall radiates all the heat it takes in to a cold sky; conduction, ablation and shock-layer "
        "radiation are left out.",
        "The enthalpy at the wall is that of undissociated air.",
    )
    cold = model.cold_wall(stream, nose_radius)
    return HeatingHistory(trajectory.time, flux, cold, temperature, load, valid, assumptions)
