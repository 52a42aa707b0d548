"""From the world of a scenario to gravity, atmosphere, wind and figure of the Earth."""

from collections.abc import Sequence
from typing import Any

import jax.numpy as jnp
import numpy as np

from boostglide.flight import World
from boostglide.planet import (
    EARTH_ROTATION_RATE,
    WGS84,
    AbstractAtmosphere,
    AbstractWind,
    ConstantWind,
    Ellipsoid,
    ExponentialAtmosphere,
    ProfileAtmosphere,
    StandardAtmosphere1976,
    Vacuum,
    WindProfile,
    ZonalGravity,
    msis_profile,
    sphere,
)
from boostglide.scenario import (
    Amount,
    Exponential,
    Msis,
    Profile,
    Scenario,
    Sphere,
    SteadyWind,
    density_spread,
)

_J3 = ZonalGravity.degree_4().j3


def build_world(scenario: Scenario, numbers: Any) -> World:
    """The planet around a flight.

    Parameters
    ----------
    scenario
        What is flown.
    numbers
        Numbers of the scenario in SI by dotted path.

    Raises
    ------
    ValueError
        If the atmosphere needs an extra that is not installed.
    """
    atmosphere = _atmosphere(scenario, numbers)
    if scenario.world.density_variation is not None:
        atmosphere = _perturbed(scenario, numbers, atmosphere)
    rate = EARTH_ROTATION_RATE if scenario.world.rotation else 0.0
    return World(_gravity(scenario), atmosphere, rate, _wind(scenario, numbers), figure_of(scenario))


def figure_of(scenario: Scenario) -> Ellipsoid:
    """Shape of the Earth of a scenario."""
    figure = scenario.world.figure
    return sphere(figure.radius.value) if isinstance(figure, Sphere) else WGS84


def _gravity(scenario: Scenario) -> ZonalGravity:
    degree, parameter = scenario.world.gravity_degree, scenario.world.gravitational_parameter
    given = {} if parameter is None else {"gravitational_parameter": parameter}
    match degree:
        case 0:
            return ZonalGravity(j2=0.0, **given)
        case 2:
            return ZonalGravity(**given)
        case 3:
            return ZonalGravity(j3=_J3, **given)
        case _:
            return ZonalGravity(j3=_J3, j4=ZonalGravity.degree_4().j4, **given)


def _atmosphere(scenario: Scenario, numbers: Any) -> AbstractAtmosphere:
    model, factor = scenario.world.atmosphere, numbers["world.density_factor"]
    if isinstance(model, Exponential):
        place = "world.atmosphere"
        surface = numbers[f"{place}.surface_density"] * factor
        return ExponentialAtmosphere(
            surface_density=surface,
            scale_height=numbers[f"{place}.scale_height"],
            temperature=numbers[f"{place}.temperature"],
        )
    if isinstance(model, Msis):
        version = "0" if model.version == "00" else model.version
        place = model.latitude.value, model.longitude.value
        indices = (model.f107, model.f107a, model.ap)
        return msis_profile(version, model.date, *place, *indices, density_factor=factor)
    if isinstance(model, Profile):
        return _profile(model, factor)
    return Vacuum() if model == "none" else StandardAtmosphere1976(factor)


def _profile(model: Profile, factor: Any) -> ProfileAtmosphere:
    return ProfileAtmosphere.from_points(
        _column(model.altitude),
        _column(model.density),
        _column(model.temperature),
        _column(model.pressure) if model.pressure else None,
        density_factor=factor,
        name="profile of the scenario",
    )


def _column(amounts: Sequence[Amount]) -> np.ndarray:
    return np.array([each.value for each in amounts])


def _perturbed(scenario: Scenario, numbers: Any, base: AbstractAtmosphere) -> AbstractAtmosphere:
    variation = scenario.world.density_variation
    if variation is None:
        return base
    spread = density_spread(variation)
    paths = [f"world.density_variation.normals.{number}" for number in range(spread.columns)]
    normals = [np.asarray(numbers[path]) if path in numbers else np.zeros(()) for path in paths]
    return spread.perturb(base, np.stack(normals, axis=-1))


def _wind(scenario: Scenario, numbers: Any) -> AbstractWind | None:
    model = scenario.world.wind
    if model is None:
        return None
    if isinstance(model, SteadyWind):
        return ConstantWind(
            eastward=numbers["world.wind.eastward"], northward=numbers["world.wind.northward"]
        )
    columns = (_column(model.altitude), _column(model.eastward), _column(model.northward))
    scale = jnp.asarray(numbers["world.wind.scale"])
    return WindProfile.from_points(*columns, scale=scale, name="wind of the scenario")
