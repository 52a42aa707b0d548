"""Flights under thrust as text, that the tests of records, ensembles, searches and derivatives share."""

import functools

from boostglide.study import record_flight
from tests.study.cases import scenario

POWERED = """\
format: boostglide-scenario/1
name: powered-example
title: A rocket that is lit in flight
summary: A stage burns under a pitch programme, and a glider comes down at a constant angle.
world: {rotation: true, gravity_degree: 2}
vehicle:
  name: illustrative glider
  mass: {uniform: {low: 400 kg, high: 600 kg}, source: "assumption: an example"}
  lift_to_drag: {uniform: {low: 1.0, high: 2.0}, source: "assumption: an example"}
  ballistic_coefficient: {value: "4,000 kg/m^2", source: "assumption: an example"}
  nose_radius: {value: 50 mm, source: "assumption: an example"}
  emissivity: {value: 0.85, source: "assumption: an example"}
rocket:
  stages:
    - propellant_mass: {value: 1.2 t, source: "assumption: an example"}
      inert_mass: {value: 150 kg, source: "assumption: an example"}
      vacuum_thrust: {value: 60 kN, source: "assumption: an example"}
      specific_impulse: {value: 270 s, source: "assumption: an example"}
start:
  kind: state
  altitude: {value: 15 km, source: "assumption: an example"}
  speed: {value: 500 m/s, source: "assumption: an example"}
  flight_path_angle: {value: 40 deg, source: "assumption: an example"}
  heading: {value: 60 deg, source: "assumption: an example"}
  latitude: {value: 10 deg, source: "assumption: an example"}
  longitude: {value: 0 deg, source: "assumption: an example"}
phases:
  - phase: pitch-programme
    stage: 1
    points:
      - {time: 0 s, pitch: 40 deg}
      - {time: 60 s, pitch: 30 deg}
  - phase: constant-angle
    lift_fraction: 0.5
limits: {skip_out_altitude: 400 km, time: 1 h}
"""


def replaced(text, *pairs):
    """A text with pieces replaced; every one of them must be there."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


@functools.cache
def recorded(text=POWERED):
    """The record of a text, made once."""
    return record_flight(scenario(text))


def event(record, name):
    """The only event of a name."""
    (found,) = [each for each in record.events if each.name == name]
    return found
