"""What a relaxation rests on, in words: assumptions and limits, models, references."""

import xarray as xr

from boostglide.core import bibliography
from boostglide.gas import HOTTEST, Kinetics, Mechanism, SpeciesThermodynamics, mechanism_names
from boostglide.scenario import GasInput

METHOD = "hairer1996"
SHOCK_LAYER = (
    "The shock is a jump. Behind it the flow is steady and one-dimensional, without viscosity, heat "
    "conduction, diffusion and radiation.",
    "Boundary layer, wall and the curvature of a body are left out. On the stagnation line of a body the gas "
    "slows down and its pressure rises, so that it has more time on the same distance.",
)


def assumptions_of(
    gas: GasInput, mechanism: Mechanism, temperatures: int, profile: xr.Dataset
) -> tuple[str, ...]:
    """Every choice that the numbers rest on, and where the models end.

    Parameters
    ----------
    gas
        The stream ahead of the shock.
    mechanism
        Species and reactions.
    temperatures
        Number of temperatures [-].
    profile
        Of the record.
    """
    return (
        *gas.assumptions,
        *_composition(gas, mechanism),
        _start(temperatures),
        *SHOCK_LAYER,
        *_range_of_rates(mechanism, profile),
        *_range_of_thermodynamics(profile),
        _spread(mechanism),
    )


def _composition(gas: GasInput, mechanism: Mechanism) -> tuple[str, ...]:
    found = []
    if "Ar" not in gas.composition and {"N2", "O2"} <= set(gas.composition):
        found.append(
            "Argon, 0.93 per cent of air, is left out: the mechanisms hold no reactions with it. "
            "Temperatures in equilibrium come out lower by up to 2 per cent."
        )
    if "e-" not in mechanism.species:
        found.append("There are no ions and no electrons among the species.")
    return tuple(found)


def _start(temperatures: int) -> str:
    if temperatures == 1:
        return (
            "One temperature: vibration and electronic states are in equilibrium with translation from the "
            "shock on; only the composition starts frozen."
        )
    return (
        "Two temperatures: behind the shock the composition and the vibrational temperature are still those "
        "of the stream. Free electrons have the vibrational temperature."
    )


def _range_of_rates(mechanism: Mechanism, profile: xr.Dataset) -> tuple[str, ...]:
    """Whether fits are used beyond the temperatures that their publications state."""
    hottest = float(profile["temperature"].max())
    stated = [each.valid_temperatures for each in mechanism.reactions if each.valid_temperatures]
    beyond = [high for _, high in stated if high < hottest]
    silent = len(mechanism.reactions) - len(stated)
    found = []
    if beyond:
        found.append(
            f"The translational temperature reaches {hottest:,.0f} K; {len(beyond)} of "
            f"{len(mechanism.reactions)} rates are fits that end below it, the lowest at "
            f"{min(beyond):,.0f} K. There they are extrapolations."
        )
    if silent:
        which = "the rates" if silent == len(mechanism.reactions) else f"{silent} of the rates"
        found.append(
            f"The sources state no range of temperatures for {which}. Most rest on experiments in cooler gas "
            "and are extrapolated right behind the shock."
        )
    return tuple(found)


def _range_of_thermodynamics(profile: xr.Dataset) -> tuple[str, ...]:
    if float(profile["temperature"].max()) <= HOTTEST:
        return ()
    return (f"Species data end at {HOTTEST:,.0f} K; above it their heat capacities are constant.",)


def _spread(mechanism: Mechanism) -> str:
    others = [name for name in mechanism_names() if name != mechanism.name]
    return (
        "Rates of one reaction differ between publications by factors of two to ten, and electron densities "
        f"with them; run {', '.join(others)} to see the spread."
    )


def models_of(mechanism: Mechanism, temperatures: int) -> dict[str, str]:
    """What computes what.

    Parameters
    ----------
    mechanism
        Species and reactions.
    temperatures
        Number of temperatures [-].
    """
    chosen = ", ".join(f"{name}: {option}" for name, option in mechanism.variants.items())
    models = {
        "mechanism": f"{mechanism.name}, {len(mechanism.species)} species, {len(mechanism.reactions)} "
        "reactions; backward rates from the equilibrium constants of the species data",
        "species": "NASA polynomials of nine coefficients",
        "integration": "RODAS, order 4 of 3, each step accepted to a relative 1e-5",
    }
    if chosen:
        models["variants"] = chosen
    if temperatures == 2:
        models["vibration"] = (
            "Landau-Teller with the times of Millikan and White, Park's constants for some pairs and his "
            "limit at high temperature"
        )
    return models


def references_of(gas: GasInput, mechanism: Mechanism, temperatures: int) -> tuple[str, ...]:
    """Bibliography keys of models and numbers, each once.

    Parameters
    ----------
    gas
        The stream ahead of the shock.
    mechanism
        Species and reactions.
    temperatures
        Number of temperatures [-].
    """
    known = bibliography()
    keys = [*mechanism.references, *(key for each in mechanism.reactions for key in each.references)]
    keys += SpeciesThermodynamics.references
    keys += Kinetics.references if temperatures == 2 else ()
    keys += [METHOD, "cantera2025", *gas.references]
    return tuple(dict.fromkeys(key for key in keys if key in known))
