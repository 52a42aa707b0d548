"""Fields that descriptions of lift and drag share."""

from __future__ import annotations

import math
from typing import Annotated

from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import (
    Angle,
    Area,
    BallisticCoefficient,
    Dimensionless,
    Given,
    Length,
    within,
)

LiftToDrag = Annotated[Given[Dimensionless], within(0, 20, "-")]
MassOverDrag = Annotated[Given[BallisticCoefficient], within(0, 1e6, "kg/m^2", open_low=True)]
Scale = Annotated[Given[Dimensionless], within(0, 10, "-", open_low=True)]
ReferenceArea = Annotated[Given[Area], within(0, 1e4, "m^2", open_low=True)]
ReferenceLength = Annotated[Given[Length], within(0, 200, "m", open_low=True)]
TrimAngle = Annotated[Given[Angle], within(-math.pi / 2, math.pi / 2, "deg")]


class Scaled(FrozenModel):
    """What every description of coefficients may have: factors that stand for their uncertainty.

    Parameters
    ----------
    lift_scale, drag_scale
        Factors on the lift and the drag coefficient [-]; 1 if left out.
    """

    lift_scale: Scale | None = None
    drag_scale: Scale | None = None
