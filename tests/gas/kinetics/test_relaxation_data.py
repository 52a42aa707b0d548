"""Constants of vibrational relaxation: formula against table, times against a calculator."""

import pytest

from boostglide.gas import load_vibrational_relaxation


def test_the_formula_gives_the_pairs_of_molecules_that_park_lists():
    """Park's constants of N2 and O2 with molecules are those of Millikan and White, rounded."""
    formula = load_vibrational_relaxation(constants="millikan-white").pairs
    listed = load_vibrational_relaxation().pairs
    for molecule in ("N2", "O2"):
        for collider in ("N2", "O2", "NO"):
            one, other = formula[molecule, collider], listed[molecule, collider]
            assert one.slope == pytest.approx(other.slope, rel=0.006)
            assert one.offset == pytest.approx(other.offset, rel=0.002)


def test_pairs_that_park_changed():
    pairs = load_vibrational_relaxation().pairs
    expected = {("N2", "O"): (72.4, 0.015), ("O2", "O"): (47.7, 0.059), ("NO", "N2"): (49.5, 0.042)}
    for key, value in expected.items():
        assert (pairs[key].slope, pairs[key].offset) == value
    assert pairs["N2", "O+"].slope == pairs["N2", "O"].slope
    assert pairs["N2+", "N2"].slope == pytest.approx(202.9, rel=0.002)  # formula, 3175 K


def test_who_takes_part():
    data = load_vibrational_relaxation()
    assert data.molecules == ("N2", "O2", "NO", "N2+", "O2+", "NO+")
    assert "e-" not in data.colliders
    assert len(data.pairs) == 60


def test_time_of_nitrogen():
    """At 5000 K and 1 atm: exp[221 (5000^(-1/3) - 0.029) - 18.42] s is 6.7576e-6 s."""
    bare = load_vibrational_relaxation(limiting_cross_section="none").pairs["N2", "N2"]
    assert bare.time(5000.0, 101325.0) == pytest.approx(6.7576e-6, rel=1e-3)
    assert bare.time(5000.0, 1013.25) == pytest.approx(6.7576e-4, rel=1e-3)


def test_limiting_time():
    """1/(sigma c n) at 50000 K and 1 atm: sigma 3e-21 m^2, c 6147.3 m/s, n 1.46776e23 per m^3."""
    bare = load_vibrational_relaxation(limiting_cross_section="none").pairs["N2", "N2"]
    limited = load_vibrational_relaxation().pairs["N2", "N2"]
    added = limited.time(5e4, 101325.0) - bare.time(5e4, 101325.0)
    assert added == pytest.approx(1 / (3e-21 * 6147.3 * 1.46776e23), rel=1e-4)
    smaller = load_vibrational_relaxation(limiting_cross_section="gdtk").pairs["N2", "N2"]
    assert smaller.time(5e4, 101325.0) - bare.time(5e4, 101325.0) == pytest.approx(3 * added)


@pytest.mark.parametrize(("mass", "ratio"), [("reduced", 0.5), ("mean", 1.0), ("species", 1.0)])
def test_mass_in_the_mean_speed(mass, ratio):
    species = load_vibrational_relaxation().pairs["N2", "N2"].speed_mass
    chosen = load_vibrational_relaxation(collision_mass=mass).pairs["N2", "N2"].speed_mass
    assert chosen / species == pytest.approx(ratio)


def test_the_constant_cross_section():
    pair = load_vibrational_relaxation(limiting_cross_section="gnoffo1989").pairs["O2", "O2"]
    assert (pair.cross_section, pair.exponent) == (1e-20, 0.0)


@pytest.mark.parametrize("name", ("constants", "limiting_cross_section", "collision_mass"))
def test_unknown_variants(name):
    with pytest.raises(ValueError, match=f"Argument `{name}` must be one of"):
        load_vibrational_relaxation(**{name: "other"})


def test_unknown_species():
    with pytest.raises(ValueError, match="Xy"):
        load_vibrational_relaxation(("N2", "Xy"))
