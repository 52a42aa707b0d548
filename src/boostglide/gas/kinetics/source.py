"""What chemistry and energy exchange do to a gas at one point: new species, vibrational energy."""

from typing import ClassVar, Literal, NamedTuple, Self

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Float, Scalar
from boostglide.gas.kinetics.electrons import NAME, ElectronExchange
from boostglide.gas.kinetics.rates import ReactionRates
from boostglide.gas.kinetics.reaction import Mechanism
from boostglide.gas.kinetics.relaxation_data import load_vibrational_relaxation
from boostglide.gas.kinetics.vibration import AbstractRelaxation, VibrationalRelaxation
from boostglide.gas.species import REFERENCE_TEMPERATURE
from boostglide.gas.thermodynamics import SpeciesThermodynamics
from boostglide.solve import few_inputs

Modes = Literal["one", "shared", "separate"]


class Vibronic(NamedTuple):
    """Vibrational-electronic energy of each species [J/kg] and its heat capacity [J/kg/K]."""

    energy: Float[Array, " species"]
    heat_capacity: Float[Array, " species"]


class Kinetics(eqx.Module):
    """Chemistry and energy exchange of a gas of one, two or more temperatures.

    "one": all energy at one temperature. "shared": vibration, electronic excitation and free electrons at
    one temperature of their own (Park's two-temperature model). "separate": each molecule with its own,
    electronic excitation of atoms and free electrons with the first; for gases whose molecules are there
    from the start.

    Molecules that appear or vanish carry the mean vibrational and electronic energy of their kind. Electron
    impact takes the whole energy of the reaction from the electrons. What translation and rotation gain or
    lose follows from conservation of energy.

    Parameters
    ----------
    thermodynamics
        Of the species.
    rates
        Rates of progress of the reactions.
    relaxation
        Of vibration towards translation.
    electrons
        Exchange between heavy particles and electrons.
    mode_of
        Vibrational mode of each species; empty for one temperature.
    member
        1 where a species belongs to a mode, else 0 [-].
    from_electrons
        Energy that electrons give in each event of a reaction, without that of vibration [J/mol].
    by_electrons
        1 for reactions by electron impact, else 0 [-].
    """

    thermodynamics: SpeciesThermodynamics
    rates: ReactionRates
    relaxation: AbstractRelaxation
    electrons: ElectronExchange
    mode_of: tuple[int, ...] = eqx.field(static=True)
    member: Float[Array, "mode species"]
    from_electrons: Float[Array, " reaction"]
    by_electrons: Float[Array, " reaction"]
    references: ClassVar[tuple[str, ...]] = ("park1990", "park1993", "gnoffo1989")

    @classmethod
    def of(
        cls,
        mechanism: Mechanism,
        modes: Modes = "shared",
        thermodynamics: SpeciesThermodynamics | None = None,
        relaxation: AbstractRelaxation | None = None,
    ) -> Self:
        """Kinetics of a mechanism; published data in their default variants where none are given."""
        names = mechanism.species
        thermodynamics = thermodynamics or SpeciesThermodynamics.load(names)
        relaxation = relaxation or VibrationalRelaxation.of(names, load_vibrational_relaxation(names))
        mode_of = _modes(names, relaxation.vibrators, modes)
        rates = ReactionRates.of(mechanism, thermodynamics, mode_of or None)
        count = max(mode_of, default=-1) + 1
        member = np.array([[float(mode == row) for mode in mode_of] for row in range(count)])
        at_rest = (
            thermodynamics.formation_enthalpy - REFERENCE_TEMPERATURE * thermodynamics.thermal_heat_capacity
        )
        by_electrons = [float(each.kind.startswith("electron-impact")) for each in mechanism.reactions]
        impact = jnp.asarray(by_electrons, dtype=float)
        return cls(
            thermodynamics,
            rates,
            relaxation,
            ElectronExchange.of(names),
            mode_of,
            jnp.asarray(member.reshape(count, len(names)), dtype=float),
            impact * (rates.net @ (at_rest * thermodynamics.molar_mass)),
            impact,
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the species."""
        return self.thermodynamics.names

    @property
    def modes(self) -> int:
        """Number of vibrational temperatures [-]."""
        return self.member.shape[0]

    @property
    def reactions(self) -> int:
        """Number of reactions [-]."""
        return self.rates.net.shape[0]

    def sources(
        self,
        temperature: Scalar,
        vibrational_temperature: Float[Array, " mode"],
        density: Scalar,
        mass_fractions: Float[Array, " species"],
        log_factor: Float[Array, " reaction"] | None = None,
    ) -> tuple[Float[Array, " species"], Float[Array, " mode"]]:
        """Production of species [kg/m^3/s] and gain of vibrational-electronic energy of each mode [W/m^3].

        Parameters
        ----------
        temperature
            Of translation and rotation [K].
        vibrational_temperature
            Of each mode [K]; empty for one temperature.
        density
            Density [kg/m^3].
        mass_fractions
            Of the species [-].
        log_factor
            Logarithm by which each rate is multiplied [-].

        References
        ----------
        gnoffo1989 (equations 12 to 14, 53, 64), park1993.
        """
        concentration = density * mass_fractions / self.thermodynamics.molar_mass
        factor = jnp.zeros(self.reactions) if log_factor is None else log_factor
        return _sources(self, (temperature, vibrational_temperature), (concentration, factor))

    def vibronic(self, vibrational_temperature: Float[Array, " mode"]) -> Vibronic:
        """Vibrational-electronic energy of the species at the temperatures of the modes [K]."""
        return _vibronic(self, (vibrational_temperature,), ())

    def molecule_temperature(
        self, vibrational_temperature: Float[Array, " mode"]
    ) -> Float[Array, " molecule"]:
        """Vibrational temperature of each molecule that relaxes [K]."""
        return self.vibrators @ (vibrational_temperature @ self.member)

    def electron_temperature(self, vibrational_temperature: Float[Array, " mode"]) -> Scalar:
        """Temperature of the electrons [K]."""
        return jnp.sum(vibrational_temperature * self.electron_mode)

    @property
    def vibrators(self) -> Float[Array, "molecule species"]:
        """1 where a species is the molecule of a row, else 0 [-]."""
        return jnp.asarray(np.eye(len(self.names))[np.array(self.relaxation.vibrators, dtype=int)])

    @property
    def electron_mode(self) -> Float[Array, " mode"]:
        """1 for the mode of the electrons, or the first where there are none, else 0 [-]."""
        return self.member[:, self.names.index(NAME) if NAME in self.names else 0]

    @property
    def electron_gas_constant(self) -> Float[Array, " species"]:
        """Specific gas constant of the electron at its place, zero for all others [J/kg/K]."""
        is_electron = np.array([float(name == NAME) for name in self.names])
        return jnp.asarray(is_electron) * self.thermodynamics.gas_constant


@few_inputs
def _sources(
    kinetics: Kinetics, temperatures: tuple[Scalar, Float], amounts: tuple[Float, Float]
) -> tuple[Float[Array, " species"], Float[Array, " mode"]]:
    """Sources at the temperatures of translation and of the modes, for concentrations and rate factors."""
    (temperature, modes), (concentration, log_factor) = temperatures, amounts
    rates, mass = kinetics.rates, kinetics.thermodynamics.molar_mass
    forward, backward = rates.coefficients(temperature, modes)
    events = rates.progress(forward, backward, concentration) * jnp.exp(log_factor)
    production = (events @ rates.net) * mass
    if not kinetics.modes:
        return production, jnp.zeros(0)
    exchange = kinetics.relaxation.exchange(temperature, kinetics.molecule_temperature(modes))
    # Products with this matrix instead of indices: scattered writes would be slow.
    places = kinetics.vibrators
    relaxed = ((places @ concentration) * (exchange @ concentration)) @ places
    energy = kinetics.vibronic(modes).energy
    # Energy that appears with the species, less what electrons spend.
    spent = kinetics.from_electrons + kinetics.by_electrons * (rates.net @ (mass * energy))
    elastic = kinetics.electrons.power(temperature, kinetics.electron_temperature(modes), concentration)
    gain = kinetics.member @ (production * energy + relaxed)
    return production, gain + kinetics.electron_mode * (elastic - jnp.sum(events * spent))


@few_inputs
def _vibronic(kinetics: Kinetics, modes: tuple[Float[Array, " mode"]], nothing: tuple[()]) -> Vibronic:
    del nothing
    thermodynamics, own = kinetics.thermodynamics, kinetics.electron_gas_constant
    energy, capacity = jnp.zeros_like(own), jnp.zeros_like(own)
    for row, each in zip(kinetics.member, modes[0], strict=True):
        energy += row * (thermodynamics.vibronic_enthalpy(each) - own * each)
        capacity += row * (thermodynamics.vibronic_heat_capacity(each) - own)
    return Vibronic(energy, capacity)


def _modes(species: tuple[str, ...], vibrators: tuple[int, ...], modes: Modes) -> tuple[int, ...]:
    if modes == "one":
        return ()
    if modes == "shared":
        return (0,) * len(species)
    if modes == "separate":
        return tuple(vibrators.index(n) if n in vibrators else 0 for n in range(len(species)))
    raise ValueError(f"Argument `modes` must be `one`, `shared` or `separate`, but is `{modes}`.")
