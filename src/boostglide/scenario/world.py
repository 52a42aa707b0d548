"""The Earth that a scenario flies over."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from boostglide.scenario.air import Atmosphere, DensityVariation, Wind
from boostglide.scenario.load import FrozenModel
from boostglide.scenario.number import Chosen, Dimensionless, Length, within


def _one() -> Chosen[Dimensionless]:
    return Chosen[Dimensionless](value=1.0, source="assumption: the standard atmosphere, unscaled")  # type: ignore[call-arg]


class Sphere(FrozenModel):
    """A round Earth.

    Parameters
    ----------
    radius
        Its radius [m].
    """

    radius: Length


class World(FrozenModel):
    """Planet and atmosphere; each part can be made simpler, to reproduce a simpler model.

    Parameters
    ----------
    atmosphere
        ``us76``, the U.S. Standard Atmosphere 1976; ``none``, a vacuum; or a mapping with ``kind``
        ``exponential``, ``msis`` or ``profile``.
    rotation
        Whether the Earth turns.
    gravity_degree
        Highest zonal harmonic of gravity: 0 (central), 2, 3 or 4.
    gravitational_parameter
        Gravitational constant times mass [m^3/s^2]; that of WGS84 if left out.
    figure
        ``wgs84``, or ``{radius: ...}`` for a sphere.
    density_factor
        Factor on the density of the atmosphere [-].
    density_variation
        Random departure of the density along altitude.
    wind
        Wind relative to the turning Earth; none if left out.
    """

    atmosphere: Atmosphere = "us76"
    rotation: bool = True
    gravity_degree: Literal[0, 2, 3, 4] = 2
    gravitational_parameter: Annotated[float, Field(ge=3.9e14, le=4.1e14)] | None = None
    figure: Literal["wgs84"] | Sphere = "wgs84"
    density_factor: Annotated[Chosen[Dimensionless], within(0.1, 10, "-")] = Field(default_factory=_one)
    density_variation: DensityVariation | None = None
    wind: Wind | None = None
