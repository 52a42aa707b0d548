"""How pressure and friction on panels are found, and the pressure in a continuum."""

from __future__ import annotations

import math
from typing import Literal

import equinox as eqx
import jax.numpy as jnp
from jax.core import Tracer

from boostglide.core import Flag, Scalar
from boostglide.vehicle.inclination import (
    leeward_pressure_coefficient,
    newtonian_pressure_coefficient,
    stagnation_pressure_coefficient,
    tangent_cone_pressure_coefficient,
)

_RANGES = {
    "heat_ratio": (1.0, 5 / 3),
    "temperature": (0.0, 1e4),
    "wall_temperature": (0.0, 1e4),
    "transition_reynolds": (0.0, math.inf),
    "normal_accommodation": (-1e-12, 1.0),
    "tangential_accommodation": (-1e-12, 1.0),
}
"""Ends of what the settings may be, in their units; the lower one is left out."""

PressureMethod = Literal["newtonian", "modified-newtonian", "tangent-cone"]


class SurfaceSettings(eqx.Module):
    """How the pressure and friction on panels are found.

    Parameters
    ----------
    pressure
        "modified-newtonian" for blunt bodies; "tangent-cone" for slender ones, whose rounded parts stay with
        the modified Newtonian theory; "newtonian" for the classical theory with no pressure to leeward.
    heat_ratio
        Ratio of specific heats [-]; 1.4 for cold air, about 1.2 for dissociated air behind the shock.
    friction
        Whether skin friction is added; it needs Knudsen numbers.
    temperature
        Temperature of the undisturbed stream [K].
    wall_temperature
        Temperature of the wall [K].
    transition_reynolds
        Reynolds number of the edge state on the distance from the leading point at which laminar flow turns
        turbulent [-].
    normal_accommodation, tangential_accommodation
        Accommodation of the momentum of molecules across and along the surface [-].
    """

    pressure: PressureMethod = eqx.field(static=True, default="modified-newtonian")
    heat_ratio: Scalar | float = 1.4
    friction: bool = eqx.field(static=True, default=True)
    temperature: Scalar | float = 220.0
    wall_temperature: Scalar | float = 1000.0
    transition_reynolds: Scalar | float = 1e6
    normal_accommodation: Scalar | float = 1.0
    tangential_accommodation: Scalar | float = 1.0

    def __check_init__(self) -> None:
        if self.pressure not in ("newtonian", "modified-newtonian", "tangent-cone"):
            raise ValueError(
                "Argument `pressure` must be newtonian, modified-newtonian or tangent-cone, but is "
                f"{self.pressure}."
            )
        for name, (low, high) in _RANGES.items():
            value = getattr(self, name)
            if not isinstance(value, Tracer) and not low < value <= high:
                raise ValueError(
                    f"Argument `{name}` must lie between {low:g} and {high:g}, but is {value:g}."
                )


def continuum_pressure_coefficient(
    mach: Scalar, inclination: Scalar, rounded: Flag, settings: SurfaceSettings
) -> Scalar:
    """Pressure coefficient of a panel in a continuum [-].

    Parameters
    ----------
    mach
        Mach number [-].
    inclination
        Sine of the angle between panel and stream [-].
    rounded
        Whether the panel belongs to a rounded part.
    settings
        Which theory is used.
    """
    if settings.pressure == "newtonian":
        return newtonian_pressure_coefficient(inclination)
    greatest = stagnation_pressure_coefficient(mach, settings.heat_ratio)
    windward = newtonian_pressure_coefficient(inclination, greatest)
    if settings.pressure == "tangent-cone":
        cone = tangent_cone_pressure_coefficient(mach, inclination, settings.heat_ratio)
        windward = jnp.where(rounded, windward, jnp.minimum(cone, greatest))
    return windward + leeward_pressure_coefficient(mach, inclination, settings.heat_ratio)
