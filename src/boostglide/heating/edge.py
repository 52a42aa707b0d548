"""Heating of a swept leading edge."""

from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar
from boostglide.heating.air import undissociated_air_enthalpy
from boostglide.heating.stagnation.base import as_factor


class TauberSweptCylinder(eqx.Module):
    """Tauber (1989), Eq. 41: laminar flow at the attachment line of a swept cylinder.

    1.29e-4 (rho / r)^0.5 (1 - 0.18 sin^2 L) V^3 (1 - h_w / h_aw) cos L in SI units, with
    h_aw = h_inf + 0.5 V^2 (1 - 0.18 sin^2 L).

    Parameters
    ----------
    factor
        Factor on the published flux [-].

    References
    ----------
    tauber1989
    """

    factor: Scalar = eqx.field(default=1.0, converter=as_factor)
    stated_error: ClassVar[str] = (
        "Mean 10 % high on six laminar runs of the CUBRC tunnel (AIAA 95-2279); turbulent edges take about "
        "twice as much."
    )
    references: ClassVar[tuple[str, ...]] = ("tauber1989", "holden1995")

    def __call__(
        self, freestream: Freestream, radius: Scalar, sweep: Scalar, wall_temperature: Scalar
    ) -> Scalar:
        """Heat flux at the attachment line.

        Parameters
        ----------
        freestream
            Air ahead of the body.
        radius
            Radius of the edge [m].
        sweep
            Angle between the edge and the normal to the stream [rad]; 0 is square to the stream.
        wall_temperature
            Temperature of the wall [K].

        Returns
        -------
        Scalar
            Heat flux [W/m^2].
        """
        loss = 1.0 - 0.18 * jnp.sin(sweep) ** 2
        recovery = undissociated_air_enthalpy(freestream.temperature) + 0.5 * freestream.speed**2 * loss
        cold = 1.29e-4 * jnp.sqrt(freestream.density / radius) * loss * freestream.speed**3 * jnp.cos(sweep)
        return self.factor * cold * (1.0 - undissociated_air_enthalpy(wall_temperature) / recovery)
