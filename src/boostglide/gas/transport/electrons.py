"""Electrons of a plasma: how they conduct electricity and heat, and how often they collide."""

import math

import jax.numpy as jnp

from boostglide.core import BOLTZMANN, ELECTRON_MASS, ELEMENTARY_CHARGE, Array, Float, Scalar
from boostglide.gas.transport.collisions import ElectronIntegrals
from boostglide.solve import solve_linear

Heavy = Float[Array, " heavy"]
_K, _MASS, _CHARGE = float(BOLTZMANN), float(ELECTRON_MASS), float(ELEMENTARY_CHARGE)
ORDERS = (1, 2, 3)


def momentum_transfer_frequency(
    number_density: Heavy, integrals: ElectronIntegrals, electron_temperature: Scalar
) -> Heavy:
    """Collisions of an electron that change its momentum, with each kind of heavy particle.

    Parameters
    ----------
    number_density
        Heavy particles of each species in a volume [1/m^3].
    integrals
        Collision integrals of electrons.
    electron_temperature
        Temperature of the electrons [K].

    Returns
    -------
    Collision frequencies, 4/3 of mean speed times density times Q11 [1/s].

    References
    ----------
    mitchner1973
    """
    speed = jnp.sqrt(8.0 * _K * electron_temperature / (math.pi * _MASS))
    return 4.0 / 3.0 * speed * number_density * integrals.first


def conductivity_frequency(
    number_density: Heavy,
    electron_density: Scalar,
    integrals: ElectronIntegrals,
    electron_temperature: Scalar,
    *,
    order: int = 3,
) -> Scalar:
    """The collision frequency of a steady current, n e^2 / (m sigma).

    The first order is the sum of the frequencies of momentum transfer; higher ones let the electrons leave
    the Maxwell distribution. In equilibrium air the first lies up to 60 per cent above the third (1 to 15 at
    6000 to 7000 K, 28 to 35 in cold air, 55 to 60 in ionised air), the second up to 6 per cent.

    Parameters
    ----------
    number_density
        Heavy particles of each species in a volume [1/m^3].
    electron_density
        Electrons in a volume [1/m^3].
    integrals
        Collision integrals of electrons.
    electron_temperature
        Temperature of the electrons [K].
    order
        Order of the approximation in Laguerre polynomials: 1, 2 or 3.

    Returns
    -------
    Collision frequency [1/s].

    References
    ----------
    devoto1967, magin2004
    """
    matrix = _system(number_density, electron_density, integrals)[:order, :order]
    effective = 1.0 / _first_of_inverse(matrix)
    speed = jnp.sqrt(8.0 * _K * electron_temperature / (math.pi * _MASS))
    return 4.0 / 3.0 * speed * effective


def electrical_conductivity(electron_density: Scalar, collision_frequency: Scalar) -> Scalar:
    """Conductivity without a magnetic field, n e^2 / (m nu).

    Parameters
    ----------
    electron_density
        Electrons in a volume [1/m^3].
    collision_frequency
        Collision frequency of a steady current [1/s].

    Returns
    -------
    Electrical conductivity [S/m].
    """
    return electron_density * _CHARGE**2 / (_MASS * collision_frequency)


def electron_conductivity(
    number_density: Heavy,
    electron_density: Scalar,
    integrals: ElectronIntegrals,
    electron_temperature: Scalar,
    *,
    order: int = 3,
) -> Scalar:
    """Conduction of heat by electrons, without current.

    Parameters
    ----------
    number_density
        Heavy particles of each species in a volume [1/m^3].
    electron_density
        Electrons in a volume [1/m^3].
    integrals
        Collision integrals of electrons.
    electron_temperature
        Temperature of the electrons [K].
    order
        Order of the approximation: 2 or 3.

    Returns
    -------
    Thermal conductivity [W/m/K].

    References
    ----------
    devoto1967, magin2004
    """
    matrix = _system(number_density, electron_density, integrals)[1:order, 1:order]
    speed = jnp.sqrt(2.0 * math.pi * _K * electron_temperature / _MASS)
    return 75.0 / 64.0 * _K * speed * electron_density * _first_of_inverse(matrix)


def _first_of_inverse(matrix: Float[Array, "order order"]) -> Scalar:
    """The first element of the inverse of a symmetric matrix."""
    return solve_linear(matrix, jnp.eye(matrix.shape[0])[0])[0]


def _system(number_density: Heavy, electron_density: Scalar, q: ElectronIntegrals) -> Float[Array, "3 3"]:
    """Cross section in a volume by pair of Laguerre polynomials [1/m]."""
    among = math.sqrt(2.0) * electron_density

    def heavy(*terms: Heavy) -> Scalar:
        return jnp.sum(number_density * sum(terms[1:], terms[0]))

    l00 = heavy(q.first)
    l01 = heavy(2.5 * q.first, -3.0 * q.second)
    l11 = heavy(6.25 * q.first, -15.0 * q.second, 12.0 * q.third) + among * q.pair_22
    l02 = heavy(35.0 / 8.0 * q.first, -10.5 * q.second, 6.0 * q.third)
    l12 = heavy(175.0 / 16.0 * q.first, -315.0 / 8.0 * q.second, 57.0 * q.third, -30.0 * q.fourth)
    l12 += among * (1.75 * q.pair_22 - 2.0 * q.pair_23)
    l22 = heavy(
        1225.0 / 64.0 * q.first,
        -735.0 / 8.0 * q.second,
        199.5 * q.third,
        -210.0 * q.fourth,
        90.0 * q.fifth,
    )
    l22 += among * (77.0 / 16.0 * q.pair_22 - 7.0 * q.pair_23 + 5.0 * q.pair_24)
    return jnp.stack([jnp.stack([l00, l01, l02]), jnp.stack([l01, l11, l12]), jnp.stack([l02, l12, l22])])
