"""Heat load of the nose, accumulated while a flight is integrated."""

import equinox as eqx

from boostglide.core import Scalar
from boostglide.flight import AbstractQuadrature, FlightPoint
from boostglide.heating import SuttonGraves


class NoseHeatLoad(AbstractQuadrature):
    """Heat that a cold wall would take at the stagnation point, by Sutton and Graves [J/m^2].

    Parameters
    ----------
    nose_radius
        Nose radius [m].
    """

    nose_radius: Scalar
    scale: float = eqx.field(static=True, default=1e8)

    def rate(self, point: FlightPoint) -> Scalar:
        """Heat flux at a point [W/m^2]."""
        return SuttonGraves().cold_wall(point.freestream, self.nose_radius)
