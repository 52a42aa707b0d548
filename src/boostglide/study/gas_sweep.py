"""A gas in equilibrium over temperature, as the surroundings of one state."""

from collections.abc import Mapping, Sequence

import jax
import jax.numpy as jnp
import numpy as np
import xarray as xr

from boostglide.core import AVOGADRO, GAS_CONSTANT
from boostglide.gas import SpeciesThermodynamics, equilibrium_composition

COLDEST, HOTTEST = 250.0, 20000.0
POINTS = 100


def equilibrium_sweep(
    composition: Mapping[str, float], pressure: float, at_temperatures: Sequence[float] | None = None
) -> xr.Dataset:
    """A gas in equilibrium at one pressure over temperature.

    Parameters
    ----------
    composition
        Mole fractions of the undissociated gas by species [-].
    pressure
        Pressure [Pa].
    at_temperatures
        Temperatures, 250 to 20000 [K]; a hundred over the whole range if none are given.

    Returns
    -------
    Dataset
        Over ``temperature`` and ``species``: mole fractions, density, enthalpy, heat capacity at constant
        pressure with reactions, and electron density, in SI.
    """
    chosen = np.linspace(COLDEST, HOTTEST, POINTS) if at_temperatures is None else at_temperatures
    points = np.asarray(chosen, float)
    found = [equilibrium_composition(composition, float(point), pressure) for point in points]
    names = tuple(found[0])
    fractions = np.array([[each[name] for name in names] for each in found])
    gas = SpeciesThermodynamics.load(names)
    masses = fractions * np.asarray(gas.molar_mass)
    molar_mass = masses.sum(axis=1)
    enthalpies = np.asarray(jax.vmap(gas.enthalpy)(jnp.asarray(points)))
    enthalpy = (masses * enthalpies).sum(axis=1) / molar_mass
    moles = pressure / (float(GAS_CONSTANT) * points)
    electrons = fractions[:, names.index("e-")] if "e-" in names else np.zeros_like(points)
    return xr.Dataset(
        {
            "mole_fraction": (("temperature", "species"), fractions, _facts("1", "mole fraction")),
            "density": ("temperature", moles * molar_mass, _facts("kg/m^3", "density")),
            "enthalpy": ("temperature", enthalpy, _facts("J/kg", "enthalpy, elements at 298.15 K are zero")),
            "heat_capacity": (
                "temperature", np.gradient(enthalpy, points),
                _facts("J/kg/K", "heat capacity at constant pressure, reactions included"),
            ),
            "electron_density": (
                "temperature", electrons * moles * float(AVOGADRO), _facts("1/m^3", "electron density"),
            ),
        },
        coords={
            "temperature": ("temperature", points, _facts("K", "temperature")), "species": list(names),
        },
        attrs={"pressure": pressure},
    )  # fmt: skip


def _facts(units: str, long_name: str) -> dict[str, str]:
    return {"units": units, "long_name": long_name}
