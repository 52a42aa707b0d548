"""Burn-out speed of a scenario's rocket over all members."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from boostglide.scenario.fault import Refusal
from boostglide.scenario.samples import SampledParameter, Values
from boostglide.scenario.start import Booster
from boostglide.scenario.vehicle import Vehicle
from boostglide.vehicle import RocketStage, equal_stages_speed_gain, ideal_speed_gain

TEXT = "ideal speed gain of the rocket equation minus the loss"
SOURCE = "tsiolkovsky1903; curtis2020"


def burnout_parameter(start: Booster, parameters: Mapping[str, SampledParameter]) -> SampledParameter:
    """Burn-out speed of every member [m/s], as a parameter of its own.

    Parameters
    ----------
    start
        The rocket.
    parameters
        Sampled parameters of the scenario by path.
    """
    columns = {path: parameter.values for path, parameter in parameters.items()}
    speed = np.asarray(rocket_burnout_speed(start, columns))
    used = [path for path in parameters if path.startswith("start.") or path == "vehicle.mass"]
    varies = any(parameters[path].varies for path in used)
    return SampledParameter(speed, "m/s", "burn-out speed", SOURCE, TEXT, varies)


def check_burnout(start: Booster, vehicle: Vehicle) -> None:
    """Check that the rocket reaches some speed with its worst combination of numbers.

    Raises
    ------
    Refusal
        If the payload is not lighter than the rocket, or the losses exceed the speed gain.
    """
    payload = (start.payload_mass or vehicle.mass).distribution.bounds[1]
    if start.launch_mass is not None and payload >= start.launch_mass.distribution.bounds[0]:
        found = f"up to {payload:g} kg of {start.launch_mass.distribution.bounds[0]:g} kg"
        raise Refusal("a payload lighter than the rocket", found, "check `launch_mass` and the payload")
    speed = float(rocket_burnout_speed(start, _worst(start, payload))[0])
    if speed <= 0:
        found = f"{speed:.0f} m/s in the worst combination"
        raise Refusal("a burn-out speed above zero", found, "check the loss and the masses of the rocket")


def _worst(start: Booster, payload: float) -> dict[str, Values]:
    """The combination of bounds that gives the lowest speed, as columns of one member."""
    high = {"inert_mass", "inert_fraction", "loss"}
    columns = {"start.payload_mass": np.array([payload])}

    def add(prefix: str, model: object, names: tuple[str, ...]) -> None:
        for name in names:
            low, top = getattr(model, name).distribution.bounds
            columns[f"{prefix}.{name}"] = np.array([top if name in high else low])

    add("start", start, ("loss",))
    if start.equal_staging is not None:
        add("start", start, ("launch_mass",))
        add("start.equal_staging", start.equal_staging, ("stages", "specific_impulse", "inert_fraction"))
    for index, stage in enumerate(start.stages):
        add(f"start.stages.{index}", stage, ("propellant_mass", "inert_mass", "specific_impulse"))
    return columns


def rocket_burnout_speed(start: Booster, numbers: Mapping[str, Any]) -> Any:
    """Burn-out speed by the rocket equation minus the loss [m/s].

    Parameters
    ----------
    start
        The rocket.
    numbers
        Numbers of the scenario in SI by dotted path: columns of one shape, or scalars, traced ones included.
    """
    import jax
    import jax.numpy as jnp

    def one(numbers: Mapping[str, Any]) -> Any:
        payload = numbers["start.payload_mass" if "start.payload_mass" in numbers else "vehicle.mass"]
        if start.equal_staging is not None:
            names = ("stages", "specific_impulse", "inert_fraction")
            staging = [numbers[f"start.equal_staging.{name}"] for name in names]
            gain = equal_stages_speed_gain(numbers["start.launch_mass"], payload, *staging)
        else:
            names = ("propellant_mass", "inert_mass", "specific_impulse")
            stages = tuple(
                RocketStage(*(numbers[f"start.stages.{index}.{name}"] for name in names))
                for index in range(len(start.stages))
            )
            gain = ideal_speed_gain(stages, payload)
        return gain - numbers["start.loss"]

    used = {
        path: jnp.asarray(value, dtype=float)
        for path, value in numbers.items()
        if path.startswith("start.") or path == "vehicle.mass"
    }
    batched = any(value.ndim for value in used.values())
    return jax.vmap(one)(used) if batched else one(used)
