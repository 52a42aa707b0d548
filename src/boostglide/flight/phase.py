"""A flight as a list of phases, and the limits that end it wherever it is."""

from typing import Any

import equinox as eqx
import jax
import numpy as np

from boostglide.core import Outcome, Scalar
from boostglide.flight.axis import AbstractAxisCommand
from boostglide.flight.command import AbstractCommand
from boostglide.flight.ends import (
    AbstractEnd,
    AltitudeAbove,
    Ground,
    QuantityReached,
    Sinking,
    TimeReached,
)
from boostglide.flight.motion import AbstractQuadrature, PhaseMotion
from boostglide.flight.state import World
from boostglide.vehicle import AbstractAerodynamics, AbstractPropulsion


class Phase(eqx.Module):
    """One phase of a flight.

    Parameters
    ----------
    name
        What people call it, for example ``"pull-up"``.
    command
        Law for attitude and bank in this phase, or for the axis of the vehicle.
    end
        Condition that ends it and lets the next phase begin.
    may_leave_atmosphere
        Whether the body may climb to the top of the atmosphere model in this phase (a ballistic arc may);
        otherwise climbing past the skip-out altitude ends the flight.
    aerodynamics
        Lift and drag in this phase; those of the flight if left out.
    propulsion
        What pushes in this phase, or None.
    ignition
        Number of the phase in which the motor of this phase was lit; this phase if left out.
    start_mass
        Mass once the phase begins, after what was dropped [kg]; left out, it goes on.
    least_mass
        Mass at which the propellant of this phase is spent and the phase ends [kg].
    on_ground
        Whether the phase begins on the ground, so that sinking instead of rising ends the flight.
    """

    name: str = eqx.field(static=True)
    command: AbstractCommand | AbstractAxisCommand
    end: AbstractEnd
    may_leave_atmosphere: bool = eqx.field(static=True, default=False)
    aerodynamics: AbstractAerodynamics | None = None
    propulsion: AbstractPropulsion | None = None
    ignition: int | None = eqx.field(static=True, default=None)
    start_mass: Scalar | None = None
    least_mass: Scalar | None = None
    on_ground: bool = eqx.field(static=True, default=False)

    @property
    def ends(self) -> tuple[AbstractEnd, ...]:
        """What ends the phase and lets the next one begin."""
        if self.least_mass is None:
            return (self.end,)
        return (self.end, QuantityReached("mass", self.least_mass, rising=False))


class Limits(eqx.Module):
    """What ends a flight whatever its phase.

    Parameters
    ----------
    ground_altitude
        Geodetic altitude of the ground [m].
    skip_out_altitude
        Altitude above which a glider counts as having left the atmosphere [m].
    longest_time
        Time after which the flight is given up [s].
    ceiling
        Top of the atmosphere model [m].
    """

    ground_altitude: Scalar | float = 0.0
    skip_out_altitude: Scalar | float = 150e3
    longest_time: Scalar | float = 4 * 3600.0
    ceiling: Scalar | float = 1000e3

    def ends(self, phase: Phase) -> tuple[AbstractEnd, ...]:
        """The limits as ends of a phase."""
        above = (
            AltitudeAbove(self.ceiling, Outcome.OUTSIDE_MODEL)
            if phase.may_leave_atmosphere
            else AltitudeAbove(self.skip_out_altitude, Outcome.SKIPPED_OUT)
        )
        below = Sinking() if phase.on_ground else Ground(self.ground_altitude)
        return (below, above, TimeReached(self.longest_time))


class Flight(eqx.Module):
    """Everything that decides a flight but its start; fields of shape (members,) make it an ensemble.

    Parameters
    ----------
    world
        Gravity, atmosphere, wind and spin.
    aerodynamics
        Lift and drag of the body, in phases that have none of their own.
    phases
        What is flown, in order.
    limits
        What ends the flight in any phase.
    quadratures
        Quantities that accumulate along the way.
    """

    world: World
    aerodynamics: AbstractAerodynamics
    phases: tuple[Phase, ...]
    limits: Limits
    quadratures: tuple[AbstractQuadrature, ...] = ()

    def motion(
        self,
        number: int,
        began: Scalar | float = 0.0,
        ignited: Scalar | float = 0.0,
        carries_mass: bool = False,
    ) -> PhaseMotion:
        """The initial value problem of one phase.

        Parameters
        ----------
        number
            Which phase, from zero.
        began, ignited
            Time at which it began and at which its motor was lit [s].
        carries_mass
            Whether states of this flight hold a mass.
        """
        phase = self.phases[number]
        return PhaseMotion(
            self.world,
            phase.aerodynamics or self.aerodynamics,
            phase.command,
            (*phase.ends, *self.limits.ends(phase)),
            self.quadratures,
            phase.propulsion,
            began,
            ignited if phase.propulsion is not None else 0.0,
            carries_mass,
        )

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the flight takes for granted, one sentence each."""
        wind = (
            "The atmosphere turns with the Earth; there is no wind."
            if self.world.wind is None
            else "The atmosphere turns with the Earth; wind is level and depends on altitude alone."
        )
        powered = any(phase.propulsion is not None for phase in self.phases)
        return (
            "The body is a point mass: lift, drag and thrust act on it, no side force, no rotation dynamics."
            if powered
            else "The body is a point mass: lift and drag act on it, no side force, no rotation dynamics.",
            wind,
            "Altitude is geometric above WGS84; speed is relative to the turning Earth."
            if self.world.figure.flattening
            else "Altitude is geometric above a sphere; speed is relative to the turning Earth.",
            "Lift, bank and climb refer to the geocentric vertical, within 0.2 degrees of the geodetic one; "
            "within 1.1 degrees of vertical flight, where lift has no direction, it fades to zero.",
        )


def take(flight: Any, rows: Any) -> Any:
    """The chosen members of an ensemble; shared fields stay."""
    return jax.tree.map(lambda leaf: np.asarray(leaf)[rows] if np.ndim(leaf) == 1 else leaf, flight)
