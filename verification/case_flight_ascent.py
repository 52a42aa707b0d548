"""Powered flight: the rocket equation with its losses, gravity turns, and cruise by Breguet's equation.

Two stages in space far from the Earth gain what the rocket equation says. A vertical ascent without air loses
the integral of gravity, taken from the path. A gravity turn at constant thrust over weight over a flat Earth
(a sphere of 10,000,000 km with the gravity of the ground) keeps to the closed form of Culler and Fried. A
cruise at constant speed, altitude and specific impulse covers Breguet's range; its lift-to-drag ratio changes
a little with the mass, and the mean of the path is used.
"""

import numpy as np

from boostglide.core import Trajectory
from boostglide.flight import (
    AbstractAxisCommand,
    AbstractCommand,
    ConstantAngle,
    Cruise,
    Flight,
    FlightState,
    Limits,
    Phase,
    PhaseTimeReached,
    QuantityReached,
    VerticalRise,
    World,
    fly_dense,
    path_of,
    start_state,
)
from boostglide.planet import (
    MEAN_RADIUS,
    Ellipsoid,
    StandardAtmosphere1976,
    Vacuum,
    ZonalGravity,
    sphere,
)
from boostglide.vehicle import (
    AbstractPropulsion,
    AirBreathingEngine,
    HingeSum,
    LinearTable,
    RocketAerodynamics,
    RocketMotor,
    TabulatedAerodynamics,
)
from verification.row import Row

GRAVITY = 9.80665  # [m/s^2]
FLAT = 1e10  # [m]
ROUND = sphere(MEAN_RADIUS)


def compare() -> list[Row]:
    """Speed gains, a gravity turn and a cruise."""
    return [*_stages(), _vertical(), *_turn(), *_cruise()]


def _stages() -> list[Row]:
    """5 t with 3 t of propellant at 280 s, then 1.5 t with 0.9 t at 320 s."""
    nowhere = World(ZonalGravity(gravitational_parameter=1e-3, j2=0.0), Vacuum(), _number(0.0), None, ROUND)
    along = ConstantAngle.at_bank(_number(0.0), _number(0.0))
    first = _burn(along, _motor(50e3, 280.0), 2000.0)
    second = _burn(along, _motor(20e3, 320.0), 600.0, start_mass=1500.0)
    path = _flown(nowhere, (first, second), _start(100e3, 1000.0, 0.3, 5000.0), 20)
    gain = GRAVITY * (280.0 * np.log(5000 / 2000) + 320.0 * np.log(1500 / 600))
    time = GRAVITY * (280.0 * 3000.0 / 50e3 + 320.0 * 900.0 / 20e3)
    source = "tsiolkovsky1903"
    return [
        Row("speed gain of two stages", gain, float(path.speed[-1] - path.speed[0]), "m/s", 1e-8, source),
        Row("time of both burns", time, float(path.time[-1]), "s", 1e-8, source),
        Row("mass at burn-out", 600.0, float(path.mass[-1]), "kg", 1e-8, source),
    ]


def _vertical() -> Row:
    world = World(ZonalGravity.central(), Vacuum(), _number(0.0), None, ROUND)
    rise = _burn(VerticalRise(), _motor(200e3, 250.0), 8000.0, on_ground=True)
    path = _flown(world, (rise,), _start(0.0, 0.0, 0.0, 10e3), 2001)
    radius = np.linalg.norm(path.position, axis=1)
    lost = np.trapezoid(ZonalGravity.central().gravitational_parameter / radius**2, path.time)
    gain = float(GRAVITY * 250.0 * np.log(10 / 8) - lost)
    name = "speed at the end of a vertical burn, gravity loss taken off"
    return Row(name, gain, float(path.speed[-1]), "m/s", 1e-6, "tsiolkovsky1903")


def _turn() -> list[Row]:
    """1.8 times the weight, from 200 m/s at 0.2 rad from the vertical."""
    figure, ratio = sphere(FLAT), 1.8
    world = World(
        ZonalGravity(gravitational_parameter=GRAVITY * FLAT**2, j2=0.0), Vacuum(), _number(0.0), None, figure
    )
    along = ConstantAngle.at_bank(_number(0.0), _number(0.0))
    burn = _burn(along, _motor(ratio * GRAVITY * 1000.0, 1e15), 1.0, seconds=60.0)
    path = _flown(world, (burn,), _start(10.0, 200.0, np.pi / 2 - 0.2, 1000.0, figure), 4)
    half = np.tan(0.5 * (np.pi / 2 - path.flight_path_angle))
    law = half ** (ratio - 1) * (1 + half**2)
    return [
        Row(
            f"gravity turn: speed {path.time[at]:g} s after its start",
            float(200.0 * law[at] / law[0]),
            float(path.speed[at]),
            "m/s",
            2e-5,
            "culler1957",
        )
        for at in (1, 2, 3)
    ]


def _cruise() -> list[Row]:
    """900 kg of which a third is fuel, at 1500 m/s and 20 km, lift-to-drag ratio 3 at best, 1100 s."""
    altitude, speed, impulse, ratio = 20e3, 1500.0, 1100.0, 3.0
    world = World(ZonalGravity.central(), StandardAtmosphere1976(_number(1.0)), _number(0.0), None, ROUND)
    one = HingeSum.from_table((0.0, 1.0), (1.0, 1.0))
    body = TabulatedAerodynamics(one, one, _number(0.1), True, _number(1 / ratio))
    engine = AirBreathingEngine(LinearTable.from_points([0.0, 10.0], [impulse, impulse]), _number(1e9))
    end = QuantityReached("mass", _number(600.0), rising=False)
    phase = Phase("cruise", Cruise(_number(altitude), _number(speed)), end, propulsion=engine)
    path = _flown(world, (phase,), _start(altitude, speed, 0.0, 900.0), 1000, body)
    late = path.time > 200.0  # the first moments find the level flight
    time, mass = path.time[late], path.mass[late]
    radius = MEAN_RADIUS + altitude
    support = ZonalGravity.central().gravitational_parameter / radius**2 - speed**2 / radius
    mean = float(np.mean(path.lift_acceleration[late] / path.drag_acceleration[late]))
    expected = float(speed * impulse * mean * GRAVITY / support * np.log(mass[0] / mass[-1]))
    found = float(path.ground_range[late][-1] - path.ground_range[late][0]) * radius / MEAN_RADIUS
    source = "Breguet's range equation; heiser1994"
    held = float(np.abs(path.altitude[late] - altitude).max())
    return [
        Row("cruise: distance flown", expected, found, "m", 0.01, source),
        Row("cruise: time", expected / speed, float(time[-1] - time[0]), "s", 0.01, source),
        Row("cruise: greatest departure from the altitude", 0.0, held, "m", 0.1, "the altitude asked for"),
    ]


def _number(value: float) -> np.ndarray:
    return np.asarray(value, float)


def _motor(thrust: float, impulse: float) -> RocketMotor:
    return RocketMotor(_number(thrust), _number(impulse), _number(0.0))


def _burn(
    command: AbstractCommand | AbstractAxisCommand,
    motor: AbstractPropulsion,
    left: float,
    seconds: float = 1e5,
    start_mass: float | None = None,
    on_ground: bool = False,
) -> Phase:
    return Phase(
        "burn",
        command,
        PhaseTimeReached(_number(seconds)),
        True,
        propulsion=motor,
        start_mass=None if start_mass is None else _number(start_mass),
        least_mass=_number(left),
        on_ground=on_ground,
    )


def _start(
    altitude: float, speed: float, angle: float, mass: float, figure: Ellipsoid = ROUND
) -> FlightState:
    return start_state(
        altitude=_number(altitude),
        latitude=_number(0.0),
        longitude=_number(0.0),
        speed=_number(speed),
        flight_path_angle=_number(angle),
        heading=_number(0.5 * np.pi),
        rotation_rate=0.0,
        mass=_number(mass),
        figure=figure,
    )


def _flown(
    world: World,
    phases: tuple[Phase, ...],
    start: FlightState,
    points: int,
    body: TabulatedAerodynamics | None = None,
) -> Trajectory:
    rocket = RocketAerodynamics(np.zeros((2, 1)), _number(0.0), _number(1.0))
    limits = Limits(*(_number(each) for each in (-1e3, 1e12, 1e7, 1e12)))
    return path_of(fly_dense(Flight(world, body or rocket, phases, limits), start), lambda _: points)
