"""Tables of coefficients of a vehicle: those of its file, and those computed from its shape."""

from __future__ import annotations

import functools
import math
from typing import Any

import jax
import numpy as np

from boostglide.scenario import MeshShape, Shape, TableAerodynamics
from boostglide.vehicle import AerodynamicTable, Panels, SurfaceSettings, table_from_panels

MACH = (2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 14.0, 20.0, 30.0)
"""Mach numbers of a table that is computed from a shape; the first value holds below, the last above."""

DEGREES = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 23, 26, 30, 35, 40, 45, 50, 60)
"""Angles of attack of such a table, in degrees."""

KNUDSEN = tuple(float(number) for number in np.logspace(-8, 2, 11))
"""Knudsen numbers of such a table, from near the ground to free molecules."""


@functools.lru_cache(maxsize=16)
def table_of_file(model: TableAerodynamics) -> AerodynamicTable:
    """The table of a file, with coefficients along the stream and an area of 1 m^2; built once.

    Parameters
    ----------
    model
        The table as written.
    """
    with jax.ensure_compile_time_eval():  # a trace that asks for it first must leave no traced numbers behind
        return _table_of_file(model)


def _table_of_file(model: TableAerodynamics) -> AerodynamicTable:
    angles = np.array([angle.value for angle in model.angle_of_attack])
    lift, drag = _along_the_stream(model, angles)
    third = model.log10_knudsen if model.log10_knudsen is not None else model.log10_reynolds
    rarefaction: Any = "none" if third is None else "knudsen" if third is model.log10_knudsen else "reynolds"
    return AerodynamicTable.from_table(
        model.mach,
        angles,
        lift,
        drag,
        reference_area=1.0,
        rarefaction=rarefaction,
        rarefaction_logarithm=third,
        symmetric=model.symmetric,
    )


def _along_the_stream(model: TableAerodynamics, angles: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Lift and drag coefficients, turned out of the body axes where need be."""
    if model.is_along_the_stream:
        return np.array(model.lift_coefficient), np.array(model.drag_coefficient)
    axial, normal = np.array(model.axial_force_coefficient), np.array(model.normal_force_coefficient)
    shape = (1, -1) + (1,) * (axial.ndim - 2)
    cosine, sine = np.cos(angles).reshape(shape), np.sin(angles).reshape(shape)
    return normal * cosine - axial * sine, axial * cosine + normal * sine


@functools.lru_cache(maxsize=16)
def table_of_shape(model: Shape) -> AerodynamicTable:
    """Table of the coefficients of a shape, computed once.

    Parameters
    ----------
    model
        The shape as written.
    """
    with jax.ensure_compile_time_eval():
        return _table_of_shape(model)


def _table_of_shape(model: Shape) -> AerodynamicTable:
    body: Any = model.body()
    panels: Panels = body if isinstance(model, MeshShape) else body.panels()
    symmetric = not isinstance(model, MeshShape)
    degrees = DEGREES if symmetric else (*(-angle for angle in reversed(DEGREES[1:])), *DEGREES)
    area, length = model.reference_area, model.reference_length
    return table_from_panels(
        panels,
        MACH,
        [math.radians(angle) for angle in degrees],
        reference_area=body.reference_area if area is None else area.amounts[0].value,
        reference_length=body.reference_length if length is None else length.amounts[0].value,
        knudsen=KNUDSEN,
        symmetric=symmetric,
        settings=SurfaceSettings(pressure=model.theory),
    )
