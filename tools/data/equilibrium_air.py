"""Makes src/boostglide/data/gas/equilibrium_air.npz and its yaml with Cantera; about half a minute.

Air is O2 0.21 and N2 0.79 by mole, eleven species of Cantera's airNASA9.yaml, an ideal gas. Argon is left
out, because that file has none; it would raise temperatures behind strong shocks by 0.4 to 2 per cent.

Run from the repository root: python tools/data/equilibrium_air.py
"""

import hashlib
import pathlib
import warnings

import cantera
import numpy as np

FOLDER = pathlib.Path("src/boostglide/data/gas")
AIR = "O2:0.21,N2:0.79"
COLDEST, HOTTEST = 200.0, 20000.0
LOG10_PRESSURE = np.linspace(0.0, 8.0, 97)
ENTHALPY_NODES = 361
FROZEN_NODES = 161
NEUTRALS = ("N2", "O2", "NO", "N", "O")
ELECTRON_FLOOR = 1e-40
PERTURBATION = 0.004
COLD_MOLECULAR_WEIGHT = 28.85064

YAML = """\
description: >-
  Equilibrium air as a table over log10 of pressure and a normalised logarithm of enthalpy, and frozen air
  (O2 and N2 only) over the logarithm of temperature. Eleven species (N2 O2 NO N O N2+ O2+ NO+ N+ O+ e-),
  ideal gas, O2 0.21 and N2 0.79 by mole, no argon.
source: >-
  Computed with Cantera {version} (keys cantera2025, mcbride2002); thermodynamic data airNASA9.yaml of
  Cantera, from McBride, Zehe and Gordon, NASA TP-2002-211556. Traces of electrons by the law of mass action
  with the neutral species, because the solver stops before fractions below 1e-12 have settled.
licence: MIT
generator: tools/data/equilibrium_air.py
sha256: {digest}
range: pressure 1 Pa to 100 MPa, temperature 200 to 20000 K
datum: >-
  Enthalpy is zero at 0 K on the calorically perfect continuation below 200 K (constant heat capacity of
  200 K), so enthalpy is cold_heat_capacity times temperature there. It is {offset:.1f} J/kg above the
  enthalpy of Cantera, whose zero is the elements at 298.15 K.
arrays:
  log10_pressure: nodes of pressure, log10 of Pa
  coordinate: enthalpy coordinate ln(h / h_cold) / ln(h_hot(p) / h_cold), 0 at 200 K and 1 at 20000 K
  cold_enthalpy: h_cold, enthalpy at 200 K [J/kg]
  hot_log_enthalpy: ln of h_hot [J/kg], enthalpy at 20000 K at each pressure
  cold_heat_capacity: heat capacity at constant pressure at 200 K [J/kg/K]
  cold_molar_mass: molar mass of the undissociated air [kg/mol]
  table: >-
    At each (pressure, coordinate), in single precision, ln temperature [K], ln molar mass [kg/mol], entropy
    over the gas constant of cold air plus ln(pressure / 1 Pa) [-], ln sound speed (equilibrium) [m/s],
    log10 mole fraction of electrons (floor -40), mole fraction of NO.
  frozen_log_temperature: nodes of ln temperature [K] of the frozen air
  frozen_table: enthalpy [J/kg], entropy at 1 Pa [J/kg/K], heat capacity [J/kg/K] of frozen air
error: >-
  Interpolation against direct Cantera at 2000 random points (tests/gas/test_equilibrium.py measures it again)
  {error}.
"""


def equilibrium(gas: cantera.Solution, pressure: float, enthalpy: float) -> list[float]:
    """One node: enthalpy by Cantera's datum [J/kg]; the columns of `table`."""
    gas.HP = enthalpy, pressure
    gas.equilibrate("HP", rtol=1e-10)
    cold_constant = cantera.gas_constant / COLD_MOLECULAR_WEIGHT
    node = [
        np.log(gas.T),
        np.log(gas.mean_molecular_weight / 1e3),
        gas.s / cold_constant + np.log(pressure),
    ]
    electrons = np.log10(max(electron_fraction(gas), ELECTRON_FLOOR))
    nitric_oxide = gas["NO"].X[0]
    return [*node, np.log(sound_speed(gas)), electrons, nitric_oxide]


def electron_fraction(gas: cantera.Solution) -> float:
    """Mole fraction of electrons in balance with the neutrals: law of mass action, charge balance.

    The solver stops before such traces settle: below 1e-12 its own electrons are too few, by a factor of 1000
    and more below 1500 K. Above 1e-11 both agree to rounding.
    """
    potential = dict(zip(gas.species_names, gas.standard_gibbs_RT, strict=True))
    ions = sum(gas[name].X[0] * np.exp(potential[name] - potential[name + "+"]) for name in NEUTRALS)
    return float(np.sqrt(ions * np.exp(-potential["e-"])))


def sound_speed(gas: cantera.Solution) -> float:
    """Equilibrium speed of sound [m/s]: dp / d(density) at constant entropy, by a central difference."""
    entropy, pressure, state = gas.s, gas.P, gas.state
    sides = []
    for factor in (1.0 - PERTURBATION, 1.0 + PERTURBATION):
        gas.state = state
        gas.SP = entropy, pressure * factor
        gas.equilibrate("SP", rtol=1e-10)
        sides.append(gas.density)
    gas.state = state
    return float(np.sqrt(2.0 * PERTURBATION * pressure / (sides[1] - sides[0])))


def cold_air(temperature: float = COLDEST, pressure: float = 1e5) -> cantera.Solution:
    """Undissociated air."""
    gas = cantera.Solution("airNASA9.yaml")
    gas.TPX = temperature, pressure, AIR
    return gas


def frozen_table(offset: float) -> tuple[np.ndarray, np.ndarray]:
    """Nodes of ln temperature; enthalpy, entropy at 1 Pa and heat capacity of N2 and O2 alone."""
    nodes = np.linspace(np.log(COLDEST), np.log(HOTTEST), FROZEN_NODES)
    gas = cold_air()
    rows = []
    for temperature in np.exp(nodes):
        gas.TPX = temperature, 1.0, AIR
        rows.append([gas.h + offset, gas.s, gas.cp])
    return nodes, np.array(rows)


def arrays() -> tuple[dict[str, np.ndarray], float]:
    """All arrays of the file and the offset of the datum."""
    cold = cold_air()
    offset = cold.cp * COLDEST - cold.h
    cold_enthalpy = cold.cp * COLDEST
    coordinate = np.linspace(0.0, 1.0, ENTHALPY_NODES)
    hot, table = [], []
    for log10_pressure in LOG10_PRESSURE:
        pressure = 10.0**log10_pressure
        gas = cold_air(HOTTEST, pressure)
        gas.equilibrate("TP", rtol=1e-10)
        hot.append(np.log(gas.h + offset))
        enthalpies = np.exp(np.log(cold_enthalpy) + coordinate * (hot[-1] - np.log(cold_enthalpy)))
        gas.TPX = COLDEST, pressure, AIR
        table.append([equilibrium(gas, pressure, h - offset) for h in enthalpies])
    frozen_nodes, frozen = frozen_table(offset)
    return {
        "log10_pressure": LOG10_PRESSURE,
        "coordinate": coordinate,
        "cold_enthalpy": np.array(cold_enthalpy),
        "hot_log_enthalpy": np.array(hot),
        "cold_heat_capacity": np.array(cold.cp),
        "cold_molar_mass": np.array(cold.mean_molecular_weight / 1e3),
        "table": np.array(table).astype(np.float32),
        "frozen_log_temperature": frozen_nodes,
        "frozen_table": frozen,
    }, offset


def main() -> None:
    """Write both files."""
    cantera.suppress_thermo_warnings()  # the ions start at 298 K, where there are none
    warnings.simplefilter("ignore")
    content, offset = arrays()
    target = FOLDER / "equilibrium_air.npz"
    np.savez_compressed(target, **content)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    error = (
        "errs by at most 0.03 per cent in temperature and density,\n  0.001 in entropy, 0.2 in sound speed, "
        "0.4 in electron density above 1e10 per m^3, and 2e-6 in the mole fraction of NO"
    )
    text = YAML.format(version=cantera.__version__, digest=digest, offset=offset, error=error)
    (FOLDER / "equilibrium_air.yaml").write_text(text, encoding="utf-8")
    print(target, target.stat().st_size, digest, offset)


if __name__ == "__main__":
    main()
