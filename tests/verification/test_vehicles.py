"""Every vehicle of the catalogue is compared with something published."""

import importlib

import pytest
from verification.__main__ import cases

from boostglide.scenario import bundled_vehicles


def named():
    """Vehicles that the cases say they compare, by case."""
    modules = {name: importlib.import_module(f"verification.case_{name}") for name in cases()}
    return {name: getattr(module, "VEHICLES", ()) for name, module in modules.items()}


@pytest.mark.parametrize("vehicle", bundled_vehicles())
def test_a_vehicle_of_the_catalogue_has_a_case(vehicle):
    cases_of = [name for name, vehicles in named().items() if vehicle in vehicles]
    assert cases_of, f"No case of verification/ names {vehicle} in its VEHICLES."


def test_the_cases_name_vehicles_of_the_catalogue():
    for name, vehicles in named().items():
        assert set(vehicles) <= set(bundled_vehicles()), name
