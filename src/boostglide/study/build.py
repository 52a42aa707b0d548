"""From the text of a scenario to what the integrator flies."""

from collections.abc import Mapping
from typing import Any

import jax.numpy as jnp

from boostglide.flight import AbstractQuadrature, Flight, FlightState, Limits, start_state
from boostglide.scenario import Booster, Launch, Samples, Scenario, rocket_burnout_speed
from boostglide.study.phases import build_phases, carries_mass, stack_mass
from boostglide.study.vehicles import build_aerodynamics
from boostglide.study.world import build_world

Numbers = Samples | Mapping[str, Any]
"""Numbers of a scenario in SI by dotted path: columns of members, or scalars, traced ones included."""

_PLACE = ("altitude", "latitude", "longitude")


def build_flight(
    scenario: Scenario, numbers: Numbers, quadratures: tuple[AbstractQuadrature, ...] = ()
) -> tuple[Flight, FlightState]:
    """The flight of every member of a scenario, and where each starts.

    Parameters
    ----------
    scenario
        What is flown.
    numbers
        Its members, or the numbers of a single one.
    quadratures
        Quantities that accumulate along the way.

    Returns
    -------
    tuple of Flight and FlightState
        Fields of shape (members,), or scalars.
    """
    world = build_world(scenario, numbers)
    aerodynamics = build_aerodynamics(scenario.vehicle, numbers, per_mass=not carries_mass(scenario))
    limits = Limits(numbers["limits.ground"], numbers["limits.skip_out_altitude"], numbers["limits.time"])
    flight = Flight(world, aerodynamics, build_phases(scenario, numbers), limits, quadratures)
    return flight, _start(scenario, numbers, flight, len(quadratures))


def _start(scenario: Scenario, numbers: Numbers, flight: Flight, integrals: int) -> FlightState:
    columns = {name: numbers[f"start.{name}"] for name in (*_PLACE, "heading")}
    columns |= _velocity(scenario, numbers)
    mass = stack_mass(scenario, numbers, 0) if carries_mass(scenario) else None
    return start_state(
        **columns,
        inertial=scenario.start.frame == "inertial",
        rotation_rate=flight.world.rotation_rate,
        integrals=integrals,
        mass=mass,
        figure=flight.world.figure,
    )


def _velocity(scenario: Scenario, numbers: Numbers) -> dict[str, Any]:
    """Speed [m/s] and flight-path angle [rad] at the start."""
    if isinstance(scenario.start, Launch):
        rest = jnp.zeros_like(jnp.asarray(numbers["start.altitude"]))
        return {"speed": rest, "flight_path_angle": rest}
    if isinstance(scenario.start, Booster) and "start.speed" not in numbers:
        speed = rocket_burnout_speed(scenario.start, {path: numbers[path] for path in numbers})
    else:
        speed = numbers["start.speed"]
    return {"speed": speed, "flight_path_angle": numbers["start.flight_path_angle"]}
