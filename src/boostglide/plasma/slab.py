"""A plane wave through a uniform layer of plasma at normal incidence."""

import math

import equinox as eqx
import jax
import jax.numpy as jnp

from boostglide.core import SPEED_OF_LIGHT, Scalar
from boostglide.plasma.medium import refractive_index

DECIBEL = 20.0 / math.log(10.0)
"""Decibels in one neper."""


class SlabTransmission(eqx.Module):
    """What a uniform layer does to a wave; the three shares of the power sum to one.

    Parameters
    ----------
    reflected, transmitted, absorbed
        Shares of the power [-].
    attenuation
        Loss of the transmitted wave, absorption and reflection together [dB].
    absorption
        Loss along the path alone, without the two faces [dB].
    """

    reflected: Scalar
    transmitted: Scalar
    absorbed: Scalar
    attenuation: Scalar
    absorption: Scalar


def absorption(
    electron_density: Scalar, collision_frequency: Scalar, thickness: Scalar, frequency: Scalar
) -> Scalar:
    """Loss along a path through uniform plasma, 8.686 (omega / c) Im(n) d, without reflection at the faces.

    Parameters
    ----------
    electron_density
        Electrons in a volume [1/m^3].
    collision_frequency
        Momentum-changing collisions of one electron [1/s].
    thickness
        Length of the path [m].
    frequency
        Frequency of the wave [Hz].

    Returns
    -------
    Loss [dB].

    References
    ----------
    ginzburg1970, section 7.
    """
    index = refractive_index(electron_density, collision_frequency, frequency)[1]
    return DECIBEL * _wavenumber(frequency) * thickness * index


def slab_transmission(
    electron_density: Scalar, collision_frequency: Scalar, thickness: Scalar, frequency: Scalar
) -> SlabTransmission:
    """Reflection, transmission and absorption of a uniform layer in vacuum, all inner reflections included.

    Parameters
    ----------
    electron_density
        Electrons in a volume [1/m^3].
    collision_frequency
        Momentum-changing collisions of one electron [1/s].
    thickness
        Thickness of the layer [m].
    frequency
        Frequency of the wave [Hz].

    Returns
    -------
    Shares of power and losses. A real shear layer has no sharp faces: its reflection is smaller, and the loss
    lies between `absorption` and `attenuation`.

    References
    ----------
    born1999, section 1.6, Eqs. 60 and 61, with fields as exp(-i omega t).
    """
    real, loss = refractive_index(electron_density, collision_frequency, frequency)
    phase = _wavenumber(frequency) * thickness
    index = jax.lax.complex(real, loss)
    face = (1.0 - index) / (1.0 + index)
    round_trip = jnp.exp(-2.0 * phase * loss)
    inside = jax.lax.complex(
        round_trip * jnp.cos(2.0 * phase * real), round_trip * jnp.sin(2.0 * phase * real)
    )
    denominator = 1.0 - face * face * inside
    reflected = _power(face * (1.0 - inside) / denominator)
    faces = _power((1.0 - face * face) / denominator)
    transmitted = faces * round_trip
    along = DECIBEL * phase * loss
    return SlabTransmission(
        reflected=reflected,
        transmitted=transmitted,
        absorbed=1.0 - reflected - transmitted,
        attenuation=along - 0.5 * DECIBEL * jnp.log(faces),
        absorption=along,
    )


def attenuation(
    electron_density: Scalar, collision_frequency: Scalar, thickness: Scalar, frequency: Scalar
) -> Scalar:
    """Loss of a wave through a uniform layer with sharp faces, reflection included.

    Parameters
    ----------
    electron_density
        Electrons in a volume [1/m^3].
    collision_frequency
        Momentum-changing collisions of one electron [1/s].
    thickness
        Thickness of the layer [m].
    frequency
        Frequency of the wave [Hz].

    Returns
    -------
    Loss [dB].

    References
    ----------
    born1999, section 1.6.
    """
    return slab_transmission(electron_density, collision_frequency, thickness, frequency).attenuation


def _wavenumber(frequency: Scalar) -> Scalar:
    """Wave number in vacuum [rad/m]."""
    return 2.0 * math.pi * frequency / float(SPEED_OF_LIGHT)


def _power(amplitude: jax.Array) -> Scalar:
    """Square of the size of a complex amplitude."""
    return jnp.real(amplitude) ** 2 + jnp.imag(amplitude) ** 2
