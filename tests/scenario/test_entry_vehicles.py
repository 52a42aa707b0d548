"""The entry vehicles of the catalogue: numbers that follow from each other, and published test points."""

import math

import numpy as np
import pytest

from boostglide.scenario import load_vehicle

NAMES = ("apollo-command-module", "fire-ii", "ixv", "ram-c-ii", "shuttle-orbiter", "stardust")


def si(number):
    """A fixed number in SI."""
    return number.amounts[0].value


@pytest.mark.parametrize("name", NAMES)
def test_every_entry_vehicle_has_a_published_flight(name):
    vehicle = load_vehicle(name)
    assert vehicle.flights
    assert all(flight.source for flight in vehicle.flights)


def test_shuttle_coefficients_are_the_polynomials_of_betts():
    table = load_vehicle("shuttle-orbiter").aerodynamics
    degrees = np.degrees([angle.value for angle in table.angle_of_attack])
    lift = -0.20704 + 0.029244 * degrees
    drag = 0.07854 - 0.61592e-2 * degrees + 0.621408e-3 * degrees**2
    np.testing.assert_allclose(table.lift_coefficient[0], lift, rtol=0, atol=1e-6)
    np.testing.assert_allclose(table.drag_coefficient[0], drag, rtol=0, atol=1e-6)
    assert si(table.reference_area) == pytest.approx(2690 * 0.3048**2)


def test_shuttle_mass_is_that_of_203000_pounds():
    assert si(load_vehicle("shuttle-orbiter").mass) == pytest.approx(203_000 * 0.45359237, rel=1e-4)


@pytest.mark.parametrize(
    ("name", "diameter"), [("apollo-command-module", 3.9116), ("fire-ii", 0.672), ("stardust", 0.8128)]
)
def test_reference_area_is_the_circle_of_the_diameter(name, diameter):
    area = si(load_vehicle(name).aerodynamics.reference_area)
    assert area == pytest.approx(math.pi / 4 * diameter**2, rel=2e-4)


def test_fire_drag_is_within_two_percent_of_the_published_simulation():
    # NASA TN D-3569, Table V: drag coefficient times area over mass is 0.0061490 m^2/kg.
    vehicle = load_vehicle("fire-ii")
    flown = 0.0061490 * si(vehicle.mass) / si(vehicle.aerodynamics.reference_area)
    assert vehicle.aerodynamics.axial_force_coefficient[0][0] == pytest.approx(flown, rel=0.02)


def test_apollo_lift_to_drag_is_the_published_one():
    # NASA TN D-6725, Table I: 0.30076 at Mach 29.5.
    table = load_vehicle("apollo-command-module").aerodynamics
    assert table.lift_coefficient[-1] / table.drag_coefficient[-1] == pytest.approx(0.30076, abs=5e-5)


def test_ram_c_base_follows_from_nose_angle_and_length():
    vehicle = load_vehicle("ram-c-ii")
    nose, angle = 0.1524, math.radians(9)
    base = nose * math.cos(angle) + (si(vehicle.length) - nose * (1 - math.sin(angle))) * math.tan(angle)
    assert si(vehicle.aerodynamics.base_radius) == pytest.approx(base, abs=1e-4)
    assert 2 * base == pytest.approx(26 * 0.0254, rel=0.02)  # press release: 26 in
