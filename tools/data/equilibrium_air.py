"""Makes src/boostglide/data/gas/equilibrium_air.npz and its yaml with Cantera; about a minute.

Air is nitrogen, oxygen and argon in the proportions of the US Standard Atmosphere 1976 (`STANDARD_AIR`), an
ideal gas of all species of these elements in data/gas/species.yaml, positive and negative ions included.

Run from the repository root: python tools/data/equilibrium_air.py
"""

import hashlib
import pathlib
import warnings

import cantera
import numpy as np

from boostglide.gas import STANDARD_AIR, mean_molar_mass
from boostglide.gas.cantera_phase import equilibrate, new_phase, possible_species, settled_logarithms
from boostglide.gas.response import response

FOLDER = pathlib.Path("src/boostglide/data/gas")
SPECIES = possible_species(STANDARD_AIR)
ELEMENTS = {"N": ("N2", 2), "O": ("O2", 2), "Ar": ("Ar", 1), "e-": ("e-", 1)}
COLDEST, HOTTEST = 200.0, 20000.0
LOG10_PRESSURE = np.linspace(0.0, 8.0, 97)
ENTHALPY_NODES = 481
FLOOR = -40.0
COLD_MOLAR_MASS = mean_molar_mass(STANDARD_AIR)
COLD_CONSTANT = cantera.gas_constant / 1e3 / COLD_MOLAR_MASS

ERROR = """errs by at most 0.02 per cent in temperature and density,
  0.0002 in entropy, 0.06 in sound speed, 0.2 in electron density above 1e10 per m^3, 0.3 in mole fractions
  above 1e-6 and 0.5 in heat capacities, and 3e-6 in the mole fraction of NO"""

YAML = """\
description: >-
  Air in equilibrium as a table over log10 of pressure and a normalised logarithm of enthalpy: {count}
  species, ideal gas, {composition} by mole.
source: >-
  Computed with Cantera {version} (keys cantera2025, mcbride2002) over the species of data/gas/species.yaml.
  Traces by the law of mass action with the abundant species, because the solver stops before fractions below
  1e-12 have settled.
licence: MIT
generator: tools/data/equilibrium_air.py
sha256: {digest}
range: pressure 1 Pa to 100 MPa, temperature 200 to 20000 K
species: [{species}]
datum: >-
  Enthalpy is zero at 0 K on the calorically perfect continuation below 200 K (constant heat capacity of
  200 K), so enthalpy is that heat capacity times temperature there. It is {offset:.1f} J/kg above the
  enthalpy that counts from the elements at 298.15 K.
arrays:
  log10_pressure: nodes of pressure, log10 of Pa
  coordinate: enthalpy coordinate ln(h / h_cold) / ln(h_hot(p) / h_cold), 0 at 200 K and 1 at 20000 K
  cold_enthalpy: h_cold, enthalpy at 200 K [J/kg]
  hot_log_enthalpy: ln of h_hot [J/kg], enthalpy at 20000 K at each pressure
  table: >-
    At each (pressure, coordinate), in single precision, ln temperature [K], ln molar mass [kg/mol], entropy
    over the gas constant of cold air plus ln(pressure / 1 Pa) [-], ln sound speed (equilibrium) [m/s],
    log10 mole fraction of electrons (floor -40), mole fraction of NO.
  potentials: >-
    At the same nodes, in single precision, chemical potentials over R T of the elements N, O and Ar and of
    the electron; with the free enthalpies of the species they give all mole fractions.
  response: >-
    At the same nodes, in single precision, ln heat capacity at constant pressure [J/kg/K], slope of ln volume
    over ln temperature at constant pressure, and over ln pressure at constant temperature.
error: >-
  Interpolation against direct Cantera at 10000 random points (tests/gas/test_equilibrium.py repeats some)
  {error}.
"""


def node(gas: cantera.Solution, pressure: float, enthalpy: float) -> list[float]:
    """One node: enthalpy from the elements [J/kg]; the columns of `table`, `potentials` and `response`."""
    equilibrate(gas, "HP", enthalpy, pressure)
    logarithms = dict(zip(SPECIES, settled_logarithms(gas), strict=True))
    standard = dict(zip(SPECIES, gas.standard_gibbs_RT, strict=True))
    slopes = response(gas)
    exponent = slopes.isentropic_exponent(cantera.gas_constant / gas.mean_molecular_weight)
    columns = [
        np.log(gas.T),
        np.log(gas.mean_molecular_weight / 1e3),
        gas.s / COLD_CONSTANT + np.log(pressure),
        0.5 * np.log(exponent * gas.P / gas.density),
        max(logarithms["e-"] / np.log(10.0), FLOOR),
        np.exp(logarithms["NO"]),
    ]
    potentials = [(standard[name] + logarithms[name]) / atoms for name, atoms in ELEMENTS.values()]
    of_volume = [slopes.volume_by_temperature, slopes.volume_by_pressure]
    return [*columns, *potentials, np.log(slopes.heat_capacity), *of_volume]


def arrays() -> tuple[dict[str, np.ndarray], float]:
    """All arrays of the file and the offset of the datum."""
    gas = new_phase(SPECIES)
    gas.TPX = COLDEST, 1e5, STANDARD_AIR
    cold_enthalpy, offset = gas.cp * COLDEST, gas.cp * COLDEST - gas.h
    coordinate = np.linspace(0.0, 1.0, ENTHALPY_NODES)
    hot, table = [], []
    for log10_pressure in LOG10_PRESSURE:
        pressure = 10.0**log10_pressure
        gas.TPX = HOTTEST, pressure, STANDARD_AIR
        equilibrate(gas, "TP", HOTTEST, pressure)
        hot.append(np.log(gas.h + offset))
        enthalpies = np.exp(np.log(cold_enthalpy) + coordinate * (hot[-1] - np.log(cold_enthalpy)))
        gas.TPX = COLDEST, pressure, STANDARD_AIR
        table.append([node(gas, pressure, h - offset) for h in enthalpies])
    nodes = np.array(table)
    return {
        "log10_pressure": LOG10_PRESSURE,
        "coordinate": coordinate,
        "cold_enthalpy": np.array(cold_enthalpy),
        "hot_log_enthalpy": np.array(hot),
        "table": nodes[..., :6].astype(np.float32),
        "potentials": nodes[..., 6:10].astype(np.float32),
        "response": nodes[..., 10:].astype(np.float32),
    }, offset


def main() -> None:
    """Write both files."""
    warnings.simplefilter("ignore")
    content, offset = arrays()
    target = FOLDER / "equilibrium_air.npz"
    np.savez(target, **content)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    text = YAML.format(
        version=cantera.__version__,
        digest=digest,
        offset=offset,
        count=len(SPECIES),
        species=", ".join(SPECIES),
        composition=", ".join(f"{name} {value:g}" for name, value in STANDARD_AIR.items()),
        error=ERROR,
    )
    (FOLDER / "equilibrium_air.yaml").write_text(text, encoding="utf-8")
    print(target, target.stat().st_size, digest, offset)


if __name__ == "__main__":
    main()
