"""What pushes a vehicle: rocket motors with back-pressure and a thrust curve, and air-breathing engines."""

from __future__ import annotations

import abc
from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import STANDARD_GRAVITY, Flag, Freestream, Scalar
from boostglide.vehicle.linear_table import LinearTable


class AbstractPropulsion(eqx.Module):
    """Thrust along the axis of the vehicle, and the propellant that it costs."""

    references: ClassVar[tuple[str, ...]]

    @abc.abstractmethod
    def thrust(self, elapsed: Scalar | float, stream: Freestream, demand: Scalar) -> tuple[Scalar, Scalar]:
        """Thrust and mass flow.

        Parameters
        ----------
        elapsed
            Time since ignition [s].
        stream
            Undisturbed air as the body meets it.
        demand
            Thrust that would hold the speed [N]; motors that cannot be throttled do not look at it.

        Returns
        -------
        Thrust [N] and mass flow [kg/s].
        """

    @abc.abstractmethod
    def contains(self, stream: Freestream) -> Flag:
        """Whether the model holds in a stream."""


class RocketMotor(AbstractPropulsion):
    """A rocket motor: F = c(t) F_vac - p A_e, and c(t) F_vac / (g_0 I_vac) of propellant a second.

    The thrust is that in vacuum, lessened by the pressure of the air on the exit of the nozzle; the flow in
    the nozzle is taken as attached at every altitude. The thrust along the axis does not turn negative.

    Parameters
    ----------
    vacuum_thrust
        Thrust in vacuum [N].
    specific_impulse
        Specific impulse in vacuum [s].
    exit_area
        Area of the nozzle exit [m^2].
    profile
        Share of the vacuum thrust over the time since ignition [s], or None for a constant thrust.

    References
    ----------
    sutton2017, equations 2-13 (thrust) and 2-5 (specific impulse).
    """

    vacuum_thrust: Scalar
    specific_impulse: Scalar
    exit_area: Scalar
    profile: LinearTable | None = None
    references: ClassVar[tuple[str, ...]] = ("sutton2017",)

    def thrust(self, elapsed: Scalar | float, stream: Freestream, demand: Scalar) -> tuple[Scalar, Scalar]:
        """Thrust [N] and mass flow [kg/s] at a time [s] since ignition."""
        share = 1.0 if self.profile is None else self.profile(elapsed)
        vacuum = self.vacuum_thrust * share
        thrust = jnp.maximum(vacuum - stream.pressure * self.exit_area, 0.0)
        return thrust, vacuum / (STANDARD_GRAVITY.value * self.specific_impulse)

    def contains(self, stream: Freestream) -> Flag:
        """Everywhere."""
        return jnp.full_like(stream.speed, True, dtype=bool)


class AirBreathingEngine(AbstractPropulsion):
    """An air-breathing engine that gives the thrust asked for, at a specific impulse over Mach number.

    Parameters
    ----------
    specific_impulse
        Thrust over weight flow of fuel [s], over the Mach number [-].
    largest_thrust
        Thrust at most [N].

    References
    ----------
    heiser1994, section 3.2 (specific impulse of air-breathing engines).
    """

    specific_impulse: LinearTable
    largest_thrust: Scalar
    references: ClassVar[tuple[str, ...]] = ("heiser1994",)

    def thrust(self, elapsed: Scalar | float, stream: Freestream, demand: Scalar) -> tuple[Scalar, Scalar]:
        """Thrust [N] and fuel flow [kg/s] for a demand [N]; a demand beyond the largest thrust is not met."""
        thrust = jnp.clip(demand, 0.0, self.largest_thrust)
        return thrust, thrust / (STANDARD_GRAVITY.value * self.specific_impulse(stream.mach))

    def contains(self, stream: Freestream) -> Flag:
        """Whether the engine has a specific impulse at the Mach number of a stream."""
        return self.specific_impulse.contains(stream.mach)
