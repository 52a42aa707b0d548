"""Mechanisms of the package: balance, subsets, variants, and rates against values of a calculator."""

import math
import re

import pytest

from boostglide.core import cite
from boostglide.gas import AIR_SPECIES, ControllingTemperature, load_mechanism, mechanism_names

NAMES = ("dunn-kang1973", "gupta1990", "park1993", "park2001")
COUNTS = {
    "dunn-kang1973": {5: 7, 7: 10, 11: 21},
    "gupta1990": {5: 6, 7: 9, 11: 20},
    "park1993": {5: 5, 7: 7, 11: 22},
    "park2001": {5: 5, 7: 7, 11: 22},
}

# equation, collider, temperature [K], coefficient [cm^3/mol/s], by `bc` from the numbers of the publications
RATES = [
    ("park1993", "N2 + M = N + N + M", "O2", 10000, 3.379749e10),
    ("park1993", "N2 + M = N + N + M", "N", 10000, 1.448464e11),
    ("park1993", "N2 + O = NO + N", None, 6000, 1.772328e11),
    ("park2001", "N2 + O = NO + N", None, 6000, 1.716889e11),
    ("park1993", "N + O = NO+ + e-", None, 8000, 1.305640e11),
    ("park2001", "N + O = NO+ + e-", None, 8000, 9.829391e10),
    ("park1993", "O2+ + O = O+ + O2", None, 10000, 2.886223e11),
    ("park1993", "N + e- = N+ + e- + e-", None, 15000, 3.662701e13),
    ("gupta1990", "N + e- = N+ + e- + e-", None, 15000, 1.084963e14),
    ("gupta1990", "O2 + M = O + O + M", "O2", 5000, 4.501542e10),
    ("dunn-kang1973", "O2 + M = O + O + M", "O", 5000, 1.222273e11),
    ("gupta1990", "N + O = NO+ + e-", None, 8000, 1.407149e10),
    ("dunn-kang1973", "O + N = NO+ + e-", None, 8000, 1.857863e10),
]


def atoms_and_charge(side):
    """Counts of N, O and charge of one side of an equation, read off the names."""
    total = {"N": 0, "O": 0, "charge": 0}
    for name, count in side.items():
        total["charge"] += count * (name.count("+") - name.count("-"))
        for element, number in re.findall(r"([NO])(\d?)", name):
            total[element] += count * int(number or 1)
    return total


def find(mechanism, equation, collider=None):
    """Reactions of one equation that collide with a species."""
    found = [
        each
        for each in mechanism.reactions
        if each.equation == equation and (collider is None or each.third_body[collider])
    ]
    assert len(found) == 1
    return found[0]


def test_names():
    assert mechanism_names() == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", (5, 7, 11))
def test_subsets_balance(name, count):
    mechanism = load_mechanism(name, count)
    assert mechanism.species == AIR_SPECIES[count]
    assert len(mechanism.reactions) == COUNTS[name][count]
    for reaction in mechanism.reactions:
        assert atoms_and_charge(reaction.reactants) == atoms_and_charge(reaction.products)
        assert reaction.species <= set(mechanism.species)
        if reaction.third_body is not None:
            assert tuple(reaction.third_body) == mechanism.species
        assert cite(*reaction.references)


@pytest.mark.parametrize(("name", "equation", "collider", "temperature", "published"), RATES)
def test_rates(name, equation, collider, temperature, published):
    reaction = find(load_mechanism(name), equation, collider)
    efficiency = 1.0 if collider is None else reaction.third_body[collider]
    assert efficiency * reaction.rate(temperature) == pytest.approx(1e-6 * published, rel=1e-6)


def test_the_logarithm_survives_where_the_coefficient_vanishes():
    rate = find(load_mechanism("park1993"), "N2 + M = N + N + M").rate
    assert rate.logarithm(100.0) == pytest.approx(math.log(7e15) - 1.6 * math.log(100.0) - 1132.0)
    assert rate(100.0) == 0.0


@pytest.mark.parametrize("name", NAMES)
def test_every_option_changes_its_mechanism(name):
    default = load_mechanism(name)
    assert default.variants == {each.name: each.default for each in default.available_variants}
    assert len(default.available_variants) >= 1
    for variant in default.available_variants:
        cite(*(key for option in variant.options for key in option.references))
        for option in variant.options[1:]:
            changed = load_mechanism(name, variants={variant.name: option.name})
            assert changed.variants[variant.name] == option.name
            assert changed.reactions != default.reactions


def test_the_disputed_exponent():
    equation = "O2+ + O = O+ + O2"
    assert find(load_mechanism("park1993"), equation).rate.exponent == -0.09
    other = load_mechanism("park1993", variants={"o2-ion-charge-exchange": "plus"})
    assert find(other, equation).rate.exponent == 0.09


def test_exchange_of_2001_in_1993():
    mixed = load_mechanism("park1993", 5, variants={"zeldovich": "park2001"})
    newer = load_mechanism("park2001", 5)
    for equation in ("N2 + O = NO + N", "NO + O = O2 + N"):
        assert find(mixed, equation).rate == find(newer, equation).rate
        assert find(mixed, equation).references == ("park2001",)


@pytest.mark.parametrize("exponent", (0.5, 0.7, 1.0))
def test_controlling_temperatures(exponent):
    mechanism = load_mechanism("park1993", exponent=exponent)
    assert mechanism.dissociation_exponent == exponent
    first = find(mechanism, "O2 + M = O + O + M")
    assert first.forward_temperature == ControllingTemperature(exponent, 1.0 - exponent)
    assert first.backward_temperature == ControllingTemperature(1.0, 0.0)
    impact = find(mechanism, "O + e- = O+ + e- + e-")
    assert impact.forward_temperature == impact.backward_temperature == ControllingTemperature(0.0, 1.0)
    ionisation = find(mechanism, "N + O = NO+ + e-")
    assert ionisation.forward_temperature == ControllingTemperature(1.0, 0.0)
    assert ionisation.backward_temperature == ControllingTemperature(0.0, 1.0)


def test_units_follow_the_number_of_particles():
    mechanism = load_mechanism("park1993")
    assert find(mechanism, "O2 + M = O + O + M").order == 2
    assert find(mechanism, "O2 + M = O + O + M").rate.factor == pytest.approx(2e15)
    assert find(mechanism, "O + e- = O+ + e- + e-").order == 2


@pytest.mark.parametrize(
    ("equation", "collider", "spread"),
    [
        ("N2 + M = N + N + M", "N2", 20.0),
        ("O2 + M = O + O + M", "N2", 4.0),
        ("NO + M = N + O + M", "N2", 20.0),
    ],
)
def test_mechanisms_agree_within_their_known_spread(equation, collider, spread):
    """At 8000 K; published rates of one reaction differ by an order of magnitude, not by a slip of units."""
    values = []
    for name in NAMES:
        reaction = find(load_mechanism(name), equation, collider)
        values.append(reaction.third_body[collider] * reaction.rate(8000.0))
    assert 1.0 < max(values) / min(values) < spread


def test_electron_dissociation_has_its_own_reaction():
    mechanism = load_mechanism("park1993")
    assert find(mechanism, "N2 + M = N + N + M").third_body["e-"] == 0.0
    assert find(mechanism, "N2 + e- = N + N + e-").kind == "electron-impact-dissociation"


def test_a_subset_of_unknown_species_is_refused():
    with pytest.raises(ValueError, match=r"must name species of `park1993`.*not He"):
        load_mechanism("park1993").subset(("N2", "He"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"name": "park93"}, "did you mean `park1993`"),
        ({"name": "park1993", "species_count": 6}, "must be 5, 7 or 11, but is 6"),
        ({"name": "park1993", "exponent": 1.5}, "between 0 and 1, but is 1.5"),
        ({"name": "park1993", "exponent": math.nan}, "between 0 and 1"),
        ({"name": "park1993", "variants": {"zeldovitch": "park2001"}}, "did you mean `zeldovich`"),
        ({"name": "park1993", "variants": {"zeldovich": "park1990"}}, "one of park1993, park2001"),
    ],
)
def test_refusals(arguments, message):
    with pytest.raises(ValueError, match=message):
        load_mechanism(**arguments)
