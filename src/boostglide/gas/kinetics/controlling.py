"""The temperatures that control rate coefficients, T^a Tv^b, worked out once for each group."""

from collections.abc import Sequence

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Float, Scalar
from boostglide.gas.kinetics.reaction import Reaction

ELECTRON = "e-"
LOWEST = 20.0
"""Temperatures below [K] count as this one in rate coefficients."""


class Controls(eqx.Module):
    """Controlling temperatures of one direction of all reactions.

    Parameters
    ----------
    powers
        Power of the translational and of each vibrational temperature, by group [-].
    member
        1 where a reaction belongs to a group, else 0 [-].
    """

    powers: Float[Array, "group temperature"]
    member: Float[Array, "reaction group"]

    def __call__(
        self, temperature: Scalar, vibrational_temperature: Float[Array, " mode"]
    ) -> tuple[Float[Array, " reaction"], Float[Array, " reaction"], list[Scalar]]:
        """Logarithm and inverse of the controlling temperature [K] of each reaction, and the groups' [K]."""
        every = jnp.concatenate([temperature[None], vibrational_temperature])
        logarithm = self.powers @ jnp.log(jnp.maximum(every, LOWEST))
        controlling = jnp.exp(logarithm)
        return self.member @ logarithm, self.member @ (1.0 / controlling), list(controlling)


def controls(
    reactions: Sequence[Reaction], species: tuple[str, ...], modes: tuple[int, ...] | None, *, backward: bool
) -> Controls:
    """Controlling temperatures of the reactions of a mechanism.

    The vibrational temperature is that of the electrons where electrons collide, else that of the first
    molecule on the left side.

    Parameters
    ----------
    reactions
        The reactions.
    species
        Names of all species.
    modes
        Vibrational mode of each species; None where one temperature holds for all.
    backward
        Whether the backward direction is meant.
    """
    rows = [_powers(each, species, modes, backward) for each in reactions]
    alone = (1.0,) + (0.0,) * (0 if modes is None else max(modes) + 1)  # of a gas without reactions
    groups = list(dict.fromkeys(rows)) or [alone]
    member = np.array([[float(row == group) for group in groups] for row in rows]).reshape(-1, len(groups))
    return Controls(jnp.asarray(groups, dtype=float), jnp.asarray(member, dtype=float))


def _powers(
    reaction: Reaction, species: tuple[str, ...], modes: tuple[int, ...] | None, backward: bool
) -> tuple[float, ...]:
    if modes is None:
        return (1.0,)
    control = reaction.backward_temperature if backward else reaction.forward_temperature
    powers = [control.translational_exponent, *([0.0] * (max(modes) + 1))]
    powers[1 + modes[_leader(reaction, species, backward)]] += control.vibrational_exponent
    return tuple(powers)


def _leader(reaction: Reaction, species: tuple[str, ...], backward: bool) -> int:
    """The species whose vibrational temperature a reaction feels."""
    colliding = reaction.products if backward else reaction.reactants
    if ELECTRON in colliding:
        return species.index(ELECTRON)
    molecules = [name for name in reaction.reactants if sum(map(str.isupper, name)) > 1 or "2" in name]
    return species.index(molecules[0] if molecules else next(iter(reaction.reactants)))
