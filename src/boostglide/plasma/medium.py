"""An unmagnetised plasma with collisions as a medium for radio waves.

Fields vary as exp(-i omega t); absorption then has a positive imaginary part of the permittivity.
"""

import math

import jax
import jax.numpy as jnp
from jaxtyping import Complex

from boostglide.core import ELECTRON_MASS, ELEMENTARY_CHARGE, VACUUM_PERMITTIVITY, Array, Scalar

_SQUARE_FREQUENCY = float(ELEMENTARY_CHARGE) ** 2 / (float(VACUUM_PERMITTIVITY) * float(ELECTRON_MASS))
_TURN = 2.0 * math.pi


def plasma_frequency(electron_density: Scalar) -> Scalar:
    """Frequency below which a plasma of this density reflects, without collisions.

    Parameters
    ----------
    electron_density
        Electrons in a volume [1/m^3].

    Returns
    -------
    Frequency [Hz], cycles and not radians.

    References
    ----------
    nrl2019
    """
    return jnp.sqrt(electron_density * _SQUARE_FREQUENCY) / _TURN


def critical_density(frequency: Scalar) -> Scalar:
    """Electron density above which a wave of this frequency is reflected, 0.012404 frequency squared.

    Parameters
    ----------
    frequency
        Frequency of the wave [Hz].

    Returns
    -------
    Electrons in a volume [1/m^3].

    References
    ----------
    nrl2019; inverse of the plasma frequency.
    """
    return (_TURN * frequency) ** 2 / _SQUARE_FREQUENCY


def permittivity(
    electron_density: Scalar, collision_frequency: Scalar, frequency: Scalar
) -> Complex[Array, ""]:
    """Relative permittivity 1 - omega_p^2 / (omega (omega + i nu)), for fields as exp(-i omega t).

    Parameters
    ----------
    electron_density
        Electrons in a volume [1/m^3].
    collision_frequency
        Collisions of one electron that change its momentum, in a second [1/s].
    frequency
        Frequency of the wave [Hz].

    Returns
    -------
    Relative permittivity [-], with a positive imaginary part.

    References
    ----------
    ginzburg1970, section 3 (cold plasma with an effective collision frequency).
    """
    omega = _TURN * frequency
    strength = electron_density * _SQUARE_FREQUENCY / (omega**2 + collision_frequency**2)
    return jax.lax.complex(1.0 - strength, strength * collision_frequency / omega)


def refractive_index(
    electron_density: Scalar, collision_frequency: Scalar, frequency: Scalar
) -> tuple[Scalar, Scalar]:
    """Real and imaginary part of the refractive index; both positive, so that the wave decays forward.

    Parameters
    ----------
    electron_density
        Electrons in a volume [1/m^3].
    collision_frequency
        Momentum-changing collisions of one electron in a second [1/s].
    frequency
        Frequency of the wave [Hz].

    Returns
    -------
    Real part [-] and imaginary part [-].

    References
    ----------
    ginzburg1970, section 7 (the root without loss of digits where the permittivity is nearly real).
    """
    value = permittivity(electron_density, collision_frequency, frequency)
    real, loss = jnp.real(value), jnp.imag(value)
    size = jnp.hypot(real, loss)
    larger = jnp.sqrt(0.5 * (size + jnp.abs(real)))
    smaller = loss / (2.0 * larger)
    return jnp.where(real >= 0.0, larger, smaller), jnp.where(real >= 0.0, smaller, larger)
