"""The transport model of a gas: from its state to viscosity, conduction, diffusion and collisions."""

import math
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Self

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import AVOGADRO, BOLTZMANN, Array, Flag, Float, Scalar
from boostglide.gas.species import load_species
from boostglide.gas.thermodynamics import SpeciesThermodynamics
from boostglide.gas.transport.collisions import (
    ELECTRON,
    CollisionIntegrals,
    ElectronIntegrals,
    HeavyIntegrals,
)
from boostglide.gas.transport.conduction import internal_conductivity, translational_conductivity
from boostglide.gas.transport.diffusion import (
    ambipolar_diffusion,
    binary_diffusion,
    electron_diffusion,
    mixture_diffusion,
)
from boostglide.gas.transport.electrons import (
    ORDERS,
    conductivity_frequency,
    electrical_conductivity,
    electron_conductivity,
    momentum_transfer_frequency,
)
from boostglide.gas.transport.properties import TransportProperties
from boostglide.gas.transport.reactive import (
    conserved_quantities,
    reactive_conductivity,
    reactive_heat_capacity,
)
from boostglide.gas.transport.viscosity import (
    chapman_enskog_viscosity,
    gupta_yos_viscosity,
    wilke_viscosity,
)

PerSpecies = Float[Array, " species"]
VISCOSITY_RULES = ("chapman-enskog", "gupta-yos", "wilke")
_K = float(BOLTZMANN)


class Transport(eqx.Module):
    """Transport properties of air and its parts, neutral or singly ionised, 300 to 20000 K.

    Use, with mole fractions in the order of the names:

    >>> transport = Transport.of(("N2", "O2", "NO", "N", "O", "NO+", "e-"))
    >>> found = transport.at(pressure=p, temperature=t, fraction=x)
    >>> found.viscosity, found.frozen_prandtl, found.electrical_conductivity

    First Chapman-Enskog approximation for viscosity and diffusion, the second for the heat of heavy particles
    and the current of electrons, the third for their heat. Errors are those of the collision integrals, which
    state 5 to 10 per cent for the main neutral pairs, 20 to 25 for other neutral and ion-neutral pairs, 15 to
    35 for electrons with neutral particles. Against Cantera, from 300 to 2000 K, pure N2, O2 and Ar lie
    within 3 per cent in viscosity and 5 in conductivity, but air is 4 to 6 per cent too viscous and conducts
    8 per cent too well: the published N2-O2 integrals are 18 per cent low. Against CEA the conductivity of
    equilibrium is 10 to 12 per cent high at 2000 to 4000 K. `gupta1990` gives air 7 to 11 per cent less
    viscosity up to 5000 K, up to 21 per cent less at 20000 K, and 8 to 53 per cent more electrical
    conductivity above 2000 K; the disagreement of the sets is the better measure of what is known.

    Not contained: thermal diffusion, magnetic fields, radiation, second ionisation (above about 20000 K at
    low pressure), plasmas so dense that few particles are within the Debye length.

    Parameters
    ----------
    names
        Species.
    order
        Order of the approximation for the current of electrons, 1, 2 or 3.
    viscosity_rule
        ``"chapman-enskog"``, ``"gupta-yos"`` or ``"wilke"``.
    integrals
        Collision integrals.
    thermodynamics
        Heat capacities and enthalpies of the species.
    """

    names: tuple[str, ...] = eqx.field(static=True)
    order: int = eqx.field(static=True)
    viscosity_rule: str = eqx.field(static=True)
    integrals: CollisionIntegrals
    thermodynamics: SpeciesThermodynamics
    references: ClassVar[tuple[str, ...]] = ("hirschfelder1954", "devoto1967", "magin2004", "butler1957")

    @classmethod
    def of(
        cls,
        names: Iterable[str],
        variant: str = "wright2005",
        *,
        order: int = 2,
        viscosity_rule: str = "chapman-enskog",
        ions_screen: bool = True,
    ) -> Self:
        """The model for the named species.

        Parameters
        ----------
        names
            Species of air with argon; electrons may be among them.
        variant
            Set of collision integrals, ``"wright2005"`` or ``"gupta1990"``.
        order
            Order of the approximation for the current of electrons, 1, 2 or 3. Their heat conduction always
            has the third. The third needs integrals that nobody gives for neutral partners (the next lower
            stand in), so the second is the default; its conductivity is up to 6 per cent below the third.
        viscosity_rule
            ``"chapman-enskog"``, ``"gupta-yos"`` or ``"wilke"``.
        ions_screen
            Whether ions shorten the Debye length.

        Raises
        ------
        ValueError
            If there are no collision integrals for a pair, or a choice is unknown.
        """
        if order not in ORDERS:
            raise ValueError(f"Argument `order` must be 1, 2 or 3, but it is {order!r}.")
        if viscosity_rule not in VISCOSITY_RULES:
            rules = ", ".join(VISCOSITY_RULES)
            raise ValueError(
                f"Argument `viscosity_rule` must be one of {rules}, but it is {viscosity_rule!r}."
            )
        names = tuple(names)
        integrals = CollisionIntegrals.of(names, variant, ions_screen=ions_screen)
        return cls(names, order, viscosity_rule, integrals, SpeciesThermodynamics.load(names))

    def fractions(self, composition: Mapping[str, float]) -> PerSpecies:
        """Mole fractions in the order of the names [-]; ValueError where the model lacks a species."""
        missing = [name for name, share in composition.items() if share > 0.0 and name not in self.names]
        if missing:
            raise ValueError(f"The transport model of {', '.join(self.names)} lacks {', '.join(missing)}.")
        return jnp.asarray([composition.get(name, 0.0) for name in self.names], dtype=float)

    def at(
        self,
        *,
        pressure: Scalar,
        temperature: Scalar,
        fraction: PerSpecies,
        electron_temperature: Scalar | None = None,
    ) -> TransportProperties:
        """Properties of a mixture.

        Parameters
        ----------
        pressure
            Pressure [Pa].
        temperature
            Temperature of the heavy particles [K].
        fraction
            Mole fractions in the order of the names; they sum to one [-].
        electron_temperature
            Temperature of electrons, vibration and excitation [K]; by default that of the heavy particles.
        """
        hot = temperature if electron_temperature is None else electron_temperature
        heat = temperature + (hot - temperature) * self._electrons(fraction)
        return self(temperature, fraction * pressure / (_K * heat), hot)

    def __call__(
        self, temperature: Scalar, number_density: PerSpecies, electron_temperature: Scalar | None = None
    ) -> TransportProperties:
        """Properties of a mixture from its number densities.

        Parameters
        ----------
        temperature
            Temperature of the heavy particles [K].
        number_density
            Particles of each species in a volume, in the order of the names [1/m^3].
        electron_temperature
            Temperature of electrons, vibration and excitation [K]; by default that of the heavy particles.
        """
        hot = temperature if electron_temperature is None else electron_temperature
        electrons = self._electrons(number_density)
        heavy = self.integrals.between_heavy(temperature, electrons, hot)
        light = self.integrals.with_electrons(temperature, electrons, hot)
        total = jnp.sum(number_density)
        fraction = number_density / total
        resistance = self._resistance(heavy, light, temperature, hot)
        return TransportProperties(
            viscosity=self._viscosity(fraction[self._heavy], heavy, temperature),
            **self._conduction(number_density, heavy, light, resistance, temperature, hot),
            **self._capacities(fraction, temperature, hot),
            density=jnp.sum(number_density * self._mass),
            **self._diffusion(fraction, resistance * total, temperature, hot),
            **self._collisions(number_density, light, hot),
            debye_length=self.integrals.debye_length(electrons, hot, temperature),
            within=self._within(temperature, hot),
        )

    @property
    def _heavy(self) -> np.ndarray:
        """Places of the heavy species."""
        return np.array([place for place, name in enumerate(self.names) if name != ELECTRON])

    @property
    def _charge(self) -> np.ndarray:
        charges = dict(zip(self.integrals.names, self.integrals.charges, strict=True))
        return np.array([charges.get(name, -1.0) for name in self.names], dtype=float)

    @property
    def _mass(self) -> PerSpecies:
        return self.thermodynamics.molar_mass / float(AVOGADRO)

    def _electrons(self, amount: PerSpecies) -> Scalar:
        """Electrons of an amount by species; without electrons among the names as many as ions."""
        if ELECTRON in self.names:
            return amount[self.names.index(ELECTRON)]
        return jnp.sum(amount * self._charge)

    @property
    def _conserved(self) -> Float[Array, "conserved species"]:
        """What reactions conserve; from the names, so that it is a constant of compiled code."""
        species = load_species(self.names)
        elements = dict.fromkeys(key for each in species for key in each.elements)
        rows = [[float(each.elements.get(key, 0)) for each in species] for key in elements]
        return jnp.asarray(conserved_quantities(np.array(rows), self._charge), dtype=float)

    def _resistance(
        self, heavy: HeavyIntegrals, light: ElectronIntegrals, temperature: Scalar, hot: Scalar
    ) -> Float[Array, "species species"]:
        """Inverse of number density times binary diffusion coefficient of all pairs [m s]."""
        mass = self._mass[self._heavy]
        found = 1.0 / binary_diffusion(mass, heavy.diffusion, temperature)
        if ELECTRON not in self.names:
            return found
        row = 1.0 / electron_diffusion(light.first, hot)
        own = math.sqrt(0.5) / electron_diffusion(light.pair_diffusion, hot)
        place = self.names.index(ELECTRON)
        wide = jnp.insert(found, place, row, axis=0)
        return jnp.insert(wide, place, jnp.insert(row, place, own), axis=1)

    def _viscosity(self, fraction: Float[Array, " heavy"], q: HeavyIntegrals, temperature: Scalar) -> Scalar:
        mass = self._mass[self._heavy]
        if self.viscosity_rule == "wilke":
            return wilke_viscosity(fraction, mass, q.viscosity, temperature)
        rule = gupta_yos_viscosity if self.viscosity_rule == "gupta-yos" else chapman_enskog_viscosity
        return rule(fraction, mass, q.diffusion, q.viscosity, temperature)

    def _conduction(
        self,
        number_density: PerSpecies,
        heavy: HeavyIntegrals,
        light: ElectronIntegrals,
        resistance: Float[Array, "species species"],
        temperature: Scalar,
        hot: Scalar,
    ) -> dict[str, Any]:
        """The five conductivities [W/m/K]."""
        total = jnp.sum(number_density)
        fraction = number_density / total
        share = fraction[self._heavy]
        met = (resistance @ fraction)[self._heavy]
        gas, constant = self.thermodynamics, self.thermodynamics.gas_constant
        rotational = (gas.thermal_heat_capacity / constant)[self._heavy] - 2.5
        vibronic = jnp.maximum(gas.vibronic_heat_capacity(hot) / constant, 0.0)[self._heavy]
        enthalpy = gas.enthalpy(temperature) * self._mass
        return {
            "heavy_conductivity": translational_conductivity(
                share, self._mass[self._heavy], heavy, temperature
            ),
            "rotational_conductivity": internal_conductivity(share, rotational, met),
            "vibronic_conductivity": internal_conductivity(share, vibronic, met),
            "electron_conductivity": electron_conductivity(
                number_density[self._heavy],
                self._free_electrons(number_density),
                light,
                hot,
            ),
            "reactive_conductivity": reactive_conductivity(
                fraction, enthalpy, resistance, self._conserved, temperature
            ),
        }

    def _free_electrons(self, amount: PerSpecies) -> Scalar:
        """Electrons among the species."""
        return self._electrons(amount) * float(ELECTRON in self.names)

    def _capacities(self, fraction: PerSpecies, temperature: Scalar, hot: Scalar) -> dict[str, Any]:
        """Heat capacities of the mixture [J/kg/K]."""
        gas = self.thermodynamics
        mass = fraction * self._mass
        each = gas.thermal_heat_capacity + gas.vibronic_heat_capacity(hot)
        frozen = jnp.sum(mass * each) / jnp.sum(mass)
        enthalpy = gas.enthalpy(temperature) * self._mass
        added = reactive_heat_capacity(fraction, enthalpy, self._conserved, temperature)
        return {
            "frozen_heat_capacity": frozen,
            "equilibrium_heat_capacity": frozen + _K * added / jnp.sum(mass),
        }

    def _diffusion(
        self,
        fraction: PerSpecies,
        resistance: Float[Array, "species species"],
        temperature: Scalar,
        hot: Scalar,
    ) -> dict[str, Any]:
        """Diffusion coefficients [m^2/s]."""
        found = mixture_diffusion(fraction, resistance)
        return {
            "diffusion": found,
            "ambipolar_diffusion": ambipolar_diffusion(found, self._charge, temperature, hot),
        }

    def _collisions(
        self, number_density: PerSpecies, light: ElectronIntegrals, hot: Scalar
    ) -> dict[str, Any]:
        """Electrical conductivity [S/m] and collision frequencies [1/s]."""
        others, electrons = number_density[self._heavy], self._free_electrons(number_density)
        frequency = conductivity_frequency(others, electrons, light, hot, order=self.order)
        partners = momentum_transfer_frequency(others, light, hot)
        return {
            "electrical_conductivity": electrical_conductivity(electrons, frequency),
            "collision_frequency": frequency,
            "partner_frequency": jnp.zeros_like(number_density).at[self._heavy].set(partners),
        }

    def _within(self, temperature: Scalar, hot: Scalar) -> Flag:
        low, high = self.integrals.valid_temperatures
        return (jnp.minimum(temperature, hot) >= low) & (jnp.maximum(temperature, hot) <= high)
