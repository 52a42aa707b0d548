"""Everything about transport in a gas at one state."""

import equinox as eqx

from boostglide.core import Array, Flag, Float, Scalar

PerSpecies = Float[Array, " species"]


class TransportProperties(eqx.Module):
    """Transport properties of a gas at one point, with one temperature or two.

    With two, heavy particles move and rotate at the first, and vibration, excitation and electrons are at the
    second; each conductivity multiplies the gradient of its own. Reactive values and those called equilibrium
    hold for a gas in chemical equilibrium at one temperature and mean nothing else.

    Parameters
    ----------
    viscosity
        Viscosity [Pa s].
    heavy_conductivity
        Thermal conductivity by the motion of heavy particles [W/m/K].
    rotational_conductivity
        By the rotation of molecules [W/m/K].
    vibronic_conductivity
        By vibration and excitation of heavy particles [W/m/K].
    electron_conductivity
        By the motion of electrons [W/m/K].
    reactive_conductivity
        By diffusion and reaction in equilibrium [W/m/K].
    frozen_heat_capacity
        Heat capacity at constant pressure and composition [J/kg/K].
    equilibrium_heat_capacity
        Heat capacity at constant pressure in equilibrium [J/kg/K].
    density
        Density [kg/m^3].
    diffusion
        Diffusion coefficient of each species into the mixture [m^2/s].
    ambipolar_diffusion
        The same of ions with the electrons that they drag; zero for electrons [m^2/s].
    electrical_conductivity
        Electrical conductivity without magnetic field [S/m].
    collision_frequency
        Collision frequency of electrons that a steady current has, n e^2 / (m sigma) [1/s].
    partner_frequency
        Momentum-changing collisions of an electron with each species, zero with electrons [1/s]. Their sum is
        the frequency for fields that change fast against it.
    debye_length
        Length over which charges are screened [m].
    within
        Whether the temperatures lie in the range of the collision integrals.
    """

    viscosity: Scalar
    heavy_conductivity: Scalar
    rotational_conductivity: Scalar
    vibronic_conductivity: Scalar
    electron_conductivity: Scalar
    reactive_conductivity: Scalar
    frozen_heat_capacity: Scalar
    equilibrium_heat_capacity: Scalar
    density: Scalar
    diffusion: PerSpecies
    ambipolar_diffusion: PerSpecies
    electrical_conductivity: Scalar
    collision_frequency: Scalar
    partner_frequency: PerSpecies
    debye_length: Scalar
    within: Flag

    @property
    def frozen_conductivity(self) -> Scalar:
        """Thermal conductivity at frozen composition, all kinds together [W/m/K]."""
        carried = self.rotational_conductivity + self.vibronic_conductivity
        return self.heavy_conductivity + carried + self.electron_conductivity

    @property
    def equilibrium_conductivity(self) -> Scalar:
        """Thermal conductivity in chemical equilibrium [W/m/K]."""
        return self.frozen_conductivity + self.reactive_conductivity

    @property
    def frozen_prandtl(self) -> Scalar:
        """Prandtl number of frozen composition [-]."""
        return self.viscosity * self.frozen_heat_capacity / self.frozen_conductivity

    @property
    def equilibrium_prandtl(self) -> Scalar:
        """Prandtl number of chemical equilibrium [-]."""
        return self.viscosity * self.equilibrium_heat_capacity / self.equilibrium_conductivity

    @property
    def lewis(self) -> PerSpecies:
        """Lewis number of each species, diffusion over conduction of heat at frozen composition [-]."""
        return self.diffusion * (self.density * self.frozen_heat_capacity / self.frozen_conductivity)

    @property
    def equilibrium_lewis(self) -> Scalar:
        """Reactive over frozen conductivity, divided by the same ratio of heat capacities [-].

        One mean Lewis number of all that reacts; where nothing does it has no meaning.
        """
        added = self.equilibrium_heat_capacity / self.frozen_heat_capacity - 1.0
        return self.reactive_conductivity / (self.frozen_conductivity * added)

    @property
    def momentum_transfer_frequency(self) -> Scalar:
        """Momentum-changing collisions of an electron with all heavy particles [1/s]."""
        return self.partner_frequency.sum()
