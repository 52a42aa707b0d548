"""The vehicle of a scenario."""

from __future__ import annotations

from typing import Annotated

from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import BallisticCoefficient, Dimensionless, Given, Length, Mass, within


class Vehicle(FrozenModel):
    """Glider or re-entry body, by its open-literature parameters.

    Parameters
    ----------
    name
        The class of vehicle in words.
    mass
        Mass in flight [kg].
    lift_to_drag
        Best lift-to-drag ratio [-]; 0 for a body without lift.
    ballistic_coefficient
        Mass over drag coefficient times area, at the best lift-to-drag ratio [kg/m^2].
    nose_radius
        Radius of the nose [m].
    emissivity
        Emissivity of the wall [-].
    polar
        Whether drag follows a parabolic polar in the lift fraction, or does not depend on it.
    """

    name: str
    mass: Annotated[Given[Mass], within(0, 1e6, "kg", open_low=True)]
    lift_to_drag: Annotated[Given[Dimensionless], within(0, 20, "-")]
    ballistic_coefficient: Annotated[Given[BallisticCoefficient], within(0, 1e6, "kg/m^2", open_low=True)]
    nose_radius: Annotated[Given[Length], within(0, 20, "m", open_low=True)]
    emissivity: Annotated[Given[Dimensionless], within(0, 1, "-", open_low=True)]
    polar: bool = True
