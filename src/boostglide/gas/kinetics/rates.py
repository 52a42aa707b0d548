"""Rates of progress of all reactions of a mechanism, at their controlling temperatures."""

import math
from typing import ClassVar, Self

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import GAS_CONSTANT, Array, Float, Int, Scalar
from boostglide.gas.kinetics.controlling import Controls, controls
from boostglide.gas.kinetics.reaction import Mechanism, Reaction
from boostglide.gas.thermodynamics import SpeciesThermodynamics

STANDARD_PRESSURE = 1e5
MOST_PARTICLES = 3
"""Particles of one side of a reaction, without the third body."""

LARGEST_LOGARITHM = 200.0
"""Greatest logarithm of a backward coefficient: cold gas would overflow, and reacts at once in any case."""

PerReaction = Float[Array, " reaction"]


class ReactionRates(eqx.Module):
    """Net rates of progress of a mechanism for one gas state.

    A forward coefficient is the Arrhenius expression at its controlling temperature. A backward coefficient
    is the same expression over the equilibrium constant, both at the backward controlling temperature, so
    that all reactions are in balance at the equilibrium of the thermodynamics in use. Where equilibrium
    constants are taken above 20000 K, they follow from constant heat capacities (`HOTTEST` of the
    thermodynamics).

    Parameters
    ----------
    thermodynamics
        Of the species of the mechanism, in its order.
    log_factor, exponent, activation_temperature
        Logarithm of the factors in m^3, mol and s [-], exponents [-] and activation temperatures [K].
    forward, backward
        Controlling temperatures of the two directions.
    net
        Particles made less particles consumed [-].
    reactants, products
        Number of the species of each particle; one past the last species where there is none.
    efficiency
        Weight of each species as third body [-].
    has_third_body
        1 where a third body takes part, else 0 [-].
    """

    thermodynamics: SpeciesThermodynamics
    log_factor: PerReaction
    exponent: PerReaction
    activation_temperature: PerReaction
    forward: Controls
    backward: Controls
    net: Float[Array, "reaction species"]
    reactants: Int[Array, "particle reaction"]
    products: Int[Array, "particle reaction"]
    efficiency: Float[Array, "reaction species"]
    has_third_body: PerReaction
    references: ClassVar[tuple[str, ...]] = ("park1990", "park1993")

    @classmethod
    def of(
        cls, mechanism: Mechanism, thermodynamics: SpeciesThermodynamics, modes: tuple[int, ...] | None
    ) -> Self:
        """Rates of a mechanism; `modes` is the vibrational mode of each species, None for one temperature."""
        reactions, species = mechanism.reactions, mechanism.species
        left, right = ([getattr(each, side) for each in reactions] for side in ("reactants", "products"))
        bodies = [each.third_body or {} for each in reactions]
        table = np.array([_numbers(each) for each in reactions], dtype=float).reshape(-1, 4).T
        return cls(
            thermodynamics=thermodynamics,
            log_factor=jnp.asarray(table[0]),
            exponent=jnp.asarray(table[1]),
            activation_temperature=jnp.asarray(table[2]),
            forward=controls(reactions, species, modes, backward=False),
            backward=controls(reactions, species, modes, backward=True),
            net=jnp.asarray(_matrix(right, species) - _matrix(left, species), dtype=float),
            reactants=_particles(left, species),
            products=_particles(right, species),
            efficiency=jnp.asarray(_matrix(bodies, species), dtype=float),
            has_third_body=jnp.asarray(table[3]),
        )

    def coefficients(
        self, temperature: Scalar, vibrational_temperature: Float[Array, " mode"]
    ) -> tuple[PerReaction, PerReaction]:
        """Forward and backward rate coefficients in m^3, mol and s.

        Parameters
        ----------
        temperature
            Of translation and rotation [K].
        vibrational_temperature
            Of the vibrational modes [K].

        References
        ----------
        park1990 (section 4.1 for the controlling temperatures), gnoffo1989 (equations 20 to 23).
        """
        log_forward, inverse, _ = self.forward(temperature, vibrational_temperature)
        forward = self.log_factor + self.exponent * log_forward - self.activation_temperature * inverse
        log_backward, inverse, groups = self.backward(temperature, vibrational_temperature)
        backward = self.log_factor + self.exponent * log_backward - self.activation_temperature * inverse
        gibbs = jnp.stack([self.thermodynamics.gibbs(each) for each in groups])
        change = jnp.sum(self.backward.member * (self.net @ gibbs.T), axis=1)
        made = jnp.sum(self.net, axis=1)
        log_constant = made * (np.log(STANDARD_PRESSURE / float(GAS_CONSTANT)) - log_backward) - change
        return jnp.exp(forward), jnp.exp(jnp.minimum(backward - log_constant, LARGEST_LOGARITHM))

    def progress(
        self, forward: PerReaction, backward: PerReaction, concentration: Float[Array, " species"]
    ) -> PerReaction:
        """Forward less backward events [mol/m^3/s].

        Parameters
        ----------
        forward, backward
            Rate coefficients in m^3, mol and s [any unit].
        concentration
            Of the species [mol/m^3].
        """
        extended = jnp.concatenate([concentration, jnp.ones_like(concentration[:1])])
        events = forward * _product(extended, self.reactants) - backward * _product(extended, self.products)
        return events * (self.efficiency @ concentration + (1.0 - self.has_third_body))


def _numbers(reaction: Reaction) -> tuple[float, float, float, float]:
    rate = reaction.rate
    third_body = float(reaction.third_body is not None)
    return math.log(rate.factor), rate.exponent, rate.activation_temperature, third_body


def _matrix(sides: list[dict], species: tuple[str, ...]) -> np.ndarray:
    """Numbers by reaction and species."""
    rows = [[float(side.get(name, 0.0)) for name in species] for side in sides]
    return np.array(rows).reshape(len(sides), len(species))


def _particles(sides: list[dict], species: tuple[str, ...]) -> Int[Array, "particle reaction"]:
    """Particles of one side one by one, filled up with one past the last species."""
    rows = [[species.index(name) for name, count in side.items() for _ in range(count)] for side in sides]
    filled = [row + [len(species)] * (MOST_PARTICLES - len(row)) for row in rows]
    return jnp.asarray(np.array(filled, dtype=np.int32).reshape(len(sides), MOST_PARTICLES).T)


def _product(extended: Float, particles: Int[Array, "particle reaction"]) -> PerReaction:
    first, second, third = (extended[row] for row in particles)
    return first * second * third
