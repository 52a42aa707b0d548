import itertools

import numpy as np
import pytest

from boostglide.core import AVOGADRO, ELECTRON_MASS, load_yaml
from boostglide.gas import (
    AIR_WITHOUT_ARGON,
    STANDARD_AIR,
    SpeciesThermodynamics,
    load_species,
    mass_fractions,
    mean_molar_mass,
    normalised,
    species_of_elements,
)
from boostglide.gas.thermodynamics import tabulated

EVERY = load_species(load_yaml("gas/species.yaml")["species"])
BY_NAME = {each.name: each for each in EVERY}
GAS_CONSTANT = 8.31446261815324


@pytest.mark.parametrize(
    ("name", "kilojoules_per_mole"),
    [  # formation enthalpies at 298.15 K of the report itself, NASA TP-2002-211556, table of species
        ("N", 472.68), ("O", 249.175), ("NO", 91.271), ("CO2", -393.51), ("CO", -110.535), ("H2O", -241.826),
        ("NO+", 990.81), ("N2+", 1509.508), ("O+", 1568.787), ("N2", 0.0), ("O2", 0.0), ("e-", 0.0),
    ],
)  # fmt: skip
def test_formation_enthalpies(name, kilojoules_per_mole):
    enthalpy = tabulated((BY_NAME[name],), np.array([298.15]))[0, 0, 1] * GAS_CONSTANT / 1e3
    assert enthalpy == pytest.approx(kilojoules_per_mole, rel=2e-5, abs=2e-3)


@pytest.mark.parametrize("name", ["N2", "O2", "NO", "CO", "OH", "CN", "N2+", "O2+", "NO+", "CO+"])
def test_vibrational_temperature_is_that_of_the_heat_capacity(name):
    """The polynomial at 1000 K, less translation and rotation, against a harmonic oscillator."""
    species = BY_NAME[name]
    capacity = tabulated((species,), np.array([1000.0]))[0, 0, 0] - 3.5
    ratio = species.vibrational_temperature / 1000.0
    harmonic = ratio**2 * np.exp(ratio) / (np.exp(ratio) - 1.0) ** 2
    assert capacity == pytest.approx(harmonic, abs=0.065)


@pytest.mark.parametrize("name", [each.name for each in EVERY if each.ionisation_energy])
def test_ionisation_energy_is_the_difference_of_enthalpies(name):
    """Near 0 K the electron has no enthalpy; at 298.15 K 5/2 R T of it belongs to each side."""
    ion = BY_NAME.get(name + "+")
    if ion is None:
        pytest.skip("no such ion")
    table = tabulated((BY_NAME[name], ion), np.array([298.15]))[0, :, 1] * GAS_CONSTANT
    difference = table[1] - table[0] - 2.5 * GAS_CONSTANT * 298.15
    assert difference == pytest.approx(BY_NAME[name].ionisation_energy, rel=4e-3)


def test_polynomials_meet_at_their_limits():
    for species in EVERY:
        if species.charge and species.atoms > 2:
            continue
        for limit in species.temperature_ranges[1:-1]:
            low, high = tabulated((species,), np.array([limit * (1 - 1e-9), limit]))[:, 0, :]
            assert abs(low[0] - high[0]) < 2e-3 * high[0], species.name
            assert abs(low[1] - high[1]) < 2e-4 * high[0] * limit, species.name


def test_molar_masses_add_up():
    electron = BY_NAME["e-"].molar_mass
    assert electron == pytest.approx(float(ELECTRON_MASS) * float(AVOGADRO), rel=1e-6)
    for one, other in (("N2", "N2+"), ("NO", "NO+"), ("Ar", "Ar+")):
        assert BY_NAME[one].molar_mass == pytest.approx(BY_NAME[other].molar_mass + electron, rel=1e-15)
    assert BY_NAME["NO"].molar_mass == pytest.approx(
        (BY_NAME["N2"].molar_mass + BY_NAME["O2"].molar_mass) / 2, rel=1e-15
    )


def test_species_of_elements():
    assert set(species_of_elements(["Ar"])) == {"Ar", "Ar+", "e-"}
    assert {"N2", "O2", "NO", "N", "O", "Ar", "e-", "N2+", "O2+", "NO+", "N+", "O+", "Ar+", "O-"} < set(
        species_of_elements(["N", "O", "Ar"])
    )


def test_unknown_species_name_near_ones():
    with pytest.raises(ValueError, match="no species `No2`; did you mean NO2, ") as fault:
        load_species(["No2"])
    assert "\n" not in str(fault.value)
    with pytest.raises(ValueError, match="no species `argon`; did you mean Ar"):
        load_species(["argon"])
    with pytest.raises(ValueError, match="known are N2, O2"):
        load_species(["zzz"])


def test_standard_air():
    """Mole fractions of the US Standard Atmosphere 1976, table 3; its molar mass."""
    assert STANDARD_AIR["N2"] == 0.78084
    assert STANDARD_AIR["O2"] == 0.209476
    assert sum(STANDARD_AIR.values()) == pytest.approx(1.0, abs=1e-15)
    assert mean_molar_mass(STANDARD_AIR) == pytest.approx(0.0289644, rel=3e-5)
    assert mean_molar_mass(AIR_WITHOUT_ARGON) == pytest.approx(0.02885, rel=2e-5)


def test_mass_fractions():
    found = mass_fractions({"CO2": 2.0, "N2": 2.0})
    assert found["CO2"] == pytest.approx(44.0095 / (44.0095 + 28.0134))
    assert sum(found.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("composition", "text"),
    [
        ({"N2": -0.1, "O2": 1.0}, "N2 must be zero or more"),
        ({"N2": float("nan")}, "must be zero or more"),
        ({"N2": 0.0}, "all amounts are zero"),
        ({}, "all amounts are zero"),
        ({"NO+": 1.0}, "must be neutral"),
        ({"Xx": 1.0}, "no species `Xx`"),
    ],
)
def test_impossible_compositions(composition, text):
    with pytest.raises(ValueError, match=text):
        normalised(composition)


def test_normalised_drops_what_is_absent():
    assert normalised({"N2": 3.0, "O2": 1.0, "Ar": 0.0}) == {"N2": 0.75, "O2": 0.25}
    assert normalised({"NO+": 1.0, "e-": 1.0}) == {"NO+": 0.5, "e-": 0.5}


def test_elements_of_the_matrix():
    found = SpeciesThermodynamics.load(["NO+", "N2O", "e-", "Ar"])
    assert found.element_names == ("N", "O", "Ar")
    assert np.asarray(found.elements).tolist() == [[1, 2, 0, 0], [1, 1, 0, 0], [0, 0, 0, 1]]
    assert np.asarray(found.charge).tolist() == [1, 0, -1, 0]


def test_every_species_has_a_finite_table():
    grid = np.geomspace(50.0, 60000.0, 60)
    table = tabulated(EVERY, grid)
    assert np.isfinite(table).all()
    assert (table[:, :, 0] > 1.9).all()
    for low, high in itertools.pairwise(table[:, :, 1]):
        assert (high > low).all()
