"""Distance between a blunt nose and its shock."""

from boostglide.core import Freestream, Scalar
from boostglide.gas.air import AbstractAir
from boostglide.gas.shock import normal_shock

SEIFF, LOBB = 0.78, 0.82


def standoff_distance(
    freestream: Freestream, air: AbstractAir, nose_radius: Scalar, coefficient: float = SEIFF
) -> Scalar:
    """Distance from a sphere to its shock on the stagnation line.

    A coefficient times the density ratio across the normal shock times the radius. Two coefficients are in
    use: 0.78 and 0.82 (Lobb: 0.41 of the diameter); they differ by 5 per cent, which is also the error to
    expect at equilibrium. With chemistry out of equilibrium the distance lies between those for equilibrium
    and frozen air.

    Parameters
    ----------
    freestream
        Air ahead of the body, density ratio below about 0.2 (hypersonic).
    air
        Model of air.
    nose_radius
        Radius of the sphere [m].
    coefficient
        Distance over (density ratio times radius) [-].

    Returns
    -------
    Distance [m].

    References
    ----------
    seiff1962 (0.78), lobb1964 (0.82), both as quoted in later literature.
    """
    return coefficient * nose_radius * freestream.density / normal_shock(freestream, air).density
