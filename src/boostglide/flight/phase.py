"""A flight as a list of phases, and the limits that end it wherever it is."""

from typing import Any

import equinox as eqx
import jax
import numpy as np

from boostglide.core import Outcome, Scalar
from boostglide.flight.command import AbstractCommand
from boostglide.flight.ends import AbstractEnd, AltitudeAbove, Ground, TimeReached
from boostglide.flight.motion import AbstractQuadrature, PhaseMotion
from boostglide.flight.state import World
from boostglide.vehicle import AbstractAerodynamics


class Phase(eqx.Module):
    """One phase of a flight.

    Parameters
    ----------
    name
        What people call it, for example ``"pull-up"``.
    command
        Law for lift and bank in this phase.
    end
        Condition that ends it and lets the next phase begin.
    may_leave_atmosphere
        Whether the body may climb to the top of the atmosphere model in this phase (a ballistic arc may);
        otherwise climbing past the skip-out altitude ends the flight.
    """

    name: str = eqx.field(static=True)
    command: AbstractCommand
    end: AbstractEnd
    may_leave_atmosphere: bool = eqx.field(static=True, default=False)


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

    def ends(self, may_leave_atmosphere: bool) -> tuple[AbstractEnd, ...]:
        """The limits as ends of a phase."""
        above = (
            AltitudeAbove(self.ceiling, Outcome.OUTSIDE_MODEL)
            if may_leave_atmosphere
            else AltitudeAbove(self.skip_out_altitude, Outcome.SKIPPED_OUT)
        )
        return (Ground(self.ground_altitude), above, TimeReached(self.longest_time))


class Flight(eqx.Module):
    """Everything that decides a flight but its start; fields of shape (members,) make it an ensemble.

    Parameters
    ----------
    world
        Gravity, atmosphere and spin.
    aerodynamics
        Lift and drag of the body.
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

    def motion(self, number: int) -> PhaseMotion:
        """The initial value problem of one phase."""
        phase = self.phases[number]
        ends = (phase.end, *self.limits.ends(phase.may_leave_atmosphere))
        return PhaseMotion(self.world, self.aerodynamics, phase.command, ends, self.quadratures)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the flight takes for granted, one sentence each."""
        return (
            "The body is a point mass: lift and drag act on it, no side force, no rotation dynamics.",
            "The atmosphere turns with the Earth; there is no wind.",
            "Altitude is geometric above WGS84; speed is relative to the turning Earth.",
            "Lift, bank and climb refer to the geocentric vertical, within 0.2 degrees of the geodetic one.",
        )


def take(flight: Any, rows: Any) -> Any:
    """The chosen members of an ensemble; shared fields stay."""
    return jax.tree.map(lambda leaf: np.asarray(leaf)[rows] if np.ndim(leaf) == 1 else leaf, flight)
