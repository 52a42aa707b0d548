"""Collisions of charged particles: the Debye length and integrals of the screened Coulomb potential."""

import math
from typing import ClassVar, Self

import equinox as eqx
import jax.numpy as jnp
import numpy as np

from boostglide.core import (
    BOLTZMANN,
    ELEMENTARY_CHARGE,
    VACUUM_PERMITTIVITY,
    Array,
    Float,
    Scalar,
    load_yaml,
)
from boostglide.gas.transport.curves import Curves, grid, through_points

DATA = "gas/collision_integrals.yaml"
ATTRACTIVE = ("q11", "q12", "q13", "q14", "q15", "q22")
REPULSIVE = ("q11", "q12", "q13", "q22", "q23", "q24")
SMALLEST_REDUCED_TEMPERATURE, LARGEST_REDUCED_TEMPERATURE = 0.1, 1e12
FEWEST_ELECTRONS = 1.0

_CHARGES = float(ELEMENTARY_CHARGE) ** 2 / float(VACUUM_PERMITTIVITY)


def debye_length(
    electron_density: Scalar, electron_temperature: Scalar, ion_temperature: Scalar | None = None
) -> Scalar:
    """Distance over which a plasma screens a charge.

    Parameters
    ----------
    electron_density
        Electrons in a volume, and as many ions [1/m^3]; below one the length is that of one.
    electron_temperature
        Temperature of the electrons [K].
    ion_temperature
        Temperature of the ions [K]; without it, ions do not screen. At one temperature they shorten the
        length to 0.71 and raise the electrical conductivity of equilibrium air by 2 per cent at 7000 K and
        by 8 to 9 at 15000 K. Authors differ.

    Returns
    -------
    Debye length [m].

    References
    ----------
    mason1967
    """
    electrons = jnp.maximum(electron_density, FEWEST_ELECTRONS)
    heat = electron_temperature
    if ion_temperature is not None:
        heat = electron_temperature * ion_temperature / (electron_temperature + ion_temperature)
    return jnp.sqrt(float(BOLTZMANN) * heat / (electrons * _CHARGES))


class ScreenedCoulomb(eqx.Module):
    """Averaged cross sections of two charges that a plasma screens, from a table over reduced temperature.

    The reduced temperature T* is the Debye length over e^2 / (4 pi eps0 k T). The table covers 0.1 to 10000;
    above, the integrals go on with the logarithm of T*, which is exact in that limit; below 0.1, where
    neighbours are closer than the screening length and the theory ends, they stay at 0.1.

    Parameters
    ----------
    attractive
        T*^2 Omega / lambda^2 for (1,1) to (1,5) and (2,2) [-].
    repulsive
        The same for (1,1) to (1,3) and (2,2) to (2,4) [-].
    """

    attractive: Curves
    repulsive: Curves
    references: ClassVar[tuple[str, ...]] = ("mason1967", "devoto1973")

    @classmethod
    def load(cls) -> Self:
        """The integrals of the published table."""
        table = load_yaml(DATA)["screened_coulomb"]
        points = table["reduced_temperature"]
        return cls(
            _curves(points, table["attractive"], ATTRACTIVE), _curves(points, table["repulsive"], REPULSIVE)
        )

    def between_unlike(self, temperature: Scalar, length: Scalar) -> Float[Array, " 6"]:
        """Q11 to Q15 and Q22 at a temperature [K] and Debye length [m]; [m^2]."""
        return _sections(self.attractive, temperature, length)

    def between_like(self, temperature: Scalar, length: Scalar) -> Float[Array, " 6"]:
        """Q11 to Q13 and Q22 to Q24 at a temperature [K] and Debye length [m]; [m^2]."""
        return _sections(self.repulsive, temperature, length)


def _sections(curves: Curves, temperature: Scalar, length: Scalar) -> Float[Array, " 6"]:
    reduced = 4.0 * math.pi * float(BOLTZMANN) * temperature * length / _CHARGES
    reduced = jnp.clip(reduced, SMALLEST_REDUCED_TEMPERATURE, LARGEST_REDUCED_TEMPERATURE)
    return curves(jnp.log(reduced)) * (math.pi * (length / reduced) ** 2)


def _curves(points: list[float], table: dict[str, list[float]], names: tuple[str, ...]) -> Curves:
    """Curves of the table; those that it gives as ratios B*, C*, E* made integrals again."""
    q = {key: np.array(column) for key, column in table.items()}
    q["q12"] = q["c_star"] * q["q11"]
    q["q13"] = 1.25 * q["q12"] - 0.25 * q["b_star"] * q["q11"]
    q["q23"] = q.get("e_star", 0.0) * q["q22"]
    nodes = grid(SMALLEST_REDUCED_TEMPERATURE, LARGEST_REDUCED_TEMPERATURE, 0.1)
    pairs = [through_points(points, q[name], nodes, onward=(False, True)) for name in names]
    values, slopes = (np.stack(each, axis=1) for each in zip(*pairs, strict=True))
    return Curves.sampled(nodes, values, slopes)
