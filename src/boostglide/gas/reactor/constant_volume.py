"""A closed vessel of constant volume without loss of heat."""

from typing import NamedTuple

import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.gas.reactor.flow import ENERGY, AbstractFlow, CaloricLaw, Extra, GasLaw


class VesselCase(NamedTuple):
    """One vessel.

    Parameters
    ----------
    volume
        Specific volume [m^3/kg].
    energy
        Specific internal energy [J/kg].
    """

    volume: Scalar
    energy: Scalar


class ConstantVolume(AbstractFlow):
    """Constant volume and energy; the position is the time."""

    @property
    def extras(self) -> tuple[float, ...]:
        """None."""
        return ()

    def temperature(self, case: VesselCase, gas: GasLaw, caloric: CaloricLaw, extra: Extra) -> Scalar:
        """Temperature of the energy [K]."""
        del extra
        return (case.energy - caloric.offset + gas.electrons) / (caloric.heat_capacity - gas.constant)

    def volume(
        self, case: VesselCase, time: Scalar, gas: GasLaw, temperature: Scalar, extra: Extra
    ) -> Scalar:
        """Constant [m^3/kg]."""
        del time, gas, temperature, extra
        return case.volume

    def surplus(
        self, case: VesselCase, gas: GasLaw, temperature: Scalar, enthalpy: Scalar, extra: Extra
    ) -> Scalar:
        """Internal energy above that of the start [J/kg]."""
        del extra
        return enthalpy - gas.product(temperature) - case.energy

    def extra_rates(self, case: VesselCase, time: Scalar, volume: Scalar, extra: Extra) -> Extra:
        """None [-]."""
        del case, time, volume
        return extra

    def energy_size(self, case: VesselCase) -> Scalar:
        """A typical energy of hot air [J/kg]: the zero of the conserved one is arbitrary."""
        del case
        return jnp.asarray(ENERGY, dtype=float)
