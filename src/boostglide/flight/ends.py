"""Conditions that end a phase, each a distance that falls to zero where the phase ends."""

import abc
from typing import NamedTuple

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Outcome, Scalar
from boostglide.flight.quantity import QUANTITIES
from boostglide.flight.state import FlightPoint, FlightState, World, flight_point


class Moment(NamedTuple):
    """When and where a phase is asked whether it has ended.

    Parameters
    ----------
    time, phase_time
        Time since the start of the flight and since the phase began [s].
    state
        State of the flight.
    world
        The planet around it.
    """

    time: Scalar
    phase_time: Scalar
    state: FlightState
    world: World

    @property
    def altitude(self) -> Scalar:
        """Geodetic altitude [m]."""
        return self.world.altitude(self.state.position)

    @property
    def climb(self) -> Scalar:
        """Rate of climb along the geocentric vertical [m/s]."""
        return self.state.position.dot(self.state.velocity) / self.state.position.norm()

    @property
    def point(self) -> FlightPoint:
        """The point of flight with all that forces and commands know of it."""
        state = self.state
        return flight_point(
            self.world, state.position, state.velocity, state.mass, self.time, self.phase_time
        )


class AbstractEnd(eqx.Module):
    """One condition that ends a phase."""

    @abc.abstractmethod
    def distance(self, moment: Moment) -> Scalar:
        """How far the end is, in any unit; positive before it, zero at it."""


class AltitudeBelow(AbstractEnd):
    """The body comes down to a geodetic altitude.

    Parameters
    ----------
    altitude
        Altitude [m]; crossing it on the way up does not end the phase.
    outcome
        What the end means.
    """

    altitude: Scalar | float
    outcome: Outcome = eqx.field(static=True, default=Outcome.COMPLETED)

    def distance(self, moment: Moment) -> Scalar:
        """Height above the end, or the climb rate where that is larger [m], [m/s]."""
        return jnp.maximum(moment.altitude - self.altitude, moment.climb)


class Ground(AbstractEnd):
    """The body reaches a geodetic altitude from above; unlike `AltitudeBelow` it holds on the way up too."""

    altitude: Scalar | float
    outcome: Outcome = eqx.field(static=True, default=Outcome.IMPACTED)

    def distance(self, moment: Moment) -> Scalar:
        """Height above the end [m]."""
        return moment.altitude - self.altitude


class Sinking(AbstractEnd):
    """A body that starts on the ground sinks instead of rising, by more than a speed [m/s]."""

    speed: Scalar | float = 0.5
    outcome: Outcome = eqx.field(static=True, default=Outcome.NEVER_LIFTED)

    def distance(self, moment: Moment) -> Scalar:
        """Climb rate above the limit [m/s]."""
        return moment.climb + self.speed


class AltitudeAbove(AbstractEnd):
    """The body climbs to a geodetic altitude [m]."""

    altitude: Scalar | float
    outcome: Outcome = eqx.field(static=True, default=Outcome.COMPLETED)

    def distance(self, moment: Moment) -> Scalar:
        """Height below the end [m]."""
        return self.altitude - moment.altitude


class SpeedBelow(AbstractEnd):
    """The Earth-relative speed falls to a value [m/s]."""

    speed: Scalar
    outcome: Outcome = eqx.field(static=True, default=Outcome.COMPLETED)

    def distance(self, moment: Moment) -> Scalar:
        """Speed above the end [m/s]."""
        return moment.state.velocity.norm() - self.speed


class FlightPathAngleAbove(AbstractEnd):
    """The flight path rises to an angle whose sine is given."""

    sine: Scalar
    outcome: Outcome = eqx.field(static=True, default=Outcome.COMPLETED)

    def distance(self, moment: Moment) -> Scalar:
        """Climb rate below that of the angle [m/s]."""
        return self.sine * moment.state.velocity.norm() - moment.climb


class TimeReached(AbstractEnd):
    """The flight lasts up to a time [s]."""

    time: Scalar | float
    outcome: Outcome = eqx.field(static=True, default=Outcome.TIME_LIMIT)

    def distance(self, moment: Moment) -> Scalar:
        """Time left [s]."""
        return self.time - moment.time


class PhaseTimeReached(AbstractEnd):
    """The phase lasts up to a time [s]."""

    time: Scalar | float
    outcome: Outcome = eqx.field(static=True, default=Outcome.COMPLETED)

    def distance(self, moment: Moment) -> Scalar:
        """Time left [s]."""
        return self.time - moment.phase_time


class QuantityReached(AbstractEnd):
    """A quantity of the flight rises or falls to a value.

    Parameters
    ----------
    quantity
        Name of the quantity, a key of `QUANTITIES`.
    value
        Value, in the unit of the quantity.
    rising
        Whether it is reached from below.
    outcome
        What the end means.
    """

    quantity: str = eqx.field(static=True)
    value: Scalar
    rising: bool = eqx.field(static=True)
    outcome: Outcome = eqx.field(static=True, default=Outcome.COMPLETED)

    def distance(self, moment: Moment) -> Scalar:
        """How far the quantity is from its value, in its unit."""
        away = QUANTITIES[self.quantity].of(moment.point) - self.value
        return -away if self.rising else away
