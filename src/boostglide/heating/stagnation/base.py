"""What every correlation for the stagnation point offers."""

import abc
import math

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import BOLTZMANN, Flag, Freestream, Scalar
from boostglide.heating.air import undissociated_air_enthalpy

COLLISION_DIAMETER = 3.65e-10
"""Effective collision diameter of air molecules [m], U.S. Standard Atmosphere 1976, section 1.2.8."""
LARGEST_KNUDSEN_NUMBER = 0.01
"""Above this the boundary layer slips at the wall, and the correlations read too high."""


def as_factor(value: object) -> Scalar:
    """A number as a 64-bit scalar, so that modules built from 1 and from 1.0 are one type."""
    return jnp.asarray(value, dtype=float)


def total_enthalpy(freestream: Freestream) -> Scalar:
    """Enthalpy of the stream brought to rest, counted from 0 K.

    Parameters
    ----------
    freestream
        Air ahead of the body.

    Returns
    -------
    Scalar
        Total enthalpy [J/kg].
    """
    return undissociated_air_enthalpy(freestream.temperature) + 0.5 * freestream.speed**2


def knudsen_number(freestream: Freestream, nose_radius: Scalar) -> Scalar:
    """Mean free path of the free stream over the nose radius.

    Parameters
    ----------
    freestream
        Air ahead of the body.
    nose_radius
        Nose radius [m].

    Returns
    -------
    Scalar
        Knudsen number [-].

    References
    ----------
    us76
    """
    area = math.sqrt(2.0) * math.pi * COLLISION_DIAMETER**2
    return BOLTZMANN.value * freestream.temperature / (area * freestream.pressure) / nose_radius


class AbstractStagnationHeating(eqx.Module):
    """Convective heat flux to the stagnation point of an axisymmetric nose.

    A correlation gives the flux to a cold wall. The flux to a wall at temperature Tw follows with the factor
    (h_0 - h(Tw)) / (h_0 - h(T_ref)); T_ref is the wall temperature that the cold value belongs to.

    All of them assume a laminar boundary layer in continuum flow, air in chemical equilibrium and a fully
    catalytic wall; none knows the shock layer's radiation, ablation or conduction into the nose.
    Each has a field `factor` on its flux [-], 1 by default, that carries its known error through a study.
    """

    name: eqx.AbstractClassVar[str]
    speed_range: eqx.AbstractClassVar[tuple[float, float]]
    density_range: eqx.AbstractClassVar[tuple[float, float]]
    nose_radius_range: eqx.AbstractClassVar[tuple[float, float]]
    cold_wall_temperature: eqx.AbstractClassVar[float]
    stated_error: eqx.AbstractClassVar[str]
    references: eqx.AbstractClassVar[tuple[str, ...]]

    @abc.abstractmethod
    def cold_wall(self, freestream: Freestream, nose_radius: Scalar) -> Scalar:
        """Heat flux to a cold wall.

        Parameters
        ----------
        freestream
            Air ahead of the body.
        nose_radius
            Nose radius [m].

        Returns
        -------
        Scalar
            Heat flux [W/m^2].
        """

    def __call__(self, freestream: Freestream, nose_radius: Scalar, wall_temperature: Scalar) -> Scalar:
        """Heat flux to a wall at a temperature; negative where the wall is hotter than the gas heating it.

        Parameters
        ----------
        freestream
            Air ahead of the body.
        nose_radius
            Nose radius [m].
        wall_temperature
            Temperature of the wall [K].

        Returns
        -------
        Scalar
            Heat flux [W/m^2].
        """
        total = total_enthalpy(freestream)
        cold = total
        if self.cold_wall_temperature > 0.0:
            reference = undissociated_air_enthalpy(jnp.asarray(self.cold_wall_temperature, dtype=float))
            cold = jnp.maximum(total - reference, 0.5 * total)  # finite for slow streams, out of range anyway
        return (
            self.cold_wall(freestream, nose_radius)
            * (total - undissociated_air_enthalpy(wall_temperature))
            / cold
        )

    def contains(self, freestream: Freestream, nose_radius: Scalar) -> Flag:
        """Whether speed, density, nose radius and Knudsen number lie in the range of the correlation.

        Parameters
        ----------
        freestream
            Air ahead of the body.
        nose_radius
            Nose radius [m].

        Returns
        -------
        Flag
            True inside the range.
        """
        inside = knudsen_number(freestream, nose_radius) <= LARGEST_KNUDSEN_NUMBER
        for value, (low, high) in (
            (freestream.speed, self.speed_range),
            (freestream.density, self.density_range),
            (nose_radius, self.nose_radius_range),
        ):
            inside = inside & (value >= low) & (value <= high)
        return inside
