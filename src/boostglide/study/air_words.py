"""What a model of equilibrium takes for granted at one point of a gas, and how far it errs, in words."""

from collections.abc import Mapping

from boostglide.gas import load_species, second_ionisation
from boostglide.scenario import GasInput
from boostglide.study.gas_state import ENTHALPY_ZERO

DENSE, SECOND_ELECTRONS, MOST_SECOND_ELECTRONS = 1e7, 0.01, 0.3
"""Limits of the sentences on forces between particles [Pa] and on second ionisation [-]."""

AGREEMENT = (
    "NASA's program cea with all its species agrees from 1,000 K on within 1e-5 in density, enthalpy and "
    "electron density; Mutation++ with other data finds up to 2.5 per cent fewer electrons in air."
)

LARGE_MOLECULES = (
    "Molecules of carbon and hydrogen with more than a few atoms are left out; cold they may matter."
)

FORCES = (
    "Above 10 MPa the forces between particles, which the model leaves out, change cold gas by per cents and "
    "lower the energy that ionisation takes."
)


def sentences(point: GasInput, mole_fractions: Mapping[str, float]) -> tuple[str, ...]:
    """What the model leaves out at one point, and how far it errs.

    Parameters
    ----------
    point
        Pressure, temperature and composition.
    mole_fractions
        Mole fractions in equilibrium [-].
    """
    elements = {key for each in load_species(point.composition) for key in each.elements}
    said = [
        f"Chemical equilibrium of an ideal gas of {len(mole_fractions)} species with one charge at most and "
        "without condensed phases, computed by Cantera from NASA polynomials, without a table; the model "
        "holds for 200 to 20,000 K and 1 Pa to 100 MPa.",
        LARGE_MOLECULES if {"C", "H"} <= elements else AGREEMENT,
        ENTHALPY_ZERO,
    ]
    second = second_ionisation(mole_fractions, point.temperature, point.pressure)
    if second > SECOND_ELECTRONS:
        words = (
            f"second ionisation would add about {100.0 * second:.2g} per cent to the electrons"
            if second < MOST_SECOND_ELECTRONS
            else "most ions would lose a second electron, and the numbers are not those of a real gas"
        )
        said.append(f"Outside the model, which knows one charge at most: {words}.")
    if point.pressure > DENSE:
        said.append(FORCES)
    return tuple(said)
