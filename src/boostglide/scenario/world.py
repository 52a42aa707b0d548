"""The Earth that a scenario flies over."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import Chosen, Dimensionless, within


def _one() -> Chosen[Dimensionless]:
    return Chosen[Dimensionless](value=1.0, source="assumption: the standard atmosphere, unscaled")  # type: ignore[call-arg]


class World(FrozenModel):
    """Planet and atmosphere.

    Parameters
    ----------
    atmosphere
        ``us76``, the U.S. Standard Atmosphere 1976.
    rotation
        Whether the Earth turns.
    gravity_degree
        Highest zonal harmonic of gravity: 0 (central), 2, 3 or 4.
    density_factor
        Factor on the density of the atmosphere [-].
    """

    atmosphere: Literal["us76"] = "us76"
    rotation: bool = True
    gravity_degree: Literal[0, 2, 3, 4] = 2
    density_factor: Annotated[Chosen[Dimensionless], within(0.1, 10, "-")] = Field(default_factory=_one)
