"""Relaxation of molecular vibration by collisions, after Landau, Teller, Millikan, White and Park."""

import abc
import math
from typing import ClassVar, Self

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import AVOGADRO, GAS_CONSTANT, Array, Float, Scalar
from boostglide.gas.kinetics.relaxation_data import (
    ATMOSPHERE,
    VibrationalRelaxationData,
)
from boostglide.gas.species import load_species

LOG_LIMIT = math.log(50000.0)
LOG_SCALE = 18.42
COLDEST = 50.0
"""Temperatures below [K] count as this one in relaxation times and vibrational energies."""

FIELDS = ("slope", "offset", "cross_section", "exponent", "speed_mass")


class AbstractRelaxation(eqx.Module):
    """How the vibration of the molecules of a gas gains energy in collisions."""

    vibrators: eqx.AbstractVar[tuple[int, ...]]

    @abc.abstractmethod
    def exchange(
        self, temperature: Scalar, vibrational_temperature: Float[Array, " molecule"]
    ) -> Float[Array, "molecule species"]:
        """What collisions with each species give to each molecule, over both concentrations [W m^3/mol^2].

        Parameters
        ----------
        temperature
            Of translation [K].
        vibrational_temperature
            Of each molecule [K].
        """


class VibrationalRelaxation(AbstractRelaxation):
    """Landau-Teller relaxation of each molecule of a gas towards the translational temperature.

    The time of a pair is that of Millikan and White plus Park's limit 1/(n sigma c), n being the number of
    heavy particles in a volume, sigma = omega (50000 K / T)^2 and c the mean speed; the rate of a molecule
    is the mean over its heavy colliders, weighted by their mole fractions. Vibrational energies are those
    of harmonic oscillators.

    Publications differ in the mass of the mean speed and in the limit; `load_vibrational_relaxation` has
    them.

    Parameters
    ----------
    vibrators
        Numbers of the molecules among the species.
    vibrational_temperature
        Characteristic temperature of each molecule [K].
    slope, shift
        Coefficients a [K^(1/3)] and b [K^(-1/3)] of each molecule and collider.
    limiting_section
        Park's cross section omega of each pair at 50000 K [m^2].
    section_exponent
        Power with which it falls with temperature [-].
    speed_mass
        Molar mass in the mean speed of each pair [kg/mol].
    is_heavy
        1 for all species but the electron [-].

    References
    ----------
    millikan1963, park1993, park1990, gnoffo1989.
    """

    vibrators: tuple[int, ...] = eqx.field(static=True)
    vibrational_temperature: Float[Array, " molecule"]
    slope: Float[Array, "molecule species"]
    shift: Float[Array, "molecule species"]
    limiting_section: Float[Array, "molecule species"]
    section_exponent: Float[Array, "molecule species"]
    speed_mass: Float[Array, "molecule species"]
    is_heavy: Float[Array, " species"]
    references: ClassVar[tuple[str, ...]] = ("millikan1963", "park1993", "park1990", "gnoffo1989")

    @classmethod
    def of(cls, names: tuple[str, ...], data: VibrationalRelaxationData) -> Self:
        """Relaxation in a gas of named species by published constants."""
        species = load_species(names)
        vibrators = tuple(n for n, each in enumerate(species) if each.name in data.molecules)
        molecules = [species[n] for n in vibrators]
        tables = [_table([each.name for each in molecules], names, data, field) for field in FIELDS]
        arrays = (
            [data.vibrational_temperature[each.name] for each in molecules],
            *tables,
            [float(each.atoms > 0) for each in species],
        )
        return cls(vibrators, *(jnp.asarray(each, dtype=float) for each in arrays))

    def times(
        self, temperature: Scalar, concentration: Float[Array, " species"]
    ) -> Float[Array, " molecule"]:
        """Relaxation time of each molecule [s].

        Parameters
        ----------
        temperature
            Of translation [K].
        concentration
            Of the species [mol/m^3].

        Returns
        -------
        Float
            Times [s].
        """
        return 1.0 / (self.coefficients(temperature) @ concentration)

    def coefficients(self, temperature: Scalar) -> Float[Array, "molecule species"]:
        """Inverse relaxation time of each pair over the concentration of the collider [m^3/mol/s].

        Parameters
        ----------
        temperature
            Of translation [K].

        References
        ----------
        millikan1963 (equation 1), park1993 (equations 1 to 3), gnoffo1989 (equations 55 to 58).
        """
        temperature = jnp.maximum(temperature, COLDEST)
        logarithm = jnp.log(temperature)
        cool = jnp.exp(self.slope * (jnp.exp(-logarithm / 3.0) - self.shift) - LOG_SCALE)
        cool *= ATMOSPHERE / (float(GAS_CONSTANT) * temperature)
        section = self.limiting_section * jnp.exp(self.section_exponent * (LOG_LIMIT - logarithm))
        speed = jnp.sqrt(8.0 * float(GAS_CONSTANT) * temperature / np.pi) / jnp.sqrt(self.speed_mass)
        return self.is_heavy[None] / (cool + 1.0 / (float(AVOGADRO) * section * speed))

    def energy(self, temperature: Float[Array, " molecule"]) -> Float[Array, " molecule"]:
        """Vibrational energy of harmonic oscillators at temperatures [K], zero at rest [J/mol]."""
        ratio = self.vibrational_temperature / jnp.maximum(temperature, COLDEST)
        return float(GAS_CONSTANT) * self.vibrational_temperature / jnp.expm1(ratio)

    def exchange(
        self, temperature: Scalar, vibrational_temperature: Float[Array, " molecule"]
    ) -> Float[Array, "molecule species"]:
        """What collisions with each species give to each molecule, over both concentrations [W m^3/mol^2].

        Parameters
        ----------
        temperature
            Of translation [K].
        vibrational_temperature
            Of each molecule [K].

        References
        ----------
        gnoffo1989 (equation 53, after Landau and Teller).
        """
        hot = self.energy(jnp.broadcast_to(temperature, vibrational_temperature.shape))
        return (hot - self.energy(vibrational_temperature))[:, None] * self.coefficients(temperature)


def _table(
    molecules: list[str], names: tuple[str, ...], data: VibrationalRelaxationData, field: str
) -> np.ndarray:
    """One constant of all pairs; ones stand where electrons would collide, whose weight is zero."""
    pairs = [[data.pairs.get((molecule, name)) for name in names] for molecule in molecules]
    values = [[getattr(pair, field) if pair else 1.0 for pair in row] for row in pairs]
    return np.array(values, dtype=float).reshape(len(molecules), len(names))
