"""What the surroundings ask of a particle of gas: the laws that set its volume and its energy."""

import abc
from typing import Any, NamedTuple

import equinox as eqx

from boostglide.core import Array, Float, Scalar

ENERGY = 1e7
"""A typical energy of hot air [J/kg]."""


class GasLaw(NamedTuple):
    """How pressure depends on the temperature at one composition: p v = constant * T + electrons.

    Parameters
    ----------
    constant
        Gas constant of what is at the temperature T [J/kg/K].
    electrons
        Partial pressure over density of electrons at their own temperature [J/kg].
    """

    constant: Scalar
    electrons: Scalar

    def product(self, temperature: Scalar) -> Scalar:
        """Pressure times specific volume at a temperature [K]; [J/kg]."""
        return self.constant * temperature + self.electrons


class CaloricLaw(NamedTuple):
    """How enthalpy depends on the translational temperature: h = offset + heat_capacity * T.

    Parameters
    ----------
    offset
        Enthalpy without the part of translation and rotation [J/kg].
    heat_capacity
        Of translation and rotation, at constant pressure [J/kg/K].
    """

    offset: Scalar
    heat_capacity: Scalar


class Place(NamedTuple):
    """Where a particle is.

    Parameters
    ----------
    distance
        Distance along the flow [m].
    time
        Time of the particle [s].
    speed
        Speed [m/s].
    """

    distance: Scalar
    time: Scalar
    speed: Scalar


Extra = Float[Array, " extra"]


class AbstractFlow(eqx.Module):
    """The surroundings of a particle of gas; `case` holds the numbers of one case.

    `extra` are unknowns of the flow itself, beyond composition and temperatures.
    """

    @property
    @abc.abstractmethod
    def extras(self) -> tuple[float, ...]:
        """Error scale of each extra unknown, in its unit; infinite where errors of it do not count."""

    @abc.abstractmethod
    def temperature(self, case: Any, gas: GasLaw, caloric: CaloricLaw, extra: Extra) -> Scalar:
        """Translational temperature [K] that conserves energy, vibration having its own."""

    @abc.abstractmethod
    def volume(self, case: Any, time: Scalar, gas: GasLaw, temperature: Scalar, extra: Extra) -> Scalar:
        """Specific volume [m^3/kg] at a temperature [K]."""

    @abc.abstractmethod
    def surplus(self, case: Any, gas: GasLaw, temperature: Scalar, enthalpy: Scalar, extra: Extra) -> Scalar:
        """Energy above what is conserved [J/kg] at a temperature [K] and an enthalpy [J/kg]."""

    @abc.abstractmethod
    def extra_rates(self, case: Any, time: Scalar, volume: Scalar, extra: Extra) -> Extra:
        """Rates of the extra unknowns, in their units per second."""

    @abc.abstractmethod
    def energy_size(self, case: Any) -> Scalar:
        """Size of the conserved energy [J/kg], to compare its error with."""

    def place(self, case: Any, position: Scalar, volume: Scalar, extra: Extra) -> Place:
        """Distance, time and speed; a gas at rest whose position is the time [s], unless told otherwise."""
        del case, extra
        return Place(0.0 * volume, position, 0.0 * volume)

    def stretch(self, case: Any, volume: Scalar, extra: Extra) -> Scalar:
        """Time for one unit of position: 1 s/s where the position is time [s/m where it is distance]."""
        del case, extra
        return volume * 0.0 + 1.0
