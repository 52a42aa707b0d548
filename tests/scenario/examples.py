"""A small valid scenario as text, and helpers to break it."""

import pytest

from boostglide.scenario import InputError, Scenario, load_text

STATE = """\
format: boostglide-scenario/1
name: small-example
title: A small example
summary: A glider starts at 60 km and glides to 2 km/s.
vehicle:
  name: illustrative glider
  mass: {value: 900 kg, source: "assumption: an example"}
  lift_to_drag:
    triangular: {low: 1.5, mode: 2.4, high: 3}
    source: vinh1980
  ballistic_coefficient: {value: "5,000 kg/m^2 ± 10 %", source: "assumption: an example"}
  nose_radius: {value: 34 mm, source: "assumption: an example"}
  emissivity: {value: 0.85, source: "assumption: an example"}
start:
  kind: state
  altitude: {value: 60 km, source: "assumption: an example"}
  speed: {value: 5 km/s, source: "assumption: an example"}
  flight_path_angle: {value: -0.5 deg, source: "assumption: an example"}
  heading: {value: 90 deg, source: "assumption: an example"}
  latitude: {value: 0 deg, source: "assumption: an example"}
  longitude: {value: 0 deg, source: "assumption: an example"}
phases:
  - phase: equilibrium-glide
    end: {speed_below: 2 km/s}
"""

BOOSTER = STATE.replace(
    """  kind: state
""",
    """  kind: booster
  launch_mass: {value: 15 t, source: "assumption: an example"}
  equal_staging:
    stages: {discrete: {values: [1, 2], weights: [3, 1]}, source: "assumption: an example"}
    specific_impulse: {value: 260 s, source: "assumption: an example"}
    inert_fraction: {value: 10 %, source: "assumption: an example"}
  loss: {value: 1 km/s, source: "assumption: an example"}
""",
).replace('  speed: {value: 5 km/s, source: "assumption: an example"}\n', "")


def faults(text):
    """All faults of a scenario text."""
    with pytest.raises(InputError) as error:
        load_text(text, Scenario, "example.yaml")
    return error.value.faults


def only_fault(old, new, text=STATE):
    """The single fault after replacing one piece of a valid text."""
    assert text.count(old) >= 1, old
    found = faults(text.replace(old, new, 1))
    assert len(found) == 1, found
    return found[0]
