"""Vehicles of files as the physics has them: the same forces by hand, for scalars and for members."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.planet import freestream_at
from boostglide.scenario import (
    FrozenModel,
    Rocket,
    Scenario,
    Vehicle,
    bundled_vehicles,
    load_text,
    load_vehicle,
)
from boostglide.scenario.number import numbers_in
from boostglide.study.vehicles import build_aerodynamics, build_engine, build_motor, stage_aerodynamics
from boostglide.vehicle import AerodynamicTable, GlideAerodynamics, RocketAerodynamics, TabulatedAerodynamics
from tests.scenario.examples import STATE
from tests.scenario.test_vehicle import CONE, FLAT, HEAD, MACH_TABLE, STAGES, TABLE

STREAM = freestream_at(40e3, 3000.0)


class Craft(FrozenModel):
    vehicle: Vehicle


class Carrier(FrozenModel):
    rocket: Rocket


def vehicle(text):
    """A vehicle and the medians of its numbers."""
    model = load_text(text, Craft).vehicle
    return model, medians(model, "vehicle")


def medians(model, path, size=None):
    found = {key: float(number.distribution.quantile(0.5)) for key, number in numbers_in(model, path)}
    return {key: jnp.asarray(value) if size is None else np.full(size, value) for key, value in found.items()}


def forces(aerodynamics, attitude=1.0, mass=1.0, stream=STREAM):
    lift, drag = aerodynamics.accelerations(stream, jnp.asarray(attitude), mass)
    return float(lift), float(drag)


def test_flat_fields_give_the_glide_model():
    model, numbers = vehicle(FLAT)
    built = build_aerodynamics(model, numbers)
    assert isinstance(built, GlideAerodynamics) and built.polar
    pressure = float(STREAM.dynamic_pressure)
    assert forces(built) == pytest.approx((2.4 * pressure / 5000, pressure / 5000))


COEFFICIENTS = (
    HEAD
    + """\
  aerodynamics:
    kind: coefficients
    lift_coefficient: {value: 0.3, source: "assumption: an example"}
    drag_coefficient: {value: 0.1, source: "assumption: an example"}
    reference_area: {value: 2 m^2, source: "assumption: an example"}
    drag_scale: {value: 1.1, source: "assumption: an example"}
"""
)


def test_coefficients_give_force_over_mass():
    model, numbers = vehicle(COEFFICIENTS)
    pressure = float(STREAM.dynamic_pressure)
    expected = (0.3 * 2 * pressure / 900, 0.11 * 2 * pressure / 900)
    assert forces(build_aerodynamics(model, numbers)) == pytest.approx(expected)


def test_a_table_over_mach_number_is_linear_between_its_points():
    model, numbers = vehicle(MACH_TABLE)
    built = build_aerodynamics(model, numbers)
    assert isinstance(built, TabulatedAerodynamics)
    base = freestream_at(30e3, 1000.0)
    stream = freestream_at(30e3, 1000.0 * 3.5 / float(base.mach))
    pressure = float(stream.dynamic_pressure)
    expected = (0.375 * 2 * pressure / 900, 0.18 * 2 * pressure / 900)
    assert forces(built, stream=stream) == pytest.approx(expected)


def test_a_table_over_angles_trims_at_its_trim_angle():
    model, numbers = vehicle(TABLE)
    built = build_aerodynamics(model, numbers)
    assert isinstance(built, AerodynamicTable)
    assert float(built.attitude_of_lift(jnp.ones(()))) == pytest.approx(np.radians(10))
    lift, drag = forces(built, np.radians(20))
    assert lift / drag == pytest.approx(_between(0.5, 0.4) / _between(0.3, 0.25))


def _between(low, high):
    share = (float(STREAM.mach) - 2) / 8
    return low + share * (high - low)


def test_forces_along_and_across_the_body_are_turned_into_the_stream():
    text = TABLE.replace("lift_coefficient", "normal_force_coefficient").replace(
        "drag_coefficient", "axial_force_coefficient"
    )
    model, numbers = vehicle(text)
    angle = np.radians(20)
    lift, drag = forces(build_aerodynamics(model, numbers), angle)
    normal, axial = _between(0.5, 0.4), _between(0.3, 0.25)
    scale = float(STREAM.dynamic_pressure) * 2 / 900
    assert lift == pytest.approx(scale * (normal * np.cos(angle) - axial * np.sin(angle)))
    assert drag == pytest.approx(scale * (axial * np.cos(angle) + normal * np.sin(angle)))


def test_a_shape_gives_a_table():
    model, numbers = vehicle(CONE + '    drag_scale: {value: 2, source: "assumption: an example"}\n')
    built = build_aerodynamics(model, numbers)
    _, drag = forces(built, 0.0)
    area = np.pi * 0.335**2
    coefficient = drag * 900 / (float(STREAM.dynamic_pressure) * area) / 2
    # Newtonian theory: the nose up to its tangent point, the cone with 2 sin^2.
    nose = (0.15 / 0.335) ** 2 * (1 - np.sin(np.radians(9)) ** 4)
    cone = 2 * np.sin(np.radians(9)) ** 2 * (1 - (0.15 * np.cos(np.radians(9)) / 0.335) ** 2)
    assert coefficient == pytest.approx(nose + cone, rel=0.15)


@pytest.mark.parametrize("name", ["ram-c-ii", "apollo-command-module", "htv2-class-glider"])
def test_samples_of_a_scenario_serve_as_numbers(name):
    start = STATE.index("vehicle:")
    text = STATE[:start] + f"vehicle: {{catalogue: {name}}}\n" + STATE[STATE.index("start:") :]
    scenario = load_text(text, Scenario)
    built = build_aerodynamics(scenario.vehicle, scenario.sample(3))
    assert {np.shape(leaf) for leaf in jax.tree.leaves(built) if np.ndim(leaf) == 1} == {(3,)}


def test_plain_numbers_become_arrays():
    model, numbers = vehicle(TABLE)
    built = build_aerodynamics(model, {path: float(value) for path, value in numbers.items()})
    assert isinstance(built.reference_area, jax.Array) and isinstance(built.trim_angle, jax.Array)


def test_a_trace_may_ask_for_a_shape_first():
    model, numbers = vehicle(CONE.replace("9 deg", "9.5 deg"))

    def drag(mass):
        built = build_aerodynamics(model, numbers | {"vehicle.mass": mass})
        return built.accelerations(STREAM, jnp.zeros(()))[1]

    traced = float(jax.jit(drag)(numbers["vehicle.mass"]))
    assert traced == pytest.approx(float(drag(numbers["vehicle.mass"])))


@pytest.mark.parametrize("text", [FLAT, COEFFICIENTS, MACH_TABLE, TABLE, CONE])
def test_areas_with_a_mass_of_the_flight_give_the_same(text):
    model, numbers = vehicle(text)
    built, whole = (build_aerodynamics(model, numbers, per_mass=each) for each in (True, False))
    attitude = float(built.attitude_of_lift(jnp.asarray(0.7)))
    assert forces(whole, attitude, 900.0) == pytest.approx(forces(built, attitude))
    assert forces(whole, attitude, 450.0) == pytest.approx([2 * force for force in forces(built, attitude)])


@pytest.mark.parametrize("text", [FLAT, COEFFICIENTS, MACH_TABLE, TABLE, CONE])
def test_members_and_traced_numbers_give_the_same_as_scalars(text):
    model, numbers = vehicle(text)
    plain = forces(build_aerodynamics(model, numbers), 0.1)

    def drag(mass):
        built = build_aerodynamics(model, numbers | {"vehicle.mass": mass}, per_mass=False)
        return built.accelerations(STREAM, jnp.asarray(0.1), mass)[1]

    assert float(jax.jit(drag)(numbers["vehicle.mass"])) == pytest.approx(plain[1])
    built = build_aerodynamics(model, medians(model, "vehicle", 3))
    axes = jax.tree.map(lambda leaf: 0 if np.ndim(leaf) == 1 else None, built)
    lift, each = jax.vmap(lambda one: one.accelerations(STREAM, jnp.asarray(0.1)), in_axes=(axes,))(built)
    assert np.broadcast_to(each, 3) == pytest.approx(np.full(3, plain[1]))
    assert np.broadcast_to(lift, 3) == pytest.approx(np.full(3, plain[0]))


@pytest.mark.parametrize("name", bundled_vehicles())
def test_every_vehicle_of_the_catalogue_has_lift_and_drag(name):
    file = load_vehicle(name)
    if file.vehicle is not None:
        built = build_aerodynamics(file.vehicle, medians(file.vehicle, "vehicle"))
        lift, drag = forces(built, float(built.attitude_of_lift(jnp.ones(()))))
        assert drag > 0 and -1e-9 <= lift / drag < 4


def test_a_motor_has_thrust_back_pressure_and_profile():
    model = load_text(STAGES, Carrier).rocket
    (stage,) = model.stages
    motor = build_motor(stage, medians(model, "rocket"), "rocket.stages.0")
    thrust, flow = motor.thrust(jnp.asarray(5.0), STREAM, jnp.zeros(()))
    assert float(thrust) == pytest.approx(0.9 * 440e3 - 0.4 * float(STREAM.pressure))
    assert float(flow) == pytest.approx(0.9 * 440e3 / (9.80665 * 260))


def test_a_stage_has_drag_and_normal_force_on_its_cross_section():
    model = load_text(STAGES, Carrier).rocket
    numbers = medians(model, "rocket")
    built = stage_aerodynamics(model.stages[0], numbers, "rocket.stages.0")
    assert isinstance(built, RocketAerodynamics)
    scale = float(STREAM.dynamic_pressure) * np.pi / 4 / 5000
    assert forces(built, 0.0, 5000.0) == pytest.approx((0, 0.2 * scale))
    assert forces(built, 0.01, 5000.0)[0] == pytest.approx((2 - 0.2) * 0.01 * scale, rel=1e-3)
    bare = stage_aerodynamics(model.stages[0].model_copy(update={"drag": None}), numbers, "rocket.stages.0")
    assert forces(bare, 0.1, 5000.0) == (0, 0)


def test_an_engine_meets_the_drag_of_its_vehicle_in_cruise():
    model = load_vehicle("scramjet-cruise").vehicle
    numbers = medians(model, "vehicle")
    built, engine = build_aerodynamics(model, numbers), build_engine(model.engine, numbers)
    stream = freestream_at(18e3, 5 * 295.07)
    lift, drag = forces(built, stream=stream)
    assert lift == pytest.approx(9.75, rel=0.05)
    demand = jnp.asarray(drag * 650)
    thrust, flow = engine.thrust(jnp.zeros(()), stream, demand)
    assert float(thrust) == pytest.approx(float(demand))
    assert 240 * float(flow) < float(numbers["vehicle.engine.fuel_mass"]) < 400 * float(flow)
