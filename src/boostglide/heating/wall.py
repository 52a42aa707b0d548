"""The temperature of a thin wall that radiates all the heat it takes in."""

from collections.abc import Callable

import jax
import jax.numpy as jnp

from boostglide.core import STEFAN_BOLTZMANN, Freestream, Scalar
from boostglide.heating.stagnation.base import AbstractStagnationHeating
from boostglide.heating.stagnation.sutton_graves import SuttonGraves

STEPS = 24
LOWEST, HIGHEST = 1.0, 20000.0


def balance_temperature(
    heat_flux: Callable[[Scalar], Scalar],
    emissivity: Scalar | float,
    surroundings_temperature: Scalar | float = 0.0,
) -> Scalar:
    """Wall temperature at which emission balances a heat flux that falls with wall temperature.

    Solves q(Tw) = emissivity sigma (Tw^4 - Ts^4) by a fixed count of Newton steps kept inside a bracket that
    starts from 1 to 20000 K. A last step outside the loop carries the derivative, so the result can be
    differentiated with respect to whatever `heat_flux` closes over.

    Parameters
    ----------
    heat_flux
        Heat flux into the wall [W/m^2] as a function of wall temperature [K].
    emissivity
        Emissivity of the wall [-], above 0 and at most 1.
    surroundings_temperature
        Temperature of the surroundings that radiate back [K].

    Returns
    -------
    Scalar
        Wall temperature [K].
    """
    sigma = STEFAN_BOLTZMANN.value

    def residual(temperature: Scalar) -> Scalar:
        emitted = emissivity * sigma * (temperature**4 - surroundings_temperature**4)
        return heat_flux(temperature) - emitted

    def newton(temperature: Scalar) -> tuple[Scalar, Scalar]:
        value, slope = jax.jvp(residual, (temperature,), (jnp.ones_like(temperature),))
        return value, temperature - value / slope

    def step(_: int, state: tuple[Scalar, Scalar, Scalar]) -> tuple[Scalar, Scalar, Scalar]:
        low, high, temperature = state
        value, guess = newton(temperature)
        low = jnp.where(value > 0.0, temperature, low)
        high = jnp.where(value > 0.0, high, temperature)
        inside = (guess >= low) & (guess <= high)
        return low, high, jnp.where(inside, guess, 0.5 * (low + high))

    start = jnp.asarray(HIGHEST, dtype=float) + 0.0 * residual(jnp.asarray(1000.0, dtype=float))
    bounds = (jnp.full_like(start, LOWEST), start, 0.25 * start)
    temperature = jax.lax.stop_gradient(jax.lax.fori_loop(0, STEPS, step, bounds)[2])
    return newton(temperature)[1]


def radiative_equilibrium_temperature(
    freestream: Freestream,
    nose_radius: Scalar | float,
    emissivity: Scalar | float,
    model: AbstractStagnationHeating | None = None,
    surroundings_temperature: Scalar | float = 0.0,
) -> Scalar:
    """Temperature of a stagnation point that radiates all the heat it takes in.

    Conduction into the nose, ablation and radiation from the shock layer are left out: a solid sharp tip is
    colder than this, by far. Above about 2500 K the wall enthalpy of undissociated air is too low and the
    temperature a little too high (at 6 km/s and 3200 K by about 60 K).

    Parameters
    ----------
    freestream
        Air ahead of the body.
    nose_radius
        Nose radius [m].
    emissivity
        Emissivity of the wall [-], above 0 and at most 1.
    model
        Correlation for the heat flux; Sutton and Graves if left out.
    surroundings_temperature
        Temperature of the surroundings that radiate back [K].

    Returns
    -------
    Scalar
        Wall temperature [K].
    """
    correlation = SuttonGraves() if model is None else model
    radius = jnp.asarray(nose_radius, dtype=float)
    return balance_temperature(
        lambda temperature: correlation(freestream, radius, temperature), emissivity, surroundings_temperature
    )
