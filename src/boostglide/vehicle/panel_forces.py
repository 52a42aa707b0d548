"""Lift and drag coefficients of panels at one Mach number and angle of attack."""

from __future__ import annotations

import math

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Float, Scalar
from boostglide.vehicle.free_molecular import (
    CONTINUUM_KNUDSEN,
    free_molecular_coefficients,
    rarefaction_share,
    speed_ratio,
)
from boostglide.vehicle.friction import friction_coefficient, newtonian_edge
from boostglide.vehicle.panels import Panels
from boostglide.vehicle.surface import SurfaceSettings, continuum_pressure_coefficient

PerPanel = Float[Array | np.ndarray, " panel"]
"""One number for each panel."""

references: tuple[str, ...] = (
    "naca1135",
    "anderson2006",
    "lees1955",
    "rasmussen1967",
    "gentry1973",
    "schaaf1958",
    "wilmoth1999",
    "eckert1955",
    "schlichting1979",
)
"""What a table from panels rests on."""


def reynolds_of_knudsen(mach: Scalar, knudsen: Scalar, heat_ratio: Scalar | float = 1.4) -> Scalar:
    """Reynolds number on the length of a Knudsen number: (M / Kn) sqrt(pi g / 2).

    Exact for the mean free path of hard spheres, 2 mu / (rho c); with the mean free path and viscosity of the
    1976 standard atmosphere it is within 15 % from 200 to 300 K.

    Parameters
    ----------
    mach
        Mach number [-].
    knudsen
        Mean free path over a length [-].
    heat_ratio
        Ratio of specific heats [-].

    Returns
    -------
    Reynolds number [-].

    References
    ----------
    bird1994, section 4.3 (mean free path and viscosity of hard spheres).
    """
    return mach / knudsen * jnp.sqrt(jnp.asarray(0.5 * math.pi * heat_ratio, dtype=float))


def wind_axes(angle_of_attack: Scalar) -> tuple[Float[Array, " 3"], Float[Array, " 3"]]:
    """Directions of the stream and of the lift in body axes [-] at an angle of attack [rad]."""
    cosine, sine, zero = jnp.cos(angle_of_attack), jnp.sin(angle_of_attack), jnp.zeros(())
    return jnp.stack([cosine, zero, sine]), jnp.stack([-sine, zero, cosine])


def force_coefficients(
    panels: Panels,
    mach: Scalar,
    angle_of_attack: Scalar,
    knudsen: Float[Array, " knudsen"] | None,
    reference_area: Scalar,
    reference_length: Scalar,
    settings: SurfaceSettings,
) -> tuple[Float[Array, " knudsen"], Float[Array, " knudsen"]]:
    """Lift and drag coefficients of panels at one Mach number and angle.

    Parameters
    ----------
    panels
        Closed surface.
    mach
        Mach number [-].
    angle_of_attack
        Angle of attack [rad].
    knudsen
        Mean free path over the reference length, several [-]; None for a continuum without friction.
    reference_area
        Area of the coefficients [m^2].
    reference_length
        Length of the Knudsen number [m].
    settings
        How pressure and friction are found.

    Returns
    -------
    Lift and drag coefficient at each Knudsen number [-].
    """
    stream, upward = wind_axes(angle_of_attack)
    inclination = -(panels.normal @ stream)
    weight = panels.area / reference_area
    along = stream[None, :] + inclination[:, None] * panels.normal
    along = along / jnp.maximum(jnp.linalg.norm(along, axis=1), 1e-12)[:, None]

    def sum_up(pressure: PerPanel, shear: PerPanel) -> Array:
        """Lift and drag coefficient of pressures and shears on the panels."""
        force = weight @ (shear[:, None] * along - pressure[:, None] * panels.normal)
        return jnp.stack([force @ upward, force @ stream])

    pressure = continuum_pressure_coefficient(mach, inclination, panels.rounded, settings)
    if knudsen is None:
        lift, drag = sum_up(pressure, jnp.zeros_like(pressure))
        return lift[None], drag[None]
    reach = panels.centre @ stream
    distance = (reach - jnp.min(reach)) / reference_length
    free = sum_up(*_free_molecular(mach, inclination, settings))

    def at(number: Scalar) -> Array:
        shear = jnp.zeros_like(pressure)
        if settings.friction:
            shear = _friction(mach, inclination, pressure, distance, number, settings)
        continuum = sum_up(pressure, shear)
        return continuum + (free - continuum) * rarefaction_share(number)

    both = jax.lax.map(at, knudsen)
    return both[:, 0], both[:, 1]


def _free_molecular(
    mach: Scalar, inclination: PerPanel, settings: SurfaceSettings
) -> tuple[PerPanel, PerPanel]:
    return free_molecular_coefficients(
        speed_ratio(mach, settings.heat_ratio),
        inclination,
        settings.wall_temperature / settings.temperature,
        normal_accommodation=settings.normal_accommodation,
        tangential_accommodation=settings.tangential_accommodation,
    )


def _friction(
    mach: Scalar,
    inclination: PerPanel,
    pressure: PerPanel,
    distance: PerPanel,
    knudsen: Scalar,
    settings: SurfaceSettings,
) -> PerPanel:
    """Shear on the panels [-]; in thin air that of the thinnest continuum, from where the bridge leads on."""
    reynolds = reynolds_of_knudsen(mach, jnp.minimum(knudsen, CONTINUUM_KNUDSEN), settings.heat_ratio)
    return friction_coefficient(
        newtonian_edge(mach, inclination, pressure, settings.heat_ratio),
        mach,
        reynolds * jnp.maximum(distance, 1e-6),
        temperature=settings.temperature,
        wall_temperature=settings.wall_temperature,
        transition_reynolds=settings.transition_reynolds,
        heat_ratio=settings.heat_ratio,
    )
