"""From the world of a scenario to gravity, atmosphere, wind and figure of the Earth."""

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
from boostglide.scenario import Exponential, Msis, Profile, Scenario, Sphere, SteadyWind, density_spread

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
            surface, numbers[f"{place}.scale_height"], numbers[f"{place}.temperature"]
        )
    if isinstance(model, Msis):
        place = np.rad2deg([model.latitude.value, model.longitude.value])
        version = "0" if model.version == "00" else model.version
        indices = (model.f107, model.f107a, model.ap)
        return msis_profile(version, model.date, *map(float, place), *indices, density_factor=factor)
    if isinstance(model, Profile):
        return _profile(model, factor)
    return Vacuum() if model == "none" else StandardAtmosphere1976(factor)


def _profile(model: Profile, factor: Any) -> ProfileAtmosphere:
    columns = [
        [each.value for each in column] for column in (model.altitude, model.density, model.temperature)
    ]
    pressures = [each.value for each in model.pressure] or None
    return ProfileAtmosphere.from_points(
        *columns, pressures, density_factor=factor, name="profile of the scenario"
    )


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
        return ConstantWind(numbers["world.wind.eastward"], numbers["world.wind.northward"])
    columns = [
        [each.value for each in column] for column in (model.altitude, model.eastward, model.northward)
    ]
    scale = jnp.asarray(numbers["world.wind.scale"])
    return WindProfile.from_points(*columns, scale=scale, name="wind of the scenario")
