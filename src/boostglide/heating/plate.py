"""Heating of the flank by friction: laminar and turbulent flow along plates and cones."""

import abc
from typing import ClassVar

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Flag, Freestream, Scalar
from boostglide.heating.air import undissociated_air_enthalpy
from boostglide.heating.stagnation.base import as_factor, total_enthalpy


class AbstractSurfaceHeating(eqx.Module):
    """Convective heat flux to an inclined surface behind a sharp edge.

    The blunt nose ahead, its entropy layer, transition and low density are left out.
    """

    speed_range: eqx.AbstractClassVar[tuple[float, float]]
    stated_error: eqx.AbstractClassVar[str]
    references: eqx.AbstractClassVar[tuple[str, ...]]

    @abc.abstractmethod
    def __call__(
        self, freestream: Freestream, distance: Scalar, surface_angle: Scalar, wall_temperature: Scalar
    ) -> Scalar:
        """Heat flux at a point of the surface.

        Parameters
        ----------
        freestream
            Air ahead of the body.
        distance
            Distance along the surface from its edge, or from transition where turbulent [m].
        surface_angle
            Angle between surface and free stream [rad], above 0.
        wall_temperature
            Temperature of the wall [K], above 0.

        Returns
        -------
        Scalar
            Heat flux [W/m^2].
        """

    def contains(self, freestream: Freestream) -> Flag:
        """Whether the speed lies in the range of the relation.

        Parameters
        ----------
        freestream
            Air ahead of the body.

        Returns
        -------
        Flag
            True inside the range.
        """
        low, high = self.speed_range
        return (freestream.speed >= low) & (freestream.speed <= high)


class TauberLaminar(AbstractSurfaceHeating):
    """Tauber (1989), Eqs. 46 and 48: laminar flow along a cone or a plate.

    C (rho cos d / x)^0.5 V^3.2 sin d (1 - h_w / h_aw) in SI units, h_aw = h_inf + 0.40 V^2. C is 4.03e-5 for
    a cone and 2.42e-5 for a plate; an earlier paper of the same author prints 2.53e-5 for the plate. A body
    of finite width lies between plate and cone. The speed range is our choice: its lower end is the one that
    the report states for turbulent flow, its upper end lies above the flight of STS-3 used for comparison.

    Parameters
    ----------
    coefficient
        Constant of the relation, in SI units [any].
    factor
        Factor on the published flux [-].

    References
    ----------
    tauber1989, tauber1987
    """

    coefficient: Scalar = eqx.field(default=2.42e-5, converter=as_factor)
    factor: Scalar = eqx.field(default=1.0, converter=as_factor)
    speed_range: ClassVar[tuple[float, float]] = (1500.0, 8000.0)
    stated_error: ClassVar[str] = (
        "Flight of STS-3 lies between the plate and the cone value at 28 of 30 stations."
    )
    references: ClassVar[tuple[str, ...]] = ("tauber1989", "tauber1987")

    def __call__(
        self, freestream: Freestream, distance: Scalar, surface_angle: Scalar, wall_temperature: Scalar
    ) -> Scalar:
        """Heat flux at a point of the surface [W/m^2]; see the abstract class."""
        speed = freestream.speed
        recovery = undissociated_air_enthalpy(freestream.temperature) + 0.40 * speed**2
        layer = jnp.sqrt(freestream.density * jnp.cos(surface_angle) / distance)
        cold = self.coefficient * layer * speed**3.2 * jnp.sin(surface_angle)
        return self.factor * cold * (1.0 - undissociated_air_enthalpy(wall_temperature) / recovery)


class TauberTurbulent(AbstractSurfaceHeating):
    """Tauber (1989), Eqs. 56a, 56b and 59: turbulent flow along a plate or a cone.

    Up to 3960 m/s 3.72e-4 (rho sin^2 d cos^2.22 d)^0.8 V^3.37 (0.9 - h_w / H_e) / (x^0.2 (Tw / 555)^0.25),
    above it 2.45e-5 (rho sin^2 d cos^2.62 d)^0.8 V^3.7 (0.9 - h_w / H_e) / x^0.2, in SI units. The branches
    meet only for a wall near 555 K: for a hot wall the flux jumps at 3960 m/s (at 1500 K by about a quarter).

    Parameters
    ----------
    factor
        Factor on the flux to a plate [-]; 1.15 for a cone (Eq. 59).

    References
    ----------
    tauber1989
    """

    factor: Scalar = eqx.field(default=1.0, converter=as_factor)
    speed_range: ClassVar[tuple[float, float]] = (1500.0, 8000.0)
    stated_error: ClassVar[str] = "The report states plus or minus 15 % above 1500 m/s."
    references: ClassVar[tuple[str, ...]] = ("tauber1989",)

    def __call__(
        self, freestream: Freestream, distance: Scalar, surface_angle: Scalar, wall_temperature: Scalar
    ) -> Scalar:
        """Heat flux at a point of the surface [W/m^2]; see the abstract class."""
        speed, cosine = freestream.speed, jnp.cos(surface_angle)
        loading = freestream.density * jnp.sin(surface_angle) ** 2
        wall = (
            0.9 - undissociated_air_enthalpy(wall_temperature) / total_enthalpy(freestream)
        ) / distance**0.2
        slow = 3.72e-4 * (loading * cosine**2.22) ** 0.8 * speed**3.37 / (wall_temperature / 555.0) ** 0.25
        fast = 2.45e-5 * (loading * cosine**2.62) ** 0.8 * speed**3.7
        return self.factor * wall * jnp.where(speed <= 3960.0, slow, fast)


SURFACE_MODELS: dict[str, AbstractSurfaceHeating] = {
    "laminar-plate": TauberLaminar(),
    "laminar-plate-1987": TauberLaminar(coefficient=2.53e-5),
    "laminar-cone": TauberLaminar(coefficient=4.03e-5),
    "turbulent-plate": TauberTurbulent(),
    "turbulent-cone": TauberTurbulent(factor=1.15),
}
"""Relations for the flank by name."""


def flat_plate_heating(
    freestream: Freestream,
    distance: Scalar | float,
    surface_angle: Scalar | float,
    wall_temperature: Scalar | float,
    model: str = "laminar-plate",
) -> Scalar:
    """Heat flux at a point of an inclined plate or cone.

    Parameters
    ----------
    freestream
        Air ahead of the body.
    distance
        Distance along the surface from its edge, or from transition where turbulent [m].
    surface_angle
        Angle between surface and free stream [rad], above 0.
    wall_temperature
        Temperature of the wall [K], above 0.
    model
        Key of `SURFACE_MODELS`.

    Returns
    -------
    Scalar
        Heat flux [W/m^2].

    Raises
    ------
    ValueError
        If `model` is not a key of `SURFACE_MODELS`.

    References
    ----------
    tauber1989
    """
    if model not in SURFACE_MODELS:
        raise ValueError(f"Argument `model` must be one of {', '.join(SURFACE_MODELS)}, but is {model}.")
    place = [jnp.asarray(value, dtype=float) for value in (distance, surface_angle, wall_temperature)]
    return SURFACE_MODELS[model](freestream, *place)
