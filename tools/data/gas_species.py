"""Makes src/boostglide/data/gas/species.yaml from the thermodynamic library of NASA cea; a second.

The polynomials are those of NASA TP-2002-211556, read from the library inside the installed package `cea` and
compared with the eleven species of Cantera's airNASA9.yaml, which were typed from the same report by others.

Run from the repository root: python tools/data/gas_species.py
"""

import pathlib
import struct
from typing import Any

import cea
import numpy as np
from ruamel.yaml import YAML

LIBRARY = pathlib.Path(cea.__file__).parent / "data" / "thermo.lib"
TARGET = pathlib.Path("src/boostglide/data/gas/species.yaml")
BREAKS = (200.0, 1000.0, 6000.0, 20000.0)
COLDEST_ION = 298.15
SECOND_RADIATION_CONSTANT = 1.438776877
"""Planck constant times speed of light over Boltzmann constant [cm K], exact in SI."""

KILOJOULE_PER_ELECTRONVOLT = 96.48533212

SPECIES = """
N2 O2 NO N O Ar e- N2+ O2+ NO+ N+ O+ Ar+
N- N2- O- O2- NO2 NO2- NO3 NO3- N2O N2O+ N3 O3
C C+ C- C2 C2+ C2- C3 C4 CO CO+ CO2 CO2+ C2O
CN CN+ CN- CNN CCN CNC NCN NCO C2N2
He He+
H H+ H- H2 H2+ OH OH+ OH- HO2 HO2- H2O H2O+ H2O2 H3O+
NH NH+ NH2 NH3 HNO HNO2 N2H2
CH CH+ CH2 CH3 CH4 C2H C2H2,acetylene HCO HCO+ HCN HNC HNCO HCHO,formaldehy COOH HCCN HCCO
""".split()
BENT = """
NO2 NO2- NO3 NO3- O3 HO2 HO2- H2O H2O+ H2O2 H3O+ NH2 NH3 HNO HNO2 N2H2
CH2 CH3 CH4 HCO HNCO HCHO,formaldehy COOH HCCO
""".split()
"""Molecules of more than two atoms that are not linear; the others are."""

RENAMED = {"C2H2,acetylene": "C2H2", "HCHO,formaldehy": "CH2O", "COOH": "HOCO"}

WAVENUMBER = {  # [1/cm]
    "N2": 2358.57, "O2": 1580.19, "NO": 1904.20, "N2+": 2207.00, "O2+": 1904.7, "NO+": 2376.42,
    "CO": 2169.81, "CO+": 2214.24, "CN": 2068.59, "C2": 1854.71, "H2": 4401.21, "OH": 3737.76,
    "CO2": 667.38, "N2O": 588.77, "NO2": 749.65, "O3": 700.93, "H2O": 1594.75,
}  # fmt: skip
"""Harmonic constant of diatomic molecules, lowest fundamental of others."""

IONISATION = {  # [eV]
    "N": 14.53413, "O": 13.61805, "Ar": 15.75961, "C": 11.26030, "He": 24.58739, "H": 13.59844,
    "N2": 15.5808, "O2": 12.0697, "NO": 9.2642, "CO": 14.014, "CO2": 13.777, "H2": 15.42593, "OH": 13.017,
}  # fmt: skip

HEADER = """\
description: >-
  Thermodynamic data of gas species: NASA polynomials of nine coefficients, from which heat capacity, enthalpy
  and entropy of one mole follow over 200 to 20000 K (ions from 298.15 K; some species to 6000 K only).
  C2H2 is acetylene, CH2O formaldehyde, HOCO the carboxyl radical.
source: >-
  Polynomials and atomic masses mcbride2002, as distributed with nasa/cea 3.3 (cea1994) in its binary library;
  the eleven species of Cantera's airNASA9.yaml agree with it digit for digit (cantera2025).
  Vibration of diatomic molecules huber1979 (harmonic constant of the ground state), of others the lowest
  fundamental of shimanouchi1972. Ionisation energies nist-asd and, for molecules, nist-webbook.
licence: work of the United States government; nasa/cea distributes it under Apache-2.0
generator: tools/data/gas_species.py
layout:
  elements: atoms of each element
  charge: number of elementary charges
  atoms: number of nuclei
  linear: whether a molecule is linear
  temperatures: limits of the ranges [K]
  coefficients: >-
    one line per range, a1 to a7, b1, b2, with cp/R = a1/T^2 + a2/T + a3 + a4 T + a5 T^2 + a6 T^3 + a7 T^4,
    h/(R T) = -a1/T^2 + a2 ln(T)/T + a3 + a4 T/2 + a5 T^2/3 + a6 T^3/4 + a7 T^4/5 + b1/T,
    s/R = -a1/(2 T^2) - a2/T + a3 ln(T) + a4 T + a5 T^2/2 + a6 T^3/3 + a7 T^4/4 + b2 at 100 kPa;
    enthalpy counts from the elements at 298.15 K
  vibrational_temperature: characteristic temperature of the vibration of lowest energy [K]
  ionisation_energy: energy that removes one electron [kJ/mol]
  code: source of the polynomial by the code of the library (g Glenn, j JANAF, tpis Gurvich, srd JPCRD)
atomic_masses:  # [kg/kmol]
"""


def records(path: pathlib.Path) -> list[bytes]:
    """Records of a sequential Fortran file."""
    content, place, found = path.read_bytes(), 0, []
    while place < len(content):
        (size,) = struct.unpack("<i", content[place : place + 4])
        found.append(content[place + 4 : place + 4 + size])
        place += size + 8
    return found


def library() -> dict[str, dict[str, Any]]:
    """Gas species of the library by name."""
    found: dict[str, dict[str, Any]] = {}
    for record in records(LIBRARY):
        if len(record) != 319:
            continue
        name = record[:15].decode().strip().lstrip("*")
        (ranges,) = struct.unpack("<i", record[15:19])
        pairs = [record[25 + 10 * i : 35 + 10 * i] for i in range(5)]
        elements = {p[:2].decode().strip().capitalize(): struct.unpack("<d", p[2:])[0] for p in pairs}
        found[name] = {
            "code": record[19:25].decode().strip(),
            "elements": {key: round(value) for key, value in elements.items() if key},
            "mass": struct.unpack("<d", record[95:103])[0],
            "coefficients": np.array(struct.unpack("<27d", record[103:319])).reshape(3, 9)[:ranges],
        }
    return found


def compared(species: dict[str, dict[str, Any]]) -> float:
    """Largest relative difference of a coefficient from Cantera's file."""
    import cantera

    path = pathlib.Path(cantera.__file__).parent / "data" / "airNASA9.yaml"
    worst = 0.0
    for entry in YAML(typ="safe", pure=True).load(path)["species"]:
        other = np.array(entry["thermo"]["data"])
        own = species[entry["name"]]["coefficients"]
        worst = max(worst, float(np.max(np.abs(own - other) / np.maximum(np.abs(other), 1e-300))))
    return worst


def entry(name: str, content: dict[str, Any]) -> str:
    """One species as text."""
    elements = dict(content["elements"])
    charge = -elements.pop("E", 0)
    atoms = sum(elements.values())
    coldest = BREAKS[0] if charge == 0 or not atoms else COLDEST_ION
    limits = [coldest, *BREAKS[1 : 1 + len(content["coefficients"])]]
    lines = [
        f"  {RENAMED.get(name, name)}:",
        f"    elements: {{{', '.join(f'{k}: {v}' for k, v in elements.items())}}}",
    ]
    lines += [f"    charge: {charge}", f"    atoms: {atoms}"]
    if atoms > 1:
        lines.append(f"    linear: {'false' if name in BENT else 'true'}")
    if name in WAVENUMBER:
        lines.append(f"    vibrational_temperature: {WAVENUMBER[name] * SECOND_RADIATION_CONSTANT:.1f}")
    if name in IONISATION:
        lines.append(f"    ionisation_energy: {IONISATION[name] * KILOJOULE_PER_ELECTRONVOLT:.2f}")
    lines += [f"    code: {content['code']}", f"    temperatures: {limits}", "    coefficients: |"]
    lines += ["      " + " ".join(repr(float(value)) for value in row) for row in content["coefficients"]]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the file."""
    species = library()
    worst = compared(species)
    if worst > 1e-12:
        raise SystemExit(f"Cantera's coefficients differ by {worst:g}.")
    masses = {key: species[key]["mass"] for key in ("H", "He", "C", "N", "O", "Ar")}
    text = HEADER + "".join(f"  {key}: {value!r}\n" for key, value in masses.items())
    text += f"  electron: {species['e-']['mass']!r}\nspecies:\n"
    text += "".join(entry(name, species[name]) for name in SPECIES)
    TARGET.write_text(text, encoding="utf-8")
    print(TARGET, len(SPECIES), "species; largest difference from Cantera", worst)


if __name__ == "__main__":
    main()
