"""What every model of the atmosphere offers: the air at an altitude, and where the model holds."""

import abc
import dataclasses
from typing import ClassVar, NamedTuple

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Array, Flag, Scalar


class Air(NamedTuple):
    """State of the undisturbed air.

    Parameters
    ----------
    density
        Density [kg/m^3].
    pressure
        Pressure [Pa].
    temperature
        Kinetic temperature [K].
    sound_speed
        Speed of sound for a heat capacity ratio of 1.4 [m/s].
    """

    density: Scalar
    pressure: Scalar
    temperature: Scalar
    sound_speed: Scalar


class AbstractAtmosphere(eqx.Module):
    """Air at rest relative to the turning Earth, as a function of geometric altitude alone.

    Subclasses are final, evaluate in compiled code, and never continue in silence beyond their range: there
    `contains` is false, and each model says what it returns. `name` is a phrase for outputs, `references`
    are keys of the bibliography; a model that is built from data has them as properties.
    """

    name: ClassVar[str]
    references: ClassVar[tuple[str, ...]]

    @abc.abstractmethod
    def __call__(self, altitude: Scalar) -> Air:
        """State of the air at a geometric altitude [m]."""

    @abc.abstractmethod
    def contains(self, altitude: Scalar) -> Flag:
        """Whether the model holds at a geometric altitude [m]."""

    @property
    @abc.abstractmethod
    def altitude_range(self) -> tuple[Scalar | float, Scalar | float]:
        """Lowest and highest geometric altitude at which the model holds [m]."""


@dataclasses.dataclass(frozen=True, eq=False)
class Remark:
    """Words that travel with numbers into compiled code and do not change it.

    All remarks are equal to each other: a compiled function serves profiles of any name, and what it returns
    must not hold them.

    Parameters
    ----------
    text
        What the numbers are, as a sentence or a phrase.
    references
        Keys of the bibliography.
    """

    text: str
    references: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Remark)

    def __hash__(self) -> int:
        return hash(Remark)


def as_float(value: object) -> Array:
    """Numbers of any kind, in any one unit, as an array of floats."""
    return jnp.asarray(value, dtype=float)
