"""What a scenario says is what is flown."""

import numpy as np
import pytest

from boostglide.core import Outcome
from boostglide.flight import (
    AlongOrbit,
    AltitudeAbove,
    AltitudeBelow,
    AngleOfAttack,
    ConstantAngle,
    Cruise,
    EquilibriumGlide,
    FlightPathAngleAbove,
    Ground,
    LevelOrbit,
    LinearTangent,
    PitchOver,
    PitchProgramme,
    Schedule,
    SpeedBelow,
    TimeReached,
    VerticalRise,
)
from boostglide.planet import EARTH_ROTATION_RATE, WGS84, ZonalGravity
from boostglide.scenario import bundled_scenarios, load_scenario
from boostglide.study import build_flight
from tests.study.cases import GLIDER, scenario

COMMANDS = {
    "ballistic": ConstantAngle,
    "coast": ConstantAngle,
    "gravity-turn": ConstantAngle,
    "entry": ConstantAngle,
    "skip": ConstantAngle,
    "schedule": Schedule,
    "cruise": Cruise,
    "vertical-rise": VerticalRise,
    "pitch-over": PitchOver,
    "pitch-programme": PitchProgramme,
    "linear-tangent": LinearTangent,
    "burn": (AlongOrbit, LevelOrbit),
    "constant-angle": (ConstantAngle, AngleOfAttack),
    "pull-up": ConstantAngle,
    "equilibrium-glide": EquilibriumGlide,
}
ONE_OF_EACH = GLIDER.replace(
    "  - phase: constant-angle\n    lift_fraction: 1\n",
    """\
  - phase: ballistic
    end: {altitude_below: 50 km}
  - phase: pull-up
    lift_fraction: 0.8
  - phase: equilibrium-glide
    lift_fraction: 0.9
    bank: 30 deg
    damping: 0.5
    end: {speed_below: 2 km/s}
  - phase: constant-angle
    lift_fraction: 0.3
    bank: -20 deg
    end: {altitude_above: 70 km}
  - phase: constant-angle
    end: {time: 3 h}
  - phase: ballistic
""",
)


def built(text, samples=3):
    found = scenario(text)
    return build_flight(found, found.sample(samples, 0))


def speed_of(state):
    return np.sqrt(sum(np.asarray(part) ** 2 for part in state.velocity))


@pytest.mark.parametrize("name", bundled_scenarios())
def test_bundled_scenarios_build(name):
    found = load_scenario(name)
    flight, start = build_flight(found, found.sample(5, 0))
    assert [phase.name for phase in flight.phases] == [phase.phase for phase in found.phases]
    for phase, model in zip(flight.phases, found.phases, strict=True):
        assert isinstance(phase.command, COMMANDS[model.phase])
        thrust = getattr(model, "stage", None) is not None
        assert phase.may_leave_atmosphere == (thrust or model.phase in ("ballistic", "coast", "skip", "burn"))
    assert all(np.shape(part) == (5,) for part in (*start.position, *start.velocity))
    assert np.all(np.isfinite([*start.position, *start.velocity]))


def test_every_kind_of_end():
    flight, _ = built(ONE_OF_EACH)
    kinds = [type(phase.end) for phase in flight.phases]
    expected = [AltitudeBelow, FlightPathAngleAbove, SpeedBelow, AltitudeAbove, TimeReached, Ground]
    assert kinds == expected
    ends = [phase.end for phase in flight.phases]
    np.testing.assert_allclose(ends[0].altitude, 50e3)
    np.testing.assert_allclose(ends[1].sine, 0.0)
    np.testing.assert_allclose(ends[2].speed, 2000.0)
    np.testing.assert_allclose(ends[3].altitude, 70e3)
    np.testing.assert_allclose(ends[4].time, 3 * 3600.0)
    assert all(end.outcome == Outcome.COMPLETED for end in ends)


def test_every_kind_of_command():
    commands = [phase.command for phase in built(ONE_OF_EACH)[0].phases]
    np.testing.assert_allclose(commands[0].lift_fraction, 0.0)
    np.testing.assert_allclose(commands[1].lift_fraction, 0.8)
    np.testing.assert_allclose(commands[2].lift_fraction, 0.9)
    np.testing.assert_allclose(commands[2].damping, 0.5)
    np.testing.assert_allclose(commands[2].cosine_bank, np.cos(np.deg2rad(30)))
    np.testing.assert_allclose(commands[3].sine_bank, np.sin(np.deg2rad(-20)))
    np.testing.assert_allclose(commands[4].lift_fraction, 1.0)


@pytest.mark.parametrize("degree", [0, 2, 3, 4])
def test_gravity_degree(degree):
    flight, _ = built(GLIDER.replace("gravity_degree: 2", f"gravity_degree: {degree}"))
    full, found = ZonalGravity.degree_4(), flight.world.gravity
    terms = {name: float(getattr(found, name)) for name in ("j2", "j3", "j4")}
    wanted = {name: float(getattr(full, name)) if int(name[1]) <= degree else 0.0 for name in terms}
    assert terms == wanted


def test_rotation_can_be_switched_off():
    assert float(built(GLIDER)[0].world.rotation_rate) == EARTH_ROTATION_RATE
    still, _ = built(GLIDER.replace("rotation: true", "rotation: false"))
    assert float(still.world.rotation_rate) == 0.0


def test_inertial_start_loses_the_speed_of_the_turning_earth():
    """Eastward over the equator, the Earth-relative speed is less by that of the ground below."""
    text = GLIDER.replace("latitude: {value: 10 deg", "latitude: {value: 0 deg")
    text = text.replace("value: -1 deg", "value: 0 deg")
    _, relative = built(text)
    _, inertial = built(text.replace("frame: earth-relative", "frame: inertial"))
    np.testing.assert_allclose(speed_of(relative), 4000.0, rtol=1e-12)
    spin = EARTH_ROTATION_RATE * (WGS84.equatorial_radius + 60e3)
    np.testing.assert_allclose(speed_of(inertial), 4000.0 - spin, rtol=1e-9)


def test_booster_starts_at_the_burnout_speed():
    """Tsiolkovsky for one stage: Isp g0 ln(m0 / m1) minus the loss."""
    state = "  kind: state\n  frame: earth-relative\n"
    speed = '  speed: {value: 4 km/s, source: "assumption: an example"}\n'
    booster = """\
  kind: booster
  launch_mass: {value: 15 t, source: "assumption: an example"}
  equal_staging:
    stages: {value: 1, source: "assumption: an example"}
    specific_impulse: {value: 260 s, source: "assumption: an example"}
    inert_fraction: {value: 10 %, source: "assumption: an example"}
  loss: {value: 1 km/s, source: "assumption: an example"}
"""
    text = GLIDER.replace(state, booster).replace(speed, "")
    found = scenario(text)
    samples = found.sample(4, 0)
    _, start = build_flight(found, samples)
    payload = samples["vehicle.mass"]
    burnt_out = payload + 0.1 * (15_000 - payload)
    expected = 260 * 9.80665 * np.log(15_000 / burnt_out) - 1000
    np.testing.assert_allclose(speed_of(start), expected, rtol=1e-9)


def test_limits_and_density_reach_the_flight():
    text = GLIDER.replace(
        "gravity_degree: 2}",
        'gravity_degree: 2, density_factor: {value: 1.1, source: "assumption: an example"}}',
    )
    flight, _ = built(text.replace("time: 4 h", "time: 2 h, ground: 1 km"))
    np.testing.assert_allclose(flight.limits.ground_altitude, 1000.0)
    np.testing.assert_allclose(flight.limits.longest_time, 7200.0)
    np.testing.assert_allclose(flight.limits.skip_out_altitude, 150e3)
    np.testing.assert_allclose(flight.world.atmosphere.density_factor, 1.1)
