"""The species of gases: atoms, molecules, ions and the electron, with their thermodynamic polynomials."""

import dataclasses
import difflib
import functools
from collections.abc import Iterable, Mapping
from typing import Any

from boostglide.core import GAS_CONSTANT, load_yaml

DATA = "gas/species.yaml"
REFERENCE_TEMPERATURE = 298.15


@dataclasses.dataclass(frozen=True)
class Species:
    """One species of a gas, with the polynomials of NASA TP-2002-211556.

    Parameters
    ----------
    name
        Formula, ions with a sign at the end; ``e-`` is the electron.
    elements
        Number of atoms of each element; empty for the electron.
    charge
        Electric charge in elementary charges [-].
    molar_mass
        Molar mass [kg/mol], the sum of its atoms less its missing electrons to the last digit.
    temperature_ranges
        Limits of the polynomials [K], one more than there are polynomials.
    coefficients
        Coefficients a1 to a7, b1, b2 of each range, in the units of the reference [-].
    atoms
        Number of nuclei [-].
    rotational_degrees_of_freedom
        0 for atoms and the electron, 2 for linear, 3 for other molecules [-].
    vibrational_temperature
        Characteristic temperature of the vibration of lowest energy [K]; None for atoms and where not listed.
    ionisation_energy
        Energy that removes one electron [J/mol]; None where not listed.
    source
        Code of the polynomial's source in the library of NASA Glenn.

    References
    ----------
    mcbride2002; huber1979 and shimanouchi1972 (vibration); nist-asd and nist-webbook (ionisation).
    """

    name: str
    elements: Mapping[str, int]
    charge: int
    molar_mass: float
    temperature_ranges: tuple[float, ...]
    coefficients: tuple[tuple[float, ...], ...]
    atoms: int
    rotational_degrees_of_freedom: int
    vibrational_temperature: float | None
    ionisation_energy: float | None
    source: str

    @property
    def coldest(self) -> float:
        """Lowest temperature of the polynomials [K]."""
        return self.temperature_ranges[0]

    @property
    def hottest(self) -> float:
        """Highest temperature of the polynomials [K]."""
        return self.temperature_ranges[-1]

    @property
    def thermal_heat_capacity(self) -> float:
        """Translation and rotation at constant pressure [J/mol/K]; zero for the electron."""
        return float(GAS_CONSTANT) * (2.5 + 0.5 * self.rotational_degrees_of_freedom) * (self.atoms > 0)


def load_species(names: Iterable[str]) -> tuple[Species, ...]:
    """Species by name, in the order of the names.

    Parameters
    ----------
    names
        Names such as ``N2``, ``NO+`` or ``e-``.

    Returns
    -------
    The species.

    Raises
    ------
    ValueError
        If a name is unknown; the sentence has the nearest names, or all of them.
    """
    known = _all_species()
    wanted = tuple(names)
    for name in wanted:
        if name not in known:
            near = difflib.get_close_matches(name.upper(), [each.upper() for each in known], 4, 0.5)
            matching = sorted(
                (each for each in known if each.upper() in near), key=lambda e: near.index(e.upper())
            )
            advice = f"did you mean {', '.join(matching)}?" if matching else f"known are {', '.join(known)}."
            raise ValueError(f"There is no species `{name}`; {advice}")
    return tuple(known[name] for name in wanted)


def species_of_elements(elements: Iterable[str]) -> tuple[str, ...]:
    """Names of all species made of some elements, the electron included.

    Parameters
    ----------
    elements
        Symbols such as ``N`` and ``Ar``.
    """
    allowed = set(elements)
    return tuple(name for name, species in _all_species().items() if set(species.elements) <= allowed)


@functools.cache
def _all_species() -> dict[str, Species]:
    content = load_yaml(DATA)
    masses = {key: value / 1e3 for key, value in content["atomic_masses"].items()}
    return {name: _species(name, entry, masses) for name, entry in content["species"].items()}


def _species(name: str, entry: Mapping[str, Any], masses: Mapping[str, float]) -> Species:
    rows = entry["coefficients"].strip().splitlines()
    atoms = entry["atoms"]
    ionisation = entry.get("ionisation_energy")
    return Species(
        name=name,
        elements=entry["elements"],
        charge=entry["charge"],
        molar_mass=sum(masses[key] * count for key, count in entry["elements"].items())
        - entry["charge"] * masses["electron"],
        temperature_ranges=tuple(entry["temperatures"]),
        coefficients=tuple(tuple(map(float, row.split())) for row in rows),
        atoms=atoms,
        rotational_degrees_of_freedom=0 if atoms < 2 else 2 if entry["linear"] else 3,
        vibrational_temperature=entry.get("vibrational_temperature"),
        ionisation_energy=None if ionisation is None else 1e3 * ionisation,
        source=entry["code"],
    )
