"""Tables of lift and drag coefficients of a surface in panels, and of a shape."""

from __future__ import annotations

import math

import jax
import numpy as np
from numpy.typing import ArrayLike

from boostglide.core import Array, Scalar
from boostglide.vehicle.delta_wing import BluntedDeltaWing
from boostglide.vehicle.panel_forces import force_coefficients
from boostglide.vehicle.panels import Panels
from boostglide.vehicle.shapes import AbstractRevolution
from boostglide.vehicle.surface import SurfaceSettings
from boostglide.vehicle.table import AerodynamicTable
from boostglide.vehicle.table_checks import checked_axis, require_positive

GREATEST_OPENING = 1e-3
"""Greatest length of the sum of area times normal over the area that counts as closed [-]."""


def table_from_panels(
    panels: Panels,
    mach: ArrayLike,
    angle_of_attack: ArrayLike,
    *,
    reference_area: float,
    reference_length: float,
    knudsen: ArrayLike | None = None,
    trim_angle: float | None = None,
    symmetric: bool = False,
    settings: SurfaceSettings | None = None,
) -> AerodynamicTable:
    """Table of lift and drag coefficients of a closed surface.

    Local inclination knows neither the entropy layer of a blunt nose nor shadows, separation or interaction
    of shock and boundary layer. With modified Newtonian pressure, lift and drag of the Apollo command module
    are 6 to 8 % too high and their ratio within 2 %; the drag of the flatter Fire II is up to 15 % too high,
    that of the 60 deg cone of Stardust 6 to 7 % too low. Slender lifting bodies have not been compared.

    Parameters
    ----------
    panels
        Closed surface.
    mach, angle_of_attack
        Rising Mach numbers from 2 up, better from 3 up, [-] and angles [rad], from 0 up for a symmetric body.
    reference_area, reference_length
        Area of the coefficients [m^2] and length of the Knudsen number [m].
    knudsen
        Rising Knudsen numbers [-]; None for a continuum without friction and a table without that axis.
    trim_angle
        Angle at a lift fraction of one [rad]; None for that of the best lift-to-drag ratio.
    symmetric
        Whether a negative angle mirrors the positive one.
    settings
        How pressure and friction are found; None for `SurfaceSettings()`.

    Raises
    ------
    ValueError
        If an axis is malformed or the surface is open.
    """
    machs = checked_axis("mach", mach, least=2.0)
    angles = checked_axis("angle_of_attack", angle_of_attack, least=-math.pi, greatest=math.pi)
    numbers = None if knudsen is None else checked_axis("knudsen", knudsen, least=1e-12)
    require_positive(reference_area=reference_area, reference_length=reference_length)
    _require_closed(panels)
    on = (reference_area, reference_length, settings or SurfaceSettings())
    lift, drag = _sweep(panels, machs, angles, numbers, *on)
    return AerodynamicTable.from_table(
        machs,
        angles,
        np.asarray(lift),
        np.asarray(drag),
        reference_area=reference_area,
        reference_length=reference_length,
        trim_angle=trim_angle,
        rarefaction="none" if numbers is None else "knudsen",
        rarefaction_logarithm=None if numbers is None else np.log10(numbers),
        symmetric=symmetric,
    )


def _require_closed(panels: Panels) -> None:
    if panels.opening > GREATEST_OPENING:
        raise ValueError(
            f"Argument `panels` must be a closed surface, but its normals leave {panels.opening:.2g} of the "
            "area open."
        )


@jax.jit
def _sweep(
    panels: Panels,
    machs: Array,
    angles: Array,
    numbers: Array | None,
    area: Scalar,
    length: Scalar,
    settings: SurfaceSettings,
) -> tuple[Array, Array]:
    """Coefficients over all three axes; one angle after the other, so that little memory is used."""

    def at(mach: Scalar, angle: Scalar) -> tuple[Array, Array]:
        return force_coefficients(panels, mach, angle, numbers, area, length, settings)

    return jax.lax.map(lambda mach: jax.lax.map(lambda angle: at(mach, angle), angles), machs)


def table_from_shape(
    shape: AbstractRevolution | BluntedDeltaWing,
    mach: ArrayLike,
    angle_of_attack: ArrayLike,
    *,
    knudsen: ArrayLike | None = None,
    trim_angle: float | None = None,
    settings: SurfaceSettings | None = None,
) -> AerodynamicTable:
    """Table of lift and drag coefficients of a shape, on its own reference area and length.

    Parameters
    ----------
    shape
        Body of revolution or delta wing.
    mach
        Rising Mach numbers [-], from 2 up.
    angle_of_attack
        Rising angles from 0 up [rad].
    knudsen
        Rising Knudsen numbers on the reference length [-]; None for a continuum without friction.
    trim_angle
        Angle at a lift fraction of one [rad]; None for that of the best lift-to-drag ratio.
    settings
        How pressure and friction are found; None for `SurfaceSettings()`.

    Returns
    -------
    The table, symmetric in the angle; its coefficients are in [-].

    Raises
    ------
    ValueError
        If an axis is malformed.
    """
    return table_from_panels(
        shape.panels(),
        mach,
        angle_of_attack,
        reference_area=shape.reference_area,
        reference_length=shape.reference_length,
        knudsen=knudsen,
        trim_angle=trim_angle,
        symmetric=True,
        settings=settings,
    )
