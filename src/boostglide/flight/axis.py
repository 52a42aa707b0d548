"""How a rocket is flown: the direction of its axis in space, as commands of the ascent."""

import abc

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Scalar, Vector3
from boostglide.flight.orbit import inertial_velocity
from boostglide.flight.state import SMALLEST_SQUARE, FlightPoint
from boostglide.planet import Axes, geodetic_axes
from boostglide.vehicle import LinearTable


class AbstractAxisCommand(eqx.Module):
    """A law that points the axis of the vehicle; lift follows from its angle to the stream."""

    @abc.abstractmethod
    def axis(self, point: FlightPoint) -> Vector3:
        """Unit vector along the axis of the vehicle, towards the nose [-].

        Parameters
        ----------
        point
            Where the body is.
        """


class VerticalRise(AbstractAxisCommand):
    """The axis along the geodetic vertical."""

    def axis(self, point: FlightPoint) -> Vector3:
        """Upwards [-]."""
        return geodetic_axes(point.position, point.world.figure).up


class PitchOver(AbstractAxisCommand):
    """The axis tilts from the vertical at a constant rate up to an angle, in a plane of given heading.

    Parameters
    ----------
    tilt
        Angle from the vertical at the end [rad].
    duration
        Time in which it is reached, counted from the start of the phase [s].
    heading
        Direction of the plane, clockwise from north [rad].
    """

    tilt: Scalar
    duration: Scalar
    heading: Scalar

    def axis(self, point: FlightPoint) -> Vector3:
        """Upwards, tilted towards the heading [-]."""
        angle = self.tilt * jnp.clip(point.phase_time / self.duration, 0.0, 1.0)
        return _in_plane(point, jnp.pi / 2 - angle, self.heading)


class PitchProgramme(AbstractAxisCommand):
    """The axis at an angle above the local horizontal that a table gives over time, in a plane of heading.

    Parameters
    ----------
    pitch
        Angle above the geodetic horizontal [rad] over the time since the phase began [s].
    heading
        Direction of the plane, clockwise from north [rad].
    shift
        Angle added to the table [rad]; it lets an ensemble vary the programme, or a search find it.
    """

    pitch: LinearTable
    heading: Scalar
    shift: Scalar | float = 0.0

    def axis(self, point: FlightPoint) -> Vector3:
        """At the programmed pitch [-]."""
        return _in_plane(point, self.pitch(point.phase_time) + self.shift, self.heading)


class LinearTangent(AbstractAxisCommand):
    """The axis at a pitch whose tangent falls linearly with time, the optimum over a flat Earth.

    Parameters
    ----------
    first_pitch, last_pitch
        Angle above the geodetic horizontal at the start of the phase and after `duration` [rad].
    duration
        Time between the two [s].
    heading
        Direction of the plane, clockwise from north [rad].

    References
    ----------
    bryson1975, section 2.4 (linear tangent law).
    """

    first_pitch: Scalar
    last_pitch: Scalar
    duration: Scalar
    heading: Scalar

    def axis(self, point: FlightPoint) -> Vector3:
        """At the pitch of the law [-]."""
        first, last = jnp.tan(self.first_pitch), jnp.tan(self.last_pitch)
        tangent = first + (last - first) * point.phase_time / self.duration
        return _in_plane(point, jnp.arctan(tangent), self.heading)


class AlongOrbit(AbstractAxisCommand):
    """The axis along the inertial velocity, or against it: the attitude of burns in orbit.

    Parameters
    ----------
    forward
        Whether the axis points forward.
    """

    forward: bool = eqx.field(static=True)

    def axis(self, point: FlightPoint) -> Vector3:
        """Forward or backward along the inertial velocity [-]."""
        velocity = inertial_velocity(point)
        inverse = jnp.sqrt(1 / (velocity.dot(velocity) + SMALLEST_SQUARE))
        return velocity * (inverse if self.forward else -inverse)


class LevelOrbit(AbstractAxisCommand):
    """The axis along the level part of the inertial velocity: the attitude of an insertion burn."""

    def axis(self, point: FlightPoint) -> Vector3:
        """Level and forward [-]."""
        velocity = inertial_velocity(point)
        level = velocity - point.up * velocity.dot(point.up)
        return level * jnp.sqrt(1 / (level.dot(level) + SMALLEST_SQUARE))


def _in_plane(point: FlightPoint, pitch: Scalar, heading: Scalar) -> Vector3:
    """Unit vector at a pitch above the geodetic horizontal, towards a heading [-]."""
    axes: Axes = geodetic_axes(point.position, point.world.figure)
    level = axes.east * jnp.sin(heading) + axes.north * jnp.cos(heading)
    return axes.up * jnp.sin(pitch) + level * jnp.cos(pitch)
