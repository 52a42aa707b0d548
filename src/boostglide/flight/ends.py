"""Conditions that end a phase, each a distance that falls to zero where the phase ends."""

import abc

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Outcome, Scalar
from boostglide.flight.state import FlightState
from boostglide.planet import geodetic_altitude


class AbstractEnd(eqx.Module):
    """One condition that ends a phase."""

    @abc.abstractmethod
    def distance(self, time: Scalar, state: FlightState) -> Scalar:
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

    def distance(self, time: Scalar, state: FlightState) -> Scalar:
        """Height above the end, or the climb rate where that is larger [m], [m/s]."""
        climb = state.position.dot(state.velocity) / state.position.norm()
        return jnp.maximum(geodetic_altitude(state.position) - self.altitude, climb)


class Ground(AbstractEnd):
    """The body reaches a geodetic altitude from above; unlike `AltitudeBelow` it holds on the way up too."""

    altitude: Scalar | float
    outcome: Outcome = eqx.field(static=True, default=Outcome.IMPACTED)

    def distance(self, time: Scalar, state: FlightState) -> Scalar:
        """Height above the end [m]."""
        return geodetic_altitude(state.position) - self.altitude


class AltitudeAbove(AbstractEnd):
    """The body climbs to a geodetic altitude [m]."""

    altitude: Scalar | float
    outcome: Outcome = eqx.field(static=True, default=Outcome.COMPLETED)

    def distance(self, time: Scalar, state: FlightState) -> Scalar:
        """Height below the end [m]."""
        return self.altitude - geodetic_altitude(state.position)


class SpeedBelow(AbstractEnd):
    """The Earth-relative speed falls to a value [m/s]."""

    speed: Scalar
    outcome: Outcome = eqx.field(static=True, default=Outcome.COMPLETED)

    def distance(self, time: Scalar, state: FlightState) -> Scalar:
        """Speed above the end [m/s]."""
        return state.velocity.norm() - self.speed


class FlightPathAngleAbove(AbstractEnd):
    """The flight path rises to an angle whose sine is given; see `at_angle`."""

    sine: Scalar
    outcome: Outcome = eqx.field(static=True, default=Outcome.COMPLETED)

    def distance(self, time: Scalar, state: FlightState) -> Scalar:
        """Climb rate below that of the angle [m/s]."""
        climb = state.position.dot(state.velocity) / state.position.norm()
        return self.sine * state.velocity.norm() - climb


class TimeReached(AbstractEnd):
    """The flight lasts up to a time [s]."""

    time: Scalar | float
    outcome: Outcome = eqx.field(static=True, default=Outcome.TIME_LIMIT)

    def distance(self, time: Scalar, state: FlightState) -> Scalar:
        """Time left [s]."""
        return self.time - time
