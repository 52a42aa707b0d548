"""The thermodynamic state of air at one point, with the speed of the flow there."""

import equinox as eqx

from boostglide.core import BOLTZMANN, Flag, Scalar


class GasState(eqx.Module):
    """Air at one point of a flow, with one temperature for all its degrees of freedom.

    Parameters
    ----------
    pressure
        Pressure [Pa].
    temperature
        Temperature [K]: the one temperature of equilibrium, or of frozen chemistry, as the air model says.
    density
        Density [kg/m^3].
    enthalpy
        Specific enthalpy [J/kg], zero at 0 K for air of constant heat capacity below 200 K.
    entropy
        Specific entropy [J/kg/K]; only differences within one air model have a meaning.
    sound_speed
        Speed of sound [m/s], with the chemistry of the air model (equilibrium or frozen).
    electron_density
        Number of electrons in a volume [1/m^3]; zero for frozen and perfect air.
    speed
        Speed of the flow in the frame of the computation [m/s]; zero at a stagnation point.
    molar_mass
        Mean molar mass [kg/mol].
    nitric_oxide
        Mole fraction of NO [-].
    within
        Whether the state lies in the range of the air model; where it does not, the other fields belong to
        the nearest state at the edge and are not an answer.
    """

    pressure: Scalar
    temperature: Scalar
    density: Scalar
    enthalpy: Scalar
    entropy: Scalar
    sound_speed: Scalar
    electron_density: Scalar
    speed: Scalar
    molar_mass: Scalar
    nitric_oxide: Scalar
    within: Flag

    @property
    def number_density(self) -> Scalar:
        """Number of all particles in a volume, electrons included [1/m^3]."""
        return self.pressure / (float(BOLTZMANN) * self.temperature)

    @property
    def total_enthalpy(self) -> Scalar:
        """Specific enthalpy plus half of speed squared [J/kg]."""
        return self.enthalpy + 0.5 * self.speed**2
