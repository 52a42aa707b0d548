"""Skin friction of panels after Eckert, with an edge state from Newton's idea of a surface stream."""

import math
from typing import NamedTuple

import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.planet import dynamic_viscosity

LEAST_REYNOLDS = 1.0
"""Least Reynolds number of the friction formulas [-]; below, their value there is held."""

LEAST_TURBULENT_REYNOLDS = 1e3
"""Least Reynolds number of the turbulent formula [-]; below, its value there is held."""

LAMINAR_RECOVERY = math.sqrt(0.72)
"""Share of the kinetic energy that a laminar layer recovers as heat at an insulated wall [-]."""

TURBULENT_RECOVERY = 0.72 ** (1.0 / 3.0)
"""Share of the kinetic energy that a turbulent layer recovers as heat at an insulated wall [-]."""


class Edge(NamedTuple):
    """State of the air that streams along a surface, over that of the undisturbed stream.

    Parameters
    ----------
    pressure_ratio
        Static pressure over that of the stream [-].
    temperature_ratio
        Temperature over that of the stream [-].
    speed_ratio
        Speed over that of the stream [-].
    """

    pressure_ratio: Scalar
    temperature_ratio: Scalar
    speed_ratio: Scalar


def newtonian_edge(
    mach: Scalar, inclination: Scalar, pressure_coefficient: Scalar, heat_ratio: Scalar | float
) -> Edge:
    """Air at the surface that keeps its speed along the surface and its total energy.

    The part of the velocity along the surface is kept, as Newton's theory has it, that across is turned into
    heat of a perfect gas. It is right for sharp inclined surfaces and too fast behind a blunt nose, where the
    air has crossed a stronger shock.

    Parameters
    ----------
    mach
        Mach number of the stream [-].
    inclination
        Sine of the angle between surface and stream [-].
    pressure_coefficient
        Pressure coefficient of the surface [-].
    heat_ratio
        Ratio of specific heats [-].

    References
    ----------
    anderson2006, section 3.2 (Newtonian theory keeps the tangential momentum).
    """
    square = inclination * inclination
    return Edge(
        pressure_ratio=jnp.maximum(1.0 + 0.5 * heat_ratio * mach * mach * pressure_coefficient, 0.0),
        temperature_ratio=1.0 + 0.5 * (heat_ratio - 1.0) * mach * mach * square,
        speed_ratio=jnp.sqrt(jnp.maximum(1.0 - square, 0.0)),
    )


def friction_coefficient(
    edge: Edge,
    mach: Scalar,
    reynolds: Scalar,
    *,
    temperature: Scalar | float,
    wall_temperature: Scalar | float,
    transition_reynolds: Scalar | float,
    heat_ratio: Scalar | float = 1.4,
) -> Scalar:
    """Shear over the dynamic pressure of the undisturbed stream, on a flat plate.

    Incompressible formulas at Eckert's reference temperature, T* = T_e + (T_w - T_e)/2 + 0.22 (T_r - T_e):
    0.664 / sqrt(Re*) where laminar, 0.370 / log10(Re*)^2.584 where turbulent. The flow is turbulent where the
    Reynolds number of the edge state exceeds `transition_reynolds`; in flight that number scatters between
    about 0.5 and 20 million. Sutherland's law is continued above its 1900 K. Known errors: some percent
    against exact laminar plates up to Mach 10; that a cone has sqrt(3) times the shear is left out.

    Parameters
    ----------
    edge
        Air at the surface.
    mach
        Mach number of the undisturbed stream [-].
    reynolds
        Reynolds number of the undisturbed stream on the distance from the leading point [-].
    temperature
        Temperature of the undisturbed stream [K].
    wall_temperature
        Temperature of the wall [K].
    transition_reynolds
        Reynolds number of the edge state at which laminar flow turns turbulent [-].
    heat_ratio
        Ratio of specific heats [-].

    Returns
    -------
    Shear over the dynamic pressure of the undisturbed stream [-].

    References
    ----------
    eckert1955 (reference temperature); schlichting1979, chapters 7 (laminar plate) and 21 (Schultz-Grunow).
    """
    wall = wall_temperature / temperature
    rise = 0.5 * (heat_ratio - 1.0) * (mach * edge.speed_ratio) ** 2
    middle = 0.5 * (edge.temperature_ratio + wall)

    def plate(reference: Scalar) -> tuple[Scalar, Scalar]:
        """Reynolds number and dynamic pressure at a reference temperature, over those of the stream."""
        slower = dynamic_viscosity(reference * temperature) / dynamic_viscosity(_scalar(temperature))
        momentum = edge.pressure_ratio / reference * edge.speed_ratio
        return reynolds * momentum / slower, momentum * edge.speed_ratio

    laminar_reynolds, laminar_pressure = plate(middle + 0.22 * LAMINAR_RECOVERY * rise)
    turbulent_reynolds, turbulent_pressure = plate(middle + 0.22 * TURBULENT_RECOVERY * rise)
    laminar = 0.664 / jnp.sqrt(jnp.maximum(laminar_reynolds, LEAST_REYNOLDS)) * laminar_pressure
    logarithm = jnp.log10(jnp.maximum(turbulent_reynolds, LEAST_TURBULENT_REYNOLDS))
    turbulent = 0.370 * logarithm**-2.584 * turbulent_pressure
    at_edge, _ = plate(edge.temperature_ratio)
    return jnp.where(at_edge > transition_reynolds, turbulent, laminar)


def _scalar(number: Scalar | float) -> Scalar:
    return jnp.asarray(number, dtype=float)
