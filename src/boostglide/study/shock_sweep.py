"""A normal shock over speed in three models of the gas, as the surroundings of one shock."""

from collections.abc import Mapping, Sequence

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import xarray as xr

from boostglide.core import Float, Scalar
from boostglide.gas import AbstractAir, GasState, shocked
from boostglide.study.shock_gas import GASES, gas_model

POINTS = 30
SLOWEST_MACH, SLOWEST_TOP = 1.5, 5000.0


def shock_sweep(
    composition: Mapping[str, float],
    *,
    pressure: float,
    temperature: float,
    speed: float,
    speeds: Sequence[float] | None = None,
) -> xr.Dataset:
    """A normal shock in one stream over speed, in perfect, frozen and equilibrium gas.

    Parameters
    ----------
    composition
        Mole fractions of the undissociated gas by species [-].
    pressure, temperature
        Pressure [Pa] and temperature [K] of the stream.
    speed
        Speed that the curves are to hold [m/s].
    speeds
        Speeds [m/s]; thirty about `speed` if none are given.

    Returns
    -------
    Dataset
        Over ``gas`` and ``speed``: temperature, density ratio and electron density behind the shock, in SI;
        NaN where a model has no answer.
    """
    models = {name: gas_model(name, composition, temperature).air for name in GASES}
    sound = float(_at(pressure, temperature, speed, models["frozen"]).sound_speed)
    if speeds is None:
        top = max(1.35 * speed, SLOWEST_TOP)
        speeds = np.linspace(min(SLOWEST_MACH * sound, 0.8 * speed), top, POINTS).tolist()
    points = jnp.asarray(speeds, dtype=float)
    rows = [np.asarray(_behind(model, pressure, temperature, points)) for model in models.values()]
    columns = np.stack(rows)
    names = (
        ("temperature", "K", "temperature of translation and rotation behind the shock"),
        ("density_ratio", "1", "density behind over density ahead"),
        ("electron_density", "1/m^3", "electron density behind the shock"),
    )
    return xr.Dataset(
        {
            name: (("gas", "speed"), columns[:, number], {"units": units, "long_name": words})
            for number, (name, units, words) in enumerate(names)
        },
        coords={
            "gas": list(models),
            "speed": ("speed", np.asarray(points), {"units": "m/s", "long_name": "speed across the shock"}),
        },
        attrs={"pressure": pressure, "temperature": temperature},
    )


def _at(pressure: float, temperature: float, speed: Scalar | float, air: AbstractAir) -> GasState:
    place = jnp.asarray(pressure, dtype=float), jnp.asarray(temperature, dtype=float)
    state = air.state(pressure=place[0], enthalpy=air.cold_enthalpy(place[1]))
    return eqx.tree_at(lambda each: each.speed, state, jnp.asarray(speed, dtype=float))


@eqx.filter_jit
def _behind(air: AbstractAir, pressure: float, temperature: float, speeds: Float) -> Float:
    """Temperature, density ratio and electron density behind the shock by speed."""

    def one(speed: Scalar) -> Float:
        ahead = _at(pressure, temperature, speed, air)
        behind = shocked(ahead, air)
        values = jnp.stack([behind.temperature, behind.density / ahead.density, behind.electron_density])
        return jnp.where(behind.within, values, jnp.nan)

    return jax.vmap(one)(speeds).T
