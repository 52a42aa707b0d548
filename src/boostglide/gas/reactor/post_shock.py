"""Steady one-dimensional flow behind a normal shock, which keeps the fluxes of mass, momentum and energy."""

from typing import NamedTuple

import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.gas.reactor.flow import AbstractFlow, CaloricLaw, Extra, GasLaw, Place


class ShockCase(NamedTuple):
    """What is conserved through one shock.

    Parameters
    ----------
    mass_flux
        Density times speed [kg/m^2/s].
    impulse
        Pressure over mass flux plus speed [m/s].
    total_enthalpy
        Enthalpy plus half of speed squared [J/kg].
    """

    mass_flux: Scalar
    impulse: Scalar
    total_enthalpy: Scalar


class PostShock(AbstractFlow):
    """Flow behind a normal shock in the frame of the shock; the position is the distance, `extra` the time.

    With a vibrational temperature of its own, temperature and speed follow from the composition in closed
    form, so that mass, momentum and energy are conserved exactly; just behind the shock this is the frozen
    jump. With one temperature mass and momentum are exact, energy is integrated and can be watched.
    """

    @property
    def extras(self) -> tuple[float, ...]:
        """The time since the shock; its error does not count."""
        return (float("inf"),)

    def speed(self, case: ShockCase, gas: GasLaw, temperature: Scalar) -> Scalar:
        """Subsonic speed that conserves mass and momentum at a temperature [K]; [m/s]."""
        product = gas.product(temperature)
        return 2.0 * product / (case.impulse + jnp.sqrt(case.impulse**2 - 4.0 * product))

    def temperature(self, case: ShockCase, gas: GasLaw, caloric: CaloricLaw, extra: Extra) -> Scalar:
        """Temperature that conserves mass, momentum and energy on the subsonic branch [K]."""
        del extra
        ratio = caloric.heat_capacity / gas.constant
        energy = case.total_enthalpy - caloric.offset + ratio * gas.electrons
        linear = ratio * case.impulse
        root = jnp.sqrt(linear**2 - (4.0 * ratio - 2.0) * energy)
        speed = 2.0 * energy / (linear + root)
        return (speed * (case.impulse - speed) - gas.electrons) / gas.constant

    def volume(self, case: ShockCase, time: Scalar, gas: GasLaw, temperature: Scalar, extra: Extra) -> Scalar:
        """Speed over mass flux [m^3/kg]."""
        del time, extra
        return self.speed(case, gas, temperature) / case.mass_flux

    def surplus(
        self, case: ShockCase, gas: GasLaw, temperature: Scalar, enthalpy: Scalar, extra: Extra
    ) -> Scalar:
        """Total enthalpy above that ahead of the shock [J/kg]."""
        del extra
        return enthalpy + 0.5 * self.speed(case, gas, temperature) ** 2 - case.total_enthalpy

    def extra_rates(self, case: ShockCase, time: Scalar, volume: Scalar, extra: Extra) -> Extra:
        """The time runs [s/s]."""
        del case, time, volume
        return jnp.ones_like(extra)

    def stretch(self, case: ShockCase, volume: Scalar, extra: Extra) -> Scalar:
        """Time for one metre [s/m]."""
        del extra
        return 1.0 / (case.mass_flux * volume)

    def energy_size(self, case: ShockCase) -> Scalar:
        """Half of the square of the speed ahead of the shock, nearly [J/kg]."""
        return 0.5 * case.impulse**2

    def place(self, case: ShockCase, position: Scalar, volume: Scalar, extra: Extra) -> Place:
        """The position is the distance [m]."""
        return Place(position, extra[0], case.mass_flux * volume)
