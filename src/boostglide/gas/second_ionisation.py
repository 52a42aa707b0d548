"""How many atoms lose a second electron, which the models of this package leave out."""

from collections.abc import Mapping

import numpy as np

from boostglide.core import BOLTZMANN, ELECTRON_MASS, GAS_CONSTANT, load_yaml

DATA = "gas/second_ionisation.yaml"
PLANCK = 6.62607015e-34
REFERENCES = ("nist-asd", "saha1920")


def second_ionisation(mole_fractions: Mapping[str, float], temperature: float, pressure: float) -> float:
    """Electrons that second ionisation would add, relative to those that are there.

    An estimate by Saha's equation with the ground states of atomic ions, at the electron density of the
    mixture without it; once it passes some 0.1 it tells no more than that the model has ended.

    Parameters
    ----------
    mole_fractions
        Mole fractions in equilibrium with at most one charge [-].
    temperature
        Temperature [K].
    pressure
        Pressure [Pa].

    Returns
    -------
    Ratio of the added to the present electrons [-]; zero without electrons.

    References
    ----------
    saha1920; nist-asd (second ionisation energies and ground states).
    """
    electrons = mole_fractions.get("e-", 0.0)
    if not electrons > 0.0:
        return 0.0
    thermal = 2.0 * np.pi * float(ELECTRON_MASS) * float(BOLTZMANN) * temperature / PLANCK**2
    density = electrons * pressure / (float(BOLTZMANN) * temperature)
    added = 0.0
    for name, entry in load_yaml(DATA)["ions"].items():
        weights = 2.0 * entry["upper_weight"] / entry["lower_weight"]
        exponent = entry["energy"] * 1e3 / (float(GAS_CONSTANT) * temperature)
        added += mole_fractions.get(name, 0.0) * weights * thermal**1.5 / density * np.exp(-exponent)
    return float(added / electrons)
