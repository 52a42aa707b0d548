"""How often an electron of hot air collides: with neutral particles and with ions."""

import math

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import BOLTZMANN, ELECTRON_MASS, ELEMENTARY_CHARGE, Scalar
from boostglide.gas import GasState

CROSS_SECTION = 1e-19
NICOLET_RATE = 5.4e-16
SMALLEST_LOGARITHM = 2.0
_KELVIN_PER_VOLT = float(ELEMENTARY_CHARGE) / float(BOLTZMANN)


class CollisionFrequency(eqx.Module):
    """Momentum-changing collisions of one electron in a second, by partner, in two models of the neutrals.

    Parameters
    ----------
    neutral
        With neutral particles, hard spheres of 1e-19 m^2 [1/s].
    neutral_nicolet
        With neutral particles, by the rate of Nicolet for air [1/s].
    ion
        With ions [1/s].
    """

    neutral: Scalar
    neutral_nicolet: Scalar
    ion: Scalar

    @property
    def total(self) -> Scalar:
        """Hard spheres and ions together [1/s]; the value that the other functions use."""
        return self.neutral + self.ion

    @property
    def total_nicolet(self) -> Scalar:
        """Nicolet's neutrals and ions together [1/s]; the other end of the spread."""
        return self.neutral_nicolet + self.ion


def neutral_collision_frequency(
    number_density: Scalar, temperature: Scalar, cross_section: float = CROSS_SECTION
) -> Scalar:
    """Collisions of an electron with neutral hard spheres, 4/3 of density, cross section and mean speed.

    Parameters
    ----------
    number_density
        Neutral particles in a volume [1/m^3].
    temperature
        Temperature of the electrons [K].
    cross_section
        Cross section for momentum transfer [m^2]. The rounded 1e-19 lies 10 per cent above the rates of Banks
        for undissociated air at 3000 K, and up to three times too high where oxygen atoms prevail.

    Returns
    -------
    Collision frequency [1/s]. Error: within a factor of 2 in undissociated air, 3 in dissociated air.

    References
    ----------
    mitchner1973 (factor 4/3); banks1966 (comparison).
    """
    speed = jnp.sqrt(8.0 * float(BOLTZMANN) * temperature / (math.pi * float(ELECTRON_MASS)))
    return 4.0 / 3.0 * number_density * cross_section * speed


def nicolet_collision_frequency(number_density: Scalar, temperature: Scalar) -> Scalar:
    """Collisions of an electron with molecules of air by the rate of Nicolet, 5.4e-16 n sqrt(T).

    Parameters
    ----------
    number_density
        Neutral particles in a volume [1/m^3].
    temperature
        Temperature of the electrons [K]; the rate was made for some hundreds to 3000 K.

    Returns
    -------
    Collision frequency [1/s]; 0.65 of that for hard spheres of 1e-19 m^2.

    References
    ----------
    nicolet1953
    """
    return NICOLET_RATE * number_density * jnp.sqrt(temperature)


def ion_collision_frequency(electron_density: Scalar, temperature: Scalar) -> Scalar:
    """Collisions of an electron with ions of charge one.

    Parameters
    ----------
    electron_density
        Electrons in a volume [1/m^3], as many ions.
    temperature
        Temperature of the electrons [K], below about 100000 K.

    Returns
    -------
    Collision frequency [1/s], 2.91e-12 n L T^(-3/2) with T in eV and the Coulomb logarithm
    L = 23 - ln(n^(1/2) T^(-3/2)), n in 1/cm^3. The logarithm is kept above 2, where the theory ends; dense
    plasmas of 1e22 per m^3 and more at 6000 K lie there.

    References
    ----------
    nrl2019, electron collision rate and Coulomb logarithm for electrons and ions below 10 eV.
    """
    volts = temperature / _KELVIN_PER_VOLT
    density = jnp.maximum(electron_density, 1e-30)
    logarithm = 23.0 - 0.5 * jnp.log(density * 1e-6) + 1.5 * jnp.log(volts)
    return (
        2.91e-12 * electron_density * jnp.maximum(logarithm, SMALLEST_LOGARITHM) / (volts * jnp.sqrt(volts))
    )


def collision_frequency(state: GasState) -> CollisionFrequency:
    """Collisions of an electron in hot air of one temperature.

    Against the conductivity of equilibrium air at 7000 K and 0.1 atm (9.3e9 per second, Mutation++ 1.2,
    computed by the developers) the total is 40 per cent too high with hard spheres and 12 per cent with
    Nicolet's rate.

    Parameters
    ----------
    state
        State of the air.

    Returns
    -------
    Collision frequencies by partner.

    References
    ----------
    mitchner1973, nicolet1953, nrl2019
    """
    electrons = state.electron_density
    neutrals = jnp.maximum(state.number_density - 2.0 * electrons, 0.0)
    return CollisionFrequency(
        neutral_collision_frequency(neutrals, state.temperature),
        nicolet_collision_frequency(neutrals, state.temperature),
        ion_collision_frequency(electrons, state.temperature),
    )
