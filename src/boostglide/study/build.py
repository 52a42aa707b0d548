"""From the text of a scenario to what the integrator flies."""

import numpy as np

from boostglide.core import Outcome
from boostglide.flight import (
    AbstractCommand,
    AbstractEnd,
    AbstractQuadrature,
    AltitudeAbove,
    AltitudeBelow,
    ConstantAngle,
    EquilibriumGlide,
    Flight,
    FlightPathAngleAbove,
    FlightState,
    Ground,
    Limits,
    Phase,
    SpeedBelow,
    TimeReached,
    World,
    start_state,
)
from boostglide.planet import EARTH_ROTATION_RATE, StandardAtmosphere1976, ZonalGravity
from boostglide.scenario import Samples, Scenario
from boostglide.vehicle import GlideAerodynamics

_GRAVITY = {0: ZonalGravity.central, 2: ZonalGravity, 4: ZonalGravity.degree_4}


def build_flight(
    scenario: Scenario, samples: Samples, quadratures: tuple[AbstractQuadrature, ...] = ()
) -> tuple[Flight, FlightState]:
    """The flight of every member of a scenario, and where each starts.

    Parameters
    ----------
    scenario
        What is flown.
    samples
        Its members.
    quadratures
        Quantities that accumulate along the way.

    Returns
    -------
    tuple of Flight and FlightState
        Fields of shape (members,).
    """
    rate = EARTH_ROTATION_RATE if scenario.world.rotation else 0.0
    world = World(_gravity(scenario), StandardAtmosphere1976(samples["world.density_factor"]), rate)
    aerodynamics = GlideAerodynamics(
        samples["vehicle.lift_to_drag"], samples["vehicle.ballistic_coefficient"], scenario.vehicle.polar
    )
    phases = tuple(_phase(scenario, samples, number) for number in range(len(scenario.phases)))
    limits = Limits(samples["limits.ground"], samples["limits.skip_out_altitude"], samples["limits.time"])
    flight = Flight(world, aerodynamics, phases, limits, quadratures)
    return flight, _start(scenario, samples, rate, len(quadratures))


def _gravity(scenario: Scenario) -> ZonalGravity:
    degree = scenario.world.gravity_degree
    return ZonalGravity(j3=ZonalGravity.degree_4().j3) if degree == 3 else _GRAVITY[degree]()


def _start(scenario: Scenario, samples: Samples, rate: float, integrals: int) -> FlightState:
    names = ("altitude", "latitude", "longitude", "speed", "flight_path_angle", "heading")
    columns = {name: samples[f"start.{name}"] for name in names}
    inertial = scenario.start.frame == "inertial"
    return start_state(**columns, inertial=inertial, rotation_rate=rate, integrals=integrals)


def _phase(scenario: Scenario, samples: Samples, number: int) -> Phase:
    model = scenario.phases[number]
    ballistic = model.phase == "ballistic"
    return Phase(
        model.phase, _command(model.phase, samples, number), _end(scenario, samples, number), ballistic
    )


def _command(kind: str, samples: Samples, number: int) -> AbstractCommand:
    def column(name: str, otherwise: float) -> np.ndarray:
        path = f"phases.{number}.{name}"
        return samples[path] if path in samples else np.full(samples.size, otherwise)

    if kind == "ballistic":
        return ConstantAngle.at_bank(np.zeros(samples.size), np.zeros(samples.size))
    if kind == "equilibrium-glide":
        return EquilibriumGlide.at_bank(
            column("damping", 0.7), column("bank", 0.0), column("lift_fraction", 1.0)
        )
    return ConstantAngle.at_bank(column("lift_fraction", 1.0), column("bank", 0.0))


def _end(scenario: Scenario, samples: Samples, number: int) -> AbstractEnd:
    end = scenario.phases[number].end
    if end is None:
        return Ground(samples["limits.ground"], Outcome.COMPLETED)
    value = samples[f"phases.{number}.end.{end.condition}"]
    match end.condition:
        case "altitude_below":
            return AltitudeBelow(value)
        case "altitude_above":
            return AltitudeAbove(value)
        case "speed_below":
            return SpeedBelow(value)
        case "flight_path_angle_above":
            return FlightPathAngleAbove(np.sin(value))
        case _:
            return TimeReached(value, Outcome.COMPLETED)
