import pytest

from boostglide.gas import AIR_WITHOUT_ARGON, STANDARD_AIR
from boostglide.planet import standard_atmosphere
from boostglide.scenario import GasInput, in_words, parse_option, parse_stream


def test_altitude_gives_the_standard_atmosphere():
    stream = parse_stream(altitude="71km", speed="7650m/s")
    air = standard_atmosphere(71e3)
    assert isinstance(stream, GasInput)
    assert stream.speed == 7650.0
    assert (stream.pressure, stream.temperature) == (float(air.pressure), float(air.temperature))
    assert stream.density == float(air.density)
    assert stream.composition == STANDARD_AIR
    assert "71 km" in stream.described
    assert stream.references == ("us76",)


def test_pressure_and_temperature_give_an_ideal_gas():
    stream = parse_stream(pressure="125kPa", temperature="26.85degC", composition="N2:0.79,O2:0.21")
    assert stream.speed == 0.0
    assert stream.temperature == pytest.approx(300.0)
    assert stream.density == pytest.approx(125e3 * 0.02885034 / (8.314462618 * 300.0), rel=1e-5)
    assert stream.composition == AIR_WITHOUT_ARGON


def test_composition_at_an_altitude_has_its_own_density():
    stream = parse_stream(altitude="20 km", speed="3 km/s", composition="CO2:1")
    assert stream.density == pytest.approx(stream.pressure * 0.0440095 / (8.314462618 * stream.temperature))
    assert any("density" in sentence for sentence in stream.assumptions)


def test_amounts_are_scaled_and_that_is_said():
    stream = parse_stream(pressure="1atm", temperature="300K", composition=" N2 : 3 , O2:1,Ar:0 ")
    assert stream.composition == {"N2": 0.75, "O2": 0.25}
    assert "4" in stream.assumptions[0]
    assert in_words(stream.composition) == "N2 0.75, O2 0.25 by mole"


@pytest.mark.parametrize(
    ("given", "option", "found"),
    [
        ({}, "--altitude", "none of them"),
        ({"pressure": "1Pa"}, "--temperature", "no temperature"),
        ({"temperature": "300K"}, "--pressure", "no pressure"),
        ({"altitude": "1km", "pressure": "1Pa"}, "--altitude", "`--pressure` beside it"),
        ({"altitude": "200km"}, "--altitude", "200km"),
        ({"altitude": "-6km"}, "--altitude", "-6km"),
        ({"altitude": "71"}, "--altitude", "without a unit"),
        ({"altitude": "71kg"}, "--altitude", "a mass"),
        ({"altitude": "1km ± 3 %"}, "--altitude", "±"),
        ({"altitude": "1km", "speed": "-3km/s"}, "--speed", "-3km/s"),
        ({"altitude": "1km", "speed": "0m/s"}, "--speed", "0m/s"),
        ({"altitude": "1km", "speed": "Mach 8"}, "--speed", "Mach number"),
        ({"altitude": "1km", "speed": "1e9m/s"}, "--speed", "1e9m/s"),
        ({"altitude": "1km", "speed": "fast\n"}, "--speed", "fast"),
        ({"altitude": "1km", "speed": "9" * 5000 + "m/s"}, "--speed", "999"),
        ({"pressure": "-1Pa", "temperature": "300K"}, "--pressure", "-1Pa"),
        ({"pressure": "1Pa", "temperature": "0K"}, "--temperature", "0K"),
        ({"pressure": "1Pa", "temperature": "-300degC"}, "--temperature", "-300degC"),
    ],
)
def test_refusals_of_numbers(given, option, found):
    with pytest.raises(ValueError, match=r"expected .*, found ") as refused:
        parse_stream(**given)
    line = str(refused.value)
    assert "\n" not in line
    assert line.startswith(f"Option `{option}`: ")
    assert found in line
    assert len(line) < 300


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "an empty entry"),
        ("CO2", '"CO2"'),
        ("N2:x", '"x" for N2'),
        ("N2:-1", '"-1" for N2'),
        ("N2:nan", '"nan" for N2'),
        ("N2:inf", '"inf" for N2'),
        ("N2:0", "sum"),
        ("N2:.5,N2:.5", "twice"),
        ("n2:1", "did you mean N2"),
        ("Xx:1", "a known species"),
        ("NO+:1", "charge"),
        ("N2" * 400, "500 characters"),
        (",".join(["N2:1"] * 30), "20 species"),
        ("N2:1\n", "known"),
    ],
)
def test_refusals_of_compositions(text, words):
    if text == "N2:1\n":  # white space around a number is no fault
        assert parse_stream(pressure="1Pa", temperature="300K", composition=text).composition == {"N2": 1.0}
        return
    with pytest.raises(ValueError, match=r"^Option `--composition`: expected ") as refused:
        parse_stream(pressure="1Pa", temperature="300K", composition=text)
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_one_option():
    assert parse_option("until", "10cm", "length") == 0.1
    with pytest.raises(ValueError, match="Option `--until`: expected a positive quantity"):
        parse_option("until", "-1cm", "length")
