"""Free electrons: exchange of energy with heavy particles by elastic collisions."""

import math
from typing import ClassVar, Self

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import (
    AVOGADRO,
    BOLTZMANN,
    ELECTRON_MASS,
    ELEMENTARY_CHARGE,
    GAS_CONSTANT,
    VACUUM_PERMITTIVITY,
    Array,
    Float,
    Scalar,
    load_yaml,
)
from boostglide.gas.species import load_species

LEAST_COULOMB_LOGARITHM = 1.0
DATA = "gas/electron_cross_sections.yaml"
NAME = "e-"


class ElectronExchange(eqx.Module):
    """Energy that heavy particles give to free electrons by elastic collisions.

    Parameters
    ----------
    electron
        Number of the electron among the species, None where there is none.
    fit
        Coefficients of the cross section of each neutral species, a + b Te + c Te^2 [m^2], by power.
    is_ion
        1 for ions, else 0 [-].
    molar_mass
        Molar mass of each species [kg/mol].
    highest_temperature
        Electron temperature above which cross sections of neutral species are kept [K].
    """

    electron: int | None = eqx.field(static=True)
    fit: Float[Array, "species 3"]
    is_ion: Float[Array, " species"]
    molar_mass: Float[Array, " species"]
    highest_temperature: Scalar
    references: ClassVar[tuple[str, ...]] = ("gnoffo1989",)

    @classmethod
    def of(cls, names: tuple[str, ...]) -> Self:
        """Exchange in a gas of named species; neutral species without data take no part."""
        data = load_yaml(DATA)
        fits = [data["cross_sections"].get(name, (0.0, 0.0, 0.0)) for name in names]
        ions = [float(name.endswith("+")) for name in names]
        mass = [each.molar_mass for each in load_species(names)]
        electron = names.index(NAME) if NAME in names else None
        arrays = (jnp.asarray(each, dtype=float) for each in (fits, ions, mass, data["highest_temperature"]))
        return cls(electron, *arrays)

    def collision_frequency(
        self, electron_temperature: Scalar, concentration: Float[Array, " species"]
    ) -> Float[Array, " species"]:
        """Frequency at which an electron meets each species [1/s].

        Parameters
        ----------
        electron_temperature
            Temperature of the electrons [K].
        concentration
            Of the species [mol/m^3].

        References
        ----------
        gnoffo1989 (equations 65 and 66, table 5; for ions in SI units).
        """
        thermal = float(BOLTZMANN) * electron_temperature
        fitted = jnp.minimum(electron_temperature, self.highest_temperature)
        section = self.fit @ jnp.stack([jnp.ones_like(fitted), fitted, fitted**2])
        speed = jnp.sqrt(8.0 * thermal / (math.pi * float(ELECTRON_MASS)))
        # e^2 of Gaussian units
        charge = float(ELEMENTARY_CHARGE) ** 2 / (4.0 * math.pi * float(VACUUM_PERMITTIVITY))
        assert self.electron is not None  # noqa: S101
        electrons = jnp.maximum(concentration[self.electron] * float(AVOGADRO), 1.0)
        logarithm = jnp.log(thermal**3 / (math.pi * electrons * charge**3))
        coulomb = jnp.maximum(logarithm, LEAST_COULOMB_LOGARITHM) * charge**2 / (2.0 * thermal) ** 1.5
        ion = 8.0 / 3.0 * math.sqrt(math.pi / float(ELECTRON_MASS)) * coulomb
        return float(AVOGADRO) * concentration * (section * speed + self.is_ion * ion)

    def power(
        self, temperature: Scalar, electron_temperature: Scalar, concentration: Float[Array, " species"]
    ) -> Scalar:
        """Power that electrons gain from heavy particles [W/m^3].

        Parameters
        ----------
        temperature
            Of the heavy particles [K].
        electron_temperature
            Of the electrons [K].
        concentration
            Of the species [mol/m^3].

        References
        ----------
        gnoffo1989 (equation 64: three halves k times the share 2 m_e/m of the difference in each collision).
        """
        if self.electron is None:
            return jnp.zeros_like(temperature)
        density = concentration[self.electron] * self.molar_mass[self.electron]
        frequency = self.collision_frequency(electron_temperature, concentration)
        share = jnp.sum(frequency / self.molar_mass)
        return 3.0 * float(GAS_CONSTANT) * density * (temperature - electron_temperature) * share
