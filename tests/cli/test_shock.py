import json

import pytest
from typer.testing import CliRunner

from boostglide.cli.main import app

STATE = {
    "pressure_pa", "temperature_k", "density_kg_m3", "speed_m_s", "enthalpy_j_kg", "mach",
    "electron_density_m3", "mole_fractions",
}  # fmt: skip
HUBER = "--speed 11296m/s --pressure 59Pa --temperature 283K"
CEA_CO2 = 11844689.0, 2473.0636, 151744340.0, 3824.9631
TUNNEL = "--speed 2414m/s --pressure 125kPa --temperature 300K"


@pytest.fixture(autouse=True)
def _configured(monkeypatch):
    """The tests configure the engine once; a second time is refused by JAX."""
    monkeypatch.setattr("boostglide.cli.shock.configure_engine", lambda: None)


def run(line):
    return CliRunner().invoke(app, ["shock", *line.split()])


def data(line):
    result = run(line + " --json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_published_incident_shock():
    """ESTCn manual, 13 species with argon: 86686 Pa, 12034 K, 10561.1 m/s."""
    found = data(HUBER)
    assert STATE <= set(found["downstream"])
    assert found["downstream"]["pressure_pa"] == pytest.approx(86686.0, rel=1e-3)
    assert found["downstream"]["temperature_k"] == pytest.approx(12034.0, rel=1e-3)
    assert found["gas_speed_behind_moving_shock_m_s"] == pytest.approx(10561.1, rel=1e-4)
    assert found["shock_angle_deg"] == 90.0
    assert found["reflected"] is None
    assert found["surface"] is None
    assert found["upstream"]["mole_fractions"]["Ar"] == pytest.approx(0.009684)
    for name in ("upstream", "downstream", "stagnation", "pitot"):
        assert sum(found[name]["mole_fractions"].values()) == pytest.approx(1.0, abs=1e-9)
    electrons = found["downstream"]["mole_fractions"]["e-"] * found["downstream"]["pressure_pa"]
    electrons /= 1.380649e-23 * found["downstream"]["temperature_k"]
    assert found["downstream"]["electron_density_m3"] == pytest.approx(electrons, rel=1e-3)
    assert "equilibrium" in found["which_temperature"]
    assert found["stagnation"] == found["pitot"] | {"speed_is": found["stagnation"]["speed_is"]}


def test_published_ideal_and_frozen_shocks():
    """ESTCn manual: ideal gas of ratio 1.4; and frozen gas, whose nitrogen and oxygen are exchanged there."""
    ideal = data(HUBER + " --gas perfect")
    assert ideal["downstream"]["pressure_pa"] == pytest.approx(77204.1, rel=1e-3)
    assert ideal["downstream"]["temperature_k"] == pytest.approx(61994.8, rel=1e-3)
    assert ideal["gas_speed_behind_moving_shock_m_s"] == pytest.approx(9404.94, rel=1e-4)
    assert ideal["heat_capacity_ratio"] == 1.4
    frozen = data(TUNNEL + " --gas frozen --composition N2:0.21,O2:0.79")
    assert frozen["upstream"]["density_kg_m3"] == pytest.approx(1.5616, rel=1e-4)
    assert frozen["downstream"]["pressure_pa"] == pytest.approx(7.8815e6, rel=1e-4)
    assert frozen["downstream"]["temperature_k"] == pytest.approx(2792.97, rel=1e-4)
    assert frozen["downstream"]["electron_density_m3"] == 0.0
    assert "frozen" in frozen["downstream"]["which_temperature"]


def test_published_reflected_shock():
    """ESTCn manual, T4 condition without argon."""
    found = data(TUNNEL + " --composition N2:0.79,O2:0.21 --reflected")
    assert found["downstream"]["pressure_pa"] == pytest.approx(7.2897e6, rel=1e-3)
    assert found["downstream"]["temperature_k"] == pytest.approx(2615.79, rel=1e-3)
    assert found["reflected"]["pressure_pa"] == pytest.approx(59.375e6, rel=1e-3)
    assert found["reflected"]["temperature_k"] == pytest.approx(4529.8, rel=1e-3)
    assert found["reflected"]["speed_m_s"] == 0.0
    assert found["reflected_shock_speed_m_s"] == pytest.approx(573.5, rel=0.01)


def test_cone_of_the_issue():
    found = data("--speed 7650m/s --altitude 71km --cone 15deg")
    assert found["shock_angle_deg"] == pytest.approx(16.283, abs=2e-3)
    assert found["surface"]["pressure_pa"] > found["downstream"]["pressure_pa"]
    assert found["largest_attached_angle_deg"] == pytest.approx(71.02, abs=0.02)
    assert found["stagnation"]["pressure_pa"] > 1e8
    assert any("beyond 100 MPa" in sentence for sentence in found["assumptions"])


def test_reflected_shock_in_carbon_dioxide_goes_beyond_100_megapascals():
    """The example of the help; NASA cea 3.3 without ions (with them it settles on a wrong root)."""
    found = data(TUNNEL + " --composition CO2:1 --reflected")
    assert found["downstream"]["pressure_pa"] == pytest.approx(CEA_CO2[0], rel=1e-3)
    assert found["downstream"]["temperature_k"] == pytest.approx(CEA_CO2[1], rel=1e-3)
    assert found["reflected"]["pressure_pa"] == pytest.approx(CEA_CO2[2], rel=1e-3)
    assert found["reflected"]["temperature_k"] == pytest.approx(CEA_CO2[3], rel=1e-3)
    assert any("`reflected`" in sentence and "ideal gas" in sentence for sentence in found["assumptions"])


def test_wedge_of_a_perfect_gas_and_text():
    """NACA Report 1135: Mach 3 and 20 degrees give 37.76 degrees."""
    options = (
        "--speed 1041.5m/s --pressure 1atm --temperature 300K --composition N2:1 --gas perfect --angle 20deg"
    )
    found = data(options)
    assert found["upstream"]["mach"] == pytest.approx(2.9499, rel=1e-3)
    assert found["surface"]["pressure_pa"] == found["downstream"]["pressure_pa"]
    result = run(options)
    assert result.exit_code == 0
    for words in ("Shock angle", "Temperature: perfect gas", "Largest angle", "J/kg", "Mole fractions"):
        assert words in result.output


def test_heavier_and_lighter_gases():
    argon = data("--speed 3km/s --pressure 1kPa --temperature 300K --composition Ar:1 --gas perfect")
    assert argon["heat_capacity_ratio"] == pytest.approx(5.0 / 3.0)
    dioxide = data("--speed 3km/s --pressure 1kPa --temperature 300K --composition CO2:1 --gas perfect")
    assert dioxide["heat_capacity_ratio"] == pytest.approx(1.288, abs=2e-3)
    assert dioxide["density_ratio"] == pytest.approx(7.53, rel=2e-3)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("--speed 200m/s --altitude 71km", "more than the speed of sound"),
        ("--speed 7650m/s --altitude 71km --cone 80deg", "at most 71.02 deg"),
        ("--speed 7650m/s --altitude 71km --angle 80deg --gas perfect", "at most 45."),
        ("--speed 3km/s --altitude 20km --cone 0deg", "Option `--cone`"),
        ("--speed 3km/s --altitude 20km --angle 90deg", "below 90 deg"),
        ("--speed 3km/s --altitude 20km --angle 10deg --cone 10deg", "`--cone`"),
        ("--speed 3km/s --altitude 20km --angle 10deg --reflected", "`--reflected`"),
        ("--speed 3km/s --altitude 20km --angle 10m", "an angle"),
        ("--speed 3km/s --altitude 20km --gas plasma", "perfect, frozen, equilibrium"),
        ("--speed 3km/s --altitude 20km --composition Unobtainium:1", "a known species"),
        ("--speed 30km/s --altitude 60km", "20000 K"),
        ("--speed 12km/s --altitude 0km --reflected", "1 GPa"),
        ("--speed 12km/s --altitude 60km --gas frozen", "20000 K"),
        ("--speed 3km/s --pressure=-5Pa --temperature 300K", "positive"),
        ("--speed 3km/s", "expected either an altitude"),
        ("--speed 3km/s --pressure 1Pa --temperature 10K --gas frozen", "40 to 20000 K"),
    ],
)
def test_bad_input_is_one_line(line, words):
    result = run(line)
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.output
