"""What of a flight a tunnel stream duplicates, and what not."""

import dataclasses
from typing import ClassVar

import equinox as eqx

from boostglide.core import Freestream, Scalar
from boostglide.facility.supply import TunnelStream
from boostglide.gas import AbstractAir, FrozenAir
from boostglide.planet import dynamic_viscosity

REFERENCE_TEMPERATURE = 298.15


class Similarity(eqx.Module):
    """Ratios of a tunnel stream to a flight; one means duplicated.

    Parameters
    ----------
    mach
        Ratio of the Mach numbers [-].
    speed
        Ratio of the speeds [-].
    total_enthalpy
        Ratio of the total enthalpies, counted from 0 K [-].
    total_enthalpy_above_298
        Ratio of the total enthalpies, counted from 298.15 K [-].
    temperature, pressure, density, dynamic_pressure
        Ratios of the static temperatures, static pressures, densities and dynamic pressures [-].
    unit_reynolds_number
        Ratio of the Reynolds numbers of a length of 1 m [-]; with a model of the ratio's inverse in size the
        Reynolds number is duplicated.
    """

    mach: Scalar
    speed: Scalar
    total_enthalpy: Scalar
    total_enthalpy_above_298: Scalar
    temperature: Scalar
    pressure: Scalar
    density: Scalar
    dynamic_pressure: Scalar
    unit_reynolds_number: Scalar
    datum: ClassVar[str] = "Total enthalpy is counted from 0 K, and a second time from 298.15 K."

    def duplicated(self, tolerance: float = 0.05) -> tuple[str, ...]:
        """Names of the quantities that agree within a tolerance; for concrete values, outside compiled code.

        Parameters
        ----------
        tolerance
            Largest difference of a ratio from one [-].
        """
        names = (field.name for field in dataclasses.fields(self))
        return tuple(name for name in names if abs(float(getattr(self, name)) - 1.0) <= tolerance)


def unit_reynolds_number(freestream: Freestream) -> Scalar:
    """Reynolds number of a length of one metre.

    Sutherland's viscosity is used; below 100 K it reads a few percent low, which makes the tunnel's number a
    few percent high.

    Parameters
    ----------
    freestream
        Air of the stream.

    Returns
    -------
    Scalar
        Reynolds number over length [1/m].

    References
    ----------
    us76
    """
    return freestream.density * freestream.speed / dynamic_viscosity(freestream.temperature)


def similarity(flight: Freestream, stream: TunnelStream, air: AbstractAir | None = None) -> Similarity:
    """Ratios of a tunnel stream to a flight.

    Parameters
    ----------
    flight
        Air and speed of the flight; its air is taken as undissociated.
    stream
        Stream of the tunnel.
    air
        Model of air for the enthalpy of both; `FrozenAir` if left out.

    Returns
    -------
    Similarity
        Ratios, tunnel over flight [-].

    References
    ----------
    naca1135-nozzle
    """
    model = FrozenAir.load() if air is None else air
    tunnel = stream.freestream
    in_flight = model.cold_enthalpy(flight.temperature) + 0.5 * flight.speed**2
    in_tunnel = model.cold_enthalpy(tunnel.temperature) + 0.5 * tunnel.speed**2
    datum = model.cold_enthalpy(REFERENCE_TEMPERATURE + 0.0 * in_flight)
    return Similarity(
        mach=tunnel.mach / flight.mach,
        speed=tunnel.speed / flight.speed,
        total_enthalpy=in_tunnel / in_flight,
        total_enthalpy_above_298=(in_tunnel - datum) / (in_flight - datum),
        temperature=tunnel.temperature / flight.temperature,
        pressure=tunnel.pressure / flight.pressure,
        density=tunnel.density / flight.density,
        dynamic_pressure=tunnel.dynamic_pressure / flight.dynamic_pressure,
        unit_reynolds_number=unit_reynolds_number(tunnel) / unit_reynolds_number(flight),
    )
