"""The undisturbed air that a body meets at one point of its path."""

import equinox as eqx

from boostglide.core.arrays import Scalar


class Freestream(eqx.Module):
    """State of the air far ahead of the body and the speed relative to it.

    Parameters
    ----------
    density
        Density [kg/m^3].
    pressure
        Static pressure [Pa].
    temperature
        Static temperature [K].
    sound_speed
        Speed of sound [m/s].
    speed
        Speed of the body relative to the air [m/s].
    """

    density: Scalar
    pressure: Scalar
    temperature: Scalar
    sound_speed: Scalar
    speed: Scalar

    @property
    def mach(self) -> Scalar:
        """Mach number [-]."""
        return self.speed / self.sound_speed

    @property
    def dynamic_pressure(self) -> Scalar:
        """Dynamic pressure [Pa], half of density times speed squared."""
        return 0.5 * self.density * self.speed**2
