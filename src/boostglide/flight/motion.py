"""Equations of motion of a point mass in Earth-fixed Cartesian axes, as one phase of a flight."""

import abc
from typing import Any

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Flag, Outcome, Scalar, Vector3
from boostglide.flight.axis import AbstractAxisCommand
from boostglide.flight.command import AbstractCommand
from boostglide.flight.ends import AbstractEnd, Moment
from boostglide.flight.forces import Forces, glide_forces, powered_forces
from boostglide.flight.state import FlightPoint, FlightState, World, flight_point
from boostglide.solve import AbstractProblem
from boostglide.vehicle import AbstractAerodynamics, AbstractPropulsion

NEGLIGIBLE = 0.01  # [m/s^2] lift and drag below which their model does not matter
POSITION_SCALE, VELOCITY_SCALE, MASS_SCALE = 1e5, 1e2, 1e2  # [m], [m/s], [kg] added in the error control


class AbstractQuadrature(eqx.Module):
    """A quantity that accumulates along a flight and does not act back on it, such as a heat load."""

    scale: eqx.AbstractVar[float]

    @abc.abstractmethod
    def rate(self, point: FlightPoint) -> Scalar:
        """Rate of the quantity, in its unit per second."""


class PhaseMotion(AbstractProblem):
    """One phase: gravity, rotation, lift, drag and thrust under one command, until one of its ends.

    Parameters
    ----------
    world
        Gravity, atmosphere, wind and spin.
    aerodynamics
        Lift and drag of the body.
    command
        Law for attitude and bank, or for the axis of the vehicle.
    phase_ends
        Conditions that end the phase; the first in the list wins a tie.
    quadratures
        Quantities that accumulate along the way.
    propulsion
        What pushes the vehicle, or None.
    began, ignited
        Time at which the phase began and at which its motor was lit [s].
    carries_mass
        Whether states of this flight hold a mass.
    """

    world: World
    aerodynamics: AbstractAerodynamics
    command: AbstractCommand | AbstractAxisCommand
    phase_ends: tuple[AbstractEnd, ...]
    quadratures: tuple[AbstractQuadrature, ...] = ()
    propulsion: AbstractPropulsion | None = None
    began: Scalar | float = 0.0
    ignited: Scalar | float = 0.0
    carries_mass: bool = eqx.field(static=True, default=False)

    def point(self, time: Scalar, state: FlightState) -> FlightPoint:
        """The point of flight at a time [s] since the start."""
        return flight_point(self.world, state.position, state.velocity, state.mass, time, time - self.began)

    def forces(self, point: FlightPoint) -> Forces:
        """What acts on the body at a point."""
        if self.propulsion is None and isinstance(self.command, AbstractCommand):
            return glide_forces(point, self.aerodynamics, self.command)
        return powered_forces(point, self.aerodynamics, self.command, self.propulsion, self.ignited)

    def in_range(self, point: FlightPoint, forces: Forces) -> Flag:
        """Whether atmosphere, wind, propulsion and aerodynamics hold at a point.

        Aerodynamics do not count where lift and drag together are below a thousandth of the weight.
        """
        world, stream = self.world, point.freestream
        weak = forces.lift * forces.lift + forces.drag * forces.drag < NEGLIGIBLE * NEGLIGIBLE
        holds = world.atmosphere.contains(point.altitude)
        holds = holds & (weak | self.aerodynamics.contains(stream, forces.attitude))
        if world.wind is not None:
            holds = holds & world.wind.contains(point.altitude)
        return holds if self.propulsion is None else holds & self.propulsion.contains(stream)

    def rates(self, time: Scalar, state: FlightState) -> FlightState:
        """Velocity, acceleration, rates of the quadratures and of the mass."""
        point = self.point(time, state)
        forces = self.forces(point)
        gains = tuple(quadrature.rate(point) for quadrature in self.quadratures)
        loss = None if state.mass is None else jnp.asarray(-forces.mass_flow) + jnp.zeros_like(state.mass)
        return FlightState(state.velocity, point.body_acceleration + forces.acceleration, gains, loss)

    def ends(self, time: Scalar, state: FlightState) -> tuple[Scalar, ...]:
        """Distances to the ends of the phase."""
        moment = Moment(time, time - self.began, state, self.world)
        return tuple(end.distance(moment) for end in self.phase_ends)

    def error_scale(self) -> Any:
        """100 km, 100 m/s, the scale of each quadrature, and 100 kg."""
        position: Any = 3 * (POSITION_SCALE,)
        velocity: Any = 3 * (VELOCITY_SCALE,)
        gains: Any = tuple(each.scale for each in self.quadratures)
        mass: Any = MASS_SCALE if self.carries_mass else None
        return FlightState(Vector3(*position), Vector3(*velocity), gains, mass)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Meaning of each end."""
        ends: tuple[Any, ...] = self.phase_ends  # every end has the field `outcome`
        return tuple(end.outcome for end in ends)
