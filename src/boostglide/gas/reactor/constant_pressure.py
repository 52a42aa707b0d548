"""Gas at constant pressure without loss of heat."""

from typing import NamedTuple

import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.gas.reactor.flow import ENERGY, AbstractFlow, CaloricLaw, Extra, GasLaw


class PressureCase(NamedTuple):
    """One gas at rest.

    Parameters
    ----------
    pressure
        Pressure [Pa].
    enthalpy
        Specific enthalpy [J/kg].
    """

    pressure: Scalar
    enthalpy: Scalar


class ConstantPressure(AbstractFlow):
    """Constant pressure and enthalpy; the position is the time."""

    @property
    def extras(self) -> tuple[float, ...]:
        """None."""
        return ()

    def temperature(self, case: PressureCase, gas: GasLaw, caloric: CaloricLaw, extra: Extra) -> Scalar:
        """Temperature of the enthalpy [K]."""
        del gas, extra
        return (case.enthalpy - caloric.offset) / caloric.heat_capacity

    def volume(
        self, case: PressureCase, time: Scalar, gas: GasLaw, temperature: Scalar, extra: Extra
    ) -> Scalar:
        """By the gas law [m^3/kg]."""
        del time, extra
        return gas.product(temperature) / case.pressure

    def surplus(
        self, case: PressureCase, gas: GasLaw, temperature: Scalar, enthalpy: Scalar, extra: Extra
    ) -> Scalar:
        """Enthalpy above that of the start [J/kg]."""
        del gas, temperature, extra
        return enthalpy - case.enthalpy

    def extra_rates(self, case: PressureCase, time: Scalar, volume: Scalar, extra: Extra) -> Extra:
        """None [-]."""
        del case, time, volume
        return extra

    def energy_size(self, case: PressureCase) -> Scalar:
        """A typical energy of hot air [J/kg]: the zero of the conserved one is arbitrary."""
        del case
        return jnp.asarray(ENERGY, dtype=float)
