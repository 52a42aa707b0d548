"""Collision integrals of all pairs of particles of a gas, heavy ones and electrons, at one state."""

from collections.abc import Iterable
from typing import ClassVar, Self

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import BOLTZMANN, Array, Float, Scalar, load_yaml
from boostglide.gas.species import Species, load_species
from boostglide.gas.transport.coulomb import DATA, FEWEST_ELECTRONS, ScreenedCoulomb, debye_length
from boostglide.gas.transport.curves import Curves
from boostglide.gas.transport.integral_sets import (
    VARIANTS,
    PairCurves,
    pair_curves,
    stack,
    valid_temperatures,
)

ELECTRON = "e-"
SQUARE_ANGSTROM = 1e-20
ATMOSPHERE = 101325.0

Heavy = Float[Array, " heavy"]
Pairs = Float[Array, "heavy heavy"]


class HeavyIntegrals(eqx.Module):
    """Collision integrals of pairs of heavy particles.

    Parameters
    ----------
    diffusion
        Q11, the averaged cross section of diffusion [m^2].
    viscosity
        Q22, the averaged cross section of viscosity [m^2].
    b_star
        B* = (5 Q12 - 4 Q13) / Q11 [-].
    """

    diffusion: Pairs
    viscosity: Pairs
    b_star: Pairs


class ElectronIntegrals(eqx.Module):
    """Collision integrals of electrons with each heavy particle, and with each other.

    Parameters
    ----------
    first
        Q11 of electrons with each heavy particle [m^2].
    second, third, fourth, fifth
        Q12, Q13, Q14, Q15 of electrons with each heavy particle [m^2]; of neutral ones the last two are Q13.
    viscosity
        Q22 of electrons with each heavy particle [m^2].
    pair_diffusion, pair_22, pair_23, pair_24
        Q11, Q22, Q23, Q24 of two electrons [m^2].
    """

    first: Heavy
    second: Heavy
    third: Heavy
    fourth: Heavy
    fifth: Heavy
    viscosity: Heavy
    pair_diffusion: Scalar
    pair_22: Scalar
    pair_23: Scalar
    pair_24: Scalar


class CollisionIntegrals(eqx.Module):
    """Collision integrals of a gas by one of two published sets.

    `wright2005` covers air with argon, neutral and singly ionised; each pair follows its table between the
    points by a monotone cubic in ln Q over ln T, and its slope beyond (of electrons with neutral particles,
    the end value). Stated errors: 5 to 10 per cent for neutral pairs of the main particles, 20 to 25 per cent
    for other neutral pairs and for ions with neutral particles, 15 to 35 per cent for electrons. `gupta1990`
    covers air without argon from 1000 K. The sets differ by tens of per cent for ions with neutral particles.

    Parameters
    ----------
    names
        Species other than electrons.
    charges
        Charges of these [-].
    variant
        Name of the set.
    from_other
        Pairs that this set lacks and that were taken from `wright2005`.
    ions_screen
        Whether ions shorten the Debye length.
    heavy_diffusion, heavy_viscosity, heavy_b_star
        Curves of ln Q11, ln Q22 and B* over ln T, for all pairs [-].
    electron_diffusion, electron_viscosity, electron_b_star, electron_c_star
        The same of electrons with each species, and C* [-].
    coulomb
        Integrals of pairs of charged particles.
    """

    names: tuple[str, ...] = eqx.field(static=True)
    charges: tuple[int, ...] = eqx.field(static=True)
    variant: str = eqx.field(static=True)
    from_other: tuple[str, ...] = eqx.field(static=True)
    ions_screen: bool = eqx.field(static=True)
    heavy_diffusion: Curves
    heavy_viscosity: Curves
    heavy_b_star: Curves
    electron_diffusion: Curves
    electron_viscosity: Curves
    electron_b_star: Curves
    electron_c_star: Curves
    coulomb: ScreenedCoulomb
    references: ClassVar[tuple[str, ...]] = ("wright2005", "levin2004", "wright2005b", "gupta1990")

    @classmethod
    def of(cls, names: Iterable[str], variant: str = "wright2005", *, ions_screen: bool = True) -> Self:
        """Integrals of the named species.

        Parameters
        ----------
        names
            Species; the electron may be among them.
        variant
            ``"wright2005"`` or ``"gupta1990"``.
        ions_screen
            Whether ions screen charges as electrons do.

        Raises
        ------
        ValueError
            If the variant is unknown, or a pair has no data.
        """
        if variant not in VARIANTS:
            raise ValueError(
                f"Argument `variant` must be one of {', '.join(VARIANTS)}, but it is {variant!r}."
            )
        species = [each for each in load_species(names) if each.name != ELECTRON]
        heavy = tuple(each.name for each in species)
        charges = tuple(each.charge for each in species)
        pairs = [[_pair(a, b, variant) for b in species] for a in species]
        rows = [curves for row in pairs for curves, _ in row]
        electron = [_pair_with_electron(each, variant) for each in species]
        other = {f"{a} {b}" for a, row in zip(heavy, pairs, strict=True)
                 for b, (_, source) in zip(heavy, row, strict=True) if source != variant}  # fmt: skip
        other |= {
            f"{a} {ELECTRON}" for a, (_, source) in zip(heavy, electron, strict=True) if source != variant
        }
        pair = [stack([row[place] for row in rows]) for place in range(3)]
        light = [stack([curves[place] for curves, _ in electron]) for place in range(4)]
        shared = heavy, charges, variant, tuple(sorted(other)), ions_screen
        return cls(*shared, *pair, *light, coulomb=ScreenedCoulomb.load())  # type: ignore[call-arg]

    @property
    def valid_temperatures(self) -> tuple[float, float]:
        """Least and greatest temperature of the set [K]."""
        return valid_temperatures(self.variant)

    def debye_length(
        self, electron_density: Scalar, electron_temperature: Scalar, temperature: Scalar
    ) -> Scalar:
        """Screening length at densities [1/m^3] and temperatures [K] of electrons and of ions [m]."""
        ions = temperature if self.ions_screen else None
        return debye_length(electron_density, electron_temperature, ions)

    def between_heavy(
        self, temperature: Scalar, electron_density: Scalar, electron_temperature: Scalar
    ) -> HeavyIntegrals:
        """Integrals of heavy pairs.

        Parameters
        ----------
        temperature
            Temperature of the heavy particles [K].
        electron_density
            Electrons in a volume, which screen charges [1/m^3].
        electron_temperature
            Temperature of the electrons [K].
        """
        logarithm = jnp.log(temperature)
        count = len(self.names)
        diffusion = jnp.exp(self.heavy_diffusion(logarithm)).reshape(count, count)
        viscosity = jnp.exp(self.heavy_viscosity(logarithm)).reshape(count, count)
        b_star = self.heavy_b_star(logarithm).reshape(count, count)
        ions = np.asarray(self.charges) != 0
        charged = ions[:, None] & ions[None, :]
        length = self.debye_length(electron_density, electron_temperature, temperature)
        like = self.coulomb.between_like(temperature, length)
        first, second = like[0], like[3]
        if self.variant == "gupta1990":
            fit = load_yaml(DATA)["gupta1990"]["charged"]
            factor = _gupta_logarithm(electron_density, electron_temperature)
            first = _gupta_charged(fit["diffusion"], temperature, factor)
            second = _gupta_charged(fit["viscosity_of_ions"], temperature, factor)
        return HeavyIntegrals(
            jnp.where(charged, first, diffusion),
            jnp.where(charged, second, viscosity),
            jnp.where(charged, (5.0 * like[1] - 4.0 * like[2]) / like[0], b_star),
        )

    def with_electrons(
        self, temperature: Scalar, electron_density: Scalar, electron_temperature: Scalar
    ) -> ElectronIntegrals:
        """Integrals of electrons.

        Parameters
        ----------
        temperature
            Temperature of the heavy particles, whose ions screen [K].
        electron_density
            Electrons in a volume [1/m^3].
        electron_temperature
            Temperature of the electrons [K].
        """
        logarithm = jnp.log(electron_temperature)
        first = jnp.exp(self.electron_diffusion(logarithm))
        viscosity = jnp.exp(self.electron_viscosity(logarithm))
        b_star, c_star = self.electron_b_star(logarithm), self.electron_c_star(logarithm)
        ions = np.asarray(self.charges) != 0
        length = self.debye_length(electron_density, electron_temperature, temperature)
        unlike = self.coulomb.between_unlike(electron_temperature, length)
        like = self.coulomb.between_like(electron_temperature, length)
        if self.variant == "gupta1990":
            fit = load_yaml(DATA)["gupta1990"]["charged"]
            factor = _gupta_logarithm(electron_density, electron_temperature)
            diffusive = _gupta_charged(fit["diffusion"], electron_temperature, factor)
            viscous = _gupta_charged(fit["viscosity_with_electron"], electron_temperature, factor)
            # The higher integrals, which the set lacks, keep their ratios.
            unlike = unlike * (diffusive / unlike[0])
            like = like * (viscous / like[3])
        second = first * c_star
        third = 1.25 * second - 0.25 * first * b_star
        neutral = (first, second, third, third, third, viscosity)
        return ElectronIntegrals(
            *(jnp.where(ions, unlike[place], each) for place, each in enumerate(neutral)),
            *(like[place] for place in (0, 3, 4, 5)),
        )


def _pair(first: Species, second: Species, variant: str) -> tuple[PairCurves, str]:
    """Curves of a pair; of two charges a place holder that the screened potential replaces."""
    if first.charge and second.charge:
        return pair_curves("N2", "N2", variant)[0], variant
    return pair_curves(first.name, second.name, variant)


def _pair_with_electron(species: Species, variant: str) -> tuple[PairCurves, str]:
    if species.charge:
        return pair_curves("N2", ELECTRON, variant)[0], variant
    return pair_curves(species.name, ELECTRON, variant)


def _gupta_logarithm(electron_density: Scalar, electron_temperature: Scalar) -> Scalar:
    """Coulomb logarithm of gupta1990, equation 24b, kept above 1."""
    electrons = jnp.maximum(electron_density, FEWEST_ELECTRONS)
    pressure = electrons * float(BOLTZMANN) * electron_temperature / ATMOSPHERE
    ratio = (electron_temperature / 1000.0) ** 4 / pressure
    return jnp.maximum(0.5 * jnp.log(2.09e-2 * ratio + 1.52 * ratio ** (2.0 / 3.0)), 1.0)


def _gupta_charged(fit: list[float], temperature: Scalar, factor: Scalar) -> Scalar:
    _, _, power, constant = fit
    return SQUARE_ANGSTROM * jnp.exp(constant + power * jnp.log(temperature)) * factor
