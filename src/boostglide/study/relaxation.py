"""The gas behind a normal shock, followed by finite rates from the frozen state to a distance."""

from collections.abc import Callable
from typing import Any

import numpy as np
import xarray as xr

from boostglide.core import Outcome
from boostglide.gas import (
    FrozenAir,
    History,
    Kinetics,
    Mechanism,
    SpeciesThermodynamics,
    relax_behind_shock,
    weakest_shock_speed,
)
from boostglide.scenario import GasInput
from boostglide.study.recorded import package_versions
from boostglide.study.relaxation_ends import equilibrium_state, plain_state, sound_speed
from boostglide.study.relaxation_record import RelaxationRecord
from boostglide.study.relaxation_words import assumptions_of, models_of, references_of

NEAR = 0.05
"""Relative difference of the temperatures below which the gas counts as in equilibrium [-]."""


def relax(
    gas: GasInput,
    mechanism: Mechanism,
    temperatures: int = 2,
    until: float = 0.1,
    progress: Callable[[float], None] | None = None,
) -> RelaxationRecord:
    """Follow a gas behind a normal shock.

    Parameters
    ----------
    gas
        The stream ahead of the shock, as `parse_stream` of the scenario area makes it.
    mechanism
        Species and reactions.
    temperatures
        1, or 2 with one of vibration, electronic states and electrons [-].
    until
        Distance behind the shock at which to end [m].
    progress
        Called with the share that is done [-].

    Returns
    -------
    RelaxationRecord
        Profile, states at its ends, and what they rest on. Where the integration did not reach the end, the
        outcome says so and the profile ends at the last state.

    Raises
    ------
    ValueError
        If the stream is slower than sound, holds species that the mechanism has not, would be hotter or
        denser in equilibrium than the models reach, or `temperatures` is neither 1 nor 2.
    """
    tell = progress or (lambda _: None)
    check_relaxation(gas, mechanism, temperatures)
    tell(0.05)
    kinetics = Kinetics.of(mechanism, "one" if temperatures == 1 else "shared")
    end = equilibrium_state(gas, mechanism.species, kinetics.thermodynamics)
    tell(0.2)
    found = relax_behind_shock(
        kinetics, pressure=gas.pressure, temperature=gas.temperature, speed=gas.speed,
        mole_fractions=gas.composition, until=until,
    )  # fmt: skip
    tell(0.8)
    record = _record(gas, kinetics, mechanism, temperatures, found, end)
    tell(1.0)
    return record


def _record(
    gas: GasInput,
    kinetics: Kinetics,
    mechanism: Mechanism,
    temperatures: int,
    found: History,
    end: dict[str, Any],
) -> RelaxationRecord:
    profile = _profile(found, mechanism)
    states = _states(gas, mechanism, profile, kinetics.thermodynamics, temperatures)
    states["equilibrium"] = end
    return RelaxationRecord(
        name=f"relax-{mechanism.name}-{temperatures}t",
        title=f"Behind a normal shock of {gas.described}",
        profile=profile,
        states=states,
        summary=_summary(profile, states["equilibrium"]["temperature_k"]),
        mechanism=mechanism.name,
        mechanism_title=mechanism.title,
        temperatures=temperatures,
        outcome=Outcome(int(found.outcome)),
        assumptions=assumptions_of(gas, mechanism, temperatures, profile),
        references=references_of(gas, mechanism, temperatures),
        models=models_of(mechanism, temperatures),
        versions=package_versions(),
    )


def check_relaxation(stream: GasInput, mechanism: Mechanism, count: int) -> None:
    """Refuse what cannot be followed, before anything is computed.

    Parameters
    ----------
    stream, mechanism
        The gas ahead of the shock, and species and reactions.
    count
        Number of temperatures [-].

    Raises
    ------
    ValueError
        As for `relax`, but for the state in equilibrium.
    """
    if count not in (1, 2):
        raise ValueError(f"Argument `temperatures` must be 1 or 2, but is {count}.")
    unknown = [name for name in stream.composition if name not in mechanism.species]
    if unknown:
        raise ValueError(
            f"The mechanism {mechanism.name} holds {', '.join(mechanism.species)}, but the gas has "
            f"{', '.join(unknown)}; leave it out of the composition, or write a mechanism with it."
        )
    sound = sound_speed(FrozenAir.of(stream.composition), stream.temperature)
    if not stream.speed > sound:
        raise ValueError(
            f"A shock needs a stream faster than sound, which is {sound:.4g} m/s here, but the speed is "
            f"{stream.speed:.4g} m/s; give a higher speed."
        )
    fractions = np.array([stream.composition.get(name, 0.0) for name in mechanism.species])
    thermodynamics = SpeciesThermodynamics.load(mechanism.species)
    least = float(weakest_shock_speed(thermodynamics, fractions / fractions.sum(), stream.temperature))
    if not stream.speed > least:
        raise ValueError(
            f"The relaxation holds from a speed of {least:.4g} m/s here (Mach {least / sound:.3g}), but the "
            f"speed is {stream.speed:.4g} m/s; nothing reacts behind so weak a shock, and `boostglide shock` "
            "has its states."
        )


def _profile(found: History, mechanism: Mechanism) -> xr.Dataset:
    """Everything over distance, with units and names."""
    columns = {
        "time": (found.time, "s", "time since the shock"),
        "temperature": (found.temperature, "K", "temperature of translation and rotation"),
        "vibrational_temperature": (
            found.vibrational_temperature[:, 0], "K",
            "temperature of vibration, electronic states and electrons",
        ),
        "pressure": (found.pressure, "Pa", "pressure"),
        "density": (found.density, "kg/m^3", "density"),
        "speed": (found.speed, "m/s", "speed relative to the shock"),
        "electron_density": (found.electron_density, "1/m^3", "electron density"),
    }  # fmt: skip
    data: dict[str, Any] = {
        name: ("station", np.asarray(values, float), {"units": unit, "long_name": words})
        for name, (values, unit, words) in columns.items()
    }
    shares = {"units": "1", "long_name": "mole fraction"}
    data["mole_fraction"] = (("station", "species"), np.asarray(found.mole_fractions, float), shares)
    distance = {"units": "m", "long_name": "distance behind the shock"}
    return xr.Dataset(
        data,
        coords={
            "distance": ("station", np.asarray(found.distance, float), distance),
            "species": list(mechanism.species),
        },
    )


def _states(
    gas: GasInput,
    mechanism: Mechanism,
    profile: xr.Dataset,
    thermodynamics: SpeciesThermodynamics,
    count: int,
) -> dict[str, dict[str, Any]]:
    """The gas ahead of the shock, right behind it, and at the last station."""
    ahead = [gas.composition.get(name, 0.0) for name in mechanism.species]
    upstream = plain_state(
        thermodynamics, ahead, gas.pressure, (gas.temperature, gas.temperature), gas.speed, count
    )

    def station(number: int) -> dict[str, Any]:
        point = profile.isel(station=number)
        pair = float(point["temperature"]), float(point["vibrational_temperature"])
        shares = point["mole_fraction"].values
        return plain_state(
            thermodynamics, shares, float(point["pressure"]), pair, float(point["speed"]), count
        )

    return {
        "upstream": upstream,
        "frozen": station(0),
        "last": station(-1),
    }


def _summary(profile: xr.Dataset, end: float) -> dict[str, float]:
    electrons, distance = profile["electron_density"].values, profile["distance"].values
    pair = np.stack([profile["temperature"].values, profile["vibrational_temperature"].values])
    far = np.flatnonzero(np.any(np.abs(pair / end - 1.0) > NEAR, axis=0))
    first = 0 if not far.size else int(far[-1]) + 1
    has_electrons = bool(electrons.max() > 0.0)
    return {
        "peak_electron_density_m3": float(electrons.max()),
        "peak_electron_distance_m": float(distance[int(np.argmax(electrons))]) if has_electrons else np.nan,
        "equilibrium_distance_m": float(distance[first]) if first < distance.size else np.nan,
        "peak_vibrational_temperature_k": float(pair[1].max()),
    }
