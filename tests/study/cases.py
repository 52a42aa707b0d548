"""Small scenarios as text, and studies that several tests share: each runs once."""

import functools

from boostglide.scenario import Scenario, load_text
from boostglide.study import run_study

SMALL = 40

GLIDER = """\
format: boostglide-scenario/1
name: small-example
title: A small example
summary: A glider at a constant angle of attack.
world: {rotation: true, gravity_degree: 2}
vehicle:
  name: illustrative glider
  mass: {uniform: {low: 500 kg, high: 900 kg}, source: "assumption: an example"}
  lift_to_drag: {uniform: {low: 1.5, high: 3}, source: "assumption: an example"}
  ballistic_coefficient: {value: "5,000 kg/m^2", source: "assumption: an example"}
  nose_radius: {value: 34 mm, source: "assumption: an example"}
  emissivity: {value: 0.85, source: "assumption: an example"}
start:
  kind: state
  frame: earth-relative
  altitude: {value: 60 km, source: "assumption: an example"}
  speed: {value: 4 km/s, source: "assumption: an example"}
  flight_path_angle: {value: -1 deg, source: "assumption: an example"}
  heading: {value: 90 deg, source: "assumption: an example"}
  latitude: {value: 10 deg, source: "assumption: an example"}
  longitude: {value: 0 deg, source: "assumption: an example"}
phases:
  - phase: constant-angle
    lift_fraction: 1
limits: {skip_out_altitude: 150 km, time: 4 h}
"""
"""Lands; the texts below differ in numbers only, so that one compiled program flies them all."""

SKIPS_OUT = GLIDER.replace("value: 4 km/s", "value: 7 km/s").replace("value: -1 deg", "value: 20 deg")
NEVER_LANDS = GLIDER.replace("time: 4 h", "time: 60 s")
SOME_SKIP_OUT = GLIDER.replace("value: 4 km/s", "value: 7 km/s").replace(
    "flight_path_angle: {value: -1 deg,", "flight_path_angle: {discrete: {values: [-1 deg, 20 deg]},"
)
BALLISTIC = GLIDER.replace("phase: constant-angle\n    lift_fraction: 1", "phase: ballistic")
LEAVES_THE_MODEL = BALLISTIC.replace("value: 4 km/s", "value: 7.5 km/s").replace(
    "value: -1 deg", "value: 60 deg"
)


def scenario(text):
    """A scenario from text."""
    return load_text(text, Scenario, "example.yaml")


@functools.cache
def study(name, samples=SMALL, seed=0):
    """A study that was run once."""
    return run_study(name, samples, seed)


def light_measure(path, parameters):
    """A measure that compiles fast."""
    return {
        "ground_range": path.ground_range[-1],
        "flight_time": path.time[-1],
        "mass": parameters["vehicle.mass"],
    }
