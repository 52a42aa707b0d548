"""A stream tube whose pressure history is given: expansion round a body, or a nozzle."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from scipy.interpolate import PchipInterpolator

from boostglide.core import Array, Float, Scalar
from boostglide.gas.reactor.flow import ENERGY, AbstractFlow, CaloricLaw, Extra, GasLaw, Place


class TubeCase(NamedTuple):
    """One stream tube.

    Parameters
    ----------
    log_time
        Rising nodes of the history: logarithm of one plus the time over `unit` [-].
    log_pressure
        Logarithm of the pressure [Pa] at the nodes [-].
    slope
        Of the logarithm of the pressure over that of the time, at the nodes [-].
    unit
        Time that the nodes are counted in [s].
    total_enthalpy
        Enthalpy plus half of speed squared [J/kg].
    """

    log_time: Float[Array, " node"]
    log_pressure: Float[Array, " node"]
    slope: Float[Array, " node"]
    unit: Scalar
    total_enthalpy: Scalar


def tube_case(times: np.ndarray, pressures: np.ndarray, total_enthalpy: Scalar) -> TubeCase:
    """A stream tube from points of its pressure history.

    Parameters
    ----------
    times
        Rising times from 0 [s].
    pressures
        Pressure at the times [Pa]; between them its logarithm follows cubics without overshoot.
    total_enthalpy
        Enthalpy plus half of speed squared [J/kg].
    """
    nodes, logarithms = np.log1p(times / times[1]), np.log(pressures)
    slopes = np.diff(logarithms).repeat(2) / np.diff(nodes).repeat(2)
    if len(nodes) > 2:
        slopes = PchipInterpolator(nodes, logarithms).derivative()(nodes)
    return TubeCase(
        log_time=jnp.asarray(nodes),
        log_pressure=jnp.asarray(logarithms),
        slope=jnp.asarray(slopes),
        unit=jnp.asarray(times[1], dtype=float),
        total_enthalpy=jnp.asarray(total_enthalpy, dtype=float),
    )


class StreamTube(AbstractFlow):
    """A particle that follows a given pressure; the position is the time, `extra` enthalpy and distance.

    Total enthalpy is conserved exactly; the enthalpy falls by v dp.
    """

    @property
    def extras(self) -> tuple[float, ...]:
        """Enthalpy [J/kg], and distance, whose error does not count."""
        return (1e4, float("inf"))

    def pressure(self, case: TubeCase, time: Scalar) -> Scalar:
        """Pressure at a time [s], by cubics in the logarithms; [Pa]."""
        at = jnp.log1p(jnp.clip(time / case.unit, 0.0))
        nodes = case.log_time
        index = jnp.clip(jnp.searchsorted(nodes, at, side="right") - 1, 0, nodes.shape[0] - 2)
        width = nodes[index + 1] - nodes[index]
        part = jnp.clip((at - nodes[index]) / width, 0.0, 1.0)
        low, high = case.log_pressure[index], case.log_pressure[index + 1]
        left, right = width * case.slope[index], width * case.slope[index + 1]
        rise = high - low
        curve = (3.0 * rise - 2.0 * left - right) + part * (left + right - 2.0 * rise)
        return jnp.exp(low + part * (left + part * curve))

    def speed(self, case: TubeCase, extra: Extra) -> Scalar:
        """Speed by the total enthalpy [m/s]."""
        return jnp.sqrt(jnp.maximum(2.0 * (case.total_enthalpy - extra[0]), 0.0))

    def temperature(self, case: TubeCase, gas: GasLaw, caloric: CaloricLaw, extra: Extra) -> Scalar:
        """Temperature of the enthalpy [K]."""
        del case, gas
        return (extra[0] - caloric.offset) / caloric.heat_capacity

    def volume(self, case: TubeCase, time: Scalar, gas: GasLaw, temperature: Scalar, extra: Extra) -> Scalar:
        """By the gas law at the pressure of the time [s]; [m^3/kg]."""
        del extra
        return gas.product(temperature) / self.pressure(case, time)

    def surplus(
        self, case: TubeCase, gas: GasLaw, temperature: Scalar, enthalpy: Scalar, extra: Extra
    ) -> Scalar:
        """Enthalpy above that of the expansion [J/kg]."""
        del case, gas, temperature
        return enthalpy - extra[0]

    def extra_rates(self, case: TubeCase, time: Scalar, volume: Scalar, extra: Extra) -> Extra:
        """Rate of the enthalpy [W/kg], and the speed [m/s]."""
        slope = jax.jvp(lambda each: self.pressure(case, each), (time,), (jnp.ones_like(time),))[1]
        return jnp.stack([volume * slope, self.speed(case, extra)])

    def energy_size(self, case: TubeCase) -> Scalar:
        """A typical energy of hot air [J/kg]."""
        del case
        return jnp.asarray(ENERGY, dtype=float)

    def place(self, case: TubeCase, position: Scalar, volume: Scalar, extra: Extra) -> Place:
        """The position is the time [s]."""
        del volume
        return Place(extra[1], position, self.speed(case, extra))
