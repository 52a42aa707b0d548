"""From the text of a vehicle or a stage to its aerodynamics and its propulsion."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from typing import Any

import jax.numpy as jnp

from boostglide.scenario import (
    CoefficientAerodynamics,
    Engine,
    MachTableAerodynamics,
    PoweredStage,
    RatioAerodynamics,
    Samples,
    TableAerodynamics,
    Vehicle,
)
from boostglide.study.vehicle_tables import table_of_file, table_of_shape
from boostglide.vehicle import (
    AbstractAerodynamics,
    AerodynamicTable,
    AirBreathingEngine,
    GlideAerodynamics,
    HingeSum,
    LinearTable,
    RocketAerodynamics,
    RocketMotor,
    TabulatedAerodynamics,
)

Numbers = Samples | Mapping[str, Any]
"""Numbers in SI by dotted path, as arrays (members,) or as scalars, traced ones included."""

EVERY_MACH = 100.0
"""Mach number up to which a constant coefficient holds [-]."""

NO_LIMIT = 1e9
"""Thrust [N] of an engine whose limit is not stated."""

_LEAST_RATIO = 1e-9


def build_aerodynamics(
    vehicle: Vehicle, numbers: Numbers, path: str = "vehicle", *, per_mass: bool = True
) -> AbstractAerodynamics:
    """Lift and drag of a vehicle.

    Parameters
    ----------
    vehicle
        The vehicle of a scenario.
    numbers
        Its numbers in SI, in any unit that their paths have.
    path
        Dotted path of the vehicle among the numbers.
    per_mass
        Whether areas are divided by the mass of the vehicle, for flights that carry no mass of their own.

    Returns
    -------
    AbstractAerodynamics
        With a field of shape (members,) wherever the numbers have that shape.
    """
    model, place = vehicle.aerodynamics, f"{path}.aerodynamics"
    mass = _number(numbers, f"{path}.mass")
    shared = mass if per_mass else 1.0
    if model is None or isinstance(model, RatioAerodynamics):
        place = path if model is None else place
        polar = vehicle.polar if model is None else model.polar
        ratio, beta = (
            _number(numbers, f"{place}.lift_to_drag"),
            _number(numbers, f"{place}.ballistic_coefficient"),
        )
        return GlideAerodynamics(ratio, beta, polar) if per_mass else _by_area(ratio, mass / beta, polar)
    lift_scale, drag_scale = (
        _or(numbers, f"{place}.lift_scale", 1.0),
        _or(numbers, f"{place}.drag_scale", 1.0),
    )
    if isinstance(model, CoefficientAerodynamics):
        lift = _number(numbers, f"{place}.lift_coefficient") * lift_scale
        drag = _number(numbers, f"{place}.drag_coefficient") * drag_scale
        return _by_area(lift / drag, _number(numbers, f"{place}.reference_area") / shared * drag, model.polar)
    if isinstance(model, MachTableAerodynamics):
        area = _number(numbers, f"{place}.reference_area") / shared
        return _mach_table(model, area, lift_scale, drag_scale)
    described: Any = model  # frozen, and therefore hashable
    table = table_of_file(described) if isinstance(model, TableAerodynamics) else table_of_shape(described)
    area = _or(numbers, f"{place}.reference_area", table.reference_area) / shared
    return _with_numbers(table, numbers, place, area, lift_scale, drag_scale)


def build_motor(stage: PoweredStage, numbers: Numbers, path: str) -> RocketMotor:
    """The motor of a rocket stage.

    Parameters
    ----------
    stage
        The stage.
    numbers
        Numbers of the scenario in SI, in any unit that their paths have.
    path
        Dotted path of the stage among them, for example ``"rocket.stages.0"``.
    """
    profile = stage.thrust_profile
    table = None if profile is None else _points([time.value for time in profile.time], profile.fraction)
    return RocketMotor(
        _number(numbers, f"{path}.vacuum_thrust"),
        _number(numbers, f"{path}.specific_impulse"),
        _number(numbers, f"{path}.nozzle_exit_area"),
        table,
    )


def build_engine(engine: Engine, numbers: Numbers, path: str = "vehicle.engine") -> AirBreathingEngine:
    """The engine of a vehicle that cruises.

    Parameters
    ----------
    engine
        The engine.
    numbers
        Numbers of the scenario in SI, in any unit that their paths have.
    path
        Dotted path of the engine among them.
    """
    table = engine.specific_impulse
    impulses = [impulse.value for impulse in table.specific_impulse]
    largest = _or(numbers, f"{path}.largest_thrust", jnp.asarray(NO_LIMIT))
    return AirBreathingEngine(_points(table.mach, impulses), largest)


def stage_aerodynamics(stage: PoweredStage, numbers: Numbers, path: str) -> RocketAerodynamics:
    """Drag and normal force of a rocket while a stage burns; none of either where its file states no drag.

    Parameters
    ----------
    stage
        The stage.
    numbers
        Numbers of the scenario in SI, in any unit that their paths have.
    path
        Dotted path of the stage among them.

    Returns
    -------
    RocketAerodynamics
        For flights that carry their mass.
    """
    if stage.drag is None:
        return RocketAerodynamics(jnp.zeros((2, 1)), jnp.zeros(()), jnp.ones(()))
    area = math.pi / 4 * _number(numbers, f"{path}.diameter") ** 2
    table = jnp.asarray([stage.drag.mach, stage.drag.drag_coefficient], dtype=float)
    slope = jnp.asarray(stage.drag.normal_force_slope, dtype=float)
    scale = _or(numbers, f"{path}.drag.drag_scale", 1.0)
    return RocketAerodynamics(table, slope, area, drag_scale=scale)


def _with_numbers(
    table: AerodynamicTable, numbers: Numbers, place: str, area: Any, lift_scale: Any, drag_scale: Any
) -> AerodynamicTable:
    """A table with the numbers of a scenario in place of its own."""
    changed = {
        "reference_area": area,
        "reference_length": _or(numbers, f"{place}.reference_length", table.reference_length),
        "trim_angle": _or(numbers, f"{place}.trim_angle", table.trim_angle),
        "lift_scale": lift_scale,
        "drag_scale": drag_scale,
    }
    return dataclasses.replace(table, **changed)


def _number(numbers: Numbers, path: str) -> Any:
    """A number as an array: plain ones would be compiled in, and every other value compiled anew."""
    value = numbers[path]
    return value if hasattr(value, "shape") else jnp.asarray(value, dtype=float)


def _or(numbers: Numbers, path: str, otherwise: Any) -> Any:
    return _number(numbers, path) if path in numbers else otherwise


def _by_area(ratio: Any, drag_area: Any, polar: bool) -> TabulatedAerodynamics:
    """Constant coefficients with their area, so that a changing mass changes the accelerations."""
    one = HingeSum.from_table((0.0, EVERY_MACH), (1.0, 1.0))
    ratio = jnp.maximum(ratio, _LEAST_RATIO)  # the area carries the lift, its inverse takes it from the drag
    return TabulatedAerodynamics(one, one, drag_area * ratio, polar, 1.0 / ratio)


def _mach_table(
    model: MachTableAerodynamics, area: Any, lift_scale: Any, drag_scale: Any
) -> TabulatedAerodynamics:
    mach, lift = _two_points(model.mach, model.lift_coefficient)
    _, drag = _two_points(model.mach, model.drag_coefficient)
    return TabulatedAerodynamics(
        HingeSum.from_table(mach, lift),
        HingeSum.from_table(mach, drag),
        area * lift_scale,
        model.polar,
        drag_scale / lift_scale,
    )


def _two_points(mach: Sequence[float], values: Sequence[float]) -> tuple[Any, Any]:
    """A table of at least two points: a single one holds at every Mach number."""
    return (mach, values) if len(mach) > 1 else ((0.0, EVERY_MACH), (values[0], values[0]))


def _points(abscissae: Any, values: Any) -> LinearTable:
    return LinearTable.from_points(abscissae, values)
