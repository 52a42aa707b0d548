"""Power, energy, air and length of flow that a run takes."""

import math

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Scalar
from boostglide.facility.checks import checked
from boostglide.facility.supply import TunnelStream
from boostglide.gas import AbstractAir, FrozenAir

ROOM_TEMPERATURE = 298.15


class RunRequirements(eqx.Module):
    """What a run of a tunnel takes.

    Parameters
    ----------
    mass_flow
        Air through the nozzle [kg/s].
    air_mass
        Air of the whole run [kg].
    kinetic_power
        Kinetic energy that leaves the nozzle in a second [W].
    heating_power
        Enthalpy given to air of 298.15 K in a second, at constant pressure [W].
    energy
        That enthalpy over the whole run [J]; the compression of the air is not counted.
    flow_length
        Length of the air that passes during the run, speed times run time [m].
    """

    mass_flow: Scalar
    air_mass: Scalar
    kinetic_power: Scalar
    heating_power: Scalar
    energy: Scalar
    flow_length: Scalar


def kinetic_power(density: Scalar, speed: Scalar, diameter: Scalar) -> Scalar:
    """Kinetic energy that a round stream carries in a second, density speed^3 area / 2.

    Parameters
    ----------
    density
        Density [kg/m^3].
    speed
        Speed [m/s].
    diameter
        Diameter of the stream [m].

    Returns
    -------
    Scalar
        Power [W].
    """
    return 0.125 * math.pi * density * speed**3 * diameter**2


def run_requirements(
    stream: TunnelStream,
    exit_diameter: Scalar | float,
    run_time: Scalar | float,
    air: AbstractAir | None = None,
) -> RunRequirements:
    """Air, power, energy and length of flow of one run.

    Parameters
    ----------
    stream
        Stream of the tunnel.
    exit_diameter
        Diameter of the round exit [m], above 0.
    run_time
        Duration of the run [s], above 0.
    air
        Model of air that made the stream; `FrozenAir` if left out.

    Returns
    -------
    RunRequirements
        What the run takes.

    Raises
    ------
    ValueError
        If diameter or run time is not positive.
    """
    diameter = checked("exit_diameter", exit_diameter, 0.0)
    duration = checked("run_time", run_time, 0.0)
    model = FrozenAir.load() if air is None else air
    flow = stream.mass_flow(diameter)
    speed = stream.freestream.speed
    cold = model.cold_enthalpy(jnp.asarray(ROOM_TEMPERATURE, dtype=float))
    heating = flow * (stream.total_enthalpy - cold)
    return RunRequirements(
        mass_flow=flow,
        air_mass=flow * duration,
        kinetic_power=kinetic_power(stream.freestream.density, speed, diameter),
        heating_power=heating,
        energy=heating * duration,
        flow_length=speed * duration,
    )


def run_time_of_slug(slug_length: Scalar | float, speed: Scalar | float) -> Scalar:
    """Time in which a slug of gas passes: the longest test that a tube of that length can give.

    Parameters
    ----------
    slug_length
        Length of the gas at the speed of the stream [m], above 0; a tube cannot hold more than its own length
        times its compression.
    speed
        Speed of the stream [m/s], above 0.

    Returns
    -------
    Scalar
        Time [s].

    Raises
    ------
    ValueError
        If an argument is not positive.
    """
    return checked("slug_length", slug_length, 0.0) / checked("speed", speed, 0.0)
